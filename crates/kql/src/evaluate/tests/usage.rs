//! The forms that queries in the wild use, each as a small query with its result.
//!
//! Public hunting queries were counted by operator, kind of join, function, aggregate and form of syntax. The files of the
//! folder `usage` list everything that occurred: a name, a query below it, and the rows that it gives, or the words with which
//! the evaluator refuses it.

use super::*;

/// The forms that occurred.
const COUNTED: usize = 252;

/// The part of the forms that is evaluated, in percent.
const LEAST: usize = 90;

const FORMS: [(&str, &str); 6] = [
    ("operators", include_str!("usage/operators.txt")),
    ("kinds of join", include_str!("usage/joins.txt")),
    ("scalar operators", include_str!("usage/scalars.txt")),
    ("aggregates", include_str!("usage/aggregates.txt")),
    ("functions", include_str!("usage/functions.txt")),
    ("syntax", include_str!("usage/syntax.txt")),
];

/// A form with its query and what the query gives.
struct Form {
    name: &'static str,
    query: String,
    expected: &'static str,
}

impl Form {
    /// The forms of a file. A line without indentation begins one, its last line is the result.
    fn all(text: &'static str) -> Vec<Self> {
        let mut forms: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text.lines() {
            match line.strip_prefix("    ") {
                None => forms.push((line, Vec::new())),
                Some(part) => forms.last_mut().unwrap().1.push(part),
            }
        }
        let form = |(name, mut lines): (&'static str, Vec<&'static str>)| Self {
            name,
            expected: lines.pop().unwrap(),
            query: lines.join("\n"),
        };
        forms.into_iter().map(form).collect()
    }

    /// What the query gives: rows as JSON, or the words of the refusal.
    fn found(&self) -> String {
        match ask(&self.query) {
            Ok(table) => {
                let row = |row: &Vec<Cell>| row.iter().map(Cell::to_json).collect::<Value>();
                table.rows.iter().map(row).collect::<Value>().to_string()
            }
            Err(problem) if problem.kind == ProblemKind::NotEvaluated => problem.message,
            Err(problem) => problem.render(&self.query),
        }
    }

    /// What the file says, in the same words.
    fn expected(&self) -> String {
        let rows = serde_json::from_str::<Value>(self.expected);
        rows.map_or_else(|_| self.expected.to_owned(), |rows| rows.to_string())
    }

    fn is_evaluated(&self) -> bool {
        self.expected.starts_with('[')
    }
}

#[test]
fn each_form_in_use_gives_its_rows_or_says_that_it_is_not_evaluated() {
    for (kind, text) in FORMS {
        for form in Form::all(text) {
            assert_eq!(
                form.found(),
                form.expected(),
                "{kind}, {}: {}",
                form.name,
                form.query
            );
            let says = form.is_evaluated() || form.expected.starts_with("does not evaluate `");
            assert!(says, "{kind}, {}", form.name);
        }
    }
}

#[test]
fn nine_tenths_of_the_forms_in_use_are_evaluated() {
    let (mut all, mut evaluated) = (0, 0);
    for (kind, text) in FORMS {
        let forms = Form::all(text);
        let (runs, refused): (Vec<_>, Vec<_>) = forms.iter().partition(|form| form.is_evaluated());
        let names: Vec<&str> = refused.iter().map(|form| form.name).collect();
        println!(
            "{kind}: {} of {}; not evaluated: {names:?}",
            runs.len(),
            forms.len()
        );
        all += forms.len();
        evaluated += runs.len();
    }
    println!("all: {evaluated} of {all}");
    assert_eq!(all, COUNTED);
    assert!(evaluated * 100 >= all * LEAST, "{evaluated} of {all}");
}
