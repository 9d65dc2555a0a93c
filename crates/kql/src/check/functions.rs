//! The scalar functions of the language: names, arguments and types.
//!
//! Source: the KQL reference of Azure Data Explorer, list of scalar functions.
//!
//! A function is known by its exact name. Functions of the families `geo_`, `series_` and `bitset_` that are missing
//! in the table are accepted with any arguments, as they are many and grow in number.
//!
//! Not modelled: ranges of numbers, formats of texts, and functions whose result has several columns
//! (`series_stats`, `parse_version`), which have an unknown type.
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
//! assert_eq!(message("print strlen()"), "`strlen` takes 1 arguments, not 0");
//! assert_eq!(message("print substring('abc')"), "`substring` takes 2 to 3 arguments, not 1");
//! assert_eq!(message("print strlen(5)"), "`strlen` takes string or dynamic here, not long");
//! assert_eq!(message("print lenght('abc')"), "unknown function `lenght`");
//! assert_eq!(message("T | where count() > 5"), "`count` is an aggregate and stands in `summarize` only");
//! assert_eq!(message("print iff(true, 1, 'x')"), "`iff` needs branches of one type: long and string");
//! assert_eq!(message("T | extend A = bin(Name, 5)"), "`bin` cannot round string to long");
//! assert_eq!(message("print geo_new_function(1, 2, 3)"), "");
//! ```

mod table;

use super::columns::Columns;
use super::expressions::is_text;
use super::{Checker, aggregates};
use crate::kind::Kind;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;
use crate::syntax::{Argument, Form, Name};
use table::FUNCTIONS;

/// Families whose members are many: any function that begins so is accepted with any arguments.
const FAMILIES: [&str; 3] = ["geo_", "series_", "bitset_"];

