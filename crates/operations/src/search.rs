//! Operations by purpose: a ranked search over the texts of their tables.
//!
//! A person says "cut a device off the network", the service says `isolate` and `machine`. The search brings both to
//! one form: words are lower case, without endings, and [synonyms](SYNONYMS) are replaced by the word of the services.
//! Each operation gets a score, which grows with three things:
//!
//! - the place of a word: the verb and the group of the id count most, the help least;
//! - how rare a word is among the operations: `alert` says less than `offboard`;
//! - which part of the description the operation covers.
//!
//! No index is kept. The few hundred operations of all products are scored in a few milliseconds, and the result
//! depends on the tables alone.

use std::collections::{HashMap, HashSet};

use http_core::Operation;

use crate::words;

/// An operation that fits a description, as [`Catalog::search`](crate::Catalog::search) returns it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Found {
    /// The operation.
    pub operation: &'static Operation,
    /// How well it fits; above zero, higher is better. Comparable within one search only.
    pub score: f64,
}

/// Weight of a word in the second or third part of the id.
const IN_VERB_OR_GROUP: f64 = 4.0;
/// Weight of a word in the first part of the id. Low, because all operations of the product share it.
const IN_PRODUCT: f64 = 2.0;
/// Weight of a word in the summary.
const IN_SUMMARY: f64 = 3.0;
/// Weight of a word in the name of an input or in the path.
const IN_INPUTS: f64 = 1.0;
/// Weight of a word in a help text. Help texts are long and mention neighbouring subjects.
const IN_HELP: f64 = 0.5;

/// Stop words: they are in most descriptions and distinguish no operation.
const EMPTY: &[&str] = &[
    "a", "all", "an", "and", "are", "as", "at", "be", "by", "do", "for", "from", "has", "have",
    "how", "i", "in", "is", "it", "its", "me", "my", "of", "on", "one", "or", "that", "the",
    "there", "these", "this", "to", "was", "what", "which", "with",
];

/// Words that people use, each with the word of the services. Both are singular, because [`singular`] is applied first.
const SYNONYMS: &[(&str, &str)] = &[
    ("device", "machine"),
    ("computer", "machine"),
    ("host", "machine"),
    ("endpoint", "machine"),
    ("ioc", "indicator"),
    ("cve", "vulnerability"),
    ("quarantine", "isolate"),
    ("show", "list"),
    ("delete", "remove"),
    ("account", "user"),
    ("logon", "login"),
    ("program", "software"),
    ("app", "application"),
];

/// A command that fits a description, as [`Catalog::search_commands`](crate::Catalog::search_commands) returns it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FoundCommand {
    /// The words of the command, without the program.
    pub command: String,
    /// Its purpose, in one line without a full stop.
    pub summary: String,
    /// The operation behind it. `None` for a command of the program itself.
    pub operation: Option<&'static Operation>,
    /// How well it fits; above zero, higher is better. Comparable within one search only.
    pub score: f64,
}

/// Something that is searched for, with its words and their weights.
struct Entry<T> {
    subject: T,
    /// Decides between entries with the same score: the shorter one is first.
    name: String,
    words: HashMap<String, f64>,
}

/// The operations that share a word with the description, the best first. Of equals the one with the shorter id is
/// first.
pub(crate) fn ranked(
    operations: impl Iterator<Item = &'static Operation>,
    description: &str,
) -> Vec<Found> {
    let found = sorted(operations.map(entry).collect(), description).into_iter();
    found
        .map(|(operation, score)| Found { operation, score })
        .collect()
}

/// The operations and the commands of the program itself that share a word with the description, the best first.
///
/// `own` are the words of each command, and its purpose.
pub(crate) fn ranked_commands(
    operations: impl Iterator<Item = &'static Operation>,
    own: impl IntoIterator<Item = (String, String)>,
    description: &str,
) -> Vec<FoundCommand> {
    let operations = operations.map(|operation| {
        let entry = entry(operation);
        let command = FoundCommand {
            command: words::command(operation.id),
            summary: operation.doc.summary.to_owned(),
            operation: Some(operation),
            score: 0.0,
        };
        Entry {
            subject: command,
            name: entry.name,
            words: entry.words,
        }
    });
    let own = own.into_iter().map(|(command, summary)| Entry {
        words: weighted(&[(&command, IN_VERB_OR_GROUP), (&summary, IN_SUMMARY)]),
        name: command.clone(),
        subject: FoundCommand {
            command,
            summary,
            operation: None,
            score: 0.0,
        },
    });
    let found = sorted(operations.chain(own).collect(), description).into_iter();
    found
        .map(|(command, score)| FoundCommand { score, ..command })
        .collect()
}

