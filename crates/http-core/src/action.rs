//! Actions that outlast the request that starts them: started once, followed to their end.

mod finished;
mod looks;
mod named;
mod poller;
mod results;
mod start;
mod started;

pub use self::finished::Finished;
pub use self::named::Taken;
pub use self::poller::Poller;
pub use self::results::ActionResult;
pub use self::started::Started;
