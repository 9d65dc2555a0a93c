//! `sandbox`: the command that starts the emulator.

use clap::builder::ValueParser;
use clap::{ArgAction, Command, ValueHint, value_parser};

use crate::options::{flag, valued};
use crate::tree::branch;

/// `fault` reads what is wrong in a tenant: the emulator knows the words.
///
/// `--tenants` is a number here, in place of the expression of every command.
pub fn command(fault: ValueParser) -> Command {
    let up = Command::new("up")
        .about("Start the emulator and stay until Ctrl-C")
        .long_about(
            "Start the emulator and stay until Ctrl-C.\n\nPrints the variables that point this and other programs \
             to it, as lines for a shell.",
        )
        .arg(flag("tls").help("Serve https; the variables name the file with the certificate authority"))
        .arg(
            valued("certificate", "FILE")
                .value_hint(ValueHint::FilePath)
                .help("A PEM file whose certificate the application may sign in with"),
        )
        .arg(
            // In place of the option of every command, which chooses among tenants.
            valued("tenants", "N")
                .value_parser(|text: &str| match text.parse::<usize>() {
                    Ok(1..=10_000) => Ok(text.to_owned()),
                    _ => Err("not a number from 1 to 10000"),
                })
                .help("Serve tenant1 to tenantN with data of their own, opened by one application; prints a tenants file"),
        )
        .arg(
            valued("fault", "TENANT=FAULT")
                .action(ArgAction::Append)
                .value_parser(fault)
                .requires("tenants")
                .help("What is wrong in a tenant: dead-secret, unconsented, throttled, hanging or html; may be repeated"),
        )
        .arg(flag("no-limits").help("Do not enforce the documented rate limits"))
        .arg(
            valued("speed", "FACTOR")
                .value_parser(value_parser!(f64))
                .help("Speed of the emulator's clock compared to real time [default: 1]"),
        );
    branch(Command::new("sandbox")).subcommand(up)
}
