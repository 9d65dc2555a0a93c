//! jq expressions, by the crate `jaq`.

use std::io::{self, Write};

use jaq_core::load::{self, Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Filter, Vars, compile, data};
use jaq_json::{Val, read};

use crate::terminal::Out;

type Data = data::JustLut<Val>;

/// Functions of jq that are left out: they read the environment, end the process, or write to a log that nobody reads.
const LEFT_OUT: &[&str] = &[
    "env",
    "halt",
    "halt_error",
    "debug",
    "debug_empty",
    "stderr",
    "stderr_empty",
];

/// A compiled expression.
pub(super) struct Program(Filter<Data>);

impl Program {
    pub(super) fn compile(text: &str) -> Result<Self, String> {
        let defs = jaq_core::defs()
            .chain(jaq_std::defs())
            .chain(jaq_json::defs())
            .chain(formats()?)
            .filter(|def| !LEFT_OUT.contains(&def.name));
        let funs = jaq_core::funs()
            .chain(jaq_std::funs())
            .chain(jaq_json::funs())
            .filter(|(name, _, _)| !LEFT_OUT.contains(name));
        let arena = Arena::default();
        let file = File {
            code: text,
            path: (),
        };
        let modules = Loader::new(defs).load(&arena, file).map_err(|errors| {
            let first = errors.into_iter().next();
            first.map_or_else(String::new, |(_, error)| unparsed(text, error))
        })?;
        let filter = Compiler::default().with_funs(funs).compile(modules);
        let filter = filter.map_err(|errors| {
            let first = errors.into_iter().flat_map(|(_, errors)| errors).next();
            first.map_or_else(String::new, |error| unknown(text, error))
        })?;
        Ok(Self(filter))
    }

    pub(super) fn run(&self, record: &[u8], out: &mut Out<'_>) -> io::Result<Result<(), String>> {
        let input = match read::parse_single(record) {
            Ok(input) => input,
            Err(error) => return Ok(Err(format!("the record cannot be read: {error}"))),
        };
        let context = Ctx::<Data>::new(&self.0.lut, Vars::new([]));
        for output in self.0.id.run((context, input)) {
            match output {
                Ok(Val::TStr(text)) => {
                    out.write_all(&text)?;
                    out.write_all(b"\n")?;
                }
                Ok(value) => writeln!(out, "{value}")?,
                Err(error) => {
                    return Ok(Err(match error.get_err() {
                        Ok(error) => error.to_string(),
                        Err(_) => "the expression ended early".to_owned(),
                    }));
                }
            }
        }
        Ok(Ok(()))
    }
}

/// The formats `@csv` and `@tsv`, which the library leaves to its command line.
fn formats() -> Result<Vec<load::parse::Def<&'static str>>, String> {
    let formats = load::parse(include_str!("formats.jq"), |parser| parser.defs());
    formats.ok_or_else(|| "the formats cannot be parsed".to_owned())
}

/// What the parser expected, and where.
fn unparsed(whole: &str, error: load::Error<&str>) -> String {
    let (expected, found) = match error {
        load::Error::Lex(errors) => match errors.into_iter().next() {
            Some((expected, found)) => (expected.as_str(), found),
            None => return String::new(),
        },
        load::Error::Parse(errors) => match errors.into_iter().next() {
            Some((expected, found)) => (expected.as_str(), found),
            None => return String::new(),
        },
        load::Error::Io(_) => return "modules cannot be imported".to_owned(),
    };
    match found {
        "" => format!("expected {expected} at the end"),
        found => {
            let shown: String = found.chars().take(20).collect();
            let at = place(whole, found);
            format!("expected {expected}, found `{shown}` at character {at}")
        }
    }
}

/// The name that is not defined, and where it stands.
fn unknown(whole: &str, (name, kind): compile::Error<&str>) -> String {
    format!(
        "unknown {} `{name}` at character {}",
        kind.as_str(),
        place(whole, name)
    )
}

/// The position of a part of the expression, in characters from 1.
fn place(whole: &str, part: &str) -> usize {
    let start = load::span(whole, part).start;
    whole
        .get(..start)
        .map_or(1, |before| before.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(expression: &str, record: &str) -> (String, Result<(), String>) {
        let mut text = Vec::new();
        let mut out = Out::new(&mut text);
        let program = Program::compile(expression).unwrap();
        let ended = program.run(record.as_bytes(), &mut out).unwrap();
        drop(out);
        (String::from_utf8(text).unwrap(), ended)
    }

    #[test]
    fn values_are_written_as_jq_does_with_raw_strings() {
        let table = [
            (".a", r#"{"a":"x\ny"}"#, "x\ny\n"),
            (".a", r#"{"a":1.50}"#, "1.50\n"),
            (
                ".a",
                r#"{"a":123456789012345678901234567890}"#,
                "123456789012345678901234567890\n",
            ),
            (
                ".",
                r#"{"b": 1, "a": [ null ]}"#,
                "{\"b\":1,\"a\":[null]}\n",
            ),
            (".none", "{}", "null\n"),
            (".[] | select(. > 1)", "[1,2,3]", "2\n3\n"),
            (".t | test(\"^A\")", r#"{"t":"Ab"}"#, "true\n"),
            ("[.a, .b] | @csv", r#"{"a":1,"b":"x"}"#, "1,\"x\"\n"),
            (
                "[.a, .b, .c] | @csv",
                r#"{"a":"x\"y","c":1.50}"#,
                "\"x\"\"y\",,1.50\n",
            ),
            (
                "[.a, .b] | @tsv",
                r#"{"a":"x\ty\\","b":true}"#,
                "x\\ty\\\\\ttrue\n",
            ),
            ("[.t] | @sh", r#"{"t":"it's"}"#, "'it'\\''s'\n"),
            ("empty", "1", ""),
        ];
        for (expression, record, expected) in table {
            let (text, ended) = run(expression, record);
            assert_eq!((text.as_str(), ended), (expected, Ok(())), "{expression}");
        }
    }

    #[test]
    fn a_failure_keeps_what_was_written_before() {
        let (text, ended) = run(".[] | .a", r#"[{"a":1},7,{"a":2}]"#);
        assert_eq!(text, "1\n");
        assert!(ended.unwrap_err().contains("cannot index 7"));
    }

    #[test]
    fn faults_are_named_with_their_place() {
        let table = [
            (".a | (", "expected"),
            ("", "expected term at the end"),
            ("if .a then", "expected term at the end"),
            (
                ".[\"é\"] | wrong(1)",
                "unknown filter `wrong` at character 10",
            ),
            ("$x", "unknown variable `$x` at character 1"),
            ("env", "unknown filter `env` at character 1"),
            ("halt", "unknown filter `halt` at character 1"),
            ("import \"a\" as a; .", "cannot"),
        ];
        for (expression, expected) in table {
            let message = Program::compile(expression).map(drop).unwrap_err();
            assert!(message.contains(expected), "{expression}: {message}");
        }
    }
}
