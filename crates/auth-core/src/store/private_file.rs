//! Files for their owner alone, shared by processes: replaced whole, and changed under a lock.
//!
//! On Windows no mode is set: the files lie in the user's profile and inherit its access list.

use std::fmt;
use std::fs::{DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use http_core::atomic_file::{self, Access};
use http_core::time::{Instant, Step, repeat};

/// Polling interval for a lock.
const PAUSE: Duration = Duration::from_millis(25);

/// Age of a temporary file that counts as abandoned without a lock. A write takes milliseconds.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A file for its owner alone that several processes read and change.
///
/// [`read`](Self::read) needs no lock, because the file is only ever replaced whole. To change it,
/// take the [`lock`](Self::lock), read, and [`replace`](LockedFile::replace). The lock is advisory:
/// it keeps out other users of this type only.
///
/// A symbolic link is kept: the file that it points to is replaced, and lock and temporary files
/// lie beside that file. Lock files (`NAME.lockfile`) are not removed.
///
/// ```no_run
/// use std::time::Duration;
/// use auth_core::PrivateFile;
/// # async fn example() -> std::io::Result<()> {
/// let locked = PrivateFile::at("state/counter").lock(Duration::from_secs(20)).await?;
/// let before = locked.file().read()?.unwrap_or_default();
/// locked.replace(&[&before[..], b"one more\n"].concat())?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct PrivateFile {
    path: PathBuf,
    /// The symbolic link that leads to it, if any.
    link: Option<PathBuf>,
}

/// A [`PrivateFile`] that no other process changes until this is dropped or its process ends.
pub struct LockedFile {
    file: PrivateFile,
    _lock: FileLock,
}

/// An exclusive lock of the operating system; `None` on file systems without locks.
#[derive(Debug)]
pub(crate) struct FileLock(#[expect(dead_code, reason = "held, never read")] Option<File>);

impl PrivateFile {
    /// Names a file. Nothing is read yet, but a symbolic link is resolved.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        match followed(&path) {
            Some(target) => Self {
                path: target,
                link: Some(path),
            },
            None => Self { path, link: None },
        }
    }

    /// The path of the file, after a symbolic link.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads the file; `None` if it is missing. Blocks.
    ///
    /// # Errors
    /// The system's error; [`InvalidInput`](io::ErrorKind::InvalidInput) for a folder, a pipe or a
    /// device, which is not opened.
    pub fn read(&self) -> io::Result<Option<Vec<u8>>> {
        let Some(mut file) = open_regular(&self.path)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// Waits until no other process changes the file. `longest` is the time for each holder of the
    /// lock, so a long queue may take longer. Dropping the future gives up.
    ///
    /// Creates a missing folder, for its owner alone.
    ///
    /// # Errors
    /// [`TimedOut`](io::ErrorKind::TimedOut) if one process holds the lock for longer; else the
    /// system's error.
    pub async fn lock(&self, longest: Duration) -> io::Result<LockedFile> {
        let lock = FileLock::wait(&beside(&self.path, "lockfile"), longest).await?;
        let file = self.clone();
        Ok(LockedFile { file, _lock: lock })
    }

    /// Replaces the file whole, without the lock: the last of several writers wins. Creates a
    /// missing folder. Blocks.
    ///
    /// # Errors
    /// The system's error. The file is then unchanged.
    pub fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            create_folder(folder)?;
        }
        atomic_file::remove_leftovers(&self.path, ABANDONED);
        atomic_file::replace(&self.path, bytes, Access::Private)
    }

    /// Whether others than the file's owner can change the file or a link to it, or replace either.
    /// Always `false` on Windows.
    ///
    /// A folder with the sticky bit is safe if file and folder have the same owner.
    ///
    /// ```
    /// # #[cfg(unix)]
    /// # fn main() -> std::io::Result<()> {
    /// use std::os::unix::fs::PermissionsExt;
    ///
    /// let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("settings");
    /// let file = auth_core::PrivateFile::at(&path);
    /// file.replace(b"private")?;
    /// assert!(!file.is_exposed()?);
    /// std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o666))?;
    /// assert!(file.is_exposed()?);
    /// # Ok(())
    /// # }
    /// # #[cfg(not(unix))]
    /// # fn main() {}
    /// ```
    ///
    /// # Errors
    /// The system's error.
    pub fn is_exposed(&self) -> io::Result<bool> {
        let by_link = self.link.as_deref().map(is_exposed).transpose()?;
        Ok(by_link.unwrap_or_default() || is_exposed(&self.path)?)
    }
}

impl LockedFile {
    /// The file itself.
    pub fn file(&self) -> &PrivateFile {
        &self.file
    }

