//! Items of a change of many, read from a file of people or programs.
//!
//! An operation that takes many items in one call may name the operation that takes a single one
//! ([`Batch::one`](http_core::Batch)). The inputs of that one describe an item, so a line of a file is checked and spelled
//! as its command would be, before anything is sent.
//!
//! | file | items |
//! | --- | --- |
//! | CSV, with commas, semicolons or tabs | the lines below the header, whose names are inputs in any letter case |
//! | JSON array | its elements |
//! | JSON object | the elements of its only list, or the object itself |
//! | NDJSON | its lines |
//!
//! A line that cannot be an item is a [`Line`] with the reason; it does not keep the others back. Members that no input has are
//! left out and listed in [`Items::left_out`]. Members that begin with `_` are ours: what [`Line::rejected`] writes can be read
//! again.

use std::collections::BTreeSet;
use std::time::SystemTime;

use http_core::{AnswerKind, BodyKind, Kind, Operation, Param, Place, Request, Value};
use serde_json::{Map, json};

use crate::error::{Error, Result};
use crate::fill::Filling;

/// The member of a rejected item with the number of its line and the reason.
const REJECT: &str = "_reject";

/// The member with a line that is not JSON.
const RAW: &str = "_raw";

/// The items of a file.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Items {
    /// The lines, in their order.
    pub lines: Vec<Line>,
    /// Names of members that are not sent, because no input has them.
    pub left_out: BTreeSet<String>,
}

/// A line of a file of items.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Line {
    /// The number of the line, or of the element, from 1.
    pub number: usize,
    /// What the file says.
    pub given: Value,
    /// What is sent, or why the line cannot be an item.
    pub item: std::result::Result<Value, String>,
}

impl Line {
    /// The line of an item that was given in another way, such as in an option.
    pub fn of(number: usize, item: &Value) -> Self {
        let given = match item {
            // An id is found in such a record by the commands that take ids.
            Value::String(id) => json!({"id": id}),
            other => other.clone(),
        };
        Self {
            number,
            given,
            item: Ok(item.clone()),
        }
    }

    /// The line with a reason, as an object that [`read`] reads again.
    pub fn rejected(&self, reason: &str) -> Value {
        let mut members = match &self.given {
            Value::Object(members) => members.clone(),
            other => Map::from_iter([(RAW.to_owned(), other.clone())]),
        };
        members.insert(
            REJECT.to_owned(),
            json!({"line": self.number, "reason": reason}),
        );
        Value::Object(members)
    }
}

/// Whether an operation is a change of many items whose calls can be sent one by one: no answer has to be joined with another.
pub fn takes_many(operation: &Operation) -> bool {
    !operation.is_read()
        && operation.action.batch.is_some()
        && matches!(
            operation.answer.kind,
            AnswerKind::Empty | AnswerKind::Collection { .. }
        )
}

/// The operation that takes a single item, and the input for many. `None` if the operation takes no list of objects.
pub fn one_of(operation: &'static Operation) -> Option<(&'static Operation, &'static Param)> {
    let batch = operation.action.batch?;
    Some((batch.one?, operation.input(batch.input)?))
}

/// Reads the items of a text. `one` is the operation that takes a single item; ages such as `30d` count from `now`.
///
/// # Errors
/// [`Error::Input`] if the text as a whole is none of the known forms, such as a JSON array that does not end, or a CSV header in
/// which no input is named.
pub fn read(one: &'static Operation, text: &str, now: SystemTime) -> Result<Items> {
    let text = text.trim_start_matches('\u{feff}');
    let given = match text.trim_start().chars().next() {
        None => Vec::new(),
        Some('[') => elements(one, text)?,
        Some('{') => objects(text),
        Some(_) => rows(one, text)?,
    };
    let mut items = Items::default();
    for (number, given) in given {
        let item = given.and_then(|given| {
            let item = filled(one, &given, now, &mut items.left_out);
            item.map(|item| (given.clone(), item))
                .map_err(|reason| (given, reason))
        });
        items.lines.push(match item {
            Ok((given, item)) => Line {
                number,
                given,
                item: Ok(item),
            },
            Err((given, reason)) => Line {
                number,
                given,
                item: Err(reason),
            },
        });
    }
    Ok(items)
}

/// What a line says, or its text and why it says nothing.
type Given = std::result::Result<Value, (Value, String)>;

/// The elements of an array.
fn elements(one: &'static Operation, text: &str) -> Result<Vec<(usize, Given)>> {
    let elements: Vec<Value> = serde_json::from_str(text)
        .map_err(|error| Error::input(one.id, format!("the file is not a JSON array: {error}")))?;
    Ok((1..).zip(elements.into_iter().map(Ok)).collect())
}

