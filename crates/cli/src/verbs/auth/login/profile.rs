//! The profile that a sign-in leaves behind.

use super::Kept;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::keys::KEYS;
use crate::session::Session;
use auth_core::settings::profiles::Config;
use auth_core::settings::{Method, sign_in};

/// Writes the settings of the sign-in into the profile. The first profile becomes the default one.
pub(super) async fn write(
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
        (tenant.as_deref(), context.cloud()),
        &kept.token,
    )?;
    let folders = Folders::of_process()?;
    let config = Config::change(folders.config_file(), KEYS, |config| {
        for (setting, value) in &settings {
            config.set(name, setting, value.trim())?;
        }
        if config.default_profile().is_none() && config.names().len() == 1 {
            // Otherwise adding a second profile would silently end the use of this one.
            config.set_default(name);
        }
        Ok::<(), Failure>(())
    });
    let config = session.signals.or(config).await??;
    let note = if config.default_profile().as_deref() != Some(name) {
        format!(
            "wrote profile {name}; use it with `-p {name}`, or always after `defender profile use {name}`"
        )
    } else {
        format!("wrote profile {name}; it is used from now on")
    };
    session.console.note(&note);
    Ok(())
}
