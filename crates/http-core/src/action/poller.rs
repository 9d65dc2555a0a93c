//! Follows a started action to its end.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::{FutureExt, Stream, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::time::{Instant, Sleep};

use super::finished::Finished;
use super::looks::{self, Looks};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Completion, Operation, Pause, Progress};
use crate::request::Request;
use crate::time::deadline;
use crate::wire::decode;

/// How many looks in a row may fail for a reason that passes.
const FORGIVEN: u32 = 3;

/// Follows an action to its end, as the [`Completion`] of the operation that starts it says.
///
/// A poller is a [`Stream`] of the records seen on the way, the last of them the one that ended the action. Awaiting it,
/// or [`wait`](Self::wait), gives how it [`Finished`]. Pauses between two looks grow as the operation's [`Pause`] says;
/// `Retry-After` makes them longer, up to an hour.
///
/// A failed look is not a failed action. Three looks in a row may fail for a reason that passes: a service that fails, a
/// broken connection, an answer that is not a record, a 404 for an action that was just started. The error of
/// the next one is returned, and the poller may be asked again. [`Error::action`] is the action's id.
///
/// All methods are cancel safe: the instant of the next look and a look under way are kept, so a poller makes progress in
/// a `select!` however often another branch wins. Dropping it changes nothing; [`Client::poller_of`] follows the action
/// again by its id.
///
/// ```
/// # use std::time::Duration;
/// # use http_core::{Client, Finished, Operation, Request, Result, Value};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let started = client.begin::<Value>(request).await?;
/// match started.wait(Duration::from_secs(1800)).await? {
///     Finished::Succeeded(action) => println!("done: {}", action["id"]),
///     Finished::Failed(action) => println!("ended as {}", action["status"]),
///     Finished::Pending(action) => println!("still going on: {}", action["id"]),
///     _ => {}
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a poller does nothing until asked"]
pub struct Poller<T> {
    client: Client,
    operation: &'static Operation,
    decode: fn(&Bytes) -> Result<T>,
    id: String,
    /// The record as it was seen last.
    text: Bytes,
    progress: Progress,
    looks: Looks,
    /// The delay before the first look that the service asked for.
    first_asked: Option<Duration>,
    /// Looks in a row that failed.
    failed: u32,
    deadline: Option<(Instant, Pin<Box<Sleep>>)>,
    step: Step,
}

enum Step {
    /// The record that the poller was made of is not handed out yet.
    Given,
    /// The next look is due then.
    Waiting(Pin<Box<Sleep>>),
    /// A look is under way. It is kept while nobody waits for it.
    Looking(BoxFuture<'static, Result<Look>>),
    /// The end was seen, or can never be seen.
    Over,
}

/// A record, and the delay that the service asks for.
struct Look {
    text: Bytes,
    record: Value,
    asked: Option<Duration>,
}

impl Client {
    /// Follows an action by the answer to the request that started it. The first state is that answer; the first look at
    /// the service comes after a pause. [`begin`](Client::begin) does this by itself.
    pub fn poller<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        started: impl Into<Bytes>,
    ) -> Poller<T> {
        Poller::started(self.clone(), operation, started.into(), |text| decode(text))
    }

    /// Follows an action by its id. The first look comes at once.
    pub fn poller_of<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        id: impl Into<String>,
    ) -> Poller<T> {
        let id = id.into();
        let member = operation
            .action
            .completion
            .map_or("id", |completion| completion.id.1);
        let unseen = json!({ member: id }).to_string();
        let mut poller = self.poller(operation, unseen);
        poller.id = id;
        poller.step = Step::Waiting(poller.looks.timer());
        poller
    }
}

