//! The tables and columns of a tenant.
//!
//! The vendor documents the tables; a tenant has those of its licences, and newer ones. [`Hunting::columns_of`] asks
//! the tenant for one table. [`HuntingSchema`] collects the answers and can be kept in a file, so that a program
//! completes names and warns of typing errors ([`unknown_tables`](HuntingSchema::unknown_tables)) without a request for
//! each query.
//!
//! ```
//! use xdr_api::hunting::{ColumnType, HuntingSchema};
//!
//! let mut schema = HuntingSchema::of_now();
//! schema.insert("DeviceEvents", &[]);
//! let query = "DeviceEvents | join (DeviceEvnts) on DeviceId";
//! assert_eq!(schema.unknown_tables(query), ["DeviceEvnts"]);
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use http_core::{Error, Result, Timestamp};
use kql::{Kind, Schema};
use serde::{Deserialize, Serialize};

use super::{ColumnType, DocumentedFunction, DocumentedTable, Hunting, HuntingColumn, parameter};
use crate::generated::hunting_tables::TABLES as DOCUMENTED;

/// Names of the documented tables. [`DocumentedTable`](super::DocumentedTable) has their columns.
pub const TABLES: &[&str] = &NAMES;

const NAMES: [&str; DOCUMENTED.len()] = {
    let mut names = [""; DOCUMENTED.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = DOCUMENTED[at].name;
        at += 1;
    }
    names
};

/// Tables and their columns at one point in time. Serializes to JSON, for a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HuntingSchema {
    /// When the tenant was asked. `None` in a default schema.
    pub asked: Option<Timestamp>,
    /// Columns by table, each with its name and its type in the query language, in the order of the table.
    pub tables: BTreeMap<String, Vec<(String, String)>>,
}

impl Hunting {
    /// The columns of a table, by `getschema`; `None` if the tenant has no such table. Sends one query, which counts
    /// toward the tenant's quota.
    ///
    /// ```no_run
    /// # async fn run(client: xdr_api::Client) -> xdr_api::Result<()> {
    /// let columns = client.graph().hunting().columns_of("DeviceEvents").await?;
    /// for column in columns.unwrap_or_default() {
    ///     println!("{}: {}", column.name, column.kind.as_str());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of `graph.hunting.run`; [`ErrorKind::Usage`](crate::ErrorKind::Usage) for an invalid name.
    pub async fn columns_of(&self, table: &str) -> Result<Option<Vec<HuntingColumn>>> {
        // A table name cannot be bound as a value, so it is checked to be a plain name.
        parameter::check(table)?;
        let answer = match self.hunt(format!("{table} | getschema")).send().await {
            Ok(answer) => answer,
            Err(error) if is_unknown_table(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        let columns = answer.rows.iter().filter_map(|row| {
            let kind = row.text("ColumnType").or_else(|| row.text("DataType"));
            Some(HuntingColumn {
                name: row.text("ColumnName")?.to_owned(),
                kind: ColumnType::of(kind.unwrap_or_default()),
            })
        });
        Ok(Some(columns.collect()))
    }
}

/// Whether the service refused a table. Only the message distinguishes this from other invalid queries.
fn is_unknown_table(error: &Error) -> bool {
    error.status().is_some_and(|status| status.as_u16() == 400)
        && error
            .message()
            .to_ascii_lowercase()
            .contains("failed to resolve table")
}

impl HuntingSchema {
    /// A schema without tables, with the current time.
    pub fn of_now() -> Self {
        Self {
            asked: Some(Timestamp::from(jiff::Timestamp::now())),
            tables: BTreeMap::new(),
        }
    }

    /// Adds a table, or replaces its columns.
    pub fn insert(&mut self, table: impl Into<String>, columns: &[HuntingColumn]) {
        let columns = columns
            .iter()
            .map(|one| (one.name.clone(), one.kind.as_str().to_owned()));
        self.tables.insert(table.into(), columns.collect());
    }

    /// The schema in the terms of the query language, for [`kql::check`] and [`kql::columns`], with the columns that a workspace adds to
    /// every table.
    ///
    /// Functions whose page lists the columns of the result are left out: their samples use more than these.
    ///
    /// ```
    /// let schema = xdr_api::hunting::HuntingSchema::documented().language();
    /// let columns = kql::columns("DeviceInfo | project Timestamp", &schema).unwrap_or_default();
    /// assert_eq!(columns[0].kind, kql::Kind::Time);
    /// ```
    pub fn language(&self) -> Schema {
        let mut known = Schema::new();
        let kind = |name: &str| Kind::of(name).unwrap_or(Kind::Unknown);
        for (table, columns) in &self.tables {
            let own = columns
                .iter()
                .map(|(name, word)| (name.as_str(), kind(word)));
            let added = DocumentedTable::of_workspace().map(|(name, word)| (name, kind(word)));
            let added = added.filter(|(name, _)| columns.iter().all(|(own, _)| own != name));
            known.insert(table, own.chain(added));
        }
        for function in DocumentedFunction::all() {
            if function.returns().next().is_none() {
                let columns = function.adds().map(|(name, word)| (name, kind(word)));
                known.insert_enrichment(function.name(), columns);
            }
        }
        known
    }

    /// Reads a schema from a file. `None` if it is missing or cannot be read, because it can be requested again.
    pub fn read(path: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// The file name for the schema of a tenant. Characters other than ASCII letters, digits, `.` and `-` become `_`.
    pub fn file_name(tenant: &str) -> String {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-".contains(letter);
        let name: String = tenant
            .chars()
            .map(|letter| if is_plain(letter) { letter } else { '_' })
            .collect();
        format!("{name}.json")
    }

    /// Adds the tables of an older schema that this one does not have. Used when only some tables were requested again.
    pub fn complete(&mut self, older: Self) {
        for (table, columns) in older.tables {
            self.tables.entry(table).or_insert(columns);
        }
    }

    /// Tables that a query reads from and that are not in the schema, each once.
    ///
    /// The result is good for a warning only: a table may be newer than the schema. Names bound by `let` are known. Empty
    /// for a query that cannot be parsed.
    pub fn unknown_tables(&self, query: &str) -> Vec<String> {
        let mut unknown = Vec::new();
        for name in kql::tables(query) {
            let is_known = self
                .tables
                .keys()
                .any(|known| known.eq_ignore_ascii_case(&name));
            if !is_known && !unknown.contains(&name) {
                unknown.push(name);
            }
        }
        unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_tenant_leads_nowhere_else() {
        assert_eq!(HuntingSchema::file_name("../a b.com"), ".._a_b.com.json");
    }

    #[test]
    fn a_table_that_was_not_seen_is_named_once() {
        let mut schema = HuntingSchema::of_now();
        schema.insert("DeviceInfo", &[]);
        let query =
            "deviceinfo | join kind=inner (Nowhere | take 1) on A | join kind=inner Nowhere on B";
        assert_eq!(schema.unknown_tables(query), ["Nowhere"]);
        let kept = serde_json::to_string(&schema).unwrap();
        assert_eq!(
            serde_json::from_str::<HuntingSchema>(&kept).unwrap(),
            schema
        );
    }
}
