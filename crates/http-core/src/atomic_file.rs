//! Files that are replaced whole: a reader finds the old content or the new one, never a part of it.
//!
//! The new content is written to a temporary file in the same folder, flushed to the disk and renamed; then the folder is
//! flushed, so that the new content outlives a loss of power. Windows replaces a file of the same name as well, but has no
//! way to flush a folder. The calls block: in a task, run them by `spawn_blocking`.

use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

/// Random characters in the name of a temporary file.
const RANDOM: usize = 16;

/// Who may read a file that is created. A file that is replaced gets the same access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// Its owner alone: mode 0600. On Windows the folder's access list applies.
    Private,
    /// Everybody that the umask of the process allows: mode 0666 less the umask.
    Shared,
}

/// Replaces a file by these bytes, or creates it. The folder must exist.
///
/// A symbolic link at `path` is replaced, not followed. The last of several writers wins. A writer that is killed leaves a
/// file `NAME.<16 letters and digits>.tmp` behind: see [`remove_leftovers`].
///
/// ```
/// use http_core::atomic_file::{self, Access};
/// # fn main() -> std::io::Result<()> {
/// # let folder = tempfile::tempdir()?;
/// # let path = folder.path().join("state.json");
/// atomic_file::replace(&path, b"{}", Access::Private)?;
/// assert_eq!(std::fs::read(&path)?, b"{}");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// Returns the system's error. The file is then unchanged and no temporary file remains, unless only flushing the folder
/// failed.
pub fn replace(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let Some(name) = path.file_name() else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let mut prefix = name.to_owned();
    prefix.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".tmp").rand_bytes(RANDOM);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(match access {
        Access::Private => 0o600,
        Access::Shared => 0o666,
    }));
    #[cfg(not(unix))]
    let _ = access;
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(path)
}

/// Gives a file its final name, in place of whatever file has it, and flushes the folder. Flush the file before.
///
/// # Errors
/// Returns the system's error, for example when the two names are on different file systems.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::rename(from, to)?;
    sync_folder(to)
}

/// Removes temporary files that killed writers of this file left behind, if they are at least this old. Best effort.
///
/// Pass zero while holding a lock that all writers of the file take; else an hour, because a younger one may be in use.
pub fn remove_leftovers(path: &Path, age: Duration) {
    let Some(name) = path.file_name() else {
        return;
    };
    for entry in std::fs::read_dir(folder_of(path))
        .into_iter()
        .flatten()
        .flatten()
    {
        let found = entry.file_name();
        let ending = found
            .as_encoded_bytes()
            .strip_prefix(name.as_encoded_bytes());
        if ending.is_some_and(is_temporary_ending) && is_old_file(&entry, age) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

fn is_old_file(entry: &std::fs::DirEntry, age: Duration) -> bool {
    let about = entry.metadata().ok().filter(Metadata::is_file);
    let modified = about.and_then(|about| about.modified().ok());
    modified.is_some_and(|modified| modified.elapsed().unwrap_or_default() >= age)
}

/// Whether a name ends as [`replace`] names its temporary files.
fn is_temporary_ending(ending: &[u8]) -> bool {
    let random = ending
        .strip_prefix(b".")
        .and_then(|rest| rest.strip_suffix(b".tmp"));
    random.is_some_and(|text| text.len() == RANDOM && text.iter().all(u8::is_ascii_alphanumeric))
}

/// The folder of a file; the current one for a bare name.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};

    let synced = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
    match synced {
        // Folders that may be written but not listed, and file systems that cannot flush folders.
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => {
            Ok(())
        }
        outcome => outcome,
    }
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature as where folders can be flushed"
)]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn leftovers_of_a_killed_writer_are_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let id = "abcdefghABCDEF01";
        let others = [
            format!("b.bin.{id}.tmp"),
            format!("a.bin.{id}.tmp2"),
            format!("a.bin.x{id}.tmp"),
            "a.bin.tmp".to_owned(),
            "a.bin.notes.tmp".to_owned(),
            ".tmpAbCdEf".to_owned(),
        ];
        for name in &others {
            std::fs::write(here.join(name), "theirs").unwrap();
        }
        std::fs::create_dir(here.join("a.bin.0123456789abcdef.tmp")).unwrap();
        let left = here.join(format!("a.bin.{id}.tmp"));
        std::fs::write(&left, "left").unwrap();
        let before = names(here).len();
        let hour = Duration::from_secs(3600);
        remove_leftovers(&here.join("a.bin"), hour);
        assert!(left.exists());
        let old = File::options().write(true).open(&left).unwrap();
        old.set_modified(std::time::SystemTime::now() - hour)
            .unwrap();
        remove_leftovers(&here.join("a.bin"), hour);
        assert!(!left.exists());
        std::fs::write(&left, "left").unwrap();
        remove_leftovers(&here.join("a.bin"), Duration::ZERO);
        assert_eq!(names(here).len(), before - 1);
        for name in &others {
            assert!(here.join(name).exists(), "{name}");
        }
    }

    #[test]
    fn a_killed_writers_file_has_the_name_that_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        // A folder in its place cannot be replaced: the temporary file must go.
        std::fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"new", Access::Private).is_err());
        assert_eq!(names(folder.path()), ["a.bin"]);
        assert!(is_temporary_ending(b".abcdefghABCDEF01.tmp"));
        assert!(replace(Path::new("/"), b"", Access::Shared).is_err());
        assert!(replace(&folder.path().join("none/file"), b"", Access::Shared).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_gets_the_access_that_is_asked_for_and_a_link_is_replaced() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a"), folder.path().join("other"));
        let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
        std::fs::write(&other, "theirs").unwrap();
        symlink(&other, &path).unwrap();
        replace(&path, b"1", Access::Private).unwrap();
        assert!(!path.symlink_metadata().unwrap().is_symlink());
        assert_eq!(
            (std::fs::read(&path).unwrap(), mode(&path)),
            (b"1".to_vec(), 0o600)
        );
        assert_eq!(std::fs::read(&other).unwrap(), b"theirs");
        replace(&path, b"2", Access::Shared).unwrap();
        // As a file that the standard library creates, by the umask.
        assert_eq!(
            (std::fs::read(&path).unwrap(), mode(&path)),
            (b"2".to_vec(), mode(&other))
        );
        rename(&path, &other).unwrap();
        assert_eq!(std::fs::read(&other).unwrap(), b"2");
        assert_eq!(names(folder.path()), ["other"]);
    }
}
