//! `FormattedContent`.

use crate::graph::threat_intelligence::FormattedContentFormat;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FormattedContent {
        pub content: Option<String> = "content",
        pub format: Option<FormattedContentFormat> = "format",
    }
}
