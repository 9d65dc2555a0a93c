//! Reads a whole list in one of two ways: `rows machines`, `rows alerts --decode`.
//!
//! Without `--decode` each row is printed as the service sent it and never parsed; with it each row becomes a
//! `Machine` or an `Alert`, one at a time, and only their number is printed. Both hold one piece of the answer, not the
//! list. The address is taken from `DEFENDER_ENDPOINT_MDE`, the token from `DEFENDER_ACCESS_TOKEN_MDE`, the
//! authority to trust from `DEFENDER_CA_FILE`.

use std::env;
use std::error::Error;
use std::io::Write;
use std::sync::Arc;

use auth_core::{Cloud, Connector, SecretString, StaticToken};
use http_core::{Items, Request, ReqwestTransport, Throttle, Url};
use mde_api::{Client, alerts, machines};
use serde::de::DeserializeOwned;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let client = client()?;
    match words[..] {
        ["machines"] => print(&client, Request::new(&machines::LIST)).await,
        ["alerts"] => print(&client, Request::new(&alerts::LIST)).await,
        ["machines", "--decode"] => count(client.machines().list().items()).await,
        ["alerts", "--decode"] => count(client.alerts().list().items()).await,
        _ => Err("usage: rows machines|alerts [--decode]".into()),
    }
}

fn client() -> Result<Client, Box<dyn Error>> {
    let base = Url::parse(&env::var("DEFENDER_ENDPOINT_MDE")?)?;
    let token = SecretString::from(env::var("DEFENDER_ACCESS_TOKEN_MDE")?);
    let authority = std::fs::read(env::var("DEFENDER_CA_FILE")?)?;
    let connector = Connector::new(StaticToken::new(token)?)
        .with_base("mde", base)
        .with_transport(Arc::new(ReqwestTransport::with_authorities(&authority)?))
        .with_throttle(Throttle::off());
    Ok(Client::connect(&connector, Cloud::Worldwide)?)
}

async fn print(client: &Client, request: Request) -> Result<(), Box<dyn Error>> {
    let mut rows = client.http().rows(request);
    let mut lines = Vec::new();
    while let Some(batch) = rows.next_batch().await {
        lines.clear();
        for row in batch?.iter() {
            lines.extend_from_slice(row);
            lines.push(b'\n');
        }
        std::io::stdout().lock().write_all(&lines)?;
    }
    Ok(())
}

async fn count<T: DeserializeOwned>(mut items: Items<T>) -> Result<(), Box<dyn Error>> {
    let mut count = 0_u64;
    while let Some(item) = items.next_item().await {
        std::hint::black_box(&item?);
        count += 1;
    }
    writeln!(std::io::stdout(), "{count} rows")?;
    Ok(())
}
