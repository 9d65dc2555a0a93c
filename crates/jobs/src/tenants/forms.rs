//! The three forms of a tenants file, read into entries of the same shape.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table};

use super::{Tenant, TenantError};

/// The name of the tables in TOML.
const TABLE: &str = "tenant";

/// Between the words of a list that is written as one text.
const BETWEEN: char = ';';

/// A member of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// One text.
    Text(String),
    /// A list of texts.
    Words(Vec<String>),
}

impl Field {
    /// The words of a list, or of a text that holds one: between semicolons, or as JSON, which is how a list is printed in
    /// CSV. Empty words are left out.
    pub(super) fn into_words(self) -> Vec<String> {
        let words = match self {
            Self::Words(words) => words,
            Self::Text(text) => serde_json::from_str(&text)
                .unwrap_or_else(|_| text.split(BETWEEN).map(str::to_owned).collect()),
        };
        let words = words.iter().map(|word| word.trim().to_owned());
        words.filter(|word| !word.is_empty()).collect()
    }
}

/// A tenant as the file has it.
#[derive(Debug)]
pub(super) struct Entry {
    /// The line where it begins, counted from 1.
    pub(super) line: usize,
    pub(super) members: BTreeMap<String, Field>,
}

/// The entries of a file, by the form that its name or its first character tells.
pub(super) fn entries(path: &Path, text: &str) -> Result<Vec<Entry>, TenantError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.map(str::to_ascii_lowercase).as_deref() {
        Some("toml") => of_toml(path, text),
        Some("csv") => of_csv(path, text),
        Some("ndjson" | "jsonl" | "json") => of_ndjson(path, text),
        _ => match text.trim_start().chars().next() {
            Some('{') => of_ndjson(path, text),
            Some('[' | '#') => of_toml(path, text),
            _ => of_csv(path, text),
        },
    }
}

/// The line of a byte, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn of_toml(path: &Path, text: &str) -> Result<Vec<Entry>, TenantError> {
    let document = toml_edit::Document::parse(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text, span.start));
        TenantError::new(path, line, error.message().trim())
    })?;
    for (name, item) in document.iter() {
        if name != TABLE || !item.is_array_of_tables() {
            let line = item.span().map(|span| line_of(text, span.start));
            let message = format!("expected `[[{TABLE}]]`, not `{name}`");
            return Err(TenantError::new(path, line, message));
        }
    }
    let tables = document.get(TABLE).and_then(Item::as_array_of_tables);
    let tables = tables.into_iter().flat_map(ArrayOfTables::iter);
    let entry = |table: &Table| {
        let line = table.span().map_or(1, |span| line_of(text, span.start));
        let member = |(name, item): (&str, &Item)| {
            let line = item.span().map_or(line, |span| line_of(text, span.start));
            let field = toml_field(item).ok_or_else(|| not_text(path, line, name))?;
            Ok((name.to_owned(), field))
        };
        let members = table.iter().map(member).collect::<Result<_, _>>()?;
        Ok(Entry { line, members })
    };
    tables.map(entry).collect()
}

/// A text or a list of texts. `None` for anything else.
fn toml_field(item: &Item) -> Option<Field> {
    if let Some(text) = item.as_str() {
        return Some(Field::Text(text.to_owned()));
    }
    let words = item.as_array()?.iter();
    let words = words.map(|word| word.as_str().map(str::to_owned));
    Some(Field::Words(words.collect::<Option<_>>()?))
}

fn of_csv(path: &Path, text: &str) -> Result<Vec<Entry>, TenantError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let wrong = |error: csv::Error| {
        let line = error.position().map(|position| whole(position.line()));
        let message = match error.kind() {
            csv::ErrorKind::UnequalLengths {
                expected_len, len, ..
            } => format!("{len} fields, and the line of names has {expected_len}"),
            _ => error.to_string(),
        };
        TenantError::new(path, line, message)
    };
    let names = reader.headers().map_err(wrong)?.clone();
    if !names.is_empty() && !names.iter().any(|name| name.eq_ignore_ascii_case("id")) {
        let message = "the first line names the columns, and one of them is `id`";
        return Err(TenantError::new(path, Some(1), message));
    }
    let entry = |record: csv::Result<csv::StringRecord>| {
        let record = record.map_err(wrong)?;
        let line = record
            .position()
            .map_or(1, |position| whole(position.line()));
        let members = names.iter().zip(&record);
        let members = members.map(|(name, value)| {
            let field = Field::Text(value.to_owned());
            (name.to_ascii_lowercase(), field)
        });
        Ok(Entry {
            line,
            members: members.collect(),
        })
    };
    reader.records().map(entry).collect()
}

/// A line number of the CSV reader.
fn whole(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

fn of_ndjson(path: &Path, text: &str) -> Result<Vec<Entry>, TenantError> {
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, text)| !text.trim().is_empty());
    let entry = |(line, text): (usize, &str)| {
        let value: BTreeMap<String, Value> = serde_json::from_str(text).map_err(|error| {
            let message = format!("each line is one JSON object: {error}");
            TenantError::new(path, Some(line), message)
        })?;
        let mut members = BTreeMap::new();
        for (name, value) in value {
            let field = match value {
                Value::Null => continue,
                Value::String(text) => Some(Field::Text(text)),
                Value::Array(words) => {
                    let words = words.into_iter().map(|word| match word {
                        Value::String(word) => Some(word),
                        _ => None,
                    });
                    words.collect::<Option<_>>().map(Field::Words)
                }
                _ => None,
            };
            let field = field.ok_or_else(|| not_text(path, line, &name))?;
            members.insert(name, field);
        }
        Ok(Entry { line, members })
    };
    lines.map(entry).collect()
}

fn not_text(path: &Path, line: usize, name: &str) -> TenantError {
    let message = format!("`{name}` is neither a text nor a list of texts");
    TenantError::new(path, Some(line), message)
}

/// The TOML form of tenants. A member without a value is left out.
pub(super) fn to_toml(tenants: &[Tenant]) -> String {
    let mut tables = ArrayOfTables::new();
    for tenant in tenants {
        let mut table = Table::new();
        let texts = [
            ("id", Some(tenant.id.as_str())),
            ("name", tenant.name.as_deref()),
            ("profile", tenant.profile.as_deref()),
            ("cloud", tenant.cloud.map(auth_core::Cloud::as_str)),
            ("portal", tenant.portal.as_ref().map(http_core::Url::as_str)),
            ("notes", tenant.notes.as_deref()),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                table.insert(name, text.into());
            }
        }
        if !tenant.tags.is_empty() {
            let tags: Array = tenant.tags.iter().collect();
            table.insert("tags", tags.into());
        }
        tables.push(table);
    }
    let mut document = DocumentMut::new();
    document.insert(TABLE, Item::ArrayOfTables(tables));
    document.to_string()
}
