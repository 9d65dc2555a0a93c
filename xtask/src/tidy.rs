//! `cargo xtask tidy`: rules that the compiler and its lints do not check.
//!
//! A rule is a pure function from text to complaints. This file reads the files and prints the complaints.

mod form;
mod links;
mod names;
mod share;
mod source;
mod waits;

use crate::{Outcome, no_arguments, out, workspace};

/// A broken rule: where and what.
#[derive(Debug, PartialEq, Eq)]
struct Complaint {
    file: String,
    /// Counted from one; zero for the whole file.
    line: usize,
    what: String,
    /// A warning does not fail the command.
    warning: bool,
}

impl Complaint {
    fn new(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            line,
            what: what.into(),
            warning: false,
        }
    }

    fn warning(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            warning: true,
            ..Self::new(file, line, what)
        }
    }

    fn show(&self) -> String {
        match self.line {
            0 => format!("{}: {}", self.file, self.what),
            line => format!("{}:{line}: {}", self.file, self.what),
        }
    }
}

/// A file with the text the rules look at.
#[derive(Debug)]
struct Document {
    /// Relative to the root, with forward slashes.
    name: String,
    text: String,
}

impl Document {
    fn has_extension(&self, extensions: &[&str]) -> bool {
        self.name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Whether the whole file is test code.
    fn is_test(&self) -> bool {
        self.name.starts_with("tests/")
            || self.name.contains("/tests/")
            || self.name.ends_with("/tests.rs")
    }
}

/// Checks every file of the workspace.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let root = workspace::root()?;
    let files = workspace::files(&root)?;
    let mut complaints = names::check(&files);
    let mut documents = Vec::new();
    for name in files.iter().filter(|name| is_text(name)) {
        documents.push(Document {
            name: name.clone(),
            text: workspace::read(&root.join(name))?,
        });
    }
    for document in &documents {
        complaints.extend(check_one(document));
    }
    complaints.extend(links::check(&documents, &files));
    let (table, shares) = share::check(&documents);
    out::line(&table.join("\n"));
    complaints.extend(shares);
    report(&complaints, documents.len())
}

/// The complaints about one file.
fn check_one(document: &Document) -> Vec<Complaint> {
    let mut complaints = form::check(document);
    if document.has_extension(&["rs"]) {
        complaints.extend(source::check(document));
        complaints.extend(waits::check(document));
    }
    complaints
}

/// The same for a text without a file.
#[cfg(test)]
pub(crate) fn complaints_about(name: &str, text: &str) -> Vec<String> {
    let document = Document {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    check_one(&document).iter().map(Complaint::show).collect()
}

/// The kinds of file that are read; data, snapshots and keys are left as they are.
fn is_text(name: &str) -> bool {
    const EXTENSIONS: &[&str] = &["rs", "md", "toml", "sh", "yml", "yaml", "py", "mjs", "js"];
    name == ".ci/run"
        || name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| EXTENSIONS.contains(&extension))
}

fn report(complaints: &[Complaint], files: usize) -> Outcome {
    let (warnings, errors): (Vec<_>, Vec<_>) =
        complaints.iter().partition(|complaint| complaint.warning);
    for warning in &warnings {
        out::warning(&warning.show());
    }
    if errors.is_empty() {
        out::line(&format!(
            "tidy: {files} files in order, {} warnings",
            warnings.len()
        ));
        return Ok(());
    }
    let lines: Vec<_> = errors.iter().map(|error| error.show()).collect();
    Err(format!(
        "{}\ntidy: {} complaints",
        lines.join("\n"),
        lines.len()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_fail_nothing_and_errors_do() {
        let warning = Complaint::warning("a.rs", 0, "long");
        assert_eq!(report(std::slice::from_ref(&warning), 1), Ok(()));
        let failed = report(&[warning, Complaint::new("b.rs", 3, "tab")], 2).unwrap_err();
        assert!(failed.starts_with("b.rs:3: tab\n"), "{failed}");
    }

    #[test]
    fn test_files_are_known_by_their_place() {
        let place = |name: &str| {
            Document {
                name: name.to_owned(),
                text: String::new(),
            }
            .is_test()
        };
        assert!(place("tests/it/main.rs"));
        assert!(place("crates/a/src/paging/tests.rs"));
        assert!(!place("crates/a/src/contests.rs"));
    }
}