impl<T> Poller<T> {
    pub(super) fn started(
        client: Client,
        operation: &'static Operation,
        text: Bytes,
        decode: fn(&Bytes) -> Result<T>,
    ) -> Self {
        let record: Value = serde_json::from_slice(&text).unwrap_or_default();
        let completion = operation.action.completion;
        let pause = completion.map_or(Pause::seconds(1, 30), |completion| completion.pause);
        Self {
            client,
            operation,
            decode,
            id: completion.map_or_else(String::new, |completion| completion.id_of(&record)),
            progress: completion.map_or(Progress::Open, |completion| completion.progress(&record)),
            text,
            looks: Looks::new(pause.first, pause.longest),
            first_asked: None,
            failed: 0,
            deadline: None,
            step: Step::Given,
        }
    }

    pub(super) fn put_off(mut self, asked: Option<Duration>) -> Self {
        self.first_asked = asked;
        self
    }

    /// The pauses between two looks: the first, and the longest. Default: those of the operation's [`Completion`].
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.looks = Looks::new(first, longest);
        self
    }

    /// Ends the stream, and the wait, after this time. Default and [`Duration::MAX`]: no limit. A look that would come later
    /// is not waited for.
    pub fn within(mut self, within: Duration) -> Self {
        self.set_deadline(within);
        self
    }

    fn set_deadline(&mut self, within: Duration) {
        let at = deadline(within);
        self.deadline = Some((at, looks::until(at)));
    }

    /// The id of the action; empty where the answer that started it has none.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// How far the action was when it was seen last.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The time until the next look.
    pub fn until_next_look(&self) -> Duration {
        self.looks.until_next()
    }

    /// Waits for the next state; `None` once the end was seen or the deadline has passed.
    ///
    /// # Errors
    /// Returns the errors of the operation that shows the action, with [`Error::action`]. [`ErrorKind::Usage`] where no
    /// operation shows how the action ends, [`ErrorKind::Decode`] where the answer that started it has no id.
    pub async fn next_state(&mut self) -> Option<Result<T>> {
        self.next().await
    }

    /// Waits until the action has ended, or for as long as `within`. [`Duration::MAX`] is no limit. May be called again
    /// after [`Finished::Pending`].
    ///
    /// # Errors
    /// Returns the errors of [`next_state`](Self::next_state). The action goes on whatever the error is.
    pub async fn wait(&mut self, within: Duration) -> Result<Finished<T>> {
        self.set_deadline(within);
        self.follow().await
    }

    async fn follow(&mut self) -> Result<Finished<T>> {
        while let Some(seen) = self.next_state().await {
            seen?;
        }
        self.finished()
    }

    /// How the action stands by the state seen last.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] where the record does not fit its type.
    pub fn finished(&self) -> Result<Finished<T>> {
        let record = self.decoded()?;
        Ok(match self.progress {
            Progress::Succeeded => Finished::Succeeded(record),
            Progress::Failed => Finished::Failed(record),
            Progress::Open => Finished::Pending(record),
        })
    }

    fn decoded(&self) -> Result<T> {
        (self.decode)(&self.text).map_err(|error| self.about(error))
    }

    fn about(&self, error: Error) -> Error {
        let error = match self.id.is_empty() {
            true => error,
            false => error.with_action(&self.id),
        };
        error.with_operation(self.operation)
    }

    /// The operation to ask, or why there is none.
    fn asked(&self) -> Result<(&'static Completion, &'static Operation)> {
        let completion = self.operation.action.completion;
        let Some((completion, ask)) = completion.and_then(|one| Some((one, one.ask?))) else {
            let message = "no operation shows how this ends";
            let error = Error::usage(message).with_operation(self.operation);
            return Err(match completion.map(|one| one.note) {
                None | Some("") => error,
                Some(note) => error.with_hint(note),
            });
        };
        if self.id.is_empty() {
            let message = "the answer holds no id, so the action cannot be followed";
            return Err(Error::decode(message).with_operation(self.operation));
        }
        Ok((completion, ask))
    }

    /// The state that the poller was made of.
    fn given(&mut self) -> Result<T> {
        let given = match (self.progress, self.asked()) {
            (Progress::Open, Err(error)) => Err(error),
            _ => self.decoded(),
        };
        if self.progress == Progress::Open && given.is_ok() {
            let asked = self.first_asked.take();
            self.plan(asked);
        } else {
            self.step = Step::Over;
        }
        given
    }

    /// Plans the next look, not before the delay that the service asks for.
    fn plan(&mut self, asked: Option<Duration>) {
        self.looks.taken();
        self.looks.put_off(asked.unwrap_or_default());
        self.step = Step::Waiting(self.looks.timer());
    }

    fn look(&self) -> Result<BoxFuture<'static, Result<Look>>> {
        let (completion, ask) = self.asked()?;
        let request = Request::new(ask).set(completion.id.0, self.id.as_str());
        let client = self.client.clone();
        Ok(async move {
            let answer = client.send_response(request).await?;
            let text = answer.body().clone();
            let record = serde_json::from_slice::<Value>(&text).ok();
            // A page of a proxy in place of the record may be gone the next time.
            let record = record
                .filter(Value::is_object)
                .ok_or_else(|| Error::decode("the answer is not a record").with_operation(ask))?;
            let asked = answer.retry_after();
            Ok(Look {
                text,
                record,
                asked,
            })
        }
        .boxed())
    }

    /// What comes of a look; `None` for a failure that is forgiven.
    fn seen(&mut self, look: Result<Look>) -> Option<Result<T>> {
        let asked = match &look {
            Ok(look) => look.asked,
            Err(error) => error.retry_after(),
        };
        let look = match look {
            Ok(look) => look,
            Err(error) => {
                self.plan(asked);
                let passes = error.is_retryable()
                    || error.is_not_found()
                    || error.kind() == ErrorKind::Decode;
                self.failed += 1;
                if passes && self.failed <= FORGIVEN {
                    tracing::debug!(action = self.id, %error, "a look at the action failed");
                    return None;
                }
                self.failed = 0;
                return Some(Err(self.about(error)));
            }
        };
        self.failed = 0;
        let completion = self.operation.action.completion;
        self.progress = completion.map_or(Progress::Open, |one| one.progress(&look.record));
        self.text = look.text;
        match self.progress {
            Progress::Open => self.plan(asked),
            _ => self.step = Step::Over,
        }
        Some(self.decoded())
    }

    /// Whether the deadline has passed, or the next look would come after it.
    fn is_late(&mut self, cx: &mut Context<'_>) -> bool {
        let Some((at, timer)) = &mut self.deadline else {
            return false;
        };
        let waits_longer = matches!(self.step, Step::Waiting(_)) && !self.looks.is_before(*at);
        waits_longer || timer.as_mut().poll(cx).is_ready()
    }
}

impl<T> Stream for Poller<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if matches!(this.step, Step::Given) {
                return Poll::Ready(Some(this.given()));
            }
            if this.is_late(cx) {
                return Poll::Ready(None);
            }
            match &mut this.step {
                Step::Given | Step::Over => return Poll::Ready(None),
                Step::Waiting(due) => {
                    std::task::ready!(due.as_mut().poll(cx));
                    match this.look() {
                        Ok(look) => this.step = Step::Looking(look),
                        Err(error) => {
                            this.step = Step::Over;
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                }
                Step::Looking(look) => {
                    let look = std::task::ready!(look.as_mut().poll(cx));
                    if let Some(seen) = this.seen(look) {
                        return Poll::Ready(Some(seen));
                    }
                }
            }
        }
    }
}

impl<T: Send + 'static> IntoFuture for Poller<T> {
    type Output = Result<Finished<T>>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(mut self) -> Self::IntoFuture {
        async move { self.follow().await }.boxed()
    }
}

impl<T> fmt::Debug for Poller<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller")
            .field("operation", &self.operation.id)
            .field("id", &self.id)
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