/// One object, the elements of its only list, or the objects of the lines.
fn objects(text: &str) -> Vec<(usize, Given)> {
    if let Ok(Value::Object(mut members)) = serde_json::from_str(text) {
        let mut lists = members
            .values_mut()
            .filter(|value| is_list_of_objects(value));
        if let (Some(list), None) = (lists.next(), lists.next()) {
            let list = list.as_array_mut().map(std::mem::take).unwrap_or_default();
            return (1..).zip(list.into_iter().map(Ok)).collect();
        }
        return vec![(1, Ok(Value::Object(members)))];
    }
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let given = serde_json::from_str(line)
                .map_err(|error| (line.into(), format!("not JSON: {error}")));
            (number, given)
        })
        .collect()
}

fn is_list_of_objects(value: &Value) -> bool {
    let list = value.as_array().filter(|list| !list.is_empty());
    list.is_some_and(|list| list.iter().all(Value::is_object))
}

/// The lines of a CSV file below its header, as objects of texts.
fn rows(one: &'static Operation, text: &str) -> Result<Vec<(usize, Given)>> {
    let header = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t']
        .into_iter()
        .max_by_key(|one| count(header, *one));
    let delimiter = delimiter.filter(|one| count(header, *one) > count(header, b','));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(names) => names.iter().map(str::to_owned).collect(),
        Err(error) => return Err(Error::input(one.id, format!("the CSV header: {error}"))),
    };
    if !names.iter().any(|name| input(one, name).is_some()) {
        let known: Vec<_> = inputs(one).map(|param| param.name).collect();
        let message = format!(
            "the first line names no input: it has to be a CSV header with names such as {}",
            known.join(", ")
        );
        return Err(Error::input(one.id, message));
    }
    let mut rows = Vec::new();
    let mut lines = Lines {
        text,
        at: 0,
        line: 1,
    };
    for row in reader.records() {
        rows.push(match row {
            Ok(row) => (lines.of(row.position()), object(&names, &row)),
            Err(error) => {
                let reason = format!("not CSV: {error}");
                (lines.of(error.position()), Err((Value::Null, reason)))
            }
        });
    }
    Ok(rows)
}

/// Counts lines up to a record. The reader's own count is one too low behind `\r\n`.
struct Lines<'a> {
    text: &'a str,
    /// The first byte that was not looked at.
    at: usize,
    /// The line of that byte.
    line: usize,
}

impl Lines<'_> {
    /// The line on which a record begins, from 1. Records are asked for in their order.
    fn of(&mut self, position: Option<&csv::Position>) -> usize {
        let begin = position.and_then(|position| usize::try_from(position.byte()).ok());
        let bytes = self.text.as_bytes();
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let begin = begin.unwrap_or(self.at).clamp(self.at, bytes.len());
        let begin = begin + bytes[begin..].iter().take_while(is_end).count();
        self.line += bytes[self.at..begin]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        self.at = begin;
        self.line
    }
}

fn count(text: &str, byte: u8) -> usize {
    text.bytes().filter(|one| *one == byte).count()
}

/// The cells under their names, empty ones left out.
fn object(names: &[String], row: &csv::StringRecord) -> Given {
    let cells = names.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let object: Map<String, Value> = cells
        .map(|(name, cell)| (name.clone(), cell.into()))
        .collect();
    let given = Value::Object(object);
    match row.len() > names.len() {
        true => {
            let reason = format!(
                "{} cells for {} names: text with a comma stands between double quotes",
                row.len(),
                names.len()
            );
            Err((given, reason))
        }
        false => Ok(given),
    }
}

