//! The columns of operators that change the shape of rows: `summarize`, `parse`, `mv-expand`, series and plugins.
//!
//! `summarize` and `make-series` start with an empty list of columns; `parse`, `mv-expand` and `mv-apply` keep those
//! of the input. What only the data shows makes the list [open](Columns::open).
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
//! assert_eq!(columns("T | parse Name with 'a=' A:long ',' B | project-keep A, B"), ["A:long", "B:string"]);
//! assert_eq!(columns("T | project Name, Bag | mv-expand with_itemindex=I Bag to typeof(long)"), ["Name:string", "Bag:long", "I:long"]);
//! assert_eq!(columns("T | project Name, Bag | mv-apply Bag on (summarize N = count())"), ["Name:string", "Bag:dynamic", "N:long"]);
//! assert_eq!(columns("T | make-series count() on At from ago(1d) to now() step 1h by Name"), ["Name:string", "count_:dynamic", "At:dynamic"]);
//! assert_eq!(columns("T | top-nested 2 of Name by sum(Size)"), ["Name:string", "aggregated_Name:long"]);
//! assert_eq!(columns("search in (U) 'x'"), ["$table:string", "Name:string", "Size:real"]);
//! ```

use super::Checker;
use super::columns::{Columns, name_of};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{
    Argument, Expansion, Expression, Form, Level, Literal, Name, Named, PatternPart,
};

