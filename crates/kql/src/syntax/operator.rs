//! Pipelines, tabular operators and their clauses.
//!
//! Sources: the vendor's KQL reference of Azure Data Explorer, a page for each operator (`where-operator`,
//! `join-operator` and so on). Where the evaluator of this crate does less than the page, the node says so.

use super::{Argument, Expression, Name};
use crate::kind::Kind;
use crate::span::Span;

/// A table and the operators applied to it.
///
/// `T | where A > 5 | count` has the source `T` and two operators. `print 1 | extend B = 2` has no source and
/// `print` as its first operator.
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
    /// Its name as written, such as `where` or the older `filter`, and its place. Different names may have one
    /// [`form`](Self::form).
    pub name: Name,
    /// Its arguments.
    pub form: OperatorForm,
}

/// An expression, and the names given to it.
///
/// Without a name the column is named after what the value reads: a column or conversion keeps its name, `a.b`
/// becomes `a_b`, an aggregate adds its prefix (`count_`, `sum_Size`), and all others are `Column1`, `Column2` by
/// their place. The names `(a, b) = value` take the items of a list.
#[derive(Clone, Debug)]
pub struct Named {
    /// The given names. Empty without one; several for `(a, b) = ...`.
    pub names: Vec<Name>,
    /// The value.
    pub value: Expression,
}

/// An expression to order by.
///
/// ```
/// let query = kql::parse("T | sort by Size asc nulls last, Name")?;
/// # let kql::syntax::StatementForm::Expression(result) = &query.statements[0].form else { panic!() };
/// # let kql::syntax::Form::Pipeline(pipeline) = &result.form else { panic!() };
/// # let kql::syntax::OperatorForm::Sort(keys) = &pipeline.operators[0].form else { panic!() };
/// assert_eq!((keys[0].ascending, keys[0].nulls_first), (true, Some(false)));
/// assert_eq!((keys[1].ascending, keys[1].nulls_first), (false, None));
/// # Ok::<(), kql::Problem>(())
/// ```
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
///
/// The order of rows after a join is not defined by the language. A null key equals no other key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JoinKind {
    /// `innerunique`: of left rows with the same key one is kept, then `inner`. The default of `join`, and a trap:
    /// rows of the left side are lost without a message. Which one is kept is not defined; the evaluator keeps the
    /// first.
    #[default]
    InnerUnique,
    /// `inner`: a row for each pair of rows with equal keys.
    Inner,
    /// `leftouter`: as `inner`, and left rows without a partner with nulls on the right. The default of `lookup`.
    LeftOuter,
    /// `rightouter`: as `inner`, and right rows without a partner with nulls on the left.
    RightOuter,
    /// `fullouter`: as `inner`, and the rows without a partner of both sides.
    FullOuter,
    /// `leftanti`, `anti` or `leftantisemi`: left rows without a partner, with the columns of the left side.
    LeftAnti,
    /// `rightanti` or `rightantisemi`: right rows without a partner, with the columns of the right side.
    RightAnti,
    /// `leftsemi`: left rows with a partner, each once, with the columns of the left side.
    LeftSemi,
    /// `rightsemi`: right rows with a partner, each once, with the columns of the right side.
    RightSemi,
}

/// A column of each side that must be equal.
///
/// `on DeviceId` has one name on both sides, `on $left.DeviceId == $right.Id` has two. Only equality is possible.
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
    /// `*`: any text that is skipped, the shortest that fits. The language forbids it after a column of type `string`.
    Skip,
    /// A text that must stand there, with regard to letter case. A regular expression for `kind=regex`.
    Text(String),
    /// `Size:long`: a column, and the type that its text is converted to. Default type: `string`, which takes the
    /// shortest text before the next part, or the rest.
    Column(Name, Kind),
}

/// One column of `mv-expand` or `mv-apply`.
///
/// `Tag = Tags to typeof(string)`. Without `typeof` the column is `dynamic`. A value that has no such type becomes
/// null.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The value, and the name of the column.
    pub value: Named,
    /// `to typeof(...)`.
    pub kind: Option<Kind>,
}

