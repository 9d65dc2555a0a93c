//! Evidence of several alerts, joined: what it is, and which alerts name it.

use http_core::Value;
use serde::Serialize;

/// Where the name of evidence stands, by kind. The first member with a text is taken. Kinds that are missing here are named by
/// any of these members that they have.
const NAMES: &[(&str, &[&str])] = &[
    (
        "device",
        &[
            "deviceDnsName",
            "hostName",
            "mdeDeviceId",
            "azureAdDeviceId",
        ],
    ),
    (
        "user",
        &[
            "userAccount.userPrincipalName",
            "userAccount.accountName",
            "userAccount.displayName",
        ],
    ),
    ("process", &["processCommandLine", "imageFile.fileName"]),
    ("file", &["fileDetails.fileName", "fileDetails.sha256"]),
    ("ip", &["ipAddress"]),
    ("url", &["url"]),
    ("mailbox", &["primaryAddress", "displayName"]),
    ("analyzedMessage", &["subject", "networkMessageId"]),
    ("mailCluster", &["clusterBy", "query"]),
    ("registryKey", &["registryKey"]),
    ("registryValue", &["registryValueName", "registryKey"]),
    (
        "other",
        &[
            "displayName",
            "name",
            "fullResourceName",
            "resourceName",
            "domainName",
            "appId",
            "id",
        ],
    ),
];

/// The member with the id of a device.
const DEVICE: &str = "mdeDeviceId";

/// Members with the id of other evidence. They tell two pieces with the same name apart.
const IDS: &[&str] = &[
    "userAccount.azureAdUserId",
    "userAccount.userSid",
    "fileDetails.sha256",
    "fileDetails.sha1",
    "imageFile.sha256",
    "imageFile.sha1",
    "networkMessageId",
    "registryKey",
];

/// Members that tell evidence apart besides its id: where it was, and which run of a program it was.
const PLACES: &[&str] = &[DEVICE, "processId"];

/// Something that alerts name: a device, a user, a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Evidence {
    /// The kind in the words of the service: `device`, `user`, `process`, `file`, `ip`, `url` and others.
    pub kind: String,
    /// What a person knows it by: a host name, an address, a command line. `Null` members leave it empty.
    pub name: String,
    /// The id that other commands take: that of the device, the hash of the file, the object id of the user. Empty if it has none.
    pub id: String,
    /// Ids of the alerts that name it, in the order of the report.
    pub alerts: Vec<String>,
    /// The evidence as the newest alert has it.
    pub record: Value,
}

impl Evidence {
    /// The evidence of all alerts, each once, in the order in which the alerts name it.
    pub(super) fn of_alerts(alerts: &[Value]) -> Vec<Self> {
        let mut all: Vec<(String, Self)> = Vec::new();
        for alert in alerts {
            let id = alert["id"].as_str().unwrap_or_default();
            for record in alert["evidence"].as_array().into_iter().flatten() {
                let found = Self::of(record);
                let key = key(&found);
                let known = all.iter_mut().find(|(known, _)| *known == key);
                let (_, known) = match known {
                    Some(known) => known,
                    None => {
                        all.push((key, found));
                        let Some(last) = all.last_mut() else { continue };
                        last
                    }
                };
                known.record = record.clone();
                if known.alerts.last().is_none_or(|last| last != id) {
                    known.alerts.push(id.to_owned());
                }
            }
        }
        all.into_iter().map(|(_, evidence)| evidence).collect()
    }

    /// One piece of evidence, without its alerts.
    fn of(record: &Value) -> Self {
        let kind = record["@odata.type"].as_str().unwrap_or_default();
        let kind = kind.rsplit('.').next().unwrap_or_default();
        let kind = kind.strip_suffix("Evidence").unwrap_or(kind);
        let own = NAMES.iter().filter(|(known, _)| *known == kind);
        let paths = own.chain(NAMES).flat_map(|(_, paths)| paths.iter());
        let name = paths
            .map(|path| text(record, path))
            .find(|text| !text.is_empty());
        let ids = match kind {
            "device" => &[DEVICE][..],
            _ => IDS,
        };
        let id = ids
            .iter()
            .map(|path| text(record, path))
            .find(|text| !text.is_empty());
        Self {
            kind: kind.to_owned(),
            name: name.unwrap_or_default(),
            id: id.unwrap_or_default(),
            alerts: Vec::new(),
            record: record.clone(),
        }
    }

    /// The text of a member of the record; dots lead into nested ones. Empty if it is missing.
    pub(super) fn member(&self, path: &str) -> String {
        text(&self.record, path)
    }
}

/// What makes two pieces of evidence the same: kind and id, or the name where there is no id. Without either, nothing is the same.
fn key(evidence: &Evidence) -> String {
    let Evidence {
        kind,
        name,
        id,
        record,
        ..
    } = evidence;
    let places: Vec<_> = PLACES.iter().map(|path| text(record, path)).collect();
    match (id.as_str(), name.as_str(), kind.as_str()) {
        // A device has one id, whatever its name was.
        (id, _, "device") if !id.is_empty() => format!("device {id}"),
        ("", "", _) => record.to_string(),
        _ => format!("{kind} {name} {id} {}", places.join(" ")),
    }
}

/// The text of a member; numbers and lists of texts are written out.
pub(super) fn text(record: &Value, path: &str) -> String {
    let found = path.split('.').fold(record, |value, name| &value[name]);
    match found {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Array(items) => {
            let items = items.iter().filter_map(Value::as_str);
            items.collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
