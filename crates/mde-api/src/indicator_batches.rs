//! Any number of indicators, in as many calls as the service's batches need.

use http_core::{Error, ErrorKind, Id, Result};

use crate::indicators::{Indicator, IndicatorImportResult, Indicators};

/// The most items of one import or one batch delete.
///
/// Source: defender-docs, `import-ti-indicators.md` and `batch-delete-ti-indicators.md`.
const BATCH: usize = 500;

/// What became of an import.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Imported {
    /// What the service says of each indicator that was sent, in their order. An item can fail alone.
    pub results: Vec<IndicatorImportResult>,
    /// The indicators of the call that failed and those behind it. The service may have taken those of the call itself
    /// where its outcome is unknown; sending them again does no harm, since an indicator is known by its value.
    pub left: Vec<Indicator>,
    /// Why a call failed, where one did.
    pub error: Option<Error>,
}

impl Imported {
    /// The items that the service refused, each with its reason.
    pub fn failed(&self) -> impl Iterator<Item = &IndicatorImportResult> {
        let failed = |result: &&IndicatorImportResult| result.is_failed == Some(true);
        self.results.iter().filter(failed)
    }
}

/// What became of a removal.
#[derive(Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Removed {
    /// How many were removed.
    pub removed: usize,
    /// Those that the tenant does not have.
    pub unknown: Vec<Id<Indicator>>,
}

impl Indicators {
    /// Creates or updates indicators, 500 a call. A refused item does not keep the others back; a failed call ends it,
    /// and what it leaves is told.
    ///
    /// ```no_run
    /// # use mde_api::indicators::Indicator;
    /// # async fn run(client: mde_api::Client) {
    /// let mut indicator = Indicator::default();
    /// indicator.indicator_value = Some("198.51.100.7".to_owned());
    /// let imported = client.indicators().import_all([indicator]).await;
    /// for refused in imported.failed() {
    ///     println!("{:?}: {:?}", refused.indicator, refused.failure_reason);
    /// }
    /// # }
    /// ```
    pub async fn import_all(&self, indicators: impl IntoIterator<Item = Indicator>) -> Imported {
        let mut imported = Imported {
            left: indicators.into_iter().collect(),
            ..Imported::default()
        };
        while !imported.left.is_empty() && imported.error.is_none() {
            let end = imported.left.len().min(BATCH);
            let batch = imported.left[..end].to_vec();
            match self.import(batch).send().await {
                Ok(page) => {
                    imported.results.extend(page.items);
                    imported.left.drain(..end);
                }
                Err(error) => imported.error = Some(error),
            }
        }
        imported
    }

    /// Removes indicators, 500 a call. The service refuses a whole call for one id that it does not know: such a call is
    /// halved until those ids are found, and they are told.
    ///
    /// # Errors
    /// Those of the call, but for ids that are unknown. What was removed before stays removed.
    pub async fn delete_all(
        &self,
        indicator_ids: impl IntoIterator<Item = impl Into<Id<Indicator>>>,
    ) -> Result<Removed> {
        let ids: Vec<Id<Indicator>> = indicator_ids.into_iter().map(Into::into).collect();
        let mut open: Vec<&[Id<Indicator>]> = ids.chunks(BATCH).rev().collect();
        let mut removed = Removed::default();
        while let Some(batch) = open.pop() {
            match self.batch_delete(batch).send().await {
                Ok(()) => removed.removed += batch.len(),
                Err(error) if error.kind() == ErrorKind::NotFound => match batch {
                    [one] => removed.unknown.push(one.clone()),
                    more => {
                        let (first, second) = more.split_at(more.len() / 2);
                        open.extend([second, first]);
                    }
                },
                Err(error) => return Err(error),
            }
        }
        Ok(removed)
    }
}
