//! What the steps of a command share.

use crate::console::Console;
use crate::context::Context;
use crate::globals::Globals;
use crate::signals::Signals;

/// A command that makes calls. Every wait goes through `signals`, so that Ctrl-C ends it and the output is closed.
#[derive(Debug)]
pub(crate) struct Session<'a> {
    pub(crate) globals: &'a Globals,
    pub(crate) console: &'a mut Console,
    pub(crate) signals: Signals,
    pub(crate) context: Context,
}
