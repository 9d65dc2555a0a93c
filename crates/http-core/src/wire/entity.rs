//! Records that keep the members their type does not name.
//!
//! serde's `flatten` does the same but buffers every member of every record. The visitor made here reads
//! known members straight into their fields, and only the others into a map.
//!
//! The traits of this module are for the expansion of [`entity!`](crate::entity). Implement [`Member`]
//! for a type of your own to use it as a field.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap};
use serde_json::Value;

use super::Extra;
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
pub trait Known: Copy + 'static {
    /// Every field, in the order of its number.
    const FIELDS: &'static [Self];
    /// The spellings of each field, in the same order: the member's name, then its aliases.
    const SPELLINGS: &'static [&'static [&'static str]];

    /// The field for a member in one of its spellings, and the number of the spelling.
    fn named(name: &str) -> Option<(Self, u8)>;
}

/// The number of a spelling among those of a field. Evaluated at compile time.
pub const fn number_of(spellings: &[&str], wanted: &str) -> u8 {
    let mut number = 0;
    while number < spellings.len() {
        let (one, other) = (spellings[number].as_bytes(), wanted.as_bytes());
        let mut at = 0;
        while at < one.len() && at < other.len() && one[at] == other[at] {
            at += 1;
        }
        if at == one.len() && at == other.len() {
            break;
        }
        number += 1;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a field has a handful of spellings"
    )]
    let number = number as u8;
    number
}

/// The field of a member whose spelling differs from a listed one by letter case. A difference in the first letter
/// alone goes before others, since some records have members that differ by case further on.
#[cold]
fn in_another_case<N: Known>(name: &str) -> Option<N> {
    let same_tail = |one: &str| one.get(1..) == name.get(1..) && one.eq_ignore_ascii_case(name);
    let same = |one: &str| one.eq_ignore_ascii_case(name);
    let find = |fits: &dyn Fn(&str) -> bool| {
        let mut fields = N::SPELLINGS.iter();
        fields.position(|spellings| spellings.iter().any(|one| fits(one)))
    };
    let place = find(&same).and_then(|any| find(&same_tail).or(Some(any)));
    place.and_then(|place| N::FIELDS.get(place).copied())
}

/// The name of a member: a field of the type, or another. Only names that are not listed allocate.
#[derive(Debug)]
pub enum Key<N> {
    /// A field of the type, and the number of the spelling.
    Known(N, Spelling),
    /// Another member, which goes to `extra`.
    Unknown(String),
}

/// How the name of a member is spelled.
#[derive(Debug)]
pub enum Spelling {
    /// As one of the listed spellings, by number. 0 is the member's own name.
    Listed(u8),
    /// As a listed spelling but for letter case.
    Folded(String),
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
        if let Some((field, number)) = N::named(name) {
            return Ok(Key::Known(field, Spelling::Listed(number)));
        }
        let name = name.to_owned();
        Ok(match in_another_case(&name) {
            Some(field) => Key::Known(field, Spelling::Folded(name)),
            None => Key::Unknown(name),
        })
    }
}

/// What a record was read from so far, to tell which of several spellings of a member wins.
pub struct Reading<'a> {
    /// For each field 0, or the number of its spelling plus 1.
    seen: &'a mut [u8],
    spellings: &'static [&'static [&'static str]],
    /// Fields that were read from a name in another letter case, with that member.
    folded: Vec<(usize, String, Value)>,
    /// Members that no field holds.
    extra: &'a mut Extra,
}

impl fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reading").finish_non_exhaustive()
    }
}

/// In `seen`: read from a name in another letter case.
const FOLDED: u8 = u8::MAX;

