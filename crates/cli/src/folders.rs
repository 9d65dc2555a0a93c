//! Where settings, sign-ins and what a person keeps for this program are.

use std::fs::DirBuilder;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::failure::{Failure, Result};

/// The folders of this program for one person.
#[derive(Clone, Debug)]
pub(crate) struct Folders {
    /// Has `config.toml`.
    pub(crate) config: PathBuf,
    /// Has the sign-ins.
    pub(crate) state: PathBuf,
    /// Has a person's own hunts.
    pub(crate) data: PathBuf,
    /// Has what can be asked for again.
    pub(crate) cache: PathBuf,
}

impl Folders {
    /// One folder for everything where `DEFENDER_CONFIG_DIR` names it, else those of the platform.
    pub(crate) fn of_process() -> Result<Self> {
        let named = std::env::var_os("DEFENDER_CONFIG_DIR").filter(|value| !value.is_empty());
        if let Some(folder) = named.map(PathBuf::from) {
            return Ok(Self {
                config: folder.clone(),
                state: folder.clone(),
                data: folder.clone(),
                cache: folder,
            });
        }
        let places = choose_base_strategy().map_err(|_| {
            Failure::usage("this process has no home directory")
                .with_hint("set DEFENDER_CONFIG_DIR to a folder for settings and sign-ins")
        })?;
        let state = places.state_dir().unwrap_or_else(|| places.data_dir());
        Ok(Self {
            config: places.config_dir().join("defender"),
            state: state.join("defender"),
            data: places.data_dir().join("defender"),
            cache: places.cache_dir().join("defender"),
        })
    }
}

/// Puts a text in the place of a file that only its owner reads, whole or not at all.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // What is a link to a file elsewhere stays one.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
