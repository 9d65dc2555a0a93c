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
        .help("The product, by the first word of its commands")
}

/// The host family of the product that was named. Default: Defender for Endpoint, or the first of a program without it.
fn host_of(session: &Session<'_>, matches: &ArgMatches) -> Result<&'static str> {
    let hosts = session.context.services().hosts();
    let of = |product: &str| {
        let mut hosts = hosts.iter();
        hosts.find(|(host, _)| family(host).eq_ignore_ascii_case(product))
    };
    let named = matches.get_one::<String>("product").map(String::as_str);
    let product = named.unwrap_or("mde");
    let found = match named {
        Some(product) => of(product),
        None => of(product).or(hosts.first()),
    };
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
