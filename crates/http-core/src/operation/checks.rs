//! What the members of an object must agree on.

/// What the service asks of an object beyond the types of its members: of a body, or of each object that an input holds.
#[derive(Clone, Copy, Debug)]
pub struct Checks {
    /// Members that must be there and must not be empty.
    pub required: &'static [&'static str],
    /// Members that hold the time until which something holds. One that has passed is refused: the service accepts it,
    /// and it has no effect.
    pub until: &'static [&'static str],
    /// A member whose form depends on another member.
    pub fits: Option<Fits>,
    /// Member, word, and the flag that must be true with that word.
    pub needs: &'static [(&'static str, &'static str, &'static str)],
}

/// A member whose form depends on the word in another member.
#[derive(Clone, Copy, Debug)]
pub struct Fits {
    /// The member with the value.
    pub value: &'static str,
    /// The member with the word.
    pub by: &'static str,
    /// The form that goes with each word. A value under another word is not checked.
    pub forms: &'static [(&'static str, Form)],
}

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// This many hexadecimal digits.
    Hex(usize),
    /// One IPv4 or IPv6 address; ranges are not accepted.
    Ip,
    /// A host name.
    Domain,
    /// A URL, with or without a scheme.
    Url,
}
