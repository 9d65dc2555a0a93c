//! Records in memory, one store a tenant; every table is seeded when it is first looked at.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use serde_json::Value;

use crate::data::DataFolder;
use crate::seed::{self, Estate};
use crate::tables;

/// What a store is seeded from.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) devices: usize,
    pub(crate) alerts: usize,
    pub(crate) tenant_id: String,
    /// Dates lie before this instant.
    pub(crate) base: Timestamp,
}

/// The records of one tenant.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) plan: Plan,
    pub(crate) data: Option<Arc<DataFolder>>,
    estate: OnceLock<Arc<Estate>>,
    tables: HashMap<(&'static str, String), Table>,
    /// State the tables have no room for: running actions, isolated devices …
    lists: BTreeMap<&'static str, Vec<Value>>,
    numbers: BTreeMap<String, u64>,
}

impl Store {
    pub(crate) fn new(plan: Plan, data: Option<Arc<DataFolder>>) -> Store {
        Store {
            plan,
            data,
            estate: OnceLock::new(),
            tables: HashMap::new(),
            lists: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// A store over the same organisation without any record of this one, for what reads nothing else.
    pub(crate) fn apart(&self) -> Store {
        let store = Store::new(self.plan.clone(), self.data.clone());
        // The lock of a new store is empty, so this cannot fail.
        let _ = store.estate.set(self.estate());
        store
    }

    /// The organisation the records tell about.
    pub(crate) fn estate(&self) -> Arc<Estate> {
        Arc::clone(
            self.estate
                .get_or_init(|| Arc::new(Estate::new(&self.plan))),
        )
    }

    /// The records of an entity.
    pub(crate) fn table(&mut self, product: &'static str, entity: &str) -> &mut Table {
        let name = (product, entity.to_owned());
        if !self.tables.contains_key(&name) {
            let key = tables::product(product)
                .entity(entity)
                .and_then(|entity| entity.key.clone());
            let mut table = Table::new(key);
            for row in seed::rows(self, product, entity) {
                table.insert(row);
            }
            if let Some(data) = &self.data {
                data.overlay(product, entity, &mut table);
            }
            self.tables.insert(name.clone(), table);
        }
        self.tables.entry(name).or_insert_with(|| Table::new(None))
    }

    /// A list of things that no table holds.
    pub(crate) fn list(&mut self, subject: &'static str) -> &mut Vec<Value> {
        self.lists.entry(subject).or_default()
    }

    /// The next free number of a counter that starts at `first`.
    pub(crate) fn next_number(&mut self, counter: &str, first: u64) -> u64 {
        let number = self.numbers.entry(counter.to_owned()).or_insert(first);
        *number += 1;
        *number - 1
    }
}

/// Records in their order, with an index on the key.
#[derive(Debug, Default)]
pub(crate) struct Table {
    key: Option<String>,
    rows: BTreeMap<u64, Value>,
    places: HashMap<String, u64>,
    next: u64,
}

impl Table {
    pub(crate) fn new(key: Option<String>) -> Table {
        Table {
            key,
            ..Table::default()
        }
    }

    pub(crate) fn key_name(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Adds a record at the end; one with a key already present takes the old one's place.
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

    pub(crate) fn get(&self, id: &str) -> Option<&Value> {
        self.rows.get(self.places.get(id)?)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Value> {
        self.rows.get_mut(self.places.get(id)?)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<Value> {
        self.rows.remove(&self.places.remove(id)?)
    }

    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = &Value> {
        self.rows.values()
    }

    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.rows.values_mut()
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn first(&self) -> Option<&Value> {
        self.rows.values().next()
    }

    /// The first record whose member holds this text, letter case apart.
    pub(crate) fn find(&self, member: &str, text: &str) -> Option<&Value> {
        self.rows().find(|row| {
            row[member]
                .as_str()
                .is_some_and(|value| value.eq_ignore_ascii_case(text))
        })
    }
}

/// A key as text: numbers and strings alike.
pub(crate) fn key_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
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
