//! The inputs of an operation: by name, and those with a special meaning.
//!
//! Tables describe each input by itself. Callers also ask for the input that sets the page size, those of the path in
//! their order, and the one that identifies the record, so that all programs answer these questions in the same way.

use http_core::{AnswerKind, Kind, Method, Operation, Paging, Param, Place, Value};

use crate::words::{alias, option};

/// The input of that name: as on the wire, or in words (`look-back-hours` for `lookBackHours`), in any case. The exact
/// name is preferred.
///
/// ```
/// use http_core::{Operation, Param};
///
/// static LIST: Operation =
///     Operation::get("x.alerts.list", "/api/alerts").inputs(&[Param::query("lookBackHours"), Param::query("$top")]);
///
/// assert_eq!(operations::input(&LIST, "look-back-hours").map(|param| param.name), Some("lookBackHours"));
/// assert_eq!(operations::input(&LIST, "TOP").map(|param| param.name), Some("$top"));
/// assert!(operations::input(&LIST, "skip").is_none());
/// ```
pub fn input(operation: &Operation, name: &str) -> Option<&'static Param> {
    let word = option(name);
    let by_word = || {
        let mut params = operation.inputs.iter();
        params.find(|param| param.name.eq_ignore_ascii_case(name) || option(param.name) == word)
    };
    operation.input(name).or_else(by_word)
}

/// Whether the operation has a path at a service. The others go to a whole URL that the caller got from an earlier
/// answer, such as the address of an upload; they have no base URL, token or permission.
pub fn is_service(operation: &Operation) -> bool {
    operation.http.path.starts_with('/')
}

/// The optional input that sets the number of records of a page. `None` if the service chooses it, and if the input is
/// required and therefore no mere page size.
pub fn page_size(operation: &Operation) -> Option<&'static Param> {
    let limit =
        matches!(operation.list.paging, Paging::SkipLimit | Paging::Scan).then_some("limit");
    // A list that takes both is cut by `$top`: no page follows.
    let names = ["pageSize", "$top"].into_iter().chain(limit);
    let mut found = names.filter_map(|name| operation.input(name));
    found.find(|param| param.kind == Kind::Integer && !param.required)
}

/// The inputs in the path, in the order of the path. The table may list them in another order.
pub fn path_inputs(operation: &Operation) -> Vec<&'static Param> {
    let params = operation.inputs.iter();
    let mut path: Vec<_> = params.filter(|param| param.place == Place::Path).collect();
    path.sort_by_key(|param| operation.http.path.find(&format!("{{{}}}", param.name)));
    path
}

/// The input that names the one record which the operation reads or changes: the last one in the path. `None` for lists,
/// and for changes whose [target](http_core::Target) is not named there.
///
/// A program can call such an operation for each of many ids ([`record_ids`]).
pub fn record_input(operation: &Operation) -> Option<&'static Param> {
    let reads_one = operation.http.method == Method::Get
        && matches!(
            operation.answer.kind,
            AnswerKind::Entity | AnswerKind::Object | AnswerKind::Scalar
        );
    let last = path_inputs(operation).pop()?;
    let changes_one = || {
        let target = operation.action.target;
        !operation.is_read() && target.is_some_and(|target| target.input == last.name)
    };
    (last.kind == Kind::Text && (reads_one || changes_one())).then_some(last)
}

/// The ids of records in a text: one a line, bare or in a JSON object such as a record of a list. Blank lines are
/// skipped.
///
/// This is the format in which one command passes records to another. In an object the id is the first of these members
/// that is present, in any letter case:
///
/// | member | example |
/// | --- | --- |
/// | named like the input | `machineId` for `machine_id` and for `MachineIds` |
/// | the same with the other name of the records | `DeviceId` |
/// | one of [`Param::members`] | `SHA1` for `hash` |
/// | `id`, `_id` | |
///
/// An alert names its device by `machineId`, a row of hunting by `DeviceId`, and the `id` of an alert is its own.
///
/// ```
/// let param = http_core::Param::path("machine_id");
/// let ids = operations::record_ids(&param, "m1\n{\"id\": \"alert\", \"machineId\": \"m2\"}\n");
/// assert_eq!(ids, Ok(vec!["m1".to_owned(), "m2".to_owned()]));
/// ```
///
/// # Errors
/// A message with the number of the line, for invalid JSON and an object without an id.
pub fn record_ids(param: &Param, text: &str) -> Result<Vec<String>, String> {
    let names = id_members(param);
    let id = |(number, line): (usize, &str)| {
        if !line.starts_with('{') {
            return Ok(line.to_owned());
        }
        let record: Value = serde_json::from_str(line)
            .map_err(|error| format!("line {number} of the input: {error}"))?;
        id_in(&names, &record).ok_or_else(|| {
            // `_id` is the `id` of some services.
            let others = names
                .iter()
                .filter(|name| !matches!(name.as_str(), "id" | "_id"));
            let others: Vec<_> = others.map(|name| format!("no `{name}`")).collect();
            format!(
                "line {number} of the input has {} and no `id`",
                others.join(", ")
            )
        })
    };
    http_core::text::lines(text).map(id).collect()
}

