//! The files of a table: records in, Parquet out, in parts of bounded size.
//!
//! ```text
//! records -> batch of 8,192 rows or 4 MiB -> row group of 131,072 rows or 64 MiB -> file of 256 MiB -> part of 8 MiB on its way
//! ```
//!
//! A new column ends the file: one file has one schema. Compression is zstd at level 3. Only times have statistics, in the file and in the log:
//! readers leave out by them what they do not need, and ranges of ids or of JSON text would only take space.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array as _, RecordBatch};
use arrow_schema::DataType;
use jiff::Timestamp;
use object_store::buffered::BufWriter;
use parquet::arrow::arrow_writer::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use serde_json::{Map, Value, json};
use tokio::io::AsyncWriteExt as _;

use crate::batch::Batch;
use crate::column::Column;
use crate::error::Error;
use crate::log::action::Add;
use crate::store::{Store, random_name};

/// Records that are made into arrays at once, and the bytes after which they are.
const BATCH_ROWS: usize = 8_192;
const BATCH_BYTES: usize = 4 << 20;

/// Records and bytes of a row group.
const GROUP_ROWS: usize = 128 << 10;
const GROUP_BYTES: usize = 64 << 20;

/// Bytes of a file after which the next one begins.
const FILE_BYTES: usize = 256 << 20;

/// The level at which text is compressed: higher ones take more time and save little.
const LEVEL: i32 = 3;

/// The begin and the end of the name of a file. Between them are 32 hexadecimal digits that no other file has.
const NAME: (&str, &str) = ("part-", ".parquet");

/// Whether a path within a table is one that a [`Writer`] makes: a folder for each partition column, `NAME=VALUE`, and the name of a file.
pub(crate) fn is_written(path: &str, partitions: &[String]) -> bool {
    let mut parts = path.split('/');
    let file = parts.next_back().unwrap_or_default();
    let folders: Vec<&str> = parts.collect();
    let is_of =
        |(folder, name): (&&str, &String)| folder.split_once('=').is_some_and(|(of, _)| of == name);
    folders.len() == partitions.len()
        && folders.iter().zip(partitions).all(is_of)
        && is_written_name(file)
}

/// Whether the name of a file is one that a [`Writer`] makes.
pub(crate) fn is_written_name(file: &str) -> bool {
    let digits = file
        .strip_prefix(NAME.0)
        .and_then(|rest| rest.strip_suffix(NAME.1))
        .unwrap_or_default();
    digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// How files are written. `dated` are the columns by which readers leave row groups out.
pub(crate) fn properties(dated: &[&str]) -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(
            ZstdLevel::try_new(LEVEL).unwrap_or_default(),
        ))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_max_row_group_bytes(Some(GROUP_BYTES))
        .set_statistics_enabled(EnabledStatistics::None)
        .set_created_by(concat!("defender ", env!("CARGO_PKG_VERSION")).to_owned());
    for name in dated {
        properties = properties.set_column_statistics_enabled(
            ColumnPath::from((*name).to_owned()),
            EnabledStatistics::Chunk,
        );
    }
    properties.build()
}

/// Writes the records of one partition of a table as files. They belong to the table once a commit names them.
///
/// Memory: one row group, 64 MiB at most, and a part of 8 MiB on its way.
pub struct Writer {
    store: Store,
    table: String,
    /// Values of the partition columns, in the order of the folders.
    partition: Vec<(String, String)>,
    batch: Batch,
    open: Option<Open>,
    files: Vec<Add>,
    rows: u64,
    bytes: u64,
}

/// A file under way.
struct Open {
    path: String,
    columns: usize,
    writer: ArrowWriter<Vec<u8>>,
    upload: BufWriter,
    ranges: Ranges,
    bytes: u64,
}

/// Files that a commit can name. Dropped without a commit they stay in the store, and [`maintain`](crate::maintain) removes them after
/// [`KEPT`](crate::KEPT).
#[derive(Debug)]
pub struct Written {
    pub(crate) files: Vec<Add>,
    pub(crate) columns: Vec<Column>,
    /// Records in them.
    pub rows: u64,
    /// Bytes of the files.
    pub bytes: u64,
    /// Records with a value that did not fit its column. They are whole in [`RAW`](crate::RAW).
    pub misfits: u64,
}