    /// Replaces the file whole, and removes temporary files of killed writers. Blocks.
    ///
    /// # Errors
    /// The system's error. The file is then unchanged.
    pub fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        self.remove_leftovers();
        atomic_file::replace(&self.file.path, bytes, Access::Private)
    }

    /// Removes the file and temporary files of killed writers; `false` if there was no file.
    /// Blocks.
    ///
    /// # Errors
    /// The system's error.
    pub fn remove(&self) -> io::Result<bool> {
        self.remove_leftovers();
        match std::fs::remove_file(&self.file.path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Every writer holds the lock, so a temporary file that exists now is abandoned.
    fn remove_leftovers(&self) {
        atomic_file::remove_leftovers(&self.file.path, Duration::ZERO);
    }
}

impl fmt::Debug for LockedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LockedFile")
            .field("path", &self.file.path)
            .finish()
    }
}

impl FileLock {
    /// Waits for the lock with this path, up to `longest` for each process that holds it. The lock
    /// ends with the handle, so also with the process.
    pub(crate) async fn wait(path: &Path, longest: Duration) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            create_folder(folder)?;
        }
        let file = open_lock(path)?;
        let waiting = Waiting {
            path,
            longest,
            begun: Instant::now(),
            taken: taken_at(&file),
            file: &file,
        };
        let is_locked = repeat(Duration::ZERO, waiting).await?;
        Ok(Self(is_locked.then_some(file)))
    }
}

/// The attempts to take a lock. Returns whether the lock is held; file systems without locks hold none.
struct Waiting<'a> {
    path: &'a Path,
    file: &'a File,
    longest: Duration,
    /// Since when the present holder was waited for.
    begun: Instant,
    taken: Option<SystemTime>,
}

impl Step for Waiting<'_> {
    type Output = io::Result<bool>;

    async fn run(&mut self) -> ControlFlow<io::Result<bool>, Duration> {
        match self.file.try_lock() {
            Ok(()) => {
                // Shows the waiting processes that the lock changes hands.
                let _ = self.file.set_modified(SystemTime::now());
                ControlFlow::Break(Ok(true))
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                ControlFlow::Break(Ok(false))
            }
            Err(TryLockError::Error(error)) => ControlFlow::Break(Err(error)),
            Err(TryLockError::WouldBlock) if self.begun.elapsed() < self.longest => {
                ControlFlow::Continue(PAUSE)
            }
            Err(TryLockError::WouldBlock) if self.taken != taken_at(self.file) => {
                (self.begun, self.taken) = (Instant::now(), taken_at(self.file));
                ControlFlow::Continue(Duration::ZERO)
            }
            Err(TryLockError::WouldBlock) => {
                let message = format!("{} is locked by another process", self.path.display());
                ControlFlow::Break(Err(io::Error::new(io::ErrorKind::TimedOut, message)))
            }
        }
    }
}

/// When the lock was last taken.
fn taken_at(lock: &File) -> Option<SystemTime> {
    lock.metadata().and_then(|about| about.modified()).ok()
}

/// The target of a symbolic link, whether it exists or not.
fn followed(path: &Path) -> Option<PathBuf> {
    let target = path.read_link().ok()?;
    let target = path.parent().unwrap_or(Path::new("")).join(target);
    Some(path.canonicalize().unwrap_or(target))
}

