//! Compares the meaning of each operation in the tables (effect, target, record, ...) with the behaviour of the
//! emulator.

mod lists;

use http_core::{Client, EffectKind, Kind, Operation, Param, Place, Request, Timestamp, Undo};
use sandbox::Sandbox;
use serde_json::{Value, json};

use super::inputs::{self, Finder};
use crate::support::{Bench, text};

fn by_id(id: &str) -> &'static Operation {
    let mut all = crate::pipeline::operations();
    all.find(|one| one.id == id)
        .unwrap_or_else(|| panic!("no operation {id}"))
}

fn client(bench: &Bench, operation: &Operation) -> Client {
    super::client(bench, operation)
}

async fn bench() -> Bench {
    Bench::with(Sandbox::builder().limits(false)).await
}

/// The ids in the inputs of a change.
fn ids(operation: &Operation, request: &Request) -> Vec<String> {
    let Some(target) = operation
        .action
        .target
        .filter(|target| !target.input.is_empty())
    else {
        return vec![String::new()];
    };
    if let Some(id) = request.path_value(target.input) {
        return vec![id.to_owned()];
    }
    let named = request.body_value(target.input).and_then(Value::as_array);
    named.into_iter().flatten().map(text).collect()
}

/// The record of a target, read by the operation that the target names. Null if there is none.
async fn shown(bench: &Bench, change: &Request, id: &str) -> Value {
    let operation = change.operation();
    let Some(target) = operation.action.target else {
        return Value::Null;
    };
    let shows = by_id(target.operation);
    let mut above = operations::path_inputs(shows);
    let own = above.pop_if(|_| target.key.is_empty());
    let request =
        above.iter().fold(
            Request::new(shows).allow_retired(),
            |request, input| match change.path_value(input.name) {
                Some(value) => request.set(input.name, value),
                None => request,
            },
        );
    let client = client(bench, shows);
    if !target.key.is_empty() {
        let items = client.rows(request).into_items::<Value>();
        let items = items.collect_all().await.unwrap();
        let found = items.into_iter().find(|item| text(&item[target.key]) == id);
        return found.unwrap_or_default();
    }
    let request = match own {
        Some(input) => request.set(input.name, id),
        None => request,
    };
    match client.send_response(request).await {
        Ok(answer) => serde_json::from_slice(answer.body()).unwrap(),
        Err(error) if error.is_not_found() => Value::Null,
        Err(error) => panic!("{}: {error}", shows.id),
    }
}

async fn all_shown(bench: &Bench, operation: &Operation, request: &Request) -> Vec<Value> {
    let mut records = Vec::new();
    for id in ids(operation, request) {
        records.push(shown(bench, request, &id).await);
    }
    records
}

async fn send(bench: &Bench, request: Request) -> Result<Value, String> {
    let client = client(bench, request.operation());
    let answer = client.send_response(request.allow_retired()).await;
    let answer = answer.map_err(|error| error.to_string())?;
    Ok(serde_json::from_slice(answer.body()).unwrap_or_default())
}

/// A value that differs from the present one.
fn other(param: &Param, now: &Value) -> Value {
    match param.kind {
        Kind::Enum(words) | Kind::Flags(words) => {
            let mut words = words.iter().rev();
            let differs = |word: &&&str| text(now) != **word;
            words.find(differs).map_or(Value::Null, |word| json!(word))
        }
        Kind::Bool => json!(*now != json!(true)),
        Kind::Integer => json!(if *now == json!(2) { 3 } else { 2 }),
        Kind::Time => {
            let ahead = |days: i64| {
                (jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * days)).to_string()
            };
            json!(format!(
                "{}T00:00:00Z",
                &ahead(if text(now).contains("T00:00:00") {
                    3
                } else {
                    2
                })[..10]
            ))
        }
        Kind::List => json!(["one more"]),
        _ => json!(format!("not {}", text(now))),
    }
}

/// Sensor settings that differ from the present ones.
fn other_settings(now: &Value) -> Value {
    let description = if now["description"] == "one" {
        "two"
    } else {
        "one"
    };
    json!({"description": description})
}

/// The member of a record at a path, as the undo reads it.
fn at(value: &Value, path: &str) -> Value {
    match (value, path.split_once('/')) {
        (Value::Array(items), _) => items.iter().map(|item| at(item, path)).collect(),
        (_, Some((name, rest))) => at(&value[name], rest),
        (_, None) => value[path].clone(),
    }
}

