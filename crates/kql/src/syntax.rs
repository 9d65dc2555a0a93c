//! The syntax tree of a query.
//!
//! A table is an expression like every other one: `T | take 1` may stand in a `let`, in parentheses, or as an argument
//! of `materialize`. Chains of `and`, `or`, `+` or of members are one node however long they are, so the depth of the
//! tree is the nesting of the query.

use jiff::{SignedDuration, Timestamp};

use crate::kind::Kind;
use crate::span::Span;

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

/// A table and the operators applied to it.
#[derive(Clone, Debug)]
pub struct Pipeline {
    /// The table. `None` if the first operator makes one, as `union` or `print` does.
    pub source: Option<Box<Expression>>,
    /// The operators, in order.
    pub operators: Vec<Operator>,
}

/// A tabular operator and its place.
#[derive(Clone, Debug)]
pub struct Operator {
    /// Place, without the bar.
    pub span: Span,
    /// Its name as written, such as `where` or `order`, and its place.
    pub name: Name,
    /// Its arguments.
    pub form: OperatorForm,
}

/// An expression, and the names given to it.
#[derive(Clone, Debug)]
pub struct Named {
    /// The given names. Empty without one; several for `(a, b) = ...`.
    pub names: Vec<Name>,
    /// The value.
    pub value: Expression,
}

/// An expression to order by.
#[derive(Clone, Debug)]
pub struct SortKey {
    /// The value.
    pub value: Expression,
    /// `asc`. The default is descending.
    pub ascending: bool,
    /// `nulls first` or `nulls last`. Default: first in ascending order, last in descending order.
    pub nulls_first: Option<bool>,
}

/// Kinds of `join` and `lookup`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JoinKind {
    /// `innerunique`: left rows with the same key count once. The default of `join`.
    #[default]
    InnerUnique,
    /// `inner`.
    Inner,
    /// `leftouter`. The default of `lookup`.
    LeftOuter,
    /// `rightouter`.
    RightOuter,
    /// `fullouter`.
    FullOuter,
    /// `leftanti`, `anti` or `leftantisemi`.
    LeftAnti,
    /// `rightanti` or `rightantisemi`.
    RightAnti,
    /// `leftsemi`.
    LeftSemi,
    /// `rightsemi`.
    RightSemi,
}

/// A column of each side that must be equal.
#[derive(Clone, Debug)]
pub struct JoinKey {
    /// Column of the left side.
    pub left: Name,
    /// Column of the right side.
    pub right: Name,
}

/// A part of the pattern of `parse`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PatternPart {
    /// `*`: any text that is skipped.
    Skip,
    /// A text that must stand there.
    Text(String),
    /// A column, and the type that its text is converted to.
    Column(Name, Kind),
}

/// One column of `mv-expand` or `mv-apply`.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The value, and the name of the column.
    pub value: Named,
    /// `to typeof(...)`.
    pub kind: Option<Kind>,
}

/// One level of `top-nested`.
#[derive(Clone, Debug)]
pub struct Level {
    /// Number of values. `None` for all.
    pub count: Option<Expression>,
    /// The column.
    pub of: Named,
    /// The aggregate to order by.
    pub by: Named,
    /// `asc`.
    pub ascending: bool,
}

