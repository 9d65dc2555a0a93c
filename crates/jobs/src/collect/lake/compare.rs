//! Whether a lake has what the service has, day by day.

use std::collections::BTreeMap;
use std::future::pending;
use std::pin::pin;

use http_core::jiff::Timestamp;
use http_core::{Client, Error};
use lake::print_of;
use serde::Serialize;
use serde_json::Value;

use super::super::members;
use super::super::reading::Step;
use super::super::stream::Stream;
use super::verify::{Checked, Said};

/// The records of one day: those whose version is of this day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Day {
    /// The id of the tenant.
    #[serde(rename = "_tenant")]
    pub tenant: String,
    /// The name of the stream.
    pub stream: String,
    /// The day in UTC, such as `2026-03-01`. Empty for records without a time.
    pub day: String,
    /// Records that the service has, in their newest version.
    pub service: u64,
    /// Those of them that the lake has in this version.
    pub lake: u64,
    /// Those that it lacks.
    pub missing: u64,
}

/// Compares a stream of a tenant with the service, day by day. `checked` is what [`verify`](super::verify) has found of its table, and
/// `said` what the receipts say. `None` if the lake has nothing of the tenant, and for a stream whose records have no key
/// ([`Stream::is_named`]).
///
/// Left out is what no pass could have collected:
///
/// - records that are newer than the newest time collected: the next pass gets them;
/// - records from before the time that the first pass was asked for, which its receipt has;
/// - where the service looks back for some days only, what lies before them.
///
/// A record that the service shows late and no sweep has seen yet counts as missing until the next sweep.
///
/// # Errors
/// If the service cannot be read to its end. A part would look like rows that are missing.
pub async fn compare(
    client: &Client,
    stream: &Stream,
    tenant: &str,
    checked: &Checked,
    said: &Said,
) -> Result<Option<Vec<Day>>, Error> {
    let cursor = checked.cursor(tenant).filter(|_| stream.is_named());
    let Some(cursor) = cursor else {
        return Ok(None);
    };
    let (newest, prints) = (cursor.newest(), &checked.prints);
    let since = said.since(stream.name(), tenant);
    let since = match stream.is_bounded() {
        true => since.max(stream.reach(Timestamp::now())),
        false => since,
    };
    let mut days: BTreeMap<String, Day> = BTreeMap::new();
    let mut reading = stream.read(client, since);
    let mut never = pin!(pending::<()>());
    loop {
        let batch = match reading.step(&mut never).await {
            Step::Rows(batch) => batch,
            Step::Lost(error) | Step::Broken(error) => return Err(error),
            Step::Whole | Step::Stopped => break,
        };
        for row in batch.iter() {
            let Some(looked) = stream.look(row) else {
                continue;
            };
            let print = print(stream, tenant, row, looked.version.as_deref());
            let is_there = prints.contains(&print);
            let is_beyond = |time| Some(time) > newest || Some(time) < since;
            if !is_there && looked.time.is_some_and(is_beyond) {
                continue;
            }
            let day = looked
                .time
                .map(|time| time.strftime("%Y-%m-%d").to_string());
            let day = day.unwrap_or_default();
            let counted = days.entry(day.clone()).or_insert_with(|| Day {
                tenant: tenant.to_owned(),
                stream: stream.name().to_owned(),
                day,
                service: 0,
                lake: 0,
                missing: 0,
            });
            counted.service += 1;
            match is_there {
                true => counted.lake += 1,
                false => counted.missing += 1,
            }
        }
    }
    Ok(Some(days.into_values().collect()))
}

/// The print of a record, as its row in the table has it.
fn print(stream: &Stream, tenant: &str, row: &[u8], version: Option<&str>) -> [u8; 12] {
    let mut found = vec![None; stream.key().len()];
    let _ = members::fill(row, stream.key(), &mut found);
    let value = |json: Option<&str>| -> Value {
        let value = json.and_then(|json| serde_json::from_str(json).ok());
        value.unwrap_or_default()
    };
    let key: Vec<Value> = found.into_iter().map(value).collect();
    print_of(tenant, &key, &value(version))
}