impl Checker<'_> {
    /// The type of a call of a function of the language.
    ///
    /// All arguments are visited, also those of an unknown function.
    pub(super) fn builtin(
        &self,
        span: Span,
        name: &Name,
        arguments: &[Argument],
        columns: &Columns,
    ) -> Kind {
        let kinds = self.argument_kinds(arguments, columns);
        let Some((_, takes, gives)) = FUNCTIONS.iter().find(|entry| entry.0 == name.text) else {
            return self.unknown_function(name);
        };
        self.arguments(name, takes, arguments, &kinds);
        match (name.text.as_str(), *gives) {
            ("extract" | "extractjson" | "extract_json", _) => type_of(arguments, &kinds),
            ("bin" | "floor", _) => self.bin(span, &kinds),
            ("iff" | "iif" | "case" | "coalesce" | "max_of" | "min_of", _) => {
                self.choice(name, arguments, &kinds)
            }
            (_, '0') => kinds.first().copied().unwrap_or(Kind::Unknown),
            (_, '1') => kinds.get(1).copied().unwrap_or(Kind::Unknown),
            (_, letter) => result(letter),
        }
    }

    /// The types of arguments. `*` stands for all columns and has none.
    pub(super) fn argument_kinds(&self, arguments: &[Argument], columns: &Columns) -> Vec<Kind> {
        let kind = |argument: &Argument| match argument.value.form {
            Form::Star => Kind::Unknown,
            _ => self.kind(&argument.value, columns),
        };
        arguments.iter().map(kind).collect()
    }

    /// Reports a call of a name that is not a scalar function. The message names what it is: a function of the
    /// service that returns a table, an aggregate, or unknown. An open schema accepts unknown functions.
    fn unknown_function(&self, name: &Name) -> Kind {
        if FAMILIES.iter().any(|family| name.text.starts_with(family)) {
            return Kind::Unknown;
        }
        if self.schema().function(&name.text).is_some() {
            let message = format!("`{}` returns a table and cannot stand here", name.text);
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return Kind::Unknown;
        }
        if aggregates::is_aggregate(&name.text) {
            let message = format!(
                "`{}` is an aggregate and stands in `summarize` only",
                name.text
            );
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return Kind::Unknown;
        }
        if !self.schema().is_open() {
            self.report(self.no_function(name));
        }
        Kind::Unknown
    }

    /// The problem of a function that does not exist.
    ///
    /// Suggestions come from the functions, the aggregates, the schema and the names of `let`.
    pub(super) fn no_function(&self, name: &Name) -> Problem {
        let message = format!("unknown function `{}`", name.text);
        let mut known = self.bound_names();
        known.extend(FUNCTIONS.iter().map(|entry| entry.0.to_owned()));
        known.extend(aggregates::names().map(str::to_owned));
        known.extend(self.schema().functions().map(str::to_owned));
        Problem::new(ProblemKind::UnknownFunction, name.span, message)
            .near(&name.text, known.iter().map(String::as_str))
    }

    /// Checks number and types of arguments.
    ///
    /// `*` as an argument has an unknown type.
    fn arguments(&self, name: &Name, takes: &str, arguments: &[Argument], kinds: &[Kind]) {
        let repeats = takes.ends_with('*');
        let letters: Vec<char> = takes
            .chars()
            .filter(|letter| !"?*".contains(*letter))
            .collect();
        let least = takes
            .find('?')
            .unwrap_or(letters.len() - usize::from(repeats && letters.len() > 1));
        if kinds.len() < least || kinds.len() > letters.len() && !repeats {
            let wanted = match (least == letters.len(), repeats) {
                (_, true) => format!("at least {least}"),
                (true, _) => least.to_string(),
                (false, _) => format!("{least} to {}", letters.len()),
            };
            let message = format!(
                "`{}` takes {wanted} arguments, not {}",
                name.text,
                kinds.len()
            );
            self.report(Problem::new(ProblemKind::Arguments, name.span, message));
            return;
        }
        for (place, (argument, kind)) in arguments.iter().zip(kinds).enumerate() {
            let Some(letter) = letters.get(place).or(letters.last()) else {
                return;
            };
            // The conditions of `case` are every other argument.
            let letter = match name.text.as_str() {
                "case" if place % 2 == 0 && place + 1 < kinds.len() => &'b',
                "case" => &'a',
                _ => letter,
            };
            if !accepts(*letter, *kind) {
                let wanted = match letter {
                    't' => "string or dynamic",
                    'n' => "a number",
                    'd' => "datetime",
                    's' => "timespan",
                    'b' => "bool",
                    _ => "dynamic",
                };
                let message = format!("`{}` takes {wanted} here, not {kind}", name.text);
                self.report(Problem::new(
                    ProblemKind::Type,
                    argument.value.span,
                    message,
                ));
            }
        }
    }

    /// The type of `bin`: times are rounded to timespans, numbers to numbers.
    ///
    /// `bin` of a dynamic value has the type that the data shows.
    fn bin(&self, span: Span, kinds: &[Kind]) -> Kind {
        let [value, size] = kinds else {
            return Kind::Unknown;
        };
        let loose = |kind: Kind| matches!(kind, Kind::Unknown | Kind::Dynamic);
        match (*value, *size) {
            (Kind::Time, size) if size == Kind::Span || size.is_number() || loose(size) => {
                Kind::Time
            }
            (Kind::Span, size) if size == Kind::Span || loose(size) => Kind::Span,
            (value, size) if loose(value) || loose(size) => value,
            (value, size) if value.is_whole() && size.is_whole() => value,
            (value, size) if value.is_number() && size.is_number() => Kind::Real,
            (value, size) => self.mistyped(span, format!("`bin` cannot round {value} to {size}")),
        }
    }

    /// The type of a choice. All branches must have one type.
    ///
    /// An unknown branch takes the type of the others. `int` and `real` together are `real`.
    fn choice(&self, name: &Name, arguments: &[Argument], kinds: &[Kind]) -> Kind {
        let is_branch = |place: usize| match name.text.as_str() {
            "iff" | "iif" => place > 0,
            "case" => place % 2 == 1 || place + 1 == kinds.len(),
            _ => true,
        };
        let mut found = Kind::Unknown;
        for (place, (argument, kind)) in arguments.iter().zip(kinds).enumerate() {
            if !is_branch(place) || *kind == Kind::Unknown {
                continue;
            }
            if found == Kind::Unknown {
                found = *kind;
            } else if !found.goes_with(*kind) {
                let message = format!(
                    "`{}` needs branches of one type: {found} and {kind}",
                    name.text
                );
                self.report(Problem::new(
                    ProblemKind::Type,
                    argument.value.span,
                    message,
                ));
            } else if found.is_number() && kind.is_number() && !kind.is_whole() {
                found = *kind;
            }
        }
        found
    }
}

/// The type of a letter of the table.
fn result(letter: char) -> Kind {
    match letter {
        'b' => Kind::Bool,
        'i' => Kind::Int,
        'l' => Kind::Long,
        'r' => Kind::Real,
        't' => Kind::Text,
        'd' => Kind::Time,
        's' => Kind::Span,
        'g' => Kind::Guid,
        'j' => Kind::Dynamic,
        _ => Kind::Unknown,
    }
}

/// Whether a letter of the table accepts a type. Dynamic and unknown types go everywhere.
fn accepts(letter: char, kind: Kind) -> bool {
    let loose = matches!(kind, Kind::Dynamic | Kind::Unknown);
    match letter {
        't' => is_text(kind),
        'n' => loose || kind.is_number(),
        'd' => loose || kind == Kind::Time,
        's' => loose || kind == Kind::Span,
        'b' => loose || kind == Kind::Bool,
        'j' => loose || kind == Kind::Text,
        _ => true,
    }
}

/// The type in `typeof(...)` as the last argument of `extract`.
///
/// `string` without it.
fn type_of(arguments: &[Argument], kinds: &[Kind]) -> Kind {
    let last = arguments
        .get(3)
        .or_else(|| arguments.get(2).filter(|_| kinds.len() == 3));
    let Some(Form::Call(name, inner)) = last.map(|argument| &argument.value.form) else {
        return Kind::Text;
    };
    match inner.first().map(|argument| &argument.value.form) {
        Some(Form::Name(kind)) if name.text == "typeof" => Kind::of(kind).unwrap_or(Kind::Unknown),
        _ => Kind::Text,
    }
}