/// Tabular operators with their arguments.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OperatorForm {
    /// `where` or `filter`.
    Where(Expression),
    /// `project`.
    Project(Vec<Named>),
    /// `project-away`: names and wildcards.
    ProjectAway(Vec<Expression>),
    /// `project-keep`: names and wildcards.
    ProjectKeep(Vec<Expression>),
    /// `project-rename`: new and old names.
    ProjectRename(Vec<(Name, Name)>),
    /// `project-reorder`: names and wildcards, each with `asc` (`Some(true)`) or `desc`.
    ProjectReorder(Vec<(Expression, Option<bool>)>),
    /// `extend`.
    Extend(Vec<Named>),
    /// `take` or `limit`.
    Take(Expression),
    /// `sample`.
    Sample(Expression),
    /// `top`.
    Top(Expression, Vec<SortKey>),
    /// `top-nested`, outermost level first.
    TopNested(Vec<Level>),
    /// `sort` or `order`.
    Sort(Vec<SortKey>),
    /// `count`.
    Count,
    /// `getschema`.
    GetSchema,
    /// `distinct`.
    Distinct(Vec<Named>),
    /// `summarize`.
    Summarize {
        /// Aggregates.
        aggregates: Vec<Named>,
        /// Group columns.
        by: Vec<Named>,
    },
    /// `join`.
    Join {
        /// Kind.
        kind: JoinKind,
        /// The right side.
        right: Box<Expression>,
        /// Key columns.
        on: Vec<JoinKey>,
    },
    /// `lookup`.
    Lookup {
        /// Kind: `leftouter` or `inner`.
        kind: JoinKind,
        /// The right side.
        right: Box<Expression>,
        /// Key columns.
        on: Vec<JoinKey>,
    },
    /// `union`.
    Union {
        /// `withsource=`: the column for the name of the table.
        with_source: Option<Name>,
        /// `isfuzzy=true`: unknown tables are skipped.
        fuzzy: bool,
        /// `kind=inner`: only columns that all tables have.
        inner: bool,
        /// The tables; names may have wildcards.
        tables: Vec<Expression>,
    },
    /// `parse` and `parse-where`.
    Parse {
        /// Whether rows that do not match are dropped (`parse-where`).
        filter: bool,
        /// Whether the texts are regular expressions (`kind=regex`).
        regex: bool,
        /// The text.
        value: Box<Expression>,
        /// The pattern.
        pattern: Vec<PatternPart>,
    },
    /// `mv-expand`.
    MvExpand {
        /// `with_itemindex=`.
        index: Option<Name>,
        /// Columns.
        columns: Vec<Expansion>,
        /// `limit`: largest number of rows that one row becomes. Default: no limit; 128 for the older `mvexpand`.
        limit: Option<Expression>,
        /// `kind=array` or `bagexpansion=array`: a member of an object becomes `["name", value]` instead of an object of
        /// one member.
        pairs: bool,
    },
    /// `mv-apply`.
    MvApply {
        /// Columns.
        columns: Vec<Expansion>,
        /// What is done with the items of one row.
        body: Box<Pipeline>,
    },
    /// `evaluate` of a plugin.
    Evaluate(Name, Vec<Argument>),
    /// `invoke` of a function.
    Invoke(Name, Vec<Argument>),
    /// `print`.
    Print(Vec<Named>),
    /// `range`.
    Range {
        /// The column.
        name: Name,
        /// First value.
        from: Box<Expression>,
        /// Last value.
        to: Box<Expression>,
        /// Distance of values.
        step: Box<Expression>,
    },
    /// `search`.
    Search {
        /// Tables. Empty for all.
        tables: Vec<Expression>,
        /// The condition. A plain text means "in any column".
        condition: Box<Expression>,
    },
    /// `find`.
    Find {
        /// `withsource=`.
        with_source: Option<Name>,
        /// Tables. Empty for all.
        tables: Vec<Expression>,
        /// The condition.
        condition: Box<Expression>,
        /// Columns.
        project: Vec<Named>,
    },
    /// `make-series`.
    MakeSeries {
        /// Aggregates and the value for empty bins.
        aggregates: Vec<(Named, Option<Expression>)>,
        /// The axis.
        axis: Named,
        /// First bin.
        from: Option<Box<Expression>>,
        /// End of the last bin.
        to: Option<Box<Expression>>,
        /// Size of a bin.
        step: Box<Expression>,
        /// Group columns.
        by: Vec<Named>,
    },
    /// `render` and its chart. It does not change the rows.
    Render(Name),
    /// `serialize`.
    Serialize(Vec<Named>),
    /// `as`.
    As(Name),
    /// An operator of the language whose arguments are not read, such as `scan` or `partition`.
    Other,
}
