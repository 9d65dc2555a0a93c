//! What takes longer than one answer, followed to its end.

use std::fmt;
use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use http_core::time::{Instant, sleep};
use http_core::{BoxFuture, Id, Result};

/// The first pause between two looks; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause. All polling of a tenant shares the 100 calls a minute of one operation.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How often what was just created may be unknown to the service that is asked for it.
const MOST_UNKNOWN: u32 = 3;

/// How waiting ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Waited<T> {
    /// It is over; its status tells how.
    Done(T),
    /// The time was up first; it goes on without us.
    Pending(T),
}

impl<T> Waited<T> {
    /// The record as it was seen last, over or not.
    pub fn into_inner(self) -> T {
        match self {
            Self::Done(record) | Self::Pending(record) => record,
        }
    }
}

/// Looks at a record until it is over, with growing pauses: from one second to half a minute.
///
/// What a device has to do stays pending for days while it is offline: give [`until_done`](Self::until_done) a limit,
/// keep the id and come back later.
///
/// ```no_run
/// # use std::time::Duration;
/// # use mde_api::{Client, Result, Waited};
/// # async fn run(client: Client) -> Result<()> {
/// let begun = client.machines().isolate("machine-id", "ticket 7").begin().await?;
/// match client.machine_actions().poller(&begun.action.id).until_done(Duration::from_secs(1800)).await? {
///     Waited::Done(action) => println!("{:?}", action.status),
///     Waited::Pending(action) => println!("still going on: {}", action.id),
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a poller does nothing until asked"]
pub struct Poller<T> {
    look: Box<dyn Fn(Id<T>) -> BoxFuture<'static, Result<T>> + Send + Sync>,
    is_over: fn(&T) -> bool,
    last: T,
    id: Id<T>,
    pause: Option<Duration>,
    unknown: u32,
    over: bool,
}

impl<T: Clone> Poller<T> {
    /// `unseen` stands for the record until the first look.
    pub(crate) fn new(
        id: Id<T>,
        unseen: T,
        is_over: fn(&T) -> bool,
        look: impl Fn(Id<T>) -> BoxFuture<'static, Result<T>> + Send + Sync + 'static,
    ) -> Self {
        Self {
            look: Box::new(look),
            is_over,
            last: unseen,
            id,
            pause: None,
            unknown: 0,
            over: false,
        }
    }

    /// Waits for the next look and gives what was seen; `None` once it was seen to be over.
    ///
    /// # Errors
    /// Those of the operation that is asked. A record unknown right after its creation is asked for again.
    pub async fn next_state(&mut self) -> Option<Result<T>> {
        if self.over {
            return None;
        }
        loop {
            if let Some(pause) = self.pause {
                sleep(pause).await;
            }
            let longer = |pause: Duration| (pause * 3 / 2).min(LONGEST_PAUSE);
            self.pause = Some(self.pause.map_or(FIRST_PAUSE, longer));
            match (self.look)(self.id.clone()).await {
                Err(error) if error.is_not_found() && self.unknown < MOST_UNKNOWN => {
                    self.unknown += 1;
                }
                Err(error) => return Some(Err(error)),
                Ok(record) => {
                    self.over = (self.is_over)(&record);
                    self.last = record.clone();
                    return Some(Ok(record));
                }
            }
        }
    }

    /// Waits until it is over or the time is up, whichever comes first. A look that is under way when the time is up is
    /// given up.
    ///
    /// # Errors
    /// Those of [`next_state`](Self::next_state).
    pub async fn until_done(mut self, within: Duration) -> Result<Waited<T>> {
        let deadline = Instant::now() + within;
        loop {
            let now = Instant::now();
            if now + self.pause.unwrap_or_default() > deadline {
                return Ok(Waited::Pending(self.last));
            }
            let seen = match select(pin!(self.next_state()), pin!(sleep(deadline - now))).await {
                Either::Left((seen, _)) => Some(seen),
                Either::Right(_) => None,
            };
            match seen {
                Some(Some(state)) => state.map(drop)?,
                Some(None) => return Ok(Waited::Done(self.last)),
                None => return Ok(Waited::Pending(self.last)),
            }
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Poller<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Poller")
            .field("id", &self.id)
            .field("over", &self.over)
            .finish_non_exhaustive()
    }
}
