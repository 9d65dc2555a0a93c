//! Isolates a device, waits until that is done, and cancels the action if the device does not answer in time.
//!
//! ```sh
//! cargo run -p mde-api --example isolate_and_wait -- MACHINE_ID [SECONDS]
//! ```
//!
//! Run again while the action is open, it follows the same action and starts no second one. Stopped with Ctrl-C, it
//! leaves the action open: dropping the future sends nothing.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::time::Duration;

use mde_api::auth_core::{Cloud, Connector};
use mde_api::{Client, Error, Finished, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let machine_id = arguments.next();
    let machine_id = machine_id.ok_or_else(|| Error::usage("usage: MACHINE_ID [SECONDS]"))?;
    let seconds = arguments.next().and_then(|text| text.parse().ok());
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    let isolate = client
        .machines()
        .isolate(&*machine_id, "INC-7: isolated by an example");
    let started = isolate.begin().await?;
    // The id is all that another process needs to go on: `client.machine_actions().poller(id)`.
    let was_open = if started.reused {
        "was open"
    } else {
        "started"
    };
    println!("action {} {was_open}", started.action.id);

    let limit = Duration::from_secs(seconds.unwrap_or(1800));
    match started.wait(limit).await? {
        Finished::Succeeded(_) => println!("isolated"),
        Finished::Failed(action) => println!("not isolated: {:?}", action.status),
        Finished::Pending(action) => {
            let actions = client.machine_actions();
            actions
                .cancel(&action.id)
                .comment("not in time")
                .send()
                .await?;
            println!("not in time, cancelled");
        }
        _ => {}
    }
    Ok(())
}
