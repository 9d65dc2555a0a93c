//! How much of each crate is documentation: lines that begin with `///` or `//!`, over all lines that are not blank.
//! Tests and generated files do not count.

use super::{Complaint, Document, source};

/// The least share of each crate, in percent.
const MARKS: &[(&str, usize)] = &[
    ("auth-core", 25),
    ("cli", 15),
    ("commands", 15),
    ("http-core", 25),
    ("jobs", 25),
    ("kql", 25),
    ("lake", 15),
    ("mdca-api", 25),
    ("mde-api", 25),
    ("operations", 25),
    ("output", 25),
    ("sandbox", 15),
    ("terminal", 15),
    ("xdr-api", 25),
];

/// Lines of a crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lines {
    all: usize,
    doc: usize,
}

impl Lines {
    /// The share of documentation in tenths of a percent, rounded down.
    fn share(self) -> usize {
        (self.doc * 1000).checked_div(self.all).unwrap_or(0)
    }
}

/// The table of shares, and what is too low.
pub(super) fn check(documents: &[Document]) -> (Vec<String>, Vec<Complaint>) {
    let mut table = vec!["doc share of each crate, without tests and generated files:".to_owned()];
    let mut complaints = Vec::new();
    for &(name, mark) in MARKS {
        let lines = count(documents, &format!("crates/{name}/"));
        let share = lines.share();
        table.push(format!(
            "  {name:<12} {:>6} lines {:>5} doc {:>5}   mark {mark} %",
            lines.all,
            lines.doc,
            percent(share)
        ));
        if share < mark * 10 {
            let what = format!(
                "doc share {}, below the mark of {mark} %: say what the names and types do not",
                percent(share)
            );
            complaints.push(Complaint::new(&format!("crates/{name}"), 0, what));
        }
    }
    (table, complaints)
}

fn percent(tenths: usize) -> String {
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn count(documents: &[Document], folder: &str) -> Lines {
    let mut lines = Lines::default();
    let counted = |document: &&Document| {
        document.name.starts_with(folder)
            && document.has_extension(&["rs"])
            && !document.is_test()
            && !document.name.ends_with("_tests.rs")
            && !document.name.contains("generated")
    };
    for document in documents.iter().filter(counted) {
        let text = document.text.lines();
        let text = text.take(source::lines_before_tests(&document.text));
        for line in text.map(str::trim).filter(|line| !line.is_empty()) {
            lines.all += 1;
            lines.doc += usize::from(line.starts_with("///") || line.starts_with("//!"));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, text: &str) -> Document {
        Document {
            name: name.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn tests_blank_lines_and_generated_files_do_not_count() {
        let text = "//! Top.\n\n/// A.\nfn a() {\n    // Why.\n}\n#[cfg(test)]\nmod tests {\n    /// B.\n}\n";
        let documents = [
            document("crates/a/src/lib.rs", text),
            document("crates/a/src/generated/b.rs", "fn b() {}\n"),
            document("crates/a/src/tests.rs", "fn c() {}\n"),
            document("crates/ab/src/lib.rs", "fn d() {}\n"),
        ];
        let lines = count(&documents, "crates/a/");
        assert_eq!(lines, Lines { all: 5, doc: 2 });
        assert_eq!(percent(lines.share()), "40.0 %");
    }

    #[test]
    fn a_crate_below_its_mark_is_a_complaint() {
        let told = document("crates/cli/src/lib.rs", "/// A.\nfn a() {}\n");
        let bare = document("crates/http-core/src/lib.rs", "fn a() {}\n");
        let (_, complaints) = check(&[told, bare]);
        let named = |name: &str| complaints.iter().any(|one| one.file == name);
        assert!(named("crates/http-core") && !named("crates/cli"));
    }
}
