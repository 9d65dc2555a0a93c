//! What a person reads about an operation.

/// Description and standing of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doc {
    /// One short line: verb and object.
    pub summary: &'static str,
    /// What a caller must know beyond the summary; may be empty.
    pub help: &'static str,
    /// Whether the vendor supports it.
    pub status: Status,
    /// Address of the vendor's page.
    pub source: &'static str,
}

/// Whether the vendor supports an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// Generally available.
    Ga,
    /// May change without notice.
    Preview,
    /// Still answers, but another operation replaces it.
    Legacy,
    /// Documented once; the service may no longer answer.
    Retired,
}

impl Status {
    /// The status as the reference tables spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ga => "ga",
            Self::Preview => "preview",
            Self::Legacy => "legacy",
            Self::Retired => "retired",
        }
    }
}

impl Doc {
    pub(super) const fn new() -> Self {
        Self {
            summary: "",
            help: "",
            status: Status::Ga,
            source: "",
        }
    }
}
