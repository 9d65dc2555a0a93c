//! `graph.alerts.create_comment`: Add a comment to an alert.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Id, Items, Operation, Page,
    Pager, Param, RateLimit, RawItems, Request, Result, Target,
};

use crate::graph::alerts::Alert;
use crate::graph::alerts::AlertComment;

/// `graph.alerts.create_comment`: Add a comment to an alert.
pub static CREATE_COMMENT: Operation = Operation::post("graph.alerts.create_comment", "/v1.0/security/alerts_v2/{alert_id}/comments").host("graph").summary("Add a comment to an alert").inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616"),
Param::body("@odata.type").required().constant("microsoft.graph.security.alertComment"),
Param::body("comment").required().help("Text of the comment.").example("Ticket 4711"),
]).body(BodyKind::Json).collection("value").limits(&[RateLimit::per_minute(150),]).limit_class("graph.alerts").permissions(&["SecurityAlert.ReadWrite.All"], &["SecurityAlert.ReadWrite.All"]).target(&Target::new("alert_id", "graph.alerts.get").name(&["title"]).shows(&["severity", "status", "assignedTo", "serviceSource"])).effect(Effect::new(EffectKind::Additive)).columns(&[Column::new("comment", Cell::Name),Column::new("createdByDisplayName", Cell::Text),Column::new("createdDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-post-comments.md");

/// Add a comment to an alert.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-post-comments.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().alerts().create_comment("da638520395183410110_-1281741616", "Ticket 4711").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateComment {
    client: Client,
    request: Request,
}

impl CreateComment {
    pub(super) fn new(
        client: &Client,
        alert_id: impl Into<Id<Alert>>,
        comment: impl Into<String>,
    ) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let comment: String = comment.into();
        let request = Request::new(&CREATE_COMMENT)
            .set("alert_id", alert_id)
            .set("comment", comment);
        Self {
            client: client.clone(),
            request,
        }
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
    pub async fn send(self) -> Result<Page<AlertComment>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AlertComment> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AlertComment> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AlertComment> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(CreateComment);
