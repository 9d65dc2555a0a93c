//! `IsolateDeviceResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::ActionIsolationType;
use crate::graph::detection_rules::ResponseActionIdentifier;

http_core::entity! {
    /// Isolate device response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct IsolateDeviceResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<ResponseActionIdentifier>> = "identifier",
        /// Isolation type.
        pub isolation_type: Option<ActionIsolationType> = "isolationType",
    }
}
