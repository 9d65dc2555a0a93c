//! Any number of indicators, in as many calls as the service's batches need.

use http_core::{Error, ErrorKind, Id, Operation, Result};

use crate::indicators::{BATCH_DELETE, IMPORT, Indicator, IndicatorImportResult, Indicators};

/// The most items that one call of an operation takes.
fn most(operation: &Operation) -> usize {
    operation.action.batch.map_or(1, |batch| batch.most.max(1))
}

/// How many indicators in a row the service may fail on before it is taken to be down.
const MOST_IN_A_ROW: u32 = 2;

/// Whether the service fails without saying on what: halving the call may find it. Seen as `UnknownError` without a
/// message for 100 indicators of which 50 were taken (microsoftgraph/security-api-solutions#71).
fn says_nothing(error: &Error) -> bool {
    error.kind() == ErrorKind::Service || error.code() == Some("UnknownError")
}

/// What became of an import.
#[derive(Debug, Default)]
#[non_exhaustive]
#[must_use = "indicators may have been refused"]
pub struct Imported {
    /// What the service says of each indicator that was sent, in their order. An item can fail alone.
    pub results: Vec<IndicatorImportResult>,
    /// Indicators that cannot be right and were not sent, such as an address range or a hash of another length, and those
    /// that the service fails on without a word about why, each sent alone at last.
    pub not_taken: Vec<(Indicator, Error)>,
    /// The indicators of the call that failed and those behind it. The service may have taken those of the call itself
    /// where its outcome is unknown; sending them again does no harm, since an indicator is known by its value.
    pub left: Vec<Indicator>,
    /// Why a call failed, where one did.
    pub error: Option<Error>,
}

impl Imported {
    /// The results, if every indicator was taken.
    ///
    /// # Errors
    /// The error that ended the import, else [`ErrorKind::Partial`] with the first of what was refused.
    pub fn all(self) -> Result<Vec<IndicatorImportResult>> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let refused = self.failed().count() + self.not_taken.len();
        if refused == 0 {
            return Ok(self.results);
        }
        let of_service = self.failed().next();
        let first = match (&self.not_taken[..], of_service) {
            ([(indicator, error), ..], _) => format!("{}: {error}", value_of(indicator)),
            ([], Some(failed)) => format!(
                "{}: {}",
                failed.indicator.as_deref().unwrap_or_default(),
                failed.failure_reason.as_deref().unwrap_or_default()
            ),
            ([], None) => String::new(),
        };
        let message = format!("{refused} indicators were not taken; the first is {first}");
        Err(Error::new(ErrorKind::Partial, message).with_operation(&IMPORT))
    }

    /// The items that the service refused, each with its reason.
    pub fn failed(&self) -> impl Iterator<Item = &IndicatorImportResult> {
        let failed = |result: &&IndicatorImportResult| result.is_failed == Some(true);
        self.results.iter().filter(failed)
    }
}

fn value_of(indicator: &Indicator) -> &str {
    indicator.indicator_value.as_deref().unwrap_or_default()
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
    /// Creates or updates indicators, 500 a call. A refused item does not keep the others back, and neither does one that
    /// [cannot be right](Indicator::check): it is not sent.
    ///
    /// A call that the service fails on without saying why is halved until the indicator is found that it fails on;
    /// that one is told of and left out. Where it fails on several in a row, or a call is refused, the import ends, and
    /// what it leaves is told.
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
        let mut imported = Imported::default();
        for indicator in indicators {
            match indicator.check() {
                Ok(()) => imported.left.push(indicator),
                Err(error) => imported.not_taken.push((indicator, error)),
            }
        }
        let most = most(&IMPORT);
        let (mut size, mut failed_in_a_row) = (most, 0);
        while !imported.left.is_empty() && imported.error.is_none() {
            let end = imported.left.len().min(size);
            let batch = imported.left[..end].to_vec();
            match self.import(batch).send().await {
                Ok(outcome) => {
                    // What failed is told by the results.
                    let (results, _) = outcome.into_parts();
                    imported.results.extend(results);
                    imported.left.drain(..end);
                    (size, failed_in_a_row) = ((size * 2).min(most), 0);
                }
                Err(error) if !says_nothing(&error) || failed_in_a_row == MOST_IN_A_ROW => {
                    imported.error = Some(error);
                }
                Err(_) if end > 1 => size = end / 2,
                Err(error) => {
                    failed_in_a_row += 1;
                    imported.not_taken.push((imported.left.remove(0), error));
                }
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
        let mut open: Vec<&[Id<Indicator>]> = ids.chunks(most(&BATCH_DELETE)).rev().collect();
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
