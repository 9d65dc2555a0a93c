//! `defender auth`: signing in and out, tokens for other programs, and what is wrong with the credential.

mod doctor;
mod login;
mod logout;
mod status;
mod token;

use clap::{Arg, ArgMatches, Command};

use crate::failure::{Failure, Result};
use crate::session::Session;
use auth_core::services::family;

pub(super) fn command() -> Command {
    let status =
        Command::new("status").about("Try the credential with one cheap read of each service");
    Command::new("auth")
        .about("Sign in and out, get tokens, check the credential")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(login::command())
        .subcommand(logout::command())
        .subcommand(status)
        .subcommand(token::command())
        .subcommand(doctor::command())
}

pub(super) async fn run(session: &mut Session<'_>, verb: &str, matches: &ArgMatches) -> Result<()> {
    match verb {
        "login" => login::run(session, matches).await,
        "logout" => logout::run(session).await,
        "token" => token::run(session, matches).await,
        "doctor" => doctor::run(session, matches).await,
        _ => status::run(session).await,
    }
}

fn product_argument() -> Arg {
    Arg::new("product")
        .long("product")
        .value_name("PRODUCT")
        .help("The first word of a command: mde, mdca, xdr, graph")
}

/// The host family of the product that was named, or of Defender for Endpoint.
fn host_of(session: &Session<'_>, matches: &ArgMatches) -> Result<&'static str> {
    let product = matches.get_one::<String>("product");
    let product = product.map_or("mde", String::as_str);
    let hosts = session.context.services().hosts();
    let found = hosts
        .iter()
        .find(|(host, _)| family(host).eq_ignore_ascii_case(product));
    let known = || {
        let names = hosts
            .iter()
            .map(|(host, _)| family(host).to_ascii_lowercase());
        names.collect::<Vec<_>>().join(", ")
    };
    found.map(|&(host, _)| host).ok_or_else(|| {
        Failure::usage(format!(
            "unknown product `{product}`; there are {}",
            known()
        ))
    })
}
