//! What became of a tenant, and of all of them.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::tenants::Tenant;

/// Why a tenant is not `ok`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Why {
    /// A stable word for programs: that of the service, or one of the caller.
    pub code: String,
    /// One sentence, without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Why {
    /// A reason without a hint.
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            hint: None,
        }
    }

    /// Sets what to do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How the work of a tenant ended.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ended {
    /// Complete.
    Ok,
    /// Records are missing, or a check found something.
    Partial(Why),
    /// It broke off.
    Failed(Why),
    /// It was never started.
    Skipped(Why),
}

/// The word of an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum OutcomeKind {
    /// Complete.
    Ok,
    /// Records are missing, or a check found something.
    Partial,
    /// Broke off. [`Outcome::rows`] says how many records came before.
    Failed,
    /// Never started.
    Skipped,
}

impl OutcomeKind {
    /// All kinds, best first.
    pub const ALL: [Self; 4] = [Self::Ok, Self::Partial, Self::Failed, Self::Skipped];

    /// The word for people and programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Partial => "partial",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// What became of one tenant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Outcome {
    /// The directory id.
    pub tenant: String,
    /// The name of the file, if it has one.
    pub name: Option<String>,
    /// The word.
    pub outcome: OutcomeKind,
    /// Why it is not `ok`: a stable word. `None` for `ok`.
    pub code: Option<String>,
    /// Why it is not `ok`: a sentence.
    pub message: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// Number of records.
    pub rows: u64,
    /// Time from start to end. Written with milliseconds.
    #[serde(serialize_with = "rounded")]
    pub seconds: f64,
    /// The part of [`seconds`](Self::seconds) that calls waited for a budget, or because the service asked for a pause.
    /// Calls that wait at the same time count each.
    #[serde(serialize_with = "rounded")]
    pub throttled: f64,
}

/// Seconds with three decimals.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference to the field"
)]
fn rounded<S: Serializer>(seconds: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((seconds * 1000.0).round() / 1000.0)
}

impl Outcome {
    /// The outcome of a tenant without records and time.
    pub(super) fn of(tenant: &Tenant, ended: Ended) -> Self {
        let (outcome, why) = match ended {
            Ended::Ok => (OutcomeKind::Ok, None),
            Ended::Partial(why) => (OutcomeKind::Partial, Some(why)),
            Ended::Failed(why) => (OutcomeKind::Failed, Some(why)),
            Ended::Skipped(why) => (OutcomeKind::Skipped, Some(why)),
        };
        let (code, message, hint) = match why {
            Some(why) => (Some(why.code), Some(why.message), why.hint),
            None => (None, None, None),
        };
        Self {
            tenant: tenant.id.clone(),
            name: tenant.name.clone(),
            outcome,
            code,
            message,
            hint,
            rows: 0,
            seconds: 0.0,
            throttled: 0.0,
        }
    }

    /// The name, or else the id: for messages.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.tenant)
    }

    /// The record as the text of a JSON object, on one line.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// One line for people: `contoso: failed (AADSTS65001): the customer has not consented`.
impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.label(), self.outcome.as_str())?;
        if let Some(code) = &self.code {
            write!(f, " ({code})")?;
        }
        if let Some(message) = &self.message {
            write!(f, ": {message}")?;
        }
        match self.rows {
            0 => Ok(()),
            1 => f.write_str("; 1 row"),
            rows => write!(f, "; {rows} rows"),
        }
    }
}

/// How many tenants ended how, and how many records they had together.
///
/// A program that ends with an exit code takes it from the [verdict](Self::verdict); `Display` is a line for people.
///
/// ```
/// use jobs::{Tally, Verdict};
///
/// let tally = Tally::default();
/// assert_eq!(tally.verdict(), Verdict::Ok);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; 4],
    rows: u64,
}

/// The outcome of all tenants together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verdict {
    /// Every tenant is `ok`.
    Ok,
    /// Some tenants are not.
    Some,
    /// No tenant is `ok` or `partial`.
    None,
}

impl Tally {
    /// Counts an outcome.
    pub fn add(&mut self, outcome: &Outcome) {
        self.counts[outcome.outcome as usize] += 1;
        self.rows += outcome.rows;
    }

    /// The number of tenants that ended so.
    pub fn count(&self, kind: OutcomeKind) -> usize {
        self.counts[kind as usize]
    }

    /// The number of tenants that have ended.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// The outcome of all. No tenant at all is [`Verdict::Ok`].
    pub fn verdict(&self) -> Verdict {
        let all = self.total();
        if self.count(OutcomeKind::Ok) == all {
            Verdict::Ok
        } else if self.count(OutcomeKind::Ok) + self.count(OutcomeKind::Partial) == 0 {
            Verdict::None
        } else {
            Verdict::Some
        }
    }
}

/// `500 tenants: 483 ok, 17 failed; 9660 rows`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.total();
        let kinds = OutcomeKind::ALL.map(|kind| (self.count(kind), kind.as_str()));
        let kinds = kinds.iter().filter(|(count, _)| *count > 0);
        let kinds: Vec<_> = kinds
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        let plural = |count: u64| if count == 1 { "" } else { "s" };
        write!(
            f,
            "{all} tenant{}: {}; {} row{}",
            plural(all as u64),
            kinds.join(", "),
            self.rows,
            plural(self.rows)
        )
    }
}
