//! Where a successful answer reports that some items failed.
//!
//! Changes of several items answer 200 (or 206) although some items failed: an import of indicators
//! holds `isFailed` and `failureReason` per item, an update of alerts lists the ids it did not
//! find, a bulk call of Graph holds a status code per item. Each shape is a fact of its operation.
//! [`Request::judge`](crate::Request::judge) reads an answer by it.

/// Where a successful answer reports that some items failed.
///
/// ```
/// use http_core::{ItemFailed, Operation, Param, Request, Verdicts};
///
/// static IMPORTED: Verdicts = Verdicts::new("value", ItemFailed::Is("isFailed", "true"))
///     .name(&["indicator"])
///     .asked("Indicators")
///     .reason(&["failureReason"]);
/// static IMPORT: Operation = Operation::post("shop.indicators.import", "/indicators/import")
///     .inputs(&[Param::body("Indicators")])
///     .collection("value")
///     .verdicts(&IMPORTED);
///
/// let answer = br#"{"value": [
///     {"indicator": "a", "isFailed": false},
///     {"indicator": "b", "isFailed": true, "failureReason": "invalid hash"}
/// ]}"#;
/// let judged = Request::new(&IMPORT).judge(answer);
/// assert!(judged.some_done);
/// assert_eq!(judged.failed[0].to_string(), "b: invalid hash");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Verdicts {
    /// The member of the answer that lists the items.
    pub items: &'static str,
    /// Members that name an item, best first. An item that is a text is its own name.
    pub name: &'static [&'static str],
    /// The input with the requested items, as a path with slashes; may be empty. Items without a
    /// name get it from here, by their position.
    pub asked: &'static str,
    /// Which of the listed items failed.
    pub failed: ItemFailed,
    /// Members of the answer that count the items that were done; may be empty. A sum below the
    /// requested number is a failure.
    pub counts: &'static [&'static str],
    /// Members with the reason, best first, as paths with slashes.
    pub reason: &'static [&'static str],
    /// The reason if the answer gives none.
    pub note: &'static str,
}

impl Verdicts {
    /// Items in the member `items`, of which those failed that match `failed`.
    pub const fn new(items: &'static str, failed: ItemFailed) -> Self {
        Self {
            items,
            name: &[],
            asked: "",
            failed,
            counts: &[],
            reason: &[],
            note: "",
        }
    }

    /// Sets [`name`](Self::name).
    pub const fn name(mut self, members: &'static [&'static str]) -> Self {
        self.name = members;
        self
    }

    /// Sets [`asked`](Self::asked).
    pub const fn asked(mut self, input: &'static str) -> Self {
        self.asked = input;
        self
    }

    /// Sets [`counts`](Self::counts).
    pub const fn counts(mut self, members: &'static [&'static str]) -> Self {
        self.counts = members;
        self
    }

    /// Sets [`reason`](Self::reason).
    pub const fn reason(mut self, members: &'static [&'static str]) -> Self {
        self.reason = members;
        self
    }

    /// Sets [`note`](Self::note).
    pub const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// Which items of an answer failed. Words are compared without case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ItemFailed {
    /// All of them: the answer lists only what failed.
    Listed,
    /// Items whose member is this word.
    Is(&'static str, &'static str),
    /// Items whose member is present and is another word.
    IsNot(&'static str, &'static str),
    /// Items whose member is this number or higher, such as status codes from 400.
    From(&'static str, i64),
    /// Requested items that are not listed.
    Missing,
}
