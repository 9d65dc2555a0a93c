//! Enums whose values the service may extend.
//!
//! A closed enum would fail on the first new word and with it lose the record. Defender for Endpoint
//! documents determinations that it does not send, and sends some that it does not document.

/// Defines an enum of documented words that keeps any other word as `Other`.
///
/// The enum has `as_str`, `KNOWN`, `Display`, `FromStr` (which never fails), `From<&str>`, serde in both
/// directions, and conversion into a JSON value and into a value of a
/// [`Filter`](crate::odata::Filter). Words are read in any case, because samples and services spell the
/// same word differently, and written as documented. Words behind `|` are read as the one before them.
/// `Other` compares byte by byte.
///
/// ```
/// http_core::open_enum! {
///     /// Severity of an alert.
///     pub enum Severity {
///         Low = "Low",
///         High = "High" | "Urgent",
///     }
/// }
///
/// assert_eq!(Severity::from("low"), Severity::Low);
/// assert_eq!(Severity::from("Urgent").as_str(), "High");
/// assert_eq!(Severity::from("Extreme").as_str(), "Extreme");
/// assert_eq!(Severity::KNOWN, ["Low", "High"]);
/// ```
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $wire:literal $(| $alias:literal)*, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[doc = concat!("`", $wire, "`")]
                $variant,
            )+
            /// A word that is not documented, in the spelling of the service.
            Other(Box<str>),
        }

        impl $name {
            /// The documented values, spelled as on the wire.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The word on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $wire, )+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $(
                    if text.eq_ignore_ascii_case($wire) $(|| text.eq_ignore_ascii_case($alias))* {
                        return Self::$variant;
                    }
                )+
                Self::Other(text.into())
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::from(text))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<$name> for $crate::odata::Literal {
            fn from(value: $name) -> Self {
                Self::from(value.as_str())
            }
        }

        impl From<&$name> for $crate::odata::Literal {
            fn from(value: &$name) -> Self {
                Self::from(value.as_str())
            }
        }

        impl From<$name> for $crate::macros::serde_json::Value {
            fn from(value: $name) -> Self {
                Self::from(value.as_str())
            }
        }

        impl $crate::macros::serde::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: $crate::macros::serde::Serializer,
            {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::macros::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: $crate::macros::serde::Deserializer<'de>,
            {
                struct Visitor;

                impl $crate::macros::serde::de::Visitor<'_> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a word")
                    }

                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok($name::from(text))
                    }
                }

                deserializer.deserialize_str(Visitor)
            }
        }
    };
}