/// Creates a folder and its parents, for their owner alone.
fn create_folder(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens or creates a lock file.
fn open_lock(path: &Path) -> io::Result<File> {
    match path.symlink_metadata() {
        Ok(about) => check_regular(&about)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    private(&mut options).open(path)
}

/// Opens a regular file; `None` if it is missing. Anything else is refused: opening a pipe would
/// block.
pub(crate) fn open_regular(path: &Path) -> io::Result<Option<File>> {
    match path.metadata() {
        Ok(about) => check_regular(&about)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Refuses folders, pipes and devices.
fn check_regular(about: &Metadata) -> io::Result<()> {
    if about.is_file() {
        return Ok(());
    }
    let what = if about.is_dir() {
        "is a folder"
    } else {
        "is not a regular file"
    };
    Err(io::Error::new(io::ErrorKind::InvalidInput, what))
}

/// The path of a file beside this one: `sessions.bin` and `tmp` make `sessions.bin.tmp`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Whether others than the owner can read or write a file.
#[cfg(unix)]
pub(crate) fn is_open_to_others(file: &File) -> io::Result<bool> {
    let mode = std::os::unix::fs::PermissionsExt::mode(&file.metadata()?.permissions());
    Ok(mode & 0o077 != 0)
}

/// Whether others than the owner can read or write a file: unknown here.
#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature as on Unix, where modes are read"
)]
pub(crate) fn is_open_to_others(_: &File) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn is_exposed(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    /// Writable by the group or by everybody.
    const OTHERS: u32 = 0o022;
    const STICKY: u32 = 0o1000;

    let found = |about: io::Result<Metadata>| match about {
        Ok(about) => Ok(Some(about)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    let file = found(path.symlink_metadata())?;
    if file
        .as_ref()
        .is_some_and(|file| !file.is_symlink() && file.mode() & OTHERS != 0)
    {
        return Ok(true);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Some(folder) = found(folder.metadata())? else {
        return Ok(false);
    };
    // In a sticky folder only the owners of file and folder can replace the file, but anybody can
    // create it.
    let is_guarded =
        folder.mode() & STICKY != 0 && file.as_ref().is_some_and(|file| file.uid() == folder.uid());
    Ok(folder.mode() & OTHERS != 0 && !is_guarded)
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature as on Unix, where modes are read"
)]
fn is_exposed(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &OpenOptions {
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: Duration = Duration::from_secs(20);

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn leftovers_are_removed_at_once_under_the_lock_and_after_an_hour_without() {
        let folder = tempfile::tempdir().unwrap();
        let (path, left) = (
            folder.path().join("a.bin"),
            folder.path().join("a.bin.abcdefghABCDEF01.tmp"),
        );
        std::fs::write(&left, "left").unwrap();
        PrivateFile::at(&path).replace(b"1").unwrap();
        assert!(left.exists());
        let locked = PrivateFile::at(&path).lock(LONGEST).await.unwrap();
        locked.replace(b"2").unwrap();
        assert!(!left.exists());
        let hour_ago = SystemTime::now() - Duration::from_secs(3700);
        File::create(&left).unwrap().set_modified(hour_ago).unwrap();
        PrivateFile::at(&path).replace(b"3").unwrap();
        assert_eq!(names(folder.path()), ["a.bin", "a.bin.lockfile"]);
        assert_eq!(std::fs::read(&path).unwrap(), b"3");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_link_stays_a_link_and_its_file_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (link, file) = (folder.path().join("link"), folder.path().join("real/file"));
        std::fs::create_dir(folder.path().join("real")).unwrap();
        std::fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let locked = PrivateFile::at(&link).lock(LONGEST).await.unwrap();
        locked.replace(b"new").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["link", "real"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_plain_file_is_refused_and_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [pipe.as_path(), folder.path(), Path::new("/dev/null")] {
            let error = PrivateFile::at(path).read().unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidInput, "{path:?}");
        }
        assert!(
            PrivateFile::at(folder.path().join("none"))
                .read()
                .unwrap()
                .is_none()
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_exposed_by_its_mode_and_by_its_folder() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("place");
        std::fs::create_dir(&place).unwrap();
        let path = place.join("file");
        std::fs::write(&path, "").unwrap();
        let set = |path: &Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        for (of_folder, of_file, expected) in [
            (0o700, 0o600, false),
            (0o755, 0o644, false),
            (0o755, 0o664, true),
            (0o755, 0o602, true),
            (0o777, 0o600, true),
            (0o775, 0o600, true),
            // As a container's platform mounts settings: everything is one owner's.
            (0o1777, 0o644, false),
            (0o1777, 0o646, true),
        ] {
            set(&place, of_folder);
            set(&path, of_file);
            let exposed = PrivateFile::at(&path).is_exposed().unwrap();
            assert_eq!(exposed, expected, "{of_folder:o} {of_file:o}");
        }
        // Anybody may make the file that is missing there.
        let missing = PrivateFile::at(place.join("missing"));
        assert!(missing.is_exposed().unwrap());
    }

    /// A queue of many is no process that hangs.
    #[tokio::test(start_paused = true)]
    async fn each_holder_of_a_lock_has_the_whole_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let mut held = FileLock::wait(&path, LONGEST).await.unwrap();
        let waiting = tokio::spawn({
            let path = path.clone();
            async move { FileLock::wait(&path, LONGEST).await.map(drop) }
        });
        for _ in 0..4 {
            tokio::time::sleep(LONGEST * 3 / 4).await;
            // Another one takes it before the one that waits looks again.
            drop(held);
            held = FileLock::wait(&path, LONGEST).await.unwrap();
            assert!(!waiting.is_finished());
        }
        drop(held);
        waiting.await.unwrap().unwrap();
    }

    #[tokio::test]
    async fn a_write_that_fails_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, "old").unwrap();
        let locked = PrivateFile::at(&path).lock(LONGEST).await.unwrap();
        // A folder in its place cannot be replaced by a file.
        std::fs::remove_file(&path).unwrap();
        std::fs::create_dir(&path).unwrap();
        assert!(locked.replace(b"new").is_err());
        assert_eq!(names(folder.path()), ["file", "file.lockfile"]);
    }
}
