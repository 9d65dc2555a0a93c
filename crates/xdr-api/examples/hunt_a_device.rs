//! Everything that ran on a device in the last days, however much that is.
//!
//! `cargo run -p xdr-api --example hunt_a_device -- DEVICE FROM TO`, with the variables of `Connector::from_env`.

use std::error::Error;
use std::io::Write;

use xdr_api::Client;
use xdr_api::auth_core::{Cloud, Connector};

const QUERY: &str =
    "DeviceProcessEvents | where DeviceName == device | project Timestamp, FileName, ProcessId";

pub(crate) async fn run(
    client: &Client,
    (device, from, to): (&str, &str, &str),
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let hunt = client.graph().hunting().hunt(QUERY);
    let hunt = hunt.parameter("device", device).within(from, to).split();
    let table = hunt.send().await?;
    for row in &table.rows {
        let time = row.time("Timestamp").map(|time| time.to_string());
        writeln!(
            out,
            "{} {} ({})",
            time.unwrap_or_default(),
            row.text("FileName").unwrap_or_default(),
            row.long("ProcessId").unwrap_or_default()
        )?;
    }
    if table.is_truncated {
        writeln!(
            out,
            "incomplete: more happened in one second than the service gives"
        )?;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [device, from, to] = &arguments[..] else {
        return Err("usage: DEVICE FROM TO".into());
    };
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, (device, from, to), &mut std::io::stdout()).await
}
