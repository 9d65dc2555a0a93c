//! Blocks the addresses of a file, one a line.
//!
//! ```sh
//! cargo run -p mde-api --example import_indicators -- FILE
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

#[path = "support/client.rs"]
mod support;

use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
use mde_api::{Client, Error, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments
        .next()
        .ok_or_else(|| mde_api::Error::usage("usage: FILE"))?;
    let client = support::client()?;
    run(&client, &file).await
}

/// Imports an indicator for each line of a file.
pub(crate) async fn run(client: &Client, file: &str) -> Result<()> {
    let text =
        std::fs::read_to_string(file).map_err(|error| Error::usage(format!("{file}: {error}")))?;
    let imported = client
        .indicators()
        .import_all(text.lines().map(block))
        .await;
    for refused in imported.failed() {
        println!("{:?}: {:?}", refused.indicator, refused.failure_reason);
    }
    println!(
        "{} sent, {} left",
        imported.results.len(),
        imported.left.len()
    );
    imported.error.map_or(Ok(()), Err)
}

fn block(address: &str) -> Indicator {
    let mut indicator = Indicator::default();
    indicator.indicator_value = Some(address.trim().to_owned());
    indicator.indicator_type = Some(IndicatorType::IpAddress);
    indicator.action = Some(IndicatorAction::Block);
    indicator.title = Some("Blocked address".to_owned());
    indicator.description = Some("From a list".to_owned());
    indicator
}
