//! Types of expressions.
//!
//! The rules of types, from the vendor's pages "Scalar data types", "Numerical operators", "String operators" and
//! "Datetime / timespan arithmetic":
//!
//! - Numbers of all types go with each other. Other types go with themselves; `guid` also with `string`.
//! - `dynamic` goes with everything. At the service some comparisons with it need a cast; the check stays silent.
//! - Text operators take `string`, `dynamic` and `guid`. A number needs `tostring()`.
//! - `<` and its kin do not take `string`, `bool` and `guid`.
//! - A condition is `bool`, not a number.
//! - Only `datetime(...)` and `todatetime()` convert text to a time.
//!
//! # Examples
//!
//! ```
//! use kql::{Kind, Schema};
//!
//! let mut schema = Schema::new();
//! schema.insert("T", [("Name", Kind::Text), ("Size", Kind::Long), ("At", Kind::Time), ("Bag", Kind::Dynamic)]);
//! schema.insert("U", [("Name", Kind::Text), ("Size", Kind::Real)]);
//! let message = |query: &str| -> String {
//!     let problems = kql::check(query, &schema);
//!     problems.first().map(|problem| problem.message.clone()).unwrap_or_default()
//! };
//! assert_eq!(message("T | where Size"), "`where` takes bool, not long");
//! assert_eq!(message("T | where Size has '5'"), "a text operator takes string or dynamic, not long");
//! assert_eq!(message("T | extend A = -Name"), "`-` cannot be applied to string");
//! assert_eq!(message("T | where At.year == 2026"), "datetime has no members");
//! assert_eq!(message("let L = T | take 5; T | where Name == L"), "a table cannot stand here; `toscalar` makes a value of it");
//! assert_eq!(message("T | extend A = column_ifexists(Name, 5)"), "`column_ifexists` takes the name of a column and a default");
//! assert_eq!(message("let f = (a:long) { a }; print f('x')"), "`f` takes long here, not string");
//! assert_eq!(message("T | where Bag > 5 and Bag.a has 'x'"), "");
//! ```

use super::columns::Columns;
use super::{Binding, Checker};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{
    Among, Argument, Arithmetic, Comparison, Expression, Form, Literal, Name, Step,
};

