//! Rules between the members of an object, as data.
//!
//! The types of single inputs do not say that an indicator of type `FileSha1` needs 40 hexadecimal
//! digits, or that an expiry must lie ahead. The service answers such a body with a bare 400, or
//! accepts it without effect. The rules are checked before anything is sent, so the error can name
//! the member.

/// What a service requires of an object beyond the types of its members. Applies to a body, or to
/// each object in an input.
///
/// ```
/// use http_core::{Checks, Fits, Form};
///
/// static INDICATOR: Checks = Checks::new()
///     .required(&["value", "type"])
///     .until(&["expires"])
///     .fits(Fits::new("value", "type", &[("Sha1", Form::Hex(40)), ("Ip", Form::Ip)]))
///     .needs(&[("action", "Audit", "alert")]);
/// assert_eq!(INDICATOR.required.len(), 2);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Checks {
    /// Members that must be present and not empty. Text of white space counts as empty.
    pub required: &'static [&'static str],
    /// Members with a time until which something holds. A time that has passed is an error: the
    /// service accepts it, and the record has no effect.
    pub until: &'static [&'static str],
    /// A member whose form depends on another member. Default: none.
    pub fits: Option<Fits>,
    /// Member, word and flag: if the member holds the word, the flag must be `true`.
    pub needs: &'static [(&'static str, &'static str, &'static str)],
}

impl Checks {
    /// An object without rules.
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
    /// The member with the value to check.
    pub value: &'static str,
    /// The member with the word that selects the form. Compared without case.
    pub by: &'static str,
    /// The form for each word. A value with a word that is not listed is not checked.
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

/// The form of a text. Forms are necessary, not sufficient: the service may still refuse the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Exactly this many hexadecimal digits, in either case.
    Hex(usize),
    /// One IPv4 or IPv6 address. Ranges (CIDR) are refused, as the service does not support them.
    Ip,
    /// A host name: has a dot, no scheme, port, path or white space, and is not an IP address.
    Domain,
    /// A URL with or without a scheme: has a dot and no white space.
    Url,
}