impl Checker<'_> {
    /// Group columns first, then those of the aggregates.
    ///
    /// A name that is taken by a group column gets a number, but a name that the query gives is a problem.
    ///
    /// `arg_max(x, *)` over an open list leaves the result open.
    pub(super) fn summarize(
        &self,
        span: Span,
        aggregates: &[Named],
        by: &[Named],
        input: &Columns,
    ) -> Columns {
        if aggregates.is_empty() && by.is_empty() {
            let message = "there is nothing to summarize";
            self.report(Problem::new(ProblemKind::Arguments, span, message));
        }
        let mut columns = Columns::default();
        for (number, named) in by.iter().enumerate() {
            let kind = self.kind(&named.value, input);
            columns.add(Column::new(name_of(named, number), kind));
        }
        let keys: Vec<String> = columns
            .list()
            .iter()
            .map(|column| column.name.clone())
            .collect();
        for (number, named) in aggregates.iter().enumerate() {
            let made = self.aggregate(named, number, &keys, input);
            if !self.step(made.len(), named.value.span) {
                break;
            }
            for column in made {
                if !named.names.is_empty() && columns.place(&column.name).is_some() {
                    self.repeated(named.value.span, &column.name);
                }
                columns.add(column);
            }
            let takes_all = matches!(&named.value.form, Form::Call(_, arguments)
                if arguments.iter().any(|argument| matches!(argument.value.form, Form::Star)));
            columns.open |= takes_all && input.open;
        }
        columns
    }

    /// The columns of `parse`: those of the pattern replace columns of the same name, the others are added at the
    /// end.
    pub(super) fn parsed(
        &self,
        value: &Expression,
        pattern: &[PatternPart],
        input: &Columns,
    ) -> Columns {
        self.kind(value, input);
        let mut columns = input.clone();
        for part in pattern {
            if let PatternPart::Column(name, kind) = part {
                columns.set(Column::new(&name.text, *kind));
            }
        }
        columns
    }

    /// The columns of `mv-expand`, with the column of the index if one is wanted.
    ///
    /// A column that is expanded under its own name keeps its place. Texts are accepted, as some columns that hold
    /// JSON are documented as text.
    pub(crate) fn expanded(
        &self,
        index: Option<&Name>,
        list: &[Expansion],
        input: &Columns,
    ) -> Columns {
        let mut columns = input.clone();
        if let Some(index) = index {
            columns.set(Column::new(&index.text, Kind::Long));
        }
        for (number, expansion) in list.iter().enumerate() {
            let kind = self.kind(&expansion.value.value, input);
            if !matches!(kind, Kind::Dynamic | Kind::Unknown | Kind::Text) {
                let span = expansion.value.value.span;
                self.mistyped(
                    span,
                    format!("only dynamic values can be expanded, not {kind}"),
                );
            }
            let name = name_of(&expansion.value, number);
            columns.set(Column::new(name, expansion.kind.unwrap_or(Kind::Dynamic)));
        }
        columns
    }

    /// The columns of `make-series`: groups, a list for each aggregate, and the axis as the last list.
    pub(super) fn series(
        &self,
        aggregates: &[(Named, Option<Expression>)],
        axis: &Named,
        by: &[Named],
        input: &Columns,
    ) -> Columns {
        let mut columns = Columns::default();
        for (number, named) in by.iter().enumerate() {
            let kind = self.kind(&named.value, input);
            columns.add(Column::new(name_of(named, number), kind));
        }
        for (number, (named, default)) in aggregates.iter().enumerate() {
            if let Some(default) = default {
                self.kind(default, input);
            }
            for column in self.aggregate(named, number, &[], input) {
                columns.add(Column::new(column.name, Kind::Dynamic));
            }
        }
        self.kind(&axis.value, input);
        columns.add(Column::new(name_of(axis, 0), Kind::Dynamic));
        columns
    }

    /// Two columns for each level of `top-nested`: the value and the aggregate, `aggregated_` and the name of the
    /// value.
    pub(super) fn nested(&self, levels: &[Level], input: &Columns) -> Columns {
        let mut columns = Columns::default();
        for (number, level) in levels.iter().enumerate() {
            if let Some(count) = &level.count {
                self.kind(count, &Columns::default());
            }
            let kind = self.kind(&level.of.value, input);
            let name = name_of(&level.of, number);
            columns.add(Column::new(&name, kind));
            let by = self.aggregate(&level.by, number, &[], input);
            let kind = by.first().map_or(Kind::Unknown, |column| column.kind);
            let by = match level.by.names.first() {
                Some(given) => given.text.clone(),
                None => format!("aggregated_{name}"),
            };
            columns.add(Column::new(by, kind));
        }
        columns
    }

    /// The columns that a plugin of `evaluate` returns, as far as they are known before.
    ///
    /// `bag_unpack` keeps all columns but the unpacked one and adds those of the data. `ipv4_lookup` adds the
    /// columns of its table. Other plugins may return anything.
    pub(crate) fn plugin(&self, plugin: &Name, arguments: &[Argument], input: Columns) -> Columns {
        let first = arguments.first().map(|argument| &argument.value);
        match (plugin.text.as_str(), first) {
            (
                "bag_unpack",
                Some(Expression {
                    span,
                    form: Form::Name(name),
                }),
            ) => {
                self.kind(
                    &Expression {
                        span: *span,
                        form: Form::Name(name.clone()),
                    },
                    &input,
                );
                let kept = (0..input.len()).filter(|place| Some(*place) != input.place(name));
                let mut columns = input.pick(&kept.collect::<Vec<_>>());
                columns.open = true;
                columns
            }
            ("pivot", Some(column)) => {
                self.kind(column, &input);
                Columns::any()
            }
            ("ipv4_lookup" | "ipv6_lookup", Some(table)) if self.is_table(table) => {
                let mut columns = input;
                for column in self.table(table).list() {
                    columns.add(column.clone());
                }
                columns
            }
            _ => Columns::any(),
        }
    }

    /// The columns that `search` and `find` see.
    ///
    /// With a table before the bar (`T | search "x"`) only its columns count.
    pub(crate) fn searched(&self, tables: &[Expression], input: &Columns) -> Columns {
        if input.len() > 0 || input.open {
            return input.clone();
        }
        let all: Vec<Columns> = match tables {
            [] => {
                let names = self.schema().tables();
                let columns = names.filter_map(|name| self.schema().columns(name));
                columns
                    .map(|columns| Columns::new(columns.to_vec(), false))
                    .collect()
            }
            tables => tables.iter().map(|table| self.table(table)).collect(),
        };
        let mut columns = Columns::default();
        columns.open = self.schema().is_open();
        for table in &all {
            columns.open |= table.open;
            for column in table.list() {
                // Columns of one name and several types are compared as the tables have them.
                let kind = match columns.kind(&column.name) {
                    Some(kind) if kind != column.kind => Kind::Unknown,
                    _ => column.kind,
                };
                columns.set(Column::new(&column.name, kind));
            }
        }
        columns
    }

    /// A condition of `search` or `find`, in which a text alone means "in any column".
    ///
    /// `and`, `or` and `not` may hold such texts too.
    pub(crate) fn condition_of_search(&self, condition: &Expression, columns: &Columns) {
        match &condition.form {
            Form::Literal(Literal::Text(_)) | Form::Star => {}
            Form::Chain(_, terms) => {
                for term in terms {
                    self.condition_of_search(term, columns);
                }
            }
            Form::Call(name, arguments) if name.text == "not" => {
                for argument in arguments {
                    self.condition_of_search(&argument.value, columns);
                }
            }
            Form::Word(_, left, right) if matches!(left.form, Form::Star) => {
                self.kind(right, columns);
            }
            _ => self.condition(condition, columns, "`search`"),
        }
    }
}
