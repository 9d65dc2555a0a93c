//! The organization as Defender for Cloud Apps shows it: activities, alerts, accounts,
//! files, IP ranges, apps, policies.
//!
//! Accounts are the people of the organization; alerts are its own. Members follow observed
//! records, because the documentation lists few.

mod log;

use fastrand::Rng;
use serde_json::{Value, json};

pub(crate) use self::log::parsed;
use super::estate::Estate;
use super::people::Person;
use super::seeder::Seeder;
use super::{generic, words};
use crate::clock::{earlier, iso};
use crate::random::{self, guid, hex};
use crate::values::merged;

/// Numeric tenant id of this service.
const TENANT: i64 = 113_348_336;
/// Number of activities.
const ACTIVITIES: usize = 240;
/// Number of alerts, open and closed.
const ALERTS: usize = 60;
/// Number of files, with those in the trash.
const FILES: usize = 90;

/// Names of policies, and of their alerts.
const TITLES: [&str; 5] = [
    "Impossible travel",
    "Many files were downloaded",
    "Sign-in from a new country",
    "Public link to a file",
    "Unusual administration",
];

/// The records of an entity. `None` if this file has none.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    let estate = seeder.estate();
    let mut rng = random::rng(seeder.plan().seed, &format!("mdca/{entity}"));
    Some(match entity {
        "Activity" => (0..ACTIVITIES)
            .map(|number| activity(seeder, estate, number, &mut rng))
            .collect(),
        "Alert" => (0..ALERTS)
            .map(|number| alert(seeder, estate, number, &mut rng))
            .collect(),
        "Entity" => estate
            .people
            .iter()
            .enumerate()
            .map(|(place, one)| account(seeder, place, one, &mut rng))
            .collect(),
        "File" => (0..FILES)
            .map(|number| file(seeder, estate, number, &mut rng))
            .collect(),
        "IpRange" => (0..8)
            .map(|number| ip_range(seeder, number, &mut rng))
            .collect(),
        "AppTag" => vec![
            json!({"name": "reviewed", "target": 6, "id": "reviewed", "_tid": TENANT,
                                "appIds": words::APPS.iter().take(2).map(|app| app.0).collect::<Vec<i64>>()}),
        ],
        "DiscoveryCategory" => [
            "SAASDB_CATEGORY_COLLABORATION",
            "SAASDB_CATEGORY_CLOUD_STORAGE",
        ]
        .iter()
        .enumerate()
        .map(|(number, id)| json!({"id": id, "total": 40 - number * 7}))
        .collect(),
        "DiscoveredCloudAppDetail" | "DiscoveredCloudAppInfo" => discovered(seeder, entity),
        "Policy" => (0..TITLES.len())
            .map(|number| policy(seeder, number))
            .collect(),
        "GovernanceLogEntry" => (0..log::ENTRIES)
            .map(|number| log::entry(seeder, number, &mut rng))
            .collect(),
        "AppPermission" => words::APPS
            .iter()
            .enumerate()
            .map(|(number, (_, name))| app_permission(seeder, number, name, &mut rng))
            .collect(),
        _ => return None,
    })
}

/// An app that people gave permissions to.
fn app_permission(seeder: &Seeder, number: usize, name: &str, rng: &mut Rng) -> Value {
    let days = i64::try_from(number + 1).unwrap_or(1) * 9;
    let users = rng.u8(1..40);
    let ago = |days: i64| earlier(seeder.plan().base, days * 86_400);
    let (app, service) = words::APPS[0];
    json!({
        "_id": hex(rng, 24), "appName": format!("{name} helper"), "description": null,
        "publisher": format!("{name} partners"), "homepage": format!("https://app{number}.example.net"),
        "clientId": guid(rng), "localClientId": guid(rng), "userCount": users, "userInstallationCount": users,
        "severity": number % 4, "communityUsage": number % 3, "appStatus": 0, "isInternal": false,
        "isAdminConsent": number.is_multiple_of(3), "firstInstalled": ago(days + 200).as_millisecond(),
        "lastInstalled": ago(days).as_millisecond(), "scanTime": ago(1).as_millisecond(),
        "snapshotLastModifiedDate": iso(ago(days)),
        "scopes": [{"category": "N/A", "description": "Read the profile of the user"}], "actions": [],
        "appId": app, "saasId": app, "instId": 0, "instanceName": service, "o365AppType": 0,
        "shouldIgnoredInScoreCalc": false, "_tid": TENANT,
    })
}

