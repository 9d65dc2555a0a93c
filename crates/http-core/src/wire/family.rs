//! Families of record types that `@odata.type` distinguishes.
//!
//! Graph security has some: an alert's evidence is one of forty types. New types appear without notice, so
//! an unknown one must not fail the alert that holds it.

/// Defines an enum over the types derived from an `@odata.type` base.
///
/// A record of an undocumented type becomes `Other` with all its members. Type names are compared by their
/// last part and in any case, because documentation samples shorten the namespace.
///
/// `@base` marks the variant for records of the base type itself and for records without a type name; if
/// there is none, the latter become `Other`.
///
/// ```
/// http_core::entity! {
///     /// A device as evidence.
///     pub struct DeviceEvidence {
///         /// Its name in DNS.
///         pub dns_name: Option<String> = "deviceDnsName",
///     }
/// }
/// http_core::family! {
///     /// Evidence of an alert.
///     pub enum Evidence {
///         /// A device.
///         Device(DeviceEvidence) = "#microsoft.graph.security.deviceEvidence",
///     }
/// }
///
/// let text = r##"{"@odata.type":"#microsoft.graph.deviceEvidence","deviceDnsName":"wks-7"}"##;
/// assert!(matches!(serde_json::from_str(text)?, Evidence::Device(_)));
/// let text = r##"{"@odata.type":"#microsoft.graph.security.novelEvidence"}"##;
/// assert!(matches!(serde_json::from_str(text)?, Evidence::Other(_)));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[macro_export]
macro_rules! family {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( @base $base:ident($base_entity:ty) = $base_wire:literal, )?
            $( $(#[$variant_meta:meta])* $variant:ident($entity:ty) = $wire:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                #[doc = concat!("`", $base_wire, "`, and records that name no type")]
                $base(Box<$base_entity>),
            )?
            $(
                $(#[$variant_meta])*
                #[doc = concat!("`", $wire, "`")]
                $variant(Box<$entity>),
            )+
            /// A type that is not documented, with all its members.
            Other($crate::Extra),
        }

        impl $name {
            /// The documented type names, spelled as on the wire.
            pub const KNOWN: &'static [&'static str] = &[$($base_wire,)? $($wire),+];
        }

        impl $crate::macros::serde::Serialize for $name {
            fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
            where
                S: $crate::macros::serde::Serializer,
            {
                match self {
                    $( Self::$base(record) => record.serialize(serializer), )?
                    $( Self::$variant(record) => record.serialize(serializer), )+
                    Self::Other(members) => members.serialize(serializer),
                }
            }
        }

        impl<'de> $crate::macros::serde::Deserialize<'de> for $name {
            fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
            where
                D: $crate::macros::serde::Deserializer<'de>,
            {
                use $crate::macros::serde::de::Error as _;

                let members = $crate::Extra::deserialize(deserializer)?;
                let found = members.get("@odata.type").and_then(|value| value.as_str()).unwrap_or_default();
                let found = $crate::wire::last_part(found).to_owned();
                $(
                    if found.is_empty() || found.eq_ignore_ascii_case($crate::wire::last_part($base_wire)) {
                        return $crate::macros::serde_json::from_value(members.into())
                            .map(|record| Self::$base(Box::new(record)))
                            .map_err(D::Error::custom);
                    }
                )?
                $(
                    if found.eq_ignore_ascii_case($crate::wire::last_part($wire)) {
                        return $crate::macros::serde_json::from_value(members.into())
                            .map(|record| Self::$variant(Box::new(record)))
                            .map_err(D::Error::custom);
                    }
                )+
                Ok(Self::Other(members))
            }
        }
    };
}

/// The part of a type name behind its last dot or `#`.
#[doc(hidden)]
pub fn last_part(type_name: &str) -> &str {
    type_name.rsplit(['.', '#']).next().unwrap_or(type_name)
}
