//! Reaches the service at another address than the cloud's: an emulator, a proxy, or the region's own host.
//!
//! ```sh
//! defender sandbox up                           # prints the variables of an emulator, as lines for a shell
//! cargo run -p mde-api --example own_endpoints  # in a shell that has them
//! ```
//!
//! `Connector::from_env()` reads those variables: the credential, `DEFENDER_CA_FILE`, and a base URL for each product.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use mde_api::auth_core::{Cloud, Connector};
use mde_api::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let connector = Connector::from_env()?;
    let client = Client::connect(&connector, Cloud::Worldwide)?;
    let machines = client.machines().list().top(3).send().await?;
    println!(
        "{} devices at {}",
        machines.items.len(),
        client.http().base()
    );

    // An address of one's own goes before the environment's. This is the host nearest to tenants in Europe.
    if let Some(endpoint) = mde_api::regional_endpoint("mde", Cloud::Worldwide, "eu") {
        let near = connector.with_base("mde", endpoint.base);
        let client = Client::connect(&near, Cloud::Worldwide)?;
        println!("in Europe {}", client.http().base());
    }
    Ok(())
}
