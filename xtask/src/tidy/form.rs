//! Tabs, blanks, line ends, marks of unfinished work and paths of one machine, in every text.

use super::{Complaint, Document};

/// Folders that exist on one machine and not on the reader's.
const MACHINE_FOLDERS: &[&str] = &["home", "root", "work", "tmp"];

/// Words for unfinished work, which must name an issue.
const PROMISES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

pub(super) fn check(document: &Document) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut complain = |line: usize, what: String| {
        complaints.push(Complaint::new(&document.name, line, what));
    };
    if document.has_extension(&["rs", "md", "toml"]) {
        blanks(&document.text, &mut complain);
    }
    let source_lines = source_lines(document);
    for (number, line) in (1..).zip(document.text.lines()) {
        if let Some(word) = unbacked_promise(line) {
            complain(
                number,
                format!("{word} without an issue, as in {word}(#12)"),
            );
        }
        if number <= source_lines
            && let Some(path) = machine_path(line)
        {
            complain(number, format!("{path} exists on one machine only"));
        }
    }
    complaints
}

fn blanks(text: &str, complain: &mut impl FnMut(usize, String)) {
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.contains('\t') {
            complain(number, "tab".to_owned());
        }
        if line.ends_with([' ', '\t', '\r']) {
            complain(number, "blank at the end of the line".to_owned());
        }
    }
    if !text.ends_with('\n') || text.ends_with("\n\n") {
        complain(0, "ends with exactly one line end".to_owned());
    }
}

/// Number of lines before the tests.
fn source_lines(document: &Document) -> usize {
    if document.is_test() {
        0
    } else if document.has_extension(&["rs"]) {
        super::source::lines_before_tests(&document.text)
    } else {
        usize::MAX
    }
}

/// A word of [`PROMISES`] that stands alone and names no issue.
fn unbacked_promise(line: &str) -> Option<&'static str> {
    PROMISES.iter().copied().find(|word| {
        line.match_indices(word).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = &line[at + word.len()..];
            let alone = !before.is_some_and(is_word) && !after.chars().next().is_some_and(is_word);
            alone && !after.starts_with("(#")
        })
    })
}

/// An absolute path below one of [`MACHINE_FOLDERS`].
fn machine_path(line: &str) -> Option<String> {
    MACHINE_FOLDERS.iter().find_map(|folder| {
        let path = format!("/{folder}/");
        line.match_indices(&path).find_map(|(at, _)| {
            // Part of an address or of a relative path, as in `/api/work/` or `../work/`.
            let within = line[..at].chars().next_back().is_some_and(|before| {
                is_word(before) || matches!(before, '.' | '-' | '}' | ':' | '/')
            });
            (!within).then(|| path.clone())
        })
    })
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(name: &str, text: &str) -> Vec<String> {
        let document = Document {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        check(&document).iter().map(Complaint::show).collect()
    }

    #[test]
    fn blanks_are_reported_with_their_line() {
        assert_eq!(complaints("a.md", "one\n\ttwo\n"), ["a.md:2: tab"]);
        assert_eq!(
            complaints("a.toml", "one \n"),
            ["a.toml:1: blank at the end of the line"]
        );
        assert_eq!(
            complaints("a.rs", "one\r\n"),
            ["a.rs:1: blank at the end of the line"]
        );
        assert_eq!(
            complaints("a.rs", "one"),
            ["a.rs: ends with exactly one line end"]
        );
        assert_eq!(
            complaints("a.rs", "one\n\n"),
            ["a.rs: ends with exactly one line end"]
        );
        assert!(complaints("a.sh", "one\ttwo ").is_empty());
    }

    #[test]
    fn a_promise_needs_an_issue() {
        let word = PROMISES[0];
        assert_eq!(complaints("a.rs", &format!("// {word}: later\n")).len(), 1);
        assert!(complaints("a.rs", &format!("// {word}(#12): later\n")).is_empty());
        assert!(complaints("a.rs", &format!("let MAS{word}NT = 1;\n")).is_empty());
    }

    #[test]
    fn a_path_of_one_machine_is_found_in_sources_and_prose() {
        let line = "see /home/somebody/notes\n";
        assert_eq!(
            complaints("docs/a.md", line),
            ["docs/a.md:1: /home/ exists on one machine only"]
        );
        assert_eq!(complaints("crates/a/src/a.rs", line).len(), 1);
        assert!(complaints("tests/it/a.rs", line).is_empty());
        assert!(complaints("a.rs", "#[cfg(test)]\nmod tests {\n    // /tmp/x\n}\n").is_empty());
    }

    #[test]
    fn an_address_is_no_path() {
        assert!(complaints("a.md", "GET https://example.com/work/items\n").is_empty());
        assert!(complaints("a.md", "../work/items and {base}/home/x\n").is_empty());
    }
}
