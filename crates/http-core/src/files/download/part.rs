//! A file on disk that is not whole yet: it has another name until it is, and a note of what it is a part of.

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

pub(super) struct Part {
    path: PathBuf,
    /// Beside it: which version it is a part of.
    note: PathBuf,
    file: File,
    /// Bytes that an earlier run left behind and that are of the same version.
    pub(super) kept: u64,
}

impl Part {
    /// Opens what an earlier run left behind, emptied unless it is of the version.
    pub(super) async fn open(target: &Path, version: &Version) -> Result<Self> {
        let path = beside(target, ".part");
        let note = beside(target, ".part.json");
        let failed = |error| file_error(&path, error);
        let file = open_own(&path).await.map_err(failed)?.into_std().await;
        // Systems without locks are taken at their word.
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
        part.kept = part.left_of(version).await;
        if part.kept == 0 {
            part.restart(version).await?;
        } else {
            part.seek(SeekFrom::Start(part.kept)).await?;
        }
        Ok(part)
    }

    async fn left_of(&self, version: &Version) -> u64 {
        let note = read_own(&self.note).await.unwrap_or_default();
        let noted = serde_json::from_slice::<Version>(&note).unwrap_or_default();
        let metadata = self.file.metadata().await;
        let length = metadata.map_or(0, |metadata| metadata.len());
        let fits = version.length.is_none_or(|whole| length <= whole);
        if noted.is(version) && fits { length } else { 0 }
    }

    /// Begins anew. The file is emptied before the note is written: what a note speaks of is never another version.
    pub(super) async fn restart(&mut self, version: &Version) -> Result<()> {
        let emptied = self.file.set_len(0).await;
        emptied.map_err(|error| file_error(&self.path, error))?;
        self.seek(SeekFrom::Start(0)).await?;
        self.kept = 0;
        if version.can_go_on() {
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

    async fn seek(&mut self, place: SeekFrom) -> Result<()> {
        let sought = self.file.seek(place).await;
        sought
            .map(drop)
            .map_err(|error| file_error(&self.path, error))
    }

    pub(super) async fn write(&mut self, chunk: &[u8]) -> Result<()> {
        let written = self.file.write_all(chunk).await;
        written.map_err(|error| file_error(&self.path, error))
    }

    /// For a file of unknown length: a packed one marks its own end.
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
                truncated(format!("the file is packed and not whole: {error}")).with_source(error)
            })?;
        }
        Ok(())
    }

    /// Gives the file its name.
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

    /// Leaves it for a later run, or removes it.
    pub(super) async fn give_up(mut self, keep: bool, error: Error) -> Error {
        let _ = self.file.flush().await;
        let length = self.file.metadata().await.map_or(0, |data| data.len());
        drop(self.file.into_std().await);
        if keep && length > 0 {
            return error.with_hint(format!(
                "what came is kept as `{}`: save it again to go on from there",
                self.path.display()
            ));
        }
        // What cannot be removed either was never made.
        let _ = tokio::fs::remove_file(&self.path).await;
        let _ = tokio::fs::remove_file(&self.note).await;
        error
    }
}

/// Opens a file that is made now or that an earlier run made. Its name can be predicted, so whatever else is there is
/// refused: a link would lead the bytes to another file.
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

/// Whether an open file is a plain one of this user that has no other name.
fn is_own(metadata: &Metadata) -> bool {
    #[cfg(unix)]
    let is_ours = metadata.nlink() == 1 && metadata.uid() == rustix::process::geteuid().as_raw();
    #[cfg(not(unix))]
    let is_ours = true;
    metadata.is_file() && is_ours
}

fn foreign() -> io::Error {
    io::Error::new(
        io::ErrorKind::AlreadyExists,
        "there is a link, or a file of another user: remove it, or save to another place",
    )
}

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

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn unreadable(error: std::io::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Unknown, error.to_string()).with_source(error)
}

fn file_error(path: &Path, error: std::io::Error) -> Error {
    let message = format!("`{}`: {error}", path.display());
    Error::new(ErrorKind::File, message).with_source(error)
}
