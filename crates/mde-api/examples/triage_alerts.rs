//! Takes the new alerts of the highest severity, prints what they are about and assigns them.
//!
//! ```sh
//! cargo run -p mde-api --example triage_alerts -- OWNER
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

#[path = "support/client.rs"]
mod support;

use mde_api::http_core::odata::Filter;
use mde_api::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let owner = arguments
        .next()
        .ok_or_else(|| mde_api::Error::usage("usage: OWNER"))?;
    let client = support::client()?;
    run(&client, &owner).await
}

/// Gives every new alert of high severity to somebody.
pub(crate) async fn run(client: &Client, owner: &str) -> Result<()> {
    let filter = Filter::eq("status", "New").and(Filter::eq("severity", "High"));
    // All of them first: the change takes an alert out of the list that is being read.
    let alerts = client
        .alerts()
        .list()
        .filter(filter)
        .items()
        .collect_all()
        .await?;
    for alert in alerts {
        let taken = client
            .alerts()
            .update(&alert.id)
            .status("InProgress")
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
