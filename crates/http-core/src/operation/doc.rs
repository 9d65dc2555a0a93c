//! Texts about an operation, and whether the vendor supports it.

/// Description and support status of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doc {
    /// One line: verb and object, without a full stop. First line of the help of its command.
    pub summary: &'static str,
    /// What a caller needs beyond the summary: quirks, limits, contradictions between documents.
    /// May be empty.
    pub help: &'static str,
    /// Whether the vendor supports it. Default: [`Status::Ga`].
    pub status: Status,
    /// Ids of the operations that the vendor recommends instead of a [legacy](Status::Legacy) one. May belong to another product.
    pub replaced_by: &'static [&'static str],
    /// The vendor's page that documents the operation.
    pub source: &'static str,
}

/// Whether the vendor supports an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// Generally available and supported.
    Ga,
    /// In preview: may change without notice.
    Preview,
    /// Called by other clients, but documented by no page of the vendor: may change or end without notice.
    Observed,
    /// Still answers, but the vendor recommends another operation.
    Legacy,
    /// Documented once; the service may no longer answer. Distinct from
    /// [`Conduct::retired`](super::Conduct::retired), which refuses the call.
    Retired,
}

impl Status {
    /// The spelling in the reference tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ga => "ga",
            Self::Preview => "preview",
            Self::Observed => "observed",
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
            replaced_by: &[],
            source: "",
        }
    }
}
