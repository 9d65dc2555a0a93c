//! How the end of an action is seen, as data.

use std::time::Duration;

use serde_json::Value;

use super::Operation;

/// How an action that an operation starts comes to its end.
///
/// ```
/// # use http_core::{Completion, Operation, Param};
/// static JOB: Operation = Operation::get("shop.jobs.get", "/jobs/{job_id}").params(&[Param::path("job_id")]);
/// static BUILT: Completion = Completion::new(&JOB, ("job_id", "id"), "state")
///     .open(&["queued", "running"])
///     .succeeded(&["done"])
///     .failed(&["failed"]);
/// static BUILD: Operation = Operation::post("shop.jobs.build", "/jobs").completion(&BUILT);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Completion {
    /// The operation that shows the action; `None` where no operation does. It is asked by the client that started the
    /// action, so both have one host.
    pub ask: Option<&'static Operation>,
    /// The input of `ask` that names the action, and the member of the answer with its value.
    pub id: (&'static str, &'static str),
    /// The member of the record that tells its state.
    pub state: &'static str,
    /// States of an action that goes on. Words that are in no list mean the same.
    pub open: &'static [&'static str],
    /// States of an action that succeeded.
    pub succeeded: &'static [&'static str],
    /// States of an action that failed, was cancelled or was given up.
    pub failed: &'static [&'static str],
    /// A member that is null until the action has ended, whatever its state; empty where there is none.
    pub ended: &'static str,
    /// What to fetch once the action has ended.
    pub then: Option<Fetch>,
    /// The usual pauses between two looks.
    pub pause: Pause,
    /// What no source says about the end; may be empty.
    pub note: &'static str,
}

/// The pauses between two looks. Each is half as long again as the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pause {
    /// The first pause.
    pub first: Duration,
    /// The longest pause.
    pub longest: Duration,
}

impl Pause {
    /// Pauses of whole seconds.
    pub const fn seconds(first: u64, longest: u64) -> Self {
        Self {
            first: Duration::from_secs(first),
            longest: Duration::from_secs(longest),
        }
    }
}

/// What an action leaves behind.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fetch {
    /// The operation to call. An answer that is a link leads to a file.
    pub ask: &'static Operation,
    /// The input of `ask` that names the action, and the member of the record with its value.
    pub id: (&'static str, &'static str),
    /// Set where there is one result for each item of a list.
    pub each: Option<Each>,
}

/// One result for each item of a list in the record.
///
/// Members of an item are paths, parts joined by slashes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Each {
    /// The member of the record that lists the items.
    pub items: &'static str,
    /// The input of the operation that picks the item, and the item's member with its value. An item without the member
    /// is known by its place.
    pub input: (&'static str, &'static str),
    /// The member and the word of an item that has a result.
    pub only: (&'static str, &'static str),
    /// The member and the word of an item that never has one.
    pub unless: (&'static str, &'static str),
    /// The member with the kind of the item.
    pub kind: &'static str,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// It goes on.
    Open,
    /// It did what was asked for.
    Succeeded,
    /// It ended in another way: failed, cancelled, given up.
    Failed,
}

impl Completion {
    /// The end of an action that `ask` shows: `id` is the input of `ask` and the member of the answer with its value, `state`
    /// the member that tells how far the action is. Pauses grow from one second to thirty.
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

    /// The end of an action that no operation shows.
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

    /// States of an action that goes on.
    pub const fn open(mut self, words: &'static [&'static str]) -> Self {
        self.open = words;
        self
    }

    /// States of an action that succeeded.
    pub const fn succeeded(mut self, words: &'static [&'static str]) -> Self {
        self.succeeded = words;
        self
    }

    /// States of an action that failed, was cancelled or was given up.
    pub const fn failed(mut self, words: &'static [&'static str]) -> Self {
        self.failed = words;
        self
    }

    /// A member that is null until the action has ended.
    pub const fn ended(mut self, member: &'static str) -> Self {
        self.ended = member;
        self
    }

    /// What to fetch once the action has ended.
    pub const fn then(mut self, then: Fetch) -> Self {
        self.then = Some(then);
        self
    }

    /// The usual pauses between two looks.
    pub const fn pause(mut self, pause: Pause) -> Self {
        self.pause = pause;
        self
    }

    /// What no source says about the end.
    pub const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    /// The word of a record that tells its state; empty where it has none.
    pub fn word<'a>(&self, record: &'a Value) -> &'a str {
        record[self.state].as_str().unwrap_or_default()
    }

    /// How far the action of a record is.
    pub fn progress(&self, record: &Value) -> Progress {
        match self.progress_of(self.word(record)) {
            Progress::Open if self.has_ended(record) => Progress::Succeeded,
            progress => progress,
        }
    }

    /// How far an action in this state is. Words are compared without case.
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

    /// Whether the state of a record is one of the `open` words.
    pub(crate) fn is_open(&self, record: &Value) -> bool {
        is_among(self.word(record), self.open)
    }

    /// The id of the action in a record, empty where it has none.
    pub(crate) fn id_of(&self, record: &Value) -> String {
        id_in(record, self.id.1)
    }
}

impl Fetch {
    /// A result that `ask` leads to: `id` is its input and the member of the record with its value.
    pub const fn new(ask: &'static Operation, id: (&'static str, &'static str)) -> Self {
        Self {
            ask,
            id,
            each: None,
        }
    }

    /// One result for each item of a list.
    pub const fn each(mut self, each: Each) -> Self {
        self.each = Some(each);
        self
    }
}

impl Each {
    /// Results of the items in the member `items` of the record, picked by `input`: an input of the operation and the
    /// item's member with its value.
    pub const fn new(items: &'static str, input: (&'static str, &'static str)) -> Self {
        Self {
            items,
            input,
            only: ("", ""),
            unless: ("", ""),
            kind: "",
        }
    }

    /// The member and the word of an item that has a result.
    pub const fn only(mut self, member: &'static str, word: &'static str) -> Self {
        self.only = (member, word);
        self
    }

    /// The member and the word of an item that never has one.
    pub const fn unless(mut self, member: &'static str, word: &'static str) -> Self {
        self.unless = (member, word);
        self
    }

    /// The member with the kind of the item.
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

/// The text at a path of members; empty where there is none.
pub(crate) fn text_at<'a>(value: &'a Value, path: &str) -> &'a str {
    let found = path.split('/').try_fold(value, |at, name| at.get(name));
    found.and_then(Value::as_str).unwrap_or_default()
}

/// An id, which some services write as a number.
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
