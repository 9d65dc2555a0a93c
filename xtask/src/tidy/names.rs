//! Allowed places and names of files.

use std::collections::BTreeSet;

use super::Complaint;

/// The allowed entries of the root folder.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".config",
    ".gitattributes",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "SECURITY.md",
    "clippy.toml",
    "crates",
    "deny.toml",
    "deploy",
    "docs",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "tests",
    "xtask",
];

pub(super) fn check(files: &[String]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let tops: BTreeSet<&str> = files
        .iter()
        .map(|file| file.split_once('/').map_or(file.as_str(), |(top, _)| top))
        .collect();
    for top in tops.into_iter().filter(|top| !TOP.contains(top)) {
        let what = "does not belong at the top of the repository; see xtask/src/tidy/names.rs";
        complaints.push(Complaint::new(top, 0, what));
    }
    for file in files {
        if file.ends_with("/mod.rs") {
            complaints.push(Complaint::new(
                file,
                0,
                "a module's file is named after the module",
            ));
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(files: &[&str]) -> Vec<String> {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        check(&files).iter().map(Complaint::show).collect()
    }

    #[test]
    fn the_top_holds_what_is_listed() {
        assert!(complaints(&["Cargo.toml", "crates/a/src/lib.rs", "docs/testing.md"]).is_empty());
        let found = complaints(&["notes.txt", "scripts/a.sh", "scripts/b.sh"]);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].starts_with("notes.txt: "), "{found:?}");
        assert!(found[1].starts_with("scripts: "), "{found:?}");
    }

    #[test]
    fn modules_have_their_own_names() {
        assert_eq!(complaints(&["crates/a/src/b/mod.rs"]).len(), 1);
        assert!(complaints(&["crates/a/src/b.rs", "crates/a/src/nomod.rs"]).is_empty());
    }
}