/// One of the first half of the people, so that a filter by user finds several records.
fn random_person<'a>(estate: &'a Estate, rng: &mut Rng) -> &'a Person {
    &estate.people[rng.usize(..estate.people.len().div_ceil(2))]
}

/// An activity. They are about 2.5 hours apart.
fn activity(seeder: &Seeder, estate: &Estate, number: usize, rng: &mut Rng) -> Value {
    const KINDS: [(&str, &str, &str); 5] = [
        ("EVENT_AAD_LOGIN", "EVENT_CATEGORY_LOGIN", "Log on"),
        (
            "EVENT_AAD_LOGIN_FAILED",
            "EVENT_CATEGORY_FAILED_LOGIN",
            "Failed log on",
        ),
        (
            "EVENT_FILE_DOWNLOAD",
            "EVENT_CATEGORY_DOWNLOAD_FILE",
            "Download file",
        ),
        (
            "EVENT_FILE_SHARE",
            "EVENT_CATEGORY_SHARE_FILE",
            "Share file",
        ),
        (
            "EVENT_RUN_COMMAND",
            "EVENT_CATEGORY_RUN_COMMAND",
            "Run command",
        ),
    ];
    let person = random_person(estate, rng);
    let (app_id, app_name) = words::APPS[rng.usize(..words::APPS.len())];
    let (value, name, text) = KINDS[rng.usize(..KINDS.len())];
    let back = i64::try_from(number).unwrap_or(0) * 9_000 + rng.i64(60..8_000);
    let millis = earlier(seeder.plan().base, back).as_millisecond();
    let address = words::address(rng);
    let id = hex(rng, 64);
    let device_type = words::pick(rng, &["DESKTOP", "MOBILE", "TABLET", "OTHER"]);
    json!({
        "_id": id, "uid": id, "tenantId": TENANT, "aadTenantId": seeder.plan().tenant_id, "appId": app_id,
        "appName": app_name, "saasId": app_id, "srcAppId": app_id, "timestamp": millis, "timestampRaw": millis,
        "instantiation": millis + 40_000, "instantiationRaw": millis + 40_000, "created": millis + 60_000,
        "createdRaw": millis + 60_000, "eventType": 524_309, "eventTypeValue": value, "eventTypeName": name,
        "genericEventType": "ENUM_ACTIVITY_GENERIC_TYPE_BASIC", "description": format!("{text}: {}", person.upn),
        "description_id": "EVENT_DESCRIPTION_BASIC_EVENT",
        "description_metadata": {"event_category": text, "app_name": app_name}, "severity": "INFO",
        "source": ([2, 2, 2, 0, 5])[number % 5], "confidenceLevel": 30, "classifications": ["access"],
        "device": {"clientIP": address, "userAgent": "Mozilla/5.0 (sandbox)", "countryCode": "US"},
        "location": {"countryCode": words::pick(rng, &["US", "DE", "JP"]), "city": "Springfield", "region": null,
                     "organizationSearchable": "Example Networks", "anonymousProxy": false,
                     "isSatelliteProvider": false, "category": number % 6 + 1, "categoryValue": "NONE"},
        "user": {"userName": person.upn, "userTags": ["0000003b0000000000000000"]},
        "userAgent": {"family": "CHROME", "name": "Chrome", "browser": "CHROME", "type": "Browser",
                      "typeName": "Browser", "version": "138.0", "major": "138", "minor": "0",
                      "deviceType": device_type, "nativeBrowser": false, "os": "Windows 11",
                      "operatingSystem": {"name": "Windows 11", "family": "Windows"}, "tags": []},
        "mainInfo": null, "entityData": {"0": {"displayName": person.display_name, "id": person.object_id}, "1": null},
        "resolvedActor": {"id": person.object_id, "saasId": app_id.to_string(), "name": person.display_name,
                          "instanceId": "0", "objType": "23", "role": "4"},
        "resolvedActorAccount": null, "rawDataJson": {"Operation": text, "operation": text}, "internals": {"otherIPs": [address]},
        "eventRouting": {"auditing": true}, "lograbberService": {}, "collected": {}, "failedUserData": null,
    })
}

