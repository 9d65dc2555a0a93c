//! Operations by id and by the words of their ids.
//!
//! Each product has one table of operations. A [`Catalog`] joins the tables that a program offers and answers lookups
//! over all of them: an exact id from a plan, words from a command line, a description from a person. All lookups are
//! linear scans, which suffices for a few hundred operations, so a catalog needs no index and no memory of its own.

use http_core::Operation;

use crate::error::{Error, Result};
use crate::search::{self, Found, FoundCommand};
use crate::words::{means, nearest, parts, resembles, verbs_of, word};

/// The operations of some products.
///
/// A catalog holds references to static tables: creating and cloning it is cheap.
///
/// ```
/// use http_core::Operation;
/// use operations::Catalog;
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts");
/// static GET: Operation = Operation::get("x.alerts.get", "/api/alerts/{id}");
/// static OPERATIONS: &[&Operation] = &[&LIST, &GET];
///
/// let catalog = Catalog::new([OPERATIONS]);
/// assert_eq!(catalog.by_id("x.alerts.get").map(|operation| operation.http.path), Some("/api/alerts/{id}"));
/// assert_eq!(catalog.groups("x"), ["alerts"]);
/// assert_eq!(catalog.beginning_with("x alerts").len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    tables: Vec<&'static [&'static Operation]>,
}

