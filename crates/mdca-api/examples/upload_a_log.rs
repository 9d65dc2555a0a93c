//! Uploads a proxy's log to Cloud Discovery and says how far it has come.
//!
//! `cargo run -p mdca-api --example upload_a_log -- PORTAL_URL FILE SOURCE DATA_SOURCE`, with the variables of
//! `auth_core::Environment`.

use std::error::Error;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

use mdca_api::auth_core::Environment;
use mdca_api::http_core::Url;
use mdca_api::{Client, Content, Progress};

pub(crate) async fn run(
    client: &Client,
    (name, source, data_source): (&str, &str, &str),
    log: impl Into<Content>,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let steps = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&steps);
    let upload = client
        .upload_log(name, source, data_source)
        .on_progress(move |progress| {
            seen.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(progress);
        });
    let uploaded = upload.send(log).await?;
    for step in steps.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        match step {
            Progress::Sent { sent, total } => writeln!(out, "{sent} of {total} bytes")?,
            other => writeln!(out, "{other:?}")?,
        }
    }
    writeln!(out, "{} bytes wait to be parsed", uploaded.bytes)?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [portal, file, source, data_source] = &arguments[..] else {
        return Err("give PORTAL_URL FILE SOURCE DATA_SOURCE".into());
    };
    let client = Client::new(Arc::new(Environment::from_env()?), Url::parse(portal)?)?;
    let log = Content::file(file).await?;
    run(
        &client,
        (file, source, data_source),
        log,
        &mut std::io::stdout(),
    )
    .await
}
