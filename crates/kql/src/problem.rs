//! What is wrong with a query, and where.
//!
//! A message is a sentence part without a position, so that a caller can put its own around it: `render` is for a
//! terminal, [`Problem::position`] for an editor.

use std::fmt;

use crate::span::{Position, Span};

/// A problem of a query.
///
/// The message quotes names of the query, never its values.
///
/// ```
/// let problem = kql::parse("DeviceInfo | taek 5").unwrap_err();
/// assert_eq!(problem.kind, kql::ProblemKind::UnknownOperator);
/// assert_eq!(problem.message, "unknown operator `taek`");
/// assert_eq!(problem.suggestion.as_deref(), Some("take"));
/// assert_eq!(problem.position("DeviceInfo | taek 5").column, 14);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The group of the problem.
    pub kind: ProblemKind,
    /// The part of the query that the problem is about.
    pub span: Span,
    /// What is wrong. Lower case, without a full stop and without a position.
    pub message: String,
    /// The nearest known name, if one is near.
    pub suggestion: Option<String>,
}

/// Groups of problems.
///
/// A program acts on the kind: all but the last three are errors of the query, which a service refuses as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The text is not a query of the language: `T | where (A`.
    Syntax,
    /// A table that is neither in the schema nor bound by `let`. Reported only if the schema is not
    /// [open](crate::Schema::open).
    UnknownTable,
    /// A column that the input of the operator does not have: `T | project A | where B > 5`. Names regard letter
    /// case.
    UnknownColumn,
    /// A function of neither the language, the schema nor `let`: `lenght(Name)`.
    UnknownFunction,
    /// A tabular operator that the language does not have: `T | wehre A`.
    UnknownOperator,
    /// The number of arguments, or an argument that cannot stand there: `strlen()`, `take -1`, a column that exists
    /// twice.
    Arguments,
    /// Types that do not go together: `Timestamp > "2026-01-01"`, `Size contains "5"`.
    Type,
    /// The query nests too deep to be read, or is too large to be checked. See [`MAX_DEPTH`](crate::MAX_DEPTH).
    TooComplex,
    /// The query is part of the language, but the evaluator does not cover it. Never an error of the query, and only
    /// returned by the evaluator.
    NotEvaluated,
    /// The query needs more work or memory than the limits of the evaluator allow. Only returned by the evaluator.
    Limit,
}

impl Problem {
    /// A problem without a suggestion. For callers with checks of their own.
    ///
    /// ```
    /// use kql::{Problem, ProblemKind, Span};
    ///
    /// let query = "DeviceInfo | render piechart";
    /// let place = Span::new(13, 19);
    /// let problem = Problem::new(ProblemKind::Arguments, place, "charts are not shown here");
    /// assert_eq!(
    ///     problem.render(query),
    ///     "charts are not shown here (line 1, column 14)\n\
    ///      DeviceInfo | render piechart\n\
    ///      \u{20}            ^^^^^^"
    /// );
    /// ```
    pub fn new(kind: ProblemKind, span: Span, message: impl Into<String>) -> Self {
        Self {
            kind,
            span,
            message: message.into(),
            suggestion: None,
        }
    }

    /// A problem of the form of a query.
    pub(crate) fn syntax(span: Span, message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Syntax, span, message)
    }

    /// Adds the nearest of the names.
    pub(crate) fn near<'a>(mut self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        self.suggestion = nearest(name, known).map(str::to_owned);
        self
    }

    /// Line and column in the query.
    pub fn position(&self, query: &str) -> Position {
        self.span.position(query)
    }

    /// Three lines for people: the message with its position, the line of the query, and a caret below the part.
    /// Control characters of the query become blanks. Long lines are cut around the part.
    ///
    /// ```
    /// let query = "T | where Nmae == 'x'";
    /// let mut schema = kql::Schema::new();
    /// schema.insert("T", [("Name", kql::Kind::Text)]);
    /// let problems = kql::check(query, &schema);
    /// assert_eq!(
    ///     problems[0].render(query),
    ///     "unknown column `Nmae` (line 1, column 11); did you mean `Name`?\n\
    ///      T | where Nmae == 'x'\n\
    ///      \u{20}         ^^^^"
    /// );
    /// ```
    ///
    /// Only the line of the problem is shown:
    ///
    /// ```
    /// let query = "DeviceInfo\n| where Size > 5\n| porject Name";
    /// let problem = kql::parse(query).unwrap_err();
    /// assert_eq!(
    ///     problem.render(query),
    ///     "unknown operator `porject` (line 3, column 3); did you mean `project`?\n\
    ///      | porject Name\n\
    ///      \u{20} ^^^^^^^"
    /// );
    /// ```
    pub fn render(&self, query: &str) -> String {
        const WIDTH: usize = 100;
        let start = self.span.start.min(query.len());
        let start = (0..=start)
            .rev()
            .find(|at| query.is_char_boundary(*at))
            .unwrap_or(0);
        let line_start = query[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = query[start..]
            .find('\n')
            .map_or(query.len(), |at| start + at);
        let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
        let before: Vec<char> = query[line_start..start].chars().map(plain).collect();
        let after: Vec<char> = query[start..line_end].chars().map(plain).collect();
        let cut = before.len().saturating_sub(WIDTH / 2);
        let before = &before[cut..];
        let after = &after[..after.len().min(WIDTH - before.len())];
        let marked = query
            .get(start..self.span.end.min(line_end))
            .unwrap_or_default();
        let length = marked.chars().count().clamp(1, after.len().max(1));
        let line: String = before.iter().chain(after).collect();
        let blanks = " ".repeat(before.len());
        let place = self.position(query);
        let hint = match &self.suggestion {
            Some(name) => format!("; did you mean `{name}`?"),
            None => String::new(),
        };
        format!(
            "{} ({place}){hint}\n{}\n{blanks}{}",
            self.message,
            line.trim_end(),
            "^".repeat(length)
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

/// The known name nearest to `name`. `None` if none is near. Letter case does not count as a difference.
///
/// ```
/// assert_eq!(kql::nearest("devicename", ["DeviceId", "DeviceName"]), Some("DeviceName"));
/// assert_eq!(kql::nearest("x", ["DeviceId"]), None);
/// ```
///
/// A name is near if at most a third of its letters is missing, added, changed or swapped with its neighbour. Of
/// names at the same distance the first wins; names over 100 bytes are not compared.
///
/// ```
/// assert_eq!(kql::nearest("Timestmap", ["TimeGenerated", "Timestamp"]), Some("Timestamp"));
/// assert_eq!(kql::nearest("abc", ["xyz"]), None);
/// ```
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance takes time in the product of both lengths.
    const LONGEST: usize = 100;
    if name.len() > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    let most = (name.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|one| one.len() <= LONGEST && one.len().abs_diff(name.len()) <= most)
        .map(|one| (strsim::osa_distance(&lower, &one.to_lowercase()), one))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, one)| one)
}