impl Catalog {
    /// The operations of these tables, one table for each product. The order of the tables is the order of all results
    /// that are not ranked or sorted.
    ///
    /// If two tables have an operation with the same id, [`by_id`](Self::by_id) returns the first.
    pub fn new(tables: impl IntoIterator<Item = &'static [&'static Operation]>) -> Self {
        Self {
            tables: tables.into_iter().collect(),
        }
    }

    /// Every operation, table after table.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> {
        self.tables.iter().flat_map(|table| table.iter().copied())
    }

    /// The operation of that id, compared exactly.
    pub fn by_id(&self, id: &str) -> Option<&'static Operation> {
        self.operations().find(|operation| operation.id == id)
    }

    /// The operation of that id, or an error that names the id.
    ///
    /// # Errors
    /// [`Error::UnknownOperation`].
    pub fn require(&self, id: &str) -> Result<&'static Operation> {
        let found = self.by_id(id);
        found.ok_or_else(|| Error::UnknownOperation(id.to_owned()))
    }

    /// Operations that fit a description such as "installed software of a device", the best first.
    ///
    /// Words are looked for in ids, summaries, inputs, paths and help, in singular and plural and with common synonyms.
    /// A description that shares no word with any operation finds nothing. The result is not cut: take as many as you
    /// show.
    ///
    /// ```
    /// use http_core::Operation;
    /// use operations::Catalog;
    ///
    /// static LIST: Operation = Operation::get("x.machines.list", "/machines").summary("Lists devices");
    /// static ISOLATE: Operation = Operation::post("x.machines.isolate", "/isolate").summary("Isolates a device");
    /// static OPERATIONS: &[&Operation] = &[&LIST, &ISOLATE];
    ///
    /// let found = Catalog::new([OPERATIONS]).search("quarantine a computer");
    /// assert_eq!(found[0].operation.id, "x.machines.isolate");
    /// assert!(found[0].score > found[1].score);
    /// ```
    pub fn search(&self, description: &str) -> Vec<Found> {
        search::ranked(self.operations(), description)
    }

    /// Commands that fit a description, the best first: the operations, and the commands of the program itself.
    ///
    /// `own` are the words of each command of the program, such as `auth login`, and its purpose.
    ///
    /// ```
    /// use http_core::Operation;
    /// use operations::Catalog;
    ///
    /// static LIST: Operation = Operation::get("x.machines.list", "/machines").summary("Lists devices");
    /// static OPERATIONS: &[&Operation] = &[&LIST];
    ///
    /// let own = [("auth login".to_owned(), "Sign in".to_owned())];
    /// let found = Catalog::new([OPERATIONS]).search_commands("how to sign in", own);
    /// assert_eq!(found[0].command, "auth login");
    /// ```
    pub fn search_commands(
        &self,
        description: &str,
        own: impl IntoIterator<Item = (String, String)>,
    ) -> Vec<FoundCommand> {
        search::ranked_commands(self.operations(), own, description)
    }

    /// The first words of the ids, in the order of the tables, each once.
    pub fn products(&self) -> Vec<&'static str> {
        let ids = self.operations().map(|operation| operation.id);
        distinct(ids.map(|id| id.split_once('.').map_or(id, |(product, _)| product)))
    }

    /// The groups of a product, each once. Empty for an unknown product.
    pub fn groups(&self, product: &str) -> Vec<&'static str> {
        let of_product = self.operations().filter_map(|operation| {
            let rest = operation.id.strip_prefix(product)?.strip_prefix('.')?;
            rest.split('.').next()
        });
        distinct(of_product)
    }

    /// The operations of a group. Both names are spelled as in the ids, with underscores.
    pub fn verbs(&self, product: &str, group: &str) -> Vec<&'static Operation> {
        let of_group = |operation: &&'static Operation| {
            let rest = operation.id.strip_prefix(product);
            let rest = rest.and_then(|rest| rest.strip_prefix('.')?.strip_prefix(group));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.operations().filter(of_group).collect()
    }

    /// The operations whose ids begin with these words, separated by white space: `mde alerts`. Empty for no words, for
    /// unknown words and for more than three.
    pub fn beginning_with(&self, words: &str) -> Vec<&'static Operation> {
        let words: Vec<_> = words.split_whitespace().collect();
        let begins = |operation: &&'static Operation| {
            let mut pairs = words.iter().zip(parts(operation.id));
            !words.is_empty() && words.len() <= 3 && pairs.all(|(word, part)| means(word, part))
        };
        self.operations().filter(begins).collect()
    }

    /// The operations of commands such as `mde alerts list` or, for several, `mde alerts`, sorted by id, each once. A
    /// command may begin with the word `program`.
    ///
    /// # Errors
    /// The first command that names no operation.
    pub fn named<'a>(
        &self,
        commands: &[&'a str],
        program: &str,
    ) -> Result<Vec<&'static Operation>, &'a str> {
        let mut operations: Vec<&'static Operation> = Vec::new();
        for command in commands {
            let words = command.trim();
            let words = words
                .strip_prefix(program)
                .filter(|rest| rest.starts_with(' '))
                .unwrap_or(words);
            let found = self.beginning_with(words);
            if found.is_empty() {
                return Err(command);
            }
            operations.extend(found);
        }
        operations.sort_by_key(|operation| operation.id);
        operations.dedup_by_key(|operation| operation.id);
        Ok(operations)
    }

    /// The product, group and operation that the first words name, as far as they name any. Words after the third are
    /// ignored.
    pub fn resolve(&self, words: &[&str]) -> Resolved {
        let mut resolved = Resolved::default();
        let Some(first) = words.first() else {
            return resolved;
        };
        for operation in self.operations() {
            let [product, group, verb] = parts(operation.id);
            if !means(first, product) {
                continue;
            }
            resolved.product = Some(product);
            if !words.get(1).is_some_and(|word| means(word, group)) {
                continue;
            }
            resolved.group = Some(group);
            if words.get(2).is_some_and(|word| means(word, verb)) {
                resolved.operation = Some(operation);
                break;
            }
        }
        resolved
    }

    /// Suggestions for words that name no operation, of the first kind that finds any:
    ///
    /// 1. commands that have the words in other places ([`suggestions`](Self::suggestions)) or in another product;
    /// 2. the same, after a word such as `show` or `ls` is replaced by the verbs that the operations use;
    /// 3. commands that have some of the words;
    /// 4. commands that are spelled nearly like the words.
    ///
    /// ```
    /// use http_core::Operation;
    /// use operations::Catalog;
    ///
    /// static LIST: Operation = Operation::get("x.machines.list", "/machines");
    /// static OPERATIONS: &[&Operation] = &[&LIST];
    ///
    /// let catalog = Catalog::new([OPERATIONS]);
    /// for words in [["machines", "list"], ["machines", "ls"], ["machine", "list"]] {
    ///     assert_eq!(catalog.meant(&words), ["x machines list"]);
    /// }
    /// assert_eq!(catalog.meant(&["x", "machnies", "list"]), ["x machines list"]);
    /// assert!(catalog.meant(&["zebra"]).is_empty());
    /// ```
    pub fn meant(&self, words: &[&str]) -> Vec<String> {
        let resolved = self.resolve(words);
        // The words that were resolved are right, but the product may be the wrong one.
        let right = usize::from(resolved.product.is_some()) + usize::from(resolved.group.is_some());
        let in_part = (right + 1..=words.len()).rev().map(|most| &words[..most]);
        let elsewhere = words
            .get(1..)
            .filter(|words| right == 1 && !words.is_empty());
        let whole = self.suggestions(words);
        if !whole.is_empty() {
            return whole;
        }
        let by_meaning = self.with_other_verbs(words);
        if !by_meaning.is_empty() {
            return by_meaning;
        }
        let mut meant = in_part
            .chain(elsewhere)
            .map(|words| self.suggestions(words));
        let meant = meant.find(|meant| !meant.is_empty());
        meant.unwrap_or_else(|| self.spelled_like(words))
    }

    /// Suggestions with the verbs that mean the same as one of the words.
    fn with_other_verbs(&self, words: &[&str]) -> Vec<String> {
        let mut found = Vec::new();
        // A verb alone would suggest a command of each group.
        if words.len() < 2 {
            return found;
        }
        for (at, word) in words.iter().enumerate() {
            for verb in verbs_of(word) {
                let mut replaced = words.to_vec();
                replaced[at] = verb;
                found.extend(self.suggestions(&replaced));
            }
        }
        found
    }

    /// Commands whose words are these, except for typing errors.
    fn spelled_like(&self, words: &[&str]) -> Vec<String> {
        let commands = self.operations().filter_map(|operation| {
            let parts = parts(operation.id).map(word);
            let is_like = |(word, part): (&&str, &String)| {
                means(word, part) || nearest(word, [part.as_str()]).is_some()
            };
            let (all, shown) = (words.len().min(parts.len()), parts.join(" "));
            let is_meant = !words.is_empty() && words.iter().zip(&parts).all(is_like);
            is_meant.then(|| shown.split(' ').take(all).collect::<Vec<_>>().join(" "))
        });
        distinct_texts(commands)
    }

    /// Commands that have all of these words in other places: `machines list` and `mde list machines` suggest
    /// `mde machines list`. A command ends with the last part that a word names.
    pub fn suggestions(&self, words: &[&str]) -> Vec<String> {
        let commands = self.operations().filter_map(|operation| {
            let parts = parts(operation.id);
            let places = words
                .iter()
                .map(|word| parts.iter().position(|part| resembles(word, part)));
            let places: Option<Vec<usize>> = places.collect();
            let last = places?.into_iter().max()?;
            let command: Vec<_> = parts[..=last].iter().map(|part| word(part)).collect();
            Some(command.join(" "))
        });
        distinct_texts(commands)
    }
}

