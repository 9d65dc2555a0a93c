//! Checkpoints: all actions that still count, as a Parquet file with a column for each kind of action.
//!
//! | | in a checkpoint |
//! | --- | --- |
//! | rows | one for each action; of its columns one is filled |
//! | columns | `txn`, `add`, `remove`, `metaData`, `protocol`, `domainMetadata`, each a structure with the members of the JSON |
//! | left out | files that were removed more than seven days ago, and `commitInfo` |
//! | memory | the whole of it: a table of 100,000 files takes some tens of MiB |
//!
//! From <https://github.com/delta-io/delta/blob/master/PROTOCOL.md#checkpoints>: the classic form, in one file.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, MapBuilder, MapFieldNames, StringBuilder};
use arrow_array::cast::AsArray as _;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Int32Array, Int64Array, RecordBatch, StringArray, StructArray,
};
use arrow_schema::{Field, Fields, Schema};
use bytes::Bytes;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::arrow::arrow_writer::ArrowWriter;

use super::action::{Action, Add, DomainMetadata, Format, MetaData, Protocol, Remove, Txn};
use super::names::{LastCheckpoint, checkpoint_names, last_checkpoint, last_checkpoint_name};
use crate::error::Error;
use crate::file;
use crate::store::Store;

/// What still counts at a version.
pub(crate) struct Sum<'a> {
    pub(crate) version: i64,
    /// The last one. `None` makes a checkpoint that readers refuse.
    pub(crate) protocol: Option<&'a Protocol>,
    /// The last one.
    pub(crate) meta: Option<&'a MetaData>,
    /// By name, so that two writers of one version write the same bytes.
    pub(crate) txns: Vec<&'a Txn>,
    /// Names and texts.
    pub(crate) domains: Vec<(&'a str, &'a str)>,
    pub(crate) removed: Vec<&'a Remove>,
    pub(crate) files: Vec<&'a Add>,
}

/// Writes the checkpoint of a version, and names it as the newest.
///
/// Two writers may do it at once: both write the same actions.
///
/// # Errors
/// If the store cannot be written. The table is as it was: a checkpoint that nothing names is not looked for.
pub(crate) async fn write(store: &Store, table: &str, sum: &Sum<'_>) -> Result<(), Error> {
    let mut last = LastCheckpoint {
        version: sum.version,
        size: 0,
        parts: None,
        size_in_bytes: None,
        num_of_add_files: i64::try_from(sum.files.len()).ok(),
    };
    let name = checkpoint_names(table, &last).concat();
    let place = store.address_of(&name);
    let batch = to_batch(sum).map_err(|error| Error::parquet(place.as_str(), &error))?;
    last.size = i64::try_from(batch.num_rows()).unwrap_or(i64::MAX);
    let bytes = to_parquet(&batch).map_err(|error| Error::parquet(place.as_str(), &error))?;
    last.size_in_bytes = i64::try_from(bytes.len()).ok();
    store.put(&name, bytes.into()).await?;
    // A writer that was asleep must not lead readers back to a checkpoint that may be removed.
    let newest = last_checkpoint(store, table).await?;
    if newest.is_some_and(|newest| newest.version > last.version) {
        return Ok(());
    }
    let text = serde_json::to_vec(&last)
        .map_err(|error| Error::broken(place.as_str(), error.to_string()))?;
    store.put(&last_checkpoint_name(table), text.into()).await
}

fn to_parquet(batch: &RecordBatch) -> parquet::errors::Result<Vec<u8>> {
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(file::properties(&[])))?;
    writer.write(batch)?;
    writer.into_inner()
}

/// All actions of a snapshot, in the order of the columns.
fn to_batch(sum: &Sum<'_>) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let mut rows = Rows::default();
    rows.of(Kind::Protocol, sum.protocol.iter().count());
    rows.of(Kind::Meta, sum.meta.iter().count());
    rows.of(Kind::Txn, sum.txns.len());
    rows.of(Kind::Domain, sum.domains.len());
    rows.of(Kind::Remove, sum.removed.len());
    rows.of(Kind::Add, sum.files.len());
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("txn", rows.column(Kind::Txn, txn_fields(&rows, &sum.txns))),
        ("add", rows.column(Kind::Add, add_fields(&rows, &sum.files))),
        (
            "remove",
            rows.column(Kind::Remove, remove_fields(&rows, &sum.removed)),
        ),
        (
            "metaData",
            rows.column(Kind::Meta, meta_fields(&rows, sum.meta)),
        ),
        (
            "protocol",
            rows.column(Kind::Protocol, protocol_fields(&rows, sum.protocol)),
        ),
        (
            "domainMetadata",
            rows.column(Kind::Domain, domain_fields(&rows, &sum.domains)),
        ),
    ];
    let fields: Fields = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

