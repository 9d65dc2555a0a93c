//! Functions that look at other rows: `row_number`, `prev`, `next` and `row_cumsum`.

use super::calculate::arithmetic;
use super::context::Context;
use super::node::{Node, Row, Window};
use crate::cell::Cell;
use crate::syntax::Arithmetic;

impl Context {
    /// `prev` and `next` evaluate their value in the other row.
    pub(super) fn window(&self, window: Window, arguments: &[Node], row: Row<'_>) -> Cell {
        let whole = |place: usize, default: i64| {
            let argument = arguments.get(place).map(|node| self.value(node, row));
            argument.and_then(|cell| cell.whole()).unwrap_or(default)
        };
        let at = i64::try_from(row.at).unwrap_or(i64::MAX);
        match window {
            Window::Number => {
                let since = row.at - self.restarted(arguments, row);
                let since = i64::try_from(since).unwrap_or(i64::MAX);
                Cell::Long(whole(0, 1).saturating_add(since))
            }
            Window::Previous | Window::Next => {
                let distance = whole(1, 1);
                let other = match window {
                    Window::Next => at.checked_add(distance),
                    _ => at.checked_sub(distance),
                };
                let other = other.and_then(|other| usize::try_from(other).ok());
                match (other, arguments.first()) {
                    (Some(other), Some(value)) if other < row.rows.len() => self.value(
                        value,
                        Row {
                            locals: row.locals,
                            ..Row::of(row.rows, other)
                        },
                    ),
                    _ => arguments
                        .get(2)
                        .map_or(Cell::Null, |node| self.value(node, row)),
                }
            }
            Window::Sum => {
                let Some(value) = arguments.first() else {
                    return Cell::Null;
                };
                let mut sum = Cell::Long(0);
                for at in self.restarted(arguments, row)..=row.at {
                    let cell = self.value(value, Row::of(row.rows, at));
                    if self.budget.is_spent() {
                        return Cell::Null;
                    }
                    sum = arithmetic(Arithmetic::Plus, &sum, &cell).unwrap_or(sum);
                }
                sum
            }
        }
    }

    /// The place of the last row up to this one in which the second argument of `row_number` and `row_cumsum` holds.
    /// The first row without that argument, or if it never holds.
    fn restarted(&self, arguments: &[Node], row: Row<'_>) -> usize {
        let Some(restart) = arguments.get(1) else {
            return 0;
        };
        let restarts = |at: &usize| {
            self.budget.is_spent() || self.value(restart, Row::of(row.rows, *at)).is_true()
        };
        (0..=row.at).rev().find(restarts).unwrap_or(0)
    }
}
