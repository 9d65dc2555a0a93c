#![doc = include_str!("../README.md")]

mod batch;
mod column;
mod error;
mod file;
mod log;
mod maintain;
mod read;
mod store;
mod table;
mod time;
mod verify;

pub use column::{Column, Kind, RAW};
pub use error::{Error, ErrorKind};
pub use file::{Writer, Written};
pub use log::upkeep::KEPT;
pub use maintain::{Maintained, maintain};
pub use read::{Row, each_row, tables};
pub use store::{AzureTokens, Store};
pub use table::{Committed, Layout, Part, PartEnd, Progress, Table};
pub use verify::{Named, Prints, Verified, print_of, verify};

/// The library of stores, for a [`Store`] of the caller.
pub use object_store;
