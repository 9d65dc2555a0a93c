//! Operations and types of activities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetActivity`] | `GET /api/v1/activities/{activity_id}/` | `Investigation.read` |
//! | [`ListActivities`] | `GET /api/v1/activities/` | `Investigation.read` |
//! | [`QueryActivities`] | `POST /api/v1/activities/` | `Investigation.read` |
//! | [`ScanActivities`] | `POST /api/v1/activities/` | `Investigation.read` |
//! | [`SendFeedback`] | `POST /api/v1/activities/{activity_id}/feedback` | `Investigation.read` |

mod get;
mod list;
mod model;
mod query;
mod scan;
mod send_feedback;

use http_core::{Answer, BodyKind, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetActivity;
pub use list::ListActivities;
pub use model::{
    Activity, ActivityActor, ActivityDevice, ActivityEventObject, ActivityFeedback,
    ActivityFilters, ActivityLocation, ActivityMainInfo, ActivityOperatingSystem, ActivityPage,
    ActivityResult, ActivityUser, ActivityUserAgent, ActivityUserAgentDeviceType, EntityPk,
    SortField,
};
pub use query::QueryActivities;
pub use scan::ScanActivities;
pub use send_feedback::SendFeedback;

/// `mdca.activities.get`: Fetch one activity.
pub static GET: Operation =
    Operation::get("mdca.activities.get", "/api/v1/activities/{activity_id}/")
        .host("mdca_portal")
        .summary("Fetch one activity")
        .help(
            "The id is the _id of the record; two forms are seen (tenant_app_guid and \
64 hexadecimal digits).",
        )
        .params(&[Param::path("activity_id")])
        .answer(Answer::Entity)
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["Investigation.read", "Investigation.manage"],
            &["Investigation.read", "Investigation.manage"],
        )
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md");

/// `mdca.activities.list`: List activities, GET form.
pub static LIST: Operation = Operation::get("mdca.activities.list", "/api/v1/activities/")
    .host("mdca_portal")
    .summary("List activities, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. A single page never holds \
more than 100 records; skip plus limit beyond 5000 is not workable \
(microsoft/MCAS stops there), so use scan mode or move the date filter \
instead. nextQueryFilters does not come back outside scan mode \
(MicrosoftDocs/CloudAppSecurityDocs#418). Records older than about 30 days \
are not returned (microsoft/MCAS#108, \
MicrosoftDocs/CloudAppSecurityDocs#538). total is approximate.",
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
        "service",
        "instance",
        "user.orgUnit",
        "activity.eventActionType",
        "activity.id",
        "activity.impersonated",
        "actionType",
        "activity.type",
        "activity.takenAction",
        "device.type",
        "device.tags",
        "userAgent.userAgent",
        "userAgent.tags",
        "location.country",
        "location.organizations",
        "ip.address",
        "fileSelector",
        "office365url",
        "fileId",
        "ip.category",
        "ip.tags",
        "text",
        "date",
        "policy",
        "source",
        "activity.alertId",
        "activityObject",
        "created",
        "entity",
        "user.username",
        "user.tags",
        "user.domain",
    ])
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-list.md");

/// `mdca.activities.query`: List activities matching filters, POST form.
pub static QUERY: Operation = Operation::post("mdca.activities.query", "/api/v1/activities/")
    .host("mdca_portal")
    .summary("List activities matching filters, POST form")
    .help(
        "A single page never holds more than 100 records; skip plus limit beyond \
5000 is not workable (microsoft/MCAS stops there), so use scan mode or move \
the date filter instead. nextQueryFilters does not come back outside scan \
mode (MicrosoftDocs/CloudAppSecurityDocs#418). Records older than about 30 \
days are not returned (microsoft/MCAS#108, \
MicrosoftDocs/CloudAppSecurityDocs#538). total is approximate.",
    )
    .params(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("see the entity for names, operators and values"),
        Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
        Param::body("sortField").kind(Kind::Enum(&["date", "created"])),
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
        "service",
        "instance",
        "user.orgUnit",
        "activity.eventActionType",
        "activity.id",
        "activity.impersonated",
        "actionType",
        "activity.type",
        "activity.takenAction",
        "device.type",
        "device.tags",
        "userAgent.userAgent",
        "userAgent.tags",
        "location.country",
        "location.organizations",
        "ip.address",
        "fileSelector",
        "office365url",
        "fileId",
        "ip.category",
        "ip.tags",
        "text",
        "date",
        "policy",
        "source",
        "activity.alertId",
        "activityObject",
        "created",
        "entity",
        "user.username",
        "user.tags",
        "user.domain",
    ])
    .idempotent()
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["Investigation.read", "Investigation.manage"],
        &["Investigation.read", "Investigation.manage"],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-list.md");

