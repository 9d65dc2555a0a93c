//! `defender auth login`: signs in, keeps the session, writes the profile.

mod profile;
mod secret;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use auth_core::settings::{Choice, Method};
use auth_core::{
    AccessToken, Claims, ClientSecret, MemoryStore, SecretString, StoredTokens, TokenCredential,
    TokenStore,
};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use serde_json::json;

use super::{host_of, product_argument, status};
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::output::text_of;
use crate::profile::{Config, check_name};
use crate::session::Session;
use crate::sessions::KeyPlace;
use crate::verbs::would;

/// The name of a profile where none is given.
const USUAL_NAME: &str = "default";

/// The options that are settings of the profile, and the variables that mean the same.
const SETTINGS: [(&str, &str); 2] = [
    ("method", "DEFENDER_METHOD"),
    ("client-id", "AZURE_CLIENT_ID"),
];

/// The same for those that name a file.
const FILES: [(&str, &str); 2] = [
    ("certificate", "AZURE_CLIENT_CERTIFICATE_PATH"),
    ("federated-token-file", "AZURE_FEDERATED_TOKEN_FILE"),
];

pub(super) fn command() -> Command {
    Command::new("login")
        .about("Sign in and keep it for later commands")
        .long_about(
            "Sign in and keep it for later commands: the settings in a profile (-p NAME, or `default`), and what is secret \
             encrypted beside it. Each service is tried with one cheap read, and what came of it is printed.\n\nWhere a policy of \
             the tenant forbids the browser (AADSTS53003 and its kin) the code on another device is tried, then the Azure CLI, \
             unless --method names the one that it has to be.\n\nA client secret is read from standard input or asked for; it is never an argument.",
        )
        .arg(
            Arg::new("method")
                .long("method")
                .value_name("METHOD")
                .value_parser(PossibleValuesParser::new(Method::ALL.map(Method::as_str)))
                .help("How [default: what the settings are there for, else browser; env: DEFENDER_METHOD]"),
        )
        .arg(
            Arg::new("client-id")
                .long("client-id")
                .value_name("ID")
                .help("The application's (client) id [env: AZURE_CLIENT_ID]"),
        )
        .arg(file("certificate").help(
            "A PEM or PKCS#12 file with key and certificate [env: AZURE_CLIENT_CERTIFICATE_PATH]",
        ))
        .arg(file("federated-token-file").help(
            "The file that a platform writes its tokens to [env: AZURE_FEDERATED_TOKEN_FILE]",
        ))
        .arg(product_argument().help("The product to try it with, by the first word of its commands [default: mde, or the program's first]"))
}

fn file(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    for (option, variable) in SETTINGS {
        if let Some(value) = matches.get_one::<String>(option) {
            let environment = session.context.environment_mut();
            environment.set_option(variable, value.clone());
        }
    }
    for (option, variable) in FILES {
        if let Some(path) = matches.get_one::<PathBuf>(option) {
            let path = absolute(path)?;
            let environment = session.context.environment_mut();
            environment.set_option(variable, path);
        }
    }
    let host = host_of(session, matches)?;
    let method = method(session, host)?;
    session
        .context
        .environment_mut()
        .set_option("DEFENDER_METHOD", method.as_str().to_owned());
    let profile = session.context.environment().profile();
    let name = profile
        .map_or(USUAL_NAME, |profile| profile.name.as_str())
        .to_owned();
    check_name(&name)?;
    if session.globals.dry_run {
        return tell_plan(session, method, &name);
    }
    let may_change = !matches.contains_id("method");
    let (method, kept) = sign_in_as_allowed(session, (method, may_change), host, &name).await?;
    if session.context.in_sandbox() {
        session
            .console
            .note("the emulator ends with this command; nothing was kept");
    } else {
        profile::write(session, method, &name, &kept).await?;
    }
    session.context.adopt(Arc::clone(&kept.credential));
    let (services, _) = status::tried(session).await;
    tell(session, method, &name, &kept, &services)
}

