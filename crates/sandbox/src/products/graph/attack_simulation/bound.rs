//! References to other records in a body, and the targets of an attack.
//!
//! A reference is a member `name@odata.bind` whose value is the address of a record. It may stand
//! anywhere in the body.

use serde_json::{Map, Value, json};

use crate::call::Call;
use crate::refusal::Refusal;

/// The suffix of a member that refers to another record.
const BIND: &str = "@odata.bind";

/// The collections that can be referred to, and their entities.
const COLLECTIONS: [(&str, &str); 5] = [
    ("payloads", "Payload"),
    ("loginpages", "LoginPage"),
    ("landingpages", "LandingPage"),
    ("trainings", "Training"),
    ("endusernotifications", "EndUserNotification"),
];

/// Takes the references out of the top of a body: the ids of the records by member.
///
/// # Errors
///
/// 400 for a reference that is not text or names no record.
pub(super) fn take(
    call: &mut Call<'_>,
    members: &mut Map<String, Value>,
) -> Result<Map<String, Value>, Refusal> {
    let mut taken = Map::new();
    for (name, value) in std::mem::take(members) {
        match name.strip_suffix(BIND) {
            Some(member) => {
                let record = find(call, &name, &value)?;
                taken.insert(member.to_owned(), record["id"].clone());
            }
            None => {
                members.insert(name, value);
            }
        }
    }
    Ok(taken)
}

/// Replaces the references inside of a value by the id and the name of their records, as responses
/// show them.
///
/// # Errors
///
/// 400 for a reference that is not text or names no record.
pub(super) fn replaced(call: &mut Call<'_>, value: Value) -> Result<Value, Refusal> {
    match value {
        Value::Array(items) => {
            let items = items.into_iter().map(|item| replaced(call, item));
            items.collect::<Result<Vec<_>, _>>().map(Value::Array)
        }
        Value::Object(members) => {
            let mut made = Map::new();
            for (name, value) in members {
                match name.strip_suffix(BIND) {
                    Some(member) => {
                        let record = find(call, &name, &value)?;
                        let short =
                            json!({"id": record["id"], "displayName": record["displayName"]});
                        made.insert(member.to_owned(), short);
                    }
                    None => {
                        made.insert(name, replaced(call, value)?);
                    }
                }
            }
            Ok(Value::Object(made))
        }
        other => Ok(other),
    }
}

/// The record at an address: `.../payloads/ID` or `.../payloads('ID')`, in any letter case.
fn find(call: &mut Call<'_>, name: &str, address: &Value) -> Result<Value, Refusal> {
    let invalid = || {
        Refusal::invalid_body(format!(
            "Request body is incorrect: '{name}' names no record"
        ))
    };
    let address = address.as_str().ok_or_else(invalid)?.trim_end_matches('/');
    let (before, last) = address.rsplit_once('/').ok_or_else(invalid)?;
    let (collection, id) = match last.split_once("('") {
        Some((collection, key)) => (collection, key.strip_suffix("')").ok_or_else(invalid)?),
        None => (before.rsplit('/').next().unwrap_or_default(), last),
    };
    let entity = COLLECTIONS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(collection))
        .ok_or_else(invalid)?
        .1;
    call.table(entity).get(id).cloned().ok_or_else(invalid)
}

/// Checks a member that selects users.
///
/// # Errors
///
/// 400 for another type than the two documented ones, and for addresses that are not text.
pub(super) fn check_target(members: &Map<String, Value>, name: &str) -> Result<(), Refusal> {
    let Some(target) = members.get(name).filter(|target| !target.is_null()) else {
        return Ok(());
    };
    let invalid = || {
        Refusal::invalid_body(format!(
            "Request body is incorrect: invalid value for property '{name}'"
        ))
    };
    let emails = &target["accountTargetEmails"];
    let is_list = emails
        .as_array()
        .is_some_and(|emails| emails.iter().all(Value::is_string));
    match kind(target).to_ascii_lowercase().as_str() {
        "addressbook" if is_list => Ok(()),
        "includeall" if emails.is_null() => Ok(()),
        _ => Err(invalid()),
    }
}

/// The kind of a selection, from its member `type` or from its type: requests may leave either out.
pub(super) fn kind(target: &Value) -> &str {
    let named = target["type"].as_str();
    let of_type = || {
        let name = target["@odata.type"].as_str()?.rsplit('.').next()?;
        name.strip_suffix("AccountTargetContent")
    };
    named.or_else(of_type).unwrap_or_default()
}
