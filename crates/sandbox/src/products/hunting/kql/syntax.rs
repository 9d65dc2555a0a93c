//! The syntax tree of a query. Positions are in characters from the start of the query.

use super::cell::Cell;

/// `let` statements and the tabular expression after them.
#[derive(Debug)]
pub(super) struct Query {
    /// Names and values of `let`, in order. A later one may use an earlier one.
    pub(super) scalars: Vec<(String, Expression)>,
    pub(super) source: Source,
}

/// A table and the operators applied to it, in order.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) at: usize,
    pub(super) table: String,
    pub(super) steps: Vec<Step>,
}

/// One operator and its position.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) at: usize,
    pub(super) operator: Operator,
}

/// A tabular operator with its arguments.
#[derive(Debug)]
pub(super) enum Operator {
    Where(Expression),
    Project(Vec<Named>),
    ProjectAway(Vec<Named>),
    Extend(Vec<Named>),
    Take(Expression),
    Top(Expression, Vec<SortKey>),
    Sort(Vec<SortKey>),
    Count,
    GetSchema,
    Distinct(Vec<Named>),
    Summarize {
        aggregates: Vec<Named>,
        by: Vec<Named>,
    },
    Join {
        right: Source,
        on: Vec<JoinKey>,
    },
}

/// An expression, and the name given to it.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: Option<String>,
    pub(super) value: Expression,
}

impl Named {
    /// The name of the column that the expression makes: the given name, the name of the column it reads, or `Column1`,
    /// `Column2` ... by its place in the list. The language names `bin(column, size)` after the column.
    pub(super) fn column_name(&self, number: usize) -> String {
        match (&self.name, &self.value.form) {
            (Some(name), _) | (None, Form::Column(name)) => name.clone(),
            (None, Form::Call(call, arguments)) if call == "bin" || call == "floor" => {
                match arguments.first() {
                    Some(Expression {
                        form: Form::Column(name),
                        ..
                    }) => name.clone(),
                    _ => format!("Column{}", number + 1),
                }
            }
            _ => format!("Column{}", number + 1),
        }
    }
}

/// An expression to order by.
#[derive(Debug)]
pub(super) struct SortKey {
    pub(super) value: Expression,
    /// `asc`. The default is descending.
    pub(super) ascending: bool,
}

/// A column of each side that must be equal.
#[derive(Debug)]
pub(super) struct JoinKey {
    pub(super) at: usize,
    /// Column of the left side.
    pub(super) left: String,
    /// Column of the right side.
    pub(super) right: String,
}

/// An expression and its position.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub(super) at: usize,
    pub(super) form: Form,
}

/// The forms of an expression.
#[derive(Clone, Debug)]
pub(super) enum Form {
    Literal(Cell),
    Column(String),
    /// `*`, which `distinct` and `arg_max` accept.
    Star,
    Call(String, Vec<Expression>),
    Minus(Box<Expression>),
    /// Two or more conditions joined by `and` or `or`. A chain is one level, however long
    /// it is.
    Chain(Chain, Vec<Expression>),
    /// A comparison.
    Binary(Binary, Box<Expression>, Box<Expression>),
    /// A value, and the calculations applied to it from left to right.
    Arithmetic(Box<Expression>, Vec<(Binary, Expression)>),
    /// A text operator such as `contains`.
    Word(String, Box<Expression>, Box<Expression>),
    /// Whether one of the values occurs in the text as a term.
    HasAny(Box<Expression>, Vec<Expression>),
    /// Whether the value is in a list.
    In {
        negated: bool,
        fold: bool,
        value: Box<Expression>,
        list: Vec<Expression>,
    },
    Between {
        negated: bool,
        value: Box<Expression>,
        low: Box<Expression>,
        high: Box<Expression>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chain {
    And,
    Or,
}

/// Comparison and arithmetic operators. `Folded` ones ignore letter case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binary {
    Equal,
    NotEqual,
    EqualFolded,
    NotEqualFolded,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
}
