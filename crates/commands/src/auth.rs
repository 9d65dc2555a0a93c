//! `auth`: the commands that sign in and out, print tokens and check the credential.

use auth_core::settings::Method;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};

use crate::options::{file, flag, valued};
use crate::tree::branch;

/// The group of commands.
pub fn command() -> Command {
    let status = Command::new("status").about(
        "Test the credential with one cheap read of each service; `auth doctor` explains a failure",
    );
    branch(Command::new("auth"))
        .subcommand(login())
        .subcommand(logout())
        .subcommand(status)
        .subcommand(token())
        .subcommand(doctor())
}

fn login() -> Command {
    Command::new("login")
        .about("Sign in and keep the session for later commands")
        .long_about(
            "Sign in and keep the session for later commands: the settings in a profile (-p NAME, or `default`), the secrets \
             encrypted beside it. Each service is tried with one cheap read, and the result is printed.\n\nIf a policy of \
             the tenant forbids the browser (AADSTS53003 and similar codes), a code on another device is tried, then the \
             Azure CLI. --method turns this off.\n\nA client secret is read from standard input or prompted for; it is never \
             an argument.",
        )
        .arg(
            valued("method", "METHOD")
                .value_parser(PossibleValuesParser::new(Method::ALL.map(Method::as_str)))
                .help("How to sign in [default: the method whose settings are complete, else browser; env: DEFENDER_METHOD]"),
        )
        .arg(valued("client-id", "ID").help("The application's (client) id [env: AZURE_CLIENT_ID]"))
        .arg(file("certificate", "FILE").help(
            "A PEM or PKCS#12 file with key and certificate [env: AZURE_CLIENT_CERTIFICATE_PATH]",
        ))
        .arg(file("federated-token-file", "FILE").help(
            "The file that a platform writes its tokens to [env: AZURE_FEDERATED_TOKEN_FILE]",
        ))
        .arg(product_argument().help(
            "The product to get the first token for, by the first word of its commands [default: mde, or the first product]",
        ))
}

/// The profile is that of `-p`, which every command has.
fn logout() -> Command {
    Command::new("logout")
        .about("Remove the stored sign-in of a profile")
        .long_about(
            "Remove the stored sign-in of a profile: refresh token, access tokens, client secret. The profile stays.\n\n\
             Nothing is sent to the identity service. To end the sessions of a user everywhere, an administrator revokes them there.",
        )
}

/// The product has to be named: a token is for one API.
fn token() -> Command {
    Command::new("token")
        .about("Print an access token")
        .arg(product_argument().required(true))
        .arg(flag("show").help("Print the token even on a terminal"))
}

/// `--for` may name commands of several products.
fn doctor() -> Command {
    Command::new("doctor")
        .about("Explain how the sign-in works here and what is wrong with it")
        .long_about(
            "Explain how the sign-in works here and what is wrong with it: settings and where they come from, which \
             credential is used and why, its expiry, the identity service, clock, proxy, and for each service the \
             operations that its token opens.\n\nExit code 0 if all is well, 3 if a check needs attention, 4 if no token is \
             issued. Shows no secret and no token. The command `doctor`, without `auth`, compares the answers of the \
             services with what this program expects; `auth status` only tries each service.",
        )
        .arg(
            valued("for", "COMMAND")
                .action(ArgAction::Append)
                .help("A command such as 'mde alerts list' whose permission is checked; may be repeated"),
        )
}

/// `--product`. Its value is checked against the products of the program by [`host_of`].
fn product_argument() -> Arg {
    valued("product", "PRODUCT").help("The product, by the first word of its commands")
}
