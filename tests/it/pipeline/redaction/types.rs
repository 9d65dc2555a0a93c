//! The `Debug` output of each public type that could contain a secret or a body.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use auth_core::settings::profiles::{Config, Key, Sources};
use auth_core::settings::{SecretFrom, Settings};
use auth_core::{
    AccessToken, AdminConsent, Bearer, Chain, ClientSecret, Connector, Endpoint, ExposeSecret,
    InTenant, Preflight, RefreshToken, SecretString, StaticToken, TokenCredential,
    TokenRequestOptions,
};
use http_core::rows::{RowBatch, Splitter};
use http_core::{
    AnswerKind, Body, Bytes, Client, Operation, Param, Raw, Request, ReqwestTransport, RetryConfig,
    SentItems, Throttle, TransportError, TransportErrorKind, Url,
};
use serde_json::Value;

use crate::support::{Script, Step};

const CANARY: &str = "canary";

static LIST: Operation = Operation::get("t.things.list", "/things")
    .inputs(&[Param::query("$skiptoken"), Param::body("Comment")])
    .collection("value");

static EXPORT: Operation = Operation::get("t.things.export", "/export").answer(AnswerKind::Files {
    links: "files",
    made: "made",
});

/// Public types whose parts are numbers, names of the tables, or other types of this list.
const HARMLESS: &[&str] = &[
    "Access",
    "Action",
    "AnswerKind",
    "Conduct",
    "Doc",
    "Http",
    "Listing",
    "FromAzureCore",
    "IntoAzureCore",
    "Answer",
    "Attempts",
    "ActionSpec",
    "BodyKind",
    "Budget",
    "BudgetRecord",
    "KeptBudgets",
    "NameForm",
    "FilterProperty",
    "Received",
    "Users",
    "Caller",
    "Checks",
    "Batch",
    "Cell",
    "Column",
    "Completion",
    "EffectKind",
    "Newest",
    "Record",
    "RecordKind",
    "Since",
    "SinceForm",
    "Undo",
    "Each",
    "Fetch",
    "Pause",
    "Progress",
    "Candidate",
    "Choice",
    "Cloud",
    "DefaultFilter",
    "Effect",
    "Error",
    "ErrorKind",
    "ErrorWording",
    "FilterField",
    "FilterKind",
    "Fits",
    "Folders",
    "Form",
    "Header",
    "Integer",
    "ItemFailed",
    "Enrichment",
    "Key",
    "Keys",
    "Kind",
    "LimitExceeded",
    "Limits",
    "LockedFile",
    "Method",
    "Named",
    "MissingPermission",
    "Audience",
    "Check",
    "ChosenBy",
    "Doctor",
    "KeyPlace",
    "Api",
    "ApiAddress",
    "NoEndpoint",
    "Origin",
    "Product",
    "Profile",
    "ProfileError",
    "ProfileErrorKind",
    "Permission",
    "PermissionKind",
    "Regions",
    "Selected",
    "ServiceStatus",
    "Services",
    "Sessions",
    "SignIn",
    "SignedIn",
    "NotFound",
    "NotText",
    "Operation",
    "OriginTransport",
    "TimelyTransport",
    "Paging",
    "Param",
    "ParseTimestampError",
    "Place",
    "PrivateFile",
    "RateLimit",
    "Reading",
    "AuthRetry",
    "RetryAdvice",
    "Script",
    "ServiceCode",
    "Step",
    "TenantStatus",
    "Snapshot",
    "Spelling",
    "MissingFile",
    "Status",
    "StoreLock",
    "Target",
    "Timestamp",
    "Tried",
    "TransportErrorKind",
    "Verdicts",
    "WantedAssertion",
];

/// Public types that print their contents on purpose: data of the caller.
const DATA: &[&str] = &[
    "RefusedItem",
    "ActionResult",
    "Flags",
    "Finished",
    "Started",
    "Claims",
    "Continuation",
    "DeviceCodePrompt",
    "FailedItem",
    "Filter",
    "Filters",
    "Id",
    "Literal",
    "Property",
    "Gap",
    "Judged",
    "Gaps",
    "Outcome",
    "Page",
    "SplitError",
    "ResolvedTarget",
];

fn secret() -> SecretString {
    SecretString::from(CANARY)
}

fn base() -> Url {
    Url::parse("https://service.example").unwrap()
}

/// The names of the types and their `Debug` output.
async fn shown() -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    credentials(&mut all).await;
    plumbing(&mut all);
    answers(&mut all).await;
    contents(&mut all);
    products(&mut all);
    all
}

