//! Starts an action once: looks for it before it is asked for, and again where the outcome is unknown.

use std::collections::HashSet;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::looks::{self, Looks};
use super::started::Started;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::ActionSpec;
use crate::pipeline::time::deadline;
use crate::request::Request;
use crate::request::odata::Filter;

/// The pauses before each look for an action whose answer was lost.
const LOOKS: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
];
/// The pauses between two attempts on a target that is busy.
const BUSY_PAUSE: Duration = Duration::from_secs(15);

impl Client {
    /// Starts an action, or returns the same one of the target that is open already.
    ///
    /// Where the outcome is unknown (no answer, or a failing server) the target's actions are looked through
    /// for some seconds; the request is never sent again. A caller who may start actions but not list them gets the
    /// plain call, as does an operation without an [`ActionSpec`].
    ///
    /// A target that is named is looked up first, and [`Started::taken`] says which record it is. Services give one record
    /// for a name even where several have it, among them some that another one has replaced.
    ///
    /// # Errors
    /// As [`send`](Client::send). After an unknown outcome the hint says whether the action can have begun.
    /// [`ErrorKind::Usage`] with the candidates, and nothing sent, for a name that does not stand for exactly one record
    /// on which the action can act.
    pub async fn begin<T: DeserializeOwned>(&self, request: Request) -> Result<Started<T>> {
        let operation = request.operation();
        let started = self.start_once(request).await?;
        started
            .typed()
            .map_err(|error| error.with_operation(operation))
    }

    /// The same with the action's own bytes.
    ///
    /// # Errors
    /// As [`begin`](Client::begin).
    pub async fn start_once(&self, request: Request) -> Result<Started<Bytes>> {
        let (request, taken) = self.resolve(request).await?;
        let mut started = self.start_on(request).await?;
        started.taken = taken;
        Ok(started)
    }

    /// Starts an action as soon as its target is free, for targets that take one at a time and refuse the others. Tries
    /// every 15 seconds for as long as `within`; [`Duration::MAX`] is no limit.
    ///
    /// # Errors
    /// As [`begin`](Client::begin); the refusal itself where the target is still busy when the time is up.
    pub async fn begin_when_free<T: DeserializeOwned>(
        &self,
        request: Request,
        within: Duration,
    ) -> Result<Started<T>> {
        let deadline = deadline(within);
        let mut looks = Looks::new(BUSY_PAUSE, BUSY_PAUSE);
        loop {
            let outcome = self.begin(request.clone()).await;
            looks.taken();
            match outcome {
                Err(error) if is_running_already(&error) && looks.is_before(deadline) => {
                    looks.due().await;
                }
                outcome => return outcome,
            }
        }
    }

    /// Starts an action on a target that is given by its id.
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
                // The refusal says more than a list that cannot be read.
                let actions = target.actions().await.unwrap_or_default();
                target
                    .reusable(&actions)
                    .map_or(Err(error), |open| Ok(target.found(open)))
            }
            Err(error) if is_unknown(&error) => target.look_for_new(&known, error).await,
            outcome => outcome,
        }
    }

    async fn start(&self, request: Request) -> Result<Started<Bytes>> {
        let operation = request.operation();
        let answer = self.send_response(request).await?;
        let started = Started::raw(self, operation, answer.body().clone());
        Ok(started.put_off(answer.retry_after()))
    }
}

/// The service says that the same is going on.
fn is_running_already(error: &Error) -> bool {
    error.kind() == ErrorKind::Refused
        && (error.code() == Some("ActiveRequestAlreadyExists")
            || error.message().contains("already in progress"))
}

/// The service may have acted.
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

/// An action of the target.
struct Action {
    text: Bytes,
    value: Value,
}

impl Action {
    fn id(&self) -> &str {
        self.member("id").unwrap_or_default()
    }

    /// The text at a path of members.
    fn member(&self, path: &str) -> Option<&str> {
        let value = path
            .split('.')
            .try_fold(&self.value, |at, name| at.get(name));
        value.and_then(Value::as_str)
    }
}

/// What a request acts on.
struct Target<'a> {
    client: &'a Client,
    spec: &'static ActionSpec,
    request: &'a Request,
}

impl Target<'_> {
    fn found(&self, action: &Action) -> Started<Bytes> {
        let operation = self.request.operation();
        let mut started = Started::raw(self.client, operation, action.text.clone());
        started.reused = true;
        started
    }

    /// The target's actions of the kind, open or over.
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

    fn reusable<'a>(&self, actions: &'a [Action]) -> Option<&'a Action> {
        let completion = self.request.operation().action.completion?;
        let mut open = actions
            .iter()
            .filter(|action| completion.is_open(&action.value));
        let same = open.find(|action| self.is_same(action));
        same.filter(|_| self.spec.reusable)
    }

    /// Whether nothing that the action shows tells it from the one that is asked for.
    fn is_same(&self, action: &Action) -> bool {
        self.spec.same.iter().all(|(input, path)| {
            let wanted = self.request.body_value(input).and_then(Value::as_str);
            let shown = action.member(path);
            wanted
                .zip(shown)
                .is_none_or(|(wanted, shown)| wanted.eq_ignore_ascii_case(shown))
        })
    }

    /// Looks for an action that was not there before; the request's own error where none appears.
    async fn look_for_new(&self, known: &[Action], error: Error) -> Result<Started<Bytes>> {
        let known: HashSet<&str> = known.iter().map(Action::id).collect();
        for pause in LOOKS {
            looks::pause(pause).await;
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
            "the service may have acted: no such action appeared within {} s, and the request was not repeated; look \
             at the target's actions once more before sending it again",
            waited.as_secs()
        )))
    }
}

#[cfg(test)]
mod tests;
