//! Working through open alerts or incidents one by one.
//!
//! What belongs together is read from the tables: the change named `update` of a group, the record that it acts on, the list of the
//! group, and a comment as a member of the change or as an operation of its own. Words such as the one for "resolved" are those of
//! the change. A step is an [`Invocation`], so a program may store it, and a command line may print it before it is sent.

use std::time::{Duration, SystemTime};

use http_core::{Cell, Kind, Operation, Param, Target, Timestamp, Value};

use crate::catalog::Catalog;
use crate::change::{one_line, value_of};
use crate::invocation::Invocation;

/// Words of states and verdicts that need no more work, or that nobody chooses.
const NOT_OPEN: &[&str] = &["resolved", "redirected", "unknown", "unknownFutureValue"];

/// The member with the evidence.
const EVIDENCE: &str = "evidence";

/// Most devices, users and kinds of evidence that a summary names.
const MOST_NAMED: usize = 4;

/// What a person decides about a record.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Reads the whole record. Changes nothing.
    Show,
    /// Gives the record to this user.
    Assign(String),
    /// The verdict and its reason, both of [`Triage::verdicts`] and [`Triage::reasons`]. Without a reason the present one stays.
    Classify(String, Option<String>),
    /// Adds this comment.
    Comment(String),
    /// Closes the record.
    Resolve,
}

/// The operations of a group whose records are worked through.
///
/// ```
/// use http_core::{BodyKind, Kind, Operation, Param, Target};
/// use operations::{Catalog, Step, Triage};
///
/// static UPDATE: Operation = Operation::patch("x.alerts.update", "/alerts/{alert_id}")
///     .body(BodyKind::Json)
///     .target(&Target::new("alert_id", "x.alerts.get"))
///     .inputs(&[
///         Param::path("alert_id"),
///         Param::body("status").kind(Kind::Enum(&["New", "Resolved"])),
///         Param::body("comment"),
///     ]);
/// static GET: Operation = Operation::get("x.alerts.get", "/alerts/{alert_id}").inputs(&[Param::path("alert_id")]);
/// static LIST: Operation = Operation::get("x.alerts.list", "/alerts").collection("value");
///
/// static OPERATIONS: &[&Operation] = &[&UPDATE, &GET, &LIST];
/// let catalog = Catalog::new([OPERATIONS]);
/// let triage = Triage::of(&catalog, "x.alerts").expect("the group has all three");
/// let call = triage.call("a1", &Step::Resolve).expect("an alert can be resolved");
/// assert_eq!(call.operation, "x.alerts.update");
/// assert_eq!(call.inputs["status"], "Resolved");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Triage {
    list: &'static Operation,
    get: &'static Operation,
    update: &'static Operation,
    target: &'static Target,
    /// The operation that adds a comment: the change itself, or another one.
    comment: Option<&'static Operation>,
}

impl Triage {
    /// The operations of a group such as `graph.alerts`. `None` if it lacks a list, a change, or the record of the change.
    pub fn of(catalog: &Catalog, group: &str) -> Option<Self> {
        let named = |verb: &str| catalog.by_id(&format!("{group}.{verb}"));
        let update = named("update")?;
        let target = update.action.target?;
        let takes_comment = update.input("comment").is_some();
        Some(Self {
            list: named("list")?,
            get: catalog.by_id(target.operation)?,
            update,
            target,
            comment: match takes_comment {
                true => Some(update),
                false => named("create_comment"),
            },
        })
    }

