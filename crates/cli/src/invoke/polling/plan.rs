//! How the end of an operation is seen, as its row tells.

use auth_core::http_core::Operation;
use serde_json::Value;

/// What to ask, and what the answer looks like at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The id of the row to ask.
    pub(super) ask: &'static str,
    pub(super) end: End,
    /// The row that leads to what was left behind.
    pub(super) then: Option<&'static str>,
    /// Whether that row is called more than once.
    several: bool,
}

/// What the end looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// `status` is one of these, the good one first.
    Among(Vec<&'static str>),
    /// A member is set, or `state` is none of the open words; it failed where `state` is one of the bad ones.
    Closed {
        member: &'static str,
        open: Vec<&'static str>,
        bad: Vec<&'static str>,
    },
}

impl Plan {
    /// Read from sentences of the forms `poll ROW with the returned id until status is A, B or C, then call ROW` and
    /// `poll ROW with the returned id until MEMBER is set or state is none of A, B or C; it failed where state is D or
    /// E`.
    pub(crate) fn of(row: &Operation) -> Option<Self> {
        let (ask, rest) = row.long_running.strip_prefix("poll ")?.split_once(' ')?;
        let (_, end) = rest.split_once("until ")?;
        let then = row.long_running.split_once(" call ").map(|(_, rest)| rest);
        let then = then.and_then(|rest| rest.split_whitespace().next());
        Some(Self {
            ask,
            end: End::of(end)?,
            then,
            several: row.long_running.contains("for each "),
        })
    }

    /// The ids of the rows that it calls: the one to ask, and the one that leads to what was left behind.
    pub(crate) fn rows(&self) -> (&'static str, Option<&'static str>) {
        (self.ask, self.then)
    }

    /// Whether it leaves files behind.
    pub(crate) fn leads_to_files(&self) -> bool {
        self.then.is_some()
    }

    /// Whether there may be more than one of them.
    pub(crate) fn has_several_files(&self) -> bool {
        self.several
    }

    /// The word of a record that says how far it is.
    pub(in crate::invoke) fn state<'a>(&self, record: &'a Value) -> &'a str {
        let member = match self.end {
            End::Among(_) => "status",
            End::Closed { .. } => "state",
        };
        record[member].as_str().unwrap_or_default()
    }

    pub(in crate::invoke) fn is_end(&self, record: &Value) -> bool {
        let state = self.state(record);
        match &self.end {
            End::Among(states) => is_among(state, states),
            End::Closed { member, open, .. } => {
                !record[member].is_null() || !state.is_empty() && !is_among(state, open)
            }
        }
    }

    pub(super) fn is_success(&self, record: &Value) -> bool {
        let state = self.state(record);
        match &self.end {
            End::Among(states) => is_among(state, &states[..1]),
            End::Closed { bad, .. } => !is_among(state, bad),
        }
    }
}

impl End {
    fn of(sentence: &'static str) -> Option<Self> {
        if let Some(states) = sentence.strip_prefix("status is ") {
            let states = words(states);
            return (states.len() > 1).then_some(Self::Among(states));
        }
        let (member, rest) = sentence.split_once(" is set or state is none of ")?;
        let bad = rest.split_once("it failed where state is ");
        Some(Self::Closed {
            member,
            open: words(rest),
            bad: bad.map(|(_, bad)| words(bad)).unwrap_or_default(),
        })
    }
}

/// `A, B or C`, as far as a sentence goes on about them.
fn words(text: &'static str) -> Vec<&'static str> {
    let text = text.split(';').next().unwrap_or_default();
    let text = text.split(", then").next().unwrap_or_default();
    let words = text.split(", ").flat_map(|word| word.split(" or "));
    words.map(str::trim).collect()
}

fn is_among(state: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(state))
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::Place;
    use serde_json::json;

    use super::super::super::files;
    use super::*;
    use crate::app::App;

    #[test]
    fn plans_are_read_from_the_rows() {
        let catalog = App::built_in().catalog();
        let plan = |id: &str| Plan::of(catalog.by_id(id).unwrap());
        let isolate = plan("mde.machines.isolate").unwrap();
        assert_eq!(isolate.ask, "mde.machine_actions.get");
        let states = ["Succeeded", "Failed", "TimeOut", "Cancelled"];
        assert_eq!(isolate.end, End::Among(states.to_vec()));
        assert!(!isolate.leads_to_files());
        for (id, then, several) in [
            (
                "mde.machines.run_live_response",
                "mde.machine_actions.get_live_response_result",
                true,
            ),
            (
                "mde.machines.collect_investigation_package",
                "mde.machine_actions.get_package_uri",
                false,
            ),
        ] {
            let leading = plan(id).unwrap();
            assert_eq!(leading.end, isolate.end);
            assert_eq!(leading.then, Some(then));
            assert_eq!(leading.has_several_files(), several);
            let inputs = files::path_inputs(catalog.by_id(then).unwrap());
            assert_eq!(inputs.len() > 1, several, "{then}");
        }
        let is_end = |status: &str| isolate.is_end(&json!({"status": status}));
        assert!(is_end("timeout") && !is_end("Pending") && !is_end(""));
        let is_success = |status: &str| isolate.is_success(&json!({"status": status}));
        assert!(is_success("succeeded") && !is_success("Failed"));
        assert_eq!(plan("mde.alerts.list"), None);
    }

    #[test]
    fn an_investigation_ends_with_a_time_or_a_state_that_is_not_open() {
        let catalog = App::built_in().catalog();
        let row = catalog.by_id("mde.machines.start_investigation").unwrap();
        let plan = Plan::of(row).unwrap();
        assert_eq!(plan.ask, "mde.investigations.get");
        for open in ["Unknown", "Queued", "Running", "PendingApproval", ""] {
            assert!(
                !plan.is_end(&json!({"state": open, "endTime": null})),
                "{open}"
            );
        }
        assert!(plan.is_end(&json!({"state": "Running", "endTime": "2026-03-02T06:00:00Z"})));
        for (end, good) in [
            ("Benign", true),
            ("SuccessfullyRemediated", true),
            ("Failed", false),
            ("UnsupportedAlertType", false),
        ] {
            let record = json!({"state": end});
            assert_eq!(
                (plan.is_end(&record), plan.is_success(&record)),
                (true, good)
            );
        }
    }

    #[test]
    fn every_plan_asks_a_row_that_exists_and_takes_an_id() {
        let catalog = App::built_in().catalog();
        let plans: Vec<_> = catalog.operations().filter_map(Plan::of).collect();
        assert!(plans.len() >= 11, "{}", plans.len());
        for plan in plans {
            let row = catalog.by_id(plan.ask).unwrap();
            let path = row.params.iter().filter(|param| param.place == Place::Path);
            assert_eq!(path.count(), 1, "{}", row.id);
        }
    }

    #[test]
    fn every_row_that_says_to_poll_has_a_plan() {
        let catalog = App::built_in().catalog();
        for row in catalog.operations() {
            let polls = row.long_running.starts_with("poll ");
            assert_eq!(
                Plan::of(row).is_some(),
                polls,
                "{}: {}",
                row.id,
                row.long_running
            );
        }
    }
}
