//! The plugins of `evaluate`.
//!
//! Their columns come from the rows, so the check does not know most of them.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let T = "datatable(Day:long, Name:string, D:dynamic)[1, 'a', dynamic({'x': 5}), 2, 'b', dynamic({'y': 6})]";
//! let query = |rest: &str| rows(&format!("{T} | {rest}"));
//! assert_eq!(query("evaluate bag_unpack(D)")?, ["1,a,5,", "2,b,,6"]);
//! assert_eq!(query("project D | evaluate bag_unpack(D, 'p_') | getschema | project ColumnName")?, ["p_x", "p_y"]);
//! assert_eq!(query("project Day, Name | evaluate pivot(Name)")?, ["1,1,0", "2,0,1"]);
//! assert_eq!(query("project Day, Name | evaluate pivot(Name, sum(Day))")?, ["1,2"]);
//! assert_eq!(query("project Day, Name | evaluate narrow() | take 2")?, ["0,Day,1", "0,Name,a"]);
//! let address = "let Nets = datatable(Net:string)['192.0.2.0/24']; print Ip = '192.0.2.9'";
//! assert_eq!(rows(&format!("{address} | evaluate ipv4_lookup(Nets, Ip, Net)"))?, ["192.0.2.9,192.0.2.0/24"]);
//! let other = address.replace("192.0.2.9", "203.0.113.7");
//! assert_eq!(rows(&format!("{other} | evaluate ipv4_lookup(Nets, Ip, Net) | count"))?, ["0"]);
//! assert_eq!(rows(&format!("{other} | evaluate ipv4_lookup(Nets, Ip, Net, return_unmatched = true)"))?, ["203.0.113.7,"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::HashMap;

use serde_json::Value;

use super::functions::is_in;
use super::summarize::Part;
use super::{Result, Rows, Run, dynamic, not_evaluated};
use crate::cell::Cell;
use crate::check::Columns;
use crate::kind::Kind;
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Argument, Expression, Form, Literal, Name};

