//! How much of a file has arrived, for a display beside the download.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// How much of a file has arrived. Clones show the same number. See
/// [`Download::received`](crate::Download::received).
#[derive(Clone, Debug, Default)]
pub struct Received(Arc<AtomicU64>);

impl Received {
    /// The number of bytes, those that an earlier run left included. Falls back to 0 if storage
    /// replaces the file and the download starts again.
    pub fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    pub(super) fn set(&self, bytes: u64) {
        self.0.store(bytes, Ordering::Relaxed);
    }
}