impl Written {
    /// Adds the files of another writer of the same table.
    pub fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        for column in other.columns {
            if !self.columns.contains(&column) {
                self.columns.push(column);
            }
        }
        self.rows += other.rows;
        self.bytes += other.bytes;
        self.misfits += other.misfits;
    }
}

impl Writer {
    pub(crate) fn new(
        store: Store,
        table: &str,
        columns: &[Column],
        partition: Vec<(String, String)>,
    ) -> Result<Self, Error> {
        for (_, value) in &partition {
            let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
            if value.is_empty() || value.starts_with('.') || !value.chars().all(is_plain) {
                let why = format!("`{value}` cannot be the name of a folder");
                return Err(Error::broken(store.address_of(table), why));
            }
        }
        let names: Vec<&str> = partition.iter().map(|(name, _)| name.as_str()).collect();
        let of_files: Vec<Column> = columns
            .iter()
            .filter(|column| !names.contains(&column.name.as_str()))
            .cloned()
            .collect();
        Ok(Self {
            batch: Batch::new(&of_files, &partition),
            store,
            table: table.to_owned(),
            partition,
            open: None,
            files: Vec::new(),
            rows: 0,
            bytes: 0,
        })
    }

    /// Bytes of files so far. What is in memory does not count: up to 64 MiB of rows have none yet.
    pub fn bytes(&self) -> u64 {
        self.bytes + self.open.as_ref().map_or(0, |open| open.bytes)
    }

    /// Records so far with a value that did not fit its column.
    pub fn misfits(&self) -> u64 {
        self.batch.misfits()
    }

    /// Adds a record, a JSON object. `whole` is kept where a value does not fit its column.
    ///
    /// # Errors
    /// If it is no object, or the store cannot be written.
    pub async fn push(&mut self, row: &[u8], whole: impl FnOnce() -> Vec<u8>) -> Result<(), Error> {
        let pushed = self.batch.push(row, whole);
        pushed.map_err(|error| Error::broken(self.place(), format!("a record: {error}")))?;
        self.rows += 1;
        match self.batch.rows() >= BATCH_ROWS || self.batch.bytes() >= BATCH_BYTES {
            true => self.flush().await,
            false => Ok(()),
        }
    }

    /// Adds records that are columns already, those of this writer among them.
    pub(crate) async fn push_batch(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        self.rows += batch.num_rows() as u64;
        self.add(batch).await
    }

    /// Ends the files.
    ///
    /// # Errors
    /// If the store cannot be written. What is there belongs to no table then.
    pub async fn finish(mut self) -> Result<Written, Error> {
        self.flush().await?;
        self.close().await?;
        Ok(Written {
            files: self.files,
            columns: self.batch.columns().to_vec(),
            rows: self.rows,
            bytes: self.bytes,
            misfits: self.batch.misfits(),
        })
    }

    fn place(&self) -> String {
        self.store.address_of(&self.table)
    }

    /// Writes the records that are in memory.
    async fn flush(&mut self) -> Result<(), Error> {
        if self.batch.rows() == 0 {
            return Ok(());
        }
        let batch = self.batch.finish(&self.place())?;
        self.add(&batch).await
    }

