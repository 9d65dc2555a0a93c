//! Lists that services sometimes send as a single value.
//!
//! Tables and samples of the same document disagree: `evidence` of an alert is a list in one and an object
//! in the other. Reading both costs nothing, and a record does not fail over it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{
    BoolDeserializer, F64Deserializer, I64Deserializer, MapAccessDeserializer, StrDeserializer,
    U64Deserializer,
};
use serde::de::{
    Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

/// Reads a list. A single value is a list of one, `null` an empty list.
pub(super) struct OneOrMany<T>(pub(super) Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader(PhantomData)).map(Self)
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or a single value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::with_capacity(sequence.size_hint().unwrap_or(0).min(1024));
        while let Some(item) = sequence.next_element()? {
            items.push(item);
        }
        Ok(items)
    }

    fn visit_unit<E>(self) -> Result<Vec<T>, E> {
        Ok(Vec::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|item| vec![item])
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<T>, E> {
        let text: StrDeserializer<'_, E> = text.into_deserializer();
        T::deserialize(text).map(|item| vec![item])
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Vec<T>, E> {
        T::deserialize(BoolDeserializer::new(value)).map(|item| vec![item])
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Vec<T>, E> {
        T::deserialize(I64Deserializer::new(value)).map(|item| vec![item])
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Vec<T>, E> {
        T::deserialize(U64Deserializer::new(value)).map(|item| vec![item])
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Vec<T>, E> {
        T::deserialize(F64Deserializer::new(value)).map(|item| vec![item])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
        serde_json::from_str::<OneOrMany<T>>(text).unwrap().0
    }

    #[test]
    fn lists_single_values_and_nothing_are_lists() {
        assert_eq!(read::<String>(r#"["a","b"]"#), ["a", "b"]);
        assert_eq!(read::<String>(r#""a""#), ["a"]);
        assert_eq!(read::<i64>("3"), [3]);
        assert_eq!(
            read::<serde_json::Value>(r#"{"a":1}"#),
            [serde_json::json!({"a": 1})]
        );
        assert!(read::<String>("null").is_empty());
    }
}
