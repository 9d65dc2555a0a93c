//! A file on disk that is not complete yet.
//!
//! A half-written package under its final name looks like a package. So bytes go to `<name>.part`,
//! which is renamed once it is complete and synced (`fsync`). Beside it, `<name>.part.json` notes
//! the version it belongs to; without a matching note a later run starts again.
//!
//! Three hazards shape the code:
//!
//! - Two processes may save the same file. A lock on the part refuses the second one.
//! - The names can be predicted, so another user of the machine could place a link there. Only
//!   plain files of this user with a single name are opened, without following links.
//! - A crash can come between two writes. The file is emptied before its note is written, so a note
//!   never describes bytes of another version.

use std::fs::{Metadata, TryLockError};
use std::io::{self, SeekFrom};
#[cfg(unix)]
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use futures_util::stream;
#[cfg(unix)]
use rustix::fs::OFlags;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

use super::stored::Version;
use super::truncated;
use crate::atomic_file::{self, Access};
use crate::error::{Error, ErrorKind, Result};
use crate::transport::body::{Body, GZIP};
use crate::transport::{TransportError, TransportErrorKind};

/// The incomplete file, its note, and the lock that holds other processes off.
pub(super) struct Part {
    path: PathBuf,
    /// The file with the version, in JSON.
    note: PathBuf,
    file: File,
    /// Bytes left by an earlier run that belong to the same version.
    pub(super) kept: u64,
}

impl Part {
    /// Opens the part of an earlier run, or an empty one if that part does not belong to this
    /// version.
    ///
    /// # Errors
    /// [`ErrorKind::File`] if another process holds the lock, if the name is taken by something
    /// else, or if the disk refuses.
    pub(super) async fn open(target: &Path, version: &Version) -> Result<Self> {
        let path = beside(target, ".part");
        let note = beside(target, ".part.json");
        let failed = |error| file_error(&path, error);
        let file = open_own(&path).await.map_err(failed)?.into_std().await;
        // Ignore file systems that do not support locking.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            let message = format!("`{}` is being written by another process", path.display());
            return Err(Error::new(ErrorKind::File, message));
        }
        let mut part = Self {
            file: File::from_std(file),
            path,
            note,
            kept: 0,
        };
        part.kept = part.resumable_length(version).await;
        if part.kept == 0 {
            part.restart(version).await?;
        } else {
            part.seek(SeekFrom::Start(part.kept)).await?;
        }
        Ok(part)
    }

    /// Length of the existing part, or 0 if its note is missing, unreadable or about another
    /// version.
    async fn resumable_length(&self, version: &Version) -> u64 {
        let note = read_own(&self.note).await.unwrap_or_default();
        let noted = serde_json::from_slice::<Version>(&note).unwrap_or_default();
        let metadata = self.file.metadata().await;
        let length = metadata.map_or(0, |metadata| metadata.len());
        let fits = version.length.is_none_or(|whole| length <= whole);
        if noted.is_same(version) && fits {
            length
        } else {
            0
        }
    }

    /// Empties the part and notes the version. A version that cannot be recognised later gets no
    /// note.
    pub(super) async fn restart(&mut self, version: &Version) -> Result<()> {
        let emptied = self.file.set_len(0).await;
        emptied.map_err(|error| file_error(&self.path, error))?;
        self.seek(SeekFrom::Start(0)).await?;
        self.kept = 0;
        if version.can_resume() {
            let note = serde_json::to_vec(version)
                .map_err(|error| file_error(&self.note, std::io::Error::other(error)))?;
            let place = self.note.clone();
            let write = move || atomic_file::replace(&place, &note, Access::Shared);
            let written = blocking(write).await;
            written.map_err(|error| file_error(&self.note, error))
        } else {
            let _ = tokio::fs::remove_file(&self.note).await;
            Ok(())
        }
    }

    /// Moves to a position of the part.
    async fn seek(&mut self, place: SeekFrom) -> Result<()> {
        let sought = self.file.seek(place).await;
        sought
            .map(drop)
            .map_err(|error| file_error(&self.path, error))
    }

    /// Appends to the part. Not cancel safe: a cut write leaves a part that the next run continues
    /// after its last byte.
    pub(super) async fn write(&mut self, chunk: &[u8]) -> Result<()> {
        let written = self.file.write_all(chunk).await;
        written.map_err(|error| file_error(&self.path, error))
    }

    /// Verifies the end of a file whose length was not declared. A gzip file ends with a checksum
    /// and its length, so unpacking it finds a cut; other files pass.
    pub(super) async fn check_end(&mut self) -> Result<()> {
        let flushed = self.file.flush().await;
        flushed.map_err(|error| file_error(&self.path, error))?;
        self.seek(SeekFrom::Start(0)).await?;
        let mut start = [0; GZIP.len()];
        let read = self.file.read_exact(&mut start).await;
        if read.is_err() || start != *GZIP {
            return Ok(());
        }
        self.seek(SeekFrom::Start(0)).await?;
        let same = self.file.try_clone().await;
        let same = same.map_err(|error| file_error(&self.path, error))?;
        let pieces = stream::unfold(same, |mut file| async move {
            let mut piece = vec![0; 64 * 1024];
            match file.read(&mut piece).await {
                Ok(0) => None,
                Ok(length) => {
                    piece.truncate(length);
                    Some((Ok(Bytes::from(piece)), file))
                }
                Err(error) => Some((Err(unreadable(error)), file)),
            }
        });
        let mut unpacked = Body::from_stream(pieces).gunzip();
        while let Some(piece) = unpacked.chunk().await {
            piece.map_err(|error| {
                truncated(format!("the file is an incomplete gzip file: {error}"))
                    .with_source(error)
            })?;
        }
        Ok(())
    }

    /// Syncs the part to disk and gives it its final name, replacing a file of that name.
    pub(super) async fn finish(self, target: &Path) -> Result<()> {
        let synced = self.file.sync_all().await;
        synced.map_err(|error| file_error(&self.path, error))?;
        drop(self.file.into_std().await);
        let (path, place) = (self.path.clone(), target.to_owned());
        let named = blocking(move || atomic_file::rename(&path, &place)).await;
        named.map_err(|error| file_error(target, error))?;
        let _ = tokio::fs::remove_file(&self.note).await;
        Ok(())
    }

    /// Closes the part after an error: keeps it for a later run, or removes it. Returns the error,
    /// with a hint if it was kept.
    pub(super) async fn give_up(mut self, keep: bool, error: Error) -> Error {
        let _ = self.file.flush().await;
        let length = self.file.metadata().await.map_or(0, |data| data.len());
        drop(self.file.into_std().await);
        if keep && length > 0 {
            return error.with_hint(format!(
                "the bytes received are kept in `{}`: save again to resume",
                self.path.display()
            ));
        }
        // Best effort: the files may not exist.
        let _ = tokio::fs::remove_file(&self.path).await;
        let _ = tokio::fs::remove_file(&self.note).await;
        error
    }
}

