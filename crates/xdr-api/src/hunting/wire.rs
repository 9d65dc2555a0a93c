//! The form of hunting rows on the wire, and the form in which they are returned.
//!
//! Graph puts members that describe others beside them at every depth: `Count@odata.type`, `@odata.type`. A row may
//! lack columns or have them in another order. A [`Rewriter`] brings each row into one form: every column, in the order
//! of the query, without descriptions. Values are copied as text, so decimals of any length and `1.0E+07` stay as they
//! are.

use std::borrow::Cow;
use std::fmt;

use http_core::rows::RowBatch;
use http_core::{Bytes, Value};
use memchr::memmem::Finder;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Part of the name of each member that describes another one. No column can have it.
const MARK: &str = "@odata.";

/// Brings rows into the order of their columns and removes the members that describe others.
pub(super) struct Rewriter {
    columns: Vec<String>,
    mark: Finder<'static>,
}

impl Rewriter {
    pub(super) fn new(columns: Vec<String>) -> Self {
        Self {
            columns,
            mark: Finder::new(MARK),
        }
    }

    /// The rows in the returned form. Rows that have it already, as most do, are passed through without a copy.
    pub(super) fn rewrite(&self, batch: RowBatch) -> RowBatch {
        let mut unexpected = batch.unexpected().iter().copied().peekable();
        let mut is_changed = false;
        let mut rows = Vec::with_capacity(batch.len());
        for (index, row) in batch.iter().enumerate() {
            let is_unexpected = unexpected.next_if_eq(&index).is_some();
            let is_marked = self.mark.find(row).is_some();
            let changed = (is_unexpected || is_marked)
                .then(|| self.row(row))
                .flatten();
            is_changed |= changed.is_some();
            rows.push(changed);
        }
        if !is_changed {
            return batch;
        }
        let changed = rows.into_iter();
        changed
            .zip(batch)
            .map(|(changed, row)| changed.map_or(row, Bytes::from))
            .collect()
    }

    /// The rewritten row; `None` if it is not an object.
    fn row(&self, row: &[u8]) -> Option<Vec<u8>> {
        let members: Members<'_> = serde_json::from_slice(row).ok()?;
        let mut taken = vec![false; members.0.len()];
        let mut text = Vec::with_capacity(row.len() + 64);
        text.push(b'{');
        // Most rows have the columns in their order, so the search begins at the next member.
        let mut next = 0;
        for column in &self.columns {
            let found = (next..members.0.len())
                .chain(0..next)
                .find(|at| !taken[*at] && members.0[*at].0 == *column);
            if let Some(at) = found {
                taken[at] = true;
                next = at + 1;
            }
            let value = found.map_or("null", |at| members.0[at].1.get());
            write(&mut text, column, value);
        }
        // Members that the schema does not list are kept.
        for ((name, value), taken) in members.0.iter().zip(taken) {
            if !taken && !name.contains(MARK) {
                write(&mut text, name, value.get());
            }
        }
        text.push(b'}');
        Some(text)
    }
}

/// Appends a member to an object.
fn write(text: &mut Vec<u8>, name: &str, value: &str) {
    if text.last() != Some(&b'{') {
        text.push(b',');
    }
    // Writing a text as JSON cannot fail.
    text.extend_from_slice(Value::from(name).to_string().as_bytes());
    text.push(b':');
    plain(text, value);
}

/// Appends a value without the members that describe others.
fn plain(text: &mut Vec<u8>, value: &str) {
    let is_marked = value.starts_with(['{', '[']) && value.contains(MARK);
    if !is_marked {
        text.extend_from_slice(value.as_bytes());
        return;
    }
    if let Ok(members) = serde_json::from_str::<Members<'_>>(value) {
        text.push(b'{');
        let shown = members.0.iter().filter(|(name, _)| !name.contains(MARK));
        shown.for_each(|(name, value)| write(text, name, value.get()));
        text.push(b'}');
    } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(value) {
        text.push(b'[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                text.push(b',');
            }
            plain(text, item.get());
        }
        text.push(b']');
    } else {
        text.extend_from_slice(value.as_bytes());
    }
}

/// Removes the members that describe others from a value in memory.
pub(super) fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| !name.contains(MARK));
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// The members of an object in their order, each value as its JSON text.
pub(super) struct Members<'a>(pub(super) Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::with_capacity(32);
                while let Some(member) = map.next_entry::<Cow<'de, str>, &'de RawValue>()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(columns: &[&str], row: &str) -> String {
        let rewriter = Rewriter::new(columns.iter().map(|&name| name.to_owned()).collect());
        String::from_utf8(rewriter.row(row.as_bytes()).unwrap()).unwrap()
    }

    #[test]
    fn columns_come_in_their_order_and_every_value_as_it_was_written() {
        let text =
            r#"{"C":1.038518E+07,"x":[1, 2],"A":0.1234567890123456789012345,"B\"":"\u00e9"}"#;
        assert_eq!(
            row(&["A", "B\"", "none", "C"], text),
            r#"{"A":0.1234567890123456789012345,"B\"":"\u00e9","none":null,"C":1.038518E+07,"x":[1, 2]}"#
        );
    }

    #[test]
    fn what_describes_members_is_left_out_at_every_depth() {
        let text = r##"{"@odata.type":"#row","N@odata.type":"#Int64","N":7,
            "P":{"@odata.type":"#d","raw":[{"t@odata.type":"#Collection(String)","t":["@odata.type"],"n":1e2}]},"T":"a@odata.b"}"##;
        assert_eq!(
            row(&["N", "P"], text),
            r#"{"N":7,"P":{"raw":[{"t":["@odata.type"],"n":1e2}]},"T":"a@odata.b"}"#
        );
    }
}
