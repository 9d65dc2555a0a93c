//! What takes longer than one answer, followed to its end.

use std::fmt;
use std::time::Duration;

use http_core::time::{before, deadline};
use http_core::{BoxFuture, Error, Id, Looks, Result};

/// The first pause between two looks; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause. All polling of a tenant shares the 100 calls a minute of one operation.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How many looks in a row may fail for a reason that passes.
const MOST_FAILED: u32 = 3;
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
/// keep the id and come back later. A look that fails says nothing about the record: it goes on, and another poller of
/// the same id takes it up again.
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
    look: Box<dyn Fn(Id<T>) -> Look<T> + Send + Sync>,
    is_over: fn(&T) -> bool,
    last: T,
    id: Id<T>,
    looks: Looks,
    /// A look that is under way: it is kept while nobody waits for it.
    looking: Option<Look<T>>,
    unknown: u32,
    over: bool,
}

type Look<T> = BoxFuture<'static, Result<T>>;

impl<T: Clone> Poller<T> {
    /// `unseen` stands for the record until the first look.
    pub(crate) fn new(
        id: Id<T>,
        unseen: T,
        is_over: fn(&T) -> bool,
        look: impl Fn(Id<T>) -> Look<T> + Send + Sync + 'static,
    ) -> Self {
        Self {
            look: Box::new(look),
            is_over,
            last: unseen,
            id,
            looks: Looks::new(FIRST_PAUSE, LONGEST_PAUSE),
            looking: None,
            unknown: 0,
            over: false,
        }
    }

    /// Waits for the next look and gives what was seen; `None` once it was seen to be over.
    ///
    /// Cancel safe: dropping the future and calling again goes on with the same wait, or the same look.
    ///
    /// # Errors
    /// Those of the operation that is asked; the poller may be asked again after one. A record unknown right after its
    /// creation is asked for again.
    pub async fn next_state(&mut self) -> Option<Result<T>> {
        if self.over {
            return None;
        }
        loop {
            if self.looking.is_none() {
                self.looks.due().await;
            }
            let id = &self.id;
            let looking = self.looking.get_or_insert_with(|| (self.look)(id.clone()));
            let seen = looking.await;
            self.looking = None;
            self.looks.taken();
            match seen {
                Err(error) if error.is_not_found() && self.unknown < MOST_UNKNOWN => {
                    self.unknown += 1;
                }
                Err(error) => {
                    self.looks.put_off(error.retry_after().unwrap_or_default());
                    return Some(Err(error));
                }
                Ok(record) => {
                    self.over = (self.is_over)(&record);
                    self.last = record.clone();
                    return Some(Ok(record));
                }
            }
        }
    }

    /// Waits until it is over or the time is up, whichever comes first; [`Duration::MAX`] is no limit. A look that is
    /// under way when the time is up is given up.
    ///
    /// # Errors
    /// Those of [`next_state`](Self::next_state). One that may pass (a service that fails, a broken connection) is
    /// waited out for three looks in a row. The record goes on whatever the error is.
    pub async fn until_done(mut self, within: Duration) -> Result<Waited<T>> {
        let deadline = deadline(within);
        let mut failed = 0;
        loop {
            if !self.looks.is_before(deadline) {
                return Ok(Waited::Pending(self.last));
            }
            match before(deadline, self.next_state()).await {
                Some(Some(Ok(_))) => failed = 0,
                Some(Some(Err(error))) => {
                    failed += 1;
                    is_waited_out(failed, error)?;
                }
                Some(None) => return Ok(Waited::Done(self.last)),
                None => return Ok(Waited::Pending(self.last)),
            }
        }
    }
}

fn is_waited_out(failed: u32, error: Error) -> Result<()> {
    if error.is_retryable() && failed < MOST_FAILED {
        Ok(())
    } else {
        Err(error)
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
