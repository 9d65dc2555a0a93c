//! `CollectInvestigationPackageResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::ResponseActionIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct CollectInvestigationPackageResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        /// Several values in one text, separated by commas.
        pub identifier: Option<Flags<ResponseActionIdentifier>> = "identifier",
    }
}
