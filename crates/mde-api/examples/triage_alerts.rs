//! Takes the new alerts of the highest severity, prints what they are about and assigns them.
//!
//! ```sh
//! cargo run -p mde-api --example triage_alerts -- OWNER
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use mde_api::alerts::{AlertFilter, AlertSeverity, AlertStatus};
use mde_api::auth_core::{Cloud, Connector};
use mde_api::{Client, Error, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let owner = arguments
        .next()
        .ok_or_else(|| Error::usage("usage: OWNER"))?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &owner).await
}

/// Gives every new alert of high severity to somebody.
pub(crate) async fn run(client: &Client, owner: &str) -> Result<()> {
    let new = AlertFilter::status().eq(AlertStatus::New);
    let high = AlertFilter::severity().eq(AlertSeverity::High);
    // All of them first: the change takes an alert out of the list that is being read.
    let alerts = client
        .alerts()
        .list()
        .filter(new & high)
        .items()
        .collect_all()
        .await?;
    for alert in alerts {
        let taken = client
            .alerts()
            .update(&alert.id)
            .status(AlertStatus::InProgress)
            .assigned_to(owner);
        let taken = taken.send().await?;
        let (title, device) = (
            taken.title.unwrap_or_default(),
            taken.computer_dns_name.unwrap_or_default(),
        );
        println!("{} {title} on {device}", taken.id);
    }
    Ok(())
}
