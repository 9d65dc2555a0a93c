//! Counts the vulnerabilities of all devices by their severity, from the files of the export.
//!
//! ```sh
//! cargo run -p mde-api --example export_vulnerabilities
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

#[path = "support/client.rs"]
mod support;

use std::collections::BTreeMap;

use mde_api::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = support::client()?;
    run(&client).await
}

/// Reads the whole export, one row at a time.
pub(crate) async fn run(client: &Client) -> Result<()> {
    let mut rows = client
        .assessments()
        .export_software_vulnerabilities()
        .items();
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    while let Some(row) = rows.next_item().await {
        let severity = row?.vulnerability_severity_level;
        *counts
            .entry(severity.unwrap_or_else(|| "none".to_owned()))
            .or_default() += 1;
    }
    for (severity, count) in counts {
        println!("{severity}: {count}");
    }
    Ok(())
}