/// The id in a record: the value of the first of these members. Letter case does not matter, because hunting writes its
/// columns with capitals.
fn id_in(names: &[String], record: &Value) -> Option<String> {
    let record = record.as_object()?;
    let get = |name: &String| {
        let exact = record.get(name);
        let same = |(known, _): &(&String, &Value)| known.eq_ignore_ascii_case(name);
        let found = exact.or_else(|| record.iter().find(same).map(|(_, value)| value));
        found.filter(|value| value.is_string() || value.is_number())
    };
    match names.iter().find_map(get)? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

/// The members that may hold the value of an input, the most telling first.
fn id_members(param: &Param) -> Vec<String> {
    let mut own = camel(param.name);
    // An input that names several records: `MachineIds`.
    if own.ends_with("Ids") {
        own.pop();
    }
    let own = own[..1].to_ascii_lowercase() + &own[1..];
    let other = own.strip_suffix("Id").and_then(|records| {
        let other = alias(&format!("{records}s"))?.strip_suffix('s')?;
        Some(format!("{other}Id"))
    });
    let further = param.members.iter().map(|name| (*name).to_owned());
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(own)
        .chain(other)
        .chain(further)
        .chain(["id".to_owned(), "_id".to_owned()])
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Words in camel case: `machineId` for `machine_id`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let mut member = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        member.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        member.push_str(letters.as_str());
    }
    member
}

#[cfg(test)]
mod tests {
    use super::*;

    static GET: Operation =
        Operation::get("t.machines.get", "/s/{stream_id}/machines/{machine_id}")
            .inputs(&[
                Param::path("machine_id"),
                Param::path("stream_id"),
                Param::query("$top").kind(Kind::Integer),
                Param::query("lookBackHours").kind(Kind::Integer),
            ])
            .answer(AnswerKind::Entity);

    #[test]
    fn inputs_are_found_as_the_wire_or_a_person_spells_them() {
        for (name, expected) in [
            ("machine_id", Some("machine_id")),
            ("machine-id", Some("machine_id")),
            ("machineId", Some("machine_id")),
            ("$top", Some("$top")),
            ("top", Some("$top")),
            ("look-back-hours", Some("lookBackHours")),
            ("LOOKBACKHOURS", Some("lookBackHours")),
            ("nothing", None),
        ] {
            assert_eq!(
                input(&GET, name).map(|param| param.name),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn ids_have_many_names_in_records() {
        let hash = Param::path("hash").members(&["sha1", "sha256"]);
        let several = Param::body("MachineIds");
        for (param, record, id) in [
            (&hash, r#"{"SHA1":"a","id":"b"}"#, "a"),
            (&hash, r#"{"SHA1":null,"SHA256":"c"}"#, "c"),
            (&several, r#"{"DeviceId":"d","id":"b"}"#, "d"),
            (&several, r#"{"machineid":"e","DeviceId":"d"}"#, "e"),
            (&Param::path("incident_id"), r#"{"IncidentId":7}"#, "7"),
        ] {
            assert_eq!(
                record_ids(param, record),
                Ok(vec![id.to_owned()]),
                "{record}"
            );
        }
        let error = record_ids(&hash, "x\n{\"name\":1}").unwrap_err();
        assert_eq!(
            error,
            "line 2 of the input has no `hash`, no `sha1`, no `sha256` and no `id`"
        );
    }

    #[test]
    fn a_record_is_named_by_the_last_input_of_the_path() {
        static DELETE: Operation =
            Operation::delete("t.a.delete", "/a/{a_id}").inputs(&[Param::path("a_id")]);
        static LIST: Operation = Operation::get("t.a.list", "/a/{a_id}/b")
            .inputs(&[Param::path("a_id")])
            .collection("value");
        let name = |operation| record_input(operation).map(|param| param.name);
        assert_eq!(name(&GET), Some("machine_id"));
        assert_eq!((name(&DELETE), name(&LIST)), (None, None));
        static TARGET: http_core::Target = http_core::Target::new("a_id", "t.a.get");
        static CHANGE: Operation = Operation::delete("t.a.delete", "/a/{a_id}")
            .inputs(&[Param::path("a_id")])
            .target(&TARGET);
        assert_eq!(name(&CHANGE), Some("a_id"));
        assert_eq!(page_size(&GET).map(|param| param.name), Some("$top"));
    }
}