fn add(all: &mut Vec<(&'static str, String)>, name: &'static str, value: &dyn Debug) {
    all.push((name, format!("{value:?} {value:#?}")));
}

async fn credentials(all: &mut Vec<(&'static str, String)>) {
    let guid = "11111111-2222-3333-4444-555555555555";
    let client_secret = ClientSecret::new(guid, guid, secret()).unwrap();
    let fixed = StaticToken::new(secret()).unwrap();
    let token = fixed.get_token(&[], &TokenRequestOptions::default()).await;
    let fixed: Arc<dyn TokenCredential> = Arc::new(fixed);
    let bearer = Bearer::new(Arc::clone(&fixed), "s/.default");
    http_core::Authorize::authorize(&bearer, &mut http::HeaderMap::new())
        .await
        .unwrap();
    let connector = Connector::new(Arc::clone(&fixed));
    add(all, "ClientSecret", &client_secret);
    add(all, "StaticToken", &fixed);
    add(
        all,
        "Chain",
        &Chain::new().then("first", Arc::clone(&fixed)),
    );
    add(
        all,
        "RefreshToken",
        &RefreshToken::new(guid, guid, secret()).unwrap(),
    );
    let in_tenant = InTenant::new(Arc::clone(&fixed), guid).unwrap();
    let consent = AdminConsent::new(guid, "https://partner.example", ["s/.default"]).unwrap();
    let request = consent.request(guid).unwrap();
    let preflight = Preflight::new(Arc::new(client_secret), "s/.default").with_consent(consent);
    add(all, "InTenant", &in_tenant);
    add(all, "Preflight", &preflight);
    add(
        all,
        "TenantReport",
        &preflight.check(["not a tenant"]).await,
    );
    assert!(!format!("{request:?}").contains(request.state().expose_secret()));
    add(all, "ConsentRequest", &request);
    add(all, "AccessToken", &token);
    add(all, "AccessToken", &AccessToken::new(secret()));
    add(all, "Bearer", &bearer);
    add(all, "Connector", &connector);
    add(all, "Endpoint", &Endpoint::new(base(), "s/.default"));
    add(
        all,
        "TokenRequestOptions",
        &TokenRequestOptions::default().with_force_refresh(),
    );
}

fn plumbing(all: &mut Vec<(&'static str, String)>) {
    let mut settings = Settings::default();
    settings.secret = Some(SecretFrom::Value(secret()));
    add(all, "Settings", &settings);
    static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID")];
    let variables = [("AZURE_CLIENT_SECRET", CANARY.to_owned())].into();
    add(all, "Sources", &Sources::of(KEYS, variables));
    let text = format!("[profile.a]\nclient_secret = '{CANARY}'\n");
    let config = Config::parse("config.toml".into(), &text, KEYS).unwrap();
    add(all, "ProfileError", &config.profile("a").unwrap_err());
    add(all, "Config", &config);
    let command = vec!["vault".to_owned(), CANARY.to_owned()];
    add(all, "SecretFrom", &SecretFrom::Command(command));
    let fixed: Arc<dyn TokenCredential> = Arc::new(StaticToken::new(secret()).unwrap());
    let bearer = Arc::new(Bearer::new(fixed, "s/.default"));
    let builder = Client::builder(base()).authorize(bearer);
    add(all, "ClientBuilder", &builder);
    let client = builder.build().unwrap();
    add(all, "Client", &client);
    add(all, "ReqwestTransport", &ReqwestTransport::new().unwrap());
    add(all, "RetryConfig", &RetryConfig::default());
    add(all, "Throttle", &Throttle::new());
    let mut sent = SentItems::default();
    sent.answers.push(Bytes::from_static(CANARY.as_bytes()));
    add(all, "SentItems", &sent);
    let request = Request::new(&LIST)
        .set("$skiptoken", CANARY)
        .set("Comment", CANARY)
        .header("x-secret", CANARY);
    add(all, "Request", &request);
    add(all, "Rows", &client.rows(request.clone()));
    add(
        all,
        "Pager",
        &client.rows(request.clone()).into_pager::<Value>(),
    );
    add(
        all,
        "Items",
        &client.rows(request.clone()).into_items::<Value>(),
    );
    add(
        all,
        "RawItems",
        &client.rows(request).into_raw_items::<Value>(),
    );
    add(
        all,
        "Linked",
        &client.linked(Request::new(&LIST).set("$skiptoken", CANARY)),
    );
    let error = TransportError::new(TransportErrorKind::Unknown, "no answer");
    add(all, "TransportError", &error);
}

async fn answers(all: &mut Vec<(&'static str, String)>) {
    let row = format!(r#"{{"value":[{{"id":"{CANARY}"}},{{"id":"{CANARY}"#);
    let mut splitter = Splitter::new("value");
    let batch: RowBatch = splitter
        .feed(&Bytes::copy_from_slice(row.as_bytes()))
        .unwrap();
    assert_eq!(batch.len(), 1);
    add(all, "RowBatch", &batch);
    add(all, "Splitter", &splitter);
    add(all, "Raw", &Raw::<Value>::new(batch.get(0).unwrap()));
    add(
        all,
        "Body",
        &Body::from(Bytes::from_static(CANARY.as_bytes())),
    );

    let signed = format!(r#"{{"value":"https://storage.example/p.zip?sig={CANARY}"}}"#);
    let script = Script::new([Step::ok(signed).header("set-cookie", CANARY)]);
    let response = script.client().send_response(Request::new(&LIST)).await;
    add(all, "Response", &response.unwrap());

    let files = format!(r#"{{"files":["https://storage.example/f?sig={CANARY}"]}}"#);
    let line = format!(r#"{{"id":"{CANARY}"}}"#);
    let script = Script::new([Step::ok(files), Step::ok(line.clone()), Step::ok(line)]);
    let mut lines = script.client().file_rows(Request::new(&EXPORT));
    lines.next_row().await.unwrap().unwrap();
    add(all, "FileRows", &lines);
    let link = format!("https://storage.example/f?sig={CANARY}");
    add(
        all,
        "Download",
        &script.client().fetch(&link).await.unwrap(),
    );

    let table = format!(r#"{{"schema":[],"rows":[{{"id":"{CANARY}"}},{{"id":"{CANARY}"#);
    let unfinished = Script::new([Step::ok(table)]);
    let request = Request::new(&LIST).set("$skiptoken", CANARY);
    let mut rows = unfinished.client().table_rows(request, "rows");
    rows.next_batch().await.unwrap().unwrap();
    add(all, "TableRows", &rows);

    let unfinished = Script::new([Step::ok(row)]);
    let mut rows = unfinished.client().rows(Request::new(&LIST));
    rows.next_batch().await.unwrap().unwrap();
    add(all, "Rows", &rows);
}

fn contents(all: &mut Vec<(&'static str, String)>) {
    add(all, "Content", &http_core::Content::from(CANARY.as_bytes()));
    add(all, "Secret", &http_core::Secret::from(CANARY));
}

fn products(all: &mut Vec<(&'static str, String)>) {
    let fixed: Arc<dyn TokenCredential> = Arc::new(StaticToken::new(secret()).unwrap());
    let mde = mde_api::Client::new(Arc::clone(&fixed)).unwrap();
    add(all, "mde_api::Client", &mde);
    add(all, "Machines", &mde.machines());
    add(all, "IsolateMachine", &mde.machines().isolate("m1", CANARY));
    add(
        all,
        "UpdateAlert",
        &mde.alerts().update("a1").comment(CANARY),
    );
    add(all, "Poller", &mde.machine_actions().poller("a1"));
    let portal = Url::parse("https://contoso.portal.example").unwrap();
    let mdca = mdca_api::Client::new(Arc::clone(&fixed), portal).unwrap();
    add(all, "mdca_api::Client", &mdca);
    add(
        all,
        "xdr_api::Client",
        &xdr_api::Client::new(fixed).unwrap(),
    );
}

#[tokio::test(start_paused = true)]
async fn no_public_type_shows_a_secret_or_a_body() {
    for (name, text) in shown().await {
        assert!(!text.contains(CANARY), "{name} shows {text}");
        // Empty output would pass, but be useless.
        assert!(text.len() > 2, "{name} shows nothing");
    }
}

/// Every public type is listed above, as checked or as harmless.
#[tokio::test(start_paused = true)]
async fn no_public_type_is_forgotten() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .join("crates");
    let shown: BTreeSet<_> = shown().await.into_iter().map(|(name, _)| name).collect();
    // The crate's own tests cover types that read secrets from files, tools and issuers.
    let by_auth_core: String = sources(&crates.join("auth-core/src"))
        .iter()
        .filter(|path| path.to_string_lossy().contains("tests"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .filter(|text| text.contains("canary"))
        .collect();
    let mut forgotten = Vec::new();
    for name in ["http-core", "auth-core"] {
        for public in public_types(&crates.join(name).join("src")) {
            let known = shown.contains(public.as_str())
                || HARMLESS.contains(&public.as_str())
                || DATA.contains(&public.as_str())
                || name == "auth-core" && by_auth_core.contains(&public);
            if !known {
                forgotten.push(format!("{name}: {public}"));
            }
        }
    }
    assert!(forgotten.is_empty(), "{}", forgotten.join(", "));
}

fn public_types(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for file in sources(folder) {
        let text = std::fs::read_to_string(file).unwrap();
        for line in text.lines() {
            let rest = line.strip_prefix("pub struct ");
            if let Some(rest) = rest.or_else(|| line.strip_prefix("pub enum ")) {
                let end = rest
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(rest.len());
                found.push(rest[..end].to_owned());
            }
        }
    }
    assert!(found.len() > 5, "{} has {found:?}", folder.display());
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
