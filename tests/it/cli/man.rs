//! Manual pages: each command has one, every page that is referred to is there, and the sections of the help are in it.

use std::collections::BTreeSet;

use super::program::Program;

#[tokio::test]
async fn a_page_says_what_the_help_says() {
    let outcome = Program::line("man mde alerts list").run().await;
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    for line in [
        ".SH NAME\ndefender\\-mde\\-alerts\\-list \\- List alerts\n",
        "\\fB\\-\\-severity\\fR \\fI<WORD>\\fR\n",
        ".SH EXAMPLES\n.nf\ndefender mde alerts list\n",
        ".SH \"PERMISSIONS (the least first)\"\n",
    ] {
        assert!(outcome.stdout.contains(line), "{line}: {outcome}");
    }
    let whole = Program::line("man").run().await;
    assert!(whole.stdout.contains("\\fB\\-\\-jq\\fR"), "{whole}");
    let outcome = Program::line("man mde alrts list").run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("`defender mde alerts list`"),
        "{outcome}"
    );
}

/// The pages that a page refers to: `defender\-mde(1)` below `SUBCOMMANDS`.
fn references(page: &str) -> impl Iterator<Item = String> {
    let plain = page.replace('\\', "");
    let words: Vec<String> = plain.split_whitespace().map(str::to_owned).collect();
    words
        .into_iter()
        .filter_map(|word| word.strip_suffix("(1)").map(str::to_owned))
}

#[tokio::test]
async fn a_folder_of_pages_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("man").display().to_string();
    let dry = Program::new(&["man", "--write", &place, "--dry-run"])
        .run()
        .await;
    assert_eq!(dry.code, Some(0), "{dry}");
    assert!(!folder.path().join("man").exists());
    let outcome = Program::new(&["man", "--write", &place]).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let files = std::fs::read_dir(folder.path().join("man/man1")).unwrap();
    let mut pages = BTreeSet::new();
    let mut referred = BTreeSet::new();
    for file in files {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let title = format!(".TH {} 1", name.to_uppercase());
        assert!(text.contains(&title), "{name}: {text}");
        referred.extend(references(&text));
        pages.insert(name);
    }
    assert_eq!(outcome.json()["pages"], pages.len());
    // Each operation, and what leads to it.
    let operations = Program::line("operations -o json").run().await.json();
    for operation in operations.as_array().unwrap() {
        let command = operation["command"].as_str().unwrap();
        let page = format!("defender-{}", command.replace(' ', "-"));
        assert!(pages.contains(&page), "{page}");
    }
    assert!(referred.len() > 400, "{}", referred.len());
    let missing: Vec<_> = referred.difference(&pages).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
