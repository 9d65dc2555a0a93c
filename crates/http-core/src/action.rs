//! Actions that outlast the request that starts them: started once, followed to their end.

mod completion;
mod finished;
mod looks;
mod named;
mod poller;
mod start;
mod started;

pub use self::completion::{ActionResult, Completion, Each, Fetch, Pause, Progress};
pub use self::finished::Finished;
pub use self::named::Taken;
pub use self::poller::Poller;
pub use self::start::ActionSpec;
pub use self::started::Started;