    async fn add(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let is_other = |open: &Open| open.columns != batch.num_columns();
        if self
            .open
            .as_ref()
            .is_some_and(|open| is_other(open) || open.is_full())
        {
            // New columns need a new file: one file has one schema.
            self.close().await?;
        }
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.begin(batch)?,
        };
        let place = self.place();
        let failed = |error| Error::parquet(place.as_str(), &error);
        open.writer.write(batch).map_err(failed)?;
        open.ranges.add(batch);
        let made = std::mem::take(open.writer.inner_mut());
        open.send(&self.store, made).await?;
        self.open = Some(open);
        Ok(())
    }

    fn begin(&self, batch: &RecordBatch) -> Result<Open, Error> {
        let folders = self
            .partition
            .iter()
            .map(|(name, value)| format!("{name}={value}/"));
        let path = format!(
            "{}{}{}{}",
            folders.collect::<String>(),
            NAME.0,
            random_name(),
            NAME.1
        );
        let schema = batch.schema();
        let dated: Vec<&str> = schema
            .fields()
            .iter()
            .filter(|field| matches!(field.data_type(), DataType::Timestamp(..)))
            .map(|field| field.name().as_str())
            .collect();
        let writer =
            ArrowWriter::try_new(Vec::new(), Arc::clone(&schema), Some(properties(&dated)));
        Ok(Open {
            upload: self.store.upload(&format!("{}/{path}", self.table)),
            writer: writer.map_err(|error| Error::parquet(self.place(), &error))?,
            path,
            columns: batch.num_columns(),
            ranges: Ranges::default(),
            bytes: 0,
        })
    }

    /// Ends the open file.
    async fn close(&mut self) -> Result<(), Error> {
        let Some(mut open) = self.open.take() else {
            return Ok(());
        };
        let failed = |error| Error::parquet(self.place(), &error);
        open.writer.finish().map_err(failed)?;
        let made = std::mem::take(open.writer.inner_mut());
        open.send(&self.store, made).await?;
        let shut = open.upload.shutdown().await;
        shut.map_err(|error| unwritten(&self.store, &open.path, error))?;
        self.bytes += open.bytes;
        let values = self.partition.iter();
        self.files.push(Add {
            path: open.path,
            partition_values: values
                .map(|(name, value)| (name.clone(), Some(value.clone())))
                .collect(),
            size: i64::try_from(open.bytes).unwrap_or(i64::MAX),
            modification_time: Timestamp::now().as_millisecond(),
            data_change: true,
            stats: Some(open.ranges.to_json()),
        });
        Ok(())
    }
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("table", &self.table)
            .field("partition", &self.partition)
            .field("rows", &self.rows)
            .finish_non_exhaustive()
    }
}

impl Open {
    fn is_full(&self) -> bool {
        self.writer.bytes_written() >= FILE_BYTES
    }

    /// Hands bytes to the store.
    async fn send(&mut self, store: &Store, bytes: Vec<u8>) -> Result<(), Error> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.bytes += bytes.len() as u64;
        let put = self.upload.put(bytes.into()).await;
        put.map_err(|error| store.failed(&self.path, error))
    }
}

fn unwritten(store: &Store, path: &str, error: std::io::Error) -> Error {
    let source = Box::new(error);
    store.failed(
        path,
        object_store::Error::Generic {
            store: "upload",
            source,
        },
    )
}

/// The least and the greatest time of each column with times, by which readers leave out files.
#[derive(Debug, Default)]
struct Ranges {
    rows: u64,
    /// By column: least, greatest, and the number of empty ones.
    columns: BTreeMap<String, (Option<i64>, Option<i64>, u64)>,
}

impl Ranges {
    fn add(&mut self, batch: &RecordBatch) {
        self.rows += batch.num_rows() as u64;
        let schema = batch.schema();
        for (field, array) in schema.fields().iter().zip(batch.columns()) {
            let Some(times) = array.as_primitive_opt::<TimestampMicrosecondType>() else {
                continue;
            };
            let (least, most, empty) = self.columns.entry(field.name().clone()).or_default();
            for time in times.iter().flatten() {
                *least = Some(least.map_or(time, |least| least.min(time)));
                *most = Some(most.map_or(time, |most| most.max(time)));
            }
            *empty += array.null_count() as u64;
        }
    }

    /// The statistics of a file in a log. Times have milliseconds there, so the greatest is rounded up.
    fn to_json(&self) -> String {
        let text = |micros: i64, up: i64| {
            let millis = (micros + up).div_euclid(1_000);
            let time = Timestamp::from_millisecond(millis).ok()?;
            Some(Value::from(
                time.strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
            ))
        };
        let (mut least, mut most, mut empty) = (Map::new(), Map::new(), Map::new());
        for (name, (first, last, count)) in &self.columns {
            if let Some(value) = first.and_then(|first| text(first, 0)) {
                least.insert(name.clone(), value);
            }
            if let Some(value) = last.and_then(|last| text(last, 999)) {
                most.insert(name.clone(), value);
            }
            empty.insert(name.clone(), (*count).into());
        }
        json!({"numRecords": self.rows, "minValues": least, "maxValues": most, "nullCount": empty})
            .to_string()
    }
}
