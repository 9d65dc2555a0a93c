//! The log of a table: what belongs to it, and how that is changed.
//!
//! A Delta table is a folder of Parquet files and a log, `_delta_log`. Version `n` of the table is made by the file `n.json`, which
//! must be new: of two writers one makes it. Each line is an action: a file is added or removed, the columns change, or a program
//! keeps a number (`txn`) or a text (`domainMetadata`) of its own. A checkpoint is the sum of all versions up to one.
//! See <https://github.com/delta-io/delta/blob/master/PROTOCOL.md>.
//!
//! ```text
//! _delta_log/00000000000000000100.json                 the actions of version 100, one in each line
//! _delta_log/00000000000000000100.checkpoint.parquet   all that still counts at version 100
//! _delta_log/_last_checkpoint                          {"version":100,"size":7}: a hint where to begin
//! ```
//!
//! A reader takes the newest checkpoint and the versions after it. Between two versions nothing may be missing, and a gap is an error: it
//! would be a shorter table that looks whole.

pub(crate) mod action;
pub(crate) mod checkpoint;
pub(crate) mod names;
pub(crate) mod snapshot;
pub(crate) mod upkeep;
