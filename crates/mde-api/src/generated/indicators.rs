//! Operations and types of indicators.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchDeleteIndicators`] | `POST /api/indicators/BatchDelete` | `Ti.ReadWrite` |
//! | [`DeleteIndicator`] | `DELETE /api/indicators/{indicator_id}` | `Ti.ReadWrite` |
//! | [`GetIndicator`] | `GET /api/indicators/{indicator_id}` | `Ti.ReadWrite` |
//! | [`ImportIndicators`] | `POST /api/indicators/import` | `Ti.ReadWrite` |
//! | [`ListIndicators`] | `GET /api/indicators` | `Ti.ReadWrite` |
//! | [`SubmitIndicator`] | `POST /api/indicators` | `Ti.ReadWrite` |

mod batch_delete;
mod delete;
mod filters;
mod get;
mod import;
mod list;
mod model;
mod submit;

use http_core::{Client, Id};

pub use batch_delete::{BATCH_DELETE, BatchDeleteIndicators};
pub use delete::{DELETE, DeleteIndicator};
pub use filters::IndicatorFilter;
pub use get::{GET, GetIndicator};
pub use import::{IMPORT, ImportIndicators};
pub use list::{LIST, ListIndicators};
pub use model::{
    Indicator, IndicatorAction, IndicatorImportResult, IndicatorSeverity, IndicatorSourceType,
    IndicatorType,
};
pub use submit::{SUBMIT, SubmitIndicator};

/// The operations of indicators; each method begins a request.
#[derive(Clone, Debug)]
pub struct Indicators {
    pub(crate) client: Client,
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

    /// Get one indicator. See [`GetIndicator`].
    pub fn get(&self, indicator_id: impl Into<Id<Indicator>>) -> GetIndicator {
        GetIndicator::new(&self.client, indicator_id)
    }

    /// Create or update many indicators. See [`ImportIndicators`].
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
