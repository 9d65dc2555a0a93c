//! Open incidents with their alerts, the longest waiting first.
//!
//! `cargo run -p xdr-api --example open_incidents`, with the variables of `auth_core::Environment`.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;

use xdr_api::Client;
use xdr_api::auth_core::Environment;

pub(crate) async fn run(
    client: &Client,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let incidents = client.graph().incidents();
    let mut open = incidents
        .list()
        .filter("status eq 'active'")
        .expand("alerts")
        .items();
    let losses = open.gaps();
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
    for loss in losses.get() {
        writeln!(out, "incomplete: {loss}")?;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::new(Arc::new(Environment::from_env()?))?;
    run(&client, &mut std::io::stdout()).await
}