/// A kind of action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Protocol,
    Meta,
    Txn,
    Domain,
    Remove,
    Add,
}

/// Which rows of a checkpoint have which kind: those of a kind follow one another.
#[derive(Debug, Default)]
struct Rows {
    kinds: Vec<Kind>,
}

impl Rows {
    fn of(&mut self, kind: Kind, count: usize) {
        self.kinds.extend(std::iter::repeat_n(kind, count));
    }

    /// The values of a kind in its rows, and nothing in the others.
    fn spread<T>(&self, kind: Kind, values: impl IntoIterator<Item = Option<T>>) -> Vec<Option<T>> {
        let mut values = values.into_iter();
        let of = |row: &Kind| (*row == kind).then(|| values.next().flatten()).flatten();
        self.kinds.iter().map(of).collect()
    }

    /// The column of a kind.
    fn column(&self, kind: Kind, members: Vec<(&str, ArrayRef)>) -> ArrayRef {
        let fields: Fields = members
            .iter()
            .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
            .collect();
        let arrays = members.into_iter().map(|(_, array)| array).collect();
        let valid: Vec<bool> = self.kinds.iter().map(|row| *row == kind).collect();
        Arc::new(StructArray::new(fields, arrays, Some(valid.into())))
    }

    fn texts<'a>(&self, kind: Kind, values: impl IntoIterator<Item = Option<&'a str>>) -> ArrayRef {
        Arc::new(StringArray::from(self.spread(kind, values)))
    }

    fn longs(&self, kind: Kind, values: impl IntoIterator<Item = Option<i64>>) -> ArrayRef {
        Arc::new(Int64Array::from(self.spread(kind, values)))
    }

    fn bools(&self, kind: Kind, values: impl IntoIterator<Item = bool>) -> ArrayRef {
        let values = values.into_iter().map(Some);
        Arc::new(BooleanArray::from(self.spread(kind, values)))
    }

    fn maps<'a>(
        &self,
        kind: Kind,
        values: impl IntoIterator<Item = Option<Pairs<'a>>>,
    ) -> ArrayRef {
        let names = MapFieldNames {
            entry: "key_value".to_owned(),
            key: "key".to_owned(),
            value: "value".to_owned(),
        };
        let mut maps = MapBuilder::new(Some(names), StringBuilder::new(), StringBuilder::new());
        for map in self.spread(kind, values) {
            let is_there = map.is_some();
            for (key, value) in map.unwrap_or_default() {
                maps.keys().append_value(key);
                maps.values().append_option(value);
            }
            // The builder refuses keys and values of different number only.
            let _ = maps.append(is_there);
        }
        Arc::new(maps.finish())
    }

    fn lists<'a>(
        &self,
        kind: Kind,
        values: impl IntoIterator<Item = Option<&'a Vec<String>>>,
    ) -> ArrayRef {
        let mut lists = ListBuilder::new(StringBuilder::new());
        for list in self.spread(kind, values) {
            let is_there = list.is_some();
            for text in list.into_iter().flatten() {
                lists.values().append_value(text);
            }
            lists.append(is_there);
        }
        Arc::new(lists.finish())
    }
}

/// Keys and values of a map.
type Pairs<'a> = Vec<(&'a str, Option<&'a str>)>;

fn pairs(map: &BTreeMap<String, Option<String>>) -> Pairs<'_> {
    map.iter()
        .map(|(key, value)| (key.as_str(), value.as_deref()))
        .collect()
}

fn plain_pairs(map: &BTreeMap<String, String>) -> Pairs<'_> {
    map.iter()
        .map(|(key, value)| (key.as_str(), Some(value.as_str())))
        .collect()
}

fn txn_fields<'a>(rows: &Rows, txns: &[&Txn]) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Txn;
    vec![
        (
            "appId",
            rows.texts(of, txns.iter().map(|txn| Some(txn.app_id.as_str()))),
        ),
        (
            "version",
            rows.longs(of, txns.iter().map(|txn| Some(txn.version))),
        ),
        (
            "lastUpdated",
            rows.longs(of, txns.iter().map(|txn| txn.last_updated)),
        ),
    ]
}

fn add_fields<'a>(rows: &Rows, files: &[&Add]) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Add;
    let adds = || files.iter();
    vec![
        (
            "path",
            rows.texts(of, adds().map(|add| Some(add.path.as_str()))),
        ),
        (
            "partitionValues",
            rows.maps(of, adds().map(|add| Some(pairs(&add.partition_values)))),
        ),
        ("size", rows.longs(of, adds().map(|add| Some(add.size)))),
        (
            "modificationTime",
            rows.longs(of, adds().map(|add| Some(add.modification_time))),
        ),
        // The sum of versions changes nothing.
        ("dataChange", rows.bools(of, adds().map(|_| false))),
        (
            "stats",
            rows.texts(of, adds().map(|add| add.stats.as_deref())),
        ),
    ]
}

