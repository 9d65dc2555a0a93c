//! How an action reaches its end, as data.
//!
//! Isolating a device, collecting a package or searching audit logs takes minutes to days. The
//! request that starts it returns a record with an id and a state; another operation shows the same
//! record again. This module says which operation that is, which member holds the state, which
//! words mean what, how often to look, and what to fetch at the end. The [`Poller`](crate::Poller)
//! does the looking.
//!
//! Two facts about the services shape it:
//!
//! - Words are added without notice, so a word that is not listed means that the action goes on.
//!   Only listed words end it. Defender for Endpoint ends a machine action with `Succeeded`,
//!   `Failed`, `TimeOut` or `Cancelled`, and older pages spell the last one `Canceled`; a list that
//!   lacks `TimeOut` makes a caller poll until its own deadline.
//! - Some records name no final states. Investigations set `endTime` instead, so a time can end an
//!   action too.

use std::time::Duration;

use serde_json::Value;

use super::Operation;

/// How an action that an operation starts reaches its end.
///
/// ```
/// # use http_core::{Completion, Operation, Param, Pause, Progress};
/// static JOB: Operation = Operation::get("shop.jobs.get", "/jobs/{job_id}").inputs(&[Param::path("job_id")]);
/// static BUILT: Completion = Completion::new(&JOB, ("job_id", "id"), "state")
///     .open(&["queued", "running"])
///     .succeeded(&["done"])
///     .failed(&["failed"])
///     .pause(Pause::seconds(5, 60));
/// static BUILD: Operation = Operation::post("shop.jobs.build", "/jobs").completion(&BUILT);
///
/// assert_eq!(BUILT.progress_of("Done"), Progress::Succeeded);
/// assert_eq!(BUILT.progress_of("a new word"), Progress::Open);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Completion {
    /// The operation that shows the action; `None` if no operation does. It is called by the client
    /// that started the action, so both must have the same host.
    pub ask: Option<&'static Operation>,
    /// The input of `ask` that names the action, and the member of the record that holds its value.
    /// The id may be text or a number. An empty answer names it in the last segment of its
    /// `Location`.
    pub id: (&'static str, &'static str),
    /// The member of the record with the state.
    pub state: &'static str,
    /// Words of an action that goes on. Words that are in no list mean the same, but only these
    /// make an action [reusable](super::ActionSpec::reusable).
    pub open: &'static [&'static str],
    /// Words of an action that did what was requested.
    pub succeeded: &'static [&'static str],
    /// Words of an action that failed, was cancelled, was rejected or expired.
    pub failed: &'static [&'static str],
    /// A member that is null until the action ends, whatever its state. Empty if there is none.
    /// Once set, the action counts as succeeded unless its word is in `failed`.
    pub ended: &'static str,
    /// What to fetch after the end, such as the output of a script.
    pub then: Option<Fetch>,
    /// The pauses between two looks. Default: 1 second, growing to 30 seconds.
    pub pause: Pause,
    /// What the documentation leaves open about the end; shown as a hint when the action cannot be
    /// followed. May be empty.
    pub note: &'static str,
}

/// The pauses between two looks. Each is 1.5 times the one before, up to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pause {
    /// The first pause. The first look comes after it.
    pub first: Duration,
    /// The upper bound. A delay that the service requests (`Retry-After`) can exceed it.
    pub longest: Duration,
}

impl Pause {
    /// Pauses in whole seconds.
    pub const fn seconds(first: u64, longest: u64) -> Self {
        Self {
            first: Duration::from_secs(first),
            longest: Duration::from_secs(longest),
        }
    }
}

/// What to fetch after an action has ended.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fetch {
    /// The operation to call. If it answers with a [link](super::AnswerKind::Link), the link leads
    /// to the file.
    pub ask: &'static Operation,
    /// The input of `ask` that names the action, and the member of the record that holds its value.
    pub id: (&'static str, &'static str),
    /// Set if there is one result per item of a list in the record. `None`: one result.
    pub each: Option<Each>,
}

