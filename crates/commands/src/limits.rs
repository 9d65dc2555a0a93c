//! `limits`: the command that shows how much of the services' limits is used.

use clap::Command;

use crate::options::flag;
use terminal::program;

/// `--tenant`, which every command has, leaves the rows of one.
pub fn command() -> Command {
    Command::new("limits")
        .after_help(program::examples(&["limits", "limits --all -o json"]))
        .arg(flag("all").help("Print the documented limits too that no call has used"))
}
