//! The change that an operation makes, from its target to its end and its undo.
//!
//! Five questions have separate answers, because different callers ask them: a prompt reads the
//! effect and the target, a batch runner the batch, [`Client::begin`](crate::Client::begin) the
//! [`ActionSpec`], a [`Poller`](crate::Poller) the [`Completion`].

use super::{ActionSpec, Batch, Completion, Effect, EffectKind, Method, Target};

/// What an operation changes, and how the change is followed. Everything is `None` for a read.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Action {
    /// What the operation does to the records of the service. Default: [`EffectKind::Read`] for
    /// `GET`, otherwise [`EffectKind::Unknown`], which prompts treat as a change.
    pub effect: Effect,
    /// The record that is changed. `None` if the operation creates one or changes no single record.
    pub target: Option<&'static Target>,
    /// The input that holds several items, for operations that change many records in one call.
    pub batch: Option<Batch>,
    /// How to find a started action again. `None` if it cannot be found;
    /// [`Client::begin`](crate::Client::begin) then sends the request without looking first.
    pub spec: Option<&'static ActionSpec>,
    /// How a started action reaches its end. `None` if the answer itself is the end.
    pub completion: Option<&'static Completion>,
}

impl Action {
    pub(super) const fn new(method: Method) -> Self {
        Self {
            effect: Effect::new(match method.is_safe() {
                true => EffectKind::Read,
                false => EffectKind::Unknown,
            }),
            target: None,
            batch: None,
            spec: None,
            completion: None,
        }
    }
}
