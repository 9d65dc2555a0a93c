//! Imports and removes any number of indicators.
//!
//! One call takes 500 items and its answer has a result for each. Two things make larger imports difficult: a call may
//! fail without naming the item that causes it, and a failure in the middle leaves some items taken and others not. The
//! functions here halve a failing call until the item is found, and account for every item in their result.

use http_core::{Error, ErrorKind, Id, Request, Result, SentItems, Value};

use crate::indicators::{BATCH_DELETE, IMPORT, Indicator, IndicatorImportResult, Indicators};

/// Outcome of [`Indicators::import_all`]. An import does not fail as a whole: each indicator is in one of the parts.
#[derive(Debug, Default)]
#[non_exhaustive]
#[must_use = "indicators may have been refused"]
pub struct Imported {
    /// Results of the indicators that were sent, in their order. [`failed`](Self::failed) returns those that the
    /// service refused.
    pub results: Vec<IndicatorImportResult>,
    /// Indicators that failed [`Indicator::check`] and were not sent, such as an address range or a hash of another
    /// length, and those that the service failed on without a reason, each of them sent alone in the end.
    pub not_taken: Vec<(Indicator, Error)>,
    /// The indicators of the call that failed, and those after it. If the outcome of the call is unknown, the service
    /// may have taken them; sending them again does no harm, since an indicator is identified by its value.
    pub left: Vec<Indicator>,
    /// The error of the call that ended the import. `None` if all indicators were sent.
    pub error: Option<Error>,
}

impl Imported {
    /// The results, if the service took every indicator.
    ///
    /// # Errors
    /// Returns the error that ended the import, or [`ErrorKind::Partial`] with the first refused indicator.
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
        let message = format!("{refused} indicators were not accepted; the first is {first}");
        Err(Error::new(ErrorKind::Partial, message).with_operation(&IMPORT))
    }

    /// The items that the service refused, each with its reason in `failure_reason`.
    pub fn failed(&self) -> impl Iterator<Item = &IndicatorImportResult> {
        let failed = |result: &&IndicatorImportResult| result.is_failed == Some(true);
        self.results.iter().filter(failed)
    }
}

fn value_of(indicator: &Indicator) -> &str {
    indicator.indicator_value.as_deref().unwrap_or_default()
}

/// Outcome of [`Indicators::delete_all`].
#[derive(Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Removed {
    /// Number of removed indicators.
    pub removed: usize,
    /// Ids that the tenant does not have.
    pub unknown: Vec<Id<Indicator>>,
}

impl Indicators {
    /// Creates or updates indicators, 500 per call. An item that the service refuses, or that fails its
    /// [check](Indicator::check) and is not sent, does not keep the others back.
    ///
    /// If the service fails without a reason, the call is halved until the indicator that causes it is found; that one
    /// is reported and left out. If this happens to several in a row, or a call is refused, the import ends and reports
    /// the indicators that are [left](Imported::left).
    ///
    /// ```no_run
    /// # use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
    /// # async fn run(client: mde_api::Client, addresses: Vec<String>) {
    /// let block = |address| {
    ///     Indicator::new(IndicatorType::IpAddress, address)
    ///         .action(IndicatorAction::Block)
    ///         .title("Blocked address")
    ///         .description("From the weekly list")
    /// };
    /// let imported = client.indicators().import_all(addresses.into_iter().map(block)).await;
    /// for refused in imported.failed() {
    ///     println!("{:?}: {:?}", refused.indicator, refused.failure_reason);
    /// }
    /// # }
    /// ```
    pub async fn import_all(&self, indicators: impl IntoIterator<Item = Indicator>) -> Imported {
        let mut imported = Imported::default();
        let mut checked = Vec::new();
        for indicator in indicators {
            match indicator.check() {
                Ok(()) => checked.push(indicator),
                Err(error) => imported.not_taken.push((indicator, error)),
            }
        }
        let items: std::result::Result<Vec<Value>, _> =
            checked.iter().map(serde_json::to_value).collect();
        let items = match items {
            Ok(items) => items,
            Err(error) => {
                (imported.left, imported.error) = (checked, Some(Error::usage(error.to_string())));
                return imported;
            }
        };
        let request = Request::new(&IMPORT);
        let mut sent = SentItems::default();
        self.client.send_items(&request, &items, &mut sent).await;
        for answer in &sent.answers {
            // The results also say what failed.
            let answer = serde_json::from_slice::<Results>(answer);
            imported.results.extend(answer.unwrap_or_default().value);
        }
        let alone = sent.failed.into_iter();
        let alone = alone.filter_map(|failed| Some((failed.place?, failed.error?)));
        for (place, error) in alone {
            imported.not_taken.push((checked[place].clone(), error));
        }
        imported.left = checked.split_off(sent.judged);
        imported.error = sent.error;
        imported
    }

    /// Removes indicators, 500 per call. The service refuses a whole call for one unknown id: such a call is halved
    /// until the unknown ids are found. They are reported in [`Removed::unknown`].
    ///
    /// # Errors
    /// Returns the errors of the call, except for unknown ids. Indicators removed before the error stay removed.
    pub async fn delete_all(
        &self,
        indicator_ids: impl IntoIterator<Item = impl Into<Id<Indicator>>>,
    ) -> Result<Removed> {
        let ids: Vec<Id<Indicator>> = indicator_ids.into_iter().map(Into::into).collect();
        let items: Vec<_> = ids.iter().map(|id| Value::from(id.as_str())).collect();
        let mut sent = SentItems::default();
        let request = Request::new(&BATCH_DELETE);
        self.client.send_items(&request, &items, &mut sent).await;
        let mut removed = Removed {
            removed: sent.done,
            unknown: Vec::new(),
        };
        for failed in sent.failed {
            match (failed.place, failed.error) {
                (Some(place), Some(error)) if error.kind() == ErrorKind::NotFound => {
                    removed.unknown.push(ids[place].clone());
                }
                (_, error) => {
                    return Err(error.unwrap_or_else(|| Error::usage(failed.reason)));
                }
            }
        }
        match sent.error {
            Some(error) => Err(error),
            None => Ok(removed),
        }
    }
}

/// The answer to one call of an import.
#[derive(Default, serde::Deserialize)]
struct Results {
    #[serde(default)]
    value: Vec<IndicatorImportResult>,
}
