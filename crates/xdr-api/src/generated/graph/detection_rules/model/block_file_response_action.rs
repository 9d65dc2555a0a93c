//! `BlockFileResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::FileResponseActionIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct BlockFileResponseAction {
        pub odata_type: Option<String> = "@odata.type",
        pub device_group_names: Vec<String> = "deviceGroupNames",
        /// Several values in one text, separated by commas.
        pub identifier: Option<Flags<FileResponseActionIdentifier>> = "identifier",
    }
}