/// An alert of a policy. Every third one is closed.
fn alert(seeder: &Seeder, estate: &Estate, number: usize, rng: &mut Rng) -> Value {
    let person = random_person(estate, rng);
    let (app_id, app_name) = words::APPS[rng.usize(..words::APPS.len())];
    let at = earlier(
        seeder.plan().base,
        i64::try_from(number).unwrap_or(0) * 21_000 + rng.i64(60..20_000),
    );
    let title = TITLES[number % TITLES.len()];
    let closed = number % 3 == 2;
    let id = hex(rng, 24);
    let mut alert = json!({
        "_id": id, "idValue": 15_859_716 + number % TITLES.len(), "contextId": seeder.plan().tenant_id,
        "timestamp": at.as_millisecond(), "title": title, "isMarkdown": false,
        "description": format!("Made up for the sandbox: {title} of {}.", person.upn),
        "entities": [
            {"type": "account", "id": person.object_id, "label": person.display_name, "pa": person.upn,
             "em": person.upn, "entityType": 2, "inst": 0, "saas": app_id, "entityRole": "Source"},
            {"type": "service", "id": app_id, "label": app_name},
            {"type": "ip", "id": words::address(rng), "label": words::address(rng), "triggeredAlert": true},
            {"type": "policyRule", "id": policy_id(number % TITLES.len()), "label": title,
             "policyType": "ANOMALY_DETECTION"},
        ],
        "statusValue": u8::from(closed), "severityValue": number % 4,
        "resolutionStatusValue": if closed { 5 } else { 0 }, "stories": [0], "evidence": [], "intent": [2],
        "isPreview": false, "isSystemAlert": number.is_multiple_of(4), "audits": [], "threatScore": number % 100,
        "URL": format!("https://portal.sandbox.invalid/#/alerts/{id}"),
    });
    if closed {
        alert["comment"] = "Made up for the sandbox".into();
        alert["handledByUser"] = words::upn(rng).into();
        alert["resolveTime"] = iso(earlier(at, -7_200)).into();
    }
    alert
}

/// Id of a policy, the same in every tenant.
fn policy_id(number: usize) -> String {
    hex(&mut random::rng(0, &format!("policy {number}")), 24)
}

/// A policy. Members that no page documents are those of the portal.
fn policy(seeder: &Seeder, number: usize) -> Value {
    json!({
        "_id": policy_id(number), "name": TITLES[number], "description": "Made up for the sandbox.",
        "policyType": "ANOMALY_DETECTION", "alertDailyLimit": 50, "enabled": true,
        "lastModified": earlier(seeder.plan().base, 86_400 * i64::try_from(number + 1).unwrap_or(1)).as_millisecond(),
    })
}

