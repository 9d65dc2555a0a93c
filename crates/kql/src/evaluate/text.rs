//! Text operators.

use crate::syntax::{Search, Word};

/// Whether a text operator other than `matches regex` finds the part in the text, before negation.
pub(super) fn finds(word: Word, text: &str, part: &str) -> bool {
    if word.cased {
        return search(word.search, text, part);
    }
    search(word.search, &text.to_lowercase(), &part.to_lowercase())
}

fn search(search: Search, text: &str, part: &str) -> bool {
    match search {
        Search::Contains => text.contains(part),
        Search::StartsWith => text.starts_with(part),
        Search::EndsWith => text.ends_with(part),
        Search::Has => has(text, part, true, true),
        Search::HasPrefix => has(text, part, true, false),
        Search::HasSuffix => has(text, part, false, true),
        Search::Like => crate::check::glob(part, text),
        Search::Regex => false,
    }
}

/// Whether the part occurs as a term: with no letter or digit before it (`begins`) or after it (`ends`).
fn has(text: &str, part: &str, begins: bool, ends: bool) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(part).any(|(at, found)| {
        (!begins || edge(text[..at].chars().next_back()))
            && (!ends || edge(text[at + found.len()..].chars().next()))
    })
}
