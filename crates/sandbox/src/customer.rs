//! The tenant of a customer, by id and names. Records are made from it, so it knows nothing of them.

/// A tenant of [`Builder::customers`](crate::Builder::customers).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Customer {
    /// Directory id, made from the seed.
    pub id: String,
    /// `tenant1`, `tenant2`, ...
    pub name: String,
    /// A domain of the tenant: `tenant1.example`.
    pub domain: String,
}