/// The account of a person. Every tenth one is external.
fn account(seeder: &Seeder, place: usize, person: &Person, rng: &mut Rng) -> Value {
    let (app_id, app_name) = words::APPS[0];
    let groups = [
        ("000000200000000000000000", "External users"),
        ("0000003b0000000000000000", "Application"),
    ];
    let group = groups[usize::from(!place.is_multiple_of(10))];
    json!({
        "_id": hex(rng, 24), "id": person.object_id, "ii": format!("{app_id}|0|{}", person.object_id), "type": 2,
        "status": ([2, 2, 2, 3, 0])[place % 5], "displayName": person.display_name,
        "username": format!("{{'id': '{}', 'saas': {app_id}, 'inst': 0}}", person.object_id),
        "email": person.upn, "domain": "contoso.com", "organization": null,
        "role": if person.is_admin { Some("Global Administrator") } else { None }, "isAdmin": person.is_admin,
        "isExternal": place.is_multiple_of(10), "isFake": false, "idType": 1, "sid": person.sid,
        "lastSeen": iso(earlier(seeder.plan().base, i64::try_from(place).unwrap_or(0) * 3_600)),
        "userGroups": [{"_id": hex(rng, 24), "id": group.0, "name": group.1, "description": "", "usersCount": 12}],
        "identifiers": [], "appData": {"appId": app_id, "name": app_name, "saas": app_id, "instance": 0},
        "subApps": [], "threatScore": place % 100, "scoreTrends": null, "sctime": null, "actions": [],
    })
}

/// A file. Every 17th one is in the trash.
fn file(seeder: &Seeder, estate: &Estate, number: usize, rng: &mut Rng) -> Value {
    const TYPES: [(&str, &str, i64, &str); 4] = [
        (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            1,
            "DOCUMENT",
        ),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            2,
            "SPREADSHEET",
        ),
        ("txt", "text/plain", 4, "TEXT"),
        ("png", "image/png", 5, "IMAGE"),
    ];
    const ACCESS: [&str; 5] = [
        "PRIVATE",
        "INTERNAL",
        "EXTERNAL",
        "PUBLIC",
        "PUBLIC_INTERNET",
    ];
    let person = random_person(estate, rng);
    let (app_id, app_name) = words::APPS[rng.usize(..words::APPS.len())];
    let (extension, mime, kind, kind_name) = TYPES[number % TYPES.len()];
    let access = number % ACCESS.len();
    let name = format!("{} {number}.{extension}", words::pick(rng, &words::NOUNS));
    let created = earlier(
        seeder.plan().base,
        86_400 * i64::try_from(number + 3).unwrap_or(3),
    );
    let modified = earlier(
        seeder.plan().base,
        40_000 * i64::try_from(number).unwrap_or(0) + 900,
    );
    let trashed = number % 17 == 16;
    json!({
        "_id": hex(rng, 24), "_tid": TENANT, "id": format!("{}|{number}", person.object_id),
        "originalId": hex(rng, 32), "appId": app_id, "appName": app_name, "saasId": app_id, "instId": 0,
        "name_l": name.to_lowercase(), "fileExtension": extension, "mimeType": mime,
        "fileSize": rng.u32(500..4_000_000), "fileType": [kind, kind_name], "ftype": kind,
        "fileAccessLevel": [access, ACCESS[access]], "facl": access,
        "fileStatus": [u8::from(trashed), if trashed { "TRASHED" } else { "EXISTS" }], "fstat": u8::from(trashed),
        "isFolder": false, "isForeign": false, "noGovernance": false, "createdDate": created.as_millisecond(),
        "modifiedDate": modified.as_millisecond(), "snapshotLastModifiedDate": iso(modified),
        "lastNrtTimestamp": modified.as_millisecond(), "ownerName": person.display_name,
        "ownerAddress": person.upn, "ownerExternal": false, "name": name,
        "alternateLink": format!("https://files.example.net/{number}"), "filePath": format!("/Documents/{number}"),
        "parentId": null, "parentIds": [], "effectiveParents": [], "collaborators": [],
        "display_collaborators": [], "externalShares": [], "emails": [], "domains": [], "groups": [],
        "groupIds": [], "dlpScanResults": [], "fTags": [], "ftags": [], "scanVersion": 4, "unseenScans": 0,
        "enriched": true, "actions": [],
    })
}

