//! A folder of records that are served unchanged ([`Builder::data`](crate::Builder::data)).
//!
//! Layout: `DIR/<product>/samples/<name>.json`. `<name>` is `samples.response` of an operation. Files with
//! `.2`, `.3` and so on before the extension hold further responses of the same operation; the
//! numbers must be consecutive.
//!
//! Files that no operation names are ignored. Filters, pages and ids work on the records as on made-up
//! ones.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::store::Table;
use crate::tables::{self, Operation};
use crate::values::key_text;

/// The records of a folder, by operation id.
#[derive(Debug)]
pub(crate) struct DataFolder {
    /// Rows of lists, without repeated keys.
    lists: HashMap<String, Vec<Value>>,
    /// Responses that are one record or another object.
    objects: HashMap<String, Vec<Value>>,
}

impl DataFolder {
    /// Reads the files that operations of the vendor's products name.
    ///
    /// # Errors
    ///
    /// `NotFound` if the path is not a folder, the error of the file system if a file cannot be
    /// read, `Other` with the name of the file if it is not JSON.
    pub(crate) fn read(folder: &Path) -> io::Result<DataFolder> {
        let mut data = DataFolder {
            lists: HashMap::new(),
            objects: HashMap::new(),
        };
        if !folder.is_dir() {
            let text = format!("{} is not a folder", folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, text));
        }
        for operation in tables::operations() {
            let Some(name) = operation.samples.response.as_deref() else {
                continue;
            };
            for file in bodies(&folder.join(operation.product), name) {
                let body: Value = serde_json::from_slice(&fs::read(&file)?)
                    .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
                data.add(operation, body);
            }
        }
        Ok(data)
    }

    /// Adds a response. Rows of lists are merged; the first record of a key wins.
    fn add(&mut self, operation: &Operation, body: Value) {
        let listed = match (&body, operation.response.list.as_deref()) {
            (Value::Array(rows), _) => Some(rows.clone()),
            (Value::Object(members), Some(list)) => {
                members.get(list).and_then(Value::as_array).cloned()
            }
            _ => None,
        };
        match (operation.response.kind.as_str(), listed) {
            ("collection", Some(rows)) => {
                let key = operation.entity().and_then(|entity| entity.key.as_deref());
                let known = self.lists.entry(operation.id.clone()).or_default();
                for one in rows {
                    let twice = key
                        .and_then(|key| one.get(key).map(|id| (key, key_text(id))))
                        .is_some_and(|(key, id)| {
                            known
                                .iter()
                                .any(|old| old.get(key).map(key_text) == Some(id.clone()))
                        });
                    if !twice {
                        known.push(one);
                    }
                }
            }
            _ => self
                .objects
                .entry(operation.id.clone())
                .or_default()
                .push(body),
        }
    }

    /// The rows of a list operation, if the folder has a file for it.
    pub(crate) fn list(&self, operation: &str) -> Option<&[Value]> {
        self.lists.get(operation).map(Vec::as_slice)
    }

    /// The response of an operation that returns one record. The first file wins.
    pub(crate) fn object(&self, operation: &str) -> Option<&Value> {
        self.objects
            .get(operation)
            .and_then(|bodies| bodies.first())
    }

    /// Puts the records of an entity into its table, so that they are found by id.
    ///
    /// Replaces the made-up rows if some list of the whole entity has a file. Otherwise the records
    /// are added.
    pub(crate) fn overlay(&self, product: &str, entity: &str, table: &mut Table) {
        let rows: Vec<&Operation> = tables::product(product)
            .operations
            .iter()
            .filter(|operation| operation.response.entity.as_deref() == Some(entity))
            .collect();
        let plain = rows.iter().any(|operation| {
            operation.params_in("path").next().is_none() && self.lists.contains_key(&operation.id)
        });
        if plain {
            *table = Table::new(table.key_name().map(str::to_owned));
        }
        let key = table.key_name().map(str::to_owned);
        for operation in rows {
            let listed = self.lists.get(&operation.id).into_iter().flatten();
            let single = self.objects.get(&operation.id).into_iter().flatten();
            for record in listed.chain(single) {
                let id = key.as_deref().and_then(|key| record.get(key)).map(key_text);
                // The first record of an id wins. A record without an id cannot be requested.
                if id.is_some_and(|id| !plain || table.get(&id).is_none()) {
                    table.insert(record.clone());
                }
            }
        }
    }
}

/// The files of a sample name: `name.json`, `name.2.json`, `name.3.json` and so on.
fn bodies(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = Vec::new();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    if extension != "json" {
        return files;
    }
    let first = folder.join(name);
    if first.is_file() {
        files.push(first);
    }
    for number in 2.. {
        let further = folder.join(format!("{stem}.{number}.{extension}"));
        if !further.is_file() {
            break;
        }
        files.push(further);
    }
    files
}

#[cfg(test)]
mod tests;
