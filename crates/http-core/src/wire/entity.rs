//! Records that keep the members their type does not name.
//!
//! serde's `flatten` does the same but buffers every member of every record. The visitor made here reads
//! known members straight into their fields, and only the others into a map.
//!
//! The traits of this module are for the expansion of [`entity!`](crate::entity). Implement [`Member`]
//! for a type of your own to use it as a field.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};

use super::one_or_many::OneOrMany;
use crate::wire::id::Id;

/// A type that a field of an [`entity!`](crate::entity) may have.
///
/// `Option`, `Vec` and [`Id`] are. All of them may be absent, since no documented member is certain to be
/// sent; absent fields are not written.
pub trait Member: Default + Serialize {
    /// Reads the value. `null` is absent.
    ///
    /// # Errors
    /// Returns the errors of the deserializer.
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error>;

    /// Whether there is no value.
    fn is_absent(&self) -> bool;

    /// Writes the member unless it is absent.
    ///
    /// # Errors
    /// Returns the errors of the serializer.
    fn write<M: SerializeMap>(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        if self.is_absent() {
            Ok(())
        } else {
            map.serialize_entry(name, self)
        }
    }
}

impl<T: for<'de> Deserialize<'de> + Serialize> Member for Option<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error> {
        map.next_value()
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: for<'de> Deserialize<'de> + Serialize> Member for Vec<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error> {
        map.next_value::<OneOrMany<T>>().map(|list| list.0)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Member for Id<T> {
    fn read<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Self, A::Error> {
        map.next_value::<Option<Self>>()
            .map(Option::unwrap_or_default)
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// The fields of a type, as an enum of the expansion.
pub trait Known: Sized {
    /// The field for the name of a member, in any of its spellings.
    fn named(name: &str) -> Option<Self>;
}

/// The name of a member: a field of the type, or another. Only the latter allocates.
#[derive(Debug)]
pub enum Key<N> {
    /// A field of the type.
    Known(N),
    /// Another member, which goes to `extra`.
    Unknown(String),
}

impl<'de, N: Known> Deserialize<'de> for Key<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyReader(PhantomData))
    }
}

/// Reads a [`Key`] without copying the name first.
struct KeyReader<N>(PhantomData<N>);

impl<N: Known> Visitor<'_> for KeyReader<N> {
    type Value = Key<N>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member's name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key<N>, E> {
        Ok(N::named(name).map_or_else(|| Key::Unknown(name.to_owned()), Key::Known))
    }
}

/// Defines a record type.
///
/// Each field names its member on the wire, with further spellings behind `|`. A field is an `Option`, a
/// `Vec` or an [`Id`](crate::Id) and may be absent; a list may also be sent as a single value. Members
/// that no field names are kept in `extra` and written back.
///
/// The type is `#[non_exhaustive]`, has `Default`, and is serialized with the first spelling of each name.
/// The order of members is that of the fields.
///
/// ```
/// http_core::entity! {
///     /// A device.
///     pub struct Machine {
///         /// Its id.
///         pub id: http_core::Id<Machine> = "id",
///         /// Its name in DNS.
///         pub computer_dns_name: Option<String> = "computerDnsName",
///         /// Tags that users have set.
///         pub machine_tags: Vec<String> = "machineTags" | "tags",
///     }
/// }
///
/// let text = r#"{"id":"m1","computerDnsName":null,"tags":"vip","novelty":7}"#;
/// let machine: Machine = serde_json::from_str(text)?;
/// assert_eq!(machine.machine_tags, ["vip"]);
/// assert_eq!(machine.extra["novelty"], 7);
/// assert_eq!(
///     serde_json::to_string(&machine)?,
///     r#"{"id":"m1","machineTags":["vip"],"novelty":7}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! entity {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident : $type:ty = $wire:literal $(| $alias:literal)*, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type, )*
            /// Members that this type does not name, kept as they came.
            pub extra: $crate::Extra,
        }

        const _: () = {
            use $crate::macros::serde;
            use $crate::macros::{Key, Known, Member};

            #[allow(non_camel_case_types, reason = "each variant is named as its field")]
            enum Named { $( $field, )* }

            impl Known for Named {
                fn named(name: &str) -> Option<Self> {
                    match name {
                        $( $wire $(| $alias)* => Some(Self::$field), )*
                        _ => None,
                    }
                }
            }

            struct Reader;

            impl<'de> serde::de::Visitor<'de> for Reader {
                type Value = $name;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(concat!("a record of type ", stringify!($name)))
                }

                fn visit_map<A>(self, mut map: A) -> Result<$name, A::Error>
                where
                    A: serde::de::MapAccess<'de>,
                {
                    let mut record = $name::default();
                    while let Some(key) = map.next_key::<Key<Named>>()? {
                        match key {
                            $( Key::Known(Named::$field) => record.$field = Member::read(&mut map)?, )*
                            Key::Unknown(name) => {
                                record.extra.insert(name, map.next_value()?);
                            }
                        }
                    }
                    Ok(record)
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
                where
                    D: serde::Deserializer<'de>,
                {
                    deserializer.deserialize_map(Reader)
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
                where
                    S: serde::Serializer,
                {
                    use serde::ser::SerializeMap as _;
                    let mut map = serializer.serialize_map(None)?;
                    $( Member::write(&self.$field, $wire, &mut map)?; )*
                    for (name, value) in &self.extra {
                        map.serialize_entry(name, value)?;
                    }
                    map.end()
                }
            }
        };
    };
}
