//! The test of product crates that documentation samples decode and keep every member.
//!
//! Each sample is read into its type and written again, and the two are compared. A member that the type
//! drops or cannot read is a failure with its path. Members may come out under the first of their names.

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
pub fn check(
    product: &str,
    samples: &[Sample],
    aliases: &[(&str, &str)],
) -> Result<Option<usize>, String> {
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
                    for case in [Case::AsIs, Case::Camel, Case::Pascal, Case::Upper] {
                        let back = read(&case.of_rows(&sample))?;
                        if let Some(fault) = difference(&sample, &back, "", aliases) {
                            return Err(format!("{case:?}: {fault}"));
                        }
                    }
                    Ok(())
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

/// Reads a record of each entity with its members in several letter cases, and checks that each is read into its
/// field. Returns the number of entities.
///
/// # Errors
/// One line for each entity and case that lost a member.
pub fn check_cases(entities: &[Sample]) -> Result<usize, String> {
    let mut faults = Vec::new();
    for (name, record, read) in entities {
        let record: Value = serde_json::from_str(record).map_err(|error| error.to_string())?;
        for case in [Case::AsIs, Case::Camel, Case::Pascal, Case::Upper] {
            let spelled = case.of_record(&record);
            match read(&spelled) {
                Ok(back) if back == record => {}
                Ok(back) => faults.push(format!("{name}, {case:?}: {spelled} became {back}")),
                Err(error) => faults.push(format!("{name}, {case:?}: {error}")),
            }
        }
    }
    if faults.is_empty() {
        Ok(entities.len())
    } else {
        Err(faults.join("\n"))
    }
}

/// The letter case of members' names.
#[derive(Clone, Copy, Debug)]
enum Case {
    AsIs,
    Camel,
    Pascal,
    Upper,
}

impl Case {
    fn of_name(self, name: &str) -> String {
        let mut letters = name.chars();
        let first = letters.next();
        match self {
            Self::AsIs => name.to_owned(),
            Self::Camel => {
                first.map_or_else(String::new, |first| first.to_ascii_lowercase().to_string())
                    + letters.as_str()
            }
            Self::Pascal => {
                first.map_or_else(String::new, |first| first.to_ascii_uppercase().to_string())
                    + letters.as_str()
            }
            // Names of annotations are read before the type is known.
            Self::Upper if name.starts_with('@') => name.to_owned(),
            Self::Upper => name.to_ascii_uppercase(),
        }
    }

    /// A record with its members renamed, unless two of them differ by case alone: then none is.
    fn of_record(self, record: &Value) -> Value {
        let Some(members) = record.as_object() else {
            return record.clone();
        };
        let renamed: serde_json::Map<_, _> = members
            .iter()
            .map(|(name, value)| (self.of_name(name), value.clone()))
            .collect();
        if renamed.len() == members.len() {
            renamed.into()
        } else {
            record.clone()
        }
    }

    /// Renames the members of records however deep, but not those of the envelope around a list.
    fn of_rows(self, sample: &Value) -> Value {
        let envelope = ["value", "data", "streams"].into_iter();
        let mut sample = sample.clone();
        for name in envelope {
            if let Some(rows) = sample.get_mut(name).filter(|rows| rows.is_array()) {
                *rows = self.of_all(rows);
                return sample;
            }
        }
        self.of_all(&sample)
    }

    fn of_all(self, value: &Value) -> Value {
        match value {
            Value::Array(items) => items.iter().map(|item| self.of_all(item)).collect(),
            Value::Object(members) => {
                let inner = members
                    .iter()
                    .map(|(name, value)| (name.clone(), self.of_all(value)));
                self.of_record(&inner.collect::<serde_json::Map<_, _>>().into())
            }
            other => other.clone(),
        }
    }
}

/// The path of the first difference. An absent member, `null` and an empty list are equal, and so are
/// spellings of a word or a name in another case. `aliases` are names with the name that is written for them.
fn difference(before: &Value, after: &Value, at: &str, aliases: &[(&str, &str)]) -> Option<String> {
    let nothing = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            a.iter()
                .find_map(|(name, value)| match member(b, name, aliases) {
                    Some(other) => difference(value, other, &format!("{at}.{name}"), aliases),
                    None if nothing(value) => None,
                    None => Some(format!("{at}.{name} is lost")),
                })
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .enumerate()
            .find_map(|(i, (a, b))| difference(a, b, &format!("{at}[{i}]"), aliases)),
        (single, Value::Array(b)) if b.len() == 1 => difference(single, &b[0], at, aliases),
        (Value::String(a), Value::String(b)) if a.eq_ignore_ascii_case(b) => None,
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => None,
        (a, b) if a == b || nothing(a) && nothing(b) => None,
        (a, b) => Some(format!("{at}: {a} became {b}")),
    }
}

/// A member by its name, by its name in another case, or by the name that is written for it.
fn member<'a>(
    record: &'a serde_json::Map<String, Value>,
    name: &str,
    aliases: &[(&str, &str)],
) -> Option<&'a Value> {
    let find = |name: &str| {
        let mut members = record.iter();
        let found = members.find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value)
    };
    let others = aliases
        .iter()
        .filter(|(alias, _)| alias.eq_ignore_ascii_case(name));
    record
        .get(name)
        .or_else(|| find(name))
        .or_else(|| others.filter_map(|(_, written)| find(written)).next())
}