/// Says which files a sign-in would write. Nothing is asked for, and no secret is read.
fn tell_plan(session: &mut Session<'_>, method: Method, name: &str) -> Result<()> {
    let more = json!({
        "method": method.as_str(), "profile": name, "tenant": session.context.tenant(),
        "application": session.context.environment().get("AZURE_CLIENT_ID"),
    });
    if session.context.in_sandbox() {
        return would(session.console, "sign in and keep nothing", &[], more);
    }
    let folders = Folders::of_process()?;
    let config = Config::read(&folders)?;
    let kept = session.context.sessions()?.path(name);
    let mut writes = vec![config.path()];
    // The others are asked for a token again by each command.
    writes.extend((method.is_of_user() || method == Method::Secret).then_some(&*kept));
    would(
        session.console,
        "sign in and write a profile",
        &writes,
        more,
    )
}

/// The result of a sign-in.
struct Kept {
    token: Arc<AccessToken>,
    /// Continues the session without a prompt.
    credential: Arc<dyn TokenCredential>,
    username: Option<String>,
    place: Option<KeyPlace>,
}

impl Kept {
    fn of(token: Arc<AccessToken>, credential: Arc<dyn TokenCredential>) -> Self {
        Self {
            token,
            credential,
            username: None,
            place: None,
        }
    }
}

fn method(session: &Session<'_>, host: &str) -> Result<Method> {
    match session.context.named_method()? {
        Some(method) => return Ok(method),
        None => {
            if let Ok(Choice::Method(method)) = session.context.choice(host) {
                return Ok(method);
            }
        }
    }
    if session.console.can_ask() {
        return Ok(Method::Browser);
    }
    let known = Method::ALL.map(Method::as_str).join(", ");
    Err(Failure::usage("no sign-in method is chosen").with_hint(format!("give --method: {known}")))
}

/// Signs in; where a policy of the tenant forbids the method and nobody insists on it, in the next one that may be
/// allowed. Each is tried once.
async fn sign_in_as_allowed(
    session: &mut Session<'_>,
    (first, may_change): (Method, bool),
    host: &'static str,
    name: &str,
) -> Result<(Method, Kept)> {
    let mut method = first;
    let mut forbidden = None;
    loop {
        session
            .context
            .environment_mut()
            .set_option("DEFENDER_METHOD", method.as_str().to_owned());
        let failure = match sign_in(session, method, host, name).await {
            Ok(kept) => return Ok((method, kept)),
            Err(failure) => failure,
        };
        let next = where_forbidden(method);
        match next.filter(|_| may_change && is_forbidden(&failure)) {
            Some(next) => {
                let note = format!("{}; trying {next}", failure.message());
                session.console.note(&note);
                method = next;
                forbidden.get_or_insert(failure);
            }
            // The first failure names the policy; the later ones follow from it.
            None => return Err(forbidden.unwrap_or(failure)),
        }
    }
}

/// What to try where a policy of the tenant forbids a method. Every way leads to an end.
const fn where_forbidden(method: Method) -> Option<Method> {
    match method {
        Method::Browser => Some(Method::DeviceCode),
        Method::DeviceCode => Some(Method::Az),
        _ => None,
    }
}

/// Whether conditional access said no, whose numbers begin alike.
fn is_forbidden(failure: &Failure) -> bool {
    failure.code().starts_with("AADSTS53")
}

async fn sign_in(
    session: &mut Session<'_>,
    method: Method,
    host: &'static str,
    name: &str,
) -> Result<Kept> {
    if method.is_of_user() {
        return user(session, method, host, name).await;
    }
    if method == Method::Secret
        && let Some(secret) = secret::given(session)?
    {
        return secret_of(session, secret, host, name).await;
    }
    let credential = session.context.credential_by(method, host)?;
    let wanted = session.context.token_of(&*credential, host);
    let token = session.signals.or(wanted).await??;
    if method == Method::Secret
        && session
            .context
            .environment()
            .get("AZURE_CLIENT_SECRET")
            .is_some()
    {
        session
            .console
            .note("the secret comes from AZURE_CLIENT_SECRET and is not kept");
    }
    Ok(Kept::of(token, credential))
}

