//! What the parts of a command share.

use crate::console::Console;
use crate::context::Context;
use crate::globals::Globals;
use crate::signals::Signals;

/// The state of a command that makes calls.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    pub(crate) globals: &'a Globals,
    pub(crate) console: &'a mut Console,
    pub(crate) signals: Signals,
    pub(crate) context: Context,
}
