//! The columns that tabular operators return. The evaluator takes its columns from here, so that check and result
//! cannot differ.
//!
//! Every operator of [`OperatorForm`] has its rule here or in `join`, `pick` and `reshape`. Operators that read further tables are in
//! [`operator`](Checker::operator), those that read only their input in [`plain`](Checker::plain): the evaluator
//! calls `plain` with the columns it has, and evaluates the other tables itself.
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
//! assert_eq!(columns("T | project-away S*, Bag"), ["Name:string", "At:datetime"]);
//! assert_eq!(columns("T | project-keep Size, Name"), ["Name:string", "Size:long"]);
//! assert_eq!(columns("T | project-rename Id = Name | project Id"), ["Id:string"]);
//! assert_eq!(columns("T | project-reorder Size | project-away At, Bag"), ["Size:long", "Name:string"]);
//! assert_eq!(columns("T | extend Name = 5 | project-keep Name"), ["Name:long"]);
//! assert_eq!(columns("T | count"), ["Count:long"]);
//! assert_eq!(columns("print 5, B = 'x'"), ["print_0:long", "B:string"]);
//! assert_eq!(columns("range At from ago(1d) to now() step 1h"), ["At:datetime"]);
//! assert_eq!(columns("union withsource=Source U"), ["Source:string", "Name:string", "Size:real"]);
//! assert_eq!(columns("U | getschema | project ColumnOrdinal, DataType"), ["ColumnOrdinal:long", "DataType:string"]);
//! ```

use super::columns::{Columns, merged, name_of};
use super::join::Joining;
use super::{Binding, Checker};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::schema::Column;
use crate::span::Span;
use crate::syntax::{Argument, Expression, Form, Name, Named, Operator, OperatorForm, SortKey};

