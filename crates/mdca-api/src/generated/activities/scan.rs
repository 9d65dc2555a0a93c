//! `mdca.activities.scan`: Read many activities in scan mode.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, FilterProperty, Items, Kind,
    Newest, Operation, Page, Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind,
    Request, Result, Since, SinceForm,
};

use crate::activities::Activity;
use crate::activities::ActivityFilters;
use crate::activities::SortField;
use crate::discovery::RequestSortDirection;

/// `mdca.activities.scan`: Read many activities in scan mode.
pub static SCAN: Operation = Operation::post("mdca.activities.scan", "/api/v1/activities/").host("mdca_portal").summary("Read many activities in scan mode").help("A short page is not the end of the list. Filter by date or app, or the \
service throttles the scan.").inputs(&[Param::body("isScan").kind(Kind::Bool).required().constant("true").help("Reads the list in scan mode."),
Param::body("filters").kind(Kind::Json).help("Filters of the list, as JSON.").example("{\"service\":{\"eq\":[11161]}}"),
Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])).help("Sort direction."),
Param::body("sortField").kind(Kind::Enum(&["date", "created"])).help("Member to sort by."),
Param::body("limit").kind(Kind::Integer).help("Rows per page, from 500 to 5000."),
]).body(BodyKind::Json).collection("data").paging(Paging::Scan).page_size(5000).filter_fields(ActivityFilters::FIELDS).filterable(&["service", "instance", "user.orgUnit", "activity.eventActionType", "activity.id", "activity.impersonated", "actionType", "activity.type", "activity.takenAction", "device.type", "device.tags", "userAgent.userAgent", "userAgent.tags", "location.country", "location.organizations", "ip.address", "fileSelector", "office365url", "fileId", "ip.category", "ip.tags", "text", "date", "policy", "source", "activity.alertId", "activityObject", "created", "entity", "user.username", "user.tags", "user.domain"]).filter_types(&[FilterProperty::new("created", Kind::Time),]).idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").permissions(&["investigation.read", "investigation.manage"], &["investigation.read", "investigation.manage"]).effect(Effect::new(EffectKind::Read)).record(&Record::new(RecordKind::Event).key(&["_id"]).created("timestamp").newest(Newest::new("timestamp", &[("sortDirection", "desc"),("sortField", "date"),])).since(Since::new("timestamp", SinceForm::Field("date")))).columns(&[Column::new("_id", Cell::Id),Column::new("timestamp", Cell::Age),Column::new("appName", Cell::Name),Column::new("eventTypeName", Cell::Text),Column::new("description", Cell::Text),]).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md");

/// Read many activities in scan mode.
///
/// A short page is not the end of the list. Filter by date or app, or the service throttles the
/// scan.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.activities().scan().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ScanActivities {
    client: Client,
    request: Request,
}

impl ScanActivities {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&SCAN);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters of the list, as JSON.
    pub fn filters(mut self, filters: &ActivityFilters) -> Self {
        self.request = self.request.set_json("filters", filters);
        self
    }

    /// Sort direction.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
        self
    }

    /// Member to sort by.
    pub fn sort_field(mut self, sort_field: impl Into<SortField>) -> Self {
        let sort_field: SortField = sort_field.into();
        self.request = self.request.set("sortField", sort_field);
        self
    }

    /// Rows per page, from 500 to 5000.
    pub fn limit(mut self, limit: u32) -> Self {
        self.request = self.request.set("limit", limit);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<Activity>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Activity> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Activity> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Activity> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ScanActivities);
