//! `cargo xtask semver`: compares the public interfaces with those of the baseline.

use std::process::Stdio;

use crate::{Outcome, out, workspace};

/// The file with the git revision of the baseline. A release sets it to its own commit.
const BASELINE: &str = "xtask/semver-baseline.txt";

/// Compares each published crate with the same crate at the baseline, or at the revision that the argument names.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let text = workspace::read(&workspace::root()?.join(BASELINE))?;
    let revision = match arguments {
        [] => named(&text).ok_or_else(|| format!("{BASELINE} names no revision"))?,
        [revision] => revision,
        _ => return Err("semver takes one revision, and none for the baseline".to_owned()),
    };
    if !is_known(revision)? {
        return Err(format!(
            "the revision {revision} is not in this clone: fetch the whole history, or name another in {BASELINE}"
        ));
    }
    if !workspace::has_cargo_tool("semver-checks") {
        return Err(
            "cargo-semver-checks is not installed, so nothing was checked; to install it: \
             cargo install cargo-semver-checks --locked"
                .to_owned(),
        );
    }
    out::note(&format!("==> against {revision}"));
    workspace::check(workspace::cargo(&[
        "semver-checks",
        "--workspace",
        "--baseline-rev",
        revision,
    ])?)
}

/// The revision of the file: the first line that is not a comment.
fn named(text: &str) -> Option<&str> {
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| !line.is_empty() && !line.starts_with('#'))
}

fn is_known(revision: &str) -> Result<bool, String> {
    let mut git = std::process::Command::new("git");
    git.args(["cat-file", "-e", &format!("{revision}^{{commit}}")])
        .current_dir(workspace::root()?)
        .stderr(Stdio::null());
    let status = git.status();
    status
        .map(|status| status.success())
        .map_err(|error| format!("cannot run git: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_baseline_is_a_whole_revision() {
        let text = workspace::read(&workspace::root().unwrap().join(BASELINE)).unwrap();
        let revision = named(&text).unwrap();
        assert_eq!(revision.len(), 40);
        assert!(revision.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }

    #[test]
    fn comments_and_blank_lines_are_skipped() {
        assert_eq!(named("# Why.\n\n abc \ndef\n"), Some("abc"));
        assert_eq!(named("# Why.\n"), None);
    }

    #[test]
    fn an_unknown_revision_is_refused() {
        let refused = run(&["0000000000000000000000000000000000000000"]).unwrap_err();
        assert!(refused.contains("not in this clone"), "{refused}");
    }
}
