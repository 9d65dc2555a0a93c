//! Collecting: every record of a list once, in each of its versions, over many passes and processes.
//!
//! | for | is |
//! | --- | --- |
//! | what can be collected | [`Stream`] |
//! | one pass over a stream of a tenant | [`Collector`] |
//! | what can be exported, and one whole reading of it | [`Source`], [`Export`] |
//! | where it stands | [`Cursor`] |
//! | tables that engines read, with the feature `lake` | `Lake` |
//! | a pass over each of several streams | [`Round`] |
//! | where rows go | [`Sink`], [`Writer`]: [`Spool`], [`Ndjson`], [`Singer`] |
//! | what a pass did | [`Receipt`], [`Metrics`], [`MetricsFile`] |
//!
//! # What is exact, and why
//!
//! - The commit is the checkpoint: rows, cursor and receipt become visible in one step of the sink. A process that is killed leaves
//!   either all of a pass or nothing.
//! - A pass asks for records from a while before the newest time it has seen: a quarter of an hour, and twice a day a whole day. Services
//!   show some records late, and several may have one time. What is shown up to twelve hours late is always found.
//! - A record that is known in this version is left out. What is known is bounded by a day and by [`MOST_KNOWN`] records; beyond that
//!   the receipt says that late records may be missed.
//! - A list that breaks off moves nothing on: what came is kept if it can be remembered, and the next pass asks for the same time again.
//! - Time is that of the service. A record from the future is written, and moves nothing on.
//!
//! # Queries of advanced hunting
//!
//! [`Stream::query`] collects the rows of a query by a time column.
//!
//! - Each answer is asked for oldest first and from a time on, with as many rows as the service returns at most. A full answer is followed
//!   by the next one, so nothing is cut off; more rows at one time than an answer can have are a gap that the receipt names.
//! - Rows have no key. Two that are equal in all columns are one, and a row that the service changes comes again.
//! - The service looks back 30 days. What a longer pause has lost is named in the receipt.
//!
//! # Exports
//!
//! An export by files is all there is at a time, and the service generates it anew every few hours. As a stream each of them is written
//! once, whole or not at all ([`Stream::is_export`]).
//!
//! [`Export`] reads any list, or an export by files, once. It remembers nothing, so no collector goes on after it, and a store takes one
//! of a name and tenant.
//!
//! # What is seen of changes
//!
//! Where the service cannot be asked for changes but only for what was created ([`Stream::sees_changes`]), changes are seen for a day
//! after the record was created.

mod collector;
mod copy;
mod cursor;
mod error;
mod export;
#[cfg(feature = "lake")]
pub mod lake;
mod line;
mod lock;
mod members;
mod metrics;
mod missing;
mod ndjson;
mod pipe;
mod query;
mod reading;
mod receipt;
mod round;
mod singer;
mod sink;
mod snapshot;
mod source;
#[cfg(feature = "spool")]
mod spool;
mod stream;

#[cfg(test)]
mod tests;

pub use collector::Collector;
pub use cursor::{Cursor, MOST_KNOWN};
pub use error::{CollectError, Present};
pub use export::Export;
#[cfg(feature = "lake")]
pub use lake::Lake;
pub use metrics::{Metrics, MetricsFile};
pub use ndjson::{Ndjson, StateFile, read_bookmarks};
pub use pipe::Bookmarks;
pub use query::TIME_COLUMN;
pub use receipt::{End, Receipt};
pub use round::{Passed, Round};
pub use singer::Singer;
pub use sink::{Sink, SinkError, Writer};
pub use source::Source;
#[cfg(feature = "spool")]
pub use spool::Spool;
pub use stream::Stream;
