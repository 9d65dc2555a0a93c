//! Lists: keys, times, columns, and the requests of `since` and `newest_first`.

use std::collections::BTreeSet;

use http_core::{AnswerKind, Operation, RecordKind, Request, SinceForm, Timestamp};
use serde_json::Value;

use super::{all_shown, bench, by_id, change, client, inputs, instant, send};
use crate::every_operation::inputs::Finder;
use crate::support::{Bench, text};

fn lists() -> impl Iterator<Item = &'static Operation> {
    let all = crate::pipeline::operations();
    all.filter(|one| matches!(one.answer.kind, AnswerKind::Collection { .. }) && one.is_read())
}

/// The rows of a list, requested with its required inputs.
async fn rows_of(bench: &Bench, request: Request) -> Result<Vec<Value>, String> {
    let client = client(bench, request.operation());
    let items = client.rows(request.allow_retired()).into_items::<Value>();
    items.collect_all().await.map_err(|error| error.to_string())
}

#[tokio::test(start_paused = true)]
async fn records_have_the_keys_times_and_columns_that_are_named() {
    let bench = bench().await;
    let finder = Finder::new(&bench);
    let mut faults = Vec::new();
    for operation in lists() {
        let request = inputs::request(&finder, operation).await;
        let rows = match rows_of(&bench, request).await {
            Ok(rows) if !rows.is_empty() => rows,
            _ => continue,
        };
        let has = |member: &str| {
            let name = member.strip_prefix('@').map_or_else(
                || member.split(['.', '[']).next().unwrap_or(member),
                |_| member,
            );
            let mut rows = rows.iter();
            rows.any(|row| row.get(name).or(row.get(capital(name))).is_some())
        };
        for column in operation.answer.columns {
            if !has(column.member) && rows.len() > 3 {
                faults.push(format!(
                    "{}: no row has column {}",
                    operation.id, column.member
                ));
            }
        }
        let Some(record) = operation.list.record else {
            continue;
        };
        for member in [record.version, record.created] {
            if !member.is_empty() && !has(member) {
                faults.push(format!("{}: no row has {member}", operation.id));
            }
        }
        let key = |row: &Value| -> Vec<String> {
            let members = record.key.iter();
            members
                .map(|name| {
                    text(if row[*name].is_null() {
                        &row[capital(name)]
                    } else {
                        &row[*name]
                    })
                })
                .collect()
        };
        let keys: BTreeSet<_> = rows.iter().map(key).collect();
        if !record.key.is_empty() && keys.len() != rows.len() {
            faults.push(format!(
                "{}: {} keys of {} rows",
                operation.id,
                keys.len(),
                rows.len()
            ));
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

#[tokio::test(start_paused = true)]
async fn the_newest_come_first_and_since_leaves_out_what_is_older() {
    let bench = bench().await;
    let finder = Finder::new(&bench);
    let (mut faults, mut count) = (Vec::new(), 0);
    for operation in lists() {
        let Some(record) = operation.list.record else {
            continue;
        };
        let request = inputs::request(&finder, operation).await;
        if let Some(newest) = record.newest {
            count += 1;
            let rows = rows_of(&bench, request.clone().newest_first())
                .await
                .unwrap();
            let times: Vec<_> = rows
                .iter()
                .filter_map(|row| instant(&row[newest.member]))
                .collect();
            if times.len() < 2 || !times.is_sorted_by(|one, two| one >= two) {
                faults.push(format!(
                    "{}: not newest first: {:?}",
                    operation.id,
                    &times[..times.len().min(4)]
                ));
            }
        }
        if let Some(since) = record.since {
            count += 1;
            let rows = rows_of(&bench, request.clone()).await.unwrap();
            let mut times: Vec<_> = rows
                .iter()
                .filter_map(|row| instant(&row[since.member]))
                .collect();
            times.sort();
            let Some(&middle) = times.get(times.len() / 2) else {
                faults.push(format!("{}: no times in {}", operation.id, since.member));
                continue;
            };
            let request = request.since(&Timestamp::from(middle.to_string()));
            let later = match rows_of(&bench, request).await {
                Ok(later) => later,
                Err(why) => {
                    faults.push(format!("{}: {why}", operation.id));
                    continue;
                }
            };
            // The service groups changes by windows of six hours.
            let slack = match since.form {
                SinceForm::Input(_) => jiff::SignedDuration::from_hours(6),
                _ => jiff::SignedDuration::ZERO,
            };
            let older = later
                .iter()
                .filter_map(|row| instant(&row[since.member]))
                .filter(|time| *time < middle.checked_sub(slack).unwrap());
            let (older, wanted) = (
                older.count(),
                times.iter().filter(|time| **time >= middle).count(),
            );
            if older > 0
                || later.len() < wanted
                || later.len() >= rows.len() && times.first() < Some(&middle)
            {
                faults.push(format!(
                    "{}: {older} older, {} of {wanted} later, {} in all",
                    operation.id,
                    later.len(),
                    rows.len()
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {count}\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(count > 20, "{count}");
}

/// Where a change of a record of the list is described, the version moves with it.
#[tokio::test(start_paused = true)]
async fn a_version_moves_when_the_record_changes() {
    let (mut faults, mut count) = (Vec::new(), 0);
    let changes = crate::pipeline::operations().filter(|one| {
        one.action.target.is_some()
            && one
                .action
                .effect
                .undo
                .is_some_and(|undo| !undo.restored.is_empty())
    });
    for operation in changes {
        let entity = inputs::entity(by_id(operation.action.target.unwrap().operation));
        let list =
            lists().find(|list| inputs::entity(list) == entity && list.list.record.is_some());
        let version = list
            .and_then(|list| list.list.record)
            .map_or("", |record| record.version);
        if entity.is_none() || version.is_empty() {
            continue;
        }
        count += 1;
        let bench = bench().await;
        let finder = Finder::new(&bench);
        let undo = operation.action.effect.undo.unwrap();
        let request = inputs::request(&finder, operation).await;
        let request = change(&bench, operation, undo, request).await;
        let before = all_shown(&bench, operation, &request).await;
        bench.sandbox.advance(std::time::Duration::from_secs(60));
        if let Err(why) = send(&bench, request.clone()).await {
            faults.push(format!("{}: {why}", operation.id));
            continue;
        }
        let after = all_shown(&bench, operation, &request).await;
        let moved = before.iter().zip(&after).all(|(one, two)| {
            instant(&one[version]).is_none() || instant(&one[version]) < instant(&two[version])
        });
        if !moved || after.iter().any(|record| record[version].is_null()) {
            faults.push(format!(
                "{}: {version} {:?} {:?}",
                operation.id, before[0][version], after[0][version]
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {count}\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(count >= 5, "{count}");
}

#[test]
fn a_snapshot_and_an_event_have_no_version() {
    for operation in lists() {
        if let Some(record) = operation.list.record
            && record.kind != RecordKind::Mutable
        {
            assert_eq!(record.version, "", "{}", operation.id);
        }
    }
}
