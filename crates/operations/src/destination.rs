//! Where a file goes that an answer leads to.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A place for a downloaded file: a path, or standard output for `-`.
///
/// ```
/// use operations::Destination;
///
/// assert!(Destination::new("-", false).is_stream());
/// assert!(Destination::new(".", false).check().is_err());
/// assert!(Destination::new(".", true).check().is_ok());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    path: PathBuf,
    replaces: bool,
}

impl Destination {
    /// A place. `replaces` allows to overwrite what is there.
    pub fn new(path: impl Into<PathBuf>, replaces: bool) -> Self {
        Self {
            path: path.into(),
            replaces,
        }
    }

    /// The path; `-` for standard output.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the place is standard output.
    pub fn is_stream(&self) -> bool {
        self.path.as_os_str() == "-"
    }

    /// A file in this folder, with the same permission to overwrite.
    #[must_use]
    pub fn join(&self, name: &str) -> Self {
        Self::new(self.path.join(name), self.replaces)
    }

    /// Checks that nothing is overwritten without permission. Call it before the request is sent: the file there may be
    /// evidence, and sending again may start a collection anew.
    ///
    /// # Errors
    /// A message with the path if something is there. An empty folder is free.
    pub fn check(&self) -> Result<(), String> {
        if self.replaces || self.is_stream() {
            return Ok(());
        }
        let is_free = match std::fs::symlink_metadata(&self.path) {
            Err(error) => error.kind() == ErrorKind::NotFound,
            Ok(metadata) => metadata.is_dir() && is_empty(&self.path),
        };
        match is_free {
            true => Ok(()),
            false => Err(format!("`{}` exists already", self.path.display())),
        }
    }
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let place = Destination::new(folder.path(), false);
        assert_eq!(place.check(), Ok(()));
        let file = place.join("a");
        assert_eq!(file.check(), Ok(()));
        std::fs::write(file.path(), "x").unwrap();
        assert!(file.check().is_err());
        assert!(place.check().is_err());
        assert_eq!(Destination::new(folder.path(), true).check(), Ok(()));
    }
}
