//! An action that was started, and what is needed to follow it.
//!
//! The answer to the starting request is a full record, so following begins without another
//! request. The type of the record is kept as a decoding function: a caller that works with bytes
//! and one that works with a typed record share one poller.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::finished::Finished;
use super::named::ResolvedTarget;
use super::poller::Poller;
use crate::client::Client;
use crate::error::Result;
use crate::operation::Operation;
use crate::wire::decode;

/// An action that was started, or that was already open.
///
/// [`wait`](Self::wait) follows it to its end; [`poller`](Self::poller) returns each state on the
/// way. Dropping it does not cancel the action: [`Client::poller_of`] follows it again by its id.
///
/// ```
/// # use std::time::Duration;
/// # use http_core::{Client, Request, Result, Value};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let started = client.begin::<Value>(request).await?;
/// if started.reused {
///     println!("already open: {}", started.action["id"]);
/// }
/// let mut states = started.poller().within(Duration::from_secs(600));
/// while let Some(state) = states.next_state().await {
///     println!("{}", state?["status"]);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Started<T> {
    /// The action as the service showed it at the start.
    pub action: T,
    /// Whether the action was found among the target's actions instead of being the answer to this
    /// request: it was already open, or the answer was lost.
    pub reused: bool,
    /// The record the action runs on, if the request gave a name in place of an id.
    pub resolved: Option<ResolvedTarget>,
    follow: Follow<T>,
}

/// What a poller needs to follow a started action.
struct Follow<T> {
    client: Client,
    operation: &'static Operation,
    text: Bytes,
    /// The delay that the answer requested before the first look.
    asked: Option<Duration>,
    decode: fn(&Bytes) -> Result<T>,
}

impl<T> Clone for Follow<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            text: self.text.clone(),
            ..*self
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Started<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Started")
            .field("action", &self.action)
            .field("reused", &self.reused)
            .field("resolved", &self.resolved)
            .finish_non_exhaustive()
    }
}

impl<T> Started<T> {
    /// The states of the action up to its end. The first is the one it was started with, without a
    /// request; the first look comes after a pause. Each call starts a new poller from there.
    pub fn poller(&self) -> Poller<T> {
        let Follow {
            client,
            operation,
            text,
            asked,
            decode,
        } = self.follow.clone();
        Poller::started(client, operation, text, decode).put_off(asked)
    }

    /// Waits until the action has ended, at most `within`. [`Duration::MAX`] means no limit. Cancel
    /// safe.
    ///
    /// # Errors
    /// Returns the errors of [`Poller::wait`].
    pub fn wait(
        &self,
        within: Duration,
    ) -> impl Future<Output = Result<Finished<T>>> + Send + use<T> {
        let mut poller = self.poller();
        async move { poller.wait(within).await }
    }
}

impl Started<Bytes> {
    /// An action whose record stays bytes.
    pub(super) fn raw(client: &Client, operation: &'static Operation, text: Bytes) -> Self {
        Self {
            action: text.clone(),
            reused: false,
            resolved: None,
            follow: Follow {
                client: client.clone(),
                operation,
                text,
                asked: None,
                decode: |text| Ok(text.clone()),
            },
        }
    }

    /// Delays the first look, as the answer requested.
    pub(super) fn put_off(mut self, asked: Option<Duration>) -> Self {
        self.follow.asked = asked;
        self
    }

    /// The same action with its record decoded.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) if the record does not fit `T`.
    pub(super) fn typed<T: DeserializeOwned>(self) -> Result<Started<T>> {
        let Follow {
            client,
            operation,
            text,
            asked,
            ..
        } = self.follow;
        Ok(Started {
            action: decode(&text)?,
            reused: self.reused,
            resolved: self.resolved,
            follow: Follow {
                client,
                operation,
                text,
                asked,
                decode: |text| decode(text),
            },
        })
    }
}
