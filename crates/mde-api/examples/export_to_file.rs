//! Writes all software vulnerabilities of all devices to a file, a JSON object a line, and says whether they are all.
//!
//! ```sh
//! cargo run -p mde-api --example export_to_file -- FILE
//! ```
//!
//! The rows are passed on as the service wrote them, one at a time. `items()` decodes them instead.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::fs::File;
use std::io::{BufWriter, Write};

use mde_api::Client;
use mde_api::auth_core::{Cloud, Connector};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: FILE")?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    let mut file = BufWriter::new(File::create(&path)?);
    let mut rows = client
        .assessments()
        .export_software_vulnerabilities()
        .rows();
    let mut failure = None;
    while let Some(row) = rows.next_row().await {
        match row {
            Ok(row) => {
                file.write_all(&row)?;
                file.write_all(b"\n")?;
            }
            // The rows before an error stand, and the snapshot says what is missing.
            Err(error) => failure = Some(error),
        }
    }
    file.flush()?;

    let snapshot = rows.snapshot().unwrap_or_default();
    // Kept beside the rows, it tells a later reader how fresh and how complete they are.
    std::fs::write(
        format!("{path}.manifest.json"),
        serde_json::to_vec(&snapshot)?,
    )?;
    println!("{} rows of {} files", snapshot.rows, snapshot.files);
    println!("complete: {}", snapshot.complete);
    failure.map_or(Ok(()), |error| Err(error.into()))
}
