//! `defender sandbox up`: the emulator for other programs, until Ctrl-C.
//!
//! stdout: the variables that point this and other programs to the emulator, as `export` lines for a shell. They hold the secrets of
//! the emulator, which are worth nothing elsewhere.
//!
//! `--tenants N` adds the tenants of customers, `tenant1` to `tenantN`, which the one application opens:
//!
//! | fault of a tenant | its command sees |
//! | --- | --- |
//! | `dead-secret` | `AADSTS7000222` at the sign-in |
//! | `unconsented` | `AADSTS700016` at the sign-in |
//! | `throttled` | 429 with `Retry-After: 300`, for five minutes |
//! | `hanging` | no answer |
//! | `html` | the page of a gateway with status 200 |
//!
//! Each run has the same data for the same `--sandbox-seed`. Stop it with Ctrl-C; nothing is kept.

use std::fmt::Write as _;

use clap::ArgMatches;
use clap::builder::ValueParser;
use serde_json::json;

use crate::context::{sandbox_settings, sandbox_variables, start_sandbox};
use crate::session::Session;
use ::sandbox::TenantFault;
use terminal::{Failure, Result};

/// Starts the emulator, prints the variables, and waits for a signal. The exit code is that of the signal.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let mut settings = sandbox_settings(session.globals, session.context.services());
    settings = settings
        .tls(matches.get_flag("tls"))
        .limits(!matches.get_flag("no-limits"));
    if let Some(speed) = matches.get_one::<f64>("speed") {
        settings = settings.speed(*speed);
    }
    if let Some(Ok(tenants)) = matches
        .get_one::<String>("tenants")
        .map(|text| text.parse())
    {
        settings = settings.customers(tenants);
    }
    let faults = matches.get_many::<(String, TenantFault)>("fault");
    for (tenant, fault) in faults.unwrap_or_default() {
        settings = settings.tenant_fault(tenant, *fault);
    }
    if let Some(path) = matches.get_one::<String>("certificate") {
        let text = std::fs::read(path)
            .map_err(|error| Failure::machine(&format!("`{path}` cannot be read"), &error))?;
        settings = settings.certificate(text);
    }
    if session.globals.dry_run {
        let more = json!({"tls": matches.get_flag("tls")});
        let what = "start the emulator and stay until Ctrl-C";
        return session.console.would(what, &[], more);
    }
    let sandbox = start_sandbox(settings).await?;
    let mut lines = String::new();
    for (name, value) in sandbox_variables(&sandbox) {
        // Writing into a string cannot fail.
        let _ = writeln!(lines, "export {name}={}", quoted(&value));
    }
    session.console.bytes(lines.as_bytes())?;
    session.note("the sandbox is up; Ctrl-C ends it");
    let exit = session.signals.next().await;
    drop(sandbox);
    Err(Failure::silent(exit))
}

/// Reads the value of `--fault`.
pub(super) fn fault_parser() -> ValueParser {
    ValueParser::new(fault)
}

/// Reads `tenant7=hanging`.
fn fault(text: &str) -> Result<(String, TenantFault), String> {
    let (tenant, word) = text
        .split_once('=')
        .ok_or_else(|| "expected TENANT=FAULT, such as tenant7=hanging".to_owned())?;
    Ok((tenant.to_owned(), word.parse()?))
}

/// A value quoted for a shell.
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_a_shell() {
        assert_eq!(quoted("a$b`c\"d"), "'a$b`c\"d'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
    }
}
