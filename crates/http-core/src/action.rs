//! Actions that outlast the request that starts them.
//!
//! Isolating a device or collecting a package answers at once with a record in state `Pending`; the
//! work takes minutes to days. Three problems follow, each with a module:
//!
//! - Starting once (`start`): the `POST` must not be repeated after a timeout, because the service
//!   may have acted. The target's actions are listed before the request is sent, and again if its
//!   outcome is unknown.
//! - Choosing the target (`named`): a name may stand for several devices. It is resolved to one id
//!   before anything is sent.
//! - Changing many at once (`items`): a list is split into calls, and each item is accounted for.
//! - Following to the end (`poller`, `looks`): the state is requested again and again, with growing
//!   pauses, until a word of the operation's [`Completion`](crate::Completion) ends it.
//!
//! `started`, `finished` and `results` hold what a caller gets at each stage.

mod finished;
mod items;
mod looks;
mod named;
mod poller;
mod results;
mod start;
mod started;

pub use self::finished::Finished;
pub use self::items::{RefusedItem, SentItems};
pub use self::named::ResolvedTarget;
pub use self::poller::Poller;
pub use self::results::ActionResult;
pub use self::started::Started;
