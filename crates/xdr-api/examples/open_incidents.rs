//! Open incidents with their alerts, the longest waiting first.
//!
//! `cargo run -p xdr-api --example open_incidents`, with the variables of `Connector::from_env`.

use std::error::Error;
use std::io::Write;

use xdr_api::Client;
use xdr_api::auth_core::{Cloud, Connector};
use xdr_api::graph::incidents::{IncidentFilter, IncidentStatus};

pub(crate) async fn run(
    client: &Client,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let incidents = client.graph().incidents();
    let mut open = incidents
        .list()
        .filter(IncidentFilter::status().eq(IncidentStatus::Active))
        .expand("alerts")
        .items();
    let gaps = open.gaps();
    while let Some(incident) = open.next_item().await {
        let incident = incident?;
        let title = incident.display_name.as_deref().unwrap_or("(no name)");
        let severity = incident
            .severity
            .as_ref()
            .map_or("unknown", |word| word.as_str());
        writeln!(
            out,
            "{} {severity}: {title}, {} alerts",
            incident.id,
            incident.alerts.len()
        )?;
    }
    for gap in gaps.get() {
        writeln!(out, "incomplete: {gap}")?;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &mut std::io::stdout()).await
}