/// `mdca.activities.scan`: Read large numbers of activities in scan mode.
pub static SCAN: Operation = Operation::post("mdca.activities.scan", "/api/v1/activities/").host("mdca_portal").summary("Read large numbers of activities in scan mode").help("Same route as mdca.activities.query. A page can hold fewer than limit \
records: the server drops the last few so that none comes twice, so a short \
page is not the end. nextQueryFilters is missing once hasNext is false: do \
not overwrite the filters with null and call again. Keep a date or app \
filter, a bare scan gets throttled. A public collector that scans by date \
ascending reports getting the same page again and again and moves date.gte \
forward by 100 ms then: stop or step on when a page brings no new _id. The \
returned filters hold date.gte beside the caller's date.range (observed).").params(&[Param::body("isScan").kind(Kind::Bool).required().help("what makes it a scan"),
Param::body("filters").kind(Kind::Json).help("first call: the caller's filters; later calls: nextQueryFilters of the \
answer before"),
Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
Param::body("sortField").kind(Kind::Enum(&["date", "created"])),
Param::body("limit").kind(Kind::Integer).help("between 500 and 5000"),
]).body(BodyKind::Json).collection("data").paging(Paging::Scan).page_size(5000).filterable(&["service", "instance", "user.orgUnit", "activity.eventActionType", "activity.id", "activity.impersonated", "actionType", "activity.type", "activity.takenAction", "device.type", "device.tags", "userAgent.userAgent", "userAgent.tags", "location.country", "location.organizations", "ip.address", "fileSelector", "office365url", "fileId", "ip.category", "ip.tags", "text", "date", "policy", "source", "activity.alertId", "activityObject", "created", "entity", "user.username", "user.tags", "user.domain"]).idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").permissions(&["Investigation.read", "Investigation.manage"], &["Investigation.read", "Investigation.manage"]).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md");

/// `mdca.activities.send_feedback`: Send feedback on an activity.
pub static SEND_FEEDBACK: Operation = Operation::post(
    "mdca.activities.send_feedback",
    "/api/v1/activities/{activity_id}/feedback",
)
.host("mdca_portal")
.summary("Send feedback on an activity")
.help(
    "No trailing slash, unlike its neighbours. Table and example disagree on \
the body.",
)
.params(&[
    Param::path("activity_id"),
    Param::body("feedback").help("the only parameter in the table; the example does not send it"),
    Param::body("feedbackValue").help("example \"0\"; values not documented"),
    Param::body("feedbackText").help("example only"),
    Param::body("allowContact")
        .kind(Kind::Bool)
        .help("example only"),
    Param::body("contactEmail").help("example only"),
])
.body(BodyKind::Json)
.collection("data")
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Investigation.read", "Investigation.manage"],
    &["Investigation.read", "Investigation.manage"],
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md");

/// The operations of activities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Activities {
    client: Client,
}

impl Activities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Fetch one activity. See [`GetActivity`].
    pub fn get(&self, activity_id: impl Into<Id<Activity>>) -> GetActivity {
        GetActivity::new(&self.client, activity_id)
    }

    /// List activities, GET form. See [`ListActivities`].
    pub fn list(&self) -> ListActivities {
        ListActivities::new(&self.client)
    }

    /// List activities matching filters, POST form. See [`QueryActivities`].
    pub fn query(&self) -> QueryActivities {
        QueryActivities::new(&self.client)
    }

    /// Read large numbers of activities in scan mode. See [`ScanActivities`].
    pub fn scan(&self, is_scan: bool) -> ScanActivities {
        ScanActivities::new(&self.client, is_scan)
    }

    /// Send feedback on an activity. See [`SendFeedback`].
    pub fn send_feedback(&self, activity_id: impl Into<Id<Activity>>) -> SendFeedback {
        SendFeedback::new(&self.client, activity_id)
    }
}
