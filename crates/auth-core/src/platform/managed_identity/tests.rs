//! Requests to each issuer, retries, and results.

use std::time::Duration;

use http_core::TransportErrorKind;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::*;
use crate::error::{ErrorKind, RetryAdvice};
use crate::tests::{CLIENT, SCOPE, Script, Step, token};

/// On a virtual machine: no variable is set.
fn machine(script: &Arc<Script>) -> ManagedIdentity {
    on(Variables::of([]), script)
}

fn on(variables: Variables, script: &Arc<Script>) -> ManagedIdentity {
    ManagedIdentity::new()
        .with_variables(variables)
        .with_transport(Arc::clone(script) as Arc<_>)
}

async fn ask(credential: &ManagedIdentity) -> Result<Arc<AccessToken>> {
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await
}

fn app_service() -> Variables {
    Variables::of([
        ("IDENTITY_ENDPOINT", "http://127.0.0.1:41000/msi/token"),
        ("IDENTITY_HEADER", "canary-header"),
    ])
}

/// An answer of the metadata service.
fn issued() -> Step {
    Step::Answer(
        200,
        json!({"access_token": "t", "expires_in": "3599", "resource": "r", "token_type": "Bearer"}),
    )
}

fn refused(status: u16, word: &str, description: &str) -> Step {
    Step::Answer(
        status,
        json!({"error": word, "error_description": description}),
    )
}

const GET: &str = "resource=https%3A%2F%2Fapi.example";

#[tokio::test]
async fn the_metadata_service_is_asked_for_the_resource_of_the_scope() {
    let script = Script::new([issued()]);
    ask(&machine(&script)).await.unwrap();
    let expected = format!(
        "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&{GET}"
    );
    assert_eq!(script.uri(0).to_string(), expected);
    assert_eq!(script.header(0, "metadata").unwrap(), "true");
}

#[tokio::test]
async fn app_service_is_asked_with_its_header() {
    let script = Script::new([issued()]);
    let credential = on(app_service(), &script);
    ask(&credential).await.unwrap();
    let expected = format!("http://127.0.0.1:41000/msi/token?api-version=2019-08-01&{GET}");
    assert_eq!(script.uri(0).to_string(), expected);
    assert_eq!(
        script.header(0, "x-identity-header").unwrap(),
        "canary-header"
    );
    assert_eq!(script.header(0, "metadata"), None);
    assert!(!format!("{credential:?}").contains("canary"));
}

/// Requests a token with the client capability, and then with claims.
async fn ask_after_a_challenge(credential: &ManagedIdentity) -> [Result<Arc<AccessToken>>; 2] {
    let able = TokenRequestOptions::default().with_cae();
    let first = credential.get_token(&[SCOPE], &able).await;
    let challenged = able.with_claims("{}");
    [first, credential.get_token(&[SCOPE], &challenged).await]
}

#[tokio::test]
async fn app_service_is_told_which_token_was_revoked() {
    let script = Script::new([issued(), issued()]);
    for token in ask_after_a_challenge(&on(app_service(), &script)).await {
        token.unwrap();
    }
    let able = format!("api-version=2025-03-30&{GET}&xms_cc=cp1");
    // The digest of `t`.
    let hash = "e3b98a4da31a127d4bde6e43033f66ba274cab0eb7eb1c70ec41402bf6273dd8";
    assert_eq!(script.uri(0).query().unwrap(), able);
    let challenged = format!("{able}&token_sha256_to_refresh={hash}");
    assert_eq!(script.uri(1).query().unwrap(), challenged);
}

#[tokio::test]
async fn a_platform_of_before_revocation_is_asked_as_it_knows() {
    let unknown = Step::Answer(400, json!({"statusCode": 400, "message": "api-version"}));
    let script = Script::new([unknown, issued()]);
    let options = TokenRequestOptions::default().with_cae();
    let credential = on(app_service(), &script);
    credential.get_token(&[SCOPE], &options).await.unwrap();
    let plain = format!("api-version=2019-08-01&{GET}");
    assert_eq!(script.uri(1).query().unwrap(), plain);
}

#[tokio::test]
async fn the_metadata_service_knows_nothing_of_revocation() {
    let script = Script::new([issued(), issued()]);
    for token in ask_after_a_challenge(&machine(&script)).await {
        token.unwrap();
    }
    let plain = format!("api-version=2018-02-01&{GET}");
    assert_eq!(script.uri(1).query().unwrap(), plain);
    assert_eq!(script.uri(0), script.uri(1));
}