/// The inputs that are members of an item.
fn inputs(one: &'static Operation) -> impl Iterator<Item = &'static Param> {
    let body = one.inputs.iter();
    body.filter(|param| param.place == Place::Body && one.http.body == BodyKind::Json)
}

/// The input of a name or of one of its aliases, in any letter case.
fn input(one: &'static Operation, name: &str) -> Option<&'static Param> {
    inputs(one).find(|param| {
        let mut names = std::iter::once(&param.name).chain(param.aliases);
        names.any(|known| known.eq_ignore_ascii_case(name))
    })
}

/// The item that a line describes, with the spelling of the service.
fn filled(
    one: &'static Operation,
    given: &Value,
    now: SystemTime,
    left_out: &mut BTreeSet<String>,
) -> std::result::Result<Value, String> {
    let Some(members) = given.as_object().filter(|one| !one.contains_key(RAW)) else {
        return Err("not an object with the members of an item".to_owned());
    };
    let said = |error: Error| match error {
        Error::Input { message, .. } => message,
        Error::Request(error) => error.message().to_owned(),
        other => other.to_string(),
    };
    let mut filling = Filling::new(one, now);
    for (name, value) in members {
        if name.starts_with('_') || value.is_null() {
            continue;
        }
        match (input(one, name), value) {
            (Some(param), Value::String(text)) if text.is_empty() && param.kind != Kind::Text => {}
            (Some(param), value) => filling.value(param, name, value.clone()).map_err(said)?,
            (None, _) => {
                left_out.insert(name.clone());
            }
        }
    }
    let filled = filling.finish().map_err(said)?;
    let request = filled.requests.first();
    request.map(item).ok_or_else(|| "no request".to_owned())
}

/// The body of the request that sends an item alone.
fn item(request: &Request) -> Value {
    let members = inputs(request.operation());
    let members = members.filter_map(|param| {
        let value = request.body_value(param.name)?;
        Some((param.name.to_owned(), value.clone()))
    });
    Value::Object(members.collect())
}

#[cfg(test)]
mod tests {
    use http_core::Param;

    use super::*;

    static SUBMIT: Operation = Operation::post("t.marks.submit", "/marks")
        .body(BodyKind::Json)
        .inputs(&[
            Param::body("value").required(),
            Param::body("action").kind(Kind::Enum(&["Block", "Allowed"])),
            Param::body("until").kind(Kind::Time),
            Param::body("groups")
                .kind(Kind::List)
                .aliases(&["rbacGroups"]),
            Param::body("alert").kind(Kind::Bool),
        ]);

    fn of(text: &str) -> Items {
        read(&SUBMIT, text, SystemTime::UNIX_EPOCH).unwrap()
    }

    fn sent(items: &Items) -> Vec<&Value> {
        let good = items.lines.iter();
        good.filter_map(|line| line.item.as_ref().ok()).collect()
    }

    #[test]
    fn a_csv_file_names_its_inputs_in_any_case_and_order() {
        let items = of(
            "\u{feff}ACTION,Value,RbacGroups,Alert,Category\r\nblock,a,\"x, y\",TRUE,Malware\n,b,,,\n",
        );
        assert_eq!(
            sent(&items),
            [
                &json!({"action": "Block", "value": "a", "groups": ["x", "y"], "alert": true}),
                &json!({"value": "b"})
            ]
        );
        assert_eq!(items.left_out.iter().collect::<Vec<_>>(), ["Category"]);
        assert_eq!(
            sent(&of("value;action\na;Allowed\n")),
            [&json!({"value": "a", "action": "Allowed"})]
        );
    }

    #[test]
    fn json_is_an_array_an_answer_an_object_or_a_line_each() {
        for text in [
            r#"[{"value":"a"},{"value":"b"}]"#,
            r#"{"@odata.context":"x","value":[{"value":"a"},{"value":"b"}]}"#,
            "{\"value\":\"a\"}\n\n{\"value\":\"b\"}\n",
        ] {
            assert_eq!(
                sent(&of(text)),
                [&json!({"value": "a"}), &json!({"value": "b"})]
            );
        }
        assert_eq!(sent(&of(r#"{"value":"a"}"#)), [&json!({"value": "a"})]);
    }

    #[test]
    fn a_line_that_is_no_item_is_rejected_and_read_again() {
        let items = of("value,alert\r\na,true\r\n,true\r\n\r\nb,perhaps\nc,true,more\n");
        let reasons: Vec<_> = items
            .lines
            .iter()
            .filter_map(|line| Some((line.number, line.item.as_ref().err()?.as_str())))
            .collect();
        assert_eq!(reasons.len(), 3, "{reasons:?}");
        assert_eq!(reasons[0].0, 3);
        assert_eq!(reasons[1], (5, "alert takes true or false, not `perhaps`"));
        assert!(reasons[2].1.contains("3 cells for 2 names"), "{reasons:?}");

        let rejected = items.lines[2].rejected("no");
        assert_eq!(
            rejected,
            json!({"value": "b", "alert": "perhaps", "_reject": {"line": 5, "reason": "no"}})
        );
        let mended = rejected.to_string().replace("perhaps", "false");
        assert_eq!(sent(&of(&mended)), [&json!({"value": "b", "alert": false})]);

        let items = of("{\"value\":\"a\"}\nnonsense\n");
        let again = items.lines[1].rejected("not JSON").to_string();
        assert!(of(&again).lines[0].item.is_err());
    }

    #[test]
    fn a_file_that_is_something_else_is_an_error_as_a_whole() {
        for text in ["203.0.113.7\n203.0.113.8\n", "[{\"value\":\"a\"}", "<html>"] {
            assert!(
                read(&SUBMIT, text, SystemTime::UNIX_EPOCH).is_err(),
                "{text}"
            );
        }
        assert!(of("").lines.is_empty());
    }
}
