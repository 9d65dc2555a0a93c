//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CloseBenign`] | `POST /api/v1/alerts/close_benign/` | `Investigation.manage` |
//! | [`CloseFalsePositive`] | `POST /api/v1/alerts/close_false_positive/` | `Investigation.manage` |
//! | [`CloseTruePositive`] | `POST /api/v1/alerts/close_true_positive/` | `Investigation.manage` |
//! | [`DismissAlert`] | `POST /api/v1/alerts/{alert_id}/dismiss/` | `Investigation.manage` |
//! | [`DismissBulk`] | `POST /api/v1/alerts/dismiss_bulk/` | `Investigation.manage` |
//! | [`GetAlert`] | `GET /api/v1/alerts/{alert_id}/` | `Investigation.read` |
//! | [`ListAlerts`] | `GET /api/v1/alerts/` | `Investigation.read` |
//! | [`MarkRead`] | `POST /api/v1/alerts/{alert_id}/read/` | `Investigation.read` |
//! | [`MarkUnread`] | `POST /api/v1/alerts/{alert_id}/unread/` | `Investigation.read` |
//! | [`QueryAlerts`] | `POST /api/v1/alerts/` | `Investigation.read` |
//! | [`ResolveAlert`] | `POST /api/v1/alerts/resolve/` | `Investigation.manage` |

mod close_benign;
mod close_false_positive;
mod close_true_positive;
mod dismiss;
mod dismiss_bulk;
mod get;
mod list;
mod mark_read;
mod mark_unread;
mod model;
mod query;
mod resolve;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit, Status};

pub use close_benign::CloseBenign;
pub use close_false_positive::CloseFalsePositive;
pub use close_true_positive::CloseTruePositive;
pub use dismiss::DismissAlert;
pub use dismiss_bulk::DismissBulk;
pub use get::GetAlert;
pub use list::ListAlerts;
pub use mark_read::MarkRead;
pub use mark_unread::MarkUnread;
pub use model::{
    Alert, AlertEntity, AlertEvidence, AlertFilters, AlertPage, AlertSortField, CloseAlertsRequest,
    CloseAlertsResult,
};
pub use query::QueryAlerts;
pub use resolve::ResolveAlert;

/// `mdca.alerts.close_benign`: Close alerts as benign.
pub static CLOSE_BENIGN: Operation =
    Operation::post("mdca.alerts.close_benign", "/api/v1/alerts/close_benign/")
        .host("mdca_portal")
        .summary("Close alerts as benign")
        .help(
            "Works on everything the filters match: an empty filter object would close \
far more than meant, so require ids or an explicit opt-in. reasonId numbers \
are sparse and shared with the other close call; at least one public client \
renumbered them from 0 and reports wrong reasons. Second sample: \
samples/alerts.close_benign.not_found.response.json. microsoft/MCAS sends \
at most 100 ids a call.",
        )
        .params(&[
            Param::body("filters")
                .kind(Kind::Json)
                .required()
                .help("normally {\"id\": {\"eq\": [alert ids]}}"),
            Param::body("comment"),
            Param::body("reasonId").kind(Kind::Integer).help(
                "2=actual severity is lower; 4=other; 5=confirmed with end user; \
6=triggered by test",
            ),
            Param::body("sendFeedback").kind(Kind::Bool),
            Param::body("feedbackText"),
            Param::body("allowContact").kind(Kind::Bool),
            Param::body("contactEmail"),
        ])
        .body(BodyKind::Json)
        .answer(Answer::Object)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["Investigation.manage", "Discovery.manage"],
            &["Investigation.manage", "Discovery.manage"],
        )
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-benign.md",
        );

