//! `FormattedContent`.

use crate::graph::threat_intelligence::FormattedContentFormat;

http_core::entity! {
    /// Formatted content.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FormattedContent {
        /// Content.
        pub content: Option<String> = "content",
        /// Format.
        pub format: Option<FormattedContentFormat> = "format",
    }
}
