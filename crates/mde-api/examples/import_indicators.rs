//! Blocks the addresses of a file, one a line, however many there are.
//!
//! ```sh
//! cargo run -p mde-api --example import_indicators -- FILE
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use mde_api::auth_core::{Cloud, Connector};
use mde_api::indicators::{Indicator, IndicatorAction, IndicatorSeverity, IndicatorType};
use mde_api::{Client, Error, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let path = std::env::args().nth(1);
    let path = path.ok_or_else(|| Error::usage("usage: FILE"))?;
    let text = std::fs::read_to_string(&path);
    let text = text.map_err(|error| Error::usage(format!("{path}: {error}")))?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    let indicators = text.lines().map(|line| block(line.trim()));
    let imported = client.indicators().import_all(indicators).await;
    // Not sent: the library knows that the service would refuse them.
    for (indicator, error) in &imported.not_taken {
        println!(
            "not sent: {:?}: {}",
            indicator.indicator_value,
            error.message()
        );
    }
    // Refused by the service, one by one; the others of the same call were taken.
    for refused in imported.failed() {
        println!(
            "refused: {:?}: {:?}",
            refused.indicator, refused.failure_reason
        );
    }
    println!(
        "{} sent, {} left",
        imported.results.len(),
        imported.left.len()
    );
    imported.error.map_or(Ok(()), Err)
}

fn block(address: &str) -> Indicator {
    Indicator::new(IndicatorType::IpAddress, address)
        .action(IndicatorAction::Block)
        .title("Blocked address")
        .description("From the weekly list")
        .alert(IndicatorSeverity::High)
}