fn remove_fields<'a>(rows: &Rows, removed: &[&Remove]) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Remove;
    let removed = || removed.iter();
    vec![
        (
            "path",
            rows.texts(of, removed().map(|one| Some(one.path.as_str()))),
        ),
        (
            "deletionTimestamp",
            rows.longs(of, removed().map(|one| one.deletion_timestamp)),
        ),
        ("dataChange", rows.bools(of, removed().map(|_| false))),
        (
            "extendedFileMetadata",
            rows.bools(of, removed().map(|one| one.partition_values.is_some())),
        ),
        (
            "partitionValues",
            rows.maps(
                of,
                removed().map(|one| one.partition_values.as_ref().map(pairs)),
            ),
        ),
        ("size", rows.longs(of, removed().map(|one| one.size))),
    ]
}

fn meta_fields<'a>(rows: &Rows, meta: Option<&MetaData>) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Meta;
    let text = |read: fn(&MetaData) -> Option<&str>| rows.texts(of, meta.map(read));
    let format = vec![
        ("provider", text(|meta| Some(&meta.format.provider))),
        (
            "options",
            rows.maps(of, meta.map(|meta| Some(plain_pairs(&meta.format.options)))),
        ),
    ];
    vec![
        ("id", text(|meta| Some(&meta.id))),
        ("name", text(|meta| meta.name.as_deref())),
        ("description", text(|meta| meta.description.as_deref())),
        ("format", rows.column(of, format)),
        ("schemaString", text(|meta| Some(&meta.schema_string))),
        (
            "partitionColumns",
            rows.lists(of, meta.map(|meta| Some(&meta.partition_columns))),
        ),
        (
            "createdTime",
            rows.longs(of, meta.map(|meta| meta.created_time)),
        ),
        (
            "configuration",
            rows.maps(of, meta.map(|meta| Some(plain_pairs(&meta.configuration)))),
        ),
    ]
}

fn protocol_fields<'a>(rows: &Rows, protocol: Option<&Protocol>) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Protocol;
    let number = |read: fn(&Protocol) -> i32| -> ArrayRef {
        let values = protocol.map(|protocol| Some(read(protocol)));
        Arc::new(Int32Array::from(rows.spread(of, values)))
    };
    vec![
        (
            "minReaderVersion",
            number(|protocol| protocol.min_reader_version),
        ),
        (
            "minWriterVersion",
            number(|protocol| protocol.min_writer_version),
        ),
        (
            "readerFeatures",
            rows.lists(
                of,
                protocol.map(|protocol| protocol.reader_features.as_ref()),
            ),
        ),
        (
            "writerFeatures",
            rows.lists(
                of,
                protocol.map(|protocol| protocol.writer_features.as_ref()),
            ),
        ),
    ]
}

fn domain_fields<'a>(rows: &Rows, domains: &[(&'a str, &'a str)]) -> Vec<(&'a str, ArrayRef)> {
    let of = Kind::Domain;
    vec![
        (
            "domain",
            rows.texts(of, domains.iter().map(|(domain, _)| Some(*domain))),
        ),
        (
            "configuration",
            rows.texts(of, domains.iter().map(|(_, text)| Some(*text))),
        ),
        ("removed", rows.bools(of, domains.iter().map(|_| false))),
    ]
}

/// The actions of a checkpoint. Without the files of the table unless they are asked for.
///
/// # Errors
/// If it is no Parquet file, or its columns are not those of a checkpoint.
pub(crate) fn read(place: &str, bytes: Bytes, with_files: bool) -> Result<Vec<Action>, Error> {
    let failed = |error: &dyn std::fmt::Display| Error::parquet(place, error);
    // The types of the file count: other writers keep texts in memory in other forms.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes, options)
        .map_err(|error| failed(&error))?;
    let roots = builder.parquet_schema().root_schema().get_fields();
    let wanted = |name: &str| {
        let is_file = ["add", "remove"].contains(&name);
        ["txn", "metaData", "protocol", "domainMetadata"].contains(&name) || is_file && with_files
    };
    let wanted: Vec<usize> = (0..roots.len())
        .filter(|index| wanted(roots[*index].name()))
        .collect();
    let mask = ProjectionMask::roots(builder.parquet_schema(), wanted);
    let reader = builder.with_projection(mask).build();
    let mut actions = Vec::new();
    for batch in reader.map_err(|error| failed(&error))? {
        let batch = batch.map_err(|error| failed(&error))?;
        for row in 0..batch.num_rows() {
            actions.extend(action(&batch, row));
        }
    }
    Ok(actions)
}

