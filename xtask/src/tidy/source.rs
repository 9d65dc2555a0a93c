//! Rules for Rust files: size, first line, examples, and the only file that uses the HTTP library.

use super::{Complaint, Document};

/// Lines of a file without tests that lead to a warning.
const LONG: usize = 400;

/// Maximum lines of a file without tests.
const TOO_LONG: usize = 600;

/// The one file that names the HTTP library, and the library.
const HTTP_LIBRARY: (&str, &str) = ("crates/http-core/src/transport/reqwest.rs", "reqwest");

pub(super) fn check(document: &Document) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    complaints.extend(size(document));
    if !starts_with_module_doc(&document.text) {
        let what = "starts with a module doc (`//!`) that says what the file is for";
        complaints.push(Complaint::new(&document.name, 1, what));
    }
    for (number, line) in (1..).zip(document.text.lines()) {
        if is_ignored_example(line) {
            let what = "an example that is not compiled rots; use `no_run` or plain text";
            complaints.push(Complaint::new(&document.name, number, what));
        }
        let (home, library) = HTTP_LIBRARY;
        if document.name != home && names_crate(line, library) {
            let what = format!("only {home} names {library}");
            complaints.push(Complaint::new(&document.name, number, what));
        }
    }
    complaints
}

fn size(document: &Document) -> Option<Complaint> {
    let lines = lines_before_tests(&document.text);
    let what = format!("{lines} lines without tests; aim for {LONG}, never more than {TOO_LONG}");
    if document.is_test() || lines <= LONG {
        None
    } else if lines <= TOO_LONG {
        Some(Complaint::warning(&document.name, 0, what))
    } else {
        Some(Complaint::new(&document.name, 0, what))
    }
}

/// Lines above the test module. It stands last in a file; clippy's `items_after_test_module` sees to that.
pub(super) fn lines_before_tests(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .windows(2)
        .position(|pair| pair[0] == "#[cfg(test)]" && opens_module(pair[1]))
        .unwrap_or(lines.len())
}

fn opens_module(line: &str) -> bool {
    line.starts_with("mod ") && line.ends_with('{')
}

/// Only plain comments and blank lines may precede the doc.
fn starts_with_module_doc(text: &str) -> bool {
    text.lines()
        .find(|line| {
            let plain_comment = line.starts_with("//") && !line.starts_with("//!");
            !line.is_empty() && !plain_comment
        })
        .is_some_and(|line| line.starts_with("//!") || line.starts_with("#![doc"))
}

/// The opening fence of an example that rustdoc would skip.
fn is_ignored_example(line: &str) -> bool {
    let line = line.trim_start();
    let Some(comment) = line
        .strip_prefix("///")
        .or_else(|| line.strip_prefix("//!"))
    else {
        return false;
    };
    comment
        .trim_start()
        .strip_prefix("```")
        .is_some_and(|info| {
            info.split([',', ' '])
                .any(|word| word == "ignore" || word.starts_with("ignore-"))
        })
}

/// Whether a line of code names a crate. A module of ours may have the same name.
fn names_crate(line: &str, name: &str) -> bool {
    let code = line.trim_start();
    if code.starts_with("//") {
        return false;
    }
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].trim_end();
        let after = &code[at + name.len()..];
        let is_path = after.starts_with("::") && !inside(before);
        let is_use = before.ends_with("use") && after.starts_with([';', ' ']);
        is_path || is_use
    })
}

/// Whether the text before a word makes it the end of a longer name or path.
fn inside(before: &str) -> bool {
    let Some(path) = before.strip_suffix("::") else {
        return before.ends_with(|last: char| last == '_' || last.is_alphanumeric())
            && !before.ends_with("use");
    };
    path.ends_with(|last: char| last == '_' || last.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(name: &str, text: &str) -> Vec<Complaint> {
        check(&Document {
            name: name.to_owned(),
            text: text.to_owned(),
        })
    }

    fn long(lines: usize) -> String {
        format!("//! Long.\n{}", "fn a() {}\n".repeat(lines - 1))
    }

    #[test]
    fn size_warns_then_fails() {
        assert!(complaints("a.rs", &long(400)).is_empty());
        assert!(complaints("a.rs", &long(401))[0].warning);
        assert!(complaints("a.rs", &long(600))[0].warning);
        assert!(!complaints("a.rs", &long(601))[0].warning);
    }

    #[test]
    fn tests_are_not_counted() {
        let tests = format!(
            "#[cfg(test)]\nmod tests {{\n{}}}\n",
            "    // line\n".repeat(700)
        );
        assert!(complaints("a.rs", &format!("{}{tests}", long(400))).is_empty());
        assert!(complaints("crates/a/src/b/tests.rs", &long(700)).is_empty());
        assert_eq!(
            lines_before_tests("//! A.\n#[cfg(test)]\nmod tests;\nfn a() {}\n"),
            4
        );
    }

    #[test]
    fn generated_files_are_counted() {
        assert_eq!(
            complaints("crates/a/src/generated/b.rs", &long(601)).len(),
            1
        );
    }

    #[test]
    fn the_doc_comes_first() {
        assert!(complaints("a.rs", "//! What it is.\nfn a() {}\n").is_empty());
        assert!(complaints("a.rs", "// Printed by a tool.\n\n//! What it is.\n").is_empty());
        assert!(complaints("a.rs", "#![doc = include_str!(\"../README.md\")]\n").is_empty());
        assert_eq!(complaints("a.rs", "use std::fmt;\n//! Late.\n").len(), 1);
        assert_eq!(complaints("a.rs", "/// Of an item.\nfn a() {}\n").len(), 1);
        assert_eq!(complaints("a.rs", "").len(), 1);
    }

    #[test]
    fn examples_are_compiled() {
        for fence in [
            "/// ```ignore",
            "    //! ```rust,ignore",
            "/// ```ignore-windows",
        ] {
            assert!(is_ignored_example(fence), "{fence}");
        }
        for fence in [
            "/// ```",
            "/// ```no_run",
            "/// ```text",
            "// ```ignore",
            "/// never ignore",
        ] {
            assert!(!is_ignored_example(fence), "{fence}");
        }
    }

    #[test]
    fn the_http_library_has_one_home() {
        let call = ["let client = reqwest", "::Client::new();"].concat();
        assert_eq!(
            complaints("crates/cli/src/a.rs", &format!("//! A.\n{call}\n")).len(),
            1
        );
        assert!(complaints(HTTP_LIBRARY.0, &format!("//! A.\n{call}\n")).is_empty());
        for line in [
            "use abc::Client;",
            "pub use abc;",
            "use abc as http;",
            "x(::abc::get())",
        ] {
            assert!(names_crate(line, "abc"), "{line}");
        }
        for line in [
            "mod abc;",
            "pub use self::abc::Transport;",
            "crate::transport::abc::Transport::new()",
            "// see abc::Client",
            "/// see [`abc::Client`]",
            "my_abc::get()",
        ] {
            assert!(!names_crate(line, "abc"), "{line}");
        }
    }
}
