//! Operations and types of ti indicators.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateTiIndicator`] | `POST /beta/security/tiIndicators` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`DeleteTiIndicator`] | `DELETE /beta/security/tiIndicators/{ti_indicator_id}` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`DeleteTiIndicatorByExternalId`] | `POST /beta/security/tiIndicators/deleteTiIndicatorsByExternalId` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`DeleteMany`] | `POST /beta/security/tiIndicators/deleteTiIndicators` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`GetTiIndicator`] | `GET /beta/security/tiIndicators/{ti_indicator_id}` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`ListTiIndicators`] | `GET /beta/security/tiIndicators` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`SubmitMany`] | `POST /beta/security/tiIndicators/submitTiIndicators` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`UpdateTiIndicator`] | `PATCH /beta/security/tiIndicators/{ti_indicator_id}` | `ThreatIndicators.ReadWrite.OwnedBy` |
//! | [`UpdateMany`] | `POST /beta/security/tiIndicators/updateTiIndicators` | `ThreatIndicators.ReadWrite.OwnedBy` |

mod create;
mod delete;
mod delete_by_external_id;
mod delete_many;
mod get;
mod list;
mod model;
mod submit_many;
mod update;
mod update_many;

use http_core::{
    Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit, Status,
    Timestamp,
};

pub use create::CreateTiIndicator;
pub use delete::DeleteTiIndicator;
pub use delete_by_external_id::DeleteTiIndicatorByExternalId;
pub use delete_many::DeleteMany;
pub use get::GetTiIndicator;
pub use list::ListTiIndicators;
pub use model::{
    TiIndicator, TiIndicatorAction, TiIndicatorDiamondModel, TiIndicatorFileHashType,
    TiIndicatorTlpLevel,
};
pub use submit_many::SubmitMany;
pub use update::UpdateTiIndicator;
pub use update_many::UpdateMany;

/// `graph.ti_indicators.create`: Upload one threat indicator. Status: legacy.
pub static CREATE: Operation =
    Operation::post("graph.ti_indicators.create", "/beta/security/tiIndicators")
        .host("graph")
        .summary("Upload one threat indicator")
        .help(
            "15000 indicators per tenant for Defender. Superseded first by Sentinel \
upload and the Defender for Endpoint indicator API.",
        )
        .status(Status::Legacy)
        .params(&[
            Param::body("action")
                .kind(Kind::Enum(&["unknown", "allow", "block", "alert"]))
                .required(),
            Param::body("description")
                .required()
                .help("100 characters or less; required for Sentinel"),
            Param::body("expirationDateTime")
                .kind(Kind::Time)
                .required(),
            Param::body("targetProduct").required(),
            Param::body("threatType").required(),
            Param::body("tlpLevel")
                .kind(Kind::Enum(&["unknown", "white", "green", "amber", "red"]))
                .required()
                .help("required for Sentinel"),
        ])
        .body(BodyKind::Json)
        .open_body()
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(1000)])
        .limit_class("graph.ti_indicators")
        .permissions(
            &["ThreatIndicators.ReadWrite.OwnedBy"],
            &["ThreatIndicators.ReadWrite.OwnedBy"],
        )
        .source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-post.md");

/// `graph.ti_indicators.delete`: Delete one threat indicator. Status: legacy.
pub static DELETE: Operation = Operation::delete(
    "graph.ti_indicators.delete",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Delete one threat indicator")
.status(Status::Legacy)
.params(&[Param::path("ti_indicator_id")])
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-delete.md");

/// `graph.ti_indicators.delete_by_external_id`: Delete indicators by external id. Status:
/// legacy.
pub static DELETE_BY_EXTERNAL_ID: Operation = Operation::post("graph.ti_indicators.delete_by_external_id", "/beta/security/tiIndicators/deleteTiIndicatorsByExternalId").host("graph").summary("Delete indicators by external id").status(Status::Legacy).params(&[Param::body("value").kind(Kind::List).required().help("externalIds"),
]).body(BodyKind::Json).answer(Answer::Object).limits(&[RateLimit::per_minute(1000),]).limit_class("graph.ti_indicators").permissions(&["ThreatIndicators.ReadWrite.OwnedBy"], &["ThreatIndicators.ReadWrite.OwnedBy"]).source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicatorsbyexternalid.md");

/// `graph.ti_indicators.delete_many`: Delete several indicators. Status: legacy.
pub static DELETE_MANY: Operation = Operation::post(
    "graph.ti_indicators.delete_many",
    "/beta/security/tiIndicators/deleteTiIndicators",
)
.host("graph")
.summary("Delete several indicators")
.status(Status::Legacy)
.params(&[Param::body("value").kind(Kind::List).required().help("ids")])
.body(BodyKind::Json)
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicators.md",
);

