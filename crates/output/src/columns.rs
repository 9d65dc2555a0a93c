//! Columns: those that were named, or the members that records have.
//!
//! Records of one list differ: members are absent, in another order, or spelled in another case. [`Columns`] gives each
//! record one value for each column, and counts what it leaves out, so that a person learns of it. Time and memory grow
//! with the number of members, not with members times columns.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::cell::escape;
use crate::members::Members;
use crate::nearest::Known;
use crate::path;

/// The JSON text of a cell.
pub(super) type Value<'a> = Cow<'a, str>;

/// Number of members without a column that the note names.
const NAMED: usize = 20;

/// Number of members without a column that are counted. Bounds the memory if names are data.
const COUNTED: usize = 100_000;

/// Number of characters of such a name that the note shows.
const LONGEST: usize = 80;

/// Columns, and which of them any record has filled.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    /// Whether any record had a value for the column of the same position.
    found: Vec<bool>,
    /// Whether the names are paths that the caller named.
    asked: bool,
    /// The members of the records, as long as a named column is empty.
    known: Known,
    /// The column of each member, if the names are those of members.
    places: Places,
    left_out: LeftOut,
}

impl Columns {
    /// Columns by path; dots lead into nested members.
    pub(super) fn asked(names: &[String]) -> Self {
        Self {
            names: names.to_vec(),
            found: vec![false; names.len()],
            asked: true,
            ..Self::default()
        }
    }

    /// A column for every member of the records, in the order of their first appearance.
    pub(super) fn of_rows<'a>(rows: impl IntoIterator<Item = &'a Members<'a>>) -> Self {
        let mut columns = Self::default();
        for (name, _) in rows.into_iter().flat_map(|row| &row.0) {
            if columns.places.add(name) {
                columns.names.push(name.clone().into_owned());
            }
        }
        columns.found = vec![true; columns.names.len()];
        columns
    }

    /// The values of a record, one for each column; `None` where the record has none.
    pub(super) fn values<'a>(&mut self, row: &Members<'a>) -> Vec<Option<Value<'a>>> {
        if self.asked {
            return self.values_asked(row);
        }
        let same = || {
            row.0
                .iter()
                .map(|(name, _)| name.as_ref())
                .eq(self.names.iter().map(String::as_str))
        };
        if row.0.len() == self.names.len() && same() {
            let values = row.0.iter();
            return values.map(|(_, value)| Some(value.get().into())).collect();
        }
        self.values_by_name(row)
    }

    /// The values at the named paths.
    fn values_asked<'a>(&mut self, row: &Members<'a>) -> Vec<Option<Value<'a>>> {
        let mut values = Vec::with_capacity(self.names.len());
        for (name, found) in self.names.iter().zip(&mut self.found) {
            let value = path::find(row, name);
            *found |= value.is_some();
            values.push(value);
        }
        if self.found.contains(&false) {
            self.known.add(row);
        }
        values
    }

    /// Puts each member into the column of its name, or of the same name in another case if that is still empty.
    fn values_by_name<'a>(&mut self, row: &Members<'a>) -> Vec<Option<Value<'a>>> {
        let mut values: Vec<Option<Value<'a>>> = vec![None; self.names.len()];
        let mut rest = Vec::new();
        for (name, value) in &row.0 {
            match self.places.exact.get(name.as_ref()) {
                // Of several members with one name, the first is shown.
                Some(&at) => {
                    values[at].get_or_insert(value.get().into());
                }
                None => rest.push((name, value.get())),
            }
        }
        for (name, value) in rest {
            match self.places.in_any_case(name) {
                Some(at) if values[at].is_none() => values[at] = Some(value.into()),
                _ => self.left_out.add(name),
            }
        }
        values
    }

    /// Notes about empty columns and members without one.
    pub(super) fn notes(&self) -> Vec<String> {
        let missing = self.names.iter().zip(&self.found);
        let missing = missing.filter(|(_, found)| !**found);
        let mut notes: Vec<_> = missing
            .map(|(name, _)| {
                let advice = self.known.advice(name);
                let advice = advice.map(|advice| format!("; {advice}"));
                let name = escape(name);
                format!(
                    "no row has `{name}`: the column is empty{}",
                    escape(&advice.unwrap_or_default())
                )
            })
            .collect();
        notes.extend(self.left_out.note());
        notes
    }
}

