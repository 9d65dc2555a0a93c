//! How much of each crate is documentation: lines that begin with `///` or `//!`, over all lines that are not blank.
//! Tests and generated files do not count.

use super::{Complaint, Document, source};

/// The least share of each crate, in percent.
const MARKS: &[(&str, usize)] = &[
    ("auth-core", 25),
    ("cli", 15),
    ("http-core", 25),
    ("mdca-api", 25),
    ("mde-api", 25),
    ("operations", 25),
    ("output", 25),
    ("sandbox", 15),
    ("xdr-api", 25),
];

/// The crates below their mark, with the tenths of a percent that they have reached. The numbers only rise; a crate at
/// its mark leaves the list.
const NOT_YET: &[(&str, usize)] = &[("cli", 72), ("http-core", 147), ("sandbox", 66)];

/// Whether a share that is too low fails the command, or is only reported.
const FAILS: bool = false;

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
        let known = NOT_YET.iter().find(|(listed, _)| *listed == name);
        if let Some(what) = judge(share, mark, known.map(|(_, reached)| *reached)) {
            let complaint = match FAILS {
                true => Complaint::new,
                false => Complaint::warning,
            };
            complaints.push(complaint(&format!("crates/{name}"), 0, what));
        }
    }
    (table, complaints)
}

/// What is wrong with a share, both it and what was reached in tenths of a percent.
fn judge(share: usize, mark: usize, reached: Option<usize>) -> Option<String> {
    let shown = percent(share);
    match reached {
        None if share < mark * 10 => Some(format!(
            "doc share {shown}, below the mark of {mark} %: say what the names and types do not"
        )),
        Some(reached) if share < reached => Some(format!(
            "doc share {shown}, and it was {} before: it may only rise",
            percent(reached)
        )),
        Some(_) if share >= mark * 10 => Some(format!(
            "doc share {shown}, at its mark: take it off the list in xtask/src/tidy/share.rs"
        )),
        _ => None,
    }
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
    fn a_share_may_only_rise_up_to_the_mark() {
        assert_eq!(judge(250, 25, None), None);
        assert_eq!(judge(171, 25, Some(170)), None);
        assert!(judge(249, 25, None).unwrap().contains("below the mark"));
        assert!(judge(169, 25, Some(170)).unwrap().contains("only rise"));
        assert!(judge(250, 25, Some(170)).unwrap().contains("off the list"));
    }

    #[test]
    fn every_listed_crate_has_a_mark_that_it_has_not_reached() {
        for (name, reached) in NOT_YET {
            let mark = MARKS.iter().find(|(marked, _)| marked == name);
            assert!(
                mark.is_some_and(|(_, mark)| reached < &(mark * 10)),
                "{name}"
            );
        }
    }
}
