//! Reading the files of a table. Files are read whole, one at a time: those that a commit writes are bounded.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef, RecordBatch, new_null_array};
use arrow_schema::{DataType, Schema};
use bytes::Bytes;
use jiff::Timestamp;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use serde_json::{Map, Value};

use crate::error::Error;
use crate::log::action::Add;
use crate::log::snapshot::{Depth, Snapshot};
use crate::store::Store;

/// A row as a JSON object, without empty columns: times as text, columns with JSON text as text.
pub type Row = Map<String, Value>;

/// Hands over each row of a table, one file after the other, in no order. A table that is not there has none.
///
/// Memory: a file as it is compressed, and a batch of its rows.
///
/// # Errors
/// If the table or a file of it cannot be read.
pub async fn each_row(
    store: &Store,
    table: &str,
    take: &mut (dyn FnMut(Row) + Send),
) -> Result<(), Error> {
    let snapshot = Snapshot::read(store, table, Depth::Files).await?;
    for add in snapshot.files.values() {
        let place = store.address_of(&format!("{table}/{}", add.decoded()));
        for batch in open(&place, bytes(store, table, add).await?)? {
            let batch = batch.map_err(|error| Error::parquet(place.as_str(), &error))?;
            for row in 0..batch.num_rows() {
                let mut object = row_of(&batch, row);
                for (name, value) in &add.partition_values {
                    object.insert(name.clone(), value.clone().into());
                }
                take(object);
            }
        }
    }
    Ok(())
}

/// The names of the tables of a lake, in order: folders with a log in them. Folders of others are passed over.
///
/// # Errors
/// If the store cannot be listed.
pub async fn tables(store: &Store) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for name in store.folders().await? {
        let log = format!("{name}/{}", crate::log::names::LOG);
        if !store.list(&log, "").await?.is_empty() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The bytes of a file that the log names. One that is gone is a broken table and no error of the store.
pub(crate) async fn bytes(store: &Store, table: &str, add: &Add) -> Result<Bytes, Error> {
    let name = format!("{table}/{}", add.decoded());
    let found = store.get(&name).await?;
    found.ok_or_else(|| Error::broken(store.address_of(&name), "the log names it, and it is gone"))
}

/// The rows of a file.
pub(crate) fn open(place: &str, bytes: Bytes) -> Result<ParquetRecordBatchReader, Error> {
    let failed = |error| Error::parquet(place, &error);
    let builder = ParquetRecordBatchReaderBuilder::try_new(bytes).map_err(failed)?;
    builder.build().map_err(failed)
}

/// A batch with the columns of a schema, in its order. What the batch lacks is empty.
///
/// # Errors
/// The name of a column that has another type, or is not in the schema.
pub(crate) fn conformed(batch: &RecordBatch, schema: &Arc<Schema>) -> Result<RecordBatch, String> {
    let of = batch.schema();
    if let Some(extra) = of
        .fields()
        .iter()
        .find(|field| schema.field_with_name(field.name()).is_err())
    {
        return Err(extra.name().clone());
    }
    let column = |field: &arrow_schema::FieldRef| -> Result<ArrayRef, String> {
        match batch.column_by_name(field.name()) {
            None => Ok(new_null_array(field.data_type(), batch.num_rows())),
            Some(array) if array.data_type() == field.data_type() => Ok(Arc::clone(array)),
            Some(_) => Err(field.name().clone()),
        }
    };
    let columns: Result<Vec<_>, _> = schema.fields().iter().map(column).collect();
    RecordBatch::try_new(Arc::clone(schema), columns?).map_err(|error| error.to_string())
}

fn row_of(batch: &RecordBatch, row: usize) -> Row {
    let schema = batch.schema();
    let fields = schema.fields().iter().zip(batch.columns());
    fields
        .filter(|(_, array)| array.is_valid(row))
        .map(|(field, array)| (field.name().clone(), value(array.as_ref(), row)))
        .collect()
}

/// A value that is there.
pub(crate) fn value(array: &dyn Array, row: usize) -> Value {
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(row).into(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).into(),
        DataType::Boolean => array.as_boolean().value(row).into(),
        DataType::Timestamp(..) => {
            let micros = array.as_primitive_opt::<TimestampMicrosecondType>();
            let time = micros.and_then(|times| Timestamp::from_microsecond(times.value(row)).ok());
            time.map_or(Value::Null, |time| time.to_string().into())
        }
        _ => Value::Null,
    }
}
