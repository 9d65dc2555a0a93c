//! The profile that a sign-in leaves behind.

use super::Kept;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::profile::Config;
use crate::session::Session;
use auth_core::settings::Method;

/// Writes the settings of the sign-in into the profile. The first profile becomes the default one.
pub(super) async fn write(
    session: &mut Session<'_>,
    method: Method,
    name: &str,
    kept: &Kept,
) -> Result<()> {
    let settings = settings(session, method, kept)?;
    let folders = Folders::of_process()?;
    let config = Config::change(&folders, |config| {
        for (setting, value) in &settings {
            config.set(name, setting, value.trim())?;
        }
        if config.default_profile().is_none() && config.names().len() == 1 {
            // Otherwise adding a second profile would silently end the use of this one.
            config.set_default(name);
        }
        Ok(())
    });
    let config = session.signals.or(config).await??;
    let note = if config.default_profile().as_deref() != Some(name) {
        format!(
            "wrote profile {name}; use it with `-p {name}`, or always after `{} {name}`",
            crate::program::call("profile use")
        )
    } else {
        format!("wrote profile {name}; it is used from now on")
    };
    session.console.note(&note);
    Ok(())
}

/// The settings that the profile keeps of a sign-in.
fn settings(
    session: &Session<'_>,
    method: Method,
    kept: &Kept,
) -> Result<Vec<(&'static str, String)>> {
    let context = &session.context;
    let mut settings = vec![("method", method.as_str().to_owned())];
    // A user may have signed in to `organizations`, or by a domain; the token tells which tenant that is.
    let told = kept
        .token
        .claims()
        .and_then(|claims| claims.tenant_id.clone());
    let tenant = match method.is_of_user() {
        true => told.or_else(|| context.tenant()),
        false => context.tenant(),
    };
    settings.extend(tenant.map(|tenant| ("tenant", tenant)));
    if !method.is_of_tool() {
        let client = context.environment().get("AZURE_CLIENT_ID");
        settings.extend(client.map(|client| ("client_id", client)));
    }
    for (setting, variable, of) in [
        (
            "certificate",
            "AZURE_CLIENT_CERTIFICATE_PATH",
            Method::Certificate,
        ),
        (
            "federated_token_file",
            "AZURE_FEDERATED_TOKEN_FILE",
            Method::Workload,
        ),
    ] {
        let path = context
            .environment()
            .path(variable)
            .filter(|_| method == of);
        let Some(path) = path else {
            continue;
        };
        let text = path.into_os_string().into_string().map_err(|path| {
            let message = format!(
                "config.toml cannot hold the path {}: it is not UTF-8",
                path.display()
            );
            Failure::usage(message)
                .with_hint(format!("rename the file, or keep its path in {variable}"))
        })?;
        settings.push((setting, text));
    }
    if context.cloud() != auth_core::Cloud::default() {
        settings.push(("cloud", context.cloud().to_string()));
    }
    Ok(settings)
}