impl Checker<'_> {
    /// The type of a scalar expression over these columns. Problems are noted, and the type is then not known.
    ///
    /// Visits every part, also those that cannot change the type, for the problems in them.
    pub(crate) fn kind(&self, value: &Expression, columns: &Columns) -> Kind {
        if !self.step(1, value.span) {
            return Kind::Unknown;
        }
        let span = value.span;
        match &value.form {
            Form::Literal(literal) => literal_kind(literal),
            Form::Name(name) => self.named(span, name, columns),
            Form::Path(base, steps) => self.path(base, steps, columns),
            Form::Call(name, arguments) => self.call(span, name, arguments, columns),
            Form::Minus(inner) => match self.kind(inner, columns) {
                kind if kind.is_number() || matches!(kind, Kind::Span | Kind::Dynamic) => kind,
                kind => self.mistyped(inner.span, format!("`-` cannot be applied to {kind}")),
            },
            Form::Chain(_, terms) => {
                for term in terms {
                    self.condition(term, columns, "a logical operator");
                }
                Kind::Bool
            }
            Form::Compare(comparison, left, right) => {
                self.comparison(*comparison, left, right, columns);
                Kind::Bool
            }
            Form::Arithmetic(first, others) => {
                let mut kind = self.kind(first, columns);
                for (operator, other) in others {
                    let with = self.kind(other, columns);
                    kind = arithmetic(*operator, kind, with)
                        .unwrap_or_else(|| self.mismatch(first.span, kind, with));
                }
                kind
            }
            Form::Word(_, left, right) => {
                // `* has "x"` searches every column.
                if !matches!(left.form, Form::Star) {
                    self.text(left, columns);
                }
                self.text(right, columns);
                Kind::Bool
            }
            Form::Among(among, value, list) => {
                self.among(*among, value, list, columns);
                Kind::Bool
            }
            Form::Between {
                value, low, high, ..
            } => {
                self.between(value, low, high, columns);
                Kind::Bool
            }
            Form::Star => self.misplaced(span, "`*` cannot stand here"),
            Form::Wildcard(_) => self.misplaced(span, "a name with `*` cannot stand here"),
            Form::Function(_) => self.misplaced(span, "a function cannot stand here"),
            // A table as a scalar, as in `in (T | project A)`, which is read elsewhere.
            Form::Pipeline(_) | Form::DataTable(..) | Form::ExternalData(_) => {
                self.table(value);
                self.misplaced(
                    span,
                    "a table cannot stand here; `toscalar` makes a value of it",
                )
            }
        }
    }

    /// Notes that something cannot stand at this place.
    fn misplaced(&self, span: Span, message: &str) -> Kind {
        self.wrong(ProblemKind::Arguments, span, message);
        Kind::Unknown
    }

    /// Notes a wrong type.
    pub(super) fn mistyped(&self, span: Span, message: impl Into<String>) -> Kind {
        self.wrong(ProblemKind::Type, span, message);
        Kind::Unknown
    }

    /// Advises a cast, which is the usual way out.
    fn mismatch(&self, span: Span, one: Kind, other: Kind) -> Kind {
        self.mistyped(
            span,
            format!("cannot compare or combine {one} and {other}; add a cast such as `tostring()`"),
        )
    }

    /// A value that must be a condition.
    ///
    /// Dynamic values are accepted: a member of JSON may be a bool.
    pub(crate) fn condition(&self, value: &Expression, columns: &Columns, by: &str) {
        let kind = self.kind(value, columns);
        if !matches!(kind, Kind::Bool | Kind::Unknown | Kind::Dynamic) {
            self.mistyped(value.span, format!("{by} takes bool, not {kind}"));
        }
    }

    /// The operand of a text operator.
    ///
    /// `guid` is accepted, because services return GUIDs as text in many tables.
    fn text(&self, value: &Expression, columns: &Columns) {
        let kind = self.kind(value, columns);
        if !is_text(kind) {
            self.mistyped(
                value.span,
                format!("a text operator takes string or dynamic, not {kind}"),
            );
        }
    }

    /// The type of a column, or of a scalar of `let`. Columns win.
    ///
    /// A table of one column counts as a scalar where `in` takes it.
    fn named(&self, span: Span, name: &str, columns: &Columns) -> Kind {
        if let Some(kind) = columns.kind(name) {
            return kind;
        }
        match self.bound(name) {
            Some(Binding::Scalar(kind)) => kind,
            Some(Binding::Table(table)) => {
                if table.len() != 1 && !table.open {
                    return self.misplaced(
                        span,
                        "a table cannot stand here; `toscalar` makes a value of it",
                    );
                }
                table
                    .list()
                    .first()
                    .map_or(Kind::Unknown, |column| column.kind)
            }
            Some(Binding::Function(function)) => match &function.result {
                Binding::Scalar(kind) if function.parameters.is_empty() => *kind,
                _ => self.misplaced(span, "a function needs arguments"),
            },
            None if columns.open => Kind::Unknown,
            None => {
                let bound = self.bound_names();
                let known = columns.list().iter().map(|column| column.name.as_str());
                let problem = Problem::new(
                    ProblemKind::UnknownColumn,
                    span,
                    format!("unknown column `{name}`"),
                );
                let known = known.chain(bound.iter().map(String::as_str));
                self.report(problem.near(name, known));
                Kind::Unknown
            }
        }
    }

    /// Members of dynamic values, and of texts, since some columns that hold JSON are documented as text. What a
    /// member holds is unknown, so the result is `dynamic`.
    fn path(&self, base: &Expression, steps: &[Step], columns: &Columns) -> Kind {
        let kind = self.kind(base, columns);
        if !is_text(kind) {
            return self.mistyped(base.span, format!("{kind} has no members"));
        }
        for step in steps {
            if let Step::Index(index) = step {
                self.kind(index, columns);
            }
        }
        Kind::Dynamic
    }

    /// The types of both sides of a comparison.
    fn comparison(
        &self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
        columns: &Columns,
    ) {
        let (one, other) = (self.kind(left, columns), self.kind(right, columns));
        match comparison {
            Comparison::EqualFolded | Comparison::NotEqualFolded => {
                for (side, kind) in [(left, one), (right, other)] {
                    if !is_text(kind) {
                        self.mistyped(
                            side.span,
                            format!("`=~` takes string or dynamic, not {kind}"),
                        );
                    }
                }
            }
            Comparison::Equal | Comparison::NotEqual => {
                if !equatable(one, other) {
                    self.mismatch(left.span, one, other);
                }
            }
            // The language does not order texts and booleans.
            _ => {
                let ordered = |kind| !matches!(kind, Kind::Text | Kind::Bool | Kind::Guid);
                if !one.goes_with(other) || !ordered(one) || !ordered(other) {
                    self.mismatch(left.span, one, other);
                }
            }
        }
    }

    /// The types of a value and of a list's items.
    fn among(&self, among: Among, value: &Expression, list: &[Expression], columns: &Columns) {
        let kind = self.kind(value, columns);
        if !matches!(among, Among::In { .. }) && !is_text(kind) {
            self.mistyped(
                value.span,
                format!("a text operator takes string or dynamic, not {kind}"),
            );
        }
        for one in list {
            let other = self.item(one, columns);
            let fits = match among {
                Among::In { folded: true, .. } => is_text(other) || equatable(kind, other),
                Among::In { .. } => equatable(kind, other),
                _ => is_text(other),
            };
            if !fits {
                self.mismatch(one.span, kind, other);
            }
        }
    }

    /// The type of an item of a list: a scalar, or the only column of a table.
    ///
    /// A column hides a table of the same name.
    fn item(&self, item: &Expression, columns: &Columns) -> Kind {
        let is_column = matches!(&item.form, Form::Name(name) if columns.kind(name).is_some());
        if is_column || !self.is_table(item) {
            return self.kind(item, columns);
        }
        let table = self.table(item);
        table
            .list()
            .first()
            .map_or(Kind::Unknown, |column| column.kind)
    }

    /// Numbers, times and timespans have ranges; texts have none.
    fn between(&self, value: &Expression, low: &Expression, high: &Expression, columns: &Columns) {
        let kind = self.kind(value, columns);
        let ordered = kind.is_number() || matches!(kind, Kind::Time | Kind::Span | Kind::Dynamic);
        for (bound, is_high) in [(low, false), (high, true)] {
            let other = self.kind(bound, columns);
            // The upper end of a time may be a length after the lower one.
            let length = is_high && kind == Kind::Time && other == Kind::Span;
            if !ordered || !(kind.goes_with(other) || length) {
                self.mismatch(bound.span, kind, other);
            }
        }
    }

    /// A function of the query, an aggregate where one may stand, a special form, or a function of the language, in
    /// this order.
    fn call(&self, span: Span, name: &Name, arguments: &[Argument], columns: &Columns) -> Kind {
        if let Some(Binding::Function(function)) = self.bound(&name.text) {
            self.own_call(name, &function, arguments, columns);
            return match &function.result {
                Binding::Scalar(kind) => *kind,
                _ => self.misplaced(span, "a function that returns a table cannot stand here"),
            };
        }
        if self.aggregating.get() && super::is_aggregate(&name.text) {
            return self.aggregate_call(name, arguments, columns);
        }
        match name.text.as_str() {
            // The name of a type, not of a column.
            "typeof" => Kind::Text,
            "toscalar" => {
                let argument = arguments.first().map(|argument| &argument.value);
                match argument {
                    Some(table) if self.is_table(table) => {
                        let table = self.table(table);
                        table
                            .list()
                            .first()
                            .map_or(Kind::Unknown, |column| column.kind)
                    }
                    Some(value) => self.kind(value, columns),
                    None => self.misplaced(span, "`toscalar` takes one argument"),
                }
            }
            "column_ifexists" | "columnifexists" => {
                let name = arguments.first().map(|argument| &argument.value.form);
                let other = arguments
                    .get(1)
                    .map(|argument| self.kind(&argument.value, columns));
                match (name, other) {
                    (Some(Form::Literal(Literal::Text(name))), Some(other)) => columns
                        .kind(name)
                        .unwrap_or(if columns.open { Kind::Unknown } else { other }),
                    _ => self.misplaced(
                        span,
                        "`column_ifexists` takes the name of a column and a default",
                    ),
                }
            }
            _ => self.builtin(span, name, arguments, columns),
        }
    }

    /// Checks the arguments of a call of a function of the query.
    ///
    /// Arguments are matched by place. Names of arguments are read by the parser and do not count here.
    pub(super) fn own_call(
        &self,
        name: &Name,
        function: &super::Signature,
        arguments: &[Argument],
        columns: &Columns,
    ) {
        let most = function.parameters.len();
        let least = function.parameters.iter().filter(|one| !one.2).count();
        if arguments.len() > most || arguments.len() < least {
            let message = format!(
                "`{}` takes {most} arguments, not {}",
                name.text,
                arguments.len()
            );
            self.wrong(ProblemKind::Arguments, name.span, message);
        }
        for (argument, (_, kind, _)) in arguments.iter().zip(&function.parameters) {
            match kind {
                Some(wanted) => {
                    let kind = self.kind(&argument.value, columns);
                    if !kind.goes_with(*wanted) {
                        let message = format!("`{}` takes {wanted} here, not {kind}", name.text);
                        self.mistyped(argument.value.span, message);
                    }
                }
                None => {
                    self.table(&argument.value);
                }
            }
        }
    }
}

