//! The syntax tree of a query.
//!
//! A table is an expression like every other one: `T | take 1` may stand in a `let`, in parentheses, or as an argument
//! of `materialize`. Chains of `and`, `or`, `+` or of members are one node however long they are, so the depth of the
//! tree is the nesting of the query.
//!
//! # Reading a tree
//!
//! ```
//! use kql::syntax::{Form, OperatorForm, StatementForm};
//!
//! let query = kql::parse("DeviceInfo | where Size > 5 | take 3")?;
//! let StatementForm::Expression(result) = &query.statements[0].form else {
//!     panic!("a `let` or `set`")
//! };
//! let Form::Pipeline(pipeline) = &result.form else {
//!     panic!("a scalar")
//! };
//! assert!(matches!(pipeline.operators[0].form, OperatorForm::Where(_)));
//! assert_eq!(pipeline.operators[1].name.text, "take");
//! # Ok::<(), kql::Problem>(())
//! ```
//!
//! Every node that a message may point at has a [`Span`]. Comments, blanks and parentheses leave no trace in the
//! tree: the span of `(a)` covers the parentheses, its form is that of `a`.
//!
//! # What is not in the tree
//!
//! Some clauses change only how a service runs a query and not its result. The parser reads and drops them:
//! `hint.*`, the flags of `parse kind=regex`, `with others =` of `top-nested`, the properties of `render`, the
//! addresses and options of `externaldata`, and the value of `set`.

mod operator;

use jiff::{SignedDuration, Timestamp};

use crate::kind::Kind;
use crate::span::Span;
pub use operator::{
    Expansion, JoinKey, JoinKind, Level, Named, Operator, OperatorForm, PatternPart, Pipeline,
    SortKey,
};

/// A query: its statements in order.
///
/// A body of a function is a query too, so the same type appears below [`Function`].
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The statements. The last one that is not a `let` gives the result.
    pub statements: Vec<Statement>,
}

/// A statement.
///
/// Statements are separated by `;`. A semicolon after the last one is allowed.
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
    /// `let name = value`: binds a scalar, a table or a function for the statements after it. A table is not
    /// evaluated at this place but where its name is used; `materialize` makes the service keep it.
    Let(Name, Expression),
    /// `set option = value`, such as `set notruncation`: an option of the request. It has no influence on the
    /// result's rows here; the value is skipped.
    Set(Name),
    /// `declare query_parameters(since:timespan = 7d)`: names whose values the caller of the service sends beside
    /// the query. Without a value the default counts.
    Parameters(Vec<Parameter>),
    /// A table, or a scalar such as a call. A name alone (`DeviceInfo`) is a table.
    Expression(Expression),
}

/// A name and its place. Quotes and brackets of `['a name']` are removed.
///
/// ```
/// let query = kql::parse("T | project ['a name'] = Size")?;
/// # let kql::syntax::StatementForm::Expression(result) = &query.statements[0].form else { panic!() };
/// # let kql::syntax::Form::Pipeline(pipeline) = &result.form else { panic!() };
/// # let kql::syntax::OperatorForm::Project(list) = &pipeline.operators[0].form else { panic!() };
/// assert_eq!(list[0].names[0].text, "a name");
/// # Ok::<(), kql::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Place, with quotes.
    pub span: Span,
    /// The name.
    pub text: String,
}

/// A parameter of a function or of the query.
///
/// `limit:long = 5` in `(limit:long = 5) { ... }`. Parameters that are tables stand before those that are scalars.
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
    /// A scalar of a type: `limit:long`.
    Scalar(Kind),
    /// A table with at least these columns: `rows:(Name:string, Size:long)`. Empty for `rows:(*)`, any table.
    Table(Vec<(Name, Kind)>),
}

/// An expression and its place.
///
/// Whether an expression is a table or a scalar depends on the names in it, which only the check resolves: the tree
/// has one type for both.
#[derive(Clone, Debug)]
pub struct Expression {
    /// Place.
    pub span: Span,
    /// Form.
    pub form: Form,
}

