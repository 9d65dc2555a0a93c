//! Any number of Graph requests in batches of twenty, each part judged for itself.

use std::collections::BTreeMap;
use std::time::Duration;

use http_core::time::sleep;
use http_core::{Error, ErrorKind, Request, Result, Url, Value};

use crate::graph::batch::{Batch, BatchRequestItem, BatchResponseItem};

/// The most parts of one batch.
///
/// Source: microsoft-graph-docs, `concepts/json-batching.md`.
const MOST: usize = 20;

/// How often parts that were refused for the number of calls are sent again.
const ROUNDS: u32 = 5;

/// The wait where the service names none.
const USUAL_WAIT: Duration = Duration::from_secs(5);

/// The answer to one part of a batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartAnswer {
    /// The part's own status; the batch as a whole answers 200 whatever the parts do.
    pub status: u16,
    /// The part's own body, as it came.
    pub body: Value,
}

impl PartAnswer {
    /// Whether the part succeeded.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl Batch {
    /// Sends requests twenty at a time and gives their answers in the order of the requests.
    ///
    /// Parts that were refused for the number of calls are sent again, and they alone, once the longest of the waits
    /// that the service asks for is over. Everything goes to one version: requests to v1.0 and to beta do not mix.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let graph = client.graph();
    /// let requests = ["1", "2", "3"].map(|id| graph.incidents().get(id).request().clone());
    /// for answer in graph.batch().send_all(&requests).await? {
    ///     println!("{} {}", answer.status, answer.body["displayName"]);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a request that cannot be part of a batch; those of `graph.batch.execute` for the batch
    /// as a whole. A part that fails is an answer and no error.
    pub async fn send_all(&self, requests: &[Request]) -> Result<Vec<PartAnswer>> {
        let parts = requests.iter().map(part).collect::<Result<Vec<_>>>()?;
        let mut answers: BTreeMap<usize, PartAnswer> = BTreeMap::new();
        for first in (0..parts.len()).step_by(MOST) {
            let mut open: Vec<usize> = (first..parts.len().min(first + MOST)).collect();
            for round in 1.. {
                let sent = open.iter().map(|place| {
                    let mut item = parts[*place].clone();
                    item.id = place.to_string().into();
                    item
                });
                let outcome = self.execute(sent.collect::<Vec<_>>()).send().await?;
                // Each part is judged for itself below.
                let (answer, _) = outcome.into_parts();
                let mut wait = None;
                for item in answer.responses {
                    let Some(place) = item
                        .id
                        .as_str()
                        .parse()
                        .ok()
                        .filter(|place| open.contains(place))
                    else {
                        continue;
                    };
                    let status = item
                        .status
                        .and_then(|status| u16::try_from(status).ok())
                        .unwrap_or_default();
                    if status == 429 {
                        wait = wait.max(Some(wait_of(&item)));
                    }
                    let body = item.body.unwrap_or_default();
                    answers.insert(place, PartAnswer { status, body });
                }
                open.retain(|place| answers.get(place).is_none_or(|answer| answer.status == 429));
                match wait {
                    Some(wait) if round < ROUNDS => sleep(wait).await,
                    _ => break,
                }
            }
        }
        if answers.len() < parts.len() {
            return Err(
                Error::new(ErrorKind::Decode, "the batch left parts without an answer")
                    .with_operation(&crate::graph::batch::EXECUTE),
            );
        }
        Ok(answers.into_values().collect())
    }
}

/// A request as a part: its path below the version, and its body with a type of its own.
fn part(request: &Request) -> Result<BatchRequestItem> {
    let operation = request.operation();
    let nowhere =
        Url::parse("https://localhost").map_err(|error| Error::usage(error.to_string()))?;
    let http = request.to_http(&nowhere)?;
    let uri = http.uri();
    let whole = uri.path_and_query().map_or("/", |path| path.as_str());
    let below = whole
        .strip_prefix("/v1.0")
        .filter(|_| operation.host == "graph");
    let below = below.ok_or_else(|| {
        Error::usage("only requests to Microsoft Graph v1.0 go into its batch")
            .with_operation(operation)
    })?;
    let mut headers = serde_json::Map::new();
    for (name, value) in http.headers() {
        if let Ok(value) = value.to_str() {
            headers.insert(name.to_string(), value.into());
        }
    }
    let body = match http.body() {
        body if body.is_empty() => None,
        body => Some(serde_json::from_slice(body).map_err(|_| {
            Error::usage("only JSON bodies go into a batch").with_operation(operation)
        })?),
    };
    Ok(BatchRequestItem {
        method: Some(http.method().to_string()),
        url: Some(below.to_owned()),
        headers: (!headers.is_empty()).then_some(Value::Object(headers)),
        body,
        ..BatchRequestItem::default()
    })
}

/// The seconds of a part's own `Retry-After`.
fn wait_of(item: &BatchResponseItem) -> Duration {
    let headers = item.headers.as_ref().and_then(Value::as_object);
    let header = headers.and_then(|headers| {
        headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("retry-after"))
    });
    let seconds = header.and_then(|(_, value)| match value {
        Value::String(text) => text.parse().ok(),
        other => other.as_u64(),
    });
    seconds.map_or(USUAL_WAIT, Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{alerts, detection_rules};

    #[test]
    fn a_part_is_relative_to_the_version_and_keeps_its_headers() {
        let item = part(&Request::new(&alerts::LIST).set("$top", 5)).unwrap();
        assert_eq!(item.url.as_deref(), Some("/security/alerts_v2?$top=5"));
        assert_eq!(
            item.headers.unwrap()["prefer"],
            "include-unknown-enum-members"
        );
        let update = Request::new(&alerts::UPDATE)
            .set("alert_id", "a b")
            .set("status", "resolved");
        let item = part(&update).unwrap();
        assert_eq!(item.url.as_deref(), Some("/security/alerts_v2/a%20b"));
        assert_eq!(
            (item.method.as_deref(), item.body),
            (
                Some("PATCH"),
                Some(serde_json::json!({"status": "resolved"}))
            )
        );
    }

    #[test]
    fn another_version_is_refused() {
        let error = part(&Request::new(&detection_rules::LIST)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage);
    }
}
