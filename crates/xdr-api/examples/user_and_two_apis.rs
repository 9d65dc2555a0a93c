//! Signs a user in once, by a code on any device, for two APIs; later runs ask nobody.
//!
//! ```sh
//! cargo run -p xdr-api --example user_and_two_apis -- FOLDER
//! ```
//!
//! The session is kept encrypted in the folder. Each API gets a token of its own from it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "examples print what they do"
)]

use std::env;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use xdr_api::Client;
use xdr_api::auth_core::{
    Cloud, Connector, DeviceCode, DeviceCodePrompt, EncryptedFileStore, RefreshToken, TokenStore,
};
use xdr_api::http_core::Url;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: FOLDER")?;
    let folder = Path::new(&folder);
    let (tenant, application) = (env::var("AZURE_TENANT_ID")?, env::var("AZURE_CLIENT_ID")?);
    let authority = Url::parse(&env::var("AZURE_AUTHORITY_HOST")?)?;
    let sessions = folder.join("sessions.bin");
    let is_known = sessions.exists();
    let store: Arc<dyn TokenStore> = Arc::new(EncryptedFileStore::with_key_file(
        sessions,
        folder.join("sessions.key"),
    ));

    let mut connector = if is_known {
        let credential = RefreshToken::from_store(&tenant, &application, store)?;
        Connector::new(credential.with_authority(authority))
    } else {
        let prompt = |prompt: &DeviceCodePrompt| eprintln!("{}", prompt.message());
        let credential = DeviceCode::new(&tenant, &application, prompt)?;
        Connector::new(credential.with_authority(authority).with_store(store))
    };
    for (product, variable) in [
        ("xdr", "DEFENDER_ENDPOINT_XDR"),
        ("graph", "DEFENDER_ENDPOINT_GRAPH"),
    ] {
        if let Ok(base) = env::var(variable) {
            connector = connector.with_base(product, Url::parse(&base)?);
        }
    }

    let client = Client::connect(&connector, Cloud::Worldwide)?;
    let scores = client.graph().secure_scores().list().top(1).send().await?;
    println!("{} secure score of Microsoft Graph", scores.items.len());
    let incidents = client.incidents().list().top(1).send().await?;
    println!("{} incident of Defender XDR", incidents.items.len());
    Ok(())
}
