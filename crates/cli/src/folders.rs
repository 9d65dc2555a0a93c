//! Where settings, sign-ins and what a person keeps for this program are.

use std::io;
use std::path::{Path, PathBuf};

use auth_core::PrivateFile;
use etcetera::{BaseStrategy, choose_base_strategy};

use auth_core::settings::profiles::{ProfileError, Result};

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
    /// The file of the profiles.
    pub(crate) fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The folder of the sign-ins.
    pub(crate) fn sessions(&self) -> PathBuf {
        self.state.join("sessions")
    }

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
            ProfileError::invalid("this process has no home directory")
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

/// Puts a text in the place of a file that only its owner reads, whole or not at all. For what can be made again; what a
/// process reads and changes needs the file's lock.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    PrivateFile::at(path).replace(text.as_bytes())
}
