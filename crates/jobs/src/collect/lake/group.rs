//! The commits of a table: tenants that are done at the same time share one.
//!
//! Each commit is a file of the log, and a log with many files is slow to read. 300 tenants every five minutes, one by one, would make
//! 86,400 files a day for each stream.
//!
//! 1. [`Group::begin`] counts a pass as open. It is read, and its files are written.
//! 2. [`Open::commit`] puts it into the queue, and it waits.
//! 3. A task commits the queue as soon as no pass is open, after 64 MiB of files, or ten seconds after the first of the queue came. One
//!    file of the log has the files, the cursors and the numbers of all.
//! 4. Each pass gets its own end. One that another process has overtaken is left out, and the others of the queue do not notice.
//!
//! Ten seconds bound what a tenant that hangs costs the others, and the number of commits: a process makes six a minute for a stream at
//! most, however many tenants it has. 300 tenants that are read in 30 seconds, sixteen at a time, make three or four commits a round, which
//! is about 1,000 a day with a round each five minutes; a process that reads all day long makes 8,640.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lake::{Error, Part, PartEnd, Progress, Table, Written};
use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, timeout_at};

use super::receipts::{Receipts, Run};
use super::{Name, State};
use crate::collect::sink::SinkError;

/// Bytes of files after which a commit does not wait for further tenants.
const MOST_BYTES: u64 = 64 << 20;

/// The longest that a tenant waits for others, before the commit itself.
const LONGEST: Duration = Duration::from_secs(10);

/// How long what was read of a log counts as new. A commit that rests on an older version is refused by the log, so nothing hangs on it.
const FRESH: Duration = Duration::from_secs(10);

/// Commits to the table of a stream.
pub(super) struct Group {
    stream: String,
    /// The address of the table, for messages.
    place: String,
    /// Held during a commit: a process makes one version after the other.
    table: tokio::sync::Mutex<Kept>,
    queue: Mutex<Queue>,
    /// Told when a pass has ended, with or without a commit.
    changed: Notify,
    receipts: Arc<Receipts>,
}

/// A table, and when its log was read.
struct Kept {
    table: Table,
    read: Instant,
}

#[derive(Default)]
struct Queue {
    /// Passes that are being read.
    open: usize,
    /// Passes that were read, in the order of their ends.
    waiting: Vec<Waiting>,
    /// Bytes of the files of those that wait.
    bytes: u64,
    /// When the first of those that wait came.
    since: Option<Instant>,
    /// Whether a task serves them.
    is_served: bool,
}

/// A pass that was read.
pub(super) struct Done {
    pub(super) tenant: String,
    /// The number of the commit before. `None` for the first.
    pub(super) seen: Option<i64>,
    /// What the commit keeps of the tenant.
    pub(super) state: State,
    /// The state of the commit before.
    pub(super) before: Option<State>,
    /// Its files. `None` if nothing was new: cursor and receipt are committed nevertheless.
    pub(super) written: Option<Written>,
}

/// The end of a pass.
type End = Result<(), SinkError>;

/// A pass that waits for its commit.
struct Waiting {
    done: Done,
    end: oneshot::Sender<End>,
}

/// A pass that is being read. It counts as one until this is dropped.
pub(super) struct Open(Arc<Group>);

impl Group {
    pub(super) fn new(stream: &str, place: String, table: Table, receipts: Arc<Receipts>) -> Self {
        let read = Instant::now();
        Self {
            stream: stream.to_owned(),
            place,
            table: tokio::sync::Mutex::new(Kept { table, read }),
            queue: Mutex::default(),
            changed: Notify::new(),
            receipts,
        }
    }

    /// Looks into the table as it stands. What other processes have added in the last ten seconds may be missing: a pass that rests on it
    /// is overtaken, which costs its reading and no row.
    pub(super) async fn look<T>(&self, look: impl FnOnce(&Table) -> T) -> Result<T, SinkError> {
        let mut kept = self.table.lock().await;
        if kept.read.elapsed() > FRESH {
            kept.table.refresh().await?;
            kept.read = Instant::now();
        }
        Ok(look(&kept.table))
    }

    /// Begins a pass. Commits wait for it until it is committed or dropped.
    pub(super) fn begin(self: &Arc<Self>) -> Open {
        self.locked().open += 1;
        Open(Arc::clone(self))
    }