/// `mdca.alerts.close_false_positive`: Close alerts as false positive.
pub static CLOSE_FALSE_POSITIVE: Operation = Operation::post(
    "mdca.alerts.close_false_positive",
    "/api/v1/alerts/close_false_positive/",
)
.host("mdca_portal")
.summary("Close alerts as false positive")
.help(
    "Works on everything the filters match: an empty filter object would close \
far more than meant, so require ids or an explicit opt-in. reasonId numbers \
are sparse and shared with the other close call; at least one public client \
renumbered them from 0 and reports wrong reasons. Second sample: \
samples/alerts.close_false_positive.not_found.response.json. microsoft/MCAS \
sends at most 100 ids a call.",
)
.params(&[
    Param::body("filters")
        .kind(Kind::Json)
        .required()
        .help("normally {\"id\": {\"eq\": [alert ids]}}"),
    Param::body("comment"),
    Param::body("reasonId").kind(Kind::Integer).help(
        "0=not of interest; 1=too many similar alerts; 3=alert is not accurate; \
4=other",
    ),
    Param::body("sendFeedback").kind(Kind::Bool),
    Param::body("feedbackText"),
    Param::body("allowContact").kind(Kind::Bool),
    Param::body("contactEmail"),
])
.body(BodyKind::Json)
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.manage", "Discovery.manage"],
    &["Investigation.manage", "Discovery.manage"],
)
.source(
    "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-false-positive.md",
);

/// `mdca.alerts.close_true_positive`: Close alerts as true positive.
pub static CLOSE_TRUE_POSITIVE: Operation = Operation::post(
    "mdca.alerts.close_true_positive",
    "/api/v1/alerts/close_true_positive/",
)
.host("mdca_portal")
.summary("Close alerts as true positive")
.help(
    "Works on everything the filters match: an empty filter object would close \
far more than meant, so require ids or an explicit opt-in. No reasonId \
here. The example URL lacks the trailing slash. Second sample: \
samples/alerts.close_true_positive.not_found.response.json. microsoft/MCAS \
sends at most 100 ids a call.",
)
.params(&[
    Param::body("filters")
        .kind(Kind::Json)
        .required()
        .help("normally {\"id\": {\"eq\": [alert ids]}}"),
    Param::body("comment"),
    Param::body("sendFeedback").kind(Kind::Bool),
    Param::body("feedbackText"),
    Param::body("allowContact").kind(Kind::Bool),
    Param::body("contactEmail"),
])
.body(BodyKind::Json)
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.manage", "Discovery.manage"],
    &["Investigation.manage", "Discovery.manage"],
)
.source(
    "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-true-positive.md",
);

/// `mdca.alerts.dismiss`: Dismiss one alert (old). Status: legacy.
pub static DISMISS: Operation = Operation::post(
    "mdca.alerts.dismiss",
    "/api/v1/alerts/{alert_id}/dismiss/",
)
.host("mdca_portal")
.summary("Dismiss one alert (old)")
.help("Mapped to close_false_positive since 2020-10; the page was withdrawn.")
.status(Status::Legacy)
.params(&[Param::path("alert_id"), Param::body("comment")])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.manage", "Discovery.manage"],
    &["Investigation.manage", "Discovery.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-dismiss.md@6a08f345^");

/// `mdca.alerts.dismiss_bulk`: Dismiss alerts matching filters (old). Status: legacy.
pub static DISMISS_BULK: Operation = Operation::post(
    "mdca.alerts.dismiss_bulk",
    "/api/v1/alerts/dismiss_bulk/",
)
.host("mdca_portal")
.summary("Dismiss alerts matching filters (old)")
.help(
    "Mapped to close_false_positive since 2020-10; the page was withdrawn. The \
Power Platform connector still calls /cas/api/v1/alerts/dismiss_bulk/.",
)
.status(Status::Legacy)
.params(&[
    Param::body("filters").kind(Kind::Json).required(),
    Param::body("comment"),
])
.body(BodyKind::Json)
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.manage", "Discovery.manage"],
    &["Investigation.manage", "Discovery.manage"],
)
.source(
    "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-bulk-dismiss.md@6a08f345^",
);

