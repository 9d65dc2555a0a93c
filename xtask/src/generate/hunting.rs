//! The tables and functions of advanced hunting.
//!
//! The columns of a table are one text: a slice of pairs would cost a relocation for each of two thousand names in every
//! program that contains them.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::Files;
use super::docs::{inner, literal};
use super::table::{self, text};

/// The files of a product's tables, by path: the list, and one for each table. None where the product has no tables.
pub(super) fn print(root: &Path, product: &str) -> Result<Files, String> {
    let path = table::folder(root, product).join("hunting.json");
    let mut files = Files::new();
    if !path.is_file() {
        return Ok(files);
    }
    let failed = |error: String| format!("{}: {error}", path.display());
    let json = std::fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
    let json: Value = serde_json::from_str(&json).map_err(|error| failed(error.to_string()))?;
    let mut modules = String::new();
    let mut list = String::new();
    for table in rows(&json["tables"]) {
        let module = text(&table["name"]).to_ascii_lowercase();
        let _ = writeln!(modules, "mod {module};");
        let _ = writeln!(list, "{module}::TABLE,");
        files.insert(
            format!("generated/hunting_tables/{module}.rs"),
            one_table(table),
        );
    }
    let mut out = inner("The documented tables and functions of advanced hunting.");
    let _ = write!(
        out,
        "\n{modules}\nuse crate::hunting::{{DocumentedFunction, DocumentedTable}};\n\n\
         pub(crate) const TABLES: &[DocumentedTable] = &[\n{list}];\n\n{}\n\
         /// Tables that are gone, with their successors.\npub(crate) const FORMER: &str = {};\n\n\
         /// Columns that a connected workspace adds to any table.\npub(crate) const WORKSPACE: &str = {};\n",
        functions(&json["functions"]),
        pairs(&json["former"], "now"),
        pairs(&json["workspace"]["columns"], "type"),
    );
    files.insert("generated/hunting_tables.rs".to_owned(), out);
    Ok(files)
}

fn one_table(table: &Value) -> String {
    let member = |name: &str| literal(&text(&table[name]));
    let head = inner(&format!("`{}` of advanced hunting.", text(&table["name"])));
    format!(
        "{head}\nuse crate::hunting::DocumentedTable;\n\npub(super) const TABLE: DocumentedTable = DocumentedTable {{\n\
         name: {},\nhelp: {},\nstatus: {},\nreplaced_by: {},\nformer: {},\ncolumns: {},\n}};\n",
        member("name"),
        member("help"),
        member("status"),
        member("replaced_by"),
        pairs(&table["former"], "now"),
        pairs(&table["columns"], "type"),
    )
}

fn functions(list: &Value) -> String {
    let mut out = "pub(crate) const FUNCTIONS: &[DocumentedFunction] = &[\n".to_owned();
    for function in rows(list) {
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
    out + "];\n"
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
