//! The syntax tree of a query.
//!
//! A table is an expression like every other one: `T | take 1` may stand in a `let`, in parentheses, or as an argument
//! of `materialize`. Chains of `and`, `or`, `+` or of members are one node however long they are, so the depth of the
//! tree is the nesting of the query.

mod operator;

use jiff::{SignedDuration, Timestamp};

use crate::kind::Kind;
use crate::span::Span;
pub use operator::{
    Expansion, JoinKey, JoinKind, Level, Named, Operator, OperatorForm, PatternPart, Pipeline,
    SortKey,
};

/// A query: its statements in order.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The statements. The last one that is not a `let` gives the result.
    pub statements: Vec<Statement>,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its place, without the semicolon.
    pub span: Span,
    /// What it does.
    pub form: StatementForm,
}

/// Forms of a statement.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum StatementForm {
    /// `let name = value`.
    Let(Name, Expression),
    /// `set option = value`.
    Set(Name),
    /// `declare query_parameters(...)`.
    Parameters(Vec<Parameter>),
    /// A table, or a scalar such as a call.
    Expression(Expression),
}

/// A name and its place. Quotes and brackets of `['a name']` are removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Place, with quotes.
    pub span: Span,
    /// The name.
    pub text: String,
}

/// A parameter of a function or of the query.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Name.
    pub name: Name,
    /// Scalar type, or the columns of a table. No columns stand for `(*)`.
    pub kind: ParameterKind,
    /// Default value.
    pub default: Option<Expression>,
}

/// What a parameter takes.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A scalar of a type.
    Scalar(Kind),
    /// A table with these columns. Empty for any table.
    Table(Vec<(Name, Kind)>),
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Place.
    pub span: Span,
    /// Form.
    pub form: Form,
}

/// Forms of an expression.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Form {
    /// A value that is written out.
    Literal(Literal),
    /// The name of a column, a table, a `let`, or a parameter.
    Name(String),
    /// A name with wildcards, such as `Device*`, where several columns or tables may stand.
    Wildcard(String),
    /// `*`.
    Star,
    /// `a.b`, `a["b"]`, `a[0]`: members and items of a dynamic value.
    Path(Box<Expression>, Vec<Step>),
    /// A call.
    Call(Name, Vec<Argument>),
    /// `-a`.
    Minus(Box<Expression>),
    /// Two or more conditions joined by `and` or `or`.
    Chain(Chain, Vec<Expression>),
    /// A comparison.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// A value, and the calculations applied to it from left to right.
    Arithmetic(Box<Expression>, Vec<(Arithmetic, Expression)>),
    /// A text operator such as `contains` or `matches regex`.
    Word(Word, Box<Expression>, Box<Expression>),
    /// `in`, `has_any` and their kin: a value and a list.
    Among(Among, Box<Expression>, Vec<Expression>),
    /// `between` and `!between`.
    Between {
        /// Whether it is `!between`.
        negated: bool,
        /// The value.
        value: Box<Expression>,
        /// Lower end.
        low: Box<Expression>,
        /// Upper end.
        high: Box<Expression>,
    },
    /// A table and operators.
    Pipeline(Pipeline),
    /// `datatable(...)[...]`.
    DataTable(Vec<(Name, Kind)>, Vec<Expression>),
    /// `externaldata(...)[...]`.
    ExternalData(Vec<(Name, Kind)>),
    /// `(parameters) { body }`: the value of a `let`.
    Function(Box<Function>),
}

/// A part of a path.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step {
    /// `.name`.
    Member(Name),
    /// `[expression]`.
    Index(Expression),
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Name, for `name = value`.
    pub name: Option<Name>,
    /// Value.
    pub value: Expression,
}

/// A function of the query.
#[derive(Clone, Debug)]
pub struct Function {
    /// Parameters.
    pub parameters: Vec<Parameter>,
    /// Statements of the body. The last one is the result.
    pub body: Query,
}

/// A value that is written out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// The null of a type.
    Null(Kind),
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Long(i64),
    /// A number with a fraction.
    Real(f64),
    /// A text.
    Text(String),
    /// `datetime(...)`.
    Time(Timestamp),
    /// `7d` or `timespan(...)`.
    Span(SignedDuration),
    /// `guid(...)`.
    Guid(String),
    /// What stands in the parentheses of `dynamic(...)`, unread.
    Dynamic(String),
}

/// `and` or `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chain {
    /// All hold.
    And,
    /// At least one holds.
    Or,
}

/// Operators of comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`.
    Equal,
    /// `!=` or `<>`.
    NotEqual,
    /// `=~`, which ignores letter case.
    EqualFolded,
    /// `!~`, which ignores letter case.
    NotEqualFolded,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
}

/// Operators of calculations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// `*`.
    Times,
    /// `/`.
    Divide,
    /// `%`.
    Remainder,
}

/// A text operator: the search, and how it is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    /// What is searched for.
    pub search: Search,
    /// Whether the result is turned around (`!has`).
    pub negated: bool,
    /// Whether letter case counts (`has_cs`).
    pub cased: bool,
}

/// Searches of text operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Search {
    /// `contains`: anywhere.
    Contains,
    /// `startswith`.
    StartsWith,
    /// `endswith`.
    EndsWith,
    /// `has`: as a term.
    Has,
    /// `hasprefix`: at the start of a term.
    HasPrefix,
    /// `hassuffix`: at the end of a term.
    HasSuffix,
    /// `matches regex`.
    Regex,
    /// `like`, with `*` for any text.
    Like,
}

/// Operators that take a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Among {
    /// `in`, `in~`, `!in` and `!in~`.
    In {
        /// Whether it is negated.
        negated: bool,
        /// Whether letter case is ignored.
        folded: bool,
    },
    /// `has_any`.
    HasAny,
    /// `has_all`.
    HasAll,
}
