//! Runs a hunting query and decodes its rows into a type of one's own.
//!
//! ```sh
//! cargo run -p xdr-api --example hunt_into_own_rows -- FILE_NAME
//! ```
//!
//! The parameter is written as a literal of the query language: no value can become part of the query.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use serde::Deserialize;
use xdr_api::auth_core::{Cloud, Connector};
use xdr_api::{Client, Error, Result, Timestamp};

const QUERY: &str = "DeviceProcessEvents
| where FileName == file
| project Timestamp, DeviceName, ProcessId
| take 5";

/// A row of the query. A row that does not fit is an error that names the member.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Started {
    timestamp: Timestamp,
    device_name: String,
    process_id: i64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let file = std::env::args().nth(1);
    let file = file.ok_or_else(|| Error::usage("usage: FILE_NAME"))?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    let hunt = client.graph().hunting().hunt(QUERY).parameter("file", file);
    // `rows()` hands the rows on as they arrive, for answers that are better not held in memory.
    let table = hunt.send().await?;
    let started: Vec<Started> = table.decode()?;
    for one in &started {
        println!("{} {} {}", one.timestamp, one.device_name, one.process_id);
    }
    println!("{} rows, truncated: {}", started.len(), table.is_truncated);
    Ok(())
}