/// Forms of an expression.
///
/// `*` binds stronger than `+`, this stronger than comparisons, and these stronger than `and`, then `or`:
///
/// ```
/// use kql::syntax::{Chain, Form, StatementForm};
///
/// let query = kql::parse("1 + 2 * 3 == 7 and true or false")?;
/// let StatementForm::Expression(value) = &query.statements[0].form else {
///     panic!("a statement of another form")
/// };
/// let Form::Chain(Chain::Or, terms) = &value.form else {
///     panic!("`or` binds weakest")
/// };
/// let Form::Chain(Chain::And, terms) = &terms[0].form else {
///     panic!("`and` binds stronger")
/// };
/// assert!(matches!(&terms[0].form, Form::Compare(_, sum, _) if matches!(sum.form, Form::Arithmetic(..))));
/// # Ok::<(), kql::Problem>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Form {
    /// A value that is written out: `5`, `"text"`, `7d`, `dynamic([1, 2])`.
    Literal(Literal),
    /// The name of a column, a table, a `let`, or a parameter: `Timestamp`. A column hides a `let` of the same name.
    Name(String),
    /// A name with wildcards where several columns or tables may stand: `project-away Device*`, `union Email*`.
    Wildcard(String),
    /// `*`: all columns (`distinct *`, `arg_max(Timestamp, *)`), all tables (`union *`), or any column (`* has
    /// "x"`).
    Star,
    /// `a.b`, `a["b"]`, `a[0]`: members and items of a dynamic value, in one node for a whole path. A missing member
    /// is null.
    Path(Box<Expression>, Vec<Step>),
    /// A call: `tolower(Name)`, `count()`, `table("T")`. Aggregates and functions of the query have the same form.
    Call(Name, Vec<Argument>),
    /// `-a`. The sign of a number is a node of its own: `-5` is `Minus` of `5`.
    Minus(Box<Expression>),
    /// Two or more conditions joined by `and` or `or`, flat: `a and b and c` has three terms. `and` binds stronger.
    Chain(Chain, Vec<Expression>),
    /// A comparison: `Size > 5`, `Name =~ "x"`.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// A value, and the calculations applied to it from left to right: `a + b - c` is `a` with `+ b` and `- c`. `*`,
    /// `/` and `%` bind stronger and are nodes inside.
    Arithmetic(Box<Expression>, Vec<(Arithmetic, Expression)>),
    /// A text operator: `Name contains "x"`, `Path !endswith_cs ".exe"`, `Name matches regex "^a"`, and `Name:"x"`
    /// in `search`.
    Word(Word, Box<Expression>, Box<Expression>),
    /// A value and a list: `Name in ("a", "b")`, `Name has_any (list)`. An item may be a table, whose first column
    /// counts.
    Among(Among, Box<Expression>, Vec<Expression>),
    /// `Size between (1 .. 5)` and `!between`. Both ends are included.
    Between {
        /// Whether it is `!between`.
        negated: bool,
        /// The value.
        value: Box<Expression>,
        /// Lower end.
        low: Box<Expression>,
        /// Upper end. After a `datetime` it may be a timespan, which counts from the lower end: `between
        /// (datetime(2026-01-01) .. 7d)`.
        high: Box<Expression>,
    },
    /// A table and operators: `T | where Size > 5 | count`.
    Pipeline(Pipeline),
    /// `datatable(Name:string, Size:long)["a", 1, "b", 2]`: columns, and the values of all rows one after the other.
    DataTable(Vec<(Name, Kind)>, Vec<Expression>),
    /// `externaldata(Name:string)["https://..."] with (format="csv")`: only the columns are kept.
    ExternalData(Vec<(Name, Kind)>),
    /// `(parameters) { body }`, or `view () { body }`: the value of a `let`.
    Function(Box<Function>),
}

/// A part of a path.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Step {
    /// `.name`. Quoted names are written `["a name"]` and are an [`Index`](Self::Index).
    Member(Name),
    /// `[expression]`: a number for an item of a list (from the end if negative), a text for a member.
    Index(Expression),
}

/// An argument of a call.
///
/// Named arguments are known from plugins: `evaluate bag_unpack(Bag, ignoredProperties = dynamic(["a"]))`.
#[derive(Clone, Debug)]
pub struct Argument {
    /// Name, for `name = value`.
    pub name: Option<Name>,
    /// Value.
    pub value: Expression,
}

/// A function of the query.
///
/// The body sees its parameters, its own `let` and the `let` before the function, but no column of the caller.
#[derive(Clone, Debug)]
pub struct Function {
    /// `view`: a name with a wildcard in `union` and `search` stands for it as well.
    pub view: bool,
    /// Parameters. Without any the name alone is a call.
    pub parameters: Vec<Parameter>,
    /// Statements of the body. The last one is the result.
    pub body: Query,
}

