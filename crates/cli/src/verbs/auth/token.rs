//! `defender auth token`: prints an access token for another program.
//!
//! stdout is the token alone. On a terminal it is refused without `--show`, with exit code 9: a token on a screen ends up in
//! recordings and scroll buffers.

use auth_core::ExposeSecret;
use clap::ArgMatches;
use serde_json::json;

use super::host_of;
use crate::session::Session;
use terminal::{Failure, Result};

/// Prints the token. `--dry-run` prints the scope and the tenant of the request.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let host = host_of(session, matches)?;
    if session.globals.dry_run {
        let scope = session.context.endpoint(host)?.scope;
        let more = json!({"scope": scope.to_string(), "tenant": session.context.tenant()});
        return session.console.would("get a token and print it", &[], more);
    }
    if session.console.settings().layout.terminal && !matches.get_flag("show") {
        return Err(
            Failure::refused("a token is a secret, and standard output is a terminal")
                .with_hint("give --show to print it, or pipe it to the program that needs it"),
        );
    }
    let token = session.context.token(host);
    let token = session.signals.or(token).await??;
    session.console.line(token.secret().expose_secret())
}
