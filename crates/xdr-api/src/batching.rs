//! Sends any number of Graph requests in batches of twenty, and retries the parts that may be retried.
//!
//! A batch is one HTTP call whose answer has a status for each part. The pipeline sees a 200 and cannot retry a part
//! that was throttled, so the retries happen here, with the same rules and limits as for single calls: the parts to
//! repeat are sent as a smaller batch, after the longest delay that one of them asks for. Budgets are informed of each
//! refusal.

use std::time::Duration;

use http_core::{
    Attempts, Error, ErrorKind, Request, Result, StatusCode, Url, Value, retry_after_text,
};

use crate::graph::batch::{Batch, BatchRequestItem, BatchResponse, BatchResponseItem, EXECUTE};

/// The largest number of parts in a batch.
///
/// Source: microsoft-graph-docs, `concepts/json-batching.md`.
const MOST: usize = 20;

/// The answer to one part of a batch. It may be a refusal: check [`is_success`](Self::is_success).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartAnswer {
    /// HTTP status of the part. The batch as a whole answers 200 even if all parts fail.
    pub status: u16,
    /// Body of the part as JSON, for an error the object with the member `error`. `null` if it has none.
    pub body: Value,
}

impl PartAnswer {
    /// Whether the status is one of success (200 to 299).
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Outcome of [`Batch::send_all`].
///
/// Requests are sent twenty at a time, so an error may come after answers. The answers are kept, because changes among
/// them were made.
#[derive(Debug)]
#[must_use = "it says which requests were answered, and why the others were not"]
#[non_exhaustive]
pub struct Batched {
    /// Answers in the order of the requests. `None` for a request that has no final answer.
    pub answers: Vec<Option<PartAnswer>>,
    /// The error that ended the sending, if one did. [`Error::may_have_acted`] says whether one of the first twenty
    /// requests without an answer may have been carried out; those after them were not sent.
    pub stopped: Option<Error>,
}

impl Batched {
    /// All answers, in the order of the requests. An answer may still be a refusal of its part.
    ///
    /// # Errors
    /// Returns the error that [`stopped`](Self::stopped) the sending. The answers before it are lost.
    pub fn into_result(self) -> Result<Vec<PartAnswer>> {
        match self.stopped {
            Some(error) => Err(error),
            None => Ok(self.answers.into_iter().flatten().collect()),
        }
    }
}

impl Batch {
    /// Sends requests twenty at a time. The answers come in the order of the requests.
    ///
    /// A part is retried by itself where a single call would be: after it was throttled, and, if it is
    /// [idempotent](Request::is_idempotent), after the service failed. The client's
    /// [`RetryConfig`](http_core::RetryConfig) applies to each twenty with all their retries: number of attempts,
    /// longest delay that the service may ask for, deadline. A part that is refused after the last attempt is an answer
    /// with that status. All requests go to Microsoft Graph v1.0; its beta version is not supported here.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let graph = client.graph();
    /// let requests = ["1", "2", "3"].map(|id| graph.incidents().get(id).request().clone());
    /// let batched = graph.batch().send_all(&requests).await?;
    /// for answer in batched.answers.iter().flatten() {
    ///     println!("{} {}", answer.status, answer.body["displayName"]);
    /// }
    /// if let Some(error) = batched.stopped {
    ///     println!("the other requests have no answer: {error}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The first batch that fails as a whole ends the sending: its error is in [`Batched::stopped`], and says whether a
    /// change among its parts may have been made.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a request that cannot be part of a batch, with nothing sent: one to another host or
    /// version, or with a body that is not JSON.
    pub async fn send_all(&self, requests: &[Request]) -> Result<Batched> {
        let parts = requests.iter().map(Part::new).collect::<Result<Vec<_>>>()?;
        let mut answers = vec![None; parts.len()];
        let mut stopped = None;
        for (parts, answers) in parts.chunks(MOST).zip(answers.chunks_mut(MOST)) {
            stopped = self.send_twenty(parts, answers).await.err();
            if stopped.is_some() {
                break;
            }
        }
        Ok(Batched { answers, stopped })
    }

