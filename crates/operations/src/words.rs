//! The id of an operation as words of a command, and words back to ids.
//!
//! An id has three parts, `product.group.verb`, spelled with underscores: `graph.secure_scores.list`. A command has the
//! same parts with blanks and hyphens. Names of inputs come from the services in several spellings (`$filter`,
//! `lookBackHours`, `RBAC_Group`); [`option`] returns one spelling of each for options and messages.
//!
//! ```
//! use operations::words;
//!
//! assert_eq!(words::command("graph.secure_scores.list"), "graph secure-scores list");
//! assert_eq!(words::option("lookBackHours"), "look-back-hours");
//! ```

mod foreign;

pub use self::foreign::{COMMANDS, commands_like, options_like};

/// Other names of groups: the portal says "device" where the API says "machine".
const GROUP_ALIASES: &[(&str, &str)] = &[("machines", "devices")];

/// Words that people type for a verb, with the verbs of the operations that do this.
const VERB_SYNONYMS: &[(&str, &[&str])] = &[
    ("show", &["get", "list"]),
    ("view", &["get", "list"]),
    ("read", &["get", "list"]),
    ("describe", &["get"]),
    ("info", &["get"]),
    ("ls", &["list"]),
    ("all", &["list"]),
    ("search", &["list", "query", "find"]),
    ("edit", &["update"]),
    ("set", &["update"]),
    ("modify", &["update"]),
    ("change", &["update"]),
    ("patch", &["update"]),
    ("assign", &["update"]),
    ("close", &["update", "close_true_positive"]),
    ("add", &["create", "submit", "import", "upload"]),
    ("new", &["create", "submit"]),
    ("create", &["submit"]),
    ("rm", &["delete"]),
    ("del", &["delete"]),
    ("remove", &["delete"]),
    ("contain", &["isolate"]),
    ("release", &["unisolate"]),
    ("unquarantine", &["unisolate"]),
    ("scan", &["run_antivirus_scan"]),
    ("quarantine", &["isolate", "stop_and_quarantine_file"]),
    ("tag", &["set_tag"]),
    ("software", &["list_software"]),
    ("vulnerabilities", &["list_vulnerabilities"]),
];

/// The parts of an id as it spells them: product, group and verb. A missing part is empty.
///
/// ```
/// use operations::words::parts;
///
/// assert_eq!(parts("mde.machines.list"), ["mde", "machines", "list"]);
/// assert_eq!(parts("mde"), ["mde", "", ""]);
/// ```
pub fn parts(id: &'static str) -> [&'static str; 3] {
    let mut parts = id.splitn(3, '.');
    [(); 3].map(|()| parts.next().unwrap_or_default())
}

/// A part of an id as a word of a command: hyphens for underscores. [`means`] is the inverse.
pub fn word(part: &str) -> String {
    part.replace('_', "-")
}

/// The other name of a group, if it has one: `devices` for `machines`.
pub fn alias(group: &str) -> Option<&'static str> {
    let found = GROUP_ALIASES.iter().find(|(name, _)| *name == group);
    found.map(|(_, alias)| *alias)
}

/// Whether a word names this part of an id. Hyphens and underscores are equal; an alias names its group; case counts.
///
/// ```
/// use operations::words::means;
///
/// assert!(means("secure-scores", "secure_scores"));
/// assert!(means("devices", "machines"));
/// assert!(!means("Machines", "machines"));
/// ```
pub fn means(word: &str, part: &str) -> bool {
    let plain = |byte: u8| if byte == b'_' { b'-' } else { byte };
    let same = word.len() == part.len() && word.bytes().map(plain).eq(part.bytes().map(plain));
    same || alias(part) == Some(word)
}

/// The verbs of operations that do what a word of people says: `list` for `ls`. Empty for other words.
pub(crate) fn verbs_of(word: &str) -> &'static [&'static str] {
    let found = VERB_SYNONYMS.iter().find(|(known, _)| *known == word);
    found.map_or(&[], |(_, verbs)| *verbs)
}

/// Whether a word [means](means) this part of an id or is its singular. For suggestions: no command has two names.
pub(crate) fn resembles(word: &str, part: &str) -> bool {
    means(word, part) || means(&format!("{word}s"), part)
}

/// The known word that is spelled most like `word`. `None` if none is near: a third of the letters may be missing, added,
/// changed or swapped with the next one, so a short word has hardly any neighbours. The first letter has to be right, because
/// `export` is no typing error of `import`. Letter case does not count.
///
/// ```
/// use operations::words::nearest;
///
/// assert_eq!(nearest("alrts", ["alerts", "assets"]), Some("alerts"));
/// assert_eq!(nearest("act", ["auth"]), None);
/// assert_eq!(nearest("export", ["import"]), None);
/// ```
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let most = word.chars().count() / 3;
    let begins_alike = |one: &&str| word.chars().next() == one.to_lowercase().chars().next();
    known
        .into_iter()
        .filter(begins_alike)
        .map(|one| (strsim::osa_distance(&word, &one.to_lowercase()), one))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, one)| one)
}

/// The command of an operation without the name of a program: `mde alerts list`.
pub fn command(id: &'static str) -> String {
    parts(id).map(word).join(" ")
}

/// A name on the wire in words: `$filter` is `filter`, `lookBackHours` is `look-back-hours`.
///
/// Several names may have the same words. [`input`](crate::input) prefers the exact name, and a
/// [`CommandLine`](crate::command_line::CommandLine) adds a prefix to the second one.
pub fn option(name: &str) -> String {
    let characters: Vec<char> = name.chars().collect();
    let mut option = String::with_capacity(name.len() + 4);
    for (index, &character) in characters.iter().enumerate() {
        if !character.is_ascii_alphanumeric() {
            if !option.is_empty() && !option.ends_with('-') {
                option.push('-');
            }
            continue;
        }
        if character.is_ascii_uppercase()
            && begins_word(&characters, index)
            && !option.ends_with('-')
        {
            option.push('-');
        }
        option.push(character.to_ascii_lowercase());
    }
    option.trim_matches('-').to_owned()
}

/// Whether the capital at `index` begins a word: after a small letter or digit, or as the last capital of several, as
/// the `F` in `OSFamily`.
fn begins_word(characters: &[char], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).and_then(|at| characters.get(at)) else {
        return false;
    };
    let next_is_small = characters
        .get(index + 1)
        .is_some_and(char::is_ascii_lowercase);
    before.is_ascii_lowercase()
        || before.is_ascii_digit()
        || before.is_ascii_uppercase() && next_is_small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_words() {
        assert_eq!(
            command("graph.secure_scores.list"),
            "graph secure-scores list"
        );
        assert_eq!(parts("mde.alerts.list"), ["mde", "alerts", "list"]);
    }

    #[test]
    fn words_are_understood_with_either_dash_and_by_their_alias() {
        assert!(means("secure-scores", "secure_scores"));
        assert!(means("secure_scores", "secure_scores"));
        assert!(means("devices", "machines"));
        assert!(!means("device", "machines"));
        assert!(!means("machines", "devices"));
    }

    #[test]
    fn wire_names_become_options() {
        let options = [
            ("$filter", "filter"),
            ("$skipToken", "skip-token"),
            ("IsolationType", "isolation-type"),
            ("lookBackHours", "look-back-hours"),
            ("@odata.type", "odata-type"),
            ("_id", "id"),
            ("callback_url", "callback-url"),
            ("tiIndicatorID", "ti-indicator-id"),
            ("URLAddress", "url-address"),
            ("sha1", "sha1"),
        ];
        for (name, expected) in options {
            assert_eq!(option(name), expected);
        }
    }
}
