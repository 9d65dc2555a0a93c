//! A folder of records that are served as they are.
//!
//! Layout: `DIR/<product>/samples/<name>.json`, the names being the rows' `samples.response`; a
//! stem with `.2`, `.3` … holds a further body of the same operation.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::store::Table;
use crate::tables::{self, Operation};
use crate::values::key_text;

/// Records read from a folder, by operation.
#[derive(Debug)]
pub(crate) struct DataFolder {
    /// What lists answer.
    lists: HashMap<String, Vec<Value>>,
    /// What single answers are, by operation.
    objects: HashMap<String, Vec<Value>>,
}

impl DataFolder {
    /// Reads every sample that some row names.
    ///
    /// # Errors
    ///
    /// The folder cannot be read, or a `.json` file in it is not JSON.
    pub(crate) fn read(folder: &Path) -> io::Result<DataFolder> {
        let mut data = DataFolder {
            lists: HashMap::new(),
            objects: HashMap::new(),
        };
        if !folder.is_dir() {
            let text = format!("{} is not a folder", folder.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, text));
        }
        for row in tables::operations() {
            let Some(name) = row.samples.response.as_deref() else {
                continue;
            };
            for file in bodies(&folder.join(row.product), name) {
                let body: Value = serde_json::from_slice(&fs::read(&file)?)
                    .map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
                data.add(row, body);
            }
        }
        Ok(data)
    }

    fn add(&mut self, row: &Operation, body: Value) {
        let listed = match (&body, row.response.list.as_deref()) {
            (Value::Array(rows), _) => Some(rows.clone()),
            (Value::Object(members), Some(list)) => {
                members.get(list).and_then(Value::as_array).cloned()
            }
            _ => None,
        };
        match (row.response.kind.as_str(), listed) {
            ("collection", Some(rows)) => {
                let key = row.entity().and_then(|entity| entity.key.as_deref());
                let known = self.lists.entry(row.id.clone()).or_default();
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
            _ => self.objects.entry(row.id.clone()).or_default().push(body),
        }
    }

    /// The records an operation lists, where the folder has a sample of it.
    pub(crate) fn list(&self, operation: &str) -> Option<&[Value]> {
        self.lists.get(operation).map(Vec::as_slice)
    }

    /// The documented single answer of an operation.
    pub(crate) fn object(&self, operation: &str) -> Option<&Value> {
        self.objects
            .get(operation)
            .and_then(|bodies| bodies.first())
    }

    /// Puts every record of the entity into its table, so that it is found by its id. Where some
    /// plain list of the entity has a sample, its records take the place of the seeded rows.
    pub(crate) fn overlay(&self, product: &str, entity: &str, table: &mut Table) {
        let rows: Vec<&Operation> = tables::product(product)
            .operations
            .iter()
            .filter(|row| row.response.entity.as_deref() == Some(entity))
            .collect();
        let plain = rows
            .iter()
            .any(|row| row.params_in("path").next().is_none() && self.lists.contains_key(&row.id));
        if plain {
            *table = Table::new(table.key_name().map(str::to_owned));
        }
        let key = table.key_name().map(str::to_owned);
        for row in rows {
            let listed = self.lists.get(&row.id).into_iter().flatten();
            let single = self.objects.get(&row.id).into_iter().flatten();
            for record in listed.chain(single) {
                let id = key.as_deref().and_then(|key| record.get(key)).map(key_text);
                // The first sample of an id wins; what has no id cannot be asked for.
                if id.is_some_and(|id| !plain || table.get(&id).is_none()) {
                    table.insert(record.clone());
                }
            }
        }
    }
}

/// The files of a sample name: the name itself, then `.2`, `.3` … before the extension.
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
