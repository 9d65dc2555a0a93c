//! Checks that every promise of the pages with promises names an existing guard.

use std::fs;
use std::path::{Path, PathBuf};

use crate::COMMANDS;

/// The pages with promises.
const PAGES: &[&str] = &["docs/security.md", "docs/command-line-contract.md"];

/// The last column of a table of promises.
const GUARDS: &str = "noticed by";

/// A row of a table of promises.
#[derive(Debug, PartialEq, Eq)]
struct Promise<'a> {
    /// Counted from one.
    line: usize,
    promise: &'a str,
    /// The names in the middle cells and in the last cell.
    places: Vec<&'a str>,
    guards: Vec<&'a str>,
}

/// The complaints about the pages, and the number of their promises.
pub(super) fn check(root: &Path) -> Result<(usize, Vec<String>), String> {
    let (mut count, mut wrong) = (0, Vec::new());
    for page in PAGES {
        let text = crate::workspace::read(&root.join(page))?;
        let promises = promises(&text);
        if promises.is_empty() {
            return Err(format!(
                "{page} has no table whose last column is `{GUARDS}`"
            ));
        }
        for promise in &promises {
            let complaints = complaints(promise, &|file| find(root, file));
            let at = |what| format!("{page}:{}: {what}", promise.line);
            wrong.extend(complaints.into_iter().map(at));
        }
        count += promises.len();
    }
    Ok((count, wrong))
}

fn promises(text: &str) -> Vec<Promise<'_>> {
    let mut promises = Vec::new();
    let mut in_table = false;
    for (number, line) in (1..).zip(text.lines()) {
        let Some(cells) = cells(line) else {
            in_table = false;
            continue;
        };
        match cells.last() {
            Some(last) if *last == GUARDS => in_table = true,
            Some(last) if in_table && !last.starts_with("---") => promises.push(Promise {
                line: number,
                promise: cells[0],
                places: cells[1..cells.len() - 1]
                    .iter()
                    .flat_map(|cell| quoted(cell))
                    .collect(),
                guards: quoted(last),
            }),
            _ => {}
        }
    }
    promises
}

/// The cells of a table's row.
fn cells(line: &str) -> Option<Vec<&str>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

/// The texts between backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

fn complaints(promise: &Promise<'_>, read: &dyn Fn(&str) -> Option<Found>) -> Vec<String> {
    let mut wrong = Vec::new();
    if promise.guards.is_empty() {
        wrong.push(format!("nothing notices: {}", promise.promise));
    }
    let gone = promise.places.iter().filter(|place| read(place).is_none());
    wrong.extend(gone.map(|place| format!("`{place}` does not exist")));
    wrong.extend(
        promise
            .guards
            .iter()
            .filter_map(|guard| judge(guard, read).err()),
    );
    wrong
}

fn judge(guard: &str, read: &dyn Fn(&str) -> Option<Found>) -> Result<(), String> {
    if let Some(words) = guard.strip_prefix("cargo xtask ") {
        let name = words.split(' ').next().unwrap_or_default();
        let known = COMMANDS.iter().any(|command| command.name == name);
        return known
            .then_some(())
            .ok_or_else(|| format!("there is no `{guard}`"));
    }
    let text_of = |file: &str| match read(file) {
        Some(Found::Text(text)) => Ok(text),
        _ => Err(format!("`{file}` of `{guard}` does not exist")),
    };
    if let Some((file, test)) = guard.split_once("::") {
        return is_test(&text_of(file)?, test)
            .then_some(())
            .ok_or_else(|| format!("`{file}` has no test `{test}`"));
    }
    if let Some((file, setting)) = guard.split_once(": ") {
        return text_of(file)?
            .contains(setting)
            .then_some(())
            .ok_or_else(|| format!("`{file}` does not hold `{setting}`"));
    }
    Err(format!(
        "`{guard}` is no FILE::TEST, no FILE: TEXT and no cargo xtask COMMAND"
    ))
}

/// Whether a source has a function of that name with a test's attribute above it.
fn is_test(source: &str, name: &str) -> bool {
    let head = format!("fn {name}(");
    let mut attributes = false;
    for line in source.lines().map(str::trim) {
        if line.contains(&head) {
            return attributes;
        }
        // Other attributes and comments may come between.
        let is_mark = line.starts_with("#[test") || line.starts_with("#[tokio::test");
        attributes = is_mark || attributes && (line.starts_with("#[") || line.starts_with("//"));
    }
    false
}

/// The file or function of a path.
enum Found {
    Text(String),
    Folder,
}

/// A file or folder by its path from the root or from the folder of the crates.
fn find(root: &Path, name: &str) -> Option<Found> {
    let paths: [PathBuf; 2] = [root.join(name), root.join("crates").join(name)];
    paths.iter().find_map(|path| {
        if path.is_dir() {
            return Some(Found::Folder);
        }
        fs::read_to_string(path).ok().map(Found::Text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
| promise | where | noticed by |
| --- | --- | --- |
| it holds | `a.rs` | `a.rs::it_holds`, `cargo xtask ci` |
| no guard | `a.rs` | review |

| other | table |
| --- | --- |
| not | looked at |
";

    const SOURCE: &str = "
#[tokio::test(start_paused = true)]
#[cfg(unix)]
async fn it_holds() {}

fn helper() {}
";

    fn read(name: &str) -> Option<Found> {
        (name == "a.rs").then(|| Found::Text(SOURCE.to_owned()))
    }

    #[test]
    fn rows_are_found_with_what_they_name() {
        let promises = promises(TABLE);
        assert_eq!(promises.len(), 2);
        assert_eq!(promises[0].line, 3);
        assert_eq!(promises[0].places, ["a.rs"]);
        assert_eq!(promises[0].guards, ["a.rs::it_holds", "cargo xtask ci"]);
        assert_eq!(complaints(&promises[0], &read), Vec::<String>::new());
        assert_eq!(
            complaints(&promises[1], &read),
            ["nothing notices: no guard"]
        );
    }

    #[test]
    fn what_does_not_exist_is_told() {
        for guard in [
            "a.rs::helper",
            "a.rs::it_hold",
            "b.rs::it_holds",
            "a.rs: no such text",
            "cargo xtask dance",
            "review",
        ] {
            assert!(judge(guard, &read).is_err(), "{guard}");
        }
        assert_eq!(judge("a.rs: cfg(unix)", &read), Ok(()));
        let promise = Promise {
            line: 1,
            promise: "",
            places: vec!["gone.rs"],
            guards: vec!["cargo xtask ci"],
        };
        assert_eq!(complaints(&promise, &read), ["`gone.rs` does not exist"]);
    }
}