/// The change, with inputs that differ from the members its undo restores.
async fn change(
    bench: &Bench,
    operation: &'static Operation,
    undo: &Undo,
    request: Request,
) -> Request {
    let before = all_shown(bench, operation, &request).await;
    let before = before.first().cloned().unwrap_or_default();
    let restored = undo.restored.iter();
    restored.fold(request, |request, (name, path)| {
        let param = operation.input(name).unwrap();
        let value = match (operation.id, *name) {
            ("mdca.data_enrichment.update", "subnets") => json!(["10.9.0.0/16"]),
            ("graph.sensors.update", _) => other_settings(&at(&before, path)),
            ("graph.detection_rules.update", "queryCondition") => {
                json!({"queryText": "DeviceInfo | take 2"})
            }
            ("graph.detection_rules.update", "schedule") => json!({"frequency": "P1D"}),
            (_, "customDetails" | "detectionAction") => return request,
            // The two inputs must be consistent.
            (id, "classification") if id.contains("alerts.") || id.contains("incidents.") => {
                json!(if id.starts_with("mde.") || id.starts_with("xdr.") {
                    "FalsePositive"
                } else {
                    "falsePositive"
                })
            }
            (id, "determination") if id.contains("alerts.") || id.contains("incidents.") => {
                json!(if id.starts_with("mde.") || id.starts_with("xdr.") {
                    "Other"
                } else {
                    "other"
                })
            }
            _ => other(param, &at(&before, path)),
        };
        request.set(name, value)
    })
}

/// The compared members of a record: all but times of change and members that only grow.
fn comparable(mut record: Value) -> Value {
    if let Value::Object(members) = &mut record {
        members.retain(|name, _| {
            let name = name.to_ascii_lowercase();
            let is_time =
                name.contains("update") || name.contains("modified") || name == "resolvedtime";
            !(is_time
                || name.starts_with("@odata")
                || name.contains("comment")
                || name.contains("resolved"))
        });
    }
    record
}

/// Longer than any action of the emulator takes.
const SETTLED: std::time::Duration = std::time::Duration::from_secs(3600);

