//! Which members a table shows, in which order, and how.
//!
//! | the table has | it shows |
//! | --- | --- |
//! | named columns | those |
//! | the columns of its operation | those, ids last |
//! | columns that the answer names, such as a query's | those, in the order of the query |
//! | none of them | every member with a plain value, ids last; those that are the same everywhere are left out first |
//!
//! A wide table shows every plain member after the first ones.

use std::collections::{HashMap, HashSet};

use http_core::{Cell, Column};

use crate::cell::{plain, readable};
use crate::columns::Columns;
use crate::identifier;
use crate::members::{Members, is_nested};
use crate::path;

/// What the caller knows of the columns before the first record.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// The columns that the user named. They are all shown.
    pub(crate) asked: Vec<String>,
    /// Columns of the caller, in front of all others and shown even without a value.
    pub(crate) marks: &'static [Column],
    /// The columns of the operation.
    pub(crate) lead: Vec<Column>,
    /// The columns that the answer names.
    pub(crate) known: Vec<String>,
    /// Whether every plain member is shown.
    pub(crate) wide: bool,
}

/// The columns of one table.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) names: Vec<String>,
    /// Number of members that a wide table would show beside these.
    pub(crate) hidden: usize,
    /// Those with the same value in every record. They are the first to be left out.
    pub(crate) constant: HashSet<String>,
}

impl Choice {
    /// All of these, and nothing hidden.
    fn all(names: Vec<String>) -> Self {
        Self {
            names,
            hidden: 0,
            constant: HashSet::new(),
        }
    }
}

impl Source {
    /// The columns for the header of a table without records. Empty if none are known.
    pub(crate) fn header(&self) -> Vec<String> {
        if !self.asked.is_empty() {
            return self.asked.clone();
        }
        match self.lead_names() {
            lead if lead.is_empty() => self.known.clone(),
            lead => lead,
        }
    }

    /// The columns for these records. Columns of the operation that no record has are left out; `filled` also leaves out
    /// those without a value.
    pub(crate) fn choose(&self, rows: &[Members<'_>], filled: bool) -> Choice {
        if !self.asked.is_empty() {
            return Choice::all(self.asked.clone());
        }
        if self.lead.is_empty() && !self.known.is_empty() {
            return Choice::all(self.known.clone());
        }
        let mut names = self.lead_names();
        names.retain(|name| {
            if self.marks.iter().any(|mark| mark.member == name) {
                return true;
            }
            let mut values = rows.iter().filter_map(|row| path::find(row, name));
            values.any(|value| !filled || !readable(&value).is_empty())
        });
        let is_lead = |name: &String| {
            let mut lead = self.marks.iter().chain(&self.lead);
            lead.any(|column| column.member == name)
        };
        let rest: Vec<_> = telling(rows)
            .into_iter()
            .filter(|name| !is_lead(name))
            .collect();
        let all = self.wide || names.is_empty();
        let hidden = if all { 0 } else { rest.len() };
        let constant = match self.lead.is_empty() {
            true => constant(rows).into_iter().map(str::to_owned).collect(),
            false => HashSet::new(),
        };
        if all {
            names.extend(rest);
        }
        if names.is_empty() {
            names = Columns::of_rows(rows).names;
        }
        Choice {
            names,
            hidden,
            constant,
        }
    }

    /// How the values of a column are shown. A column that the operation does not name is an id by its name.
    pub(crate) fn column(&self, name: &str) -> Column {
        let mut lead = self.marks.iter().chain(&self.lead);
        let found = lead.find(|column| column.member == name).copied();
        found.unwrap_or_else(|| {
            let cell = match identifier::is_id(name) {
                true => Cell::Id,
                false => Cell::Text,
            };
            Column::new("", cell)
        })
    }

    /// The columns of the caller and of the operation, ids last. Without columns of the operation there are none.
    fn lead_names(&self) -> Vec<String> {
        if self.lead.is_empty() {
            return Vec::new();
        }
        let names = |ids: bool| {
            let columns = self.lead.iter();
            columns.filter(move |column| (column.cell == Cell::Id) == ids)
        };
        let ordered = self.marks.iter().chain(names(false)).chain(names(true));
        ordered.map(|column| column.member.to_owned()).collect()
    }
}

/// The note on members that a table does not show. `None` if it shows all.
pub(crate) fn hidden(count: usize) -> Option<String> {
    let columns = match count {
        0 => return None,
        1 => "1 column".to_owned(),
        _ => format!("{count} columns"),
    };
    Some(format!("{columns} hidden; -o wide or --columns"))
}

/// The members with a plain value in any record, ids last.
fn telling(rows: &[Members<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    for (name, value) in rows.iter().flat_map(|row| &row.0) {
        let tells = !is_nested(value) && !plain(value.get()).is_empty() && !name.starts_with('@');
        if tells && known.insert(name) {
            names.push(name.clone().into_owned());
        }
    }
    names.sort_by_key(|name| identifier::is_id(name));
    names
}

/// The members with the same value in all records. They distinguish nothing. A list of one record has none.
fn constant<'a>(rows: &'a [Members<'_>]) -> HashSet<&'a str> {
    let mut alike: HashMap<&str, (&str, usize)> = HashMap::new();
    for (name, value) in rows.iter().flat_map(|row| &row.0) {
        let (first, count) = alike.entry(name).or_insert((value.get(), 0));
        *count += usize::from(*first == value.get());
    }
    let in_all = |count: usize| rows.len() > 1 && count == rows.len();
    alike.retain(|_, (_, count)| in_all(*count));
    alike.into_keys().collect()
}
