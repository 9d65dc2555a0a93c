//! `defender auth`: sign in and out, tokens for other programs, checks of the credential.
//!
//! | command | purpose | writes |
//! | --- | --- | --- |
//! | `login` | sign in and keep the session | profile, encrypted store |
//! | `logout` | remove the session | removes the store |
//! | `status` | one cheap read of each service | nothing |
//! | `token` | print an access token | nothing |
//! | `doctor` | why a sign-in or a permission fails | nothing |

mod doctor;
mod login;
mod logout;
mod status;
mod token;

use clap::ArgMatches;

use crate::session::Session;
use terminal::{Failure, Result};

/// Runs a command of the group. `verb` is its word; `clap` has refused unknown ones.
pub(super) async fn run(session: &mut Session<'_>, verb: &str, matches: &ArgMatches) -> Result<()> {
    match verb {
        "login" => login::run(session, matches).await,
        "logout" => logout::run(session).await,
        "token" => token::run(session, matches).await,
        "doctor" => doctor::run(session, matches).await,
        _ => status::run(session).await,
    }
}

/// The host family of `--product`. Default: Defender for Endpoint, or the first product of a program without it.
fn host_of(session: &Session<'_>, matches: &ArgMatches) -> Result<&'static str> {
    let services = session.context.services();
    let named = matches.get_one::<String>("product");
    let found = services.host_of_product(named.map_or("mde", String::as_str));
    let first = || services.hosts().first().map(|(host, _)| *host);
    match (found, named) {
        (Ok(host), _) => Ok(host),
        (Err(message), None) => first().ok_or_else(|| Failure::usage(message)),
        (Err(message), Some(_)) => Err(Failure::usage(message)),
    }
}
