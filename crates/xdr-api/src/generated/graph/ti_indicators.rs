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

use http_core::{Client, Id, Timestamp};

pub use create::{CREATE, CreateTiIndicator};
pub use delete::{DELETE, DeleteTiIndicator};
pub use delete_by_external_id::{DELETE_BY_EXTERNAL_ID, DeleteTiIndicatorByExternalId};
pub use delete_many::{DELETE_MANY, DeleteMany};
pub use get::{GET, GetTiIndicator};
pub use list::{LIST, ListTiIndicators};
pub use model::{
    TiIndicator, TiIndicatorAction, TiIndicatorDiamondModel, TiIndicatorFileHashType,
    TiIndicatorTlpLevel,
};
pub use submit_many::{SUBMIT_MANY, SubmitMany};
pub use update::{UPDATE, UpdateTiIndicator};
pub use update_many::{UPDATE_MANY, UpdateMany};

/// The operations of ti indicators; each method begins a request.
#[derive(Clone, Debug)]
pub struct TiIndicators {
    pub(crate) client: Client,
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
