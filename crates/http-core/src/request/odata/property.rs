//! Properties that a filter may name, with the types of their values.
//!
//! A misspelled property or a value of the wrong type is a 400 at best; some services ignore the condition and
//! return every record. Typed properties move both mistakes to the compiler.

use std::fmt;
use std::marker::PhantomData;

use super::filter::{Filter, Literal};
use crate::wire::Timestamp;
use crate::wire::id::Id;

/// A property of a list's records that `$filter` may name, and the type of its values.
///
/// The product crates have one for each property that the documents call filterable, such as
/// `MachineFilter::health_status()`. A value of another type does not compile, and the name cannot be misspelled.
///
/// ```
/// use http_core::Timestamp;
/// use http_core::odata::Property;
///
/// let risk = Property::<String>::new("riskScore");
/// let seen = Property::<Timestamp>::new("lastSeen");
/// let filter = risk.one_of(["High", "Medium"]).and(seen.ge("2026-03-02T00:00:00Z"));
/// assert_eq!(
///     filter.to_string(),
///     "(riskScore eq 'High' or riskScore eq 'Medium') and lastSeen ge 2026-03-02T00:00:00Z"
/// );
/// ```
pub struct Property<V> {
    name: &'static str,
    of: PhantomData<fn() -> V>,
}

impl<V> Property<V> {
    /// A property by its name on the wire.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            of: PhantomData,
        }
    }

    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        self.name
    }
}

impl<V: Into<Literal>> Property<V> {
    /// The property equals the value.
    pub fn eq(self, value: impl Into<V>) -> Filter {
        Filter::eq(self.name, value.into())
    }

    /// The property differs from the value.
    pub fn ne(self, value: impl Into<V>) -> Filter {
        Filter::ne(self.name, value.into())
    }

    /// The property equals one of the values. Without a value the condition never holds.
    pub fn one_of(self, values: impl IntoIterator<Item = impl Into<V>>) -> Filter {
        let values = values.into_iter().map(|value| self.eq(value));
        values
            .reduce(Filter::or)
            .unwrap_or_else(|| Filter::raw("false"))
    }
}

/// Types of values that have an order: times, numbers and text. Enums and ids have none that a service defines.
pub trait Ordered: Into<Literal> {}

impl Ordered for Timestamp {}
impl Ordered for i64 {}
impl Ordered for f64 {}
impl Ordered for String {}

impl<V: Ordered> Property<V> {
    /// The property is greater than the value.
    pub fn gt(self, value: impl Into<V>) -> Filter {
        Filter::gt(self.name, value.into())
    }

    /// The property is greater than or equal to the value. Use this rather than [`gt`](Self::gt) to continue from a
    /// time: other records may have the same instant.
    pub fn ge(self, value: impl Into<V>) -> Filter {
        Filter::ge(self.name, value.into())
    }

    /// The property is less than the value.
    pub fn lt(self, value: impl Into<V>) -> Filter {
        Filter::lt(self.name, value.into())
    }

    /// The property is less than or equal to the value.
    pub fn le(self, value: impl Into<V>) -> Filter {
        Filter::le(self.name, value.into())
    }
}

/// Functions on text. Not every service supports each of them for every property; the others answer 400.
impl Property<String> {
    /// The property begins with the text.
    pub fn starts_with(self, text: &str) -> Filter {
        Filter::starts_with(self.name, text)
    }

    /// The property ends with the text.
    pub fn ends_with(self, text: &str) -> Filter {
        Filter::ends_with(self.name, text)
    }

    /// The property contains the text.
    pub fn contains(self, text: &str) -> Filter {
        Filter::contains(self.name, text)
    }
}

impl<T> Property<Id<T>> {
    /// The id begins with the text.
    pub fn starts_with(self, text: &str) -> Filter {
        Filter::starts_with(self.name, text)
    }
}

impl<V: Into<Literal>> Property<Vec<V>> {
    /// At least one element equals the value.
    ///
    /// ```
    /// use http_core::odata::Property;
    /// let tags = Property::<Vec<String>>::new("machineTags");
    /// assert_eq!(tags.any("vip").to_string(), "machineTags/any(item:item eq 'vip')");
    /// ```
    pub fn any(self, value: impl Into<V>) -> Filter {
        Filter::any(self.name, value.into())
    }
}

impl<V> Clone for Property<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Property<V> {}

impl<V> fmt::Debug for Property<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Property({})", self.name)
    }
}

/// Defines the filterable properties of a list's records, each with the type of its values.
///
/// ```
/// http_core::odata_filter! {
///     /// Conditions on machines.
///     pub struct MachineFilter {
///         computer_dns_name: String = "computerDnsName",
///         rbac_group_id: i64 = "rbacGroupId",
///     }
/// }
/// let filter = MachineFilter::computer_dns_name().starts_with("wks-") & !MachineFilter::rbac_group_id().eq(7);
/// assert_eq!(filter.to_string(), "startswith(computerDnsName,'wks-') and not (rbacGroupId eq 7)");
/// ```
#[macro_export]
macro_rules! odata_filter {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $method:ident: $of:ty = $wire:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        #[non_exhaustive]
        pub struct $name;

        impl $name {
            $(
                #[doc = concat!("`", $wire, "`")]
                pub const fn $method() -> $crate::odata::Property<$of> {
                    $crate::odata::Property::new($wire)
                }
            )+
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    crate::open_enum! {
        /// A word.
        pub enum Health {
            Active = "Active",
            Inactive = "Inactive",
        }
    }

    struct Machine;

    #[test]
    fn enums_and_ids_go_in_as_they_are() {
        let health = Property::<Health>::new("healthStatus");
        let id = Property::<Id<Machine>>::new("id");
        let machine = Id::<Machine>::from("m'1");
        assert_eq!(
            health.ne(Health::Inactive).to_string(),
            "healthStatus ne 'Inactive'"
        );
        assert_eq!(health.eq("active"), health.eq(Health::Active));
        assert_eq!(id.eq(&machine).to_string(), "id eq 'm''1'");
        assert_eq!(Filter::eq("id", &machine), id.eq(machine));
        assert_eq!(
            Filter::eq("healthStatus", Health::Active),
            health.eq(Health::Active)
        );
    }

    #[test]
    fn one_of_nothing_never_holds() {
        let none: [&str; 0] = [];
        let filter = Property::<String>::new("status").one_of(none);
        assert_eq!(
            filter.and(Filter::eq("a", 1)).to_string(),
            "false and a eq 1"
        );
    }
}