/// The entries that share a word with the description, with their scores, the best first.
fn sorted<T>(all: Vec<Entry<T>>, description: &str) -> Vec<(T, f64)> {
    let wanted: HashSet<String> = stems(description).collect();
    let rarity: HashMap<&str, f64> = wanted
        .iter()
        .map(|word| {
            let having = all.iter().filter(|entry| entry.words.contains_key(word));
            (word.as_str(), rarity(all.len(), having.count()))
        })
        .collect();
    let mut found: Vec<_> = all
        .into_iter()
        .map(|entry| (score(&entry.words, &rarity), entry))
        .filter(|(score, _)| *score > 0.0)
        .collect();
    found.sort_by(|(one_score, one), (other_score, other)| {
        let by_score = other_score.total_cmp(one_score);
        by_score
            .then(one.name.len().cmp(&other.name.len()))
            .then_with(|| one.name.cmp(&other.name))
    });
    found
        .into_iter()
        .map(|(score, entry)| (entry.subject, score))
        .collect()
}

/// Weight of a word that `having` of `all` operations have. The formula is the inverse document frequency of BM25.
fn rarity(all: usize, having: usize) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of operations are far below the precision of a float"
    )]
    let (all, having) = (all as f64, having as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// Sum of the weights of the words found, times the covered part of the description.
///
/// The divisor grows with the words of the operation itself: of two operations that cover a description, the one with
/// fewer other words ranks first.
fn score(words: &HashMap<String, f64>, rarity: &HashMap<&str, f64>) -> f64 {
    let (mut sum, mut covered, mut all) = (0.0, 0.0, 0.0);
    for (word, rarity) in rarity {
        all += rarity;
        if let Some(weight) = words.get(*word) {
            sum += weight * rarity;
            covered += rarity;
        }
    }
    let ours: f64 = words.values().filter(|weight| **weight >= IN_SUMMARY).sum();
    // Words of the operation that are not in the description make it a less likely answer.
    sum * (covered / all) / (ours + 8.0)
}

/// An operation with the words of its texts.
fn entry(operation: &'static Operation) -> Entry<&'static Operation> {
    let [product, group, verb] = words::parts(operation.id);
    let mut texts = vec![
        (product, IN_PRODUCT),
        (group, IN_VERB_OR_GROUP),
        (verb, IN_VERB_OR_GROUP),
        (operation.doc.summary, IN_SUMMARY),
        (operation.http.path, IN_INPUTS),
        (operation.doc.help, IN_HELP),
    ];
    let names: Vec<_> = operation
        .inputs
        .iter()
        .map(|param| words::option(param.name))
        .collect();
    texts.extend(names.iter().map(|name| (name.as_str(), IN_INPUTS)));
    texts.extend(operation.inputs.iter().map(|param| (param.help, IN_HELP)));
    Entry {
        subject: operation,
        name: operation.id.to_owned(),
        words: weighted(&texts),
    }
}

/// The words of some texts, each with the weight of the best place where it occurs.
fn weighted(texts: &[(&str, f64)]) -> HashMap<String, f64> {
    let mut weights: HashMap<String, f64> = HashMap::new();
    for (text, weight) in texts {
        for word in stems(text) {
            let known = weights.entry(word).or_default();
            *known = known.max(*weight);
        }
    }
    weights
}

/// The words of a text in one form: small, without endings, one word for those that mean the same.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words
        .flat_map(humps)
        .map(|word| word.to_lowercase())
        .filter(|word| word.len() > 1 && !EMPTY.contains(&word.as_str()))
        .map(|word| stem(&word))
}

/// Splits a name in camel case: `lookBackHours` becomes `look`, `Back`, `Hours`.
fn humps(word: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut small_before = false;
    for (at, letter) in word.char_indices() {
        if letter.is_uppercase() && small_before {
            found.push(&word[begin..at]);
            begin = at;
        }
        small_before = letter.is_lowercase();
    }
    found.push(&word[begin..]);
    found
}

/// One form for related words: singular, then synonym, then without an ending. At least four letters remain, so that
/// short words such as `file` keep their meaning.
fn stem(word: &str) -> String {
    let synonym = |word: &str| {
        let found = SYNONYMS.iter().find(|(known, _)| *known == word);
        found.map(|(_, meaning)| *meaning)
    };
    let word = singular(word);
    let word = synonym(&word).map_or(word, str::to_owned);
    let endings = ["ation", "tion", "ing", "ied", "ed", "es", "e", "y"];
    let plain = endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 4));
    plain.map_or_else(|| word.clone(), str::to_owned)
}

/// A plural without its ending. Words such as `status` and `analysis` end in an `s` that belongs to them.
fn singular(word: &str) -> String {
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 2) {
        return format!("{rest}y");
    }
    match word.strip_suffix('s') {
        Some(rest) if rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_meaning_are_one() {
        let one = |text: &str| stems(text).collect::<Vec<_>>();
        assert_eq!(one("Vulnerabilities"), one("vulnerability"));
        assert_eq!(one("the devices"), one("machine"));
        assert_eq!(one("isolated"), one("isolate"));
        assert_eq!(one("lookBackHours"), one("look back hour"));
        assert!(one("of the").is_empty());
    }

    #[test]
    fn a_description_that_meets_nothing_finds_nothing() {
        static LIST: Operation = Operation::get("t.alerts.list", "/alerts").summary("Lists alerts");
        let count = |text: &str| ranked(std::iter::once(&LIST), text).len();
        assert_eq!((count("alerts"), count("zebra"), count("")), (1, 0, 0));
    }
}
