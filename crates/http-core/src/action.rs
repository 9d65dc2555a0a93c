//! Actions that outlast the request that starts them: started once, followed to their end.

mod completion;
mod looks;
mod named;
mod poller;
mod start;

pub use self::completion::{ActionResult, Completion, Each, Fetch, Pause, Progress};
pub use self::named::Taken;
pub use self::poller::{Finished, Poller};
pub use self::start::{ActionSpec, Started};
