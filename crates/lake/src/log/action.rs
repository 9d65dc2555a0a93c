//! The actions of a log, as its JSON has them.
//!
//! ```json
//! {"commitInfo":{"timestamp":1772366400000,"operation":"WRITE","nonce":"5f0c…"}}
//! {"add":{"path":"_tenant=T/_date=2026-03-01/part-5f0c….parquet","partitionValues":{"_tenant":"T","_date":"2026-03-01"},"size":8042,
//!   "modificationTime":1772366400000,"dataChange":true,"stats":"{\"numRecords\":12}"}}
//! {"txn":{"appId":"defender/T/mde.alerts","version":7,"lastUpdated":1772366400000}}
//! {"domainMetadata":{"domain":"defender.T.mde.alerts","configuration":"{\"cursor\":{}}","removed":false}}
//! ```

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One line of a log. One member is set. Actions of other programs that mean nothing here, such as `cdc`, leave all empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Action {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) commit_info: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) protocol: Option<Protocol>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) meta_data: Option<MetaData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) add: Option<Add>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remove: Option<Remove>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) txn: Option<Txn>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) domain_metadata: Option<DomainMetadata>,
}

macro_rules! from {
    ($kind:ty, $member:ident) => {
        impl From<$kind> for Action {
            fn from(value: $kind) -> Self {
                Self {
                    $member: Some(value),
                    ..Self::default()
                }
            }
        }
    };
}

from!(Protocol, protocol);
from!(MetaData, meta_data);
from!(Add, add);
from!(Remove, remove);
from!(Txn, txn);
from!(DomainMetadata, domain_metadata);

/// What a program must know to read and write the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Protocol {
    /// 1 here: any reader of Delta will do.
    pub(crate) min_reader_version: i32,
    /// 7 here: the first that names its features one by one.
    pub(crate) min_writer_version: i32,
    /// Absent below reader version 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reader_features: Option<Vec<String>>,
    /// What a writer must keep to, such as `appendOnly`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) writer_features: Option<Vec<String>>,
}

/// The columns and properties of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MetaData {
    pub(crate) id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    pub(crate) format: Format,
    /// The columns, those of the folders among them, as JSON text within the JSON.
    pub(crate) schema_string: String,
    /// The columns that are folders, from the outermost on.
    pub(crate) partition_columns: Vec<String>,
    /// Milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) created_time: Option<i64>,
    /// Properties of the table: those of Delta begin with `delta.`, ours with `defender.`.
    #[serde(default)]
    pub(crate) configuration: BTreeMap<String, String>,
}

/// The form of the files: Parquet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Format {
    pub(crate) provider: String,
    #[serde(default)]
    pub(crate) options: BTreeMap<String, String>,
}

/// A file is part of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Add {
    /// Relative to the table, percent-encoded.
    pub(crate) path: String,
    /// By column. The file itself has no such columns.
    #[serde(default)]
    pub(crate) partition_values: BTreeMap<String, Option<String>>,
    /// Bytes.
    pub(crate) size: i64,
    /// Milliseconds since 1970.
    pub(crate) modification_time: i64,
    /// `false` for a file that a merge has written: who follows changes passes over it.
    pub(crate) data_change: bool,
    /// JSON text: the number of rows, and the least and greatest value of columns with times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stats: Option<String>,
}

impl Add {
    /// The path as the store has it.
    pub(crate) fn decoded(&self) -> String {
        decoded(&self.path)
    }
}

impl Remove {
    /// The path as the store has it.
    pub(crate) fn decoded(&self) -> String {
        decoded(&self.path)
    }
}

fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// A file is no longer part of the table. Readers of older versions may still need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Remove {
    /// As it was added.
    pub(crate) path: String,
    /// Milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) deletion_timestamp: Option<i64>,
    pub(crate) data_change: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) extended_file_metadata: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) partition_values: Option<BTreeMap<String, Option<String>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) size: Option<i64>,
}

/// How far a program has come. It moves with the files of its commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Txn {
    /// The name of the program, or of a part of it.
    pub(crate) app_id: String,
    /// A number of the program's own, which only rises.
    pub(crate) version: i64,
    /// Milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) last_updated: Option<i64>,
}

/// A text that a program keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DomainMetadata {
    /// The name. Those that begin with `delta.` are of the format.
    pub(crate) domain: String,
    pub(crate) configuration: String,
    /// Whether the name counts no longer, and the text is only its last.
    pub(crate) removed: bool,
}

/// The actions of a version. Empty lines are passed over.
///
/// # Errors
/// The line that is no action, counted from 1, and why.
pub(crate) fn parse(text: &[u8]) -> Result<Vec<Action>, String> {
    let lines = text.split(|byte| *byte == b'\n').enumerate();
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    let read = |(number, line)| {
        serde_json::from_slice(line).map_err(|error| format!("line {}: {error}", number + 1))
    };
    lines.map(read).collect()
}

/// The text of a version.
pub(crate) fn to_text(actions: &[Action]) -> Vec<u8> {
    let mut text = Vec::new();
    for action in actions {
        // Texts, numbers and maps with text keys cannot fail.
        if serde_json::to_writer(&mut text, action).is_ok() {
            text.push(b'\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_read_as_it_was_written_and_unknown_ones_pass() {
        let text = concat!(
            r#"{"txn":{"appId":"a/b","version":3,"lastUpdated":17}}"#,
            "\n\n",
            r#"{"cdc":{"path":"x"}}"#,
            "\n",
            r#"{"add":{"path":"_tenant=a/part%201.parquet","partitionValues":{"_tenant":"a"},"size":5,"modificationTime":1,"dataChange":true,"tags":null}}"#,
            "\n"
        );
        let actions = parse(text.as_bytes()).unwrap();
        assert_eq!(actions.len(), 3);
        assert_eq!(actions[0].txn.as_ref().unwrap().version, 3);
        assert!(actions[1].add.is_none());
        assert_eq!(
            actions[2].add.as_ref().unwrap().decoded(),
            "_tenant=a/part 1.parquet"
        );
        let again = to_text(&actions[..1]);
        assert_eq!(again, text.as_bytes()[..text.find('\n').unwrap() + 1]);
        assert!(parse(b"{\"add\":1}\n").unwrap_err().starts_with("line 1: "));
    }
}
