//! The tables and functions of advanced hunting.
//!
//! The columns of a table are one text: a slice of pairs would cost a relocation for each of two thousand names in every
//! program that contains them.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::docs::{inner, literal};
use super::table::{self, text};

/// The file of a product's tables; `None` where it has none.
pub(super) fn print(root: &Path, product: &str) -> Result<Option<String>, String> {
    let path = table::folder(root, product).join("hunting.json");
    if !path.is_file() {
        return Ok(None);
    }
    let failed = |error: String| format!("{}: {error}", path.display());
    let json = std::fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
    let json: Value = serde_json::from_str(&json).map_err(|error| failed(error.to_string()))?;
    let mut out = inner("The documented tables and functions of advanced hunting.")
        + "\nuse crate::hunting::{DocumentedFunction, DocumentedTable};\n\n";
    out.push_str("pub(crate) const TABLES: &[DocumentedTable] = &[\n");
    for table in rows(&json["tables"]) {
        let member = |name: &str| literal(&text(&table[name]));
        let _ = writeln!(
            out,
            "DocumentedTable {{\nname: {},\nhelp: {},\nstatus: {},\nreplaced_by: {},\nformer: {},\ncolumns: {},\n}},",
            member("name"),
            member("help"),
            member("status"),
            member("replaced_by"),
            pairs(&table["former"], "now"),
            pairs(&table["columns"], "type"),
        );
    }
    out.push_str("];\n\npub(crate) const FUNCTIONS: &[DocumentedFunction] = &[\n");
    for function in rows(&json["functions"]) {
        let member = |name: &str| literal(&text(&function[name]));
        let _ = writeln!(
            out,
            "DocumentedFunction {{\nname: {},\ncall: {},\nhelp: {},\nstatus: {},\nadds: {},\nreturns: {},\n}},",
            member("name"),
            member("call"),
            member("help"),
            member("status"),
            pairs(&function["adds"], "type"),
            pairs(&function["returns"], "type"),
        );
    }
    let _ = write!(
        out,
        "];\n\n/// Tables that are gone, with their successors.\npub(crate) const FORMER: &str = {};\n\n\
         /// Columns that a connected workspace adds to any table.\npub(crate) const WORKSPACE: &str = {};\n",
        pairs(&json["former"], "now"),
        pairs(&json["workspace"]["columns"], "type"),
    );
    Ok(Some(out))
}

fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// A line for each member of a list: its name and another of its members.
fn pairs(list: &Value, other: &str) -> String {
    let lines = rows(list).map(|one| format!("{} {}", text(&one["name"]), text(&one[other])));
    let lines = lines.collect::<Vec<_>>().join("\n");
    match lines.as_str() {
        "" => "\"\"".to_owned(),
        lines => format!("\"\\\n{lines}\""),
    }
}
