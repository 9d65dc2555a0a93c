//! `profile`: the commands that list and change the profiles of `config.toml`.

use clap::{Arg, ArgAction, Command};

use crate::tree::branch;
use terminal::program;

/// The group of commands.
pub fn command() -> Command {
    branch(Command::new("profile"))
        .subcommand(Command::new("list").about("List the profiles"))
        .subcommand(Command::new("show").about("Show the settings of a profile").arg(name().required(false)))
        .subcommand(
            Command::new("set")
                .about("Change settings of a profile, or create it")
                .long_about(
                    format!(
                        "Change settings of a profile, or create it: `{}`. An empty value removes a setting.",
                        program::call(
                            "profile set contoso tenant=contoso.com portal=contoso.us2.portal.cloudappsecurity.com"
                        )
                    ),
                )
                .arg(name())
                .arg(
                    Arg::new("settings")
                        .value_name("KEY=VALUE")
                        .required(true)
                        .action(ArgAction::Append)
                        .num_args(1..),
                ),
        )
        .subcommand(
            Command::new("use")
                .about("Make a profile the default one")
                .arg(name()),
        )
        .subcommand(
            Command::new("remove")
                .about("Remove a profile and its stored sign-in")
                .arg(name()),
        )
}

/// The name of a profile; without it the one in use is meant, where that can be.
fn name() -> Arg {
    Arg::new("name").value_name("NAME").required(true)
}
