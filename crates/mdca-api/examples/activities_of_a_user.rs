//! What a user did in all connected apps in the last week, read in scan mode.
//!
//! `cargo run -p mdca-api --example activities_of_a_user -- USER`, with the variables of `Connector::from_env`.

use std::error::Error;
use std::io::Write;

use mdca_api::Client;
use mdca_api::activities::ActivityFilters;
use mdca_api::auth_core::{Cloud, Connector};

pub(crate) async fn run(
    client: &Client,
    user: &str,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let filters = ActivityFilters::new()
        .user_username_eq([user])
        .date_gte_ndays(7);
    let mut activities = client.activities().scan().filters(&filters).items();
    while let Some(activity) = activities.next_item().await {
        let activity = activity?;
        let time = activity.timestamp.as_ref().and_then(|time| time.instant());
        let time = time.map(|time| time.to_string()).unwrap_or_default();
        writeln!(
            out,
            "{time} {}",
            activity
                .description
                .as_deref()
                .unwrap_or("(no description)")
        )?;
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let user = std::env::args().nth(1).ok_or("usage: USER")?;
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &user, &mut std::io::stdout()).await
}