impl<'q> Run<'_, 'q> {
    /// A plugin of `evaluate`. All others of the language, such as `autocluster`, `basket` or `python`, are not evaluated.
    pub(super) fn plugin(
        &mut self,
        span: Span,
        plugin: &'q Name,
        arguments: &'q [Argument],
        input: &Rows,
    ) -> Result<Rows> {
        match plugin.text.as_str() {
            "bag_unpack" => self.bag_unpack(span, arguments, input),
            "pivot" => self.pivot(span, arguments, input),
            "narrow" => Ok(narrow(input)),
            "ipv4_lookup" => self.ipv4_lookup(span, arguments, input),
            other => Err(not_evaluated(plugin.span, other)),
        }
    }

    /// A column for each member of the objects in a column.
    ///
    /// Columns come in the order in which their members are first seen, after the columns that stay. The type is
    /// that of the first value. Null objects give nulls. A name that exists gets a number, where the service refuses
    /// the query. `columnsConflict` is not evaluated.
    fn bag_unpack(&mut self, span: Span, arguments: &'q [Argument], input: &Rows) -> Result<Rows> {
        let column = match arguments.first().map(|argument| &argument.value.form) {
            Some(Form::Name(name)) => input.columns.place(name),
            _ => None,
        };
        let Some(column) = column else {
            return Err(not_evaluated(span, "bag_unpack of an expression"));
        };
        if let Some(conflict) = option(arguments, "columnsConflict", 2) {
            return Err(not_evaluated(conflict.span, "columnsConflict"));
        }
        let prefix = match option(arguments, "OutputColumnPrefix", 1).map(|value| &value.form) {
            Some(Form::Literal(Literal::Text(prefix))) => prefix.as_str(),
            _ => "",
        };
        let ignored = match option(arguments, "ignoredProperties", 3) {
            Some(names) => dynamic::items(&self.constant(names)?),
            None => Vec::new(),
        };
        let is_ignored = |name: &str| ignored.iter().any(|one| one.as_str() == Some(name));
        let kept: Vec<usize> = (0..input.columns.len())
            .filter(|place| *place != column)
            .collect();
        let mut columns = input.columns.pick(&kept);
        columns.open = false;
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut rows = Vec::new();
        for row in &input.rows {
            let mut cells: Vec<Cell> = kept.iter().map(|place| row[*place].clone()).collect();
            if let Value::Object(members) = dynamic::of_cell(&row[column]) {
                let members = members.into_iter().filter(|(name, _)| !is_ignored(name));
                for (name, value) in members {
                    let cell = Cell::plain(&value).unwrap_or_else(|| Cell::dynamic(value));
                    let name = format!("{prefix}{name}");
                    let place = *places
                        .entry(name.clone())
                        .or_insert_with(|| columns.add(Column::new(name, kind_of(&cell))));
                    cells.resize(cells.len().max(place + 1), Cell::Null);
                    cells[place] = cell;
                }
            }
            self.context.budget.hold(columns.len());
            self.context.budget.hold_row(&cells);
            self.context.budget.check(span)?;
            rows.push(cells);
        }
        for row in &mut rows {
            row.resize(columns.len(), Cell::Null);
        }
        Ok(Rows { columns, rows })
    }

    /// The rows with each row of another table in whose range their address lies, with the columns of both.
    ///
    /// `ipv4_lookup(Table, Address, Range, return_unmatched = true)`: rows without a range have nulls. Further keys are not
    /// evaluated.
    fn ipv4_lookup(&mut self, span: Span, arguments: &'q [Argument], input: &Rows) -> Result<Rows> {
        let column = |place: usize, columns: &Columns| match arguments
            .get(place)
            .map(|argument| &argument.value.form)
        {
            Some(Form::Name(name)) => columns.place(name),
            _ => None,
        };
        let Some(table) = arguments.first() else {
            return Err(not_evaluated(span, "ipv4_lookup without a table"));
        };
        let table = self.table(&table.value)?;
        let (Some(address), Some(range)) = (column(1, &input.columns), column(2, &table.columns))
        else {
            return Err(not_evaluated(span, "ipv4_lookup of expressions"));
        };
        if arguments.len() > 4 || column(3, &input.columns).is_some() {
            return Err(not_evaluated(span, "ipv4_lookup with further keys"));
        }
        let keeps_all = match option(arguments, "return_unmatched", 3) {
            Some(value) => self.constant(value)?.is_true(),
            None => false,
        };
        let mut columns = input.columns.clone();
        for column in table.columns.list() {
            columns.add(column.clone());
        }
        let mut rows = Vec::new();
        for row in &input.rows {
            let subject = row[address].to_text();
            let before = rows.len();
            for other in &table.rows {
                if is_in(&subject, &other[range].to_text()) == Some(true) {
                    let both = [row.as_slice(), other.as_slice()].concat();
                    self.context.budget.hold_row(&both);
                    self.context.budget.check(span)?;
                    rows.push(both);
                }
            }
            if keeps_all && rows.len() == before {
                let mut alone = row.clone();
                alone.resize(columns.len(), Cell::Null);
                rows.push(alone);
            }
            self.context.budget.take_each(table.rows.len());
            self.context.budget.check(span)?;
        }
        Ok(Rows { columns, rows })
    }

    /// A column for each value of a column, with an aggregate over the rows that have it.
    ///
    /// Columns are ordered by name. Without an aggregate the cells are counts, 0 where there are no rows; with one
    /// they are null there. Rows are grouped by the named columns, or by all columns that neither the pivot nor the
    /// aggregate reads.
    fn pivot(&mut self, span: Span, arguments: &'q [Argument], input: &Rows) -> Result<Rows> {
        let mut values = arguments.iter().map(|argument| &argument.value);
        let Some(Form::Name(pivot)) = values.next().map(|value| &value.form) else {
            return Err(not_evaluated(span, "pivot of an expression"));
        };
        let Some(pivot) = input.columns.place(pivot) else {
            return Err(not_evaluated(span, "pivot of an unknown column"));
        };
        let (mut part, mut used) = (None, vec![pivot]);
        let mut by = Vec::new();
        for value in values {
            match &value.form {
                Form::Call(..) => {
                    let (node, aggregates) = self.bind_aggregated(value, &input.columns)?;
                    if let Form::Call(_, arguments) = &value.form {
                        let names =
                            arguments
                                .iter()
                                .filter_map(|argument| match &argument.value.form {
                                    Form::Name(name) => input.columns.place(name),
                                    _ => None,
                                });
                        used.extend(names);
                    }
                    part = Some(Part::Value(node, aggregates));
                }
                Form::Name(name) => by.extend(input.columns.place(name)),
                _ => return Err(not_evaluated(value.span, "pivot of an expression")),
            }
        }
        if by.is_empty() {
            by = (0..input.columns.len())
                .filter(|place| !used.contains(place))
                .collect();
        }
        let mut columns = input.columns.pick(&by);
        columns.open = false;
        let mut names: Vec<String> = input.rows.iter().map(|row| row[pivot].to_text()).collect();
        names.sort();
        names.dedup();
        let firsts: HashMap<String, usize> = names
            .into_iter()
            .map(|name| (name.clone(), columns.add(Column::new(name, Kind::Unknown))))
            .collect();
        let mut groups: Vec<Pivoted<'_>> = Vec::new();
        let mut index: HashMap<Vec<String>, usize> = HashMap::new();
        for row in &input.rows {
            let key: Vec<Cell> = by.iter().map(|place| row[*place].clone()).collect();
            let at = *index.entry(crate::cell::row_key(&key)).or_insert_with(|| {
                groups.push((key, HashMap::new()));
                groups.len() - 1
            });
            if let Some(place) = firsts.get(&row[pivot].to_text()) {
                groups[at].1.entry(*place).or_default().push(row);
            }
        }
        let mut rows = Vec::new();
        for (mut row, members) in groups {
            row.resize(
                columns.len(),
                if part.is_some() {
                    Cell::Null
                } else {
                    Cell::Long(0)
                },
            );
            for (place, members) in members {
                let mut cells = Vec::new();
                match &part {
                    Some(part) => part.add(self.context, &members, &mut cells),
                    None => {
                        cells.push(Cell::Long(i64::try_from(members.len()).unwrap_or(i64::MAX)))
                    }
                }
                row[place] = cells.into_iter().next().unwrap_or(Cell::Null);
            }
            self.context.budget.hold_row(&row);
            self.context.budget.check(span)?;
            rows.push(row);
        }
        Ok(Rows { columns, rows })
    }
}

