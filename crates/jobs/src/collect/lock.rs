//! Locks by which processes keep out of each other's way.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use super::sink::SinkError;

/// The lock of a file, such as that of a stream of a tenant. It ends with the file, also when the process is killed.
pub(super) fn locked(path: &Path) -> Result<File, SinkError> {
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path);
    let file = file.map_err(|error| SinkError::io(path, error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(SinkError::busy(path)),
        Err(TryLockError::Error(error)) => Err(SinkError::io(path, error)),
    }
}
