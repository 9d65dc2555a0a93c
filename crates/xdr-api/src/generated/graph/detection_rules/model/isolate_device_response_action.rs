//! `IsolateDeviceResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::ActionIsolationType;
use crate::graph::detection_rules::ResponseActionIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct IsolateDeviceResponseAction {
        /// Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<ResponseActionIdentifier>> = "identifier",
        pub isolation_type: Option<ActionIsolationType> = "isolationType",
    }
}