/// The parts that the first words of a command line name. A member is `None` where the words stop or are unknown; each
/// member is `Some` only if the members before it are.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Resolved {
    /// The first part of the id, in its spelling.
    pub product: Option<&'static str>,
    /// The second part of the id, in its spelling.
    pub group: Option<&'static str>,
    /// The operation, if the words name all three parts.
    pub operation: Option<&'static Operation>,
}

/// The same for commands.
fn distinct_texts(commands: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for command in commands {
        if !seen.contains(&command) {
            seen.push(command);
        }
    }
    seen
}

/// Removes repeated words and keeps the order of the first appearance.
fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen: Vec<&str> = Vec::new();
    for word in words {
        // The tables are sorted, so it is mostly the last one.
        if seen.last() != Some(&word) && !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    static LIST: Operation = Operation::get("mde.machines.list", "/a");
    static ISOLATE: Operation = Operation::post("mde.machines.isolate", "/b");
    static ALERTS: Operation = Operation::get("graph.alerts.list", "/c");
    static MDE: &[&Operation] = &[&LIST, &ISOLATE];
    static GRAPH: &[&Operation] = &[&ALERTS];

    fn catalog() -> Catalog {
        Catalog::new([MDE, GRAPH])
    }

    #[test]
    fn words_in_other_places_suggest_commands() {
        let catalog = catalog();
        assert_eq!(
            catalog.suggestions(&["machines", "isolate"]),
            ["mde machines isolate"]
        );
        assert_eq!(
            catalog.suggestions(&["mde", "list", "devices"]),
            ["mde machines list"]
        );
        assert_eq!(
            catalog.suggestions(&["alerts", "list"]),
            ["graph alerts list"]
        );
        assert!(catalog.suggestions(&["nothing"]).is_empty());
    }

    #[test]
    fn words_are_resolved_as_far_as_they_are_known() {
        let catalog = catalog();
        let found = catalog.resolve(&["mde", "devices", "lst"]);
        assert_eq!(
            (found.product, found.group),
            (Some("mde"), Some("machines"))
        );
        assert!(found.operation.is_none());
        let found = catalog.resolve(&["graph", "alerts", "list"]).operation;
        assert_eq!(found.map(|found| found.id), Some("graph.alerts.list"));
        assert!(catalog.resolve(&[]).product.is_none());
        assert_eq!(catalog.products(), ["mde", "graph"]);
    }

    #[test]
    fn commands_name_operations_once() {
        let catalog = catalog();
        let named = catalog.named(&["defender mde machines", "mde machines list"], "defender");
        let ids: Vec<_> = named.unwrap().into_iter().map(|one| one.id).collect();
        assert_eq!(ids, ["mde.machines.isolate", "mde.machines.list"]);
        assert_eq!(
            catalog.named(&["mde nothing"], "defender").unwrap_err(),
            "mde nothing"
        );
    }

    #[test]
    fn an_unknown_id_is_an_error() {
        let error = catalog().require("mde.machines.lst").unwrap_err();
        assert_eq!(error.to_string(), "unknown operation `mde.machines.lst`");
    }

    #[test]
    fn no_words_name_nothing() {
        assert!(catalog().beginning_with("  ").is_empty());
        assert_eq!(catalog().beginning_with("mde machines").len(), 2);
        assert!(
            catalog()
                .beginning_with("mde machines list more")
                .is_empty()
        );
    }
}