#[tokio::test]
async fn machine_learning_and_cloud_shell_are_told_apart_by_the_secret() {
    let script = Script::new([issued(), issued()]);
    let endpoint = ("MSI_ENDPOINT", "http://localhost:50342/oauth2/token");
    ask(&on(Variables::of([endpoint, ("MSI_SECRET", "s")]), &script))
        .await
        .unwrap();
    assert_eq!(script.header(0, "secret").unwrap(), "s");
    assert!(
        script
            .uri(0)
            .query()
            .unwrap()
            .starts_with("api-version=2017-09-01")
    );
    ask(&on(Variables::of([endpoint]), &script)).await.unwrap();
    assert_eq!(script.uri(1).query(), None);
    assert_eq!(script.request(1).1, GET);
    assert_eq!(script.header(1, "metadata").unwrap(), "true");
}

#[tokio::test]
async fn the_arc_agent_must_name_a_key_file_of_its_own() {
    let challenge = Step::Header(
        401,
        "www-authenticate",
        "Basic realm=/etc/shadow".to_owned(),
    );
    let script = Script::new([challenge]);
    let variables = Variables::of([
        (
            "IDENTITY_ENDPOINT",
            "http://127.0.0.1:40342/metadata/identity/oauth2/token",
        ),
        ("IMDS_ENDPOINT", "http://127.0.0.1:40342"),
    ]);
    let error = ask(&on(variables, &script)).await.unwrap_err();
    assert_eq!(
        (error.kind(), script.count()),
        (ErrorKind::Configuration, 1)
    );
    assert!(
        script
            .uri(0)
            .query()
            .unwrap()
            .starts_with("api-version=2020-06-01")
    );
}

fn service_fabric(endpoint: &'static str) -> Variables {
    Variables::of([
        ("IDENTITY_ENDPOINT", endpoint),
        ("IDENTITY_HEADER", "canary-header"),
        ("IDENTITY_SERVER_THUMBPRINT", THUMBPRINT),
    ])
}

const THUMBPRINT: &str = "0123456789ABCDEF0123456789abcdef01234567";
const FABRIC: &str = "https://10.0.0.1:2377/metadata/identity/oauth2/token";

#[tokio::test]
async fn service_fabric_is_asked_with_its_secret_and_told_of_revocation() {
    let script = Script::new([issued(), issued(), issued()]);
    let credential = on(service_fabric(FABRIC), &script);
    ask(&credential).await.unwrap();
    let plain = format!("{FABRIC}?api-version=2019-07-01-preview&{GET}");
    assert_eq!(script.uri(0).to_string(), plain);
    assert_eq!(script.header(0, "secret").unwrap(), "canary-header");
    assert_eq!(script.header(0, "metadata"), None);
    for token in ask_after_a_challenge(&credential).await {
        token.unwrap();
    }
    let query = script.uri(2).query().unwrap().to_owned();
    assert!(
        query.contains("&xms_cc=cp1&token_sha256_to_refresh=e3b98a4d"),
        "{query}"
    );
}

#[tokio::test]
async fn service_fabric_is_asked_by_https_and_for_no_identity_of_the_users() {
    let script = Script::new([]);
    let open = on(service_fabric("http://10.0.0.1:2377"), &script);
    let named = on(service_fabric(FABRIC), &script).with_client_id(CLIENT);
    for credential in [open, named] {
        let error = ask(&credential).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
    }
}

#[tokio::test]
async fn a_thumbprint_that_is_none_is_said_before_anything_is_sent() {
    let variables = Variables::of([
        ("IDENTITY_ENDPOINT", FABRIC),
        ("IDENTITY_HEADER", "h"),
        ("IDENTITY_SERVER_THUMBPRINT", "not-hexadecimal"),
    ]);
    let error = ask(&ManagedIdentity::new().with_variables(variables)).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.to_string().contains("thumbprint"), "{error}");
}

#[tokio::test]
async fn the_refusals_of_service_fabric_are_told_apart_and_final() {
    for (status, code, kind) in [
        (400, "SecretHeaderNotFound", ErrorKind::Configuration),
        (404, "ManagedIdentityNotFound", ErrorKind::Unavailable),
        (400, "ArgumentNullOrEmpty", ErrorKind::Refused),
        (400, "InvalidApiVersion", ErrorKind::Refused),
    ] {
        let body = json!({"error": {"code": code, "message": "as told", "correlationId": "c"}});
        let script = Script::new([Step::Answer(status, body)]);
        let error = ask(&on(service_fabric(FABRIC), &script)).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (kind, 1), "{error}");
        assert!(error.to_string().contains("as told"), "{error}");
    }
}

