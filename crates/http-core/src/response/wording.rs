//! How a service words its errors: data that a product's crate gives to its clients.

/// An error code of a service, with more to say about it than its status.
///
/// The hint of the error is `MEANING: CURE`, or the one that is not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceCode {
    /// The code in the body of the error. Letter case does not count.
    pub code: &'static str,
    /// Why the service answers with it. Empty where the service's own message says enough.
    pub meaning: &'static str,
    /// What to do. Empty where nothing can be done.
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

/// How a service words its errors. The default is a service that says all in statuses and headers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ErrorWording {
    /// The error codes with a meaning of their own.
    pub codes: &'static [ServiceCode],
    /// For a service that refuses (429) without `Retry-After`: the word behind the number of seconds in its message, such as
    /// `second` for "available in 23 seconds". Empty: no message is searched.
    pub delay_before: &'static str,
    /// For a service whose refusal (429) names the quota: the word before it, such as `allowed` for
    /// "allowed 45 per 00:01:00". Empty: no message is searched.
    pub quota_after: &'static str,
}

impl ErrorWording {
    /// A service with these codes.
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

    /// The hint for a code; nothing for one that says no more than the status.
    pub(crate) fn hint(&self, code: Option<&str>) -> Option<String> {
        let code = code?;
        let mut codes = self.codes.iter();
        let found = codes.find(|known| known.code.eq_ignore_ascii_case(code))?;
        Some(found.hint())
    }
}
