//! Types for values on the wire that lose nothing.
//!
//! The services add values and members without notice, spell words differently from their documents, and
//! write times in half a dozen forms. A record that is read and written again must come out as it went in,
//! because programs store records and send parts of them back.
//!
//! | type | keeps |
//! | --- | --- |
//! | [`entity!`](crate::entity) | members that the type does not name, in `extra` |
//! | [`open_enum!`](crate::open_enum) | words that are not documented, as `Other` |
//! | [`family!`](crate::family) | records of an undocumented type, as `Other` |
//! | [`Flags`] | several words in one string, with their separator |
//! | [`Integer`] | a whole number, sent as a number or as text |
//! | [`Timestamp`] | the spelling of a time |
//! | [`Raw`] | the bytes of a record |
//! | [`Id`](crate::Id) | an id, with the type it identifies |
//! | [`Secret`] | a secret that no `Debug` shows |

pub mod entity;
mod family;
mod flags;
pub(crate) mod id;
mod integer;
mod one_or_many;

mod open_enum;
mod raw;
mod secret;
mod timestamp;

#[doc(hidden)]
pub use family::last_part;
pub use flags::Flags;
pub use integer::Integer;
pub use raw::Raw;
pub(crate) use raw::{decode, without_value};
pub use secret::Secret;
pub use timestamp::{ParseTimestampError, Timestamp};

/// Members of a record that its type does not name, by name.
pub type Extra = serde_json::Map<String, serde_json::Value>;
