//! What a user did in all connected apps in the last week, read in scan mode.
//!
//! `cargo run -p mdca-api --example activities_of_a_user -- PORTAL_URL USER`, with the variables of
//! `auth_core::Environment`.

use std::error::Error;
use std::io::Write;
use std::sync::Arc;

use mdca_api::Client;
use mdca_api::activities::ActivityFilters;
use mdca_api::auth_core::Environment;
use mdca_api::http_core::Url;

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
    let mut arguments = std::env::args().skip(1);
    let (Some(portal), Some(user)) = (arguments.next(), arguments.next()) else {
        return Err("give PORTAL_URL USER".into());
    };
    let client = Client::new(Arc::new(Environment::from_env()?), Url::parse(&portal)?)?;
    run(&client, &user, &mut std::io::stdout()).await
}
