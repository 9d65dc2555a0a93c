//! `defender auth login`: signs in, keeps the session, writes the profile.
//!
//! `auth_core::settings::sign_in` holds the conversation with the identity service. This module chooses the method, shows
//! the prompts, writes the profile and prints the result.
//!
//! - stdout: one object with profile, method, tenant, permissions, and the result of one read of each service.
//! - stderr: the address or the code for the user, and notes.
//! - No token and no secret is printed. A secret is never an argument, because other users see the arguments of a process.
//! - The profile is written after the sign-in has succeeded. A failed sign-in changes no file.
//!
//! | method | conversation | kept |
//! | --- | --- | --- |
//! | browser | an address opens, a listener on this machine gets the answer | refresh token, encrypted |
//! | device code | address and code are printed, another device signs in | refresh token, encrypted |
//! | secret | asked for without echo, or the first line of standard input | the secret, encrypted |
//! | all others | none: the tool, the file or the machine has the credential | the name of the method |
//!
//! A browser or device code that conditional access forbids is followed by the next method, unless `--method` names one. `az` is
//! not tried in the sandbox, because the tool would sign in to the tenant itself.

mod secret;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use auth_core::http_core::Url;
use auth_core::settings::doctor::ServiceStatus;
use auth_core::settings::profiles::{Config, KeyPlace, check_name};
use auth_core::settings::sign_in::{self, Prompt, SignIn, SignedIn};
use auth_core::settings::{Choice, Method};
use auth_core::{Claims, DeviceCodePrompt};
use clap::ArgMatches;
use serde_json::json;

use super::{host_of, status};
use crate::session::Session;
use auth_core::settings::profiles::Folders;
use commands::keys::KEYS;
use terminal::browser;
use terminal::{Failure, Result};

/// The name of the profile if `-p` names none and there is no default profile.
const DEFAULT_PROFILE: &str = "default";

/// Signs in, writes the profile, tries each service and prints the result.
///
/// A service that refuses its read is part of the result and not a failure of the command.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    set_options(session, matches)?;
    let host = host_of(session, matches)?;
    let method = method(session, host)?;
    set_method(session, method);
    let profile = session.context.environment().profile();
    let name = profile
        .map_or(DEFAULT_PROFILE, |profile| profile.name.as_str())
        .to_owned();
    check_name(&name)?;
    if session.globals.dry_run {
        return print_plan(session, method, &name);
    }
    check_application(session, method)?;
    let is_fixed = matches.contains_id("method");
    let signed_in = sign_in(session, method, is_fixed, host, &name).await?;
    set_method(session, signed_in.method);
    if session.context.in_sandbox() {
        session.note("the emulator ends with this command; nothing was kept");
    } else {
        write_profile(session, &name, &signed_in).await?;
    }
    session.context.adopt(Arc::clone(&signed_in.credential));
    let (services, _) = status::read_each(session).await;
    print_result(session, &name, &signed_in, &services)
}

/// Puts the options in front of variables and profile. Paths become absolute: `write_profile` stores them.
fn set_options(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let environment = session.context.environment_mut();
    for (option, variable) in [
        ("method", "DEFENDER_METHOD"),
        ("client-id", "AZURE_CLIENT_ID"),
    ] {
        if let Some(value) = matches.get_one::<String>(option) {
            environment.set_option(variable, value.clone());
        }
    }
    for (option, variable) in [
        ("certificate", "AZURE_CLIENT_CERTIFICATE_PATH"),
        ("federated-token-file", "AZURE_FEDERATED_TOKEN_FILE"),
    ] {
        if let Some(path) = matches.get_one::<PathBuf>(option) {
            environment.set_option(variable, absolute(path)?);
        }
    }
    Ok(())
}

/// Sets the method for the calls after the sign-in.
fn set_method(session: &mut Session<'_>, method: Method) {
    let environment = session.context.environment_mut();
    environment.set_option("DEFENDER_METHOD", method.as_str());
}

/// The named method, or the one whose settings are complete. At a terminal the default is the browser; without one there is
/// no default, because no user could finish that sign-in.
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

/// Refuses a sign-in as an application or through one without its id. The emulator has one of its own.
fn check_application(session: &Session<'_>, method: Method) -> Result<()> {
    let needs_one = method.is_of_user() || matches!(method, Method::Secret | Method::Certificate);
    let is_given = session
        .context
        .environment()
        .get("AZURE_CLIENT_ID")
        .is_some();
    if !needs_one || is_given || session.context.in_sandbox() {
        return Ok(());
    }
    Err(Failure::usage(format!("--method {method} needs the id of an application"))
        .with_hint(format!(
            "give --client-id ID of an app registration in your tenant; the page below says how to make one. `{}` needs none: it \
             signs in as the user of the Azure CLI",
            terminal::program::sign_in("--method az")
        ))
        .with_page("docs/guides/command-line-sign-in.md#methods"))
}

