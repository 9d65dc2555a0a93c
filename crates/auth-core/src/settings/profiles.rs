//! Profiles: named settings in a TOML file, and the sign-in that is kept for each.
//!
//! A program lists the [`Key`]s that its profiles may have, reads the file with [`Config::read`], picks a profile with
//! [`Selected::of`], and looks values up in [`Sources`], which ranks options, environment variables and the profile.
//! [`Sources::settings`] are the [`Settings`](super::Settings) of the credential. Secrets have no place in the file: it
//! names a file, a program or the encrypted store of [`Sessions`].
//!
//! ```
//! use auth_core::settings::profiles::{Config, Key, Selected, Sources};
//!
//! static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID"), Key::METHOD];
//!
//! # fn main() -> Result<(), auth_core::settings::profiles::ProfileError> {
//! let config = Config::parse("config.toml".into(), "[profile.a]\ntenant = 'contoso.com'\nmethod = 'az'\n", KEYS)?;
//! let selected = Selected::of(&config, Some("a"), None)?;
//! let sources = Sources::of_process(KEYS, selected);
//! assert_eq!(sources.get("AZURE_TENANT_ID").as_deref(), Some("contoso.com"));
//! # Ok(())
//! # }
//! ```

mod config;
mod error;
mod folders;
mod key;
mod sessions;
mod sources;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub use config::Config;
pub use error::{ProfileError, ProfileErrorKind};
pub use folders::Folders;
pub use key::{Form, Key, nearest};
pub use sessions::{KeyPlace, Sessions};
pub use sources::{Origin, Sources, kept_secret};

/// The result of reading or changing profiles, with a [`ProfileError`].
pub type Result<T, E = ProfileError> = std::result::Result<T, E>;

/// The settings of one profile.
///
/// ```
/// use auth_core::settings::profiles::{Config, Key};
///
/// static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID"), Key::METHOD];
///
/// let text = "[profile.lab]\ntenant = 'contoso.com'\nmethod = 'az'\n";
/// let config = Config::parse("config.toml".into(), text, KEYS)?;
/// let profile = config.profile("lab")?.expect("it is in the file");
/// assert_eq!(profile.values["tenant"], "contoso.com");
/// assert_eq!(profile.to_json()["name"], "lab");
/// # Ok::<(), auth_core::settings::profiles::ProfileError>(())
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Profile {
    /// The name, which is also the name of the file with its sign-in. See [`check_name`] for what is allowed.
    pub name: String,
    /// The values by the [names](Key::name) of their keys. Flags are `true` or `false`.
    pub values: BTreeMap<&'static str, String>,
    /// The program that prints the client secret, and its arguments. Empty if there is none.
    pub client_secret_command: Vec<String>,
}

impl Profile {
    /// Name and settings as an object. There are no secrets among them: a profile refers to secrets and does not
    /// contain them.
    pub fn to_json(&self) -> Value {
        let mut members = Map::new();
        members.insert("name".to_owned(), self.name.clone().into());
        for (key, value) in &self.values {
            members.insert((*key).to_owned(), value.clone().into());
        }
        if !self.client_secret_command.is_empty() {
            let words = self.client_secret_command.clone();
            members.insert("client_secret_command".to_owned(), words.into());
        }
        Value::Object(members)
    }
}

/// How the profile was chosen. A profile named by an option ranks above environment variables, any other below.
///
/// The difference protects scripts: a default profile that somebody adds later does not override the variables that a
/// job sets, but `-p customer` means that customer, whatever else is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChosenBy {
    /// An option names it.
    Option,
    /// A variable names it, such as `DEFENDER_PROFILE`.
    Variable,
    /// It is the default profile of the file.
    Default,
    /// The file has no other profile.
    Sole,
}

/// The profile to use, and how it was chosen.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Selected {
    /// Its settings. Empty if it is not in the file.
    pub profile: Profile,
    /// How it was chosen.
    pub by: ChosenBy,
    /// Whether it is in the file. A sign-in may create it; other commands call [`require`](Self::require).
    pub exists: bool,
}

impl Selected {
    /// Chooses by option, by variable, by the default of the file, or the sole profile, in this order. A name that is
    /// not in the file gives an empty profile. `None` if nothing chooses one.
    ///
    /// ```
    /// use auth_core::settings::profiles::{ChosenBy, Config, Key, Selected};
    ///
    /// static KEYS: &[Key] = &[Key::METHOD];
    ///
    /// let config = Config::parse("config.toml".into(), "[profile.a]\nmethod = 'az'\n", KEYS)?;
    /// let sole = Selected::of(&config, None, None)?.expect("there is one");
    /// assert_eq!((sole.profile.name.as_str(), sole.by), ("a", ChosenBy::Sole));
    ///
    /// let other = Selected::of(&config, Some("b"), None)?.expect("it is named");
    /// assert!(!other.exists && other.require(&config).is_err());
    /// # Ok::<(), auth_core::settings::profiles::ProfileError>(())
    /// ```
    ///
    /// # Errors
    /// [`ProfileErrorKind::Invalid`] for an invalid name, and for invalid settings of the profile.
    pub fn of(
        config: &Config,
        option: Option<&str>,
        variable: Option<&str>,
    ) -> Result<Option<Self>> {
        let names = config.names();
        let (name, by) = match (option, variable, config.default_profile(), &names[..]) {
            (Some(name), ..) => (name.to_owned(), ChosenBy::Option),
            (_, Some(name), ..) => (name.trim().to_owned(), ChosenBy::Variable),
            (_, _, Some(name), _) => (name, ChosenBy::Default),
            (_, _, _, [sole]) => (sole.clone(), ChosenBy::Sole),
            _ => return Ok(None),
        };
        check_name(&name)?;
        let found = config.profile(&name)?;
        let exists = found.is_some();
        let profile = found.unwrap_or_else(|| Profile {
            name,
            ..Profile::default()
        });
        Ok(Some(Self {
            profile,
            by,
            exists,
        }))
    }

    /// Returns the profile if it is in the file, for commands that do not create profiles.
    ///
    /// # Errors
    /// [`ProfileErrorKind::Invalid`] if it is not; the hint lists those that are.
    pub fn require(self, config: &Config) -> Result<Self> {
        if self.exists {
            return Ok(self);
        }
        let failure = ProfileError::invalid(format!("there is no profile `{}`", self.profile.name));
        let names = config.names();
        Err(if names.is_empty() {
            failure
        } else {
            failure.with_hint(format!("there are {}", names.join(", ")))
        })
    }
}

/// Checks the name of a profile: letters, digits, `-`, `_` and `.`, at most 64, and no dot in front. The name becomes a
/// file name, so separators and other characters could lead out of the folder.
///
/// ```
/// use auth_core::settings::profiles::check_name;
///
/// assert!(check_name("contoso.eu").is_ok());
/// assert!(check_name("../secrets").is_err());
/// ```
///
/// # Errors
/// [`ProfileErrorKind::Invalid`] for any other name.
pub fn check_name(name: &str) -> Result<()> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if !name.is_empty() && name.len() <= 64 && !name.starts_with('.') && name.chars().all(is_plain)
    {
        return Ok(());
    }
    Err(
        ProfileError::invalid(format!("invalid profile name `{name}`"))
            .with_hint("use letters, digits, `-`, `_` and `.`, at most 64"),
    )
}
