//! Follows a started action to its end.
//!
//! A [`Poller`] is a small state machine: it first returns the record it was created from, then
//! alternates between waiting for the next look and a look in flight, until the [`Completion`] of
//! the operation ends it or the deadline passes. Both the timer and the request in flight are
//! stored in the poller, so every method is cancel safe.
//!
//! Actions take up to three days in Defender for Endpoint before they time out, far longer than any
//! connection or token lives. So a failed look says nothing about the action: a few failures in a
//! row are skipped, and after an error the same poller can be asked again.

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

/// Number of consecutive looks that may fail for a temporary reason. The next failure is returned.
const MAX_FAILED_LOOKS: u32 = 3;

/// Follows an action to its end, as the [`Completion`] of the operation that starts it describes.
///
/// A poller is a [`Stream`] of the records seen on the way; the last one is the record that ended
/// the action. Awaiting the poller, or [`wait`](Self::wait), returns the outcome as [`Finished`].
/// Pauses between two looks grow as the operation's [`Pause`] says. `Retry-After` makes a pause
/// longer, up to an hour.
///
/// # Failed looks
///
/// A failed look is not a failed action. Three looks in a row may fail for a temporary reason: a
/// failing service, a broken connection, an answer that is not a record, a 404 for an action that
/// was just started. The error of the next one is returned, with the id of the action in
/// [`Error::action`], and the poller can be asked again.
///
/// # Cancel safety
///
/// All methods are cancel safe. The instant of the next look and a request in flight are kept, so a
/// poller makes progress in a `select!` in which another branch keeps winning. Dropping the poller
/// does not cancel the action; [`Client::poller_of`] follows it again by its id.
///
/// # Examples
///
/// Wait at most half an hour:
///
/// ```
/// # use std::time::Duration;
/// # use http_core::{Client, Finished, Operation, Request, Result, Value};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let started = client.begin::<Value>(request).await?;
/// match started.wait(Duration::from_secs(1800)).await? {
///     Finished::Succeeded(action) => println!("done: {}", action["id"]),
///     Finished::Failed(action) => println!("ended as {}", action["status"]),
///     Finished::Pending(action) => println!("still open: {}", action["id"]),
///     _ => {}
/// }
/// # Ok(())
/// # }
/// ```
///
/// Follow an action that another process started, and show each state:
///
/// ```
/// # use std::time::Duration;
/// # use http_core::{Client, Operation, Result, Value};
/// # async fn run(client: Client, operation: &'static Operation) -> Result<()> {
/// let mut poller = client
///     .poller_of::<Value>(operation, "7327b54fd718525cbca07dacde913b5a3c85673d")
///     .pauses(Duration::from_secs(5), Duration::from_secs(60));
/// while let Some(state) = poller.next_state().await {
///     println!("{}, next look in {:?}", state?["status"], poller.until_next_look());
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a poller does nothing until it is awaited or polled"]
pub struct Poller<T> {
    client: Client,
    operation: &'static Operation,
    /// A function pointer keeps `T` out of the stored futures.
    decode: fn(&Bytes) -> Result<T>,
    /// Id of the action; empty if the answer that started it has none.
    id: String,
    /// The record as it was last seen.
    text: Bytes,
    progress: Progress,
    looks: Looks,
    /// The delay that the starting answer requested before the first look.
    first_delay: Option<Duration>,
    /// Consecutive looks that failed.
    failed: u32,
    /// The deadline and its timer; the timer wakes the task that polls.
    deadline: Option<(Instant, Pin<Box<Sleep>>)>,
    step: Step,
}

