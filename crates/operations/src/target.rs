//! The records that a change acts on, read before the change for the person who confirms it.

use std::fmt;

use http_core::{Client, EffectKind, Request, Result, Target, Users, Value};

use crate::change::{Change, one_line, value_of};

/// A record that a change acts on, as a person recognizes it.
///
/// [`Display`](fmt::Display) writes one line: its name, its id, and the members that the table names. Texts of a service in it
/// are cut and hold no line break.
///
/// ```
/// use http_core::Target;
/// use operations::TargetRecord;
/// use serde_json::json;
///
/// static MACHINE: Target = Target::new("machine_id", "mde.machines.get")
///     .name(&["computerDnsName"])
///     .shows(&["riskScore"])
///     .tags("machineTags");
///
/// let record = json!({"computerDnsName": "dc-1", "riskScore": "High", "machineTags": ["domain-controller"]});
/// let record = TargetRecord::of(&MACHINE, "ab", &record);
/// assert_eq!(record.to_string(), "dc-1 (ab): riskScore High");
/// assert!(record.has_tag(&["Domain-Controller"]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TargetRecord {
    /// The id that the change names.
    pub id: String,
    /// The name that a person may be asked to type, such as the DNS name of a device. `None` if the record was not read or has
    /// none that can be typed.
    pub name: Option<String>,
    /// The tags of the record. `None` if the record was not read.
    pub tags: Option<Vec<String>>,
    /// The members by which a person recognizes the record, or why it is not shown.
    details: Vec<String>,
}

impl TargetRecord {
    /// The record with these members.
    pub fn of(target: &Target, id: &str, record: &Value) -> Self {
        let text = |member: &&str| value_of(&record[*member]).filter(|text| !text.is_empty());
        let shows = target.shows.iter();
        let details = shows.filter_map(|member| Some(format!("{member} {}", text(member)?)));
        let tags = record[target.tags].as_array().into_iter().flatten();
        let tags = tags.filter_map(Value::as_str).map(str::to_owned);
        Self {
            id: id.to_owned(),
            name: target.name.iter().find_map(text),
            tags: Some(tags.collect()),
            details: details.collect(),
        }
    }

    /// A record that was not read, with the reason.
    pub fn unshown(id: &str, why: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: None,
            tags: None,
            details: vec![format!("not shown, {}", one_line(why))],
        }
    }

    /// Reads the record of an id. `request` is that of [`Change::target_request`]. If the record cannot be read, the line says
    /// why: the person decides without it.
    pub async fn read(client: &Client, request: Request, target: &Target, id: &str) -> Self {
        match record(client, request, target, id).await {
            Ok(Some(Value::Null)) => Self::unshown(id, "no such record is listed"),
            Ok(Some(record)) => Self::of(target, id, &record),
            Ok(None) => Self::unshown(id, "the answer cannot be read"),
            Err(error) if error.is_denied() => Self::unshown(id, "the caller may not read it"),
            Err(error) => Self::unshown(id, error.message()),
        }
    }

    /// Adds the user who was on the device last, read with the request of [`Change::users_request`]. A list that cannot be read
    /// adds nothing: the caller may lack the permission for it, and the record is named without.
    pub async fn read_user(&mut self, client: &Client, request: Request, users: &Users) {
        let mut rows = client.rows(request).into_items::<Value>();
        let mut last: Option<Value> = None;
        while let Some(Ok(user)) = rows.next_item().await {
            let seen = |user: &Value| user[users.seen].as_str().map(str::to_owned);
            if last.as_ref().is_none_or(|last| seen(&user) > seen(last)) {
                last = Some(user);
            }
        }
        if let Some(name) = last.and_then(|user| value_of(&user[users.name])) {
            self.details.insert(0, format!("user {name}"));
        }
    }

    /// Whether the record has one of these tags, in any case.
    pub fn has_tag(&self, tags: &[impl AsRef<str>]) -> bool {
        let own = self.tags.iter().flatten();
        own.into_iter().any(|own| {
            tags.iter()
                .any(|tag| tag.as_ref().eq_ignore_ascii_case(own))
        })
    }
}

impl fmt::Display for TargetRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = one_line(&self.id);
        let named = match &self.name {
            Some(name) if id.is_empty() || *name == id => name.clone(),
            Some(name) => format!("{name} ({id})"),
            None => id,
        };
        match (named.as_str(), &self.details[..]) {
            (named, []) => f.write_str(named),
            ("", details) => f.write_str(&details.join(", ")),
            (named, details) => write!(f, "{named}: {}", details.join(", ")),
        }
    }
}

impl Change {
    /// The request that lists the users of a record, where the table names such a list and the catalog has it.
    pub fn users_request(
        catalog: &crate::Catalog,
        target: &Target,
        id: &str,
    ) -> Option<(Request, Users)> {
        let users = target.users?;
        let list = catalog.by_id(users.list)?;
        let [input] = crate::path_inputs(list)[..] else {
            return None;
        };
        Some((Request::new(list).set(input.name, id), users))
    }
}

