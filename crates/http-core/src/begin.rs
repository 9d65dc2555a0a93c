//! Actions that are begun once: looked for before they are asked for, and again where nobody knows whether they were.

mod named;

use std::collections::HashSet;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use self::named::Taken;
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Operation;
use crate::request::Request;
use crate::request::odata::Filter;
use crate::wire::decode;

/// How an action that an operation starts is found again among those of its target.
#[derive(Clone, Copy, Debug)]
pub struct Begins {
    /// The list of all actions.
    pub list: &'static Operation,
    /// The input that names the target, and the property of an action that does.
    pub target: (&'static str, &'static str),
    /// The property of an action that names its kind, and the kind that is started.
    pub kind: (&'static str, &'static str),
    /// The property of an action that says how far it is.
    pub state: &'static str,
    /// The states of an action that is not over.
    pub open: &'static [&'static str],
    /// Inputs that make it another action, each with the member of an action that shows it, parts joined by dots.
    pub same: &'static [(&'static str, &'static str)],
    /// Whether an open action of the kind does what a new one would do.
    pub reusable: bool,
}

/// An action that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Begun<T> {
    /// The action as the service shows it.
    pub action: T,
    /// Whether it was found among the target's actions rather than answered to this request: it was open already,
    /// or the answer was lost.
    pub reused: bool,
    /// The record that was acted on, where the request named it in place of giving its id.
    pub taken: Option<Taken>,
}

/// The pauses before each look for an action whose answer was lost.
const LOOKS: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_secs(2),
    Duration::from_secs(5),
    Duration::from_secs(10),
];

impl Client {
    /// Starts an action unless the target has the same one open, which is then given instead.
    ///
    /// Where the outcome is unknown (no answer, or one of a failing server) the target's actions are looked through
    /// for some seconds; the request is never sent again. A caller who may start actions and not list them gets the
    /// plain call. An operation that starts nothing is sent as ever.
    ///
    /// A target that is named is looked up first, and [`Begun::taken`] says which record it is. Services give one record
    /// for a name even where several have it, among them some that another one has replaced.
    ///
    /// # Errors
    /// As [`send`](Client::send). After an unknown outcome the hint says whether the action can have begun.
    /// [`ErrorKind::Usage`] with the candidates, and nothing sent, for a name that does not stand for exactly one record
    /// on which the action can act.
    pub async fn begin<T: DeserializeOwned>(&self, request: Request) -> Result<Begun<T>> {
        let operation = request.operation();
        let begun = self.begin_raw(request).await?;
        let action = decode(&begun.action).map_err(|error| error.with_operation(operation))?;
        Ok(Begun {
            action,
            reused: begun.reused,
            taken: begun.taken,
        })
    }

    /// The same with the action's own bytes.
    ///
    /// # Errors
    /// As [`begin`](Client::begin).
    pub async fn begin_raw(&self, request: Request) -> Result<Begun<Bytes>> {
        let (request, taken) = self.resolve(request).await?;
        let mut begun = self.begin_on(request).await?;
        begun.taken = taken;
        Ok(begun)
    }

    /// The same for a target that is given by its id.
    async fn begin_on(&self, request: Request) -> Result<Begun<Bytes>> {
        let Some(begins) = request.operation().begins else {
            return self.start(request).await;
        };
        request.check_at(std::time::SystemTime::now())?;
        let target = Target {
            client: self,
            begins,
            request: &request,
        };
        let known = match target.actions().await {
            Ok(actions) => actions,
            Err(error) if error.is_denied() => return self.start(request).await,
            Err(error) => return Err(error),
        };
        if let Some(open) = target.reusable(&known) {
            return Ok(found(open));
        }
        match self.start(request.clone()).await {
            Err(error) if is_running_already(&error) => {
                // The refusal says more than a list that cannot be read.
                let actions = target.actions().await.unwrap_or_default();
                target
                    .reusable(&actions)
                    .map_or(Err(error), |open| Ok(found(open)))
            }
            Err(error) if is_unknown(&error) => target.look_for_new(&known, error).await,
            outcome => outcome,
        }
    }

    async fn start(&self, request: Request) -> Result<Begun<Bytes>> {
        let answer = self.send_response(request).await?;
        Ok(Begun {
            action: answer.body().clone(),
            reused: false,
            taken: None,
        })
    }
}

fn found(action: &Action) -> Begun<Bytes> {
    Begun {
        action: action.text.clone(),
        reused: true,
        taken: None,
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
    begins: &'static Begins,
    request: &'a Request,
}

impl Target<'_> {
    /// The target's actions of the kind, open or over.
    async fn actions(&self) -> Result<Vec<Action>> {
        let (input, property) = self.begins.target;
        let (kind_property, kind) = self.begins.kind;
        let target = self.request.path_value(input).unwrap_or_default();
        let filter = Filter::eq(property, target).and(Filter::eq(kind_property, kind));
        let list = Request::new(self.begins.list).filter(filter);
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
        let mut open = actions.iter().filter(|action| {
            let state = action.member(self.begins.state).unwrap_or_default();
            let mut states = self.begins.open.iter();
            states.any(|open| open.eq_ignore_ascii_case(state))
        });
        let same = open.find(|action| self.is_same(action));
        same.filter(|_| self.begins.reusable)
    }

    /// Whether nothing that the action shows tells it from the one that is asked for.
    fn is_same(&self, action: &Action) -> bool {
        self.begins.same.iter().all(|(input, path)| {
            let wanted = self.request.body_value(input).and_then(Value::as_str);
            let shown = action.member(path);
            wanted
                .zip(shown)
                .is_none_or(|(wanted, shown)| wanted.eq_ignore_ascii_case(shown))
        })
    }

    /// Looks for an action that was not there before; the request's own error where none appears.
    async fn look_for_new(&self, known: &[Action], error: Error) -> Result<Begun<Bytes>> {
        let known: HashSet<&str> = known.iter().map(Action::id).collect();
        for pause in LOOKS {
            tokio::time::sleep(pause).await;
            let Ok(actions) = self.actions().await else {
                continue;
            };
            let mut new = actions.iter().filter(|action| !known.contains(action.id()));
            if let Some(action) = new.find(|action| self.is_same(action)) {
                return Ok(found(action));
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
