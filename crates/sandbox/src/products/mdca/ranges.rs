//! IP address ranges: subnets and tags are written as text and returned as objects.
//!
//! Names are unique. Source: `api-data-enrichment-*.md`.

use serde_json::{Map, Value, json};

use super::filter::invalid;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, record};
use crate::random;
use crate::refusal::Refusal;
use crate::seed::mdca::{lossy, range, subnet, tag};
use crate::values::{key_text, texts};

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "create" => create(call),
        "update" => update(call),
        _ => return None,
    })
}

/// Creates a range. The response is its id as a bare JSON string.
///
/// # Errors
///
/// 400 for a name that exists, a subnet that cannot be read, or an unknown category.
fn create(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let name = members.get("name").map(key_text).unwrap_or_default();
    if call.table("IpRange").find("name", &name).is_some() {
        return Err(invalid(&name.into()));
    }
    let id = random::hex(&mut fastrand::Rng::new(), 24);
    let range = read_range(call, &id, &members)?;
    call.table("IpRange").insert(range);
    Ok(Answer::json(200, id.into()))
}

/// Replaces a range: members that are left out are emptied.
fn update(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let known = record(call, "IpRange", "ip_range_id")?;
    let range = read_range(call, &key_text(&known["_id"]), &members)?;
    call.table("IpRange").insert(range);
    Ok(Answer::empty(200))
}

/// A range from a request body. Refuses a range without a valid subnet or with an unknown
/// category (1 to 6).
fn read_range(call: &Call<'_>, id: &str, members: &Map<String, Value>) -> Result<Value, Refusal> {
    let mut subnets = Vec::new();
    for text in texts(members, "subnets") {
        let read = subnet(&text);
        if read.is_null() {
            return Err(invalid(&text.into()));
        }
        subnets.push(read);
    }
    if subnets.is_empty() {
        return Err(invalid(&json!([])));
    }
    let category = &members["category"];
    if !category
        .as_i64()
        .is_some_and(|category| (1..=6).contains(&category))
    {
        return Err(invalid(category));
    }
    let tags: Vec<Value> = texts(members, "tags")
        .iter()
        .map(|name| tag(name))
        .collect();
    Ok(range(json!({
        "_id": id, "name": members["name"], "category": category, "subnets": subnets, "tags": tags,
        "organization": members.get("organization"), "lastModified": lossy(call.now.as_millisecond()),
    })))
}