/// The type of a value that is written out.
pub(super) fn literal_kind(literal: &Literal) -> Kind {
    match literal {
        Literal::Null(kind) => *kind,
        Literal::Bool(_) => Kind::Bool,
        Literal::Long(_) => Kind::Long,
        Literal::Real(_) => Kind::Real,
        Literal::Text(_) => Kind::Text,
        Literal::Time(_) => Kind::Time,
        Literal::Span(_) => Kind::Span,
        Literal::Guid(_) => Kind::Guid,
        Literal::Dynamic(_) => Kind::Dynamic,
    }
}

/// Whether text operators accept the type.
///
/// Unknown types are accepted.
pub(super) fn is_text(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Text | Kind::Dynamic | Kind::Unknown | Kind::Guid
    )
}

/// Whether `==` accepts the types. Booleans are also compared with numbers.
///
/// Everything else follows [`Kind::goes_with`].
fn equatable(one: Kind, other: Kind) -> bool {
    let mixed = |one: Kind, other: Kind| one == Kind::Bool && other.is_number();
    one.goes_with(other) || mixed(one, other) || mixed(other, one)
}

/// The type of a calculation. `None` if the types do not go together.
///
/// Whole numbers stay whole, also in a division; `decimal` wins over `real`.
///
/// | left | operator | right | result |
/// | --- | --- | --- | --- |
/// | datetime | `+` `-` | timespan | datetime |
/// | datetime | `-` | datetime | timespan |
/// | timespan | `+` `-` | timespan | timespan |
/// | timespan | `*` `/` | number | timespan |
/// | timespan | `/` | timespan | real |
pub(super) fn arithmetic(operator: Arithmetic, one: Kind, other: Kind) -> Option<Kind> {
    use Arithmetic::{Divide, Minus, Plus, Times};
    let loose = |kind| matches!(kind, Kind::Dynamic | Kind::Unknown);
    Some(match (operator, one, other) {
        (_, one, other) if loose(one) || loose(other) => Kind::Unknown,
        (_, one, other) if one.is_whole() && other.is_whole() => Kind::Long,
        (_, Kind::Decimal, other) if other.is_number() => Kind::Decimal,
        (_, one, other) if one.is_number() && other.is_number() => Kind::Real,
        (Plus | Minus, Kind::Time, Kind::Span) | (Plus, Kind::Span, Kind::Time) => Kind::Time,
        (Minus, Kind::Time, Kind::Time) | (Plus | Minus, Kind::Span, Kind::Span) => Kind::Span,
        (Times | Divide, Kind::Span, other) if other.is_number() => Kind::Span,
        (Times, one, Kind::Span) if one.is_number() => Kind::Span,
        (Divide, Kind::Span, Kind::Span) => Kind::Real,
        _ => return None,
    })
}