impl<'a> Reading<'a> {
    /// Nothing was read. `seen` has a zero for each field.
    pub fn new(
        seen: &'a mut [u8],
        spellings: &'static [&'static [&'static str]],
        extra: &'a mut Extra,
    ) -> Self {
        Self {
            seen,
            spellings,
            folded: Vec::new(),
            extra,
        }
    }

    /// Reads the value of a member that no field names into `extra`.
    ///
    /// # Errors
    /// Returns the errors of the deserializer.
    pub fn unknown<'de, A: MapAccess<'de>>(
        &mut self,
        name: String,
        map: &mut A,
    ) -> Result<(), A::Error> {
        self.extra.insert(name, map.next_value()?);
        Ok(())
    }

    /// Reads the value of a member into its field.
    ///
    /// If a member comes in several spellings, the first listed one wins, and letter case counts only where no listed
    /// spelling came. The others go to `extra`, so that nothing is lost.
    ///
    /// # Errors
    /// Returns the errors of the deserializer. A value under a name in another letter case that does not fit goes to
    /// `extra`, since it may be another member.
    pub fn member<'de, M: Member, A: MapAccess<'de>>(
        &mut self,
        place: usize,
        spelling: Spelling,
        field: &mut M,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match spelling {
            Spelling::Listed(number) if self.seen[place] == 0 => {
                self.seen[place] = number + 1;
                *field = M::read(map)?;
                Ok(())
            }
            Spelling::Listed(number) => self.again(place, number, field, map),
            Spelling::Folded(name) => {
                let value = map.next_value()?;
                self.fold(place, name, value, field);
                Ok(())
            }
        }
    }

    /// A member whose field was read before.
    #[cold]
    fn again<'de, M: Member, A: MapAccess<'de>>(
        &mut self,
        place: usize,
        number: u8,
        field: &mut M,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let held = self.seen[place];
        let value: Value = map.next_value()?;
        if value.is_null() {
            return Ok(());
        }
        if !field.is_absent() && number + 1 > held {
            self.extra
                .insert(self.spellings[place][usize::from(number)].to_owned(), value);
            return Ok(());
        }
        let value = from_value(value).map_err(A::Error::custom)?;
        let value = std::mem::replace(field, value);
        self.seen[place] = number + 1;
        if held == FOLDED {
            let at = self.folded.iter().position(|folded| folded.0 == place);
            if let Some((_, name, value)) = at.map(|at| self.folded.swap_remove(at)) {
                self.extra.insert(name, value);
            }
        } else if held != number + 1 && !value.is_absent() {
            let value = serde_json::to_value(&value).map_err(A::Error::custom)?;
            self.extra.insert(
                self.spellings[place][usize::from(held - 1)].to_owned(),
                value,
            );
        }
        Ok(())
    }

    /// A member whose name has another letter case.
    fn fold<M: Member>(&mut self, place: usize, name: String, value: Value, field: &mut M) {
        if value.is_null() {
            return;
        }
        if field.is_absent()
            && let Ok(read) = from_value(value.clone())
        {
            *field = read;
            self.seen[place] = FOLDED;
            self.folded.push((place, name, value));
        } else {
            self.extra.insert(name, value);
        }
    }
}

/// Reads a member from a value by itself.
fn from_value<M: Member>(value: Value) -> Result<M, serde_json::Error> {
    let mut map = MapDeserializer::new(std::iter::once(("", value)));
    let _: Option<IgnoredAny> = map.next_key()?;
    M::read(&mut map)
}

/// Defines a record type.
///
/// Each field names its member on the wire, with further spellings behind `|`. A field is an `Option`, a
/// `Vec` or an [`Id`](crate::Id) and may be absent; a list may also be sent as a single value. Members
/// that no field names are kept in `extra` and written back.
///
/// Names are matched as written first, and in any letter case if that finds none, because documents and
/// services spell the same member differently. Of a member that comes in several spellings the first listed
/// one is read, and the others are kept in `extra`.
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
/// let other: Machine = serde_json::from_str(r#"{"ID":"m1","ComputerDnsName":"a"}"#)?;
/// assert_eq!(other.computer_dns_name.as_deref(), Some("a"));
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
            use $crate::macros::{Key, Known, Member, Reading, number_of};

            #[allow(non_camel_case_types, reason = "each variant is named as its field")]
            #[derive(Clone, Copy)]
            enum Named { $( $field, )* }