#[tokio::test]
async fn a_user_assigned_identity_is_named_as_each_issuer_wants_it() {
    let named = |credential: ManagedIdentity| {
        [
            credential.clone().with_client_id(CLIENT),
            credential.clone().with_object_id("o"),
            credential.with_resource_id("/r"),
        ]
    };
    for (variables, names) in [
        (Variables::of([]), ["client_id", "object_id", "msi_res_id"]),
        (app_service(), ["client_id", "principal_id", "mi_res_id"]),
    ] {
        let script = Script::new([issued(), issued(), issued()]);
        for (n, credential) in named(on(variables, &script)).into_iter().enumerate() {
            ask(&credential).await.unwrap();
            let uri = script.uri(n);
            let last = uri.query().unwrap().rsplit('&').next().unwrap();
            assert!(last.starts_with(&format!("{}=", names[n])), "{last}");
        }
    }
}

#[tokio::test]
async fn an_issuer_that_knows_no_such_identity_is_not_asked() {
    let script = Script::new([]);
    let cloud_shell = Variables::of([("MSI_ENDPOINT", "http://localhost:50342/oauth2/token")]);
    let credential = on(cloud_shell, &script).with_client_id(CLIENT);
    let error = ask(&credential).await.unwrap_err();
    assert_eq!(
        (error.kind(), script.count()),
        (ErrorKind::Configuration, 0)
    );
}

#[tokio::test(start_paused = true)]
async fn what_passes_is_waited_for() {
    let fails = [404, 429, 500, 503, 408];
    let steps = fails.map(|status| refused(status, "later", "later"));
    let script = Script::new(steps.into_iter().chain([issued()]));
    let start = Instant::now();
    ask(&machine(&script)).await.unwrap();
    assert_eq!(start.elapsed(), Duration::from_secs(1 + 2 + 4 + 8 + 16));
}

#[tokio::test(start_paused = true)]
async fn an_update_of_the_platform_is_waited_for_seventy_seconds() {
    let steps = (0..8).map(|_| refused(410, "gone", "gone"));
    let script = Script::new(steps);
    let start = Instant::now();
    let error = ask(&machine(&script)).await.unwrap_err();
    assert_eq!(
        (error.kind(), start.elapsed().as_secs()),
        (ErrorKind::Service, 70)
    );
}

/// Seconds or a date. Invalid values are ignored; more than a minute ends the retries.
#[tokio::test(start_paused = true)]
async fn a_delay_that_was_asked_for_is_kept_to() {
    let date = jiff::Timestamp::now() + Duration::from_secs(40);
    let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    for (asked, least, most) in [
        ("17", 17, 17),
        (&*date, 35, 40),
        ("soon", 1, 1),
        ("0", 1, 1),
    ] {
        let later = Step::Header(429, "retry-after", asked.to_owned());
        let script = Script::new([later, issued()]);
        let start = Instant::now();
        ask(&machine(&script)).await.unwrap();
        let waited = start.elapsed().as_secs();
        assert!((least..=most).contains(&waited), "{asked}: {waited}");
    }
    let hours = Step::Header(429, "retry-after", "7200".to_owned());
    let script = Script::new([hours]);
    let error = ask(&machine(&script)).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Throttled, 1));
}

#[tokio::test]
async fn other_refusals_are_final_and_told_apart() {
    for (step, kind) in [
        (
            refused(400, "invalid_resource", "AADSTS500011"),
            ErrorKind::InvalidScope,
        ),
        (
            refused(400, "invalid_request", "Identity not found"),
            ErrorKind::Unavailable,
        ),
        (
            refused(
                400,
                "bad_request_102",
                "Required metadata header not specified",
            ),
            ErrorKind::Refused,
        ),
        (
            refused(401, "unknown_source", "Unknown source"),
            ErrorKind::Refused,
        ),
        (
            Step::Page(403, "connecting to 169.254.169.254: network is unreachable"),
            ErrorKind::Unavailable,
        ),
        (
            Step::Page(200, "<title>welcome</title>"),
            ErrorKind::Unavailable,
        ),
        (
            Step::Answer(200, json!({"token": "canary"})),
            ErrorKind::UnexpectedAnswer,
        ),
    ] {
        let script = Script::new([step]);
        let error = ask(&machine(&script)).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (kind, 1), "{error}");
        assert_eq!(error.retry_advice(), RetryAdvice::Never);
        assert!(!format!("{error:?}").contains("canary"));
        assert_eq!(error.resource(), Some("https://api.example"));
    }
    let script = Script::new([Step::Answer(
        404,
        json!({"statusCode": 404, "message": "none here"}),
    )]);
    let error = ask(&on(app_service(), &script)).await.unwrap_err();
    assert!(error.to_string().contains("none here"), "{error}");
}

