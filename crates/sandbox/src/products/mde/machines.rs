//! Machines: search, tags, value, related records. Actions on machines are in `actions`.
//!
//! Source: `find-machines-by-ip.md`, `find-machines-by-tag.md`,
//! `add-or-remove-machine-tags.md`, `set-device-value.md`, `get-machine-related-alerts.md`.

use serde_json::{Value, json};

use super::lookup::{machine, rows_where};
use super::{actions, investigations};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::later;
use crate::generic::list::{of_rows, read};
use crate::generic::{all_exist, body, entity_answer};
use crate::odata;
use crate::refusal::Refusal;
use crate::values::{key_text, texts};

/// Searching by address covers this time before and after the given time.
const FIND_WINDOW_SECONDS: i64 = 15 * 60;
/// Searching by address goes back this far.
const FIND_REACH_SECONDS: i64 = 30 * 86_400;

/// Answers an operation on machines. `None` for the list.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "get" => machine(call).map(|machine| entity_answer(call, machine)),
        "find" => find(call, true),
        "find_by_ip" => find(call, false),
        "find_by_tag" => find_by_tag(call),
        "update" => update(call),
        "set_tag" => set_tag(call),
        "set_tag_bulk" => set_tag_bulk(call),
        "set_device_value" => set_device_value(call),
        "list_alerts" => list_alerts(call),
        "count_alerts" => count_alerts(call),
        "list_logon_users" => logon_users(call),
        "list_software" => software(call, "Software"),
        "list_vulnerabilities" => software(call, "Vulnerability"),
        "list_recommendations" => software(call, "Recommendation"),
        "list_missing_kbs" => software(call, "MissingKb"),
        "start_investigation" => investigations::start(call),
        "list" => return None,
        _ => actions::start(call, verb),
    })
}

/// Finds machines by IP address and time. The older call puts both into quotes and answers
/// 404 if there is none; the newer one returns an empty list. A machine never changes its
/// address here.
///
/// # Errors
///
/// 400 for text that is not an address or a time, or a time more than 30 days ago.
fn find(call: &mut Call<'_>, quoted: bool) -> Outcome {
    let address = call.path("ip");
    let address = if quoted {
        address.trim_matches('\'').to_owned()
    } else {
        address
    };
    if address.parse::<std::net::IpAddr>().is_err() {
        return Err(Refusal::new(
            400,
            "InvalidIpAddress",
            format!("'{address}' is not an IP address"),
        ));
    }
    let text = call.path("timestamp");
    let at = odata::date(text.trim_matches('\''))
        .ok_or_else(|| Refusal::invalid_input("Invalid timestamp"))?;
    let age = call.now.as_second() - at.as_second();
    if age > FIND_REACH_SECONDS {
        return Err(Refusal::invalid_input(
            "The timestamp must be within the last 30 days",
        ));
    }
    // Addresses do not change, so a machine is found if it had been seen by then.
    let by_then = later(
        at,
        std::time::Duration::from_secs(FIND_WINDOW_SECONDS.unsigned_abs()),
    );
    let rows = rows_where(call, "Machine", |machine| {
        let addresses = machine["ipAddresses"].as_array().into_iter().flatten();
        let has = machine["lastIpAddress"] == *address
            || addresses.clone().any(|one| one["ipAddress"] == *address);
        let first = machine["firstSeen"].as_str().and_then(odata::date);
        has && first.is_none_or(|first| first <= by_then)
    });
    if quoted && rows.is_empty() {
        return Err(Refusal::not_found("Machine", &address));
    }
    of_rows(call, &rows)
}

