//! `defender completion`: prints a script that completes commands, options and known words in a shell.
//!
//! The script is static: completing sends nothing and reads no profile.
//!
//! Shells: bash, elvish, fish, PowerShell, zsh.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use crate::command;
use crate::services::Services;
use terminal::program;
use terminal::{Console, Result};

pub(super) fn command() -> Command {
    Command::new("completion")
        .about("Print a script that completes commands in a shell")
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(value_parser!(Shell)),
        )
}

/// Prints the script. The whole tree is built, with the commands of products of others.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let name = program::name();
    let shell = matches.get_one("shell").copied().unwrap_or(Shell::Bash);
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut command::whole_tree(name, services.catalog(), super::commands(services)),
        name,
        &mut script,
    );
    console.bytes(&script)
}
