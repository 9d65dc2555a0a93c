//! The test of product crates that documentation samples decode and keep every member.
//!
//! Each sample is read into its type and written again, and the two are compared. A member that the type
//! drops, renames or cannot read is a failure with its path.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An operation id, the path of its sample below the product's folder, and the function that reads the
/// sample and writes it again.
pub type Sample = (
    &'static str,
    &'static str,
    fn(&Value) -> Result<Value, String>,
);

/// Reads a record and writes it again.
///
/// # Errors
/// The message of the decoder.
pub fn one<T: DeserializeOwned + Serialize>(sample: &Value) -> Result<Value, String> {
    // From text, as on the wire: a decoder treats borrowed values differently.
    let text = sample.to_string();
    let record: T = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    serde_json::to_value(record).map_err(|error| error.to_string())
}

/// Like [`one`], for every record of a list, whichever member holds it.
///
/// # Errors
/// The message of the decoder for the first record that fails.
pub fn list<T: DeserializeOwned + Serialize>(sample: &Value) -> Result<Value, String> {
    let all = |rows: &Vec<Value>| rows.iter().map(one::<T>).collect::<Result<Value, _>>();
    if let Some(rows) = sample.as_array() {
        return all(rows);
    }
    let mut names = ["value", "data", "streams"].into_iter();
    let held = names.find_map(|name| Some((name, sample.get(name)?.as_array()?)));
    let Some((name, rows)) = held else {
        return one::<T>(sample);
    };
    let mut whole = sample.clone();
    whole[name] = all(rows)?;
    Ok(whole)
}

/// Checks every sample of a product, further samples of the same answers included. Returns their number.
///
/// The environment variable `DEFENDER_REFERENCE` names the folder. `None` if it is not set: the samples
/// are the vendor's and not part of this repository.
///
/// # Errors
/// One line for each sample that changed.
pub fn check(product: &str, samples: &[Sample]) -> Result<Option<usize>, String> {
    let Some(folder) = std::env::var_os("DEFENDER_REFERENCE").map(PathBuf::from) else {
        return Ok(None);
    };
    let mut faults = Vec::new();
    let mut count = 0;
    for (operation, first, read) in samples {
        for path in documented(&folder.join(product), first) {
            count += 1;
            let fault = std::fs::read_to_string(folder.join(product).join(&path))
                .map_err(|error| error.to_string())
                .and_then(|text| {
                    serde_json::from_str::<Value>(&text).map_err(|error| error.to_string())
                })
                .and_then(|sample| {
                    let back = read(&sample)?;
                    difference(&sample, &back, "").map_or(Ok(()), Err)
                });
            if let Err(fault) = fault {
                faults.push(format!("{operation}: {path}: {fault}"));
            }
        }
    }
    if faults.is_empty() {
        Ok(Some(count))
    } else {
        Err(faults.join("\n"))
    }
}

/// A sample and the further samples of the same answer: `x.json`, `x.2.json` and so on.
fn documented(folder: &Path, first: &str) -> Vec<String> {
    let stem = first.trim_end_matches(".json");
    let further = (2..).map(|number| format!("{stem}.{number}.json"));
    let further = further.take_while(|path| folder.join(path).is_file());
    std::iter::once(first.to_owned()).chain(further).collect()
}

/// The path of the first difference. An absent member, `null` and an empty list are equal, and so are
/// spellings of a word in another case.
fn difference(before: &Value, after: &Value, at: &str) -> Option<String> {
    let nothing = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            a.iter().find_map(|(name, value)| match b.get(name) {
                Some(other) => difference(value, other, &format!("{at}.{name}")),
                None if nothing(value) => None,
                None => Some(format!("{at}.{name} is lost")),
            })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(i, (a, b))| difference(a, b, &format!("{at}[{i}]"))),
        (single, Value::Array(b)) if b.len() == 1 => difference(single, &b[0], at),
        (Value::String(a), Value::String(b)) if a.eq_ignore_ascii_case(b) => None,
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => None,
        (a, b) if a == b || nothing(a) && nothing(b) => None,
        (a, b) => Some(format!("{at}: {a} became {b}")),
    }
}
