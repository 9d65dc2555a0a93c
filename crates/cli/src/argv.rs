//! The words of the command line, found before anything is built.
//!
//! The tree of commands has hundreds of leaves. Only the branch that the words name is built, so they are looked for
//! first.

/// Options with a value that may stand before the words of a command. A test compares this with the options that
/// every command takes.
pub(crate) const VALUED: &[&str] = &[
    "--sandbox-seed",
    "--devices",
    "--data",
    "--profile",
    "--tenant",
    "--cloud",
    "--region",
    "--portal",
    "--ca-file",
    "--output",
    "--schema",
    "--limit",
    "--columns",
    "--color",
    "--rate-limit",
    "--timeout",
    "--limits",
];

/// The short ones.
pub(crate) const VALUED_SHORT: &[char] = &['o', 'n', 'p'];

/// The positions of the words (neither options nor their values), as far as `most` of them.
pub(crate) fn words(arguments: &[String], most: usize) -> Vec<usize> {
    let mut words = Vec::new();
    let mut at = 1;
    while let Some(argument) = arguments.get(at) {
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

/// Whether the value of an option is the next argument.
fn takes_next(argument: &str) -> bool {
    if argument.starts_with("--") {
        return VALUED.contains(&argument);
    }
    let valued = argument.find(|letter| VALUED_SHORT.contains(&letter));
    valued.is_some_and(|at| at + 1 == argument.len())
}

/// The value of an option, wherever it stands, in any of the spellings.
pub(crate) fn value<'a>(arguments: &'a [String], long: &str, short: char) -> Option<&'a str> {
    let mut found = None;
    for (index, argument) in arguments.iter().enumerate() {
        if argument == "--" {
            break;
        }
        let next = arguments.get(index + 1).map(String::as_str);
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
}
