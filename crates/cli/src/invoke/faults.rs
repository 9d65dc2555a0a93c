//! Rows that are not JSON: told of one by one, and at the end by number.

use auth_core::http_core::{Loss, Result as CallResult};

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::output::Console;

/// So many are told of one by one: a list may have a hundred thousand of them.
const MOST_TOLD: u64 = 10;

/// The rows that were left out so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(u64);

impl Faults {
    /// What came, unless it is the error of a single row, which is told of.
    pub(crate) fn take<T>(
        &mut self,
        console: &mut Console,
        came: CallResult<T>,
    ) -> Result<Option<T>> {
        match came {
            Ok(came) => Ok(Some(came)),
            Err(error) if error.row().is_some() => {
                self.0 += 1;
                if self.0 <= MOST_TOLD {
                    console.row_lost(error.row(), &error.to_string());
                }
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Whether the rows are all and as they came; what is not is told of.
    pub(crate) fn end(self, console: &mut Console, losses: &[Loss]) -> Result<()> {
        if self.0 > MOST_TOLD {
            let message = format!("{} rows were left out because they are not JSON", self.0);
            console.row_lost(None, &message);
        }
        losses.iter().for_each(|loss| console.lost(loss));
        if self.0 == 0 && losses.is_empty() {
            Ok(())
        } else {
            Err(Failure::silent(Exit::Attention))
        }
    }
}
