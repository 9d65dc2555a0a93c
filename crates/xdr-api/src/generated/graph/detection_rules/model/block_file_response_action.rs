//! `BlockFileResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::FileResponseActionIdentifier;

http_core::entity! {
    /// Block file response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct BlockFileResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Device group names.
        pub device_group_names: Vec<String> = "deviceGroupNames",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<FileResponseActionIdentifier>> = "identifier",
    }
}
