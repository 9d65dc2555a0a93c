//! What an operation changes.

use super::{ActionSpec, Batch, Completion, Effect, EffectKind, Method, Target};

/// What an operation changes, and how the change comes to its end.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Action {
    /// What it does to the records of the service. `GET` reads; others are [`EffectKind::Unknown`] by default.
    pub effect: Effect,
    /// The record that it changes.
    pub target: Option<&'static Target>,
    /// The input that holds the items of a change of several.
    pub batch: Option<Batch>,
    /// How an action that it starts is found again; `None` where it starts none.
    pub spec: Option<&'static ActionSpec>,
    /// How an action that it starts comes to its end; `None` where the answer is the end.
    pub completion: Option<&'static Completion>,
}

impl Action {
    pub(super) const fn new(method: Method) -> Self {
        Self {
            effect: Effect::new(match method {
                Method::Get => EffectKind::Read,
                _ => EffectKind::Unknown,
            }),
            target: None,
            batch: None,
            spec: None,
            completion: None,
        }
    }
}
