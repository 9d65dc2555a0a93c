//! Cells of Markdown tables.

/// A row: cells between bars. A bar inside a cell would end it.
pub(super) fn row(cells: &[&str]) -> String {
    let mut line = String::from("|");
    for cell in cells {
        line.push(' ');
        line.push_str(&cell.replace('|', "\\|"));
        line.push_str(" |");
    }
    line.push('\n');
    line
}

/// The heading of a table and the line below it.
pub(super) fn head(cells: &[&str]) -> String {
    let rule: Vec<&str> = cells.iter().map(|_| "---").collect();
    row(cells) + &row(&rule)
}

/// A word set as code, or a dash for none.
pub(super) fn code(word: &str) -> String {
    if word.is_empty() {
        "-".to_owned()
    } else {
        format!("`{word}`")
    }
}

/// Words set as code, with commas, or a dash for none.
pub(super) fn codes<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(code).collect();
    if words.is_empty() {
        "-".to_owned()
    } else {
        words.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_does_not_end_a_cell() {
        assert_eq!(row(&["a|b", "c"]), "| a\\|b | c |\n");
    }

    #[test]
    fn a_head_has_a_rule_of_its_own_width() {
        assert_eq!(head(&["a", "b"]), "| a | b |\n| --- | --- |\n");
    }

    #[test]
    fn nothing_is_a_dash() {
        assert_eq!(code(""), "-");
        assert_eq!(codes([]), "-");
        assert_eq!(codes(["a", "b"]), "`a`, `b`");
    }
}
