//! Finds unknown names and times out of reach in a query, before anything is sent.
//!
//! The service accepts more than the documents list: newer columns, tables of a connected workspace, functions that a
//! person saved. So the review only objects to what is known to be wrong:
//!
//! - a column that a known table, after the operators before it, does not have;
//! - a table, function or operator that differs from a known one by a typing error.
//!
//! A table or function that resembles nothing is a note. Syntax and types are left to the service.

use std::fmt;

use http_core::Result;
use jiff::{SignedDuration, Timestamp};
use kql::{Problem, ProblemKind, Schema, Span, TimeForm, Token, TokenKind};

use super::{DocumentedFunction, DocumentedTable, Hunt, HuntingSchema, REACH_DAYS};

/// Edits up to which a name counts as a typing error of another.
const TYPING_ERROR: usize = 2;

/// Result of [`Hunt::review`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryReview {
    /// Names that the service would refuse.
    pub errors: Vec<QueryFinding>,
    /// What the caller should know of a query that the service may accept: unknown tables, deprecated ones, times out of
    /// reach.
    pub notes: Vec<QueryFinding>,
}

/// A part of a query and what is to be said of it. Displays as the message with its position, the line of the query,
/// and carets below the part.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryFinding {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// One sentence, without the position.
    pub message: String,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
    text: String,
}

impl fmt::Display for QueryFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Hunt {
    /// Compares the names of the query with a schema, and its times with what the service keeps. Sends nothing.
    ///
    /// Names of parameters are known. Times are not looked at after [`any_age`](Hunt::any_age).
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # use xdr_api::hunting::HuntingSchema;
    /// # fn check(client: &Client) -> Result<()> {
    /// let hunt = client.graph().hunting().hunt("DeviceInfo | where DeviceNmae == 'x'");
    /// let review = hunt.review(&HuntingSchema::documented())?;
    /// assert_eq!(review.errors[0].suggestion.as_deref(), Some("DeviceName"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for an invalid parameter.
    pub fn review(&self, schema: &HuntingSchema) -> Result<QueryReview> {
        let text = self.text()?;
        let reviewer = Reviewer {
            offset: text.len() - self.query.len(),
            query: &self.query,
            tables: kql::tables(&text),
            text: &text,
        };
        let mut review = reviewer.names(&schema.language());
        reviewer.deprecated(&mut review);
        if !self.any_age {
            reviewer.times(Timestamp::now(), &mut review);
        }
        Ok(review)
    }
}

/// A query with its parameters in front.
struct Reviewer<'a> {
    text: &'a str,
    /// Where the query begins in the text.
    offset: usize,
    query: &'a str,
    /// The tables that it reads.
    tables: Vec<String>,
}

