//! Operations and types of security actions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CancelSecurityAction`] | `POST /beta/security/securityActions/{security_action_id}/cancelSecurityAction` | `SecurityActions.ReadWrite.All` |
//! | [`CreateSecurityAction`] | `POST /beta/security/securityActions` | `SecurityActions.ReadWrite.All` |
//! | [`GetSecurityAction`] | `GET /beta/security/securityActions/{security_action_id}` | `SecurityActions.Read.All` |
//! | [`ListSecurityActions`] | `GET /beta/security/securityActions` | `SecurityActions.Read.All` |

mod cancel;
mod create;
mod get;
mod list;
mod model;

use http_core::{
    Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit, Status, Value,
};

use crate::graph::legacy_alerts::SecurityVendorInformation;

pub use cancel::CancelSecurityAction;
pub use create::CreateSecurityAction;
pub use get::GetSecurityAction;
pub use list::ListSecurityActions;
pub use model::{
    KeyValuePair, ResultInfo, SecurityAction, SecurityActionState, SecurityActionStatus,
};

/// `graph.security_actions.cancel`: Cancel a security action. Status: legacy.
pub static CANCEL: Operation = Operation::post("graph.security_actions.cancel", "/beta/security/securityActions/{security_action_id}/cancelSecurityAction").host("graph").summary("Cancel a security action").status(Status::Legacy).params(&[Param::path("security_action_id"),
]).limits(&[RateLimit::per_minute(150),]).limit_class("graph.security_actions").permissions(&["SecurityActions.ReadWrite.All"], &[]).source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-cancelsecurityaction.md");

/// `graph.security_actions.create`: Start a security action. Status: legacy.
pub static CREATE: Operation = Operation::post(
    "graph.security_actions.create",
    "/beta/security/securityActions",
)
.host("graph")
.summary("Start a security action")
.status(Status::Legacy)
.params(&[
    Param::body("name").required(),
    Param::body("actionReason"),
    Param::body("parameters")
        .kind(Kind::Json)
        .required()
        .help("name and value"),
    Param::body("vendorInformation").kind(Kind::Json).required(),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(&["SecurityActions.ReadWrite.All"], &[])
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-post.md");

/// `graph.security_actions.get`: Get one security action. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.security_actions.get",
    "/beta/security/securityActions/{security_action_id}",
)
.host("graph")
.summary("Get one security action")
.status(Status::Legacy)
.params(&[Param::path("security_action_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(
    &["SecurityActions.Read.All", "SecurityActions.ReadWrite.All"],
    &[],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityaction-get.md");

/// `graph.security_actions.list`: List security actions. Status: legacy.
pub static LIST: Operation = Operation::get(
    "graph.security_actions.list",
    "/beta/security/securityActions",
)
.host("graph")
.summary("List security actions")
.help("Application permission only.")
.status(Status::Legacy)
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(
    &["SecurityActions.Read.All", "SecurityActions.ReadWrite.All"],
    &[],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-list.md");

/// The operations of security actions; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecurityActions {
    client: Client,
}

impl SecurityActions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Cancel a security action. See [`CancelSecurityAction`].
    pub fn cancel(
        &self,
        security_action_id: impl Into<Id<SecurityAction>>,
    ) -> CancelSecurityAction {
        CancelSecurityAction::new(&self.client, security_action_id)
    }

    /// Start a security action. See [`CreateSecurityAction`].
    pub fn create(
        &self,
        name: impl Into<String>,
        parameters: impl IntoIterator<Item = impl Into<Value>>,
        vendor_information: &SecurityVendorInformation,
    ) -> CreateSecurityAction {
        CreateSecurityAction::new(&self.client, name, parameters, vendor_information)
    }

    /// Get one security action. See [`GetSecurityAction`].
    pub fn get(&self, security_action_id: impl Into<Id<SecurityAction>>) -> GetSecurityAction {
        GetSecurityAction::new(&self.client, security_action_id)
    }

    /// List security actions. See [`ListSecurityActions`].
    pub fn list(&self) -> ListSecurityActions {
        ListSecurityActions::new(&self.client)
    }
}
