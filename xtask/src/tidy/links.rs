//! Links between the documents, and from sources into them: the file and the anchor must exist.

use std::collections::{BTreeMap, BTreeSet};

use super::{Complaint, Document};

/// Documents that messages of the programs point into.
const DOCS: &str = "docs/";

pub(super) fn check(documents: &[Document], files: &[String]) -> Vec<Complaint> {
    let anchors: BTreeMap<&str, BTreeSet<String>> = documents
        .iter()
        .filter(|document| document.has_extension(&["md"]))
        .map(|document| (document.name.as_str(), anchors(&document.text)))
        .collect();
    let mut complaints = Vec::new();
    for document in documents {
        let links = if document.has_extension(&["md"]) {
            links_of_prose(document)
        } else if document.has_extension(&["rs"]) && !document.is_test() {
            links_of_source(document)
        } else {
            continue;
        };
        for (line, target) in links {
            if let Some(what) = judge(&target, &document.name, &anchors, files) {
                complaints.push(Complaint::new(&document.name, line, what));
            }
        }
    }
    complaints
}

/// Why a link is broken. The target is `path` or `path#anchor`, the path relative to the root.
fn judge(
    target: &str,
    own: &str,
    anchors: &BTreeMap<&str, BTreeSet<String>>,
    files: &[String],
) -> Option<String> {
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let path = if path.is_empty() {
        own
    } else {
        path.trim_end_matches('/')
    };
    let folder = format!("{path}/");
    let exists = files
        .iter()
        .any(|file| file == path || file.starts_with(&folder));
    if !exists {
        return Some(format!("links to {path}, which does not exist"));
    }
    let missing = !anchor.is_empty()
        && anchors
            .get(path)
            .is_some_and(|anchors| !anchors.contains(anchor));
    missing.then(|| format!("links to {path}#{anchor}, and that page has no such anchor"))
}

/// Relative links of a Markdown file, resolved against its folder.
fn links_of_prose(document: &Document) -> Vec<(usize, String)> {
    let folder = document
        .name
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder);
    let mut links = Vec::new();
    for (number, line) in lines_outside_code(&document.text) {
        for (at, _) in line.match_indices("](") {
            let rest = &line[at + 2..];
            let Some(target) = rest.find(')').map(|end| &rest[..end]) else {
                continue;
            };
            // Another site, or a path of Rust items in a file that rustdoc compiles.
            if target.contains("::") || target.contains(':') || target.is_empty() {
                continue;
            }
            let resolved = match target.strip_prefix('#') {
                Some(_) => target.to_owned(),
                None => resolve(folder, target),
            };
            links.push((number, resolved));
        }
    }
    links
}

/// Pages below [`DOCS`] named in a source, with or without an anchor.
fn links_of_source(document: &Document) -> Vec<(usize, String)> {
    let lines = super::source::lines_before_tests(&document.text);
    let mut links = Vec::new();
    for (number, line) in (1..).zip(document.text.lines().take(lines)) {
        for (at, _) in line.match_indices(DOCS) {
            let target: String = line[at..]
                .chars()
                .take_while(|character| character.is_alphanumeric() || "/-_.#".contains(*character))
                .collect();
            if target.contains(".md") {
                links.push((number, target.trim_end_matches('.').to_owned()));
            }
        }
    }
    links
}

fn resolve(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The anchors of a page: explicit ones and the ones of its headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for (_, line) in lines_outside_code(text) {
        if line.starts_with('#') {
            anchors.insert(slug(line.trim_start_matches('#').trim()));
        }
        for (at, mark) in line.match_indices("<a id=\"") {
            let rest = &line[at + mark.len()..];
            anchors.extend(rest.find('"').map(|end| rest[..end].to_owned()));
        }
    }
    anchors
}

/// The anchor of a heading on code hosts: lower case, hyphens for blanks, no punctuation.
fn slug(heading: &str) -> String {
    heading
        .chars()
        .filter_map(|character| match character {
            ' ' => Some('-'),
            '-' | '_' => Some(character),
            letter if letter.is_alphanumeric() => letter.to_lowercase().next(),
            _ => None,
        })
        .collect()
}

fn lines_outside_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut inside = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(documents: &[(&str, &str)]) -> Vec<String> {
        let documents: Vec<Document> = documents
            .iter()
            .map(|(name, text)| Document {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        let files: Vec<String> = documents
            .iter()
            .map(|document| document.name.clone())
            .collect();
        check(&documents, &files)
            .iter()
            .map(Complaint::show)
            .collect()
    }

    #[test]
    fn a_link_to_nothing_is_reported() {
        let pages = [
            ("docs/a.md", "[b](b.md) [c](../README.md)\n"),
            ("README.md", "[a](docs/a.md)\n"),
        ];
        assert_eq!(
            complaints(&pages),
            ["docs/a.md:1: links to docs/b.md, which does not exist"]
        );
    }

    #[test]
    fn headings_and_explicit_anchors_can_be_linked() {
        let page = "# The page\n\n<a id=\"401\"></a>\n## Not signed in (401)\n[x](#401) [y](#not-signed-in-401)\n";
        assert!(complaints(&[("docs/a.md", page)]).is_empty());
        assert_eq!(
            complaints(&[("docs/a.md", "# The page\n[x](#other)\n")]),
            ["docs/a.md:2: links to docs/a.md#other, and that page has no such anchor"]
        );
    }

    #[test]
    fn a_source_that_points_into_the_docs_is_checked() {
        let page = ("docs/troubleshooting.md", "<a id=\"429\"></a>\n");
        let source =
            |anchor: &str| format!("const HELP: &str = \"docs/troubleshooting.md#{anchor}\";\n");
        assert!(complaints(&[page, ("crates/a/src/a.rs", &source("429"))]).is_empty());
        assert_eq!(
            complaints(&[page, ("crates/a/src/a.rs", &source("430"))]).len(),
            1
        );
    }

    #[test]
    fn other_sites_items_and_code_are_left_alone() {
        let text = "[a](https://example.com) [b](crate::B)\n```\n[c](nowhere.md)\n```\n";
        assert!(complaints(&[("README.md", text)]).is_empty());
    }

    #[test]
    fn folders_can_be_linked() {
        assert!(complaints(&[("README.md", "[a](docs/)\n"), ("docs/a.md", "")]).is_empty());
    }
}