impl Reviewer<'_> {
    fn names(&self, schema: &Schema) -> QueryReview {
        let mut review = QueryReview::default();
        let reads_unnamed = self.reads_unnamed();
        for mut problem in kql::check(self.text, schema) {
            let name = problem.span.of(self.text).to_owned();
            // The service adds such names to tables and functions of a workspace.
            if problem.span.start < self.offset || name.starts_with('_') {
                continue;
            }
            let is_typing_error = |known: &String| distance(&name, known) <= TYPING_ERROR;
            let near = problem.suggestion.as_ref().is_some_and(is_typing_error);
            let successor = match problem.kind {
                ProblemKind::UnknownTable => successor(&name),
                _ => None,
            };
            if let Some(successor) = successor {
                problem.message = format!("table `{name}` is gone");
                problem.suggestion = Some(successor.to_owned());
                review.errors.push(self.finding(problem));
                continue;
            }
            match problem.kind {
                ProblemKind::UnknownColumn if reads_unnamed => {}
                ProblemKind::UnknownColumn => {
                    problem.suggestion = self.renamed(&name).or(problem.suggestion);
                    review.errors.push(self.finding(problem));
                }
                ProblemKind::UnknownTable
                | ProblemKind::UnknownFunction
                | ProblemKind::UnknownOperator
                    if near =>
                {
                    review.errors.push(self.finding(problem));
                }
                ProblemKind::UnknownTable | ProblemKind::UnknownFunction
                    if !name.ends_with("_CL") && DocumentedFunction::named(&name).is_none() =>
                {
                    problem.message += ", which the tenant may have all the same";
                    problem.suggestion = None;
                    review.notes.push(self.finding(problem));
                }
                _ => {}
            }
        }
        review
    }

    /// Whether the query may read tables that it does not name, as with `search "x"` and `union Device*`. The tenant may
    /// have more of them, with other columns.
    fn reads_unnamed(&self) -> bool {
        let tokens = kql::tokens(self.text);
        let searches =
            |pair: &[Token<'_>]| matches!(pair[0].text, "search" | "find") && pair[1].text != "in";
        let is_pattern = |pair: &[Token<'_>]| {
            let touches = pair[0].span.end == pair[1].span.start || pair[0].text == "union";
            touches && pair[0].kind == TokenKind::Name && pair[1].text == "*"
        };
        let unites = || tokens.iter().any(|token| token.text == "union");
        tokens.windows(2).any(searches) || unites() && tokens.windows(2).any(is_pattern)
    }

    /// The present name of a column that had another one, in a table that the query reads.
    fn renamed(&self, name: &str) -> Option<String> {
        let tables = self.tables.iter();
        let mut former = tables
            .filter_map(|table| DocumentedTable::named(table))
            .flat_map(DocumentedTable::former_columns);
        let (_, present) = former.find(|(former, _)| *former == name)?;
        Some(present.to_owned())
    }

    fn deprecated(&self, review: &mut QueryReview) {
        for table in &self.tables {
            let successor = DocumentedTable::named(table).and_then(DocumentedTable::replaced_by);
            let tokens = kql::tokens(self.text);
            let place = tokens.iter().find(|token| token.text == table);
            if let (Some(successor), Some(place)) = (successor, place) {
                let message = format!("table `{table}` is deprecated");
                let mut problem = Problem::new(ProblemKind::UnknownTable, place.span, message);
                problem.suggestion = Some(successor.to_owned());
                review.notes.push(self.finding(problem));
            }
        }
    }

    /// Notes times before the reach of the service, each form once. Tables of a workspace may reach further.
    fn times(&self, now: Timestamp, review: &mut QueryReview) {
        let is_documented = |table: &String| DocumentedTable::named(table).is_some();
        if !self.tables.iter().any(is_documented) {
            return;
        }
        let reach = SignedDuration::from_hours(24 * REACH_DAYS);
        let mut seen = Vec::new();
        for literal in kql::times(self.text) {
            let is_beyond = match literal.form {
                TimeForm::Ago(span) => span > reach,
                TimeForm::At(time) => now.duration_since(time) > reach,
                _ => false,
            };
            let text = literal.span.of(self.text);
            if is_beyond && literal.span.start >= self.offset && !seen.contains(&text) {
                seen.push(text);
                let message = format!(
                    "`{text}` lies before the last {REACH_DAYS} days, which is what Defender XDR keeps; older rows \
                     are left out without notice"
                );
                review.notes.push(self.finding(Problem::new(
                    ProblemKind::Limit,
                    literal.span,
                    message,
                )));
            }
        }
    }

    /// A finding with its place in the query as it was given.
    fn finding(&self, mut problem: Problem) -> QueryFinding {
        let Span { start, end } = problem.span;
        problem.span = Span::new(
            start.saturating_sub(self.offset),
            end.saturating_sub(self.offset),
        );
        let place = problem.position(self.query);
        QueryFinding {
            line: place.line,
            column: place.column,
            text: problem.render(self.query),
            message: problem.message,
            suggestion: problem.suggestion,
        }
    }
}

/// The table that took the place of one that is gone.
fn successor(name: &str) -> Option<&'static str> {
    let mut former = DocumentedTable::former();
    former.find(|(gone, _)| *gone == name).map(|(_, now)| now)
}

/// Edits between two names. Letter case does not count.
fn distance(name: &str, known: &str) -> usize {
    strsim::osa_distance(&name.to_lowercase(), &known.to_lowercase())
}

#[cfg(test)]
mod tests;
