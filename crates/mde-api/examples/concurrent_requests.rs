//! Asks about many devices concurrently, with the combinators of `futures`.
//!
//! ```sh
//! cargo run -p mde-api --example concurrent_requests
//! ```
//!
//! Calls, items, pages, rows and pollers are `Send` futures and streams. All of them share the rate limits of the
//! client, so that concurrency never leads to a refusal.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use futures_util::{StreamExt, TryStreamExt, future};
use mde_api::auth_core::{Cloud, Connector};
use mde_api::machines::{Machine, MachineFilter, MachineRiskScore};
use mde_api::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    let high = MachineFilter::risk_score().eq(MachineRiskScore::High);

    // Two calls at once.
    let machines = client.machines();
    let (machines, score): (Vec<Machine>, _) = future::try_join(
        machines.list().filter(high).items().take(20).try_collect(),
        client.scores().get_exposure().send(),
    )
    .await?;
    println!(
        "{} devices of high risk, exposure {:?}",
        machines.len(),
        score.score
    );

    // A stream that asks about eight devices at a time and ends with the first error.
    let vulnerable = machines
        .iter()
        .map(|machine| vulnerabilities(&client, machine));
    let most = futures_util::stream::iter(vulnerable)
        .buffer_unordered(8)
        .try_fold(0, |most, count| future::ready(Ok(usize::max(most, count))))
        .await?;
    println!("at most {most} vulnerabilities on one of them");

    // A call of a task of its own: clients are cheap to clone.
    let task = tokio::spawn(async move { client.alerts().list().top(1).send().await });
    let page = task
        .await
        .map_err(|error| mde_api::Error::usage(error.to_string()))??;
    println!("{} alert read by a task", page.items.len());
    Ok(())
}

async fn vulnerabilities(client: &Client, machine: &Machine) -> Result<usize> {
    let list = client.machines().list_vulnerabilities(&machine.id);
    list.raw_items()
        .try_fold(0, |count, _| future::ready(Ok(count + 1)))
        .await
}
