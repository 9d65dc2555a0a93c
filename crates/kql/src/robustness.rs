//! No text stops the lexer, the parser, the check or the evaluator.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::{Kind, Schema};

/// Pieces of the language, which random text would hardly ever hit.
const PIECES: &[&str] = &[
    "T",
    "Name",
    "Size",
    " ",
    " | ",
    "where ",
    "project ",
    "extend ",
    "summarize ",
    "by ",
    "join ",
    "kind=inner ",
    "on ",
    "let x = ",
    "; ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "==",
    "=~",
    "!in~ ",
    "in ",
    "has_any ",
    "between ",
    "..",
    "and ",
    "or ",
    "not(",
    "'a'",
    "\"b",
    "@'c'",
    "```",
    "h'd'",
    "1",
    "2.5",
    "7d",
    "0x",
    "1e",
    "datetime(2026-01-01)",
    "dynamic(",
    "datetime(",
    "*",
    "-",
    "+",
    "/",
    "//",
    "%",
    ",",
    ".",
    ":",
    "=",
    "!",
    "$left.Name",
    "$right.Name",
    "count()",
    "arg_max(",
    "union ",
    "T*",
    "parse ",
    "with ",
    "mv-expand ",
    "to typeof(long)",
    "print ",
    "range ",
    "from ",
    "step ",
    "make-series ",
    "top-nested ",
    "invoke ",
    "evaluate ",
    "externaldata(",
    "datatable(a:long)[",
    "materialize(",
    "toscalar(",
    "search ",
    "find ",
    "in (",
    "é",
    "\u{0}",
    "\n",
    "case(",
    "iff(",
    "project-away ",
    "view () {",
    "(a:long) {",
];

fn schema() -> Schema {
    let mut schema = Schema::new();
    schema.insert("T", [("Name", Kind::Text), ("Size", Kind::Long)]);
    schema
}

/// Runs every pass, and checks that places lie in the text.
fn every_pass(text: &str) {
    let begin = Instant::now();
    let mut end = 0;
    for token in crate::tokens(text) {
        assert!(token.span.start >= end && token.span.end > token.span.start);
        assert_eq!(token.span.of(text), token.text);
        end = token.span.end;
    }
    for problem in crate::check(text, &schema()) {
        let _ = problem.render(text);
        assert!(problem.span.start <= text.len(), "{text}");
    }
    let _ = (
        crate::tables(text),
        crate::times(text),
        crate::operators(text),
    );
    let _ = crate::columns(text, &schema());
    #[cfg(feature = "evaluate")]
    evaluated(text);
    assert!(begin.elapsed() < Duration::from_secs(20), "{text}");
}

#[cfg(feature = "evaluate")]
fn evaluated(text: &str) {
    use crate::{Cell, Data, Limits};

    struct One(Schema);

    impl Data for One {
        fn schema(&self) -> &Schema {
            &self.0
        }
        fn rows(&self, _: &str) -> Vec<Vec<Cell>> {
            vec![
                vec![Cell::Text("a".to_owned()), Cell::Long(1)],
                vec![Cell::Null, Cell::Null],
            ]
        }
    }

    let now = jiff::Timestamp::UNIX_EPOCH;
    if let Ok(table) = crate::evaluate(
        text,
        &One(schema()),
        Limits::default().with_steps(20_000),
        now,
    ) {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len(), "{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_text_ends_in_bounded_time(text in "\\PC{0,200}") {
        every_pass(&text);
    }

    #[test]
    fn arbitrary_bytes_end_in_bounded_time(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        every_pass(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn pieces_of_the_language_end_in_bounded_time(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)
    ) {
        every_pass(&pieces.concat());
    }

    #[test]
    fn pieces_after_a_table_end_in_bounded_time(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..25)
    ) {
        every_pass(&format!("T | {}", pieces.concat()));
    }
}

#[test]
fn each_piece_may_be_repeated() {
    for piece in PIECES {
        every_pass(&piece.repeat(3_000));
        every_pass(&format!("T | where {}", piece.repeat(3_000)));
    }
}

#[test]
fn a_query_of_many_terms_is_checked_in_one_pass() {
    let begin = Instant::now();
    for word in [" or ", " and "] {
        let terms = vec!["Name =~ 'x' or Size + 1 == 2"; 20_000].join(word);
        let query = format!("T | where {terms}");
        assert!(crate::check(&query, &schema()).is_empty());
    }
    assert!(begin.elapsed() < Duration::from_secs(30));
}

#[test]
fn functions_that_call_each_other_twice_are_checked_once() {
    let mut query = "let f0 = (a:long) { a }; ".to_owned();
    for level in 1..60 {
        let before = level - 1;
        query.push_str(&format!(
            "let f{level} = (a:long) {{ f{before}(a) + f{before}(a) }}; "
        ));
    }
    query.push_str("print f59(1)");
    every_pass(&query);
    assert!(crate::check(&query, &schema()).is_empty());
}
