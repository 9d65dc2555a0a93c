//! What a store is opened for.

use auth_core::http_core::Operation;
use commands::collect::Target;

use crate::context::Context;

/// What is known of the rows before they are read.
pub(super) struct Asked<'a> {
    pub(super) target: &'a Target,
    pub(super) operations: &'a [&'static Operation],
    pub(super) context: &'a Context,
    /// Whether the rows are those of one tenant: a store with rows of others alone is refused then.
    pub(super) is_single: bool,
}
