//! The records of one entity, in order, with an index of their keys.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::values::key_text;

/// Records in the order of insertion. An entity without a key has no index: its records are found
/// by position only.
#[derive(Debug, Default)]
pub(crate) struct Table {
    key: Option<String>,
    rows: BTreeMap<u64, Value>,
    places: HashMap<String, u64>,
    next: u64,
}

impl Table {
    /// An empty table. `key` is the member that identifies a record.
    pub(crate) fn new(key: Option<String>) -> Table {
        Table {
            key,
            ..Table::default()
        }
    }

    /// The member that holds the key of a record.
    pub(crate) fn key_name(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Adds a record at the end. A record with the key of an existing one takes its place.
    pub(crate) fn insert(&mut self, row: Value) {
        let key = self
            .key
            .as_deref()
            .and_then(|name| row.get(name))
            .map(key_text);
        let place = match key.as_ref().and_then(|key| self.places.get(key)) {
            Some(place) => *place,
            None => {
                self.next += 1;
                self.next
            }
        };
        if let Some(key) = key {
            self.places.insert(key, place);
        }
        self.rows.insert(place, row);
    }

    /// The record with a key, whose letter case counts.
    pub(crate) fn get(&self, id: &str) -> Option<&Value> {
        self.rows.get(self.places.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Value> {
        self.rows.get_mut(self.places.get(id)?)
    }

    /// Removes the record with a key.
    pub(crate) fn remove(&mut self, id: &str) -> Option<Value> {
        self.rows.remove(&self.places.remove(id)?)
    }

    /// The records in the order of their insertion. A changed record keeps its place.
    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = &Value> {
        self.rows.values()
    }

    /// All records. A changed key is not noticed: use [`insert`](Self::insert) for that.
    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.rows.values_mut()
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The only record of an entity without a key, else the oldest one.
    pub(crate) fn first(&self) -> Option<&Value> {
        self.rows.values().next()
    }

    /// The first record whose member is this text, in any letter case.
    pub(crate) fn find(&self, member: &str, text: &str) -> Option<&Value> {
        self.rows().find(|row| {
            row[member]
                .as_str()
                .is_some_and(|value| value.eq_ignore_ascii_case(text))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_known_key_replaces_in_place() {
        let mut table = Table::new(Some("id".to_owned()));
        table.insert(json!({"id": 1, "n": "a"}));
        table.insert(json!({"id": 2, "n": "b"}));
        table.insert(json!({"id": 1, "n": "c"}));
        let names: Vec<&str> = table.rows().filter_map(|row| row["n"].as_str()).collect();
        assert_eq!(names, ["c", "b"]);
        assert_eq!(table.remove("1").unwrap()["n"], "c");
        assert!(table.get("1").is_none());
        assert_eq!(table.len(), 1);
    }
}
