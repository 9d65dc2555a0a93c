//! Closes alerts: by id, or all that match filters, after they were counted.
//!
//! The service closes whatever matches at the moment of the call, which may be more than a person has confirmed, and
//! its count of matches is approximate. Here the matching alerts are read first and closed by their ids, so exactly the
//! alerts that were counted are closed.

use std::collections::BTreeSet;

use http_core::{Client, Error, Operation, Request, Result};

use crate::alerts::{Alert, AlertFilters, Alerts, CloseAlertsResult};
use crate::alerts::{CLOSE_BENIGN, CLOSE_FALSE_POSITIVE, CLOSE_TRUE_POSITIVE};

/// The largest number of ids in one call, as in the vendor's own PowerShell module. The documents name no limit.
const IDS_A_CALL: usize = 100;

/// The verdict of a closed alert. The service adapts its detection to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Closing {
    /// What happened is real and harmless.
    Benign,
    /// What the alert reports did not happen, or is of no interest.
    FalsePositive,
    /// What the alert reports happened.
    TruePositive,
}

impl Closing {
    /// The operation that closes alerts with this verdict.
    fn operation(self) -> &'static Operation {
        match self {
            Self::Benign => &CLOSE_BENIGN,
            Self::FalsePositive => &CLOSE_FALSE_POSITIVE,
            Self::TruePositive => &CLOSE_TRUE_POSITIVE,
        }
    }
}

/// Outcome of [`CloseAlerts::send`]. An alert that was not closed is not an error of the call: see
/// [`is_whole`](Self::is_whole).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
#[must_use = "alerts may have been left open"]
pub struct Closed {
    /// Number of alerts that were closed.
    pub closed: u64,
    /// Ids that are unknown, or belong to alerts that were closed before: the service does not distinguish them.
    pub not_found: Vec<String>,
    /// Number of alerts that the service neither counts as closed nor names as not found. They may still be open.
    pub unaccounted: u64,
}

impl Closed {
    /// Whether every alert was closed by this call.
    pub fn is_whole(&self) -> bool {
        self.not_found.is_empty() && self.unaccounted == 0
    }
}

/// The open alerts that matched filters when [`Alerts::matching`] counted them. Alerts that are raised later are not
/// among them.
#[derive(Clone, Debug)]
pub struct MatchingAlerts {
    alerts: Alerts,
    ids: Vec<String>,
}

/// Closes alerts by their ids.
///
/// ```
/// # use mdca_api::{Client, Closing, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let closed = client
///     .alerts()
///     .close(Closing::Benign, ["603f704aaf7417985bbf3b22"])
///     .comment("the yearly audit")
///     .reason_id(6)
///     .send()
///     .await?;
/// println!("{} closed", closed.closed);
/// # Ok(())
/// # }
/// ```
///
/// `timeout`, `retry` and `header` apply to each call; a call takes 100 alerts.
#[derive(Clone, Debug)]
#[must_use = "nothing is closed until sent"]
pub struct CloseAlerts {
    client: Client,
    /// Everything but the ids.
    request: Request,
    closing: Closing,
    ids: Vec<String>,
    reason_id: Option<u32>,
}

