//! Reads a long list in parts: each run takes some pages and keeps where it stopped, so that the next one goes on there.
//!
//! ```sh
//! cargo run -p mde-api --example resume_a_list -- STATE_FILE PAGES
//! ```

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::error::Error;
use std::fs;

use mde_api::Client;
use mde_api::auth_core::{Cloud, Connector};
use mde_api::http_core::Continuation;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let state = arguments.next().ok_or("usage: STATE_FILE PAGES")?;
    let pages: usize = arguments.next().ok_or("usage: STATE_FILE PAGES")?.parse()?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;

    // The list is made as it was for the first part; only where it begins differs.
    let mut list = client.machines().list().top(10);
    if let Ok(text) = fs::read_to_string(&state) {
        list = list.resume(&text.parse::<Continuation>()?);
    }
    let mut read = list.pages();
    for _ in 0..pages {
        let Some(page) = read.next_page().await else {
            break;
        };
        let page = page?;
        for machine in &page.items {
            println!("{}", machine.id);
        }
        match page.continuation {
            // Kept once the rows before it are.
            Some(continuation) => fs::write(&state, continuation.to_string())?,
            None => {
                fs::remove_file(&state).or_else(|error| match error.kind() {
                    std::io::ErrorKind::NotFound => Ok(()),
                    _ => Err(error),
                })?;
                println!("end");
            }
        }
    }
    Ok(())
}
