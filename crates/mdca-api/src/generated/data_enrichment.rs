//! Operations and types of data enrichment.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateDataEnrichment`] | `POST /api/v1/subnet/create_rule/` | `settings.manage` |
//! | [`DeleteDataEnrichment`] | `DELETE /api/v1/subnet/{ip_range_id}/` | `settings.manage` |
//! | [`ListDataEnrichment`] | `GET /api/v1/subnet/` | `settings.read` |
//! | [`QueryDataEnrichment`] | `POST /api/v1/subnet/` | `settings.read` |
//! | [`UpdateDataEnrichment`] | `POST /api/v1/subnet/{ip_range_id}/update_rule/` | `settings.manage` |

mod create;
mod delete;
mod list;
mod model;
mod query;
mod update;

use http_core::{Client, Id};

pub use create::{CREATE, CreateDataEnrichment};
pub use delete::{DELETE, DeleteDataEnrichment};
pub use list::{LIST, ListDataEnrichment};
pub use model::{
    DataEnrichmentSortField, IpLocation, IpRange, IpRangeFilters, IpRangePage, IpRangeWrite,
    IpSubnet, IpTag, Template,
};
pub use query::{QUERY, QueryDataEnrichment};
pub use update::{UPDATE, UpdateDataEnrichment};

/// The operations of data enrichment; each method begins a request.
#[derive(Clone, Debug)]
pub struct DataEnrichment {
    pub(crate) client: Client,
}

impl DataEnrichment {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add an IP address range. See [`CreateDataEnrichment`].
    pub fn create(
        &self,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> CreateDataEnrichment {
        CreateDataEnrichment::new(&self.client, name, category, subnets)
    }

    /// Delete an IP address range. See [`DeleteDataEnrichment`].
    pub fn delete(&self, ip_range_id: impl Into<Id<IpRange>>) -> DeleteDataEnrichment {
        DeleteDataEnrichment::new(&self.client, ip_range_id)
    }

    /// List IP address ranges, with filters in the query. See [`ListDataEnrichment`].
    pub fn list(&self) -> ListDataEnrichment {
        ListDataEnrichment::new(&self.client)
    }

    /// List IP address ranges, with filters in the body. See [`QueryDataEnrichment`].
    pub fn query(&self) -> QueryDataEnrichment {
        QueryDataEnrichment::new(&self.client)
    }

    /// Replace an IP address range. See [`UpdateDataEnrichment`].
    pub fn update(
        &self,
        ip_range_id: impl Into<Id<IpRange>>,
        name: impl Into<String>,
        category: u32,
        subnets: impl IntoIterator<Item = impl Into<String>>,
    ) -> UpdateDataEnrichment {
        UpdateDataEnrichment::new(&self.client, ip_range_id, name, category, subnets)
    }
}