/// One level of `top-nested`.
///
/// `3 of Name by sum(Size) desc`: the three names with the greatest sums.
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
///
/// Rows keep their order through operators that look at one row (`where`, `project`, `extend`, `take`). After
/// `summarize`, `join`, `union`, `distinct` and `sample` the language promises none; `sort` and `top` make one, and
/// `serialize` declares the current one for `row_number`, `prev` and `next`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum OperatorForm {
    /// `where Size > 5` or `filter`: rows for which the condition is true. A null does not hold.
    Where(Expression),
    /// `project Name, Big = Size * 2`: only these columns, in this order. All expressions see the columns before it.
    Project(Vec<Named>),
    /// `project-away Device*`: all columns but these. A wildcard may fit no column; a plain name must exist.
    ProjectAway(Vec<Expression>),
    /// `project-keep Device*, Name`: only these columns, in the order of the input, unlike `project`.
    ProjectKeep(Vec<Expression>),
    /// `project-rename New = Old`: new and old names. Order and other columns stay.
    ProjectRename(Vec<(Name, Name)>),
    /// `project-reorder Name, Device* asc`: these columns first, then the others in their order. `asc`
    /// (`Some(true)`) or `desc` orders the columns that one wildcard fits by name.
    ProjectReorder(Vec<(Expression, Option<bool>)>),
    /// `extend Big = Size * 2`: adds columns at the end, or replaces those of the same name in place. Expressions do
    /// not see each other: `extend a = 1, b = a` fails if there is no column `a` before.
    Extend(Vec<Named>),
    /// `take 5` or `limit 5`: up to so many rows. Which ones is not defined without `sort`; the evaluator takes the
    /// first.
    Take(Expression),
    /// `sample 5`: so many rows by chance. The evaluator takes the first, so that results can be repeated.
    Sample(Expression),
    /// `top 5 by Size`: `sort` and `take` in one. The default order is descending.
    Top(Expression, Vec<SortKey>),
    /// `top-nested 3 of Name by count(), top-nested 2 of Size by max(Size)`: the first values of each level within
    /// each value of the level before. For each level a column with the value and one with the aggregate
    /// (`aggregated_Name`).
    TopNested(Vec<Level>),
    /// `sort by Size asc, Name` or `order by`: the default is descending for each key.
    Sort(Vec<SortKey>),
    /// `count`: one row with the number of rows in the column `Count`. Zero rows give 0.
    Count,
    /// `getschema`: a row for each column of the input: `ColumnName`, `ColumnOrdinal` from 0, `DataType` (.NET) and
    /// `ColumnType`.
    GetSchema,
    /// `distinct Name, Size` or `distinct *`: each combination of values once. Two nulls are one value here.
    Distinct(Vec<Named>),
    /// `summarize count(), max(Size) by Name, bin(Timestamp, 1h)`: a row for each group, group columns first.
    /// Without `by` there is one row, even for no rows; with `by` and no rows there is none. `summarize by Name` is
    /// `distinct`.
    Summarize {
        /// Aggregates.
        aggregates: Vec<Named>,
        /// Group columns.
        by: Vec<Named>,
    },
    /// `join kind=inner (U) on DeviceId`: pairs of rows. Columns of the right side whose name is taken get a number
    /// (`DeviceId1`), key columns included.
    Join {
        /// Kind.
        kind: JoinKind,
        /// The right side.
        right: Box<Expression>,
        /// Key columns.
        on: Vec<JoinKey>,
    },
    /// `lookup U on DeviceId`: as `join`, but key columns of the right side are left out, and the right side is the
    /// small one. Kinds: `leftouter` and `inner`.
    Lookup {
        /// Kind: `leftouter` (default) or `inner`.
        kind: JoinKind,
        /// The right side.
        right: Box<Expression>,
        /// Key columns.
        on: Vec<JoinKey>,
    },
    /// `union withsource=Source kind=outer T, U, V*`: all rows of all tables, those of the input first. A column
    /// that a table lacks is null. Columns of one name and several types become one per type: `Size_long`,
    /// `Size_string`.
    Union {
        /// `withsource=`: the first column, with the name of the table; `union_arg0`, `union_arg1` for tables
        /// without a name.
        with_source: Option<Name>,
        /// `isfuzzy=true`: unknown tables are skipped instead of refused.
        fuzzy: bool,
        /// `kind=inner`: only columns that all tables have. The default `kind=outer` has those of any table.
        inner: bool,
        /// The tables; names may have wildcards.
        tables: Vec<Expression>,
    },
    /// `parse Text with "size=" Size:long ", " *` and `parse-where`: adds columns from a text by a pattern over the
    /// whole of it. If a part does not fit or is not of its type, all new columns are null (empty for `string`).
    /// `kind=relaxed`, in which only the part that is not of its type is null, is read as the default `kind=simple`.
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
    /// `mv-expand Tag = Tags to typeof(string)`: a row for each item of a list or member of an object. Several
    /// columns are expanded in parallel, shorter ones filled with nulls. A null gives one row, an empty list none.
    /// The other columns are copied. `mvexpand` is the older spelling.
    MvExpand {
        /// `with_itemindex=Index`: a column with the number of the item, from 0.
        index: Option<Name>,
        /// Columns.
        columns: Vec<Expansion>,
        /// `limit`: largest number of rows that one row becomes. Default: no limit; 128 for the older `mvexpand`.
        limit: Option<Expression>,
        /// `kind=array` or `bagexpansion=array`: a member of an object becomes `["name", value]` instead of an object of
        /// one member.
        pairs: bool,
    },
    /// `mv-apply Tag = Tags on (where Tag startswith "a" | take 1)`: expands a row, runs operators over its items
    /// alone, and puts the rows together again. A row whose items give no result disappears.
    MvApply {
        /// `with_itemindex=`: a column with the number of the item, from 0.
        index: Option<Name>,
        /// Columns.
        columns: Vec<Expansion>,
        /// `limit`: largest number of items of one row. Default: no limit.
        limit: Option<Expression>,
        /// What is done with the items of one row.
        body: Box<Pipeline>,
    },
    /// `partition by Name (top 1 by Size)`: runs operators over the rows of each value of a column, and unites what they
    /// return. The limit of 64 values, which the service has without `hint.strategy=native`, is not kept. The form with
    /// a table of its own in braces is [`Other`](Self::Other).
    Partition {
        /// The column.
        by: Name,
        /// What is done with the rows of one value.
        body: Box<Pipeline>,
    },
    /// `evaluate bag_unpack(Bag)`: a plugin. An output schema after `:` is skipped. Columns of most plugins depend
    /// on the rows.
    Evaluate(Name, Vec<Argument>),
    /// `invoke FileProfile(SHA1, 500)`: a function whose first parameter is the table of the input.
    Invoke(Name, Vec<Argument>),
    /// `print Answer = 42, now()`: one row. Columns without a name are `print_0`, `print_1` by their place.
    Print(Vec<Named>),
    /// `range Day from 1 to 5 step 1`: a table of one column. Both ends are included if a step leads there. The type
    /// is that of `from`.
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
    /// `search in (T, U) "x" and Size > 5`: rows of several tables in which a condition holds. A text alone is
    /// [`has`](super::Search::Has) in any column, and `Name:"x"` is `Name has "x"`. Result: the column `$table` and
    /// the columns of all tables.
    Search {
        /// Tables. Empty for all.
        tables: Vec<Expression>,
        /// The condition. A table that lacks one of its columns gives no rows.
        condition: Box<Expression>,
    },
    /// `find in (T, U) where Size > 5 project Name`: rows of several tables, with the name of the table in the
    /// column `source_`. Without `project` the service returns the columns that all tables have and packs the others
    /// into `pack_`; the evaluator returns all columns as they are.
    Find {
        /// `withsource=`.
        with_source: Option<Name>,
        /// Tables. Empty for all.
        tables: Vec<Expression>,
        /// The condition.
        condition: Box<Expression>,
        /// `project`: columns of the result, null where a table lacks them. Types (`Name:string`) and `pack_all()`
        /// are not read.
        project: Vec<Named>,
    },
    /// `make-series count() default=0 on Timestamp from ago(7d) to now() step 1d by Name`: for each group one list
    /// with an item per bin, and the list of bins in the last column. The older form `in range(from, to, step)`,
    /// whose upper end belongs to the series at the service, is read like the main form.
    MakeSeries {
        /// Aggregates and the value for empty bins. Default: 0, a number; `default=real(null)` is needed for
        /// interpolation.
        aggregates: Vec<(Named, Option<Expression>)>,
        /// The axis.
        axis: Named,
        /// First bin. Default: the least value of the axis.
        from: Option<Box<Expression>>,
        /// End of the last bin, not included. Default: the greatest value of the axis, included.
        to: Option<Box<Expression>>,
        /// Size of a bin.
        step: Box<Expression>,
        /// Group columns.
        by: Vec<Named>,
    },
    /// `render timechart with (title="x")`: a hint for the program that shows the result. It does not change the
    /// rows.
    Render(Name),
    /// `serialize Row = row_number()`: declares the order of rows as meant, and adds columns like `extend`. The
    /// evaluator always keeps an order, so it does not ask for it.
    Serialize(Vec<Named>),
    /// `as Rows`: binds the table so far to a name for the rest of the query.
    As(Name),
    /// An operator of the language whose arguments are not read, such as `scan` or `parse-kv`. Its
    /// columns are unknown to the check, and the evaluator refuses it with
    /// [`NotEvaluated`](crate::ProblemKind::NotEvaluated).
    Other,
}