#[tokio::test]
async fn an_audience_that_cloud_shell_does_not_give_is_a_wrong_scope() {
    let cloud_shell = Variables::of([("MSI_ENDPOINT", "http://localhost:50342/oauth2/token")]);
    let script = Script::new([refused(400, "AudienceNotSupported", "not on the list")]);
    let error = ask(&on(cloud_shell, &script)).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::InvalidScope, 1));
}

#[tokio::test(start_paused = true)]
async fn outside_of_azure_a_probe_gives_up_within_a_second() {
    let silent = Step::Slow(Duration::from_secs(300), json!({}));
    let script = Script::new([silent]);
    let start = Instant::now();
    let error = ask(&machine(&script).with_probe()).await.unwrap_err();
    assert_eq!(
        (error.kind(), start.elapsed().as_secs()),
        (ErrorKind::Unavailable, 1)
    );
    assert_eq!(script.header(0, "metadata"), None);
}

#[tokio::test(start_paused = true)]
async fn a_probe_is_sent_once_and_any_answer_is_enough() {
    let script = Script::new([
        refused(400, "bad_request_102", "no header"),
        issued(),
        issued(),
    ]);
    let credential = machine(&script).with_probe();
    ask(&credential).await.unwrap();
    let again = TokenRequestOptions::default().with_force_refresh();
    credential.get_token(&[SCOPE], &again).await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn without_a_probe_a_dead_address_is_tried_twice() {
    let fail = || Step::Fail(TransportErrorKind::Unsent);
    let script = Script::new([fail(), fail()]);
    let error = ask(&machine(&script)).await.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Unavailable, 2));
}

#[tokio::test]
async fn every_form_of_an_end_is_read() {
    let end = jiff::Timestamp::from_second(jiff::Timestamp::now().as_second() + 3000).unwrap();
    let form = |form: &str| Value::from(end.strftime(form).to_string());
    for value in [
        json!(end.as_second()),
        json!(end.as_second().to_string()),
        json!(end.to_string()),
        form("%m/%d/%Y %H:%M:%S +00:00"),
        form("%m/%d/%Y %I:%M:%S %p +00:00"),
        form("%Y-%m-%d %H:%M:%S"),
    ] {
        let script = Script::new([Step::Answer(
            200,
            json!({"access_token": "t", "expires_on": value}),
        )]);
        let token = ask(&machine(&script)).await.unwrap();
        let off = token.expires_on().unwrap().duration_since(end).abs();
        assert!(off.as_secs() <= 2, "{value}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_token_is_renewed_at_half_its_life() {
    let script = Script::new([
        Step::Answer(200, token("a", 86_400)),
        Step::Answer(200, token("b", 86_400)),
    ]);
    let credential = machine(&script);
    for (hours, count) in [(0, 1), (11, 1), (2, 2)] {
        tokio::time::advance(Duration::from_secs(hours * 3600)).await;
        ask(&credential).await.unwrap();
        // A background task renews ahead of expiry.
        tokio::task::yield_now().await;
        assert_eq!(script.count(), count, "{hours}");
    }
}

#[tokio::test]
async fn a_scope_is_one_apis_default() {
    let script = Script::new([]);
    let options = TokenRequestOptions::default();
    let asked = machine(&script).get_token(&["User.Read"], &options).await;
    assert_eq!(asked.unwrap_err().kind(), ErrorKind::InvalidScope);
}

#[tokio::test]
async fn connections_of_its_own_follow_no_redirect() {
    let mut server = mockito::Server::new_async().await;
    let elsewhere = server.mock("GET", "/elsewhere").expect(0);
    let elsewhere = elsewhere.create_async().await;
    let path = mockito::Matcher::Regex("^/metadata/identity/oauth2/token".to_owned());
    let asked = server.mock("GET", path).match_header("metadata", "true");
    let asked = asked.with_status(302).with_header("location", "/elsewhere");
    let asked = asked.create_async().await;
    let address = Url::parse(&server.url()).unwrap();
    let credential = ManagedIdentity::new().with_metadata_service(address);
    let error = ask(&credential).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
    asked.assert_async().await;
    elsewhere.assert_async().await;
}

/// A platform may quote the refused request with its secret header.
#[tokio::test]
async fn a_secret_of_the_platform_is_in_no_error() {
    use base64::Engine;

    let standard = base64::engine::general_purpose::STANDARD;
    for echo in [
        "header canary-header is unknown".to_owned(),
        "header canary%2Dheader is unknown".to_owned(),
        format!("header {} is unknown", standard.encode("canary-header")),
        format!("header {} is unknown", standard.encode("x:canary-header")),
    ] {
        let script = Script::new([refused(400, "bad_request", &echo)]);
        let error = ask(&on(app_service(), &script)).await.unwrap_err();
        let shown = format!("{error:?} {error}");
        assert!(shown.contains("header *** is unknown"), "{shown}");
    }
}
