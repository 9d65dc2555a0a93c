//! Text on several lines of a limited width.

use textwrap::{Options, WordSplitter};

/// The narrowest column that text is wrapped in. A narrower terminal breaks the lines itself.
const NARROWEST: usize = 20;

/// Appends text after `first`, and its further lines after `below`. Words are never broken, so that an id can be copied;
/// `None` as the width breaks lines only where the text does.
pub(crate) fn wrapped(
    text: &str,
    (first, below): (&str, &str),
    width: Option<usize>,
    into: &mut String,
) {
    let mut before = first;
    for part in text.split('\n') {
        let width = width.map_or(usize::MAX, |width| width.max(below.len() + NARROWEST));
        let options = Options::new(width)
            .initial_indent(before)
            .subsequent_indent(below)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(part, options) {
            into.push_str(line.trim_end());
            into.push('\n');
        }
        before = below;
    }
}

/// Text in lines of at most this width. A line that goes on hangs two columns behind its own indentation, and blanks at the end of
/// the text stay. Words are never broken, so that an id or an address can be copied.
///
/// ```
/// let text = "on wks-7:\n  riskScore High, exposureLevel Low. Go on? ";
/// let wrapped = output::hanging(text, 30);
/// assert_eq!(wrapped, "on wks-7:\n  riskScore High,\n    exposureLevel Low. Go on? ");
/// ```
pub fn hanging(text: &str, width: usize) -> String {
    let mut lines = String::new();
    for line in text.split('\n') {
        let indent = &line[..line.len() - line.trim_start().len()];
        let below = format!("{indent}  ");
        wrapped(line.trim_start(), (indent, &below), Some(width), &mut lines);
    }
    lines.pop();
    lines.push_str(&text[text.trim_end().len()..]);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_whole_and_lines_hang() {
        let mut text = String::new();
        wrapped(
            "one two three\nfour 0123456789012345678901234567890",
            ("a  ", "   "),
            Some(23),
            &mut text,
        );
        assert_eq!(
            text,
            "a  one two three\n   four\n   0123456789012345678901234567890\n"
        );
        let mut text = String::new();
        wrapped("one two", ("", ""), None, &mut text);
        assert_eq!(text, "one two\n");
    }
}
