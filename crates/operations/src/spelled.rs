//! Words of the service, and what a person types for them.
//!
//! The services compare words letter by letter: `status eq 'new'` finds nothing where the word is `New`, and says so by
//! an empty list. The documented words are known, so another case is mended and a misspelt word is refused. A word that
//! resembles none of them is sent: the services add words without notice.
//!
//! | typed | known | outcome |
//! | --- | --- | --- |
//! | `High` | `High` | sent |
//! | `high` | `High` | `High` is sent |
//! | `hihg` | `High` | an error that names `High` |
//! | `Extreme` | `High` | sent, with a warning |

/// What a typed word is, compared with the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelled {
    /// A known word as the service spells it.
    Exact,
    /// A known word in another case, or another word for it. Holds the service's word.
    Known(&'static str),
    /// A misspelt word. Holds the known word that is meant.
    Near(&'static str),
    /// A word that resembles no known one.
    Unknown,
}

/// Compares a typed word with the known ones and with other words for them.
///
/// Letter case is no mistake: no service has two words that differ in case alone.
pub(crate) fn spelled(
    words: &[&'static str],
    aliases: &[(&'static str, &'static str)],
    text: &str,
) -> Spelled {
    if words.contains(&text) {
        return Spelled::Exact;
    }
    let same = |known: &&str| known.eq_ignore_ascii_case(text);
    if let Some(word) = words.iter().copied().find(|word| same(word)) {
        return Spelled::Known(word);
    }
    if let Some((_, word)) = aliases.iter().find(|(alias, _)| same(alias)) {
        return Spelled::Known(word);
    }
    let all = words.iter().chain(aliases.iter().map(|(alias, _)| alias));
    match nearest(all.copied(), text) {
        Some(word) => Spelled::Near(word),
        None => Spelled::Unknown,
    }
}

/// The word that a misspelt one is meant to be: at most one letter in five is wrong. `None` if no word is so near.
pub(crate) fn nearest<'a>(words: impl Iterator<Item = &'a str>, text: &str) -> Option<&'a str> {
    let typed = text.to_lowercase();
    let most = (typed.chars().count() / 5).max(1);
    let distance = |word: &str| strsim::damerau_levenshtein(&word.to_lowercase(), &typed);
    // A word of two letters resembles every other one.
    let words = words.filter(|word| word.chars().count() > 2);
    let found = words.map(|word| (distance(word), word));
    let (distance, word) = found.min_by_key(|(distance, _)| *distance)?;
    (distance <= most && typed.chars().count() > 2).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &[&str] = &["UnSpecified", "Informational", "Low", "Medium", "High"];

    #[test]
    fn another_case_is_mended_and_a_misspelt_word_is_named() {
        let aliases = [("Urgent", "High")];
        for (text, expected) in [
            ("High", Spelled::Exact),
            ("high", Spelled::Known("High")),
            ("urgent", Spelled::Known("High")),
            ("hihg", Spelled::Near("High")),
            ("Informationl", Spelled::Near("Informational")),
            ("Extreme", Spelled::Unknown),
            ("", Spelled::Unknown),
        ] {
            assert_eq!(spelled(WORDS, &aliases, text), expected, "{text}");
        }
    }

    #[test]
    fn two_short_words_do_not_resemble_each_other() {
        assert_eq!(spelled(&["0", "1", "2"], &[], "7"), Spelled::Unknown);
        assert_eq!(spelled(&["Active"], &[], "New"), Spelled::Unknown);
    }
}
