//! Which columns fit a width, and how wide each one is.
//!
//! A wide text is made narrower before a column is left out, and an id is shown whole or not at all. Columns are kept by
//! their rank: the first five that are no ids, then the first id, then the others in their order.

use http_core::Cell;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Blanks between two columns.
pub(crate) const GAP: usize = 2;

/// Widths below which a column is not narrowed to make room for another: the first column, a name, any other text.
const NARROW: [usize; 3] = [20, 16, 12];

/// The same for columns that the user named.
const NARROWEST: [usize; 3] = [8, 8, 8];

/// Number of columns that are kept before the first id.
const FIRST: usize = 5;

/// The widest padding where nothing is cut: one very long cell does not widen every other line.
const PADDED: usize = 120;

/// A column before the choice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) kind: Cell,
    /// Whether it is the first of its table, which says what the record is about.
    pub(crate) is_first: bool,
    /// Whether it has the same value in every record.
    pub(crate) is_constant: bool,
    /// The width of its name.
    pub(crate) name: usize,
    /// The width of its widest cell.
    pub(crate) cell: usize,
}

impl Wanted {
    fn natural(self) -> usize {
        self.name.max(self.cell)
    }

    /// The width down to which the column may be narrowed.
    fn least(self, [first, name, text]: [usize; 3]) -> usize {
        match self.kind {
            Cell::Id => self.natural(),
            Cell::Age | Cell::Number | Cell::Severity => self.cell.max(self.name.min(text)),
            _ if self.is_first => self.natural().min(first),
            Cell::Name => self.natural().min(name),
            _ => self.natural().min(text),
        }
    }

    /// How much more than the others the column is in the way: an empty part first, then the widest one. The first column
    /// counts half.
    fn in_the_way(self, width: usize) -> (bool, usize) {
        (
            width > self.cell,
            if self.is_first { width } else { 2 * width },
        )
    }
}

/// The widths for any width: nothing is cut, and long cells are not padded to.
pub(crate) fn unlimited(columns: &[Wanted]) -> Vec<usize> {
    let padded = columns.iter().map(|column| column.natural().min(PADDED));
    padded.collect()
}

/// The widths of the columns within `width`; `None` for a column that is left out. `keep_all` narrows named columns
/// further in place of leaving one out, and lets the line be longer where that is not enough.
pub(crate) fn within(columns: &[Wanted], width: usize, keep_all: bool) -> Vec<Option<usize>> {
    let narrow = if keep_all { NARROWEST } else { NARROW };
    let mut kept = vec![keep_all; columns.len()];
    if !keep_all {
        let mut used = 0;
        for at in by_rank(columns) {
            let gap = if used == 0 { 0 } else { GAP };
            let least = columns[at].least(narrow);
            if used + gap + least <= width {
                used += gap + least;
                kept[at] = true;
            }
        }
        if used == 0 {
            return only_one(columns, width);
        }
    }
    let mut widths: Vec<_> = kept
        .iter()
        .zip(columns)
        .map(|(kept, column)| {
            let widest = column.least(narrow).max(column.natural().min(width));
            kept.then_some(widest)
        })
        .collect();
    shrink(&mut widths, columns, width, narrow);
    widths
}

/// The columns from the most important one to the least.
fn by_rank(columns: &[Wanted]) -> Vec<usize> {
    let is_id = |at: &usize| columns[*at].kind == Cell::Id;
    let (mut ids, mut others): (Vec<usize>, Vec<usize>) = (0..columns.len()).partition(is_id);
    others.sort_by_key(|at| columns[*at].is_constant);
    let (first, rest) = others.split_at(others.len().min(FIRST));
    let main = ids.drain(..ids.len().min(1));
    let mut ranked: Vec<usize> = first
        .iter()
        .copied()
        .chain(main)
        .chain(rest.iter().copied())
        .collect();
    ranked.extend(ids);
    ranked
}

/// A width too small for every column: the first column alone, and an id in its whole length.
fn only_one(columns: &[Wanted], width: usize) -> Vec<Option<usize>> {
    let mut widths = vec![None; columns.len()];
    if let (Some(first), Some(column)) = (widths.first_mut(), columns.first()) {
        *first = Some(match column.kind {
            Cell::Id => column.natural(),
            _ => column.natural().min(width),
        });
    }
    widths
}

/// Narrows the widest column step by step until all fit or none may become narrower.
fn shrink(widths: &mut [Option<usize>], columns: &[Wanted], width: usize, narrow: [usize; 3]) {
    let count = widths.iter().flatten().count();
    let mut sum: usize = widths.iter().flatten().sum::<usize>() + GAP * count.saturating_sub(1);
    while sum > width {
        let shrinkable = widths.iter_mut().zip(columns);
        let shrinkable = shrinkable.filter_map(|(width, column)| {
            let width = width.as_mut()?;
            (*width > column.least(narrow)).then_some((column.in_the_way(*width), width))
        });
        let Some((_, widest)) = shrinkable.max_by_key(|(rank, _)| *rank) else {
            return;
        };
        *widest -= 1;
        sum -= 1;
    }
}

/// Cuts the text to a width, and ends it with `…` if something was cut.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::with_capacity(width + 3);
    let mut taken = 1;
    for character in text.chars() {
        taken += character.width().unwrap_or(0);
        if taken > width {
            break;
        }
        cut.push(character);
    }
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(kind: Cell, name: usize, cell: usize) -> Wanted {
        Wanted {
            kind,
            is_first: false,
            is_constant: false,
            name,
            cell,
        }
    }

    /// The columns of an alert: title, severity, status, device, time, person, id, incident.
    fn alert() -> Vec<Wanted> {
        vec![
            Wanted {
                is_first: true,
                ..wanted(Cell::Name, 5, 60)
            },
            wanted(Cell::Severity, 8, 13),
            wanted(Cell::Text, 6, 10),
            wanted(Cell::Name, 15, 27),
            wanted(Cell::Age, 17, 4),
            wanted(Cell::Text, 10, 24),
            wanted(Cell::Id, 2, 36),
            wanted(Cell::Id, 10, 5),
        ]
    }

    #[test]
    fn what_an_analyst_reads_first_stays_and_ids_are_whole_or_absent() {
        for width in 40..260 {
            let widths = within(&alert(), width, false);
            let kept: Vec<usize> = widths.iter().flatten().copied().collect();
            assert!(kept.iter().sum::<usize>() + GAP * (kept.len() - 1) <= width);
            assert!(
                widths[6].is_none_or(|width| width == 36),
                "{width}: {widths:?}"
            );
            assert!(
                widths[1].is_none_or(|width| width == 13),
                "{width}: {widths:?}"
            );
            if width >= 80 {
                assert!(
                    widths[..5].iter().all(Option::is_some),
                    "{width}: {widths:?}"
                );
            }
        }
        assert!(within(&alert(), 80, false)[6].is_none());
        assert!(within(&alert(), 120, false)[6].is_some());
        assert_eq!(within(&alert(), 250, false)[0], Some(60));
    }

    #[test]
    fn named_columns_all_stay() {
        let widths = within(&alert(), 40, true);
        assert!(widths.iter().all(Option::is_some));
        assert_eq!((widths[0], widths[6]), (Some(8), Some(36)));
    }

    #[test]
    fn one_column_is_shown_however_narrow_the_terminal() {
        assert_eq!(within(&[wanted(Cell::Text, 4, 90)], 10, false), [Some(10)]);
        assert_eq!(within(&[wanted(Cell::Id, 2, 40)], 20, false), [Some(40)]);
        assert_eq!(cut("日本語", 4), "日…");
    }
}