/// The action of a row. `None` for a row of another kind, and for one that lacks what its kind must have.
fn action(batch: &RecordBatch, row: usize) -> Option<Action> {
    let of = |name: &str| {
        let kind = batch.column_by_name(name)?.as_struct_opt()?;
        kind.is_valid(row).then_some(Cells { kind, row })
    };
    let txn = of("txn").and_then(|cells| cells.txn()).map(Action::from);
    txn.or_else(|| Some(of("add")?.add()?.into()))
        .or_else(|| Some(of("remove")?.remove()?.into()))
        .or_else(|| Some(of("metaData")?.meta()?.into()))
        .or_else(|| Some(of("protocol")?.protocol()?.into()))
        .or_else(|| Some(of("domainMetadata")?.domain()?.into()))
}

/// The members of an action in a row.
#[derive(Clone, Copy)]
struct Cells<'a> {
    kind: &'a StructArray,
    row: usize,
}

impl Cells<'_> {
    fn valid(&self, name: &str) -> Option<&dyn Array> {
        let array = self.kind.column_by_name(name)?;
        array.is_valid(self.row).then_some(array.as_ref())
    }

    fn text(&self, name: &str) -> Option<String> {
        let texts = self.valid(name)?.as_string_opt::<i32>()?;
        Some(texts.value(self.row).to_owned())
    }

    fn long(&self, name: &str) -> Option<i64> {
        let numbers = self.valid(name)?.as_primitive_opt::<Int64Type>()?;
        Some(numbers.value(self.row))
    }

    fn int(&self, name: &str) -> Option<i32> {
        let numbers = self.valid(name)?.as_primitive_opt::<Int32Type>()?;
        Some(numbers.value(self.row))
    }

    fn is(&self, name: &str) -> bool {
        let found = self.valid(name).and_then(|array| array.as_boolean_opt());
        found.is_some_and(|values| values.value(self.row))
    }

    fn map(&self, name: &str) -> Option<BTreeMap<String, Option<String>>> {
        let entries = self.valid(name)?.as_map_opt()?.value(self.row);
        let keys = entries.column(0).as_string_opt::<i32>()?;
        let values = entries.column(1).as_string_opt::<i32>()?;
        let pairs = keys.iter().zip(values.iter());
        Some(
            pairs
                .filter_map(|(key, value)| Some((key?.to_owned(), value.map(str::to_owned))))
                .collect(),
        )
    }

    fn plain_map(&self, name: &str) -> BTreeMap<String, String> {
        let map = self.map(name).unwrap_or_default();
        map.into_iter()
            .filter_map(|(key, value)| Some((key, value?)))
            .collect()
    }

    fn list(&self, name: &str) -> Option<Vec<String>> {
        let values = self.valid(name)?.as_list_opt::<i32>()?.value(self.row);
        let texts = values.as_string_opt::<i32>()?;
        Some(texts.iter().flatten().map(str::to_owned).collect())
    }

    fn txn(&self) -> Option<Txn> {
        Some(Txn {
            app_id: self.text("appId")?,
            version: self.long("version")?,
            last_updated: self.long("lastUpdated"),
        })
    }

    fn add(&self) -> Option<Add> {
        Some(Add {
            path: self.text("path")?,
            partition_values: self.map("partitionValues").unwrap_or_default(),
            size: self.long("size")?,
            modification_time: self.long("modificationTime").unwrap_or_default(),
            data_change: self.is("dataChange"),
            stats: self.text("stats"),
        })
    }

    fn remove(&self) -> Option<Remove> {
        Some(Remove {
            path: self.text("path")?,
            deletion_timestamp: self.long("deletionTimestamp"),
            data_change: self.is("dataChange"),
            extended_file_metadata: Some(self.is("extendedFileMetadata")),
            partition_values: self.map("partitionValues"),
            size: self.long("size"),
        })
    }

    fn meta(&self) -> Option<MetaData> {
        let format = self.valid("format")?.as_struct_opt()?;
        let format = Cells {
            kind: format,
            row: self.row,
        };
        Some(MetaData {
            id: self.text("id")?,
            name: self.text("name"),
            description: self.text("description"),
            format: Format {
                provider: format.text("provider")?,
                options: format.plain_map("options"),
            },
            schema_string: self.text("schemaString")?,
            partition_columns: self.list("partitionColumns").unwrap_or_default(),
            created_time: self.long("createdTime"),
            configuration: self.plain_map("configuration"),
        })
    }

    fn protocol(&self) -> Option<Protocol> {
        Some(Protocol {
            min_reader_version: self.int("minReaderVersion")?,
            min_writer_version: self.int("minWriterVersion")?,
            reader_features: self.list("readerFeatures"),
            writer_features: self.list("writerFeatures"),
        })
    }

    fn domain(&self) -> Option<DomainMetadata> {
        Some(DomainMetadata {
            domain: self.text("domain")?,
            configuration: self.text("configuration")?,
            removed: self.is("removed"),
        })
    }
}
