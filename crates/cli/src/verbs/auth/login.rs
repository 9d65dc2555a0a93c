//! `defender auth login`: signs in, keeps the session, writes the profile.

mod secret;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use auth_core::settings::doctor::ServiceStatus;
use auth_core::settings::profiles::{Config, KeyPlace, check_name};
use auth_core::settings::{Choice, Method, sign_in};
use auth_core::{
    AccessToken, Claims, ClientSecret, MemoryStore, SecretString, TokenCredential, TokenStore,
};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use serde_json::json;

use super::{host_of, product_argument, status};
use crate::console::text_of;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::keys::KEYS;
use crate::session::Session;
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
        write_profile(session, method, &name, &kept).await?;
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
    let config = Config::read(folders.config_file(), KEYS)?;
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
    if let Some(method) = session.context.named_method()? {
        return Ok(method);
    }
    if let Ok(Choice::Method(method)) = session.context.choice(host) {
        return Ok(method);
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
        let failure = match sign_in_by(session, method, host, name).await {
            Ok(kept) => return Ok((method, kept)),
            Err(failure) => failure,
        };
        let next = sign_in::next_allowed(method, failure.code());
        match next.filter(|_| may_change) {
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

async fn sign_in_by(
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
        let keeping = sign_in::keep_session(&*store, client.trim(), tokens);
        session.signals.or(keeping).await??;
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
        let keeping = sign_in::keep_secret(&*store, &client, secret);
        session.signals.or(keeping).await??;
        kept.place = Some(sessions.place());
    }
    Ok(kept)
}

fn tell(
    session: &mut Session<'_>,
    method: Method,
    name: &str,
    kept: &Kept,
    services: &[ServiceStatus],
) -> Result<()> {
    let claims = kept.token.claims().cloned().unwrap_or_else(Claims::default);
    let permissions = [&claims.roles[..], &claims.scopes[..]].concat();
    let outcome = json!({
        "profile": (!session.context.in_sandbox()).then_some(name), "method": method.as_str(),
        "tenant": claims.tenant_id, "application": claims.client_id, "user": kept.username,
        "permissions": permissions,
        "key": kept.place.map(KeyPlace::as_str),
        "services": services.iter().map(ServiceStatus::summary).collect::<Vec<_>>(),
    });
    session.console.object(&text_of(&outcome))
}

/// Writes the settings of the sign-in into the profile. The first profile becomes the default one.
async fn write_profile(
    session: &mut Session<'_>,
    method: Method,
    name: &str,
    kept: &Kept,
) -> Result<()> {
    let context = &session.context;
    let tenant = context.tenant();
    let settings = sign_in::profile_settings(
        context.environment(),
        method,
        tenant.as_deref(),
        context.cloud(),
        &kept.token,
    )?;
    let folders = Folders::of_process()?;
    let config = Config::change(folders.config_file(), KEYS, |config| {
        config.keep(name, &settings)
    });
    let config = session.signals.or(config).await??;
    let is_default = config.default_profile().as_deref() == Some(name);
    session.console.note(&match is_default {
        true => format!("wrote profile {name}; it is used from now on"),
        false => format!(
            "wrote profile {name}; use it with `-p {name}`, or always after `{} {name}`",
            crate::program::call("profile use")
        ),
    });
    Ok(())
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .map_err(|error| Failure::machine(&format!("invalid path `{}`", path.display()), &error))
}
