//! What rows lack that were otherwise read to their end.
//!
//! A pass asks again for what is missing. It does not ask again for what came and was mended: the service would send the same bytes.

use http_core::Gap;

/// Something that the rows lack.
#[derive(Clone, Debug)]
pub(super) struct Missing {
    /// A sentence for people.
    pub(super) what: String,
    /// Whether records are missing. If not, all came, and some were mended.
    pub(super) is_lost: bool,
}

/// A gap of `http-core` is about missing records, or about ones that came otherwise than the service holds them.
impl From<Gap> for Missing {
    fn from(gap: Gap) -> Self {
        let has_come = matches!(
            gap,
            Gap::Mended { .. } | Gap::MendedAnswers { .. } | Gap::NotExpanded { .. }
        );
        Self {
            what: gap.to_string(),
            is_lost: !has_come,
        }
    }
}
