//! Counts the open alerts of many customers, all at once, over one pool of connections.
//!
//! ```sh
//! cargo run -p mde-api --example many_tenants -- TENANT_ID...
//! ```
//!
//! The application is registered as one of several tenants, and each customer has consented to it. One that has not is
//! told apart from one whose call failed.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use futures_util::{StreamExt, stream};
use mde_api::alerts::{AlertFilter, AlertStatus};
use mde_api::auth_core::{self, Cloud, Connector, TenantStatus};
use mde_api::{Client, Error, Result};

/// Number of tenants that are asked concurrently.
const AT_ONCE: usize = 20;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let partner = Connector::from_env()?;
    let tenants: Vec<String> = std::env::args().skip(1).collect();
    let counts =
        stream::iter(&tenants).map(async |tenant| (tenant, open_alerts(&partner, tenant).await));
    let mut counts = counts.buffer_unordered(AT_ONCE);
    let mut failed = 0;
    while let Some((tenant, count)) = counts.next().await {
        match count {
            Ok(count) => println!("{tenant}: {count} open alerts"),
            Err(error) if has_not_consented(&error) => println!("{tenant}: has to consent first"),
            Err(error) => {
                println!("{tenant}: {error}");
                failed += 1;
            }
        }
    }
    println!("{} tenants, {failed} failed", tenants.len());
    Ok(())
}

async fn open_alerts(partner: &Connector, tenant: &str) -> Result<usize> {
    let client = Client::connect(&partner.in_tenant(tenant)?, Cloud::Worldwide)?;
    let open = AlertFilter::status().one_of([AlertStatus::New, AlertStatus::InProgress]);
    let mut alerts = client.alerts().list().filter(open).raw_items();
    let mut count = 0;
    while let Some(alert) = alerts.next_row().await {
        alert?;
        count += 1;
    }
    Ok(count)
}

fn has_not_consented(error: &Error) -> bool {
    auth_core::Error::of(error)
        .is_some_and(|error| TenantStatus::of(error) == TenantStatus::NotConsented)
}