/// `graph.ti_indicators.get`: Get one threat indicator. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.ti_indicators.get",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Get one threat indicator")
.status(Status::Legacy)
.params(&[Param::path("ti_indicator_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-get.md");

/// `graph.ti_indicators.list`: List uploaded threat indicators. Status: legacy.
pub static LIST: Operation =
    Operation::get("graph.ti_indicators.list", "/beta/security/tiIndicators")
        .host("graph")
        .summary("List uploaded threat indicators")
        .help(
            "Superseded first by Sentinel upload and the Defender for Endpoint \
indicator API. Client authors saw 404 when there is none.",
        )
        .status(Status::Legacy)
        .headers(&[Header {
            name: "prefer",
            value: "include-unknown-enum-members",
        }])
        .collection("value")
        .paging(Paging::NextLink)
        .limits(&[RateLimit::per_minute(1000)])
        .limit_class("graph.ti_indicators")
        .permissions(
            &["ThreatIndicators.ReadWrite.OwnedBy"],
            &["ThreatIndicators.ReadWrite.OwnedBy"],
        )
        .source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-list.md");

/// `graph.ti_indicators.submit_many`: Upload up to 100 indicators. Status: legacy.
pub static SUBMIT_MANY: Operation = Operation::post(
    "graph.ti_indicators.submit_many",
    "/beta/security/tiIndicators/submitTiIndicators",
)
.host("graph")
.summary("Upload up to 100 indicators")
.status(Status::Legacy)
.params(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .help("100 at most")])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-submittiindicators.md",
);

/// `graph.ti_indicators.update`: Change one threat indicator. Status: legacy.
pub static UPDATE: Operation = Operation::patch(
    "graph.ti_indicators.update",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Change one threat indicator")
.status(Status::Legacy)
.params(&[
    Param::path("ti_indicator_id"),
    Param::body("expirationDateTime")
        .kind(Kind::Time)
        .required(),
    Param::body("targetProduct").required(),
    Param::body("severity").kind(Kind::Integer).help("0 to 5"),
    Param::body("description"),
])
.body(BodyKind::Json)
.open_body()
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-update.md");

/// `graph.ti_indicators.update_many`: Change several indicators. Status: legacy.
pub static UPDATE_MANY: Operation = Operation::post(
    "graph.ti_indicators.update_many",
    "/beta/security/tiIndicators/updateTiIndicators",
)
.host("graph")
.summary("Change several indicators")
.status(Status::Legacy)
.params(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .help("each with id, expirationDateTime, targetProduct")])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-updatetiindicators.md",
);

/// The operations of ti indicators; each method begins a request.
#[derive(Clone, Debug)]
pub struct TiIndicators {
    client: Client,
}

impl TiIndicators {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Upload one threat indicator. See [`CreateTiIndicator`].
    pub fn create(&self) -> CreateTiIndicator {
        CreateTiIndicator::new(&self.client)
    }

    /// Delete one threat indicator. See [`DeleteTiIndicator`].
    pub fn delete(&self, ti_indicator_id: impl Into<Id<TiIndicator>>) -> DeleteTiIndicator {
        DeleteTiIndicator::new(&self.client, ti_indicator_id)
    }

    /// Delete indicators by external id. See [`DeleteTiIndicatorByExternalId`].
    pub fn delete_by_external_id(
        &self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> DeleteTiIndicatorByExternalId {
        DeleteTiIndicatorByExternalId::new(&self.client, value)
    }

    /// Delete several indicators. See [`DeleteMany`].
    pub fn delete_many(&self, value: impl IntoIterator<Item = impl Into<String>>) -> DeleteMany {
        DeleteMany::new(&self.client, value)
    }

    /// Get one threat indicator. See [`GetTiIndicator`].
    pub fn get(&self, ti_indicator_id: impl Into<Id<TiIndicator>>) -> GetTiIndicator {
        GetTiIndicator::new(&self.client, ti_indicator_id)
    }

    /// List uploaded threat indicators. See [`ListTiIndicators`].
    pub fn list(&self) -> ListTiIndicators {
        ListTiIndicators::new(&self.client)
    }

    /// Upload up to 100 indicators. See [`SubmitMany`].
    pub fn submit_many(&self, value: impl IntoIterator<Item = TiIndicator>) -> SubmitMany {
        SubmitMany::new(&self.client, value)
    }

    /// Change one threat indicator. See [`UpdateTiIndicator`].
    pub fn update(
        &self,
        ti_indicator_id: impl Into<Id<TiIndicator>>,
        expiration_date_time: impl Into<Timestamp>,
        target_product: impl Into<String>,
    ) -> UpdateTiIndicator {
        UpdateTiIndicator::new(
            &self.client,
            ti_indicator_id,
            expiration_date_time,
            target_product,
        )
    }

    /// Change several indicators. See [`UpdateMany`].
    pub fn update_many(&self, value: impl IntoIterator<Item = TiIndicator>) -> UpdateMany {
        UpdateMany::new(&self.client, value)
    }
}
