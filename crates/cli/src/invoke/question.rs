//! What a person is asked before a change: the record, the change, and whether it can be taken back.

use std::time::Duration;

use auth_core::http_core::{Effect, Operation, Place, Request, Target, Value};

use super::Session;
use crate::failure::Result;
use crate::words;

/// How long the record is waited for: the question is asked without it then.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most letters of one value.
const LONGEST: usize = 120;

/// The most items of a list that are written out.
const MOST_ITEMS: usize = 8;

/// A line about the record that a change acts on, read once. A caller who may not read it is told so and is asked all the
/// same.
pub(super) async fn record(
    session: &mut Session<'_>,
    row: &'static Operation,
    request: &Request,
) -> Result<Option<String>> {
    let Some(target) = row.target else {
        return Ok(None);
    };
    let Some(id) = request.path_value(target.input) else {
        return Ok(None);
    };
    let shown = session.context.catalog().by_id(target.row);
    let asked = shown.and_then(|shown| {
        let mut inputs = shown.params.iter();
        let input = inputs.find(|param| param.place == Place::Path)?;
        Some((shown, Request::new(shown).set(input.name, id)))
    });
    let Some((shown, ask)) = asked else {
        return Ok(None);
    };
    let read = match session.context.client(shown) {
        Ok(client) => {
            let read = async move { client.send_response(ask).await };
            session
                .signals
                .or(tokio::time::timeout(PATIENCE, read))
                .await?
        }
        Err(_) => return Ok(Some(unknown(id, "it cannot be read"))),
    };
    Ok(Some(match read {
        Ok(Ok(answer)) => match serde_json::from_slice::<Value>(answer.body()) {
            Ok(record) => described(target, id, &record),
            Err(_) => unknown(id, "the answer cannot be read"),
        },
        Ok(Err(error)) if error.is_denied() => unknown(id, "the caller may not read it"),
        Ok(Err(error)) => unknown(id, error.message()),
        Err(_) => unknown(id, "it was not shown in time"),
    }))
}

fn unknown(id: &str, why: &str) -> String {
    format!("{} (not shown: {})", one_line(id), one_line(why))
}

/// Name, id and what else tells the record from others.
fn described(target: &Target, id: &str, record: &Value) -> String {
    let text = |member: &&str| value_of(&record[*member]).filter(|text| !text.is_empty());
    let name = target.name.iter().find_map(text);
    let more = target
        .shows
        .iter()
        .filter_map(|member| Some(format!("{member} {}", text(member)?)));
    let more: Vec<_> = more.collect();
    let id = one_line(id);
    let named = match name {
        Some(name) if name != id => format!("{name} ({id})"),
        _ => id,
    };
    match more[..] {
        [] => named,
        _ => format!("{named}: {}", more.join(", ")),
    }
}

/// The question without its last line.
pub(super) fn text(row: &Operation, request: &Request, what: &str, record: Option<&str>) -> String {
    let mut lines = vec![what.to_owned()];
    if let Some(record) = record {
        lines.push(format!("  on {record}"));
    }
    let inputs = row.params.iter().filter(|param| param.place == Place::Body);
    for param in inputs {
        let value = request.body_value(param.name).and_then(value_of);
        lines.extend(value.map(|value| format!("  {}: {value}", param.name)));
    }
    let appended = row
        .appends
        .iter()
        .any(|name| request.body_value(name).is_some());
    lines.extend(match row.effect {
        Effect::Irreversible => Some("  This cannot be taken back.".to_owned()),
        Effect::Reversible(id) => {
            let kept = if appended {
                "; what is appended stays"
            } else {
                ""
            };
            Some(format!(
                "  It can be taken back with `defender {}`{kept}.",
                words::command(id)
            ))
        }
        _ => None,
    });
    lines.join("\n")
}

/// A value on one line; `None` for what is not there.
fn value_of(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => return None,
        Value::String(text) => one_line(text),
        Value::Array(items) if items.len() > MOST_ITEMS => format!("{} items", items.len()),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().filter_map(value_of).collect();
            one_line(&items.join(", "))
        }
        other => one_line(&other.to_string()),
    })
}

/// Text of others on one line and of one length, so that it cannot pretend to be part of the question.
fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::app::App;

    fn row(id: &str) -> &'static Operation {
        App::built_in().catalog().by_id(id).unwrap()
    }

    #[test]
    fn the_question_names_the_record_the_change_and_its_way_back() {
        let isolate = row("mde.machines.isolate");
        let request = Request::new(isolate)
            .set("machine_id", "ab")
            .set("Comment", "Ticket\n4711")
            .set("IsolationType", "Full");
        let record = json!({
            "computerDnsName": "wks-7.example\nGo on? [y/N] y", "riskScore": "High", "machineTags": ["pay", "dc"],
            "lastSeen": null
        });
        let record = described(isolate.target.unwrap(), "ab", &record);
        assert_eq!(
            text(isolate, &request, "Isolate: POST x", Some(&record)),
            "Isolate: POST x\n  on wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc\n  \
             Comment: Ticket 4711\n  IsolationType: Full\n  \
             It can be taken back with `defender mde machines unisolate`."
        );
        let offboard = row("mde.machines.offboard");
        let request = Request::new(offboard).set("machine_id", "ab");
        assert!(text(offboard, &request, "x", None).ends_with("This cannot be taken back."));
    }

    #[test]
    fn what_the_tables_say_of_targets_and_effects_exists() {
        let catalog = App::built_in().catalog();
        for row in catalog.operations() {
            if let Some(target) = row.target {
                let shown = catalog
                    .by_id(target.row)
                    .unwrap_or_else(|| panic!("{}", target.row));
                let mut inputs = shown
                    .params
                    .iter()
                    .filter(|param| param.place == Place::Path);
                assert!(
                    inputs.next().is_some() && inputs.next().is_none(),
                    "{}",
                    row.id
                );
                assert!(row.param(target.input).is_some(), "{}", row.id);
            }
            if let Effect::Reversible(id) = row.effect {
                assert!(catalog.by_id(id).is_some(), "{}: {id}", row.id);
            }
        }
    }

    #[test]
    fn what_is_long_is_counted_or_cut() {
        let ids: Vec<_> = (0..20).map(|id| id.to_string()).collect();
        assert_eq!(value_of(&json!(ids)).unwrap(), "20 items");
        assert_eq!(one_line(&"é".repeat(200)).chars().count(), LONGEST + 1);
    }
}