    fn locked(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a commit is due, and takes all that wait for it. `None` if none waits: the task ends then.
    async fn due(&self) -> Option<Vec<Waiting>> {
        loop {
            let deadline = {
                let mut queue = self.locked();
                let Some(since) = queue.since else {
                    queue.is_served = false;
                    return None;
                };
                let deadline = since + LONGEST;
                let is_full = queue.bytes >= MOST_BYTES || Instant::now() >= deadline;
                if queue.open == 0 || is_full {
                    queue.since = None;
                    queue.bytes = 0;
                    return Some(std::mem::take(&mut queue.waiting));
                }
                deadline
            };
            // Whether something changed or the time is up: the queue says.
            let _ = timeout_at(deadline, self.changed.notified()).await;
        }
    }

    /// Commits as long as passes wait.
    ///
    /// A task of its own: the future of a pass may be dropped, and the others that wait for the same commit must not notice.
    async fn serve(self: Arc<Self>) {
        while let Some(waiting) = self.due().await {
            self.write(waiting).await;
        }
    }

    /// Commits passes and tells each its end.
    ///
    /// If the store fails, none of them is committed, or all are and the answer was lost. Both is right: the next pass reads what the log
    /// says.
    async fn write(&self, waiting: Vec<Waiting>) {
        let mut parts = Vec::with_capacity(waiting.len());
        let mut runs = Vec::with_capacity(waiting.len());
        let mut ends = Vec::with_capacity(waiting.len());
        let id = self.table.lock().await.table.id().map(str::to_owned);
        for Waiting { done, end } in waiting {
            let name = Name {
                tenant: &done.tenant,
                stream: &self.stream,
            };
            let state = match serde_json::to_string(&done.state) {
                Ok(state) => state,
                Err(error) => {
                    let _ = end.send(Err(SinkError::unreadable(&self.place, error.to_string())));
                    continue;
                }
            };
            runs.push(Run {
                app: name.app(),
                domain: name.domain(),
                table: id.clone(),
                before: done.seen,
                receipt_before: done.before.map(|state| state.receipt),
                receipt: done.state.receipt,
            });
            parts.push(Part {
                progress: vec![Progress {
                    app: name.app(),
                    seen: done.seen,
                    domain: name.domain(),
                    state,
                }],
                written: done.written,
            });
            ends.push((done.tenant, end));
        }
        let committed = match self.receipts.mend(&runs).await {
            Ok(()) => {
                let mut kept = self.table.lock().await;
                let committed = kept.table.commit(parts).await;
                kept.read = Instant::now();
                committed.map_err(|error| Failed(Arc::new(error), error_of_table))
            }
            Err(error) => Err(Failed(Arc::new(error), error_of_lake)),
        };
        let committed = match committed {
            Ok(committed) => committed,
            Err(Failed(error, told)) => {
                for (_, end) in ends {
                    let _ = end.send(Err(told(&error)));
                }
                return;
            }
        };
        // The first commit makes the table.
        let id = self.table.lock().await.table.id().map(str::to_owned);
        runs.iter_mut().for_each(|run| run.table.clone_from(&id));
        let mut judged = committed.parts.iter();
        runs.retain(|_| judged.next() == Some(&PartEnd::Done));
        // The rows are there whatever becomes of this, and the next pass writes receipts that are missing.
        let _ = self.receipts.add(&runs).await;
        for ((tenant, end), judged) in ends.into_iter().zip(committed.parts) {
            let _ = end.send(self.judged(&tenant, judged));
        }
    }

    /// The end of a pass, as its caller gets it.
    fn judged(&self, tenant: &str, end: PartEnd) -> End {
        match end {
            PartEnd::Done => Ok(()),
            PartEnd::Overtaken => Err(SinkError::overtaken(&self.place, tenant)),
            other => Err(SinkError::unreadable(
                &self.place,
                format!("another program has changed its columns meanwhile ({other:?}); try again"),
            )),
        }
    }
}

/// Why a commit failed, and how each of its passes is told.
struct Failed(Arc<Error>, fn(&Arc<Error>) -> SinkError);

fn error_of_table(error: &Arc<Error>) -> SinkError {
    SinkError::from(Arc::clone(error))
}

/// The receipts are one table for all streams, so what is wrong with it is wrong for each.
fn error_of_lake(error: &Arc<Error>) -> SinkError {
    SinkError::store(Arc::clone(error) as _, error.hint())
}

impl Open {
    /// Waits until the pass is committed, together with others.
    pub(super) async fn commit(self, done: Done) -> End {
        let group = Arc::clone(&self.0);
        let (end, ended) = oneshot::channel();
        {
            let mut queue = group.locked();
            queue.bytes += done.written.as_ref().map_or(0, |written| written.bytes);
            queue.since.get_or_insert_with(Instant::now);
            queue.waiting.push(Waiting { done, end });
            if !queue.is_served {
                queue.is_served = true;
                tokio::spawn(Arc::clone(&group).serve());
            }
        }
        drop(self);
        let place = &group.place;
        let broken = || SinkError::unreadable(place, "the program ended before the commit");
        ended.await.unwrap_or_else(|_| Err(broken()))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.locked().open -= 1;
        self.0.changed.notify_one();
    }
}