/// Finds machines by a tag or by its beginning.
fn find_by_tag(call: &mut Call<'_>) -> Outcome {
    let tag = call.option("tag").unwrap_or_default().to_owned();
    let prefix = call
        .option("useStartsWithFilter")
        .is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let rows = rows_where(call, "Machine", |machine| {
        machine["machineTags"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .any(|one| {
                if prefix {
                    one.starts_with(&tag)
                } else {
                    one == tag
                }
            })
    });
    of_rows(call, &rows)
}

/// Stores and returns a machine.
fn save(call: &mut Call<'_>, machine: Value) -> Outcome {
    call.table("Machine").insert(machine.clone());
    Ok(entity_answer(call, machine))
}

/// Changes a machine. An empty body or an empty list of tags is refused.
fn update(call: &mut Call<'_>) -> Outcome {
    let changes = body::check(call)?;
    let mut machine = machine(call)?;
    let no_tags = changes
        .get("machineTags")
        .and_then(Value::as_array)
        .is_some_and(Vec::is_empty);
    if changes.is_empty() || no_tags {
        return Err(Refusal::invalid_body("Request body is incorrect"));
    }
    for (name, value) in changes {
        machine[name] = value;
    }
    save(call, machine)
}

/// Sets the value of a machine: `Low`, `Normal` or `High`.
fn set_device_value(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut machine = machine(call)?;
    machine["deviceValue"] = members.get("DeviceValue").cloned().unwrap_or_default();
    save(call, machine)
}

/// Adds or removes a tag. Adding an existing tag does nothing.
fn tag(machine: &mut Value, tag: &Value, action: &str) {
    let Some(tags) = machine["machineTags"].as_array_mut() else {
        machine["machineTags"] = json!([]);
        return self::tag(machine, tag, action);
    };
    tags.retain(|one| one != tag);
    if action == "Add" {
        tags.push(tag.clone());
    }
}

fn set_tag(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut machine = machine(call)?;
    tag(
        &mut machine,
        &members["Value"],
        members["Action"].as_str().unwrap_or_default(),
    );
    save(call, machine)
}

/// Adds or removes a tag on several machines. An unknown id refuses the whole call.
fn set_tag_bulk(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let ids = texts(&members, "MachineIds");
    all_exist(call, "Machine", &ids)?;
    let action = members["Action"].as_str().unwrap_or_default();
    let mut changed = Vec::new();
    for id in &ids {
        if let Some(machine) = call.table("Machine").get_mut(id) {
            tag(machine, &members["Value"], action);
            changed.push(machine.clone());
        }
    }
    of_rows(call, &changed)
}

/// Lists the alerts of a machine.
fn list_alerts(call: &mut Call<'_>) -> Outcome {
    let id = machine(call)?["id"].clone();
    let rows = rows_where(call, "Alert", |alert| alert["machineId"] == id);
    of_rows(call, &rows)
}

/// Counts alerts. The response is a bare number.
fn count_alerts(call: &mut Call<'_>) -> Outcome {
    let id = machine(call)?["id"].clone();
    let (options, _) = read(call)?;
    let count = call
        .table("Alert")
        .rows()
        .filter(|alert| alert["machineId"] == id && options.meets(alert))
        .count();
    Ok(Answer::json(200, count.into()))
}

/// Users that signed in on a machine.
fn logon_users(call: &mut Call<'_>) -> Outcome {
    let id = key_text(&machine(call)?["id"]);
    let seeder = call.store.seeder();
    let estate = seeder.estate();
    let Some(place) = estate.devices.iter().position(|device| device.id == id) else {
        return of_rows(call, &[]);
    };
    let names: Vec<String> = estate
        .users_of(place)
        .map(|person| person.account.clone())
        .collect();
    let rows = rows_where(call, "User", |user| {
        names.iter().any(|name| user["accountName"] == **name)
    });
    of_rows(call, &rows)
}

/// Software of a machine, or the vulnerabilities, recommendations and missing updates that
/// follow from it.
fn software(call: &mut Call<'_>, entity: &str) -> Outcome {
    let id = key_text(&machine(call)?["id"]);
    let seeder = call.store.seeder();
    let estate = seeder.estate();
    let installed = estate.products_on(&id, entity != "Software");
    let weak = || {
        estate
            .weaknesses
            .iter()
            .filter(|weakness| installed.contains(&weakness.product))
    };
    let keys: Vec<String> = match entity {
        "Software" => installed
            .iter()
            .map(|place| estate.products[*place].id())
            .collect(),
        "Recommendation" => installed
            .iter()
            .map(|place| crate::seed::vulnerabilities::recommendation_id(&estate.products[*place]))
            .collect(),
        "MissingKb" => weak().map(|weakness| weakness.kb.clone()).collect(),
        _ => weak().map(|weakness| weakness.cve.clone()).collect(),
    };
    let rows: Vec<Value> = keys
        .iter()
        .filter_map(|key| call.table(entity).get(key).cloned())
        .collect();
    of_rows(call, &rows)
}
