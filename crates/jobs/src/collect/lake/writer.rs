//! The rows of a pass, on their way to files.

use std::sync::Arc;

use async_trait::async_trait;
use lake::{Error, Written};

use super::group::{Done, Group, Open};
use super::{FOLDERS, Name, State};
use crate::collect::cursor::Cursor;
use crate::collect::line::{fetched, record};
use crate::collect::receipt::Receipt;
use crate::collect::sink::{SinkError, Writer};

/// Letters of a day: `2026-03-01`.
const DAY: usize = 10;

/// The rows of a pass. They are files without a name in the log until the commit.
pub(super) struct Rows {
    group: Arc<Group>,
    /// Counts the pass until it is committed or dropped.
    open: Open,
    tenant: String,
    /// The number and the state of the commit before.
    seen: Option<i64>,
    before: Option<State>,
    /// The address of the table, for messages.
    place: String,
    /// The files of the day, from the first row on.
    writer: Option<(String, lake::Writer)>,
    /// The files of earlier days: a pass may go on over midnight.
    written: Option<Written>,
}

impl Rows {
    /// The rows of a pass that rests on this commit.
    pub(super) fn new(
        group: Arc<Group>,
        name: Name<'_>,
        seen: Option<i64>,
        before: Option<State>,
        place: String,
    ) -> Self {
        Self {
            open: group.begin(),
            group,
            tenant: name.tenant.to_owned(),
            seen,
            before,
            place,
            writer: None,
            written: None,
        }
    }

    /// The files of a day. Those of another day are ended.
    async fn of_day(&mut self, day: &str) -> Result<&mut lake::Writer, SinkError> {
        if self.writer.as_ref().is_some_and(|(open, _)| open != day) {
            self.close().await?;
        }
        if self.writer.is_none() {
            let values = [self.tenant.as_str(), day];
            let folders = FOLDERS.iter().zip(values);
            let folders = folders.map(|(name, value)| ((*name).to_owned(), value.to_owned()));
            let folders = folders.collect();
            let writer = self.group.look(|table| table.writer(folders)).await??;
            self.writer = Some((day.to_owned(), writer));
        }
        match &mut self.writer {
            Some((_, writer)) => Ok(writer),
            None => Err(SinkError::unreadable(&self.place, "no file is open")),
        }
    }

    /// Ends the files of the day.
    async fn close(&mut self) -> Result<(), Error> {
        let Some((_, writer)) = self.writer.take() else {
            return Ok(());
        };
        let written = writer.finish().await?;
        match &mut self.written {
            Some(before) => before.add(written),
            None => self.written = Some(written),
        }
        Ok(())
    }
}

#[async_trait]
impl Writer for Rows {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        let day = day(row).map(str::to_owned);
        let day =
            day.ok_or_else(|| SinkError::unreadable(&self.place, "a row has no `_fetched_at`"))?;
        let writer = self.of_day(&day).await?;
        Ok(writer.push(row, || record(row)).await?)
    }

    fn misfits(&self) -> u64 {
        let open = self
            .writer
            .as_ref()
            .map_or(0, |(_, writer)| writer.misfits());
        open + self.written.as_ref().map_or(0, |written| written.misfits)
    }

    async fn commit(
        mut self: Box<Self>,
        cursor: &Cursor,
        receipt: &Receipt,
    ) -> Result<(), SinkError> {
        self.close().await?;
        let receipt = serde_json::to_value(receipt)
            .map_err(|error| SinkError::unreadable(&self.place, error.to_string()))?;
        let Self {
            open,
            tenant,
            seen,
            before,
            written,
            ..
        } = *self;
        let done = Done {
            tenant,
            seen,
            state: State {
                cursor: cursor.clone(),
                receipt,
            },
            before,
            written,
        };
        open.commit(done).await
    }
}

/// The day on which a row was read.
fn day(row: &[u8]) -> Option<&str> {
    let day = fetched(row)?.get(1..=DAY)?;
    std::str::from_utf8(day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_the_reading() {
        let row =
            br#"{"_tenant":"t","_fetched_at":"2026-03-01T00:00:00Z","_fetched_at":"2027-01-01"}"#;
        assert_eq!(day(row), Some("2026-03-01"));
        assert_eq!(day(br#"{"_fetched_at":"2026"}"#), None);
    }
}
