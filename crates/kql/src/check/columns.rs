//! Lists of columns, and the names that the language gives to columns without one.
//!
//! Sources: the vendor's pages of `join`, `union`, `project` and `extend`, and answers of the service to queries
//! without names.
//!
//! # Examples
//!
//! ```
//! use kql::{Kind, Schema};
//!
//! let mut schema = Schema::new();
//! schema.insert("T", [("Name", Kind::Text), ("Size", Kind::Long), ("At", Kind::Time), ("Bag", Kind::Dynamic)]);
//! schema.insert("U", [("Name", Kind::Text), ("Size", Kind::Real)]);
//! let columns = |query: &str| -> Vec<String> {
//!     let columns = kql::columns(query, &schema).unwrap_or_default();
//!     columns.iter().map(|one| format!("{}:{}", one.name, one.kind)).collect()
//! };
//! assert_eq!(columns("T | project Size * 2, Name, tostring(Bag.a.b)"), ["Column1:long", "Name:string", "Bag_a_b:string"]);
//! assert_eq!(columns("T | summarize count() by bin(At, 1h)"), ["At:datetime", "count_:long"]);
//! assert_eq!(columns("T | project Name | join (U) on Name"), ["Name:string", "Name1:string", "Size:real"]);
//! assert_eq!(columns("T | project Name | lookup (U) on Name"), ["Name:string", "Size:real"]);
//! assert_eq!(columns("T | project Size | union (U | project Size)"), ["Size_long:long", "Size_real:real"]);
//! assert_eq!(columns("T | project At, Name | union kind=inner (U)"), ["Name:string"]);
//! ```

use std::collections::HashMap;

use crate::kind::Kind;
use crate::schema::Column;
use crate::syntax::{Argument, Expression, Form, JoinKind, Literal, Named, Step};

/// Columns in order, with an index by name.
///
/// The index makes a look-up of a name independent of the number of columns: tables of the services have more than a
/// hundred.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    list: Vec<Column>,
    places: HashMap<String, usize>,
    /// Whether there may be more columns that only the data shows.
    pub(crate) open: bool,
}

impl Columns {
    /// Columns in order. Of several columns of one name the index finds the last.
    pub(crate) fn new(list: Vec<Column>, open: bool) -> Self {
        let names = list.iter().enumerate();
        let places = names.map(|(place, column)| (column.name.clone(), place));
        Self {
            places: places.collect(),
            list,
            open,
        }
    }

    /// No known columns, and any others.
    pub(crate) fn any() -> Self {
        Self::new(Vec::new(), true)
    }

    pub(crate) fn list(&self) -> &[Column] {
        &self.list
    }

    pub(crate) fn into_list(self) -> Vec<Column> {
        self.list
    }

    /// The number of known columns.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The place of a column.
    ///
    /// Letter case counts.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The type of a column. `None` for an unknown name.
    pub(crate) fn kind(&self, name: &str) -> Option<Kind> {
        self.place(name).map(|place| self.list[place].kind)
    }

    /// Adds a column, or replaces the one of the same name. Returns its place.
    pub(crate) fn set(&mut self, column: Column) -> usize {
        match self.place(&column.name) {
            Some(place) => {
                self.list[place] = column;
                place
            }
            None => self.push(column),
        }
    }

    /// Adds a column. A name that is taken gets a number, as in the language (`DeviceId1`).
    ///
    /// The first free number counts from 1: a third column of one name is `DeviceId2`.
    pub(crate) fn add(&mut self, mut column: Column) -> usize {
        if self.places.contains_key(&column.name) {
            let numbered = |number: usize| format!("{}{number}", column.name);
            let free = (1..)
                .map(numbered)
                .find(|name| !self.places.contains_key(name));
            column.name = free.unwrap_or_default();
        }
        self.push(column)
    }

    /// The caller has made sure that the name is free.
    fn push(&mut self, column: Column) -> usize {
        self.places.insert(column.name.clone(), self.list.len());
        self.list.push(column);
        self.list.len() - 1
    }

    /// The columns at these places.
    pub(crate) fn pick(&self, places: &[usize]) -> Self {
        let list = places.iter().map(|place| self.list[*place].clone());
        Self::new(list.collect(), self.open)
    }
}

