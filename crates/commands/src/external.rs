//! Runs the program `NAME-WORD` on `PATH` for an unknown first word, as git and cargo do.
//!
//! Such a program gets the other arguments and this environment. Commands of this program come first, so none can be replaced.
//!
//! `defender triage --days 7` runs `defender-triage --days 7`. The help lists such programs, so a user sees what a word would run.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};
use std::process::Command;

use terminal::{Failure, Result};

/// The program for a word, if `PATH` has one. Only ASCII letters, digits, `-` and `_`: a word must not name another folder.
pub fn find(name: &str, word: &str) -> Option<PathBuf> {
    let is_plain = word
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
    if !is_plain || word.is_empty() {
        return None;
    }
    let file = format!("{name}-{word}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    let mut candidates = env::split_paths(&path).map(|folder| folder.join(&file));
    candidates.find(|candidate| is_program(candidate))
}

/// The words of all such programs, sorted and without duplicates. Reads every folder of `PATH`; only the help needs it.
pub fn all(name: &str) -> Vec<String> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).filter_map(|folder| folder.read_dir().ok());
    let files = folders.flatten().flatten();
    let prefix = format!("{name}-");
    let word = |file: DirEntry| {
        let file = file.file_name().into_string().ok()?;
        let word = file
            .strip_prefix(&prefix)?
            .strip_suffix(env::consts::EXE_SUFFIX)?;
        find(name, word).map(|_| word.to_owned())
    };
    let words: BTreeSet<String> = files.filter_map(word).collect();
    words.into_iter().collect()
}

/// Replaces this process on Unix. Elsewhere runs the program and returns its exit code, 1 if it has none.
pub fn run<'a>(program: &PathBuf, arguments: impl Iterator<Item = &'a OsString>) -> Result<u8> {
    let mut command = Command::new(program);
    command.args(arguments);
    let failed =
        |error| Failure::machine(&format!("`{}` cannot be run", program.display()), &error);
    #[cfg(unix)]
    return Err(failed(std::os::unix::process::CommandExt::exec(
        &mut command,
    )));
    #[cfg(not(unix))]
    {
        let status = command.status().map_err(failed)?;
        Ok(status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .unwrap_or(1))
    }
}

/// Whether a file can be run: a regular file with a permission to execute.
#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}
