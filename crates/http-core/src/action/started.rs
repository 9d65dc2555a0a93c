//! An action that was started.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use super::finished::Finished;
use super::named::Taken;
use super::poller::Poller;
use crate::client::Client;
use crate::error::Result;
use crate::operation::Operation;
use crate::wire::decode;

/// An action that was started, or was open already.
///
/// [`wait`](Self::wait) follows it to its end; [`poller`](Self::poller) gives each state on the way. Dropping it changes
/// nothing: the action goes on, and [`Client::poller_of`] follows it again by its id.
#[derive(Clone)]
#[non_exhaustive]
pub struct Started<T> {
    /// The action as the service shows it.
    pub action: T,
    /// Whether it was found among the target's actions rather than answered to this request: it was open already,
    /// or the answer was lost.
    pub reused: bool,
    /// The record that was acted on, where the request named it in place of giving its id.
    pub taken: Option<Taken>,
    follow: Follow<T>,
}

/// What a poller needs to follow a started action.
struct Follow<T> {
    client: Client,
    operation: &'static Operation,
    text: Bytes,
    /// The delay before the first look that the service asked for.
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
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}

impl<T> Started<T> {
    /// The states of the action, up to its end. The first is the one it was started with; the first look at the service
    /// comes after a pause.
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

    /// Waits until the action has ended, or for as long as `within`. [`Duration::MAX`] is no limit.
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
    pub(super) fn raw(client: &Client, operation: &'static Operation, text: Bytes) -> Self {
        Self {
            action: text.clone(),
            reused: false,
            taken: None,
            follow: Follow {
                client: client.clone(),
                operation,
                text,
                asked: None,
                decode: |text| Ok(text.clone()),
            },
        }
    }

    pub(super) fn put_off(mut self, asked: Option<Duration>) -> Self {
        self.follow.asked = asked;
        self
    }

    /// The same with the action decoded.
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
            taken: self.taken,
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