/// Position of the state machine.
enum Step {
    /// The record that the poller was created from has not been returned yet.
    Initial,
    /// The timer of the next look.
    Waiting(Pin<Box<Sleep>>),
    /// A request in flight. It is kept while nobody polls.
    Looking(BoxFuture<'static, Result<Look>>),
    /// The end was seen, or no operation can show it.
    Over,
}

/// The result of a look: the record, and the delay that the service requests before the next one.
struct Look {
    text: Bytes,
    record: Value,
    retry_after: Option<Duration>,
}

impl Client {
    /// Follows an action by the answer to the request that started it.
    ///
    /// The first state is that answer; the first request comes after a pause.
    /// [`begin`](Client::begin) returns an action that creates its poller itself, so this is for
    /// answers that were received otherwise. An answer without an id makes the first state an
    /// error.
    pub fn poller<T: DeserializeOwned>(
        &self,
        operation: &'static Operation,
        started: impl Into<Bytes>,
    ) -> Poller<T> {
        Poller::started(self.clone(), operation, started.into(), |text| decode(text))
    }

    /// Follows an action by its id, for example one that another process started. The first look
    /// comes at once.
    ///
    /// `operation` is the operation that starts such actions, not the one that shows them. The
    /// first state of the stream is the first record the service returns.
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
    /// A poller whose first state is `text`, the answer that started the action.
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
            first_delay: None,
            failed: 0,
            deadline: None,
            step: Step::Initial,
        }
    }

    /// Delays the first look, as the starting answer requested.
    pub(super) fn put_off(mut self, delay: Option<Duration>) -> Self {
        self.first_delay = delay;
        self
    }

    /// Sets the pauses between two looks: the first, and the upper bound. Default: those of the
    /// operation's [`Completion`]. Starts the schedule again, so call it before the first state.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.looks = Looks::new(first, longest);
        self
    }

    /// Ends the stream after this time, counted from now. Default: no limit, as with
    /// [`Duration::MAX`]. A look that would come after the deadline is not waited for, so the
    /// stream can end earlier.
    pub fn within(mut self, within: Duration) -> Self {
        self.set_deadline(within);
        self
    }

    /// Sets the deadline and the timer that wakes the task.
    fn set_deadline(&mut self, within: Duration) {
        let at = deadline(within);
        self.deadline = Some((at, looks::until(at)));
    }

    /// The id of the action. Empty if the answer that started it has none.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The progress at the last look.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Time left until the next look; zero if it is due. For progress displays.
    pub fn until_next_look(&self) -> Duration {
        self.looks.until_next()
    }

    /// Waits for the next state. `None` once the end was seen or the deadline has passed. Cancel
    /// safe.
    ///
    /// # Errors
    /// - Errors of the operation that shows the action, with [`Error::action`]. The poller can be
    ///   asked again.
    /// - [`ErrorKind::Usage`] if no operation shows how the action ends; the hint says what is
    ///   known.
    /// - [`ErrorKind::Decode`] if the answer that started the action has no id, or a record does
    ///   not fit `T`.
    pub async fn next_state(&mut self) -> Option<Result<T>> {
        self.next().await
    }

    /// Waits until the action has ended, at most `within`. [`Duration::MAX`] means no limit. Cancel
    /// safe; may be called again after [`Finished::Pending`].
    ///
    /// # Errors
    /// Returns the errors of [`next_state`](Self::next_state). The action goes on whatever the
    /// error is.
    pub async fn wait(&mut self, within: Duration) -> Result<Finished<T>> {
        self.set_deadline(within);
        self.follow().await
    }

    /// Reads the stream to its end and returns the outcome.
    async fn follow(&mut self) -> Result<Finished<T>> {
        while let Some(seen) = self.next_state().await {
            seen?;
        }
        self.finished()
    }

    /// The outcome as of the last look, without a request.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] if the record does not fit its type.
    pub fn finished(&self) -> Result<Finished<T>> {
        let record = self.decoded()?;
        Ok(match self.progress {
            Progress::Succeeded => Finished::Succeeded(record),
            Progress::Failed => Finished::Failed(record),
            Progress::Open => Finished::Pending(record),
        })
    }

    /// The record last seen, decoded.
    fn decoded(&self) -> Result<T> {
        (self.decode)(&self.text).map_err(|error| self.with_context(error))
    }

    /// Adds the id of the action and the operation to an error.
    fn with_context(&self, error: Error) -> Error {
        let error = match self.id.is_empty() {
            true => error,
            false => error.with_action(&self.id),
        };
        error.with_operation(self.operation)
    }

    /// The completion and the operation that shows the action.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] if there is no such operation, [`ErrorKind::Decode`] if the id is
    /// unknown.
    fn shown_by(&self) -> Result<(&'static Completion, &'static Operation)> {
        let completion = self.operation.action.completion;
        let Some((completion, ask)) = completion.and_then(|one| Some((one, one.ask?))) else {
            let message = "no operation shows the state of this action";
            let error = Error::usage(message).with_operation(self.operation);
            return Err(match completion.map(|one| one.note) {
                None | Some("") => error,
                Some(note) => error.with_hint(note),
            });
        };
        if self.id.is_empty() {
            let message = "the answer has no id, so the action cannot be followed";
            return Err(Error::decode(message).with_operation(self.operation));
        }
        Ok((completion, ask))
    }

    /// The record that the poller was created from. Ends the stream if the action has ended or
    /// cannot be followed.
    fn initial_state(&mut self) -> Result<T> {
        let state = match (self.progress, self.shown_by()) {
            (Progress::Open, Err(error)) => Err(error),
            _ => self.decoded(),
        };
        if self.progress == Progress::Open && state.is_ok() {
            let delay = self.first_delay.take();
            self.plan(delay);
        } else {
            self.step = Step::Over;
        }
        state
    }

    /// Schedules the next look, not before the requested delay has passed.
    fn plan(&mut self, delay: Option<Duration>) {
        self.looks.taken();
        self.looks.put_off(delay.unwrap_or_default());
        self.step = Step::Waiting(self.looks.timer());
    }

    /// A request for the current state. It owns what it needs, so it can outlive the borrow of the
    /// poller.
    fn look(&self) -> Result<BoxFuture<'static, Result<Look>>> {
        let (completion, ask) = self.shown_by()?;
        let request = Request::new(ask).set(completion.id.0, self.id.as_str());
        let client = self.client.clone();
        Ok(async move {
            let answer = client.send_response(request).await?;
            let text = answer.body().clone();
            let record = serde_json::from_slice::<Value>(&text).ok();
            // A proxy may answer with an HTML page and status 200; the next look may reach the
            // service again.
            let record = record
                .filter(Value::is_object)
                .ok_or_else(|| Error::decode("the answer is not a record").with_operation(ask))?;
            let retry_after = answer.retry_after();
            Ok(Look {
                text,
                record,
                retry_after,
            })
        }
        .boxed())
    }

    /// Evaluates a look. `None` for a failure that is skipped.
    ///
    /// A temporary failure is a retryable error, a 404 (the action may not be visible yet) or an
    /// answer that is not a record.
    fn evaluate(&mut self, look: Result<Look>) -> Option<Result<T>> {
        let delay = match &look {
            Ok(look) => look.retry_after,
            Err(error) => error.retry_after(),
        };
        let look = match look {
            Ok(look) => look,
            Err(error) => {
                self.plan(delay);
                let is_temporary = error.is_retryable()
                    || error.is_not_found()
                    || error.kind() == ErrorKind::Decode;
                self.failed += 1;
                if is_temporary && self.failed <= MAX_FAILED_LOOKS {
                    tracing::debug!(action = self.id, %error, "a look at the action failed");
                    return None;
                }
                self.failed = 0;
                return Some(Err(self.with_context(error)));
            }
        };
        self.failed = 0;
        let completion = self.operation.action.completion;
        self.progress = completion.map_or(Progress::Open, |one| one.progress(&look.record));
        self.text = look.text;
        match self.progress {
            Progress::Open => self.plan(delay),
            _ => self.step = Step::Over,
        }
        Some(self.decoded())
    }

    /// Whether the deadline has passed, or the next look would come after it. Registers the task
    /// with the deadline's timer.
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
            if matches!(this.step, Step::Initial) {
                return Poll::Ready(Some(this.initial_state()));
            }
            if this.is_late(cx) {
                return Poll::Ready(None);
            }
            match &mut this.step {
                Step::Initial | Step::Over => return Poll::Ready(None),
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
                    if let Some(state) = this.evaluate(look) {
                        return Poll::Ready(Some(state));
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
