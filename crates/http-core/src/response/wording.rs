//! How a service words its errors, as data of its product crate.
//!
//! This crate knows no product. A product crate describes the codes of its service, and the words around
//! delays and quotas in its messages; the pipeline and the hints use the description.

/// An error code of a service that says more than the status.
///
/// The hint of the error is `MEANING: CURE`, or the part that is not empty.
///
/// ```
/// use http_core::{ErrorWording, ServiceCode};
///
/// static CODES: &[ServiceCode] = &[ServiceCode::new(
///     "MaximumBatchSizeExceeded",
///     "one call takes 500 items",
///     "send the rest in another call",
/// )];
/// let wording = ErrorWording::new(CODES).with_delay_before("second");
/// assert_eq!(wording.codes.len(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceCode {
    /// The code in the error body. Letter case is ignored.
    pub code: &'static str,
    /// Why the service answers with the code. Empty if its own message says enough.
    pub meaning: &'static str,
    /// What to do. Empty if nothing can be done.
    pub cure: &'static str,
}

impl ServiceCode {
    /// A code with its meaning and its cure, either of which may be empty.
    pub const fn new(code: &'static str, meaning: &'static str, cure: &'static str) -> Self {
        Self {
            code,
            meaning,
            cure,
        }
    }

    /// The hint of an error with this code.
    pub(crate) fn hint(&self) -> String {
        match (self.meaning, self.cure) {
            (meaning, "") => meaning.to_owned(),
            ("", cure) => cure.to_owned(),
            (meaning, cure) => format!("{meaning}: {cure}"),
        }
    }
}

/// How a service words its errors. The default is a service that uses status codes and headers only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorWording {
    /// The error codes with a hint of their own.
    pub codes: &'static [ServiceCode],
    /// The word behind the number of seconds in the message of a 429 without `Retry-After`: `second` for
    /// "available in 23 seconds". Empty (default): messages are not searched.
    pub delay_before: &'static str,
    /// The word before the quota in the message of a 429: `allowed` for "allowed 45 per 00:01:00".
    /// Empty (default): messages are not searched.
    pub quota_after: &'static str,
}

impl ErrorWording {
    /// The wording of a service with these codes and nothing in words.
    pub const fn new(codes: &'static [ServiceCode]) -> Self {
        Self {
            codes,
            delay_before: "",
            quota_after: "",
        }
    }

    /// Sets [`delay_before`](Self::delay_before).
    #[must_use]
    pub const fn with_delay_before(mut self, word: &'static str) -> Self {
        self.delay_before = word;
        self
    }

    /// Sets [`quota_after`](Self::quota_after).
    #[must_use]
    pub const fn with_quota_after(mut self, word: &'static str) -> Self {
        self.quota_after = word;
        self
    }

    /// The hint for a code, `None` if the code is not described.
    pub(crate) fn hint(&self, code: Option<&str>) -> Option<String> {
        let code = code?;
        let mut codes = self.codes.iter();
        let found = codes.find(|known| known.code.eq_ignore_ascii_case(code))?;
        Some(found.hint())
    }
}