            impl Known for Named {
                const FIELDS: &'static [Self] = &[$( Self::$field, )*];
                const SPELLINGS: &'static [&'static [&'static str]] = &[$( &[$wire $(, $alias)*], )*];

                fn named(name: &str) -> Option<(Self, u8)> {
                    match name {
                        $(
                            $wire => Some((Self::$field, 0)),
                            $( $alias => {
                                const NUMBER: u8 = number_of(Named::SPELLINGS[Named::$field as usize], $alias);
                                Some((Self::$field, NUMBER))
                            } )*
                        )*
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
                    let mut seen = [0; Named::FIELDS.len()];
                    let mut reading =
                        Reading::new(&mut seen, Named::SPELLINGS, &mut record.extra);
                    while let Some(key) = map.next_key::<Key<Named>>()? {
                        match key {
                            $( Key::Known(Named::$field, spelling) => reading.member(
                                Named::$field as usize,
                                spelling,
                                &mut record.$field,
                                &mut map,
                            )?, )*
                            Key::Unknown(name) => reading.unknown(name, &mut map)?,
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

#[cfg(test)]
#[allow(unreachable_pub, reason = "the macro makes public types")]
mod tests {
    use serde_json::{Value, json};

    use crate::wire::Extra;

    crate::entity! {
        /// A record.
        pub struct Thing {
            /// Its id.
            pub id: crate::Id<Thing> = "id",
            /// Tags.
            pub tags: Vec<String> = "machineTags" | "tags",
            /// A number.
            pub size: Option<i64> = "size" | "keyLength",
            /// Differs from the next by letter case.
            pub f_tags: Option<String> = "fTags",
            /// Differs from the one before by letter case.
            pub ftags: Option<String> = "ftags",
        }
    }

    fn read(text: &str) -> Thing {
        serde_json::from_str(text).unwrap()
    }

    fn extra(members: Value) -> Extra {
        serde_json::from_value(members).unwrap()
    }

    #[test]
    fn names_and_aliases_are_read_in_any_letter_case() {
        for text in [
            r#"{"id":"a","machineTags":["t"],"size":7}"#,
            r#"{"Id":"a","MachineTags":["t"],"Size":7}"#,
            r#"{"ID":"a","TAGS":"t","KEYLENGTH":7}"#,
            r#"{"iD":"a","Tags":["t"],"keylength":7}"#,
        ] {
            let thing = read(text);
            assert_eq!(
                (
                    thing.id.as_str(),
                    &thing.tags[..],
                    thing.size,
                    thing.extra.len()
                ),
                ("a", &["t".to_owned()][..], Some(7), 0),
                "{text}"
            );
        }
    }

    #[test]
    fn of_two_spellings_the_exact_one_is_read_and_the_other_is_kept() {
        for text in [
            r#"{"size":7,"SIZE":8,"keyLength":9}"#,
            r#"{"SIZE":8,"keyLength":9,"size":7}"#,
        ] {
            let thing = read(text);
            assert_eq!(thing.size, Some(7), "{text}");
            assert_eq!(
                thing.extra,
                extra(json!({"SIZE": 8, "keyLength": 9})),
                "{text}"
            );
        }
        let aliases = read(r#"{"SIZE":8,"keyLength":9,"Size":10}"#);
        assert_eq!(aliases.size, Some(9));
        assert_eq!(aliases.extra, extra(json!({"SIZE": 8, "Size": 10})));
    }

    #[test]
    fn null_takes_no_value_away_and_what_does_not_fit_is_kept() {
        assert_eq!(read(r#"{"Size":7,"size":null}"#).size, Some(7));
        assert_eq!(read(r#"{"size":null,"Size":7}"#).size, Some(7));
        let other = read(r#"{"Size":{"unit":"kB"}}"#);
        assert_eq!(
            (other.size, &other.extra["Size"]["unit"]),
            (None, &json!("kB"))
        );
        assert!(serde_json::from_str::<Thing>(r#"{"size":{}}"#).is_err());
    }

    #[test]
    fn members_that_differ_by_case_alone_stay_apart() {
        for text in [
            r#"{"fTags":"a","ftags":"b"}"#,
            r#"{"FTags":"a","Ftags":"b"}"#,
        ] {
            let thing = read(text);
            assert_eq!(
                (
                    thing.f_tags.as_deref(),
                    thing.ftags.as_deref(),
                    thing.extra.len()
                ),
                (Some("a"), Some("b"), 0),
                "{text}"
            );
        }
    }

    #[test]
    fn the_last_of_equal_names_is_read() {
        assert_eq!(read(r#"{"size":7,"size":8}"#), read(r#"{"size":8}"#));
    }
}
