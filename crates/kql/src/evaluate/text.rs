//! Text operators.
//!
//! Without `_cs` both sides are folded to small letters by Unicode. A null is the empty text, and every text
//! contains the empty one. `!=` and negated operators hold for missing texts, which is a trap of the language:
//! `where Name !has "x"` keeps rows without a name.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let rows = |query: &str| -> Result<Vec<String>, kql::Problem> {
//! #     let table = kql::evaluate(query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     let row = |cells: &Vec<kql::Cell>| cells.iter().map(kql::Cell::to_text).collect::<Vec<_>>().join(",");
//! #     Ok(table.rows.iter().map(row).collect())
//! # };
//! let holds = |text: &str| -> Result<bool, kql::Problem> { Ok(rows(&format!("print {text}"))?[0] == "true") };
//! assert!(holds("'C:/cmd.exe' has 'CMD'")?);
//! assert!(!holds("'cmdline' has 'cmd'")?);
//! assert!(holds("'cmdline' hasprefix 'cmd'")?);
//! assert!(holds("'xcmd' hassuffix 'cmd'")?);
//! assert!(holds("'cmdline' contains 'LINE'")?);
//! assert!(!holds("'cmdline' contains_cs 'LINE'")?);
//! assert!(holds("'a-b' has_all ('b', 'a')")?);
//! assert!(holds("'text' matches regex '^t.x'")?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::syntax::{Search, Word};

/// Whether a text operator other than `matches regex` finds the part in the text, before negation.
pub(super) fn finds(word: Word, text: &str, part: &str) -> bool {
    if word.cased {
        return search(word.search, text, part);
    }
    search(word.search, &text.to_lowercase(), &part.to_lowercase())
}

/// A search over two texts in the same letter case.
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
///
/// The service splits texts into terms at characters that are neither letters nor digits; a term with such
/// characters inside (`a-b`) is found as a whole here.
fn has(text: &str, part: &str, begins: bool, ends: bool) -> bool {
    let edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(part).any(|(at, found)| {
        (!begins || edge(text[..at].chars().next_back()))
            && (!ends || edge(text[at + found.len()..].chars().next()))
    })
}