/// `mdca.alerts.get`: Fetch one alert.
pub static GET: Operation = Operation::get("mdca.alerts.get", "/api/v1/alerts/{alert_id}/")
    .host("mdca_portal")
    .summary("Fetch one alert")
    .help("microsoft/MCAS accepts only 24 hexadecimal digits as id.")
    .params(&[Param::path("alert_id")])
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-fetch.md");

/// `mdca.alerts.list`: List alerts, GET form.
pub static LIST: Operation = Operation::get("mdca.alerts.list", "/api/v1/alerts/")
    .host("mdca_portal")
    .summary("List alerts, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. The answer carries max, \
the largest limit this tenant may use. Send the id filter as id (lower \
case) though the table says ID. A severity filter of 0 has been reported to \
return medium alerts as well (MicrosoftDocs/CloudAppSecurityDocs#511): \
check severityValue again in the client.",
    )
    .params(&[
        Param::query("filters")
            .help("JSON text of the filter object, percent-encoded; observed, not documented"),
        Param::query("sortDirection")
            .kind(Kind::Enum(&["asc", "desc"]))
            .help("observed, not documented"),
        Param::query("sortField").help("as in the body"),
        Param::query("skip")
            .kind(Kind::Integer)
            .help("the page says limit may be sent URL-encoded; skip likewise"),
        Param::query("limit")
            .kind(Kind::Integer)
            .help("documented as allowed URL-encoded"),
    ])
    .collection("data")
    .paging(Paging::SkipLimit)
    .page_size(100)
    .filterable(&[
        "entity.entity",
        "entity.ip",
        "entity.service",
        "entity.instance",
        "entity.policy",
        "entity.file",
        "alertOpen",
        "severity",
        "resolutionStatus",
        "read",
        "date",
        "resolutionDate",
        "risk",
        "alertType",
        "ID",
        "source",
    ])
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md");

/// `mdca.alerts.mark_read`: Mark an alert as read.
pub static MARK_READ: Operation =
    Operation::post("mdca.alerts.mark_read", "/api/v1/alerts/{alert_id}/read/")
        .host("mdca_portal")
        .summary("Mark an alert as read")
        .help("Allowed with the read permissions although it writes.")
        .params(&[Param::path("alert_id")])
        .idempotent()
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &[
                "Investigation.read",
                "Discovery.read",
                "Investigation.manage",
                "Discovery.manage",
            ],
            &[
                "Investigation.read",
                "Discovery.read",
                "Investigation.manage",
                "Discovery.manage",
            ],
        )
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-mark-read.md");

/// `mdca.alerts.mark_unread`: Mark an alert as unread.
pub static MARK_UNREAD: Operation = Operation::post(
    "mdca.alerts.mark_unread",
    "/api/v1/alerts/{alert_id}/unread/",
)
.host("mdca_portal")
.summary("Mark an alert as unread")
.help("Allowed with the read permissions although it writes.")
.params(&[Param::path("alert_id")])
.idempotent()
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &[
        "Investigation.read",
        "Discovery.read",
        "Investigation.manage",
        "Discovery.manage",
    ],
    &[
        "Investigation.read",
        "Discovery.read",
        "Investigation.manage",
        "Discovery.manage",
    ],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-mark-unread.md");

