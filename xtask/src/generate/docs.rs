//! Doc comments.

use std::fmt::Write as _;

/// How wide a line of documentation may become, its indentation and slashes not counted.
const WIDTH: usize = 92;

/// Text as `///` lines, wrapped; nothing where there is no text.
pub(super) fn outer(text: &str, indent: &str) -> String {
    lines(text, &format!("{indent}///"))
}

/// Text as `//!` lines, wrapped.
pub(super) fn inner(text: &str) -> String {
    lines(text, "//!")
}

fn lines(text: &str, slashes: &str) -> String {
    let mut out = String::new();
    if text.is_empty() {
        return out;
    }
    for paragraph in text.split('\n') {
        if paragraph.trim().is_empty() {
            let _ = writeln!(out, "{slashes}");
            continue;
        }
        if paragraph.starts_with('|') {
            let _ = writeln!(out, "{slashes} {paragraph}");
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            // A word that would begin a list or heading must not begin a line.
            let fits =
                line.len() + word.len() < WIDTH || matches!(word, "-" | "+" | "*" | "#" | "=");
            if !line.is_empty() && !fits {
                let _ = writeln!(out, "{slashes} {line}");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let _ = writeln!(out, "{slashes} {line}");
    }
    out
}

/// Prose of the tables as prose of documentation: a sentence, with what rustdoc would take for markup put in
/// backticks.
pub(super) fn sentence(text: &str) -> String {
    let text = markup(text.trim());
    if text.is_empty() {
        return text;
    }
    let mut chars = text.chars();
    let first = chars
        .next()
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default();
    // A first word that is a name keeps its spelling.
    let word = text.split_whitespace().next().unwrap_or_default();
    let is_name = word
        .chars()
        .skip(1)
        .any(|c| c.is_ascii_uppercase() || c == '_' || c == '.')
        || word.starts_with('`');
    let text = if is_name {
        text.clone()
    } else {
        format!("{first}{}", chars.as_str())
    };
    if text.ends_with(['.', '!', '?', ':']) {
        text
    } else {
        format!("{text}.")
    }
}

/// Escapes brackets and angle brackets outside backticks, and puts bare addresses into angle brackets.
fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, part) in text.split('`').enumerate() {
        if index > 0 {
            out.push('`');
        }
        if index % 2 == 1 {
            out.push_str(part);
            continue;
        }
        for (at, word) in part.split(' ').enumerate() {
            if at > 0 {
                out.push(' ');
            }
            if word.contains("://")
                || word.contains(['<', '>', '[', ']', '{', '}', '*', '$', '@', '_', '|', '\\'])
            {
                let core = word
                    .trim_start_matches(['(', '"'])
                    .trim_end_matches([')', ',', ';', '"', '.', ':']);
                out.push_str(&word.replacen(core, &format!("`{core}`"), 1));
            } else {
                out.push_str(word);
            }
        }
    }
    if text.matches('`').count() % 2 == 1 {
        out.push('`');
    }
    out
}

/// How wide a piece of a long string literal may become.
const PIECE: usize = 76;

/// A Rust string literal; a long one goes on in further lines, so that the formatter can lay out what is around it.
pub(super) fn literal(text: &str) -> String {
    let whole = format!("{text:?}");
    if whole.len() <= PIECE {
        return whole;
    }
    let mut out = String::new();
    let mut line = 0;
    for piece in whole.split_inclusive(' ') {
        if line > 0 && line + piece.len() > PIECE {
            out.push_str("\\\n");
            line = 0;
        }
        out.push_str(piece);
        line += piece.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_becomes_a_sentence_without_stray_markup() {
        assert_eq!(sentence("may hold line breaks"), "May hold line breaks.");
        assert_eq!(
            sentence("lookBackHours is [720] at most"),
            "lookBackHours is `[720]` at most."
        );
        assert_eq!(
            sentence("$expand takes evidence"),
            "`$expand` takes evidence."
        );
        assert_eq!(
            sentence("such as EVENT_LOGIN. joined by \"_\""),
            "Such as `EVENT_LOGIN`. joined by \"`_`\"."
        );
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn lines_are_wrapped() {
        let text = outer(&"word ".repeat(40), "    ");
        assert!(
            text.lines()
                .all(|line| line.len() <= 100 && line.starts_with("    /// word"))
        );
    }
}
