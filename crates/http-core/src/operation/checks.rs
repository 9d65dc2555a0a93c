//! What the members of an object must agree on.

/// What the service asks of an object beyond the types of its members: of a body, or of each object that an input holds.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
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

impl Checks {
    /// No rule.
    pub const fn new() -> Self {
        Self {
            required: &[],
            until: &[],
            fits: None,
            needs: &[],
        }
    }

    /// Sets [`required`](Self::required).
    pub const fn required(mut self, members: &'static [&'static str]) -> Self {
        self.required = members;
        self
    }

    /// Sets [`until`](Self::until).
    pub const fn until(mut self, members: &'static [&'static str]) -> Self {
        self.until = members;
        self
    }

    /// Sets [`fits`](Self::fits).
    pub const fn fits(mut self, fits: Fits) -> Self {
        self.fits = Some(fits);
        self
    }

    /// Sets [`needs`](Self::needs).
    pub const fn needs(
        mut self,
        needs: &'static [(&'static str, &'static str, &'static str)],
    ) -> Self {
        self.needs = needs;
        self
    }
}

impl Default for Checks {
    fn default() -> Self {
        Self::new()
    }
}

/// A member whose form depends on the word in another member.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Fits {
    /// The member with the value.
    pub value: &'static str,
    /// The member with the word.
    pub by: &'static str,
    /// The form that goes with each word. A value under another word is not checked.
    pub forms: &'static [(&'static str, Form)],
}

impl Fits {
    /// The member `value` has the form that goes with the word in the member `by`.
    pub const fn new(
        value: &'static str,
        by: &'static str,
        forms: &'static [(&'static str, Form)],
    ) -> Self {
        Self { value, by, forms }
    }
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