    /// Sends one batch until each part has a final answer, or the attempts or the time are used up.
    async fn send_twenty(
        &self,
        parts: &[Part<'_>],
        answers: &mut [Option<PartAnswer>],
    ) -> Result<()> {
        let mut attempts = Attempts::new(self.client.retry());
        let mut open: Vec<usize> = (0..parts.len()).collect();
        loop {
            let left = attempts.left();
            let answered = self.send_open(parts, &open, answers, left).await?;
            let Some(wait) = self.wait(parts, &answered, &mut attempts) else {
                return Ok(());
            };
            open = wait.open;
            // The next round replaces their answers.
            for place in &open {
                answers[*place] = None;
            }
            attempts.wait(wait.delay).await;
        }
    }

    /// Sends the open parts once and stores their answers. Returns the status and the requested delay of each.
    async fn send_open(
        &self,
        parts: &[Part<'_>],
        open: &[usize],
        answers: &mut [Option<PartAnswer>],
        left: Duration,
    ) -> Result<Vec<(usize, StatusCode, Option<Duration>)>> {
        let client = &self.client;
        let retry = client.retry().clone().with_total(left);
        let sent: Vec<_> = open
            .iter()
            .map(|place| parts[*place].item(*place))
            .collect();
        let is_change = open
            .iter()
            .any(|place| !parts[*place].request.is_idempotent());
        let request = Request::new(&EXECUTE)
            .set_json("requests", &sent)
            .idempotent(!is_change);
        let answer = client
            .with_retry(retry)
            .send::<BatchResponse>(request)
            .await;
        let answer = answer.map_err(|error| match error.kind() {
            // There was an answer, so the parts were carried out.
            ErrorKind::Decode | ErrorKind::Truncated if is_change => error.with_unknown_outcome(),
            _ => error,
        })?;
        let mut answered = Vec::new();
        for item in answer.responses {
            let place = item.id.as_str().parse().ok();
            let Some(place) = place.filter(|place| open.contains(place)) else {
                continue;
            };
            let status = status_of(&item);
            answered.push((place, status, delay_of(&item)));
            let body = item.body.unwrap_or_default();
            answers[place] = Some(PartAnswer {
                status: status.as_u16(),
                body,
            });
        }
        match open.iter().any(|place| answers[*place].is_none()) {
            true => Err(left_out(is_change)),
            false => Ok(answered),
        }
    }

    /// The parts to send again, and when. `None` if every answer is final.
    fn wait(
        &self,
        parts: &[Part<'_>],
        answered: &[(usize, StatusCode, Option<Duration>)],
        attempts: &mut Attempts,
    ) -> Option<Again> {
        let longest = self.client.retry().longest_retry_after;
        let mut open = Vec::new();
        let mut longest_wait = None;
        for (place, status, asked) in answered {
            let request = parts[*place].request;
            if *status == StatusCode::TOO_MANY_REQUESTS {
                let delay = asked.unwrap_or(SECOND).max(SECOND);
                self.client.note_throttled(request.operation(), delay);
            }
            let is_bearable = asked.is_none_or(|asked| asked <= longest);
            if Attempts::is_transient(*status, *asked, request.is_idempotent()) && is_bearable {
                open.push(*place);
                // The round counts as one attempt, however many parts it repeats.
                let this = (*asked, *status, request.is_idempotent());
                longest_wait = longest_wait.max(Some(this));
            }
        }
        let (asked, status, idempotent) = longest_wait?;
        let delay = attempts.after(status, asked, idempotent)?;
        Some(Again { open, delay })
    }
}

const SECOND: Duration = Duration::from_secs(1);

/// The parts of another round, and the delay before it.
struct Again {
    open: Vec<usize>,
    delay: Duration,
}

/// A request and its form in a batch.
struct Part<'a> {
    request: &'a Request,
    item: BatchRequestItem,
}

impl<'a> Part<'a> {
    /// Checks that a request can be part of a batch, before any is sent.
    fn new(request: &'a Request) -> Result<Self> {
        let item = part(request)?;
        Ok(Self { request, item })
    }

    /// The part with its position as id, which the answer repeats.
    fn item(&self, place: usize) -> BatchRequestItem {
        let mut item = self.item.clone();
        item.id = place.to_string().into();
        item
    }
}

/// The error for an answer that lacks parts. A change among them may have been made.
fn left_out(is_change: bool) -> Error {
    let error = Error::new(
        ErrorKind::Decode,
        "the batch has no answer for some of its parts",
    )
    .with_operation(&EXECUTE);
    match is_change {
        true => error.with_unknown_outcome(),
        false => error,
    }
}

/// Writes a request as a part: its path below the version, its headers, and its JSON body.
fn part(request: &Request) -> Result<BatchRequestItem> {
    let operation = request.operation();
    let nowhere =
        Url::parse("https://localhost").map_err(|error| Error::usage(error.to_string()))?;
    let http = request.to_http(&nowhere)?;
    let uri = http.uri();
    let whole = uri.path_and_query().map_or("/", |path| path.as_str());
    let below = whole
        .strip_prefix("/v1.0")
        .filter(|_| operation.http.host == "graph");
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

/// Status of a part. An invalid one counts as a failure of the service (500).
fn status_of(item: &BatchResponseItem) -> StatusCode {
    let status = item.status.and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Delay that the `Retry-After` of a part asks for. A date is relative to the part's own `Date`.
fn delay_of(item: &BatchResponseItem) -> Option<Duration> {
    let headers = item.headers.as_ref()?.as_object()?;
    let header = |wanted: &str| {
        let mut named = headers.iter();
        let (_, value) = named.find(|(name, _)| name.eq_ignore_ascii_case(wanted))?;
        Some(match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        })
    };
    retry_after_text(&header("retry-after")?, header("date").as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{alerts, cases};

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
        let error = part(&Request::new(&cases::LIST)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage);
    }
}
