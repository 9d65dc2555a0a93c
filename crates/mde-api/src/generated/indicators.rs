//! Operations and types of indicators.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchDeleteIndicators`] | `POST /api/indicators/BatchDelete` | `Ti.ReadWrite` |
//! | [`DeleteIndicator`] | `DELETE /api/indicators/{indicator_id}` | `Ti.ReadWrite` |
//! | [`ImportIndicators`] | `POST /api/indicators/import` | `Ti.ReadWrite` |
//! | [`ListIndicators`] | `GET /api/indicators` | `Ti.ReadWrite` |
//! | [`SubmitIndicator`] | `POST /api/indicators` | `Ti.ReadWrite` |

mod batch_delete;
mod delete;
mod import;
mod list;
mod model;
mod submit;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use batch_delete::BatchDeleteIndicators;
pub use delete::DeleteIndicator;
pub use import::ImportIndicators;
pub use list::ListIndicators;
pub use model::{
    Indicator, IndicatorAction, IndicatorImportResult, IndicatorSeverity, IndicatorSourceType,
    IndicatorType,
};
pub use submit::SubmitIndicator;

/// `mde.indicators.batch_delete`: Delete up to 500 indicators.
pub static BATCH_DELETE: Operation =
    Operation::post("mde.indicators.batch_delete", "/api/indicators/BatchDelete")
        .host("mde")
        .summary("Delete up to 500 indicators")
        .help(
            "All or nothing by the look of it: one unknown id gives 404. No delegated \
permission is listed.",
        )
        .params(&[Param::body("IndicatorIds")
            .kind(Kind::List)
            .required()
            .help("1 to 500 ids")])
        .body(BodyKind::Json)
        .limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1500)])
        .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &[])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/batch-delete-ti-indicators.md");

/// `mde.indicators.delete`: Delete an indicator.
pub static DELETE: Operation =
    Operation::delete("mde.indicators.delete", "/api/indicators/{indicator_id}")
        .host("mde")
        .summary("Delete an indicator")
        .help("No delegated permission is listed.")
        .params(&[Param::path("indicator_id")])
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &[])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/delete-ti-indicator-by-id.md");

/// `mde.indicators.import`: Create or update up to 500 indicators.
pub static IMPORT: Operation = Operation::post("mde.indicators.import", "/api/indicators/import")
    .host("mde")
    .summary("Create or update up to 500 indicators")
    .help(
        "A 200 may hold failures: look at isFailed of every item. No hourly limit \
is given. 15,000 active indicators a tenant. No CIDR.",
    )
    .params(&[Param::body("Indicators")
        .kind(Kind::Json)
        .required()
        .help("1 to 500 items, each as in mde.indicators.submit")])
    .body(BodyKind::Json)
    .collection("value")
    .limits(&[RateLimit::per_minute(30)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md");

/// `mde.indicators.list`: List active indicators.
pub static LIST: Operation = Operation::get("mde.indicators.list", "/api/indicators")
    .host("mde")
    .summary("List active indicators")
    .help(
        "With Ti.ReadWrite an application sees only the indicators it created, with \
Ti.ReadWrite.All all of them. The page writes $stop for $top; \
lastUpdateTime is not filterable.",
    )
    .params(&[
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "application",
        "createdByDisplayName",
        "expirationTime",
        "generateAlert",
        "title",
        "rbacGroupNames",
        "rbacGroupIds",
        "indicatorValue",
        "indicatorType",
        "creationTimeDateTimeUtc",
        "createdBy",
        "action",
        "severity",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ti-indicators-collection.md");

/// `mde.indicators.submit`: Create or update an indicator.
pub static SUBMIT: Operation = Operation::post("mde.indicators.submit", "/api/indicators")
    .host("mde")
    .summary("Create or update an indicator")
    .help(
        "Keyed on indicatorValue: a second submit updates (there is no PATCH). At \
most 15,000 active indicators a tenant; what going over it answers is not \
said. The sample response is the entity page's. Undocumented fields are \
accepted too (facts).",
    )
    .params(&[
        Param::body("indicatorValue").required().help("no CIDR"),
        Param::body("indicatorType")
            .kind(Kind::Enum(&[
                "FileSha1",
                "FileMd5",
                "CertificateThumbprint",
                "FileSha256",
                "IpAddress",
                "DomainName",
                "Url",
            ]))
            .required(),
        Param::body("action")
            .kind(Kind::Enum(&[
                "Alert",
                "Warn",
                "Block",
                "Audit",
                "BlockAndRemediate",
                "AlertAndBlock",
                "Allowed",
            ]))
            .required()
            .help("Alert and AlertAndBlock are the old names; Audit needs generateAlert true"),
        Param::body("application").help("ignored when the indicator exists"),
        Param::body("title").required(),
        Param::body("description").required(),
        Param::body("expirationTime").kind(Kind::Time),
        Param::body("severity").kind(Kind::Enum(&["Informational", "Low", "Medium", "High"])),
        Param::body("recommendedActions"),
        Param::body("rbacGroupNames")
            .kind(Kind::List)
            .help("the table says comma-separated string, the sample sends an array"),
        Param::body("educateUrl").help("Block and Warn on URL indicators"),
        Param::body("generateAlert")
            .kind(Kind::Bool)
            .help("the table calls it Enum; users sent the string TRUE as well"),
        Param::body("externalId").help("from the entity page; not in this page's table"),
    ])
    .body(BodyKind::Json)
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/post-ti-indicator.md");

/// The operations of indicators; each method begins a request.
#[derive(Clone, Debug)]
pub struct Indicators {
    client: Client,
}

impl Indicators {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete up to 500 indicators. See [`BatchDeleteIndicators`].
    pub fn batch_delete(
        &self,
        indicator_ids: impl IntoIterator<Item = impl Into<Id<Indicator>>>,
    ) -> BatchDeleteIndicators {
        BatchDeleteIndicators::new(&self.client, indicator_ids)
    }

    /// Delete an indicator. See [`DeleteIndicator`].
    pub fn delete(&self, indicator_id: impl Into<Id<Indicator>>) -> DeleteIndicator {
        DeleteIndicator::new(&self.client, indicator_id)
    }

    /// Create or update up to 500 indicators. See [`ImportIndicators`].
    pub fn import(&self, indicators: impl IntoIterator<Item = Indicator>) -> ImportIndicators {
        ImportIndicators::new(&self.client, indicators)
    }

    /// List active indicators. See [`ListIndicators`].
    pub fn list(&self) -> ListIndicators {
        ListIndicators::new(&self.client)
    }

    /// Create or update an indicator. See [`SubmitIndicator`].
    pub fn submit(&self) -> SubmitIndicator {
        SubmitIndicator::new(&self.client)
    }
}