/// Opens a file created now or by an earlier run. Anything else under the name is refused, because
/// a link would lead the bytes to another file.
///
/// On Unix the file is opened without following a link (`O_NOFOLLOW`) and without waiting for the
/// other end of a pipe (`O_NONBLOCK`), then checked again on the open handle.
async fn open_own(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true);
    let made = options.clone().create_new(true).open(path).await;
    match made {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        outcome => return outcome,
    }
    let is_file = tokio::fs::symlink_metadata(path).await?.is_file();
    if !is_file {
        return Err(foreign());
    }
    #[cfg(unix)]
    options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    let file = options.open(path).await?;
    match is_own(&file.metadata().await?) {
        true => Ok(file),
        false => Err(foreign()),
    }
}

/// Whether an open file is a plain file of this user with a single name. Checked on the open
/// handle, so the file cannot be exchanged in between.
fn is_own(metadata: &Metadata) -> bool {
    #[cfg(unix)]
    let is_ours = metadata.nlink() == 1 && metadata.uid() == rustix::process::geteuid().as_raw();
    #[cfg(not(unix))]
    let is_ours = true;
    metadata.is_file() && is_ours
}

/// The error for a name that another user, or a link, has taken.
fn foreign() -> io::Error {
    io::Error::new(
        io::ErrorKind::AlreadyExists,
        "a link or another user's file has this name: remove it, or save to another place",
    )
}

/// Reads a file with the checks of [`open_own`].
async fn read_own(path: &Path) -> io::Result<Vec<u8>> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    let mut file = options.open(path).await?;
    if !is_own(&file.metadata().await?) {
        return Err(foreign());
    }
    let mut text = Vec::new();
    file.read_to_end(&mut text).await?;
    Ok(text)
}

/// Runs work that blocks on a thread of its own.
async fn blocking(work: impl FnOnce() -> io::Result<()> + Send + 'static) -> io::Result<()> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(io::Error::other(error)))
}

/// The path with an ending appended to the file name: `a.zip` becomes `a.zip.part`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Carries a disk error through the body that unpacks the part.
fn unreadable(error: std::io::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Unknown, error.to_string()).with_source(error)
}

/// An error of kind [`ErrorKind::File`] that names the path.
fn file_error(path: &Path, error: std::io::Error) -> Error {
    let message = format!("`{}`: {error}", path.display());
    Error::new(ErrorKind::File, message).with_source(error)
}
