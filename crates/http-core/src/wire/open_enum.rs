//! Enums whose set of values the service may extend.

/// Defines an enum of documented words that keeps any other word as `Other`.
///
/// Gives `as_str`, `KNOWN`, `Display`, `FromStr`, `From<&str>`, serde both ways and conversion into a JSON value and
/// into a value of a [`Filter`](crate::odata::Filter).
/// Reading compares without case, because samples and service spell the same word differently; writing uses the
/// documented spelling.
///
/// ```
/// http_core::open_enum! {
///     /// How bad it is.
///     pub enum Severity {
///         Low = "Low",
///         High = "High",
///     }
/// }
/// assert_eq!(Severity::from("low"), Severity::Low);
/// assert_eq!(Severity::from("Extreme").as_str(), "Extreme");
/// ```
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $wire:literal, )+
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
            /// A value that is not documented, kept as it came.
            Other(Box<str>),
        }

        impl $name {
            /// The documented values, spelled as on the wire.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $wire, )+
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                $( if text.eq_ignore_ascii_case($wire) { return Self::$variant; } )+
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
