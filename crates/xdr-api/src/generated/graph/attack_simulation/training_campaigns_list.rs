//! `graph.attack_simulation.training_campaigns_list`: List training campaigns.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::attack_simulation::TrainingCampaign;

/// `graph.attack_simulation.training_campaigns_list`: List training campaigns. Status: preview.
pub static TRAINING_CAMPAIGNS_LIST: Operation = Operation::get("graph.attack_simulation.training_campaigns_list", "/beta/security/attackSimulation/trainingCampaigns").host("graph").summary("List training campaigns").status(Status::Preview).inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("displayName eq 'Training campaign 1'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
Param::query("$select").help("Properties to return, separated by commas."),
Param::query("$skipToken").help("Continuation token from a next link."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["displayName", "campaignSchedule"]).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("createdDateTime", Cell::Age),Column::new("lastModifiedDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/attacksimulationroot-list-trainingcampaigns.md");

/// List training campaigns.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/attacksimulationroot-list-trainingcampaigns.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().attack_simulation().training_campaigns_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingCampaignsList {
    client: Client,
    request: Request,
}

impl TrainingCampaignsList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&TRAINING_CAMPAIGNS_LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`TrainingCampaignFilter`](super::TrainingCampaignFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
        self
    }

    /// Continuation token from a next link.
    pub fn skip_token(mut self, skip_token: impl Into<String>) -> Self {
        let skip_token: String = skip_token.into();
        self.request = self.request.set("$skipToken", skip_token);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
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
    pub async fn send(self) -> Result<Page<TrainingCampaign>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<TrainingCampaign> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<TrainingCampaign> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<TrainingCampaign> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(TrainingCampaignsList);
