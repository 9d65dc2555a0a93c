//! Who made inbox rules: an audit search, from its creation to its records.
//!
//! `cargo run -p xdr-api --example audit_inbox_rules`, with the variables of `Connector::from_env`.

use std::error::Error;
use std::io::Write;
use std::time::Duration;

use xdr_api::auth_core::{Cloud, Connector};
use xdr_api::{Client, Finished};

pub(crate) async fn run(
    client: &Client,
    out: &mut (impl Write + Send),
) -> Result<(), Box<dyn Error>> {
    let audit = client.graph().audit_log();
    let query = audit
        .create_query()
        .display_name("inbox rules")
        .operation_filters(["New-InboxRule"]);
    let search = query.begin().await?;
    match search.wait(Duration::from_secs(3600)).await? {
        Finished::Succeeded(query) => {
            let mut records = audit.list_records(&query.id).items();
            let mut count = 0;
            while let Some(record) = records.next_item().await {
                let record = record?;
                let who = record.user_principal_name.as_deref().unwrap_or("(unknown)");
                writeln!(
                    out,
                    "{who}: {}",
                    record.operation.as_deref().unwrap_or_default()
                )?;
                count += 1;
            }
            writeln!(out, "{count} records")?;
        }
        Finished::Pending(query) => writeln!(out, "still going on: {}", query.id)?,
        ended => writeln!(out, "no records: {:?}", ended.into_inner().status)?,
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::connect(&Connector::from_env()?, Cloud::Worldwide)?;
    run(&client, &mut std::io::stdout()).await
}
