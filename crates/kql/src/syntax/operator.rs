//! Pipelines, tabular operators and their clauses.

use super::{Argument, Expression, Name};
use crate::kind::Kind;
use crate::span::Span;

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