/// Prints the files that a sign-in would write. Prompts for nothing and reads no secret.
fn print_plan(session: &mut Session<'_>, method: Method, name: &str) -> Result<()> {
    let more = json!({
        "method": method.as_str(), "profile": name, "tenant": session.context.tenant(),
        "application": session.context.environment().get("AZURE_CLIENT_ID"),
    });
    if session.context.in_sandbox() {
        return session.console.would("sign in and keep nothing", &[], more);
    }
    let folders = Folders::of_process()?;
    let config = Config::read(folders.config_file(), KEYS)?;
    let store = session.context.sessions()?.path(name);
    let mut writes = vec![config.path()];
    // The other methods keep nothing: each command requests a token again.
    writes.extend((method.is_of_user() || method == Method::Secret).then_some(&*store));
    let what = "sign in and write a profile";
    session.console.would(what, &writes, more)
}

/// Shows a sign-in on standard error.
struct Terminal {
    is_quiet: bool,
}

impl Prompt for Terminal {
    /// Shown with `--quiet` too: without it nobody could sign in.
    fn device_code(&self, prompt: &DeviceCodePrompt) {
        terminal::show(prompt.message());
    }

    /// The address is printed as well: on a remote machine no browser opens.
    fn browser(&self, address: &Url) {
        terminal::show(&format!(
            "To sign in, open this address in a browser on this machine:\n{address}"
        ));
        browser::open(address.as_str());
    }

    fn forbidden(&self, error: &auth_core::Error, next: Method) {
        if !self.is_quiet {
            terminal::show(&format!("{error}; trying {next}"));
        }
    }
}

/// Runs the conversation. `is_fixed` turns the alternatives off.
async fn sign_in(
    session: &mut Session<'_>,
    method: Method,
    is_fixed: bool,
    host: &str,
    name: &str,
) -> Result<SignedIn> {
    let context = &session.context;
    let given = match method {
        Method::Secret => secret::given(session)?,
        _ => None,
    };
    let is_kept = method.is_of_user() || given.is_some();
    let settings = match is_kept {
        true => context.new_session_settings(method, host)?,
        false => context.method_settings(method, host)?,
    };
    let has_variable = context.environment().get("AZURE_CLIENT_SECRET").is_some();
    let is_quiet = session.globals.quiet;
    let scope = context.endpoint(host)?.scope;
    let sign_in = SignIn::new(settings, scope, Arc::new(Terminal { is_quiet }));
    let mut sign_in = sign_in.with_options(context.token_options());
    if !is_fixed {
        let mut alternatives = vec![Method::DeviceCode, Method::Az];
        // The Azure CLI would sign in to the tenant itself.
        alternatives.retain(|method| !(context.in_sandbox() && method.is_of_tool()));
        sign_in = sign_in.with_alternatives(alternatives);
    }
    if let Some(secret) = given {
        sign_in = sign_in.with_secret(secret);
    }
    if is_kept && !context.in_sandbox() {
        sign_in = sign_in.kept_in(context.sessions()?, name);
    }
    let run = sign_in.run(method);
    let signed_in = match method.is_of_user() {
        true => session.wait(run).await??,
        false => session.signals.or(context.in_time(run)).await??,
    };
    if method == Method::Secret && !is_kept && has_variable {
        session.note("the secret comes from AZURE_CLIENT_SECRET and is not kept");
    }
    Ok(signed_in)
}

/// Prints the result. In the sandbox it has no profile, because none is written.
fn print_result(
    session: &mut Session<'_>,
    name: &str,
    signed_in: &SignedIn,
    services: &[ServiceStatus],
) -> Result<()> {
    let claims = signed_in.token.claims().cloned();
    let claims = claims.unwrap_or_else(Claims::default);
    let permissions = [&claims.roles[..], &claims.scopes[..]].concat();
    let result = json!({
        "profile": (!session.context.in_sandbox()).then_some(name), "method": signed_in.method.as_str(),
        "tenant": claims.tenant_id, "application": claims.client_id, "user": signed_in.username,
        "permissions": permissions,
        "key": signed_in.place.map(KeyPlace::as_str),
        "services": services.iter().map(ServiceStatus::summary).collect::<Vec<_>>(),
    });
    session.console.value(&result)
}

/// Writes the settings of the sign-in into the profile. The first profile becomes the default one; a later one does not,
/// because that would silently change what other commands use.
async fn write_profile(session: &mut Session<'_>, name: &str, signed_in: &SignedIn) -> Result<()> {
    let context = &session.context;
    let tenant = context.tenant();
    let settings = sign_in::profile_settings(
        context.environment(),
        signed_in.method,
        tenant.as_deref(),
        context.cloud(),
        &signed_in.token,
    )?;
    let folders = Folders::of_process()?;
    let config = Config::change(folders.config_file(), KEYS, |config| {
        config.keep(name, &settings)
    });
    let config = session.wait(config).await??;
    let is_default = config.default_profile().as_deref() == Some(name);
    session.note(&match is_default {
        true => format!("wrote profile {name}; it is used from now on"),
        false => format!(
            "wrote profile {name}; use it with `-p {name}`, or always after `{} {name}`",
            terminal::program::call("profile use")
        ),
    });
    Ok(())
}

/// An absolute path, because later commands run in other folders. The file need not exist.
fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .map_err(|error| Failure::machine(&format!("invalid path `{}`", path.display()), &error))
}