/// Whether a name fits a pattern in which `*` stands for any text.
///
/// Takes time in proportion to both lengths for each star: the leftmost place of each part is enough.
///
/// Letter case counts, as in names of columns.
pub(crate) fn glob(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// The columns of a join: the left side, then those of the right side that are kept.
///
/// `dropped` are the key columns of the right side of `lookup`. `join` keeps them under a number, which surprises:
/// `DeviceId` and `DeviceId1`.
pub(crate) fn joined_columns(
    left: &Columns,
    right: &Columns,
    kind: JoinKind,
    dropped: &[usize],
) -> Columns {
    match kind {
        JoinKind::LeftSemi | JoinKind::LeftAnti => return left.clone(),
        JoinKind::RightSemi | JoinKind::RightAnti => return right.clone(),
        _ => {}
    }
    let mut columns = left.clone();
    columns.open |= right.open;
    for (place, column) in right.list.iter().enumerate() {
        if !dropped.contains(&place) {
            columns.add(column.clone());
        }
    }
    columns
}

/// The columns of a union, and for each table the place of each of its columns (`None` if it is dropped). Columns of
/// one name and several types become one column per type, as in the language.
///
/// The outer union has the columns in the order of their first table.
pub(crate) fn united(tables: &[&Columns], inner: bool) -> (Columns, Vec<Vec<Option<usize>>>) {
    let mut kinds: HashMap<&str, Vec<Kind>> = HashMap::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for column in tables.iter().flat_map(|table| &table.list) {
        let known = kinds.entry(&column.name).or_default();
        if !known.iter().any(|kind| same(*kind, column.kind)) {
            known.push(column.kind);
        }
        *counts.entry(&column.name).or_default() += 1;
    }
    let mut columns = Columns::new(Vec::new(), tables.iter().any(|table| table.open));
    let mut maps = Vec::new();
    for table in tables {
        let map = table.list.iter().map(|column| {
            if inner && counts.get(column.name.as_str()) != Some(&tables.len()) {
                return None;
            }
            let several = kinds
                .get(column.name.as_str())
                .is_some_and(|kinds| kinds.len() > 1);
            let name = match several {
                true => format!("{}_{}", column.name, column.kind),
                false => column.name.clone(),
            };
            let place = columns.place(&name);
            Some(place.unwrap_or_else(|| columns.add(Column::new(name, column.kind))))
        });
        let map = map.collect();
        maps.push(map);
    }
    (columns, maps)
}

/// Whether columns of both types become one column of a union. An unknown type fits every other.
fn same(one: Kind, other: Kind) -> bool {
    one == other || one == Kind::Unknown || other == Kind::Unknown
}

/// The columns of `mv-apply`: those of the input with the results of the body over them.
///
/// A column of the body that has the name of an input column replaces it.
pub(crate) fn merged(input: &Columns, body: &Columns) -> Columns {
    let mut columns = input.clone();
    columns.open |= body.open;
    for column in &body.list {
        columns.set(column.clone());
    }
    columns
}

/// The name of the column that an expression makes: the given name, the name of the column it reads, or `Column1`,
/// `Column2` by its place in the list.
pub(crate) fn name_of(named: &Named, number: usize) -> String {
    match named.names.first() {
        Some(name) => name.text.clone(),
        None => implied(&named.value).unwrap_or_else(|| format!("Column{}", number + 1)),
    }
}

/// The name that an expression implies: conversions and roundings take that of their argument, members of dynamic
/// values are joined with `_`.
///
/// `tostring(a.b)` is `a_b`, `bin(Timestamp, 1h)` is `Timestamp`. Calculations and other calls imply no name.
pub(crate) fn implied(value: &Expression) -> Option<String> {
    match &value.form {
        Form::Name(name) => Some(name.clone()),
        Form::Path(base, steps) => {
            let mut name = implied(base)?;
            for step in steps {
                name.push('_');
                match step {
                    Step::Member(member) => name.push_str(&member.text),
                    Step::Index(index) => match &index.form {
                        Form::Literal(Literal::Text(text)) => name.push_str(text),
                        Form::Literal(Literal::Long(number)) => name.push_str(&number.to_string()),
                        _ => {}
                    },
                }
            }
            Some(name)
        }
        Form::Call(function, arguments) if takes_name(&function.text) => {
            implied(&first(arguments)?.value)
        }
        _ => None,
    }
}

fn first(arguments: &[Argument]) -> Option<&Argument> {
    arguments.first()
}

/// Functions that keep the name of their argument.
fn takes_name(function: &str) -> bool {
    matches!(
        function,
        "bin"
            | "floor"
            | "bin_auto"
            | "tostring"
            | "toint"
            | "tolong"
            | "toreal"
            | "todouble"
            | "tobool"
            | "todatetime"
            | "totimespan"
            | "toguid"
            | "todynamic"
            | "parse_json"
            | "parsejson"
    )
}
