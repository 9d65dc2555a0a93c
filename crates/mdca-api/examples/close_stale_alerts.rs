//! Closes low alerts that nobody looked at for three months, after saying how many they are.
//!
//! `cargo run -p mdca-api --example close_stale_alerts`, with the variables of `Connector::from_env`.

use std::error::Error;
use std::io::Write;

use mdca_api::alerts::AlertFilters;
use mdca_api::auth_core::{Cloud, Connector};
use mdca_api::{Client, Closing};

pub(crate) async fn run(
    client: &Client,
    days: u32,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let stale = AlertFilters::new().severity_eq([0]).date_lte_ndays(days);
    let matching = client.alerts().matching(&stale).await?;
    writeln!(out, "{} alerts match", matching.count())?;
    if matching.count() == 0 {
        return Ok(());
    }
    let close = matching
        .close(Closing::FalsePositive)
        .comment("stale")
        .reason_id(0);
    let closed = close.send().await?;
    writeln!(out, "{} closed", closed.closed)?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, 90, &mut std::io::stdout()).await
}