/// A user, whose session goes into the store once it is there: a sign-in that fails leaves the one before.
async fn user(
    session: &mut Session<'_>,
    method: Method,
    host: &'static str,
    name: &str,
) -> Result<Kept> {
    let mut sessions = match session.context.in_sandbox() {
        true => None,
        false => Some(session.context.sessions()?),
    };
    let store = match &mut sessions {
        Some(sessions) => Some(session.signals.or(sessions.writable(name)).await??),
        None => None,
    };
    let memory = Arc::new(MemoryStore::default());
    let shared: Arc<dyn TokenStore> = Arc::clone(&memory) as _;
    let credential = session.context.interactive(method, host, shared)?;
    let wanted = session.context.token_of_person(&*credential, host);
    let token = session.signals.or(wanted).await??;
    let tokens = memory.load().await?;
    let username = tokens
        .accounts()
        .into_iter()
        .next()
        .map(|account| account.username);
    let mut going_on: Arc<dyn TokenStore> = memory;
    if let Some(store) = store {
        let client = session
            .context
            .environment()
            .get("AZURE_CLIENT_ID")
            .unwrap_or_default();
        let change = move |kept: &mut StoredTokens| {
            kept.sign_out(client.trim());
            kept.merge(tokens);
        };
        // A process that redeems the refresh token of before must not put its answer over this one.
        let lock = session.signals.or(store.lock()).await??;
        let updating = store.update(Box::new(change));
        session.signals.or(updating).await??;
        drop(lock);
        going_on = store;
    }
    Ok(Kept {
        token,
        credential: session.context.session_of(method, host, going_on)?,
        username: username.filter(|name| !name.is_empty()),
        place: sessions.map(|sessions| sessions.place()),
    })
}

/// A secret that works is kept.
async fn secret_of(
    session: &mut Session<'_>,
    secret: SecretString,
    host: &'static str,
    name: &str,
) -> Result<Kept> {
    let (tenant, client) = session.context.application(Method::Secret, host)?;
    let credential = ClientSecret::new(&tenant, &client, secret.clone())?
        .with_authority(session.context.authority()?)
        .with_transport(session.context.transport()?);
    let wanted = session.context.token_of(&credential, host);
    let token = session.signals.or(wanted).await??;
    let mut kept = Kept::of(token, Arc::new(credential));
    if !session.context.in_sandbox() {
        let mut sessions = session.context.sessions()?;
        let store = session.signals.or(sessions.writable(name)).await??;
        let change = move |tokens: &mut StoredTokens| tokens.keep_client_secret(&client, &secret);
        let updating = store.update(Box::new(change));
        session.signals.or(updating).await??;
        kept.place = Some(sessions.place());
    }
    Ok(kept)
}

fn tell(
    session: &mut Session<'_>,
    method: Method,
    name: &str,
    kept: &Kept,
    services: &[status::Service],
) -> Result<()> {
    let claims = kept.token.claims().cloned().unwrap_or_else(Claims::default);
    let permissions = [&claims.roles[..], &claims.scopes[..]].concat();
    let place = kept.place.map(|place| match place {
        KeyPlace::Variable => "DEFENDER_STORE_KEY",
        KeyPlace::File => "file",
        KeyPlace::Keyring => "keyring",
    });
    let outcome = json!({
        "profile": (!session.context.in_sandbox()).then_some(name), "method": method.as_str(),
        "tenant": claims.tenant_id, "application": claims.client_id, "user": kept.username,
        "permissions": permissions,
        "key": place,
        "services": services.iter().map(status::Service::sum).collect::<Vec<_>>(),
    });
    session.console.object(&text_of(&outcome))
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .map_err(|error| Failure::machine(&format!("invalid path `{}`", path.display()), &error))
}