/// A value that is written out.
///
/// Numbers without a fraction are `long`, with one `real`. The other types need their name: `int(5)`,
/// `decimal(0.1)`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// The null of a type: `long(null)`, `datetime(null)`. There is no null of `string`: a missing text is empty.
    Null(Kind),
    /// `true` or `false`, also `bool(1)`.
    Bool(bool),
    /// A whole number: `5`, `0x1f`, `int(5)`, `long(-5)`. A number beyond 64 bits is a syntax error.
    Long(i64),
    /// A number with a fraction or exponent: `1.5`, `2e3`, `real(1)`, `decimal(0.1)`. Decimals have the precision of
    /// `f64`.
    Real(f64),
    /// A text: `"a"`, `'a'`, verbatim `@"C:\a"`, hidden from the service's logs `h"a"`, or of several lines between
    /// fences. Texts one after the other are joined.
    Text(String),
    /// `datetime(2026-01-02 03:04:05)`. UTC without a zone. A date alone is midnight.
    Time(Timestamp),
    /// `7d`, `1.5h`, `timespan(2.03:04:05)`, `time(90m)`. A number alone in `timespan(2)` counts days.
    Span(SignedDuration),
    /// `guid(74be27de-1e4e-49d9-b579-fe0b331d3642)`. The text is not checked here.
    Guid(String),
    /// What stands in the parentheses of `dynamic(...)`, unread. JSON, in which texts may have single quotes;
    /// `datetime(...)` and other literals inside are not read.
    Dynamic(String),
}

/// `and` or `or`.
///
/// A null counts as false in both: `bool(null) and true` is false, `bool(null) or true` is true (vendor's page
/// "Logical (binary) operators").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chain {
    /// All hold.
    And,
    /// At least one holds.
    Or,
}

/// Operators of comparisons.
///
/// Texts are compared with regard to letter case by `==`, which is case-sensitive in the language; `=~` ignores it.
/// Texts, booleans and GUIDs have no order, so `<` and its kin refuse them.
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
///
/// Times and timespans take part: a time minus a time is a timespan, a timespan divided by a timespan is a real
/// number. A null on either side gives null.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`.
    Plus,
    /// `-`.
    Minus,
    /// `*`.
    Times,
    /// `/`. Of two whole numbers it is the whole quotient: `7 / 2` is 3. `7 / 2.0` is 3.5.
    Divide,
    /// `%`. The result is never negative: `-5 % 3` is 1.
    Remainder,
}

/// A text operator: the search, and how it is applied.
///
/// `!hassuffix_cs` is [`Search::HasSuffix`], negated and cased. `==` is no text operator in this sense, it is a
/// [`Comparison`]. `matches regex` regards letter case; `(?i)` in the pattern turns that off.
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
///
/// A *term* is a run of letters and digits. Services have an index of terms of three and more characters, so `has`
/// is fast where `contains` reads every text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Search {
    /// `contains`: anywhere, also inside of a term.
    Contains,
    /// `startswith`: at the start of the text.
    StartsWith,
    /// `endswith`: at the end of the text.
    EndsWith,
    /// `has`: as whole terms. `"C:\\cmd.exe" has "cmd"` holds, `"cmdline" has "cmd"` does not.
    Has,
    /// `hasprefix`: at the start of a term. `"cmdline" hasprefix "cmd"` holds.
    HasPrefix,
    /// `hassuffix`: at the end of a term.
    HasSuffix,
    /// `matches regex`: a regular expression of the RE2 syntax matches anywhere in the text.
    Regex,
    /// `like` and `notlike`, older spellings: `*` stands for any text, and the pattern covers the whole text.
    Like,
}

/// Operators that take a list.
///
/// The list is written in parentheses; `has_any` also takes a dynamic value without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Among {
    /// `in`, `in~`, `!in` and `!in~`: the value equals an item. An item that is a dynamic list stands for its items.
    In {
        /// Whether it is negated.
        negated: bool,
        /// Whether letter case is ignored.
        folded: bool,
    },
    /// `has_any`: the text [has](Search::Has) at least one of the terms, without regard to letter case.
    HasAny,
    /// `has_all`: the text has all of the terms, in any order, without regard to letter case.
    HasAll,
}