async fn undone(
    bench: &Bench,
    finder: &Finder<'_>,
    operation: &'static Operation,
) -> Result<(), String> {
    let undo = operation.action.effect.undo.unwrap();
    let by = by_id(undo.by);
    let mut request = inputs::request(finder, operation).await;
    if !undo.restored.is_empty() {
        // Set values first, so that no restored member is absent.
        let first = change(bench, operation, undo, request.clone()).await;
        send(bench, first.clone())
            .await
            .map_err(|why| format!("prepare: {why}"))?;
        request = change(bench, operation, undo, request).await;
    }
    if undo.restored.is_empty() && undo.created.is_none() && undo.swapped.is_none() {
        // Send the opposite first, so that the change has an effect. A refusal means that the record is in that state
        // already.
        for opposite in request.undo(by, &[], &Value::Null) {
            let _ = send(bench, opposite).await;
        }
        bench.sandbox.advance(SETTLED);
    }
    let before = all_shown(bench, operation, &request).await;
    if operation.action.target.is_some() && before.iter().any(Value::is_null) {
        return Err("the target does not show the record".to_owned());
    }
    let answer = send(bench, request.clone()).await?;
    let requests = request.undo(by, &before, &answer);
    if requests.is_empty() {
        return Err(format!("no undo of {answer}"));
    }
    if undo.created.is_some() {
        for made in &requests {
            if all_shown(bench, by, made).await.iter().any(Value::is_null) {
                return Err("what was made is not there".to_owned());
            }
        }
    } else if operation.action.target.is_some() && !undo.restored.is_empty() {
        let after = all_shown(bench, operation, &request).await;
        let same = before
            .iter()
            .zip(&after)
            .all(|(one, two)| comparable(one.clone()) == comparable(two.clone()));
        if same {
            return Err(format!("nothing changed: {after:?}"));
        }
    }
    bench.sandbox.advance(SETTLED);
    for made in &requests {
        send(bench, made.clone())
            .await
            .map_err(|why| format!("undo: {why}"))?;
    }
    if undo.created.is_some() {
        for made in &requests {
            let left = all_shown(bench, by, made).await;
            if !left.iter().all(Value::is_null) {
                return Err(format!("still there: {left:?}"));
            }
        }
        return Ok(());
    }
    let after = all_shown(bench, operation, &request).await;
    for (one, two) in before.iter().zip(&after) {
        let (one, two) = (comparable(one.clone()), comparable(two.clone()));
        if one != two {
            return Err(format!("not as before:\n  {one}\n  {two}"));
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_change_that_can_be_undone_is_done_undone_and_compared() {
    let mut faults = Vec::new();
    let mut count = 0;
    for operation in crate::pipeline::operations().filter(|one| one.action.effect.undo.is_some()) {
        let bench = bench().await;
        let finder = Finder::new(&bench);
        count += 1;
        if let Err(why) = undone(&bench, &finder, operation).await {
            faults.push(format!("{}: {why}", operation.id));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {count}\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_operation_states_its_effect_and_a_reversible_one_how() {
    for operation in crate::pipeline::operations() {
        let effect = operation.action.effect;
        let is_batch = operation.id == "graph.batch.execute";
        assert_eq!(
            effect.kind == EffectKind::Unknown,
            is_batch,
            "{}",
            operation.id
        );
        assert!(
            effect.kind != EffectKind::Reversible || effect.undo.is_some(),
            "{}",
            operation.id
        );
        assert!(!effect.felt || !operation.is_read(), "{}", operation.id);
    }
}

#[tokio::test(start_paused = true)]
async fn more_items_than_a_batch_takes_are_refused_here_and_by_the_service() {
    let bench = bench().await;
    let caller = bench.caller();
    for operation in crate::pipeline::operations() {
        let Some(batch) = operation.action.batch else {
            continue;
        };
        assert!(operation.input(batch.input).is_some(), "{}", operation.id);
        if batch.most == 0 {
            continue;
        }
        let finder = Finder::new(&bench);
        let request = inputs::request(&finder, operation).await;
        let item = request.body_value(batch.input).unwrap()[0].clone();
        let items = vec![item; batch.most + 1];
        let error = request
            .clone()
            .set(batch.input, items.clone())
            .check()
            .unwrap_err();
        assert!(
            error.to_string().contains("at most"),
            "{}: {error}",
            operation.id
        );
        let mut body = serde_json::Map::new();
        for param in operation
            .inputs
            .iter()
            .filter(|param| param.place == Place::Body)
        {
            if let Some(value) = request.body_value(param.name) {
                body.insert(param.name.to_owned(), value.clone());
            }
        }
        body.insert(batch.input.to_owned(), items.into());
        let service = match operation.http.host {
            "mde" => sandbox::Service::Mde,
            _ => sandbox::Service::Graph,
        };
        let heard = caller
            .send(service, "POST", operation.http.path, Some(&body.into()))
            .await;
        assert_eq!(heard.status, 400, "{}: {}", operation.id, heard.text);
    }
}

/// A change of several items says which of them failed, or a note says why the service does not report it.
#[test]
fn every_batch_has_verdicts_or_a_note() {
    for operation in reference::PRODUCTS
        .iter()
        .flat_map(|one| crate::tables::table(one.name))
    {
        let is_silent = operation["verdicts"].is_null() && !operation["batch"].is_null();
        let note = operation["note"].as_str().unwrap_or_default();
        let is_explained = note.contains("answer is empty")
            || note.contains("answer is not described")
            || note.contains("answer holds")
            || note.contains("answer lists");
        assert!(!is_silent || is_explained, "{}: {note}", operation["id"]);
    }
}

#[test]
fn constants_are_sent_and_not_asked() {
    let base = "https://h.example".parse().unwrap();
    let mut count = 0;
    for operation in crate::pipeline::operations() {
        let constants = operation
            .inputs
            .iter()
            .filter(|param| !param.constant.is_empty());
        for param in constants {
            count += 1;
            let request = Request::new(operation);
            let value = request.body_value(param.name).unwrap();
            assert_eq!(text(value), param.constant, "{}", operation.id);
            let paths = operation
                .inputs
                .iter()
                .filter(|param| param.place == Place::Path);
            let request = paths.fold(request, |request, param| request.set(param.name, "1"));
            if let Ok(http) = request.to_http(&base) {
                let body: Value = serde_json::from_slice(http.body()).unwrap();
                assert_eq!(text(&body[param.name]), param.constant, "{}", operation.id);
            }
        }
    }
    assert!(count > 5, "{count}");
}

/// The instant of a member: text or milliseconds.
fn instant(value: &Value) -> Option<jiff::Timestamp> {
    match value {
        Value::String(text) => Timestamp::from(text.as_str()).instant(),
        Value::Number(number) => number
            .as_f64()
            .and_then(|ms| jiff::Timestamp::from_millisecond(ms as i64).ok()),
        _ => None,
    }
}
