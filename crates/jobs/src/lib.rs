//! Work above single calls: the same work in many tenants, and lists that are collected again and again.
//!
//! | for | is |
//! | --- | --- |
//! | the tenants that a partner serves, as a file | [`TenantFile`], [`Tenant`] |
//! | which of them are meant | [`Selection`] |
//! | which of these one of several machines takes | [`Shard`] |
//! | the work in all of them, with a bound, a deadline and an end after too many errors | [`Fanout`] |
//! | an early end, and waits that are no work | [`Stop`], [`Waiting`] |
//! | the same tenants again and again | [`Throttles`] |
//! | what became of each tenant, and of all | [`Outcome`], [`Tally`], [`in_words`] |
//! | records of several tenants in one list | [`Tagged`] |
//! | every record of a list once, over many passes | [`Collector`], [`Cursor`], [`Sink`] and the rest of [`collect`] |
//!
//! The crate knows no product, no operation by name and no command line. Each tenant has budgets of its own, because the services
//! count calls for each application and tenant; connections are shared if the caller shares its transport.
//!
//! # What the caller does
//!
//! - Makes a client for each task, with its [`throttle`](Task::throttle), and a credential that is restricted to its tenant, such
//!   as `auth_core::InTenant`: then no token of one tenant reaches a call of another.
//! - Passes records on as they come, and counts them in [`rows`](Task::rows).
//! - Polls [`Run::next`] until it returns `None`, and writes each outcome where people and programs read it.
//!
//! # What happens to errors
//!
//! An error in one tenant does not touch the others. Every tenant has exactly one outcome, also one that was never
//! started.
//!
//! ```
//! use std::path::Path;
//!
//! use jobs::{Ended, Fanout, Outcome, Selection, TenantFile};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = "id,name,tags\n\
//!             52eaad04-13a2-4a2f-9ce8-93a294fadf36,contoso,prod\n\
//!             4b827261-d21f-4aa9-b7db-7fa1f56fb163,fabrikam,test\n";
//! let file = TenantFile::parse(Path::new("tenants.csv"), text)?;
//! let chosen = Selection::parse("tag:prod")?.resolve(|_| Ok(file.clone()))?.tenants;
//!
//! let mut run = Fanout::new().run(chosen, |task| async move {
//!     // A program builds its client here, with `task.throttle`, and counts what it reads.
//!     task.rows.add(3);
//!     Ended::Ok
//! });
//! while let Some(outcome) = run.next().await {
//!     assert_eq!((outcome.name.as_deref(), outcome.rows), (Some("contoso"), 3));
//! }
//! # Ok(())
//! # }
//! ```

pub mod collect;
mod fanout;
mod stop;
mod tagged;
mod tenants;

/// The features that this build has, by name, for a program that says what it is built from.
pub const FEATURES: &[&str] = &[
    #[cfg(feature = "lake")]
    "lake",
    #[cfg(feature = "spool")]
    "spool",
];

pub use collect::{Collector, Cursor, Sink};
pub use fanout::{
    Ended, Fanout, MaxErrors, Outcome, OutcomeKind, Rows, Run, Tally, Task, Throttles, Verdict,
    Waiting, WaitingGuard, Why, in_words,
};
pub use stop::Stop;
pub use tagged::{TENANT, Tagged};
pub use tenants::{Chosen, Selection, SelectionError, Shard, Tenant, TenantError, TenantFile};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