/// `mdca.alerts.query`: List alerts matching filters, POST form.
pub static QUERY: Operation = Operation::post("mdca.alerts.query", "/api/v1/alerts/")
    .host("mdca_portal")
    .summary("List alerts matching filters, POST form")
    .help(
        "The answer carries max, the largest limit this tenant may use. Send the id \
filter as id (lower case) though the table says ID. A severity filter of 0 \
has been reported to return medium alerts as well \
(MicrosoftDocs/CloudAppSecurityDocs#511): check severityValue again in the \
client.",
    )
    .params(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("see the entity for names, operators and values"),
        Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
        Param::body("sortField").kind(Kind::Enum(&["date", "severity"])),
        Param::body("skip")
            .kind(Kind::Integer)
            .help("records to skip"),
        Param::body("limit").kind(Kind::Integer).help(
            "at most 100; a higher value was cut to 100 without an error on IP ranges \
(microsoft/MCAS#103)",
        ),
    ])
    .body(BodyKind::Json)
    .collection("data")
    .paging(Paging::SkipLimit)
    .page_size(100)
    .filterable(&[
        "entity.entity",
        "entity.ip",
        "entity.service",
        "entity.instance",
        "entity.policy",
        "entity.file",
        "alertOpen",
        "severity",
        "resolutionStatus",
        "read",
        "date",
        "resolutionDate",
        "risk",
        "alertType",
        "ID",
        "source",
    ])
    .idempotent()
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md");

/// `mdca.alerts.resolve`: Resolve alerts matching filters (old). Status: legacy.
pub static RESOLVE: Operation = Operation::post("mdca.alerts.resolve", "/api/v1/alerts/resolve/").host("mdca_portal").summary("Resolve alerts matching filters (old)").help("Mapped to close_true_positive since 2020-10; the page was withdrawn. The \
Power Platform connector still calls /cas/api/v1/alerts/resolve/.").status(Status::Legacy).params(&[Param::body("filters").kind(Kind::Json).required(),
Param::body("comment"),
]).body(BodyKind::Json).answer(Answer::Object).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").permissions(&["Investigation.manage", "Discovery.manage"], &["Investigation.manage", "Discovery.manage"]).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-bulk-resolve.md@6a08f345^");

/// The operations of alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct Alerts {
    client: Client,
}

impl Alerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Close alerts as benign. See [`CloseBenign`].
    pub fn close_benign(&self, filters: &AlertFilters) -> CloseBenign {
        CloseBenign::new(&self.client, filters)
    }

    /// Close alerts as false positive. See [`CloseFalsePositive`].
    pub fn close_false_positive(&self, filters: &AlertFilters) -> CloseFalsePositive {
        CloseFalsePositive::new(&self.client, filters)
    }

    /// Close alerts as true positive. See [`CloseTruePositive`].
    pub fn close_true_positive(&self, filters: &AlertFilters) -> CloseTruePositive {
        CloseTruePositive::new(&self.client, filters)
    }

    /// Dismiss one alert (old). See [`DismissAlert`].
    pub fn dismiss(&self, alert_id: impl Into<Id<Alert>>) -> DismissAlert {
        DismissAlert::new(&self.client, alert_id)
    }

    /// Dismiss alerts matching filters (old). See [`DismissBulk`].
    pub fn dismiss_bulk(&self, filters: &AlertFilters) -> DismissBulk {
        DismissBulk::new(&self.client, filters)
    }

    /// Fetch one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// List alerts, GET form. See [`ListAlerts`].
    pub fn list(&self) -> ListAlerts {
        ListAlerts::new(&self.client)
    }

    /// Mark an alert as read. See [`MarkRead`].
    pub fn mark_read(&self, alert_id: impl Into<Id<Alert>>) -> MarkRead {
        MarkRead::new(&self.client, alert_id)
    }

    /// Mark an alert as unread. See [`MarkUnread`].
    pub fn mark_unread(&self, alert_id: impl Into<Id<Alert>>) -> MarkUnread {
        MarkUnread::new(&self.client, alert_id)
    }

    /// List alerts matching filters, POST form. See [`QueryAlerts`].
    pub fn query(&self) -> QueryAlerts {
        QueryAlerts::new(&self.client)
    }

    /// Resolve alerts matching filters (old). See [`ResolveAlert`].
    pub fn resolve(&self, filters: &AlertFilters) -> ResolveAlert {
        ResolveAlert::new(&self.client, filters)
    }
}
