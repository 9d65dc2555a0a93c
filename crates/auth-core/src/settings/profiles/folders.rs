//! Where settings, sign-ins and a person's own files are.

use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};

use super::{Config, Key, ProfileError, Result, Selected, Sources};

/// The name of this project's folder in those of the platform.
const NAME: &str = "defender";

/// The folders of one person, shared by all programs of this project.
///
/// `DEFENDER_CONFIG_DIR` names one folder for everything. Otherwise they are those of the platform; on Linux
/// `~/.config/defender`, `~/.local/state/defender`, `~/.local/share/defender` and `~/.cache/defender`. Nothing is created.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Folders {
    /// The folder of `config.toml`.
    pub config: PathBuf,
    /// The folder of the sign-ins.
    pub state: PathBuf,
    /// The folder of a person's own files, such as hunts.
    pub data: PathBuf,
    /// The folder of files that can be requested again.
    pub cache: PathBuf,
}

impl Folders {
    /// The folders by the environment of this process.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) without a home directory, as some services run.
    pub fn of_process() -> Result<Self> {
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
            config: places.config_dir().join(NAME),
            state: state.join(NAME),
            data: places.data_dir().join(NAME),
            cache: places.cache_dir().join(NAME),
        })
    }

    /// The file of the profiles. It may not exist.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The folder of the [`Sessions`](super::Sessions).
    pub fn sessions(&self) -> PathBuf {
        self.state.join("sessions")
    }
}

impl Sources {
    /// The environment of this process with the profile that is chosen: by `option`, by `DEFENDER_PROFILE`, as the default,
    /// or as the only one. A process without a home directory has no profiles, which is an error only if one is named.
    ///
    /// `check` sees the chosen profile and the file before the profile is used, for example to require that it exists.
    ///
    /// # Errors
    /// Returns the errors of [`Config::read`], [`Selected::of`], `check` and [`Sources::check`].
    pub fn of_profiles<E: From<ProfileError>>(
        keys: &'static [Key],
        option: Option<&str>,
        check: impl FnOnce(Selected, &Config) -> std::result::Result<Selected, E>,
    ) -> std::result::Result<Self, E> {
        let variable = Self::of_process(keys, None).get("DEFENDER_PROFILE");
        let folders = match Folders::of_process() {
            Err(_) if option.is_none() && variable.is_none() => {
                return Ok(Self::of_process(keys, None));
            }
            folders => folders?,
        };
        let config = Config::read(folders.config_file(), keys)?;
        let selected = Selected::of(&config, option, variable.as_deref())?;
        let selected = selected
            .map(|selected| check(selected, &config))
            .transpose()?;
        let sources = Self::of_process(keys, selected);
        sources.check()?;
        Ok(sources)
    }
}