/// One result per item of a list in the record, such as one per command of a live response session.
///
/// Members of an item are paths with parts joined by slashes: `command/type`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Each {
    /// The member of the record that lists the items.
    pub items: &'static str,
    /// The input of the operation that selects an item, and the item's member with its value. An
    /// item without the member is selected by its position, starting at 0.
    pub input: (&'static str, &'static str),
    /// Member and word of an item that has a result. An empty member: all items have one.
    pub only: (&'static str, &'static str),
    /// Member and word of an item that never has a result, such as an uploaded file. An empty
    /// member: no exception.
    pub unless: (&'static str, &'static str),
    /// The member with the kind of the item, for file names and tables. May be empty.
    pub kind: &'static str,
}

/// Whether an action goes on, succeeded or failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The action goes on, or its state is unknown.
    Open,
    /// The action did what was requested.
    Succeeded,
    /// The action ended otherwise: failed, cancelled, rejected, expired.
    Failed,
}

impl Completion {
    /// An action that `ask` shows. `id` is the input of `ask` and the member of the record with its
    /// value; `state` is the member with the state. Pauses grow from 1 to 30 seconds.
    pub const fn new(
        ask: &'static Operation,
        id: (&'static str, &'static str),
        state: &'static str,
    ) -> Self {
        Self {
            ask: Some(ask),
            id,
            state,
            ..Self::unseen("")
        }
    }

    /// An action that no operation shows. Following it is an error with `note` as the hint.
    pub const fn unseen(note: &'static str) -> Self {
        Self {
            ask: None,
            id: ("", ""),
            state: "",
            open: &[],
            succeeded: &[],
            failed: &[],
            ended: "",
            then: None,
            pause: Pause::seconds(1, 30),
            note,
        }
    }

    /// Sets [`open`](Self::open): words of an action that goes on.
    pub const fn open(mut self, words: &'static [&'static str]) -> Self {
        self.open = words;
        self
    }

    /// Sets [`succeeded`](Self::succeeded): words of success.
    pub const fn succeeded(mut self, words: &'static [&'static str]) -> Self {
        self.succeeded = words;
        self
    }

    /// Sets [`failed`](Self::failed): words of every other end.
    pub const fn failed(mut self, words: &'static [&'static str]) -> Self {
        self.failed = words;
        self
    }

    /// Sets [`ended`](Self::ended): a member that is null until the end.
    pub const fn ended(mut self, member: &'static str) -> Self {
        self.ended = member;
        self
    }

    /// Sets [`then`](Self::then): what to fetch after the end.
    pub const fn then(mut self, then: Fetch) -> Self {
        self.then = Some(then);
        self
    }

    /// Sets [`pause`](Self::pause): the pauses between two looks.
    pub const fn pause(mut self, pause: Pause) -> Self {
        self.pause = pause;
        self
    }

    /// Sets [`note`](Self::note): what the documentation leaves open.
    pub const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    /// The state in a record, as the service spells it. Empty if the record has none.
    pub fn word<'a>(&self, record: &'a Value) -> &'a str {
        record[self.state].as_str().unwrap_or_default()
    }

    /// The progress of a record. The state decides, then [`ended`](Self::ended).
    pub fn progress(&self, record: &Value) -> Progress {
        match self.progress_of(self.word(record)) {
            Progress::Open if self.has_ended(record) => Progress::Succeeded,
            progress => progress,
        }
    }

    /// The progress for a state. Words are compared without case; an unknown word is
    /// [`Progress::Open`].
    pub fn progress_of(&self, word: &str) -> Progress {
        if is_among(word, self.failed) {
            Progress::Failed
        } else if is_among(word, self.succeeded) {
            Progress::Succeeded
        } else {
            Progress::Open
        }
    }

    fn has_ended(&self, record: &Value) -> bool {
        !self.ended.is_empty() && !record[self.ended].is_null()
    }

    /// Whether the state is listed as open. Unlike [`progress`](Self::progress), an unknown word is
    /// not open: an action that nobody can judge must not be returned in place of a new one.
    pub(crate) fn is_open(&self, record: &Value) -> bool {
        is_among(self.word(record), self.open)
    }

    /// The id of the action; empty if the record has none.
    pub(crate) fn id_of(&self, record: &Value) -> String {
        id_in(record, self.id.1)
    }
}

