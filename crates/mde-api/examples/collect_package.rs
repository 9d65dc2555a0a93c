//! Collects the investigation package of a device and saves it.
//!
//! ```sh
//! cargo run -p mde-api --example collect_package -- MACHINE_ID FILE
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::time::Duration;

use mde_api::auth_core::{Cloud, Connector};
use mde_api::{Client, Error, Finished, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let machine_id = arguments
        .next()
        .ok_or_else(|| Error::usage("usage: MACHINE_ID FILE"))?;
    let file = arguments
        .next()
        .ok_or_else(|| Error::usage("usage: MACHINE_ID FILE"))?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &machine_id, &file).await
}

/// Collects a package and saves it to a file.
pub(crate) async fn run(client: &Client, machine_id: &str, file: &str) -> Result<()> {
    let collect = client
        .machines()
        .collect_investigation_package(machine_id, "collected by an example");
    let started = collect.begin().await?;
    let action = match started.wait(Duration::from_secs(3600)).await? {
        Finished::Succeeded(action) => action,
        other => {
            let action = other.into_inner();
            let message = format!("action {} is {:?}", action.id, action.status);
            return Err(Error::usage(message));
        }
    };
    let length = client
        .machine_actions()
        .get_package_uri(&action.id)
        .file()
        .save(file)
        .await?;
    println!("{file}: {length} bytes");
    Ok(())
}
