//! Closes low alerts that nobody looked at for three months, after saying how many they are.
//!
//! `cargo run -p mdca-api --example close_stale_alerts -- PORTAL_URL`, with the variables of `auth_core::Environment`.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;

use mdca_api::alerts::AlertFilters;
use mdca_api::auth_core::Environment;
use mdca_api::http_core::Url;
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
    let portal = std::env::args().nth(1).ok_or("give the portal's URL")?;
    let client = Client::new(Arc::new(Environment::from_env()?), Url::parse(&portal)?)?;
    run(&client, 90, &mut std::io::stdout()).await
}