    /// The list of the records.
    pub const fn list(&self) -> &'static Operation {
        self.list
    }

    /// The words for states that are still open, from those of the list.
    pub fn open<'a>(&self, states: &[&'a str]) -> Vec<&'a str> {
        chosen(states).collect()
    }

    /// The members by which the most urgent record comes first, in the form of
    /// [`SortKey::read`](crate::SortKey::read): the severity, then the time of creation.
    pub fn order(&self) -> String {
        let severity = self.list.answer.columns.iter();
        let mut severity = severity.filter(|column| column.cell == Cell::Severity);
        let severity = severity.next().map(|column| column.member);
        let created = self.list.list.record.map(|record| record.created);
        let created = created.filter(|created| !created.is_empty());
        let keys = severity.into_iter().chain(created);
        keys.map(|key| format!("-{key}"))
            .collect::<Vec<_>>()
            .join(",")
    }

    /// The verdicts that a record can get, in the spelling of the service.
    pub fn verdicts(&self) -> Vec<&'static str> {
        chosen(words(self.update, "classification")).collect()
    }

    /// The reasons for a verdict. The service accepts some of them for each verdict only; the help of the change says which.
    pub fn reasons(&self) -> Vec<&'static str> {
        chosen(words(self.update, "determination")).collect()
    }

    /// The call of a step for the record of this id. `None` if the group has no such operation or word.
    pub fn call(&self, id: &str, step: &Step) -> Option<Invocation> {
        let of = |operation: &'static Operation| {
            let named = crate::path_inputs(operation).pop().map(|param| param.name);
            let call = Invocation::new(operation.id);
            Some((call.with(named?, id), operation))
        };
        let (call, operation) = match step {
            Step::Show => of(self.get),
            Step::Comment(_) => of(self.comment?),
            _ => of(self.update),
        }?;
        let has = |name: &str| operation.input(name).is_some();
        Some(match step {
            Step::Show => call,
            Step::Assign(user) if has("assignedTo") => call.with("assignedTo", user.as_str()),
            Step::Classify(verdict, reason) if has("classification") => {
                let call = call.with("classification", verdict.as_str());
                match reason {
                    Some(reason) => call.with("determination", reason.as_str()),
                    None => call,
                }
            }
            Step::Comment(text) => call.with("comment", text.as_str()),
            Step::Resolve => call.with("status", resolved(self.update)?),
            _ => return None,
        })
    }

    /// The id of a record.
    pub fn id(&self, record: &Value) -> Option<String> {
        let key = self
            .list
            .list
            .record
            .map_or(&["id"][..], |record| record.key);
        value_of(&record[*key.first()?])
    }

    /// A record in a few lines, for a person who decides about it: the title, the columns of the list, then devices, users and kinds
    /// of evidence. Texts of the service are cut and hold no line break. Ages are counted from `now`.
    pub fn summary(&self, record: &Value, now: SystemTime) -> Vec<String> {
        let title = self.target.name.iter();
        let title = title.filter_map(|name| value_of(&record[*name])).next();
        let id = self.id(record).unwrap_or_default();
        let columns = self.list.answer.columns.iter();
        let columns = columns.filter(|column| !self.target.name.contains(&column.member));
        let members = columns.filter_map(|column| {
            let value =
                value_of(&record[column.member]).filter(|text| !text.is_empty() && *text != id)?;
            Some(match column.cell {
                Cell::Age => format!("{} {}", column.member, age(&value, now)),
                _ => format!("{} {value}", column.member),
            })
        });
        let members: Vec<_> = members.collect();
        let mut lines = vec![title.unwrap_or_else(|| id.clone()), id, members.join(", ")];
        let evidence: Vec<_> = record[EVIDENCE].as_array().into_iter().flatten().collect();
        let all = || std::iter::once(record).chain(evidence.iter().copied());
        let devices = named(all().flat_map(|one| [&one["computerDnsName"], &one["deviceDnsName"]]));
        let users = named(all().flat_map(|one| {
            [
                &one["relatedUser"]["userName"],
                &one["accountName"],
                &one["userAccount"]["accountName"],
            ]
        }));
        let kinds = named(
            evidence
                .iter()
                .flat_map(|one| [&one["entityType"], &one["@odata.type"]]),
        );
        let parts = [("devices", devices), ("users", users), ("evidence", kinds)];
        lines.extend(
            parts
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(what, text)| format!("{what}: {text}")),
        );
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// What an answer says of the inputs of a step, such as `status resolved`. Empty if the answer shows none of them.
    pub fn outcome(&self, call: &Invocation, answer: &Value) -> String {
        let of = |name: &String| Some(format!("{name} {}", value_of(answer.get(name)?)?));
        call.inputs
            .keys()
            .filter_map(of)
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The known words of an input.
fn words(operation: &'static Operation, name: &str) -> &'static [&'static str] {
    match operation.input(name).map(|param: &Param| param.kind) {
        Some(Kind::Enum(words) | Kind::Flags(words)) => words,
        _ => &[],
    }
}

/// The word of the change for a closed record.
fn resolved(update: &'static Operation) -> Option<&'static str> {
    let mut words = words(update, "status").iter();
    words
        .find(|word| word.eq_ignore_ascii_case("resolved"))
        .copied()
}

/// The words that a person chooses from.
fn chosen<'a>(words: &[&'a str]) -> impl Iterator<Item = &'a str> {
    let closed = |word: &str| {
        NOT_OPEN
            .iter()
            .any(|other| other.eq_ignore_ascii_case(word))
    };
    words.iter().copied().filter(move |word| !closed(word))
}

/// Different texts, the first ones by name and the others by number. Types of Graph lose their namespace.
fn named<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    let mut texts: Vec<String> = Vec::new();
    for text in values.filter_map(Value::as_str) {
        let text = text.rsplit_once("security.").map_or(text, |(_, kind)| kind);
        let text = one_line(text.strip_suffix("Evidence").unwrap_or(text));
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    let others = texts.len().saturating_sub(MOST_NAMED);
    texts.truncate(MOST_NAMED);
    if others > 0 {
        texts.push(format!("{others} more"));
    }
    texts.join(", ")
}

/// How long ago a time was, in its greatest unit. A text that is no time stays as it is.
fn age(text: &str, now: SystemTime) -> String {
    let Some(time) = Timestamp::from(text).instant() else {
        return text.to_owned();
    };
    let passed = now
        .duration_since(SystemTime::from(time))
        .unwrap_or(Duration::ZERO);
    let (number, unit) = match passed.as_secs() / 60 {
        minutes @ ..60 => (minutes, "min"),
        minutes @ 60..1440 => (minutes / 60, "h"),
        minutes => (minutes / 1440, "d"),
    };
    format!("{number} {unit} ago")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_summary_names_each_device_and_kind_once_and_counts_the_rest() {
        let texts = ["a", "b", "a", "", "c", "d", "e", "f"].map(Value::from);
        assert_eq!(named(texts.iter()), "a, b, c, d, 2 more");
        let kinds = [
            json!("#microsoft.graph.security.deviceEvidence"),
            json!("User"),
            json!(null),
        ];
        assert_eq!(named(kinds.iter()), "device, User");
        assert_eq!(named([json!("x\n[1/1] y")].iter()), "x [1/1] y");
    }

    #[test]
    fn ages_have_one_unit() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(3 * 86_400);
        let texts = [
            "1970-01-03T23:58:00Z",
            "1970-01-03T20:00:00Z",
            "1970-01-01T00:00:00Z",
        ];
        assert_eq!(
            texts.map(|text| age(text, now)),
            ["2 min ago", "4 h ago", "3 d ago"]
        );
        assert_eq!(age("1970-01-09T00:00:00Z", now), "0 min ago");
        assert_eq!(age("yesterday", now), "yesterday");
    }
}
