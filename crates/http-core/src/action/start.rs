//! Starts an action at most once.
//!
//! `POST`s that start actions carry no idempotency key. If the answer is lost, sending again could
//! scan or isolate a device twice; not sending could leave it undone. Defender for Endpoint lists
//! its actions, which settles the question:
//!
//! - Before the request: list the target's actions of this kind. An open one that does the same is
//!   returned.
//! - Send the request exactly once.
//! - If the service refuses because the same is in progress, list again and return the open action.
//! - If the outcome is unknown (no answer, a 5xx, an answer that cannot be read), list again for up
//!   to 17 seconds. An action that was not there before is the one just started. If none appears,
//!   return the error with that finding.
//!
//! An answer may be empty and name the action in its `Location`; the record is then its id alone.
//!
//! The search costs one read per start. Callers without permission to list get the plain request.
//! The facts are in [`ActionSpec`].

use std::collections::HashSet;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::looks::Looks;
use super::started::Started;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{ActionSpec, Operation};
use crate::pipeline::pause;
use crate::pipeline::time::deadline;
use crate::request::Request;
use crate::request::odata::Filter;
use crate::response::Response;

/// The pauses before each search for an action whose answer was lost. An action becomes visible
/// within seconds.
const LOOKS: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
];
/// The pause between two attempts on a busy target.
const BUSY_PAUSE: Duration = Duration::from_secs(15);

impl Client {
    /// Starts an action, or returns an open one of the target that does the same.
    ///
    /// The request is sent at most once. If its outcome is unknown (no answer, or a failing
    /// service), the target's actions are searched for 17 seconds. A caller who may start actions
    /// but not list them gets the plain request, as does an operation without an [`ActionSpec`].
    ///
    /// A target given by name is resolved to an id first; [`Started::resolved`] says which record
    /// it is.
    ///
    /// Cancel safety: dropping the future may leave the action started. Calling `begin` again then
    /// returns it, if its operation allows reuse.
    ///
    /// # Errors
    /// - Errors of [`send`](Client::send). After an unknown outcome the hint says whether the
    ///   action may have begun.
    /// - [`ErrorKind::Usage`] with the candidates, before anything is sent, if a name does not
    ///   stand for exactly one record that can be acted on.
    /// - [`ErrorKind::Decode`] if the record does not fit `T`. The action has begun.
    pub async fn begin<T: DeserializeOwned>(&self, request: Request) -> Result<Started<T>> {
        let operation = request.operation();
        let started = self.start_once(request).await?;
        started
            .typed()
            .map_err(|error| error.with_operation(operation))
    }

    /// Like [`begin`](Client::begin), with the action as the bytes the service sent.
    ///
    /// # Errors
    /// Returns the errors of [`begin`](Client::begin).
    pub async fn start_once(&self, request: Request) -> Result<Started<Bytes>> {
        let (request, resolved) = self.resolve(request).await?;
        let mut started = self.start_on(request).await?;
        started.resolved = resolved;
        Ok(started)
    }

    /// Starts an action as soon as its target is free, for targets that run one action at a time
    /// and refuse others, such as live response. Tries every 15 seconds, at most for `within`;
    /// [`Duration::MAX`] means no limit.
    ///
    /// # Errors
    /// Returns the errors of [`begin`](Client::begin). If the target is still busy at the deadline,
    /// returns the service's refusal.
    pub async fn begin_when_free<T: DeserializeOwned>(
        &self,
        request: Request,
        within: Duration,
    ) -> Result<Started<T>> {
        let operation = request.operation();
        let started = self.start_when_free(request, within).await?;
        started
            .typed()
            .map_err(|error| error.with_operation(operation))
    }

    /// Like [`begin_when_free`](Client::begin_when_free), with the action as the bytes the service
    /// sent.
    ///
    /// # Errors
    /// Returns the errors of [`begin_when_free`](Client::begin_when_free).
    pub async fn start_when_free(
        &self,
        request: Request,
        within: Duration,
    ) -> Result<Started<Bytes>> {
        let deadline = deadline(within);
        let mut looks = Looks::new(BUSY_PAUSE, BUSY_PAUSE);
        loop {
            let outcome = self.start_once(request.clone()).await;
            looks.taken();
            match outcome {
                Err(error) if is_running_already(&error) && looks.is_before(deadline) => {
                    looks.due().await;
                }
                outcome => return outcome,
            }
        }
    }

    /// Starts an action on a target given by id: search, send once, search again if needed.
    async fn start_on(&self, request: Request) -> Result<Started<Bytes>> {
        let Some(spec) = request.operation().action.spec else {
            return self.start(request).await;
        };
        request.check_at(std::time::SystemTime::now())?;
        let target = Target {
            client: self,
            spec,
            request: &request,
        };
        let known = match target.actions().await {
            Ok(actions) => actions,
            Err(error) if error.is_denied() => return self.start(request).await,
            Err(error) => return Err(error),
        };
        if let Some(open) = target.reusable(&known) {
            return Ok(target.found(open));
        }
        match self.start(request.clone()).await {
            Err(error) if is_running_already(&error) => {
                // If the list fails, the refusal is the more useful error.
                let actions = target.actions().await.unwrap_or_default();
                target
                    .reusable(&actions)
                    .map_or(Err(error), |open| Ok(target.found(open)))
            }
            Err(error) if is_unknown(&error) => target.look_for_new(&known, error).await,
            outcome => outcome,
        }
    }

