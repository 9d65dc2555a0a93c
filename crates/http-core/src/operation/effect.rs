//! What an operation does to the records of a service.

/// Whether a change can be taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Effect {
    /// Not described.
    #[default]
    Unstated,
    /// The operation of this id takes it back.
    Reversible(&'static str),
    /// Nothing takes it back.
    Irreversible,
}
