//! How values stand on the wire: open enums, records that keep what they do not know, times, raw rows.

pub mod entity;
mod family;
mod flags;
pub(crate) mod id;
mod one_or_many;

mod open_enum;
mod raw;
mod secret;
mod timestamp;

#[doc(hidden)]
pub use family::last_part;
pub use flags::Flags;
pub use raw::Raw;
pub(crate) use raw::{decode, without_value};
pub use secret::Secret;
pub use timestamp::{ParseTimestampError, Timestamp};

/// Members of a record that its type does not name, kept as they came.
pub type Extra = serde_json::Map<String, serde_json::Value>;
