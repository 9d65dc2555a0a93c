//! Rows that are not JSON: reported one by one, then by number.

use auth_core::http_core::{Gap, Result as CallResult};

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// The most rows that are reported one by one: a list may have a hundred thousand.
const MOST_TOLD: u64 = 10;

/// The rows that were left out so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(u64);

impl Faults {
    /// Passes a value through. The error of a single row is reported and counted instead.
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

    /// Reports what is missing. Fails with exit code 3 if anything is.
    pub(crate) fn end(self, console: &mut Console, gaps: &[Gap]) -> Result<()> {
        if self.0 > MOST_TOLD {
            let message = format!("{} rows were left out because they are not JSON", self.0);
            console.row_lost(None, &message);
        }
        gaps.iter().for_each(|loss| console.lost(loss));
        if self.0 == 0 && gaps.is_empty() {
            Ok(())
        } else {
            Err(Failure::silent(Exit::Attention))
        }
    }
}
