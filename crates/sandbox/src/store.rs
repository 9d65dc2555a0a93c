//! Records in memory: one store per tenant. A table is seeded on first use.
//!
//! Nothing is written to disk. All changes are lost when the emulator stops.

mod table;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::Value;

use crate::data::DataFolder;
use crate::seed::{self, Estate, Plan, Seeder};
use crate::tables;
pub(crate) use table::Table;

/// The records of one tenant.
#[derive(Debug)]
pub(crate) struct Store {
    /// A data folder, which is consulted before made-up records.
    pub(crate) data: Option<Arc<DataFolder>>,
    seeder: Arc<Seeder>,
    tables: HashMap<(&'static str, String), Table>,
    /// State that belongs to no entity: actions in progress, isolated devices.
    lists: BTreeMap<&'static str, Vec<Value>>,
    numbers: BTreeMap<String, u64>,
}

impl Store {
    pub(crate) fn new(seeder: Arc<Seeder>, data: Option<Arc<DataFolder>>) -> Store {
        Store {
            data,
            seeder,
            tables: HashMap::new(),
            lists: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// A store with the seeded records and the lists of this one, for a long reading that keeps no other call waiting.
    pub(crate) fn apart(&self) -> Store {
        let mut apart = Store::new(self.seeder(), self.data.clone());
        apart.lists.clone_from(&self.lists);
        apart
    }

    /// The source of the seeded records. A caller keeps it to read the organization without borrowing the store.
    pub(crate) fn seeder(&self) -> Arc<Seeder> {
        Arc::clone(&self.seeder)
    }

    /// Drops the facts, which are made again when they are needed. Records stay. An emulator with hundreds of tenants
    /// keeps the facts of none.
    pub(crate) fn forget_estate(&mut self) {
        self.seeder = Arc::new(Seeder::new(self.seeder.plan().clone()));
    }

    /// Seed, sizes and tenant.
    pub(crate) fn plan(&self) -> &Plan {
        self.seeder.plan()
    }

    /// The facts that the seeded records are written from. Changes to records do not reach them.
    pub(crate) fn estate(&self) -> &Estate {
        self.seeder.estate()
    }

    /// The records of an entity of a product.
    pub(crate) fn table(&mut self, product: &'static str, entity: &str) -> &mut Table {
        let name = (product, entity.to_owned());
        if !self.tables.contains_key(&name) {
            let key = tables::product(product)
                .entity(entity)
                .and_then(|entity| entity.key.clone());
            let mut table = Table::new(key);
            for row in seed::rows(&self.seeder, product, entity) {
                table.insert(row);
            }
            if let Some(data) = &self.data {
                data.overlay(product, entity, &mut table);
            }
            self.tables.insert(name.clone(), table);
        }
        self.tables.entry(name).or_insert_with(|| Table::new(None))
    }

    /// State that belongs to no entity, by subject.
    pub(crate) fn list(&mut self, subject: &'static str) -> &mut Vec<Value> {
        self.lists.entry(subject).or_default()
    }

    /// The same, as it is now.
    pub(crate) fn listed(&self, subject: &str) -> &[Value] {
        self.lists.get(subject).map_or(&[], Vec::as_slice)
    }

    /// The next number of a counter that starts at `first`.
    pub(crate) fn next_number(&mut self, counter: &str, first: u64) -> u64 {
        let number = self.numbers.entry(counter.to_owned()).or_insert(first);
        *number += 1;
        *number - 1
    }
}