/// An IP range.
fn ip_range(seeder: &Seeder, number: usize, rng: &mut Rng) -> Value {
    range(json!({
        "_id": hex(rng, 24), "name": format!("Office {}", words::NOUNS[number]), "category": number % 6 + 1,
        "subnets": [subnet(&format!("192.0.2.{}/28", number * 16))], "organization": "Example Networks",
        "tags": [tag(["Amazon Web Services", "Microsoft Azure"][number % 2])],
        "lastModified": lossy(earlier(seeder.plan().base, 86_400 * i64::try_from(number).unwrap_or(0)).as_millisecond()),
    }))
}

/// An IP range with every member.
pub(crate) fn range(members: Value) -> Value {
    let empty = json!({
        "_id": "", "name": "", "subnets": [], "location": null, "organization": null, "tags": [], "category": 1,
        "lastModified": 0.0, "_tid": TENANT,
    });
    merged(empty, members)
}

/// A tag as responses show it. Requests name it by its id or its name.
pub(crate) fn tag(name: &str) -> Value {
    let id = match name {
        "Amazon Web Services" => "000000290000000000000000".to_owned(),
        "Microsoft Azure" => "0000002a0000000000000000".to_owned(),
        other => hex(&mut random::rng(0, other), 24),
    };
    json!({"_id": hex(&mut random::rng(1, name), 24), "id": id, "target": 1, "type": 2, "name": name,
           "nameTemplate": null, "description": null, "descriptionTemplate": null, "visibility": 0, "status": 0,
           "_tid": TENANT})
}

/// A subnet as responses show it: the mask counts IPv6 bits, host bits are zero, and the
/// text of the request is kept. Null if the text is not a subnet.
pub(crate) fn subnet(text: &str) -> Value {
    let (address, bits) = text.split_once('/').unwrap_or((text, ""));
    let parsed = match address.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V4(v4)) => {
            Some((v4.to_ipv6_mapped(), 96 + bits.parse::<u32>().unwrap_or(32)))
        }
        Ok(std::net::IpAddr::V6(v6)) => Some((v6, bits.parse::<u32>().unwrap_or(128))),
        Err(_) => None,
    };
    let Some((address, mask)) = parsed.filter(|(_, mask)| *mask <= 128) else {
        return Value::Null;
    };
    let kept = u128::MAX.checked_shl(128 - mask).unwrap_or(0);
    let network = std::net::Ipv6Addr::from(u128::from(address) & kept);
    let words: Vec<String> = network
        .segments()
        .iter()
        .map(|word| format!("{word:04x}"))
        .collect();
    json!({"mask": mask, "address": words.join(":"), "originalString": text})
}

/// Milliseconds with a fraction, in which this one date is written.
pub(crate) fn lossy(millis: i64) -> f64 {
    format!("{millis}.8032").parse().unwrap_or(0.0)
}

/// Discovered apps. Their ids are the numbers of the app catalog.
fn discovered(seeder: &Seeder, entity: &str) -> Vec<Value> {
    let mut rows = generic::rows(seeder, "mdca", entity, words::APPS.len());
    for (row, (id, name)) in rows.iter_mut().zip(words::APPS) {
        row["id"] = id.to_string().into();
        if row.get("displayName").is_some() {
            row["displayName"] = name.into();
            row["tags"] = json!([]);
            let host = name.to_ascii_lowercase().replace(' ', "-");
            row["domains"] = json!([format!("{host}.example.com"), format!("{host}.example.net")]);
        }
    }
    // One app is unsanctioned from the start, so that a block script has a rule.
    if let Some(app) = rows.iter_mut().find(|app| app["displayName"] == "Dropbox") {
        app["tags"] = json!(["Unsanctioned"]);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subnets_are_read_in_ipv6() {
        let read = subnet("197.198.192.20/16");
        assert_eq!(read["mask"], 112);
        assert_eq!(read["address"], "0000:0000:0000:0000:0000:ffff:c5c6:0000");
        assert_eq!(read["originalString"], "197.198.192.20/16");
        assert!(subnet("197.198.192.20/200").is_null());
        assert!(subnet("nowhere").is_null());
    }
}
