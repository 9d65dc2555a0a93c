//! Runs a script of the live response library on a device and prints what it says.
//!
//! ```sh
//! cargo run -p mde-api --example run_script -- MACHINE_ID SCRIPT
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::time::Duration;

use mde_api::auth_core::{Cloud, Connector};
use mde_api::machines::LiveResponseCommand;
use mde_api::{Client, Error, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let machine_id = arguments
        .next()
        .ok_or_else(|| Error::usage("usage: MACHINE_ID SCRIPT"))?;
    let script = arguments
        .next()
        .ok_or_else(|| Error::usage("usage: MACHINE_ID SCRIPT"))?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &machine_id, &script).await
}

/// Runs a script and prints its output, or why there is none.
pub(crate) async fn run(client: &Client, machine_id: &str, script: &str) -> Result<()> {
    let hour = Duration::from_secs(3600);
    let run = client
        .machines()
        .run_live_response(machine_id, [LiveResponseCommand::run_script(script)]);
    let started = run
        .comment("run by an example")
        .begin_when_free(hour)
        .await?;
    let action = started.wait(hour).await?.into_inner();
    let actions = client.machine_actions();
    for step in action.steps() {
        if step.has_result() {
            let result = actions.script_result(&action.id, step.index).await?;
            println!(
                "exit code {:?}\n{}",
                result.exit_code,
                result.script_output.unwrap_or_default()
            );
        } else {
            println!("command {}: {:?}", step.index, step.state);
        }
    }
    Ok(())
}
