//! Records that are not JSON.
//!
//! A single one does not end a list: it is reported and skipped, and the command ends with exit code 3.

use auth_core::http_core::{Gap, Result as CallResult};

use terminal::{Console, Exit, Failure, Result};

/// Most records reported one by one. The rest is reported as a number: a list may have a hundred thousand.
const MOST_REPORTED: u64 = 10;

/// The number of records skipped so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(u64);

impl Faults {
    /// Returns the value, or `None` after reporting the error of a single record. Any other error fails the list.
    pub(crate) fn take<T>(
        &mut self,
        console: &mut Console,
        value: CallResult<T>,
    ) -> Result<Option<T>> {
        match value {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.row().is_some() => {
                self.0 += 1;
                if self.0 <= MOST_REPORTED {
                    console.row_lost(error.row(), &error.to_string());
                }
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Reports what is missing at the end of a list. Fails silently with exit code 3 if anything is.
    pub(crate) fn end(self, console: &mut Console, gaps: &[Gap]) -> Result<()> {
        if self.0 > MOST_REPORTED {
            let message = format!("{} records were skipped because they are not JSON", self.0);
            console.row_lost(None, &message);
        }
        gaps.iter().for_each(|loss| console.lost(loss));
        match self.0 == 0 && gaps.is_empty() {
            true => Ok(()),
            false => Err(Failure::silent(Exit::Attention)),
        }
    }
}
