//! Properties that `$filter` of a list compares, with the values they take.
//!
//! A service compares text letter by letter and answers an unknown word with an empty list. Callers
//! that know the words can refuse or mend a misspelt one before anything is sent.

use super::Kind;

/// A property that a list filters by, and the values it takes.
///
/// Only properties whose values can be checked are listed: words and times. The names of all
/// properties are in [`Listing::filterable`](super::Listing::filterable).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FilterProperty {
    /// The name as `$filter` takes it. Letter case counts.
    pub name: &'static str,
    /// [`Kind::Enum`] with the documented words, or [`Kind::Time`].
    pub kind: Kind,
    /// Other words for known ones, each with the word that is sent for it.
    pub aliases: &'static [(&'static str, &'static str)],
}

impl FilterProperty {
    /// A property with values of this kind.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            aliases: &[],
        }
    }

    /// Sets other words for known ones.
    pub const fn aliases(mut self, aliases: &'static [(&'static str, &'static str)]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The documented words, in the order of the service's documents. Empty for a time.
    pub const fn words(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Enum(words) => words,
            _ => &[],
        }
    }
}
