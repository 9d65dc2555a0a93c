//! Modules that use each other in a circle, which no crate may have but for a few natural pairs.

use std::collections::BTreeSet;
use std::path::Path;

use super::modules::Modules;
use crate::workspace;

/// Circles that stay: a thing and what it is made by. At most three, of two or three files each.
const NATURAL: &[&[&str]] = &[];

/// How many circles a part of the workspace still has. The number only goes down; a lower one is reported.
const TO_GO: &[(&str, usize)] = &[];

/// Files that use each other, by their paths from the workspace's root.
type Circle = BTreeSet<String>;

/// What was found in the workspace.
pub(super) struct Found {
    pub(super) problems: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// Looks for circles in every crate, given the root files of all.
pub(super) fn check(roots: &[String]) -> Result<Found, String> {
    let root = workspace::root()?;
    let mut circles = Vec::new();
    for file in roots {
        let modules = Modules::read(Path::new(file))?;
        let names: Vec<_> = modules
            .files
            .iter()
            .map(|file| {
                let file = file.strip_prefix(&root).unwrap_or(file);
                file.display().to_string().replace('\\', "/")
            })
            .collect();
        circles.extend(find(&names, &modules.edges()));
    }
    Ok(judge(&circles, NATURAL, TO_GO))
}

fn judge(circles: &[(Circle, String)], natural: &[&[&str]], to_go: &[(&str, usize)]) -> Found {
    let is_in =
        |circle: &Circle, list: &[&str]| circle.iter().all(|file| list.contains(&file.as_str()));
    let gone = natural
        .iter()
        .filter(|list| !circles.iter().any(|(circle, _)| is_in(circle, list)));
    let mut found = Found {
        problems: Vec::new(),
        notes: gone
            .map(|list| {
                format!(
                    "no circle any more, delete it from the list: {}",
                    list.join(", ")
                )
            })
            .collect(),
    };
    let mut left: Vec<_> = circles
        .iter()
        .filter(|(circle, _)| !natural.iter().any(|list| is_in(circle, list)))
        .collect();
    for &(folder, known) in to_go {
        let is_below = |circle: &Circle| circle.iter().any(|file| file.starts_with(folder));
        let count = left.iter().filter(|(circle, _)| is_below(circle)).count();
        if count < known {
            let note = format!("{folder} has {count} circles, and {known} are allowed: lower it");
            found.notes.push(note);
        }
        if count <= known {
            left.retain(|(circle, _)| !is_below(circle));
        }
    }
    let shown = left.iter();
    found.problems = shown
        .map(|(_, shown)| format!("modules use each other in a circle:\n{shown}"))
        .collect();
    found
}

/// The largest sets of files that all reach each other, each with its edges in words.
fn find(files: &[String], edges: &[BTreeSet<usize>]) -> Vec<(Circle, String)> {
    let reached: Vec<_> = (0..files.len()).map(|from| reach(from, edges)).collect();
    let mut circles = Vec::new();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for from in 0..files.len() {
        if seen.contains(&from) {
            continue;
        }
        let circle: BTreeSet<usize> = reached[from]
            .iter()
            .copied()
            .filter(|&to| reached[to].contains(&from))
            .collect();
        if circle.is_empty() {
            continue;
        }
        seen.extend(&circle);
        let mut shown = Vec::new();
        for &file in &circle {
            let uses: Vec<_> = edges[file]
                .intersection(&circle)
                .map(|&to| files[to].as_str())
                .collect();
            shown.push(format!("  {} uses {}", files[file], uses.join(", ")));
        }
        let names = circle.iter().map(|&file| files[file].clone()).collect();
        circles.push((names, shown.join("\n")));
    }
    circles
}

/// Every file that can be reached from one, itself only if it lies on a circle.
fn reach(from: usize, edges: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<_> = edges[from].iter().copied().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(&edges[file]);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// The circles of a crate made of these files, by their names.
    fn circles(name: &str, files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let folder = std::env::temp_dir().join(format!("layers-{}-{name}", std::process::id()));
        for (file, text) in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let modules = Modules::read(&folder.join("lib.rs")).unwrap();
        let names: Vec<_> = modules
            .files
            .iter()
            .map(|file| file.strip_prefix(&folder).unwrap().display().to_string())
            .collect();
        let found = find(&names, &modules.edges());
        fs::remove_dir_all(folder).unwrap();
        found
            .into_iter()
            .map(|(circle, _)| circle.into_iter().collect())
            .collect()
    }

    #[test]
    fn two_modules_that_use_each_other_are_a_circle() {
        let found = circles(
            "pair",
            &[
                ("lib.rs", "mod a; mod b;"),
                ("a.rs", "use crate::b::B; pub struct A;"),
                ("b.rs", "pub struct B(crate::a::A);"),
            ],
        );
        assert_eq!(found, [["a.rs", "b.rs"]]);
    }

    #[test]
    fn a_name_is_followed_through_the_facade_to_its_home() {
        let found = circles(
            "facade",
            &[
                (
                    "lib.rs",
                    "mod a; mod b; mod c; pub use a::A; pub use c::deep::D;",
                ),
                ("a.rs", "pub struct A;"),
                ("b.rs", "use crate::{A, D}; pub struct B;"),
                ("c.rs", "pub mod deep;"),
                ("c/deep.rs", "use super::super::b::B; pub struct D;"),
            ],
        );
        assert_eq!(found, [["b.rs", "c/deep.rs"]]);
    }

    #[test]
    fn a_module_and_its_parts_are_one_thing_and_two_parts_are_not() {
        let child = ("p/c.rs", "use super::P; pub struct C(P);");
        let whole = ("p.rs", "mod c; mod d; pub struct P; fn f(_: c::C) {}");
        let parts = circles(
            "parts",
            &[
                ("lib.rs", "mod p;"),
                whole,
                child,
                ("p/d.rs", "pub(super) struct D;"),
            ],
        );
        assert!(parts.is_empty(), "{parts:?}");
        let pair = circles(
            "parts-pair",
            &[
                ("lib.rs", "mod p;"),
                whole,
                ("p/c.rs", "use super::d::D; pub struct C;"),
                ("p/d.rs", "use super::c::C; pub struct D;"),
            ],
        );
        assert_eq!(pair, [["p/c.rs", "p/d.rs"]]);
    }

    #[test]
    fn tests_may_use_what_they_like() {
        let found = circles(
            "tests",
            &[
                ("lib.rs", "mod a; mod b;"),
                (
                    "a.rs",
                    "pub struct A; #[cfg(test)] mod tests { use crate::b::B; }",
                ),
                ("b.rs", "use crate::a::A; pub struct B;"),
            ],
        );
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn a_known_circle_passes_and_one_that_is_gone_is_noted() {
        let circle: Circle = ["x/a.rs".to_owned(), "x/b.rs".to_owned()].into();
        let circles = [(circle, String::new())];
        let found = judge(&circles, &[&["x/a.rs", "x/b.rs"]], &[("y/", 1)]);
        assert!(found.problems.is_empty());
        assert_eq!(
            found.notes,
            ["y/ has 0 circles, and 1 are allowed: lower it"]
        );
        assert!(judge(&circles, &[], &[("x/", 1)]).problems.is_empty());
        assert_eq!(
            judge(&circles, &[&["x/a.rs", "y/c.rs"]], &[("y/", 0)])
                .problems
                .len(),
            1
        );
    }

    #[test]
    fn natural_circles_are_few_and_small() {
        assert!(NATURAL.len() <= 3);
        assert!(NATURAL.iter().all(|circle| circle.len() <= 3));
    }
}
