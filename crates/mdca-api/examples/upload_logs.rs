//! Uploads the traffic logs of many firewalls to Cloud Discovery, some at a time, and reports each.
//!
//! ```sh
//! cargo run -p mdca-api --example upload_logs -- SOURCE DATA_SOURCE FILE...
//! ```
//!
//! `SOURCE` is the format of the logs, such as `SQUID`; `DATA_SOURCE` is written as the portal shows it.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::error::Error;

use futures_util::{StreamExt, stream};
use mdca_api::auth_core::{Cloud, Connector};
use mdca_api::{Client, Content, Progress, Result, Uploaded};

/// Number of logs that go up concurrently. The tenant has 30 calls a minute, and a log takes three.
const AT_ONCE: usize = 4;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [source, data_source, files @ ..] = &arguments[..] else {
        return Err("usage: SOURCE DATA_SOURCE FILE...".into());
    };
    // The portal's address comes from `DEFENDER_ENDPOINT_MDCA`.
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    let uploads = stream::iter(files)
        .map(async |file| (file, upload(&client, file, source, data_source).await));
    let mut uploads = uploads.buffered(AT_ONCE);
    let mut failed = 0;
    while let Some((file, uploaded)) = uploads.next().await {
        match uploaded {
            // Parsed later: the data source in the portal shows whether the log could be read.
            Ok(uploaded) => println!("{file}: {} bytes wait to be parsed", uploaded.bytes),
            Err(error) => {
                println!("{file}: {error}");
                failed += 1;
            }
        }
    }
    println!("{} logs, {failed} failed", files.len());
    Ok(())
}

async fn upload(client: &Client, file: &str, source: &str, data_source: &str) -> Result<Uploaded> {
    let name = file.to_owned();
    client
        .upload_log(file, source, data_source)
        .on_progress(move |progress| {
            if let Progress::Sent { sent, total } = progress {
                println!("{name}: {sent} of {total} bytes");
            }
        })
        .send(Content::file(file).await?)
        .await
}
