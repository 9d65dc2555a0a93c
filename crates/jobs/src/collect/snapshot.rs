//! A pass over an export by files: the service generates it anew every few hours, and each one is written once.

use std::pin::pin;

use super::copy::Copy;
use super::cursor::Cursor;
use super::error::CollectError;
use super::receipt::Receipt;
use super::sink::Writer;

/// Writes the newest export, unless it is the one that the cursor is at.
///
/// The service says when it generated an export before any file is read, so a pass that finds nothing new costs one call.
///
/// # Errors
/// If nothing was written. What breaks off is never kept: the next pass reads the export anew.
pub(super) async fn pass(
    mut copy: Copy<'_>,
    mut cursor: Cursor,
    mut writer: Box<dyn Writer>,
    stop: impl Future<Output = ()> + Send,
) -> Result<Receipt, CollectError> {
    let mut stop = pin!(stop);
    let made = copy.begin(&mut stop).await?;
    let made = made.ok_or(CollectError::Undated)?;
    if cursor.newest() < Some(made) {
        copy.run(&mut *writer, &mut stop).await?;
    }
    let clock = copy.clock();
    cursor.advance(Some(made));
    cursor.set_read(clock, true);
    let mut receipt = copy.finish(&*writer);
    receipt.reach(cursor.newest(), clock);
    writer.commit(&cursor, &receipt).await?;
    Ok(receipt)
}
