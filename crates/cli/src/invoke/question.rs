//! What a person is asked before a change: the record, the change, and whether it can be taken back.

use std::time::Duration;

use auth_core::http_core::{EffectKind, Error, Operation, Place, Request, Target, Value};

use super::Session;
use crate::failure::Result;
use crate::words;

/// How long the record is waited for: the question is asked without it then.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most letters of one value.
const LONGEST: usize = 120;

/// The most items of a list that are written out.
const MOST_ITEMS: usize = 8;

/// The most records that are read for a question; of more only the number is told.
const MOST_READ: usize = 5;

/// A line about each record that a change acts on, read once. A caller who may not read it is told so and is asked all
/// the same.
pub(super) async fn record(
    session: &mut Session<'_>,
    row: &'static Operation,
    request: &Request,
) -> Result<Vec<String>> {
    let Some(target) = row.target else {
        return Ok(Vec::new());
    };
    let ids = ids(target, request);
    let Some(shown) = session.context.catalog().by_id(target.row) else {
        return Ok(Vec::new());
    };
    if ids.len() > MOST_READ {
        return Ok(vec![format!("{} records", ids.len())]);
    }
    let mut lines = Vec::with_capacity(ids.len());
    for id in &ids {
        lines.push(line(session, target, shown, id).await?);
    }
    Ok(lines)
}

/// The ids of the records that a request names; an empty one where there is one such record in a tenant.
fn ids(target: &Target, request: &Request) -> Vec<String> {
    if target.input.is_empty() {
        return vec![String::new()];
    }
    if let Some(id) = request.path_value(target.input) {
        return vec![id.to_owned()];
    }
    let named = request.body_value(target.input).and_then(Value::as_array);
    let ids = named.into_iter().flatten().filter_map(Value::as_str);
    ids.map(str::to_owned).collect()
}

async fn line(
    session: &mut Session<'_>,
    target: &Target,
    shown: &'static Operation,
    id: &str,
) -> Result<String> {
    let Ok(client) = session.context.client(shown) else {
        return Ok(unknown(id, "it cannot be read"));
    };
    let read = async {
        if target.key.is_empty() {
            let answer = client.send_response(one(shown, id)).await?;
            return Ok(serde_json::from_slice::<Value>(answer.body()).ok());
        }
        let mut items = client.rows(Request::new(shown)).into_items::<Value>();
        while let Some(item) = items.next_item().await {
            let item = item?;
            if item[target.key] == id {
                return Ok(Some(item));
            }
        }
        Ok::<_, Error>(Some(Value::Null))
    };
    let read = session.signals.or(tokio::time::timeout(PATIENCE, read));
    Ok(match read.await? {
        Ok(Ok(Some(Value::Null))) => unknown(id, "no such record is listed"),
        Ok(Ok(Some(record))) => described(target, id, &record),
        Ok(Ok(None)) => unknown(id, "the answer cannot be read"),
        Ok(Err(error)) if error.is_denied() => unknown(id, "the caller may not read it"),
        Ok(Err(error)) => unknown(id, error.message()),
        Err(_) => unknown(id, "it was not shown in time"),
    })
}

/// The request that reads one record.
fn one(shown: &'static Operation, id: &str) -> Request {
    let mut inputs = shown.params.iter();
    let input = inputs.find(|param| param.place == Place::Path);
    let request = Request::new(shown);
    match input {
        Some(input) => request.set(input.name, id),
        None => request,
    }
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
        Some(name) if id.is_empty() => name,
        Some(name) if name != id => format!("{name} ({id})"),
        _ => id,
    };
    match more[..] {
        [] => named,
        _ if named.is_empty() => more.join(", "),
        _ => format!("{named}: {}", more.join(", ")),
    }
}

/// The question without its last line.
pub(super) fn text(row: &Operation, request: &Request, what: &str, records: &[String]) -> String {
    let mut lines = vec![what.to_owned()];
    lines.extend(records.iter().map(|record| format!("  on {record}")));
    let inputs = row.params.iter().filter(|param| param.place == Place::Body);
    for param in inputs {
        let value = request.body_value(param.name).and_then(value_of);
        lines.extend(value.map(|value| format!("  {}: {value}", param.name)));
    }
    lines.extend(consequences(row));
    lines.join("\n")
}

/// Who feels the change, and whether it can be taken back.
fn consequences(row: &Operation) -> Vec<String> {
    let effect = row.effect;
    let mut lines = Vec::new();
    if effect.felt {
        lines.push("  The person at the device or account notices this.".to_owned());
    }
    match (effect.undo, effect.kind) {
        (Some(undo), _) => {
            let lost = match undo.lost {
                "" => String::new(),
                lost => format!("; {lost}"),
            };
            lines.push(format!(
                "  It can be taken back with `defender {}`{lost}.",
                words::command(undo.by)
            ));
        }
        (None, EffectKind::Irreversible) => lines.push("  This cannot be taken back.".to_owned()),
        (None, EffectKind::Additive) => {
            lines.push("  No operation removes what this adds.".to_owned());
        }
        _ => {}
    }
    lines
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
            text(isolate, &request, "Isolate: POST x", &[record]),
            "Isolate: POST x\n  on wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc\n  \
             Comment: Ticket 4711\n  IsolationType: Full\n  \
             The person at the device or account notices this.\n  It can be taken back with `defender mde machines unisolate`."
        );
        let offboard = row("mde.machines.offboard");
        let request = Request::new(offboard).set("machine_id", "ab");
        assert!(text(offboard, &request, "x", &[]).ends_with("This cannot be taken back."));
    }

    #[test]
    fn what_the_tables_say_of_targets_and_effects_exists() {
        let catalog = App::built_in().catalog();
        for row in catalog.operations() {
            if let Some(target) = row.target {
                let shown = catalog
                    .by_id(target.row)
                    .unwrap_or_else(|| panic!("{}", target.row));
                let inputs = shown.params.iter();
                let inputs = inputs.filter(|param| param.required && param.constant.is_empty());
                let inputs = inputs.count();
                let needed = usize::from(target.key.is_empty() && !target.input.is_empty());
                assert_eq!(inputs, needed, "{}", row.id);
                let is_named = target.input.is_empty() || row.param(target.input).is_some();
                assert!(is_named, "{}", row.id);
            }
            if let Some(undo) = row.effect.undo {
                assert!(catalog.by_id(undo.by).is_some(), "{}: {}", row.id, undo.by);
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