impl Alerts {
    /// Closes alerts by id; an id that is given twice counts once. The plain calls, such as
    /// [`close_benign`](Self::close_benign), take filters and close everything that matches at that moment.
    pub fn close(
        &self,
        closing: Closing,
        ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> CloseAlerts {
        let ids: BTreeSet<String> = ids.into_iter().map(Into::into).collect();
        CloseAlerts {
            client: self.client.clone(),
            request: Request::new(closing.operation()),
            closing,
            ids: ids.into_iter().collect(),
            reason_id: None,
        }
    }

    /// Finds the open alerts that match, so that their number can be shown before they are closed. The service's own
    /// total is approximate, so they are counted one by one, 100 per call; the tenant has 30 calls a minute.
    ///
    /// ```
    /// # use mdca_api::{Client, Closing, Result, alerts::AlertFilters};
    /// # async fn run(client: Client) -> Result<()> {
    /// let old_and_low = AlertFilters::new().severity_eq([0]).date_lte_ndays(90);
    /// let matching = client.alerts().matching(&old_and_low).await?;
    /// println!("{} alerts will be closed", matching.count());
    /// matching.close(Closing::FalsePositive).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of `mdca.alerts.query`.
    pub async fn matching(&self, filters: &AlertFilters) -> Result<MatchingAlerts> {
        let open = filters.clone().alert_open_eq(true);
        let mut items = self.query().filters(&open).items();
        let mut ids = Vec::new();
        while let Some(alert) = items.next_item().await {
            let alert: Alert = alert?;
            ids.push(alert.id_.to_string());
        }
        Ok(MatchingAlerts {
            alerts: self.clone(),
            ids,
        })
    }
}

impl MatchingAlerts {
    /// Number of alerts.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Ids of the alerts, in the order of the service.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// Closes these alerts, and none that were raised since they were counted.
    pub fn close(self, closing: Closing) -> CloseAlerts {
        self.alerts.close(closing, self.ids)
    }
}

impl CloseAlerts {
    /// Comment stored with the alerts.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.request = self.request.set("comment", comment.into());
        self
    }

    /// The vendor's number of a reason. A number of another verdict is refused before anything is sent.
    ///
    /// | verdict | reasons |
    /// | --- | --- |
    /// | benign | 2 severity is lower, 4 other, 5 confirmed with the end user, 6 triggered by a test |
    /// | false positive | 0 of no interest, 1 too many alike, 3 not accurate, 4 other |
    /// | true positive | none |
    pub fn reason_id(mut self, reason_id: u32) -> Self {
        self.reason_id = Some(reason_id);
        self
    }

    /// Closes the alerts, 100 per call.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) without ids, or for a reason of another verdict, with nothing
    /// sent. Returns the errors of the calls otherwise. Alerts of the calls before the error stay closed.
    pub async fn send(self) -> Result<Closed> {
        if self.ids.is_empty() {
            return Err(Error::usage("no alert is named; nothing was sent"));
        }
        let reasons: &[u32] = match self.closing {
            Closing::Benign => &[2, 4, 5, 6],
            Closing::FalsePositive => &[0, 1, 3, 4],
            Closing::TruePositive => &[],
        };
        if let Some(reason) = self.reason_id.filter(|reason| !reasons.contains(reason)) {
            return Err(Error::usage(format!(
                "invalid reason `{reason}` for this verdict; it takes {reasons:?}"
            )));
        }
        let mut closed = Closed::default();
        for ids in self.ids.chunks(IDS_A_CALL) {
            let answer = self.send_some(ids).await?;
            let counts = [
                answer.closed_benign,
                answer.closed_false_positive,
                answer.closed_true_positive,
            ];
            let done = counts
                .into_iter()
                .flatten()
                .filter_map(|count| u64::try_from(count).ok())
                .sum::<u64>();
            let told = done.saturating_add(answer.alerts_not_found.len() as u64);
            closed.closed += done;
            closed.unaccounted += (ids.len() as u64).saturating_sub(told);
            closed.not_found.extend(answer.alerts_not_found);
        }
        Ok(closed)
    }

    async fn send_some(&self, ids: &[String]) -> Result<CloseAlertsResult> {
        let mut request = self
            .request
            .clone()
            .set_json("filters", &AlertFilters::new().id_eq(ids.iter().cloned()));
        if let Some(reason) = self.reason_id {
            request = request.set("reasonId", reason);
        }
        // What failed is counted by the caller, over all calls.
        let (answer, _) = self.client.send_outcome(request).await?.into_parts();
        Ok(answer)
    }
}

http_core::call_options!(CloseAlerts);
