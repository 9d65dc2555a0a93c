//! `tenants`: the commands that show the tenants file and find customers.

use clap::Command;

use crate::options::flag;
use crate::spelling::FORCE;
use crate::tree::branch;
use terminal::program;

/// `discover` exists only in a program with the operations of partner relationships.
pub fn command(can_discover: bool) -> Command {
    let list = Command::new("list")
        .about("Show the tenants of the file, or those that --tenants means")
        .after_help(program::examples(&[
            "tenants list",
            "tenants list --tenants 'tag:prod&!tag:test'",
        ]));
    let command = branch(Command::new("tenants")).subcommand(list);
    match can_discover {
        true => command.subcommand(discover_command()),
        false => command,
    }
}

/// Only in programs that have the operation.
fn discover_command() -> Command {
    Command::new("discover")
        .about("Find the tenants of customers who gave this tenant access (GDAP)")
        .long_about(
            "Find the tenants of customers who gave this tenant, a partner's, delegated admin privileges (GDAP), from \
             Microsoft Graph. Only customers with an active relationship are printed.\n\nLeast permission: \
             DelegatedAdminRelationship.Read.All. An application works in a tenant after an administrator there has \
             consented, whatever relationships exist: `auth doctor --tenants all` shows where.",
        )
        .after_help(program::examples(&[
            "tenants discover",
            "tenants discover --save",
            "tenants discover -o csv > customers.csv",
        ]))
        .arg(flag("save").help("Write the tenants to the tenants file, as TOML"))
        .arg(
            flag(FORCE)
                .requires("save")
                .help("Replace the tenants file if it exists"),
        )
}
