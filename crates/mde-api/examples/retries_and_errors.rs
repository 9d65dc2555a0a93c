//! Retries, timeouts and rate limits of a client and of a single call; a log; errors by kind.
//!
//! ```sh
//! cargo run -p mde-api --example retries_and_errors -- MACHINE_ID
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::time::Duration;

use mde_api::auth_core::{Cloud, Connector};
use mde_api::http_core::RetryConfig;
use mde_api::{Client, Error, ErrorKind, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    // Each call has a span with its operation, tenant, attempt and request id. Nothing secret is logged at any level.
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG)
        .with_writer(std::io::stderr)
        .init();

    // For all calls: three attempts within two minutes, and 30 s of silence at most.
    let retry = RetryConfig::default()
        .with_attempts(3)
        .with_total(Duration::from_secs(120));
    let connector = Connector::from_env()?
        .with_retry(retry)
        .with_timeout(Duration::from_secs(30))
        .with_user_agent("inventory/2.1");
    let client = Client::connect(&connector, Cloud::Worldwide)?;

    for id in std::env::args().skip(1) {
        // For this call: one attempt, and an answer within five seconds.
        let machine = client
            .machines()
            .get(&*id)
            .retry(RetryConfig::never())
            .timeout(Duration::from_secs(5))
            .header("client-request-id", "7c1b1d5e-0000-4000-8000-000000000001");
        match machine.send().await {
            Ok(machine) => println!("{id}: {:?}", machine.health_status),
            Err(error) => println!("{id}: {}", advice(&error)),
        }
    }

    // What was used of each documented limit. The client waits before it would exceed one.
    for budget in client.http().throttle().budgets() {
        for (limit, used) in &budget.windows {
            println!("{}: {used} of {} calls", budget.class, limit.calls);
        }
    }
    Ok(())
}

/// What a program can do about an error. `Display` is one line for a log, `hint` says what a person can do.
fn advice(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such device".to_owned(),
        ErrorKind::Throttled => format!("later: {:?}", error.retry_after()),
        ErrorKind::Denied => format!("not allowed: {}", error.hint().unwrap_or_default()),
        _ if error.may_have_acted() => format!("look before repeating: {error}"),
        _ if error.is_retryable() => format!("later: {error}"),
        _ => error.to_string(),
    }
}
