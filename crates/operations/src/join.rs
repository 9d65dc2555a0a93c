//! Finds the data of another service for a record, and counts the records of a request.

use http_core::{Bytes, Client, Enrichment, Operation, Raw, Request, Result, Value};

use crate::enrichment::enrichment_request;

/// The key of a record that both services share.
///
/// # Errors
/// A sentence if the record is not of the kind that the other service has data for, or has no key.
pub fn enrichment_key(enrichment: &Enrichment, record: &[u8]) -> Result<String, String> {
    let record: Value = serde_json::from_slice(record).unwrap_or_default();
    let (member, word) = enrichment.only;
    match record[enrichment.by.1].as_str() {
        Some(key) if record[member] == *word => Ok(key.to_owned()),
        _ => {
            let found = record[member].as_str().unwrap_or("something else");
            Err(format!("{member} is {found}, not {word}"))
        }
    }
}

/// Finds the data for a key: the first record of the list. `None` if the list is empty.
///
/// # Errors
/// Returns the errors of the list.
pub async fn find_enrichment(
    client: &Client,
    list: &'static Operation,
    enrichment: &Enrichment,
    key: &str,
) -> Result<Option<Bytes>> {
    let request = enrichment_request(list, enrichment, key);
    let mut rows = client.rows(request).into_raw_items::<Value>();
    let first = rows.next_row().await.transpose()?;
    Ok(first.map(Raw::into_bytes))
}

/// Counts the records of a list by reading all pages, where the total of the service is approximate.
///
/// # Errors
/// Returns the errors of the list.
pub async fn count(client: &Client, list: Request) -> Result<u64> {
    let mut rows = client.rows(list);
    let mut count = 0;
    while let Some(batch) = rows.next_batch().await {
        count += batch?.len() as u64;
    }
    Ok(count)
}
