//! Finds words and options among the raw arguments, before the commands exist.
//!
//! The tree of commands has hundreds of leaves, and only the branch that the words name is built. So the words are needed first.
//! The scan is an approximation: it has the options of every command and not those of one operation. `clap` parses the same
//! arguments afterwards and decides.
//!
//! `defender --sandbox -o json mde alerts list --top 5` has the words `mde`, `alerts` and `list`: `json` is the value of an option of
//! every command. An option of one operation cannot stand before its word.

use std::ffi::{OsStr, OsString};

use crate::globals::{VALUED, VALUED_SHORT};

/// The positions of the words, at most `most`. Options and their values are no words; the scan ends at `--`.
pub fn words(arguments: &[impl AsRef<OsStr>], most: usize) -> Vec<usize> {
    let mut words = Vec::new();
    let mut at = 1;
    while let Some(argument) = arguments.get(at) {
        let argument = &*argument.as_ref().to_string_lossy();
        if words.len() == most || argument == "--" {
            break;
        }
        if !argument.starts_with('-') || argument == "-" {
            words.push(at);
        } else if takes_next(argument) {
            at += 1;
        }
        at += 1;
    }
    words
}

/// Whether the value of an option is the next argument: `-o json` and `-qn 5`, but not `-ojson` and `--output=json`.
fn takes_next(argument: &str) -> bool {
    if let Some(name) = argument.strip_prefix("--") {
        return VALUED.split(' ').any(|known| known == name);
    }
    let valued = argument.find(|letter| VALUED_SHORT.contains(&letter));
    valued.is_some_and(|at| at + 1 == argument.len())
}

/// The value of an option in any spelling, the last one if it is repeated. Used before parsing, for the format of errors.
pub fn value<'a>(arguments: &'a [impl AsRef<OsStr>], long: &str, short: char) -> Option<&'a str> {
    let text = |index: usize| arguments.get(index).and_then(|text| text.as_ref().to_str());
    let mut found = None;
    for index in 0..arguments.len() {
        let Some(argument) = text(index) else {
            continue;
        };
        if argument == "--" {
            break;
        }
        let next = text(index + 1);
        if argument == long {
            found = next;
        } else if let Some(rest) = argument.strip_prefix(long) {
            found = rest.strip_prefix('=').or(found);
        } else if let Some(rest) = argument
            .strip_prefix('-')
            .and_then(|rest| rest.strip_prefix(short))
        {
            found = match rest.strip_prefix('=').unwrap_or(rest) {
                "" => next,
                value => Some(value),
            };
        }
    }
    found
}

/// The time after `--wait` where a blank stands in place of the equals sign: `--wait 10s`. It would be read as an id.
pub fn detached_wait(arguments: &[impl AsRef<OsStr>]) -> Option<&str> {
    let mut pairs = arguments.windows(2).filter_map(|pair| {
        let [option, value] = pair else { return None };
        let value = value.as_ref().to_str()?;
        (option.as_ref() == "--wait").then_some(value)
    });
    pairs.find(|value| {
        let has_unit = value.ends_with(['s', 'm', 'h']);
        has_unit && operations::time::duration(value).is_ok()
    })
}

/// Names the first argument that is not UTF-8 and has to be: its option, or its place.
///
/// A path may be any bytes, so `refuses` tells whether a command line fails because of such an argument. Each is tried alone.
pub fn no_text(arguments: &[OsString], refuses: impl Fn(&[OsString]) -> bool) -> Option<String> {
    let is_text = |argument: &OsString| argument.to_str().is_some();
    let alone = |at: usize| {
        let mut others = arguments.to_vec();
        let no_text = others.iter_mut().enumerate();
        for (_, other) in no_text.filter(|(index, other)| *index != at && !is_text(other)) {
            *other = "x".into();
        }
        others
    };
    let at = (1..arguments.len())
        .filter(|&at| !is_text(&arguments[at]))
        .find(|&at| refuses(&alone(at)))?;
    let text = arguments[at].to_string_lossy();
    if let Some((name, _)) = text.split_once('=').filter(|_| text.starts_with("--")) {
        return Some(format!("the value of `{name}`"));
    }
    let before = arguments[at - 1].to_str().unwrap_or_default();
    Some(match at > 1 && before.starts_with('-') {
        true => format!("argument {at}, `{text}`, after `{before}`,"),
        false => format!("argument {at}, `{text}`,"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    fn found(text: &str) -> Vec<String> {
        let arguments = line(text);
        let positions = words(&arguments, 3);
        positions.iter().map(|&at| arguments[at].clone()).collect()
    }

    #[test]
    fn words_are_found_among_options() {
        let expected = ["mde", "alerts", "list"];
        for text in [
            "defender mde alerts list --top 5",
            "defender --sandbox -o json mde alerts list",
            "defender -ojson --output=csv mde -n 5 alerts -qn5 list more",
            "defender --limit 5 mde -vn 5 alerts --no-header list",
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
        assert!(found("defender --sandbox").is_empty());
        assert_eq!(found("defender mde -- alerts"), ["mde"]);
    }

    #[test]
    fn a_value_is_found_in_any_spelling() {
        for text in [
            "d x -o json",
            "d -ojson",
            "d --output json x",
            "d --output=json",
            "d -o csv -o=json",
        ] {
            assert_eq!(value(&line(text), "--output", 'o'), Some("json"), "{text}");
        }
        assert_eq!(value(&line("d x -- -o json"), "--output", 'o'), None);
        assert_eq!(value(&line("d x --only json"), "--output", 'o'), None);
    }

    #[test]
    fn a_time_behind_a_blank_is_found() {
        for (text, expected) in [
            ("d x isolate id --wait 10s", Some("10s")),
            ("d x isolate id --wait 1h30m --yes", Some("1h30m")),
            ("d x isolate id --wait=10s", None),
            ("d x isolate --wait ab12", None),
            ("d x isolate id --wait", None),
        ] {
            assert_eq!(detached_wait(&line(text)), expected, "{text}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn an_argument_that_is_no_text_is_named() {
        use std::os::unix::ffi::OsStringExt;
        let line = |arguments: &[&[u8]]| -> Vec<OsString> {
            let arguments = arguments.iter();
            arguments
                .map(|one| OsString::from_vec(one.to_vec()))
                .collect()
        };
        // A parser that takes any bytes for `--download` alone.
        let refuses = |arguments: &[OsString]| {
            (1..arguments.len())
                .any(|at| arguments[at].to_str().is_none() && arguments[at - 1] != "--download")
        };
        for (arguments, expected) in [
            (
                line(&[b"d", b"--yes", b"a\xff"]),
                Some("argument 2, `a\u{fffd}`, after `--yes`,"),
            ),
            (
                line(&[b"d", b"x", b"--comment", b"a\xff"]),
                Some("argument 3, `a\u{fffd}`, after `--comment`,"),
            ),
            (
                line(&[b"d", b"--comment=a\xff"]),
                Some("the value of `--comment`"),
            ),
            (
                line(&[b"d", b"get", b"a\xff"]),
                Some("argument 2, `a\u{fffd}`,"),
            ),
            (
                line(&[b"d", b"--download", b"o\xff", b"-f", b"a\xfe"]),
                Some("argument 4, `a\u{fffd}`, after `-f`,"),
            ),
            (line(&[b"d", b"--download", b"o\xff"]), None),
        ] {
            assert_eq!(
                no_text(&arguments, refuses).as_deref(),
                expected,
                "{arguments:?}"
            );
        }
    }
}