    /// Sends the request and keeps the delay that the service requests before the first look.
    async fn start(&self, request: Request) -> Result<Started<Bytes>> {
        let operation = request.operation();
        let answer = self.send_response(request).await?;
        let text = located(operation, &answer).unwrap_or_else(|| answer.body().clone());
        let started = Started::raw(self, operation, text);
        Ok(started.put_off(answer.retry_after()))
    }
}

/// The record of an action whose answer is empty: its id, the last segment of `Location`. `None` if
/// the answer has a body or no operation shows the action.
///
/// Graph starts attack simulations so. The address itself is not followed: the operation that shows
/// the action is known, and a foreign host would get no token anyway.
fn located(operation: &Operation, answer: &Response) -> Option<Bytes> {
    let completion = operation
        .action
        .completion
        .filter(|one| one.ask.is_some())?;
    let location = answer.headers().get("location")?.to_str().ok()?;
    let path = location.split(['?', '#']).next()?.trim_end_matches('/');
    let last = path.rsplit('/').next()?;
    // OData also names a record as `operations('id')`.
    let key = last
        .split_once("('")
        .and_then(|(_, key)| key.strip_suffix("')"));
    let id = key.unwrap_or(last);
    let record = serde_json::json!({ completion.id.1: id }).to_string();
    (answer.body().is_empty() && !id.is_empty()).then(|| record.into())
}

/// Whether the service refused because the same action is in progress. Live response answers with
/// the code `ActiveRequestAlreadyExists`; machine actions answer 400 with a message.
fn is_running_already(error: &Error) -> bool {
    error.kind() == ErrorKind::Refused
        && (error.code() == Some("ActiveRequestAlreadyExists")
            || error.message().contains("already in progress"))
}

/// Whether the service may have acted. An answer that cannot be read counts: it may have been a
/// success.
fn is_unknown(error: &Error) -> bool {
    error.may_have_acted()
        || matches!(
            error.kind(),
            ErrorKind::Timeout
                | ErrorKind::Interrupted
                | ErrorKind::Truncated
                | ErrorKind::Service
                | ErrorKind::Decode
                | ErrorKind::TooLarge
        )
}

/// An action of the target, as text and parsed.
struct Action {
    text: Bytes,
    value: Value,
}

impl Action {
    /// Empty if the action has no id.
    fn id(&self) -> &str {
        self.member("id").unwrap_or_default()
    }

    /// The text at a path with parts joined by dots.
    fn member(&self, path: &str) -> Option<&str> {
        let value = path
            .split('.')
            .try_fold(&self.value, |at, name| at.get(name));
        value.and_then(Value::as_str)
    }
}

/// The target of a request, and how to search its actions.
struct Target<'a> {
    client: &'a Client,
    spec: &'static ActionSpec,
    request: &'a Request,
}

impl Target<'_> {
    /// An action that was found instead of started.
    fn found(&self, action: &Action) -> Started<Bytes> {
        let operation = self.request.operation();
        let mut started = Started::raw(self.client, operation, action.text.clone());
        started.reused = true;
        started
    }

    /// The target's actions of the requested kind, open or ended.
    async fn actions(&self) -> Result<Vec<Action>> {
        let (input, property) = self.spec.target;
        let (kind_property, kind) = self.spec.kind;
        let target = self.request.path_value(input).unwrap_or_default();
        let filter = Filter::eq(property, target).and(Filter::eq(kind_property, kind));
        let list = Request::new(self.spec.list).filter(filter);
        let mut rows = self.client.rows(list).into_raw_items::<Value>();
        let mut actions = Vec::new();
        while let Some(row) = rows.next_row().await {
            let row = row?;
            actions.push(Action {
                value: row.decode()?,
                text: row.into_bytes(),
            });
        }
        Ok(actions)
    }

    /// An open action that does the same, if the operation allows reuse.
    fn reusable<'a>(&self, actions: &'a [Action]) -> Option<&'a Action> {
        let completion = self.request.operation().action.completion?;
        let mut open = actions
            .iter()
            .filter(|action| completion.is_open(&action.value));
        let same = open.find(|action| self.is_same(action));
        same.filter(|_| self.spec.reusable)
    }

    /// Whether an action agrees with the request in all members it shows. Missing members count as
    /// equal.
    fn is_same(&self, action: &Action) -> bool {
        self.spec.same.iter().all(|(input, path)| {
            let wanted = self.request.body_value(input).and_then(Value::as_str);
            let shown = action.member(path);
            wanted
                .zip(shown)
                .is_none_or(|(wanted, shown)| wanted.eq_ignore_ascii_case(shown))
        })
    }

    /// Searches for an action that was not listed before. Returns the error of the request if none
    /// appears.
    async fn look_for_new(&self, known: &[Action], error: Error) -> Result<Started<Bytes>> {
        let known: HashSet<&str> = known.iter().map(Action::id).collect();
        for delay in LOOKS {
            pause::lasting(delay).await;
            let Ok(actions) = self.actions().await else {
                continue;
            };
            let mut new = actions.iter().filter(|action| !known.contains(action.id()));
            if let Some(action) = new.find(|action| self.is_same(action)) {
                return Ok(self.found(action));
            }
        }
        let waited: Duration = LOOKS.iter().sum();
        Err(error.with_hint(format!(
            "the service may have acted: no such action appeared within {} s, and the request was not repeated; list \
             the target's actions before sending it again",
            waited.as_secs()
        )))
    }
}

#[cfg(test)]
mod tests;