/// An argument of a plugin by its name, or by its place if it stands there without a name.
fn option<'a>(arguments: &'a [Argument], name: &str, place: usize) -> Option<&'a Expression> {
    let named = |one: &&Argument| one.name.as_ref().is_some_and(|given| given.text == name);
    let found = arguments.iter().find(named);
    let placed = || arguments.get(place).filter(|one| one.name.is_none());
    found.or_else(placed).map(|argument| &argument.value)
}

/// The values that rows have in common, and the rows by the place of their column.
type Pivoted<'r> = (Vec<Cell>, HashMap<usize, Vec<&'r Vec<Cell>>>);

/// The type of a value that only the data shows.
///
/// Times cannot be told from texts in JSON.
fn kind_of(cell: &Cell) -> Kind {
    match cell {
        Cell::Bool(_) => Kind::Bool,
        Cell::Long(_) => Kind::Long,
        Cell::Real(_) => Kind::Real,
        Cell::Text(_) => Kind::Text,
        _ => Kind::Dynamic,
    }
}

/// A row for each cell: its row from 0, the name of its column, and its value as text.
fn narrow(input: &Rows) -> Rows {
    let names = [
        ("Row", Kind::Long),
        ("Column", Kind::Text),
        ("Value", Kind::Text),
    ];
    let mut rows = Vec::new();
    for (number, row) in (0..).zip(&input.rows) {
        for (column, cell) in input.columns.list().iter().zip(row) {
            rows.push(vec![
                Cell::Long(number),
                Cell::Text(column.name.clone()),
                Cell::Text(cell.to_text()),
            ]);
        }
    }
    Rows {
        columns: Columns::new(
            names.map(|(name, kind)| Column::new(name, kind)).to_vec(),
            false,
        ),
        rows,
    }
}
