//! The member that identifies a record.
//!
//! Services name it differently: `id`, `_id`, `machineId`, `incidentId`. The name is guessed from the members of the
//! record, because the writer has no table of the operation. Annotations (`@odata.id`) are never chosen.

use crate::members::{Members, is_nested};

/// The name of the identifying member: `id`, `_id`, the first whose name ends in `Id`, or the first with a plain value.
///
/// `None` if every member is an object, an array or an annotation. `id` and `_id` are found in any case.
pub(crate) fn name<'a>(members: &'a Members<'_>) -> Option<&'a str> {
    let plain = || {
        let members = members.0.iter();
        members.filter(|(name, value)| !is_nested(value) && !name.starts_with('@'))
    };
    let named = |wanted: &str| plain().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    let found = named("id")
        .or_else(|| named("_id"))
        .or_else(|| plain().find(|(name, _)| name.ends_with("Id") || name.ends_with("ID")))
        .or_else(|| plain().next());
    found.map(|(name, _)| name.as_ref())
}

/// Whether a member of this name identifies something: people copy its value, so a table does not cut it.
pub(crate) fn is_id(name: &str) -> bool {
    let last = name.rsplit(['.', ']']).next().unwrap_or(name);
    let hashes = ["id", "_id", "sha1", "sha256", "md5"];
    hashes.iter().any(|hash| last.eq_ignore_ascii_case(hash))
        || last.ends_with("Id")
        || last.ends_with("ID")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(row: &str) -> Option<String> {
        let members = Members::of(row.as_bytes()).unwrap();
        name(&members).map(str::to_owned)
    }

    #[test]
    fn the_member_that_identifies_is_found() {
        let table = [
            (r#"{"name":"a","id":1,"machineId":2}"#, "id"),
            (r#"{"name":"a","Id":1}"#, "Id"),
            (r#"{"name":"a","_id":"x"}"#, "_id"),
            (
                r#"{"@odata.type":"t","name":"a","machineId":2,"softwareId":3}"#,
                "machineId",
            ),
            (r#"{"id":{"a":1},"name":"a"}"#, "name"),
            ("\"plain\"", "value"),
        ];
        for (row, expected) in table {
            assert_eq!(of(row).as_deref(), Some(expected), "{row}");
        }
        assert_eq!(of(r#"{"a":[]}"#), None);
    }
}