impl Checker<'_> {
    /// The columns after an operator, with all tables it reads.
    ///
    /// An operator over no columns costs one step, so that a chain of empty ones ends as well.
    #[expect(clippy::too_many_lines, reason = "one arm for each operator")]
    pub(super) fn operator(&self, operator: &Operator, input: Columns) -> Columns {
        if !self.step(1 + input.len(), operator.span) {
            return Columns::any();
        }
        match &operator.form {
            OperatorForm::Join { kind, right, on } => {
                let right = self.table(right);
                self.join(
                    Joining::new(operator.span, *kind, on, false),
                    &input,
                    &right,
                )
            }
            OperatorForm::Lookup { kind, right, on } => {
                let right = self.table(right);
                self.join(Joining::new(operator.span, *kind, on, true), &input, &right)
            }
            OperatorForm::Union {
                with_source,
                fuzzy,
                inner,
                tables,
            } => {
                let mut all = Vec::new();
                if input.len() > 0 || input.open {
                    all.push(input);
                }
                for table in tables {
                    if !(*fuzzy && self.is_missing(table)) {
                        all.push(self.table(table));
                    }
                }
                self.union(
                    with_source.as_ref(),
                    *inner,
                    &all.iter().collect::<Vec<_>>(),
                )
            }
            OperatorForm::Search { tables, condition } => {
                let all = self.searched(tables, &input);
                self.condition_of_search(condition, &all);
                let mut columns = Columns::new(vec![Column::new("$table", Kind::Text)], all.open);
                for column in all.list() {
                    columns.set(column.clone());
                }
                columns
            }
            OperatorForm::Find {
                with_source,
                tables,
                condition,
                project,
            } => {
                let all = self.searched(tables, &input);
                self.condition_of_search(condition, &all);
                let source = with_source
                    .as_ref()
                    .map_or("source_", |name| name.text.as_str());
                let mut columns = Columns::new(vec![Column::new(source, Kind::Text)], false);
                for (number, named) in project.iter().enumerate() {
                    columns.set(Column::new(
                        name_of(named, number),
                        self.kind(&named.value, &all),
                    ));
                }
                if project.is_empty() {
                    columns.open = true;
                }
                columns
            }
            OperatorForm::MvApply {
                index,
                columns,
                limit,
                body,
            } => {
                if let Some(limit) = limit {
                    self.count(limit);
                }
                let inner = self.expanded(index.as_ref(), columns, &input);
                let mut result = inner.clone();
                for operator in &body.operators {
                    result = self.operator(operator, result);
                }
                merged(&input, &result)
            }
            OperatorForm::Partition { by, body } => {
                let form = Form::Name(by.text.clone());
                let key = Expression {
                    span: by.span,
                    form,
                };
                self.kind(&key, &input);
                let operators = body.operators.iter();
                operators.fold(input, |columns, operator| self.operator(operator, columns))
            }
            OperatorForm::Evaluate(plugin, arguments) => self.plugin(plugin, arguments, input),
            OperatorForm::Invoke(function, arguments) => self.invoke(function, arguments, &input),
            OperatorForm::As(name) => {
                self.bind(&name.text, Binding::Table(input.clone()));
                input
            }
            _ => self.plain(operator, &input),
        }
    }

    /// The columns after an operator that reads no table but its input.
    ///
    /// An operator that is missing here has unknown columns.
    #[expect(clippy::too_many_lines, reason = "one arm for each operator")]
    pub(crate) fn plain(&self, operator: &Operator, input: &Columns) -> Columns {
        match &operator.form {
            OperatorForm::Where(test) => {
                self.condition(test, input, "`where`");
                input.clone()
            }
            OperatorForm::Project(list) => self.project(list, input),
            OperatorForm::Extend(list) => self.extend(list, input),
            OperatorForm::ProjectAway(list) => {
                let away = self.matching(list, input);
                let kept: Vec<usize> = (0..input.len())
                    .filter(|place| !away.contains(place))
                    .collect();
                input.pick(&kept)
            }
            OperatorForm::ProjectKeep(list) => {
                let kept = self.matching(list, input);
                let kept: Vec<usize> = (0..input.len())
                    .filter(|place| kept.contains(place))
                    .collect();
                input.pick(&kept)
            }
            OperatorForm::ProjectRename(list) => self.rename(list, input),
            OperatorForm::ProjectReorder(list) => input.pick(&self.reordered(list, input)),
            OperatorForm::Take(count) | OperatorForm::Sample(count) => {
                self.count(count);
                input.clone()
            }
            OperatorForm::Top(count, keys) => {
                self.count(count);
                self.keys(keys, input);
                input.clone()
            }
            OperatorForm::Sort(keys) => {
                self.keys(keys, input);
                input.clone()
            }
            OperatorForm::Count => Columns::new(vec![Column::new("Count", Kind::Long)], false),
            OperatorForm::GetSchema => schema_columns(),
            OperatorForm::Distinct(list) => match list.as_slice() {
                [
                    Named {
                        value:
                            Expression {
                                form: Form::Star, ..
                            },
                        ..
                    },
                ] => input.clone(),
                _ => self.project(list, input),
            },
            OperatorForm::Summarize { aggregates, by } => {
                self.summarize(operator.span, aggregates, by, input)
            }
            OperatorForm::Parse { value, pattern, .. } => self.parsed(value, pattern, input),
            OperatorForm::MvExpand {
                index,
                columns,
                limit,
                ..
            } => {
                if let Some(limit) = limit {
                    self.count(limit);
                }
                self.expanded(index.as_ref(), columns, input)
            }
            OperatorForm::Print(list) => self.print(list),
            OperatorForm::Range {
                name,
                from,
                to,
                step,
            } => {
                let nothing = Columns::default();
                let kind = self.kind(from, &nothing);
                self.kind(to, &nothing);
                self.kind(step, &nothing);
                Columns::new(vec![Column::new(&name.text, kind)], false)
            }
            OperatorForm::MakeSeries {
                aggregates,
                axis,
                from,
                to,
                step,
                by,
            } => {
                for value in from.iter().chain(to).chain([step]) {
                    self.kind(value, input);
                }
                self.series(aggregates, axis, by, input)
            }
            OperatorForm::TopNested(levels) => self.nested(levels, input),
            OperatorForm::Serialize(list) => self.extend(list, input),
            OperatorForm::Render(_) | OperatorForm::As(_) => input.clone(),
            _ => Columns::any(),
        }
    }

    /// A number of rows. It sees no columns.
    ///
    /// `take 5 + 5` is allowed, `take Size` is not: the language wants a constant.
    fn count(&self, count: &Expression) {
        let kind = self.kind(count, &Columns::default());
        if !kind.is_whole() && kind != Kind::Dynamic {
            self.mistyped(
                count.span,
                format!("a number of rows is a whole number, not {kind}"),
            );
        }
    }

    /// Visits the keys of `sort` and `top`. Dynamic keys are accepted; the service refuses lists and objects when it
    /// runs.
    fn keys(&self, keys: &[SortKey], input: &Columns) {
        for key in keys {
            self.kind(&key.value, input);
        }
    }

    /// The columns of `project` and `distinct`. A name that the query gives twice is a problem; names that the
    /// language makes up get a number.
    fn project(&self, list: &[Named], input: &Columns) -> Columns {
        let mut columns = Columns::default();
        for (number, named) in list.iter().enumerate() {
            let kind = self.kind(&named.value, input);
            let name = name_of(named, number);
            let is_chosen = !named.names.is_empty() || matches!(named.value.form, Form::Name(_));
            if is_chosen && columns.place(&name).is_some() {
                self.repeated(named.value.span, &name);
            }
            columns.add(Column::new(name, kind));
            for name in named.names.iter().skip(1) {
                columns.add(Column::new(&name.text, Kind::Dynamic));
            }
        }
        columns
    }

    /// Notes that a column of this name exists.
    pub(super) fn repeated(&self, span: Span, name: &str) {
        let message = format!("a column named `{name}` already exists");
        self.report(Problem::new(ProblemKind::Arguments, span, message));
    }

    /// All expressions see the columns before the operator.
    ///
    /// A column of the same name keeps its place and gets the new type.
    fn extend(&self, list: &[Named], input: &Columns) -> Columns {
        let mut columns = input.clone();
        for (number, named) in list.iter().enumerate() {
            let kind = self.kind(&named.value, input);
            columns.set(Column::new(name_of(named, number), kind));
            for name in named.names.iter().skip(1) {
                columns.set(Column::new(&name.text, Kind::Dynamic));
            }
        }
        columns
    }

    /// The columns of `print`, which sees no rows.
    fn print(&self, list: &[Named]) -> Columns {
        let mut columns = Columns::default();
        for (number, named) in list.iter().enumerate() {
            let kind = self.kind(&named.value, &Columns::default());
            let name = match named.names.first() {
                Some(name) => name.text.clone(),
                None => format!("print_{number}"),
            };
            columns.add(Column::new(name, kind));
        }
        columns
    }

    /// The columns of a function that takes the input: one of the query, or one of the schema, which adds columns or
    /// replaces all.
    fn invoke(&self, function: &Name, arguments: &[Argument], input: &Columns) -> Columns {
        if let Some(Binding::Function(own)) = self.bound(&function.text) {
            return match &own.result {
                Binding::Table(columns) => columns.clone(),
                _ => Columns::any(),
            };
        }
        for argument in arguments {
            // Names of columns are handed over as text or as they are.
            self.kind(&argument.value, input);
        }
        match self.schema().function(&function.text) {
            Some(known) => {
                let mut columns = if known.keeps_input {
                    input.clone()
                } else {
                    Columns::default()
                };
                for column in &known.columns {
                    columns.set(column.clone());
                }
                columns
            }
            None => {
                if !self.schema().is_open() {
                    self.report(self.no_function(function));
                }
                Columns::any()
            }
        }
    }
}

/// The columns of `getschema`.
///
/// The ordinal is counted from 0.
fn schema_columns() -> Columns {
    let names = [
        ("ColumnName", Kind::Text),
        ("ColumnOrdinal", Kind::Long),
        ("DataType", Kind::Text),
        ("ColumnType", Kind::Text),
    ];
    Columns::new(
        names.map(|(name, kind)| Column::new(name, kind)).to_vec(),
        false,
    )
}