impl Fetch {
    /// A result of `ask`. `id` is its input and the member of the record with its value.
    pub const fn new(ask: &'static Operation, id: (&'static str, &'static str)) -> Self {
        Self {
            ask,
            id,
            each: None,
        }
    }

    /// Sets [`each`](Self::each): one result per item of a list.
    pub const fn each(mut self, each: Each) -> Self {
        self.each = Some(each);
        self
    }
}

impl Each {
    /// Results of the items in the member `items`. `input` is the input that selects an item and
    /// the item's member with its value.
    pub const fn new(items: &'static str, input: (&'static str, &'static str)) -> Self {
        Self {
            items,
            input,
            only: ("", ""),
            unless: ("", ""),
            kind: "",
        }
    }

    /// Sets [`only`](Self::only): items that have a result.
    pub const fn only(mut self, member: &'static str, word: &'static str) -> Self {
        self.only = (member, word);
        self
    }

    /// Sets [`unless`](Self::unless): items that never have one.
    pub const fn unless(mut self, member: &'static str, word: &'static str) -> Self {
        self.unless = (member, word);
        self
    }

    /// Sets [`kind`](Self::kind): the member with the kind of an item.
    pub const fn kind(mut self, member: &'static str) -> Self {
        self.kind = member;
        self
    }

    pub(crate) fn has_result(&self, item: &Value) -> bool {
        let holds =
            |(member, word): (&str, &str)| !member.is_empty() && text_at(item, member) == word;
        (self.only.0.is_empty() || holds(self.only)) && !holds(self.unless)
    }
}

/// The text at a path with parts joined by slashes; empty if it is missing or not text.
pub(crate) fn text_at<'a>(value: &'a Value, path: &str) -> &'a str {
    let found = path.split('/').try_fold(value, |at, name| at.get(name));
    found.and_then(Value::as_str).unwrap_or_default()
}

/// The id in a member, as text. Live response numbers its commands, so numbers are accepted.
pub(crate) fn id_in(record: &Value, member: &str) -> String {
    match &record[member] {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => String::new(),
    }
}

fn is_among(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    static GET: Operation = Operation::get("t.jobs.get", "/jobs/{job_id}");
    const JOB: Completion = Completion::new(&GET, ("job_id", "id"), "state")
        .open(&["Running"])
        .succeeded(&["Done"])
        .failed(&["Failed"]);

    #[test]
    fn words_are_compared_without_case_and_unknown_ones_go_on() {
        for (word, progress) in [
            ("done", Progress::Succeeded),
            ("FAILED", Progress::Failed),
            ("Running", Progress::Open),
            ("NewWord", Progress::Open),
            ("", Progress::Open),
        ] {
            assert_eq!(JOB.progress(&json!({"state": word})), progress, "{word}");
        }
        assert_eq!(JOB.progress(&json!("no record")), Progress::Open);
    }

    #[test]
    fn a_time_of_the_end_ends_it_whatever_the_word() {
        let job = JOB.ended("endTime");
        let at = |state: &str| job.progress(&json!({"state": state, "endTime": "2026-03-02"}));
        assert_eq!(at("Running"), Progress::Succeeded);
        assert_eq!(at("Failed"), Progress::Failed);
        let open = json!({"state": "Running", "endTime": null});
        assert_eq!(job.progress(&open), Progress::Open);
    }
}
