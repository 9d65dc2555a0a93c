//! Operations and types of secure score control profiles.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSecureScoreControlProfile`] | `GET /v1.0/security/secureScoreControlProfiles/{control_id}` | `SecurityEvents.Read.All` |
//! | [`ListSecureScoreControlProfiles`] | `GET /v1.0/security/secureScoreControlProfiles` | `SecurityEvents.Read.All` |
//! | [`UpdateSecureScoreControlProfile`] | `PATCH /v1.0/security/secureScoreControlProfiles/{control_id}` | `SecurityEvents.ReadWrite.All` |

mod get;
mod list;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit};

use crate::graph::legacy_alerts::SecurityVendorInformation;

pub use get::GetSecureScoreControlProfile;
pub use list::ListSecureScoreControlProfiles;
pub use model::{
    CertificationControl, ComplianceInformation, SecureScoreControlProfile,
    SecureScoreControlProfileState, SecureScoreControlStateUpdate,
};
pub use update::UpdateSecureScoreControlProfile;

/// `graph.secure_score_control_profiles.get`: Get one secure score control.
pub static GET: Operation = Operation::get(
    "graph.secure_score_control_profiles.get",
    "/v1.0/security/secureScoreControlProfiles/{control_id}",
)
.host("graph")
.summary("Get one secure score control")
.params(&[Param::path("control_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_score_control_profiles")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-get.md",
);

/// `graph.secure_score_control_profiles.list`: List secure score controls.
pub static LIST: Operation = Operation::get("graph.secure_score_control_profiles.list", "/v1.0/security/secureScoreControlProfiles").host("graph").summary("List secure score controls").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).limits(&[RateLimit::per_minute(150),RateLimit::new(10000, 600),]).limit_class("graph.secure_score_control_profiles").permissions(&["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"], &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/security-list-securescorecontrolprofiles.md");

/// `graph.secure_score_control_profiles.update`: Set the state of a secure score control.
pub static UPDATE: Operation = Operation::patch("graph.secure_score_control_profiles.update", "/v1.0/security/secureScoreControlProfiles/{control_id}").host("graph").summary("Set the state of a secure score control").help("The updated values land in controlStateUpdates, not at top level.").params(&[Param::path("control_id"),
Param::body("vendorInformation").kind(Kind::Json).required().help("provider and vendor must be filled"),
Param::body("assignedTo"),
Param::body("comment"),
Param::body("state").kind(Kind::Enum(&["Default", "Ignored", "ThirdParty", "Reviewed"])),
]).body(BodyKind::Json).appends(&["comment"]).limits(&[RateLimit::per_minute(150),RateLimit::new(10000, 600),]).limit_class("graph.secure_score_control_profiles").permissions(&["SecurityEvents.ReadWrite.All"], &["SecurityEvents.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-update.md");

/// The operations of secure score control profiles; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecureScoreControlProfiles {
    client: Client,
}

impl SecureScoreControlProfiles {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one secure score control. See [`GetSecureScoreControlProfile`].
    pub fn get(
        &self,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
    ) -> GetSecureScoreControlProfile {
        GetSecureScoreControlProfile::new(&self.client, control_id)
    }

    /// List secure score controls. See [`ListSecureScoreControlProfiles`].
    pub fn list(&self) -> ListSecureScoreControlProfiles {
        ListSecureScoreControlProfiles::new(&self.client)
    }

    /// Set the state of a secure score control. See [`UpdateSecureScoreControlProfile`].
    pub fn update(
        &self,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
        vendor_information: &SecurityVendorInformation,
    ) -> UpdateSecureScoreControlProfile {
        UpdateSecureScoreControlProfile::new(&self.client, control_id, vendor_information)
    }
}
