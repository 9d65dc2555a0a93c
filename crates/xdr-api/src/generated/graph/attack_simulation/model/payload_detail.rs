//! `PayloadDetail`.

use crate::graph::attack_simulation::EmailPayloadDetail;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum PayloadDetail {
        EmailPayload(EmailPayloadDetail) = "#microsoft.graph.emailPayloadDetail",
    }
}
