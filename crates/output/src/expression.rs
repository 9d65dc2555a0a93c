//! Programs that turn each record into text: jq expressions and templates.
//!
//! An [`Expression`] replaces the format. It is compiled once and evaluated for one record at a time, so a list is
//! printed as it comes. A record that it fails on is reported and skipped; the others go on.

mod jq;
mod template;

use std::fmt;
use std::io;
use std::sync::Arc;

use crate::terminal::Out;

/// A compiled jq expression or template. Clones share it.
///
/// ```
/// use output::{Expression, Format, Layout, Out, Rows};
///
/// let mut layout = Layout::new(Format::Ndjson);
/// layout.expression = Some(Expression::jq("select(.score > 5) | .id, .score")?);
/// let mut text = Vec::new();
/// let mut out = Out::new(&mut text);
/// let mut rows = Rows::new(&layout);
/// rows.row(br#"{"id": "a1", "score": 7.10}"#, &mut out)?;
/// rows.row(br#"{"id": "a2", "score": 1}"#, &mut out)?;
/// rows.end(true, &mut out)?;
/// drop(out);
/// assert_eq!(String::from_utf8_lossy(&text), "a1\n7.10\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Expression(Arc<Program>);

enum Program {
    Jq(jq::Program),
    Template(Box<template::Template>),
}

/// Why an expression cannot be compiled: what was expected, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidExpression(String);

impl fmt::Display for InvalidExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for InvalidExpression {}

impl Expression {
    /// Compiles a jq expression. Its outputs are written one a line: strings as they are, other values as compact JSON.
    ///
    /// Numbers that pass through unchanged keep every digit; arithmetic on decimal numbers is that of 64-bit floats.
    /// There are no modules, no input but the record, and neither the environment nor `halt` is available.
    ///
    /// # Errors
    /// The position of what cannot be parsed, or the name that is unknown.
    ///
    /// ```
    /// let error = output::Expression::jq(".id | nothing").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown filter `nothing` at character 7");
    /// ```
    pub fn jq(text: &str) -> Result<Self, InvalidExpression> {
        let program = jq::Program::compile(text).map_err(InvalidExpression)?;
        Ok(Self(Arc::new(Program::Jq(program))))
    }

    /// Compiles a Jinja template. The members of the record are its variables, and `row` is the whole record.
    ///
    /// A member that is null or absent is empty. Each record ends with a line end; a record for which nothing is written
    /// adds no line. Nothing is escaped for HTML. Numbers beyond 64 bits lose digits.
    ///
    /// # Errors
    /// What cannot be parsed, with the line.
    ///
    /// ```
    /// use output::{Expression, Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Ndjson);
    /// layout.expression = Some(Expression::template("{{ id }}: {{ title | upper }}")?);
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"id": "a1", "title": "beacon"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "a1: BEACON\n");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn template(text: &str) -> Result<Self, InvalidExpression> {
        let template = template::Template::compile(text).map_err(InvalidExpression)?;
        Ok(Self(Arc::new(Program::Template(Box::new(template)))))
    }

    /// Evaluates the expression for a record. The inner error is that of the record: what was written before it stays.
    pub(crate) fn run(&self, record: &[u8], out: &mut Out<'_>) -> io::Result<Result<(), String>> {
        match &*self.0 {
            Program::Jq(program) => program.run(record, out),
            Program::Template(template) => template.run(record, out),
        }
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &*self.0 {
            Program::Jq(_) => "Expression::Jq",
            Program::Template(_) => "Expression::Template",
        })
    }
}
