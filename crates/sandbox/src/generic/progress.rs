//! Records that change after the answer: machine actions, investigations, audit searches, submissions.
//!
//! A real service takes minutes to hours. The emulator is quicker and always takes the same time: an action runs after
//! 30 seconds of virtual time and ends after the time that its kind has. Nothing runs in the background: each call first
//! brings the records to the present.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use crate::clock::later;
use crate::store::Store;

/// Time from the start of an action until it is reported as running.
const RUNS_AFTER: Duration = Duration::from_secs(30);

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Accepted,
    Running,
    Ended,
}

/// How far an action is, and since when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    pub(crate) stage: Stage,
    /// When the action was started.
    pub(crate) started: Timestamp,
    /// When it reached its stage, to the virtual second and not the time of the call.
    pub(crate) since: Timestamp,
}

/// Notes an action in a list of the store. The note needs a member `created`, which this sets.
pub(crate) fn start(store: &mut Store, list: &'static str, mut note: Value, now: Timestamp) {
    note["created"] = now.to_string().into();
    store.list(list).push(note);
}

/// Brings the actions of a list to `now`; they end `lasts` after their start.
///
/// `apply` changes the record of a note. It returns false if the record is gone, which removes the note.
pub(crate) fn proceed(
    store: &mut Store,
    list: &'static str,
    lasts: Duration,
    now: Timestamp,
    apply: impl Fn(&mut Store, &Value, Progress) -> bool,
) {
    if store.list(list).is_empty() {
        return;
    }
    let mut notes = std::mem::take(store.list(list));
    notes.retain(|note| {
        let Some(progress) = progress(note, lasts, now) else {
            return false;
        };
        apply(store, note, progress) && progress.stage != Stage::Ended
    });
    *store.list(list) = notes;
}

fn progress(note: &Value, lasts: Duration, now: Timestamp) -> Option<Progress> {
    let started: Timestamp = note["created"].as_str()?.parse().ok()?;
    let (runs, ends) = (later(started, RUNS_AFTER), later(started, lasts));
    let (stage, since) = if now >= ends {
        (Stage::Ended, ends)
    } else if now >= runs {
        (Stage::Running, runs)
    } else {
        (Stage::Accepted, started)
    };
    Some(Progress {
        stage,
        started,
        since,
    })
}
