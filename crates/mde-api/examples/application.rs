//! Signs in as an application, with a secret or with a certificate, and lists devices that report to the service.
//!
//! ```sh
//! cargo run -p mde-api --example application                      # AZURE_CLIENT_SECRET
//! cargo run -p mde-api --example application -- automation.pem    # key and certificate in one file
//! ```
//!
//! A program that takes its settings from the environment needs none of this: `Connector::from_env()` chooses the
//! credential.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::env;
use std::error::Error;

use futures_util::{StreamExt, TryStreamExt};
use mde_api::Client;
use mde_api::auth_core::{ClientCertificate, ClientSecret, Cloud, Connector, SecretString};
use mde_api::http_core::Url;
use mde_api::machines::{MachineFilter, MachineHealthStatus};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (tenant, application) = (env::var("AZURE_TENANT_ID")?, env::var("AZURE_CLIENT_ID")?);
    // `login.microsoftonline.com` unless it is set here.
    let authority = Url::parse(&env::var("AZURE_AUTHORITY_HOST")?)?;
    let mut connector = match env::args().nth(1) {
        Some(file) => {
            let credential = ClientCertificate::from_file(&tenant, &application, file, None)?;
            Connector::new(credential.with_authority(authority))
        }
        None => {
            let secret = SecretString::from(env::var("AZURE_CLIENT_SECRET")?);
            let credential = ClientSecret::new(&tenant, &application, secret)?;
            Connector::new(credential.with_authority(authority))
        }
    };
    if let Ok(base) = env::var("DEFENDER_ENDPOINT_MDE") {
        connector = connector.with_base("mde", Url::parse(&base)?);
    }
    let client = Client::connect(&connector, Cloud::Worldwide)?;

    let active = MachineFilter::health_status().eq(MachineHealthStatus::Active);
    let seen = MachineFilter::last_seen().ge("2026-01-01T00:00:00Z");
    let machines = client.machines().list().filter(active & seen).items();
    // No further page is fetched than these ten need.
    let machines: Vec<_> = machines.take(10).try_collect().await?;
    for machine in &machines {
        let name = machine.computer_dns_name.as_deref().unwrap_or("(no name)");
        println!("{} {name}", machine.id);
    }
    println!("{} devices", machines.len());
    Ok(())
}