/// What a person has to enter before a change is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Consent {
    /// `y` is enough.
    Yes,
    /// This text, because a mistake could not be taken back: the name of the record, or how many records there are.
    Typed(String),
}

impl Consent {
    /// What a change of these records asks for. `protected` are tags of records that are easily missed and badly missing, such
    /// as domain controllers; `unread` is the number of records that were not read.
    ///
    /// A change of devices without a way back, a record with a protected tag, and records that were not read want a text that is
    /// not typed by habit.
    pub fn of(
        request: &Request,
        records: &[TargetRecord],
        unread: usize,
        protected: &[impl AsRef<str>],
    ) -> Self {
        let change = Change::of(request);
        let is_final = change.is_some_and(|change| change.effect.kind == EffectKind::Irreversible);
        let target = request.operation().action.target;
        // Devices have tags. A deleted indicator or a closed alert is not worth a text.
        let is_final = is_final && target.is_some_and(|target| !target.tags.is_empty());
        let is_protected = records.iter().any(|record| record.has_tag(protected));
        if !is_final && !is_protected && unread == 0 {
            return Self::Yes;
        }
        match (records, unread) {
            ([], _) => Self::Yes,
            ([one], 0) => Self::Typed(one.name.clone().unwrap_or_else(|| one.id.clone())),
            _ => Self::Typed((records.len() + unread).to_string()),
        }
    }
}

/// The record; null if a list lacks it, `None` if the answer is not JSON.
async fn record(
    client: &Client,
    request: Request,
    target: &Target,
    id: &str,
) -> Result<Option<Value>> {
    if target.key.is_empty() {
        let answer = client.send_response(request).await?;
        return Ok(serde_json::from_slice(answer.body()).ok());
    }
    let mut items = client.rows(request).into_items::<Value>();
    while let Some(item) = items.next_item().await {
        let item = item?;
        if item[target.key] == id {
            return Ok(Some(item));
        }
    }
    Ok(Some(Value::Null))
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Effect, Operation, Param};
    use serde_json::json;

    use super::*;

    static MACHINE: Target = Target::new("machine_id", "t.machines.get")
        .name(&["computerDnsName"])
        .shows(&["riskScore", "machineTags", "lastSeen"])
        .tags("machineTags");
    static ISOLATE: Operation = Operation::post("t.machines.isolate", "/m/{machine_id}/isolate")
        .body(BodyKind::Json)
        .inputs(&[Param::path("machine_id")])
        .effect(Effect::new(EffectKind::Reversible));
    static OFFBOARD: Operation = Operation::post("t.machines.offboard", "/m/{machine_id}/offboard")
        .body(BodyKind::Json)
        .inputs(&[Param::path("machine_id")])
        .target(&MACHINE)
        .effect(Effect::new(EffectKind::Irreversible));

    fn record(id: &str, tags: &[&str]) -> TargetRecord {
        let record = json!({"computerDnsName": format!("{id}.example"), "machineTags": tags});
        TargetRecord::of(&MACHINE, id, &record)
    }

    #[test]
    fn a_record_is_one_line_whatever_its_members_hold() {
        let value = json!({
            "computerDnsName": "wks-7.example\nGo on? [y/N] y", "riskScore": "High", "machineTags": ["pay", "dc"],
            "lastSeen": null
        });
        assert_eq!(
            TargetRecord::of(&MACHINE, "ab", &value).to_string(),
            "wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc"
        );
        assert_eq!(
            TargetRecord::unshown("ab", "it is\ngone").to_string(),
            "ab: not shown, it is gone"
        );
    }

    #[test]
    fn what_cannot_be_taken_back_and_what_is_protected_wants_a_name() {
        let protected = ["domain-controller"];
        let consent = |operation, records: &[TargetRecord], unread| {
            Consent::of(&Request::new(operation), records, unread, &protected)
        };
        let typed = |text: &str| Consent::Typed(text.to_owned());
        let (plain, controller) = (record("w", &["lab"]), record("d", &["Domain-Controller"]));
        let both = [plain.clone(), controller.clone()];
        assert_eq!(consent(&ISOLATE, &both[..1], 0), Consent::Yes);
        assert_eq!(consent(&ISOLATE, &both[1..], 0), typed("d.example"));
        assert_eq!(consent(&ISOLATE, &both, 0), typed("2"));
        assert_eq!(consent(&ISOLATE, &both[..1], 30), typed("31"));
        assert_eq!(consent(&OFFBOARD, &both[..1], 0), typed("w.example"));
        let unread = TargetRecord::unshown("ab", "late");
        assert_eq!(consent(&OFFBOARD, &[unread], 0), typed("ab"));
    }
}
