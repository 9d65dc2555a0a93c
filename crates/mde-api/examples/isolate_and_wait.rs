//! Isolates a device and waits until it is done. A device that is being isolated already is waited for as well.
//!
//! ```sh
//! cargo run -p mde-api --example isolate_and_wait -- MACHINE_ID
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

#[path = "support/client.rs"]
mod support;

use std::time::Duration;

use mde_api::{Client, Finished, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let machine_id = arguments
        .next()
        .ok_or_else(|| mde_api::Error::usage("usage: MACHINE_ID"))?;
    let client = support::client()?;
    run(&client, &machine_id).await
}

/// Isolates a device.
pub(crate) async fn run(client: &Client, machine_id: &str) -> Result<()> {
    let started = client
        .machines()
        .isolate(machine_id, "isolated by an example")
        .begin()
        .await?;
    if started.reused {
        println!("action {} was there already", started.action.id);
    }
    match started.wait(Duration::from_secs(1800)).await? {
        Finished::Pending(action) => {
            println!("{machine_id}: not yet; ask for action {} later", action.id)
        }
        ended => println!("{machine_id}: {:?}", ended.into_inner().status),
    }
    Ok(())
}
