//! Files, domains, IP addresses and users: alerts and machines related to them.
//!
//! An observable is found by the evidence of alerts. An unknown one has no alerts and no
//! machines, and gets no 404, except for a file.
//!
//! Source: `get-file-*.md`, `get-domain-*.md`, `get-ip-*.md`, `get-user-related-*.md`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::lookup::{is_hex, rows_where};
use crate::call::{Call, Outcome};
use crate::generic::entity_answer;
use crate::generic::list::of_rows;
use crate::refusal::Refusal;
use crate::values::key_text;

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    let group = call.operation.id.split('.').nth(1).unwrap_or_default();
    Some(match (group, verb) {
        ("files", "get") => file(call).map(|file| entity_answer(call, file)),
        ("files", "stats") => file_stats(call),
        (_, "stats") => stats(call, group),
        (_, "list_alerts") => alerts(call, group).and_then(|rows| of_rows(call, &rows)),
        (_, "list_machines") => machines(call, group),
        _ => return None,
    })
}

/// A file by SHA-1, SHA-256 or MD5.
fn file(call: &mut Call<'_>) -> Result<Value, Refusal> {
    let hash = call.path("hash");
    let member = match hash.len() {
        40 => "sha1",
        64 => "sha256",
        _ => "md5",
    };
    if ![32, 40, 64].iter().any(|digits| is_hex(&hash, *digits)) {
        return Err(bad_hash(&hash));
    }
    call.table("File")
        .find(member, &hash)
        .cloned()
        .ok_or_else(|| Refusal::not_found("File", &hash))
}

/// 400 for a hash of another length or with other characters.
fn bad_hash(hash: &str) -> Refusal {
    Refusal::new(
        400,
        "InvalidHashValue",
        format!("'{hash}' is not a valid hash"),
    )
}

/// Prevalence of a file. The values outside the organization are made up.
fn file_stats(call: &mut Call<'_>) -> Outcome {
    let file = file(call)?;
    let hash = key_text(&file["sha1"]);
    let seen = seen(&alerts_about(call, "files", &hash));
    let names: Vec<Value> = call
        .store
        .estate()
        .files
        .iter()
        .filter(|known| known.sha1 == hash)
        .map(|known| known.name.clone().into())
        .collect();
    let stats = json!({
        "sha1": hash, "organizationPrevalence": seen.devices, "orgFirstSeen": seen.first, "orgLastSeen": seen.last,
        "globallyPrevalence": file["globalPrevalence"], "globalFirstObserved": file["globalFirstObserved"],
        "globalLastObserved": file["globalLastObserved"], "topFileNames": names,
    });
    Ok(entity_answer(call, stats))
}

/// Prevalence of a domain or address.
fn stats(call: &mut Call<'_>, group: &str) -> Outcome {
    let rows = alerts(call, group)?;
    let seen = seen(&rows);
    let (name, value) = match group {
        "ips" => ("ipAddress", call.path("ip")),
        _ => ("host", call.path("domain")),
    };
    let stats = json!({
        name: value, "organizationPrevalence": seen.devices, "orgFirstSeen": seen.first, "orgLastSeen": seen.last,
    });
    Ok(entity_answer(call, stats))
}

/// Number of machines, and first and last time, over some alerts.
struct Seen {
    devices: usize,
    first: Value,
    last: Value,
}

fn seen(alerts: &[Value]) -> Seen {
    let devices: BTreeSet<String> = alerts
        .iter()
        .map(|alert| key_text(&alert["machineId"]))
        .collect();
    Seen {
        devices: devices.len(),
        first: times(alerts, "firstEventTime").min().into(),
        last: times(alerts, "lastEventTime").max().into(),
    }
}

/// The times that alerts have in a member.
fn times<'a>(alerts: &'a [Value], member: &'a str) -> impl Iterator<Item = String> + 'a {
    alerts
        .iter()
        .filter_map(move |alert| alert[member].as_str())
        .map(str::to_owned)
}

/// The alerts about the observable in the path, whose form is checked.
fn alerts(call: &mut Call<'_>, group: &str) -> Result<Vec<Value>, Refusal> {
    let value = match group {
        "files" => call.path("sha1"),
        "domains" => call.path("domain"),
        "ips" => call.path("ip"),
        _ => call.path("user_name"),
    };
    match group {
        "files" if !is_hex(&value, 40) => return Err(bad_hash(&value)),
        "ips" if value.parse::<std::net::IpAddr>().is_err() => {
            return Err(Refusal::new(
                400,
                "InvalidIpAddress",
                format!("'{value}' is not an IP address"),
            ));
        }
        "domains" if !value.contains('.') || value.contains([' ', '/']) => {
            return Err(Refusal::new(
                400,
                "InvalidDomainName",
                format!("'{value}' is not a domain name"),
            ));
        }
        _ => {}
    }
    Ok(alerts_about(call, group, &value))
}

/// The alerts whose evidence or user is this value.
fn alerts_about(call: &mut Call<'_>, group: &str, value: &str) -> Vec<Value> {
    rows_where(call, "Alert", |alert| {
        let same = |found: &Value| {
            found
                .as_str()
                .is_some_and(|found| found.eq_ignore_ascii_case(value))
        };
        let mut pieces = alert["evidence"].as_array().into_iter().flatten();
        match group {
            "files" => pieces.any(|piece| same(&piece["sha1"])),
            "ips" => pieces.any(|piece| same(&piece["ipAddress"])),
            "domains" => pieces.any(|piece| {
                let host = piece["url"].as_str().and_then(|url| url.split('/').nth(2));
                host.is_some_and(|host| host.eq_ignore_ascii_case(value))
            }),
            _ => same(&alert["relatedUser"]["userName"]),
        }
    })
}

/// Machines of the alerts; for users also the machines they sign in on.
fn machines(call: &mut Call<'_>, group: &str) -> Outcome {
    let mut ids: BTreeSet<String> = alerts(call, group)?
        .iter()
        .map(|alert| key_text(&alert["machineId"]))
        .collect();
    if group == "users" {
        let name = call.path("user_name");
        let seeder = call.store.seeder();
        let estate = seeder.estate();
        let used = (0..estate.devices.len()).filter(|place| {
            estate
                .users_of(*place)
                .any(|person| person.account.eq_ignore_ascii_case(&name))
        });
        ids.extend(used.map(|place| estate.devices[place].id.clone()));
    }
    let rows: Vec<Value> = ids
        .iter()
        .filter_map(|id| call.table("Machine").get(id).cloned())
        .collect();
    of_rows(call, &rows)
}
