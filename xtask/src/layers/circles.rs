//! Files of a crate that use each other in a circle. No crate may have one.

use std::collections::BTreeSet;
use std::path::Path;

use super::modules::Modules;
use crate::workspace;

/// Files that use each other, by their paths from the workspace's root.
type Circle = BTreeSet<String>;

/// The circles of every crate in words, given the root files of all.
pub(super) fn check(roots: &[String]) -> Result<Vec<String>, String> {
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
    let shown = circles
        .iter()
        .map(|(_, shown)| format!("modules use each other in a circle:\n{shown}"));
    Ok(shown.collect())
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
}