/// The column of each name, exact and in small letters.
#[derive(Debug, Default)]
struct Places {
    exact: HashMap<String, usize>,
    /// By name in lower case; the first column of each.
    folded: HashMap<String, usize>,
}

impl Places {
    /// Adds a name. Returns whether it is new.
    fn add(&mut self, name: &str) -> bool {
        if self.exact.contains_key(name) {
            return false;
        }
        let at = self.exact.len();
        self.exact.insert(name.to_owned(), at);
        self.folded.entry(name.to_ascii_lowercase()).or_insert(at);
        true
    }

    /// The first column of this name in any case.
    fn in_any_case(&self, name: &str) -> Option<usize> {
        self.folded.get(&name.to_ascii_lowercase()).copied()
    }
}

/// Members without a column: the first 20 by name, the others counted by their hashes.
#[derive(Debug, Default)]
struct LeftOut {
    named: Vec<String>,
    seen: HashSet<u64>,
    /// Whether there were more than are counted.
    more: bool,
}

impl LeftOut {
    /// Counts a name once. Long names are cut, because they are data of the service.
    fn add(&mut self, name: &str) {
        let mut hasher = DefaultHasher::new();
        name.hash(&mut hasher);
        let hash = hasher.finish();
        if self.seen.len() == COUNTED {
            self.more |= !self.seen.contains(&hash);
        } else if self.seen.insert(hash) && self.named.len() < NAMED {
            let cut: String = name.chars().take(LONGEST).collect();
            self.named.push(escape(&cut).into_owned());
        }
    }

    /// One sentence for a person; `None` if nothing was left out.
    fn note(&self) -> Option<String> {
        if self.named.is_empty() {
            return None;
        }
        let others = match (self.seen.len() - self.named.len(), self.more) {
            (0, false) => String::new(),
            (others, false) => format!(" and {others} more"),
            (others, true) => format!(" and more than {others} more"),
        };
        Some(format!(
            "later rows also have {}{others}, which no column shows; name them with --columns",
            self.named.join(", ")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_of_late_rows_are_named_and_counted_within_bounds() {
        let mut columns = Columns::of_rows([&Members::of(br#"{"a":1}"#).unwrap()]);
        for number in 0..COUNTED + 5 {
            let row = format!("{{\"a\":1,\"m{number}\":2}}");
            columns.values(&Members::of(row.as_bytes()).unwrap());
        }
        assert_eq!(columns.left_out.seen.len(), COUNTED);
        let notes = columns.notes();
        assert!(
            notes[0].starts_with("later rows also have m0, m1, "),
            "{notes:?}"
        );
        assert!(
            notes[0].contains("m19 and more than 99980 more, which"),
            "{notes:?}"
        );
        let mut columns = Columns::of_rows([&Members::of(br#"{"a":1}"#).unwrap()]);
        let long = format!("{{\"{}\":1}}", "x".repeat(1_000_000));
        columns.values(&Members::of(long.as_bytes()).unwrap());
        assert!(columns.notes()[0].len() < 200);
    }

    #[test]
    fn a_row_with_very_many_members_costs_its_own_length() {
        // A product of members and columns would be 4 * 10^10 steps.
        let members: Vec<_> = (0..200_000)
            .map(|number| format!("\"m{number}\":{number}"))
            .collect();
        let row = format!("{{{}}}", members.join(","));
        let mut turned = members;
        turned.reverse();
        let turned = format!("{{{}}}", turned.join(","));
        let mut columns = Columns::of_rows([&Members::of(row.as_bytes()).unwrap()]);
        let turned = Members::of(turned.as_bytes()).unwrap();
        let values = columns.values(&turned);
        assert_eq!(values.len(), 200_000);
        assert_eq!(values[7].as_deref(), Some("7"));
    }

    #[test]
    fn a_name_in_another_case_fills_its_column() {
        let mut columns = Columns::of_rows([&Members::of(br#"{"id":1,"a":2}"#).unwrap()]);
        let row = Members::of(br#"{"ID":3,"a":4,"a":5}"#).unwrap();
        let values: Vec<_> = columns
            .values(&row)
            .into_iter()
            .map(Option::unwrap)
            .collect();
        assert_eq!(values, ["3", "4"]);
        assert!(columns.notes().is_empty());
    }
}
