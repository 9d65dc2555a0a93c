//! The TOML file of profiles.
//!
//! The file is edited by people and by the program. A change therefore keeps comments and the order of everything else,
//! and is made under a lock: the file is read again, changed and replaced at once. Other users must not be able to
//! write the file, because it names the files and programs that secrets come from.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value, value};

use super::key::{Form, Key, is_table, key_of, nearest};
use super::{Profile, ProfileError, Result, check_name};
use crate::store::private_file::{LockedFile, PrivateFile};

/// How long to wait for the lock of another process. A change takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);

/// The setting with the name of the default profile.
const DEFAULT: &str = "default_profile";
/// The table with a table for each profile.
const PROFILES: &str = "profile";

/// The setting with the program that prints the client secret. It is a list, and therefore not a [`Key`].
const COMMAND: &str = "client_secret_command";

/// Names under which people try to put a secret into the file. They get an error of their own.
const SECRETS: [&str; 3] = ["client_secret", "password", "certificate_password"];

/// A file of profiles: `[profile.NAME]` tables and `default_profile`.
///
/// ```
/// use auth_core::settings::profiles::{Config, Key};
///
/// static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID"), Key::METHOD];
///
/// let mut config = Config::parse("config.toml".into(), "# mine\n", KEYS)?;
/// config.keep("lab", &[("tenant", "contoso.com".to_owned()), ("method", "az".to_owned())])?;
/// assert_eq!(config.default_profile().as_deref(), Some("lab"));
/// assert!(config.set("lab", "tenent", "x").unwrap_err().message().contains("do you mean `tenant`?"));
/// # Ok::<(), auth_core::settings::profiles::ProfileError>(())
/// ```
pub struct Config {
    path: PathBuf,
    keys: &'static [Key],
    document: DocumentMut,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The file may hold a secret in the wrong place.
        f.debug_struct("Config")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Config {
    /// Reads the file. A missing file has no profiles. Settings of a profile are checked when the profile is used, so
    /// an error in one does not block the others.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) if it is not TOML, has unknown tables, or other users can change
    /// it; [`Io`](super::ProfileErrorKind::Io) if it cannot be read.
    pub fn read(path: impl Into<PathBuf>, keys: &'static [Key]) -> Result<Self> {
        let path = path.into();
        let text = text(&path, &PrivateFile::at(&path))?;
        Self::parse(path, &text, keys)
    }

    /// Changes the file under a lock and returns the new content. Waits up to 20 s for another process. A change that
    /// fails writes nothing. A missing file is created, readable by its owner only.
    ///
    /// # Errors
    /// Returns the errors of [`read`](Self::read) and of `change`, and [`Io`](super::ProfileErrorKind::Io) if the file
    /// cannot be locked or written.
    pub async fn change<E: From<ProfileError>>(
        path: impl Into<PathBuf>,
        keys: &'static [Key],
        change: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<Self, E> {
        let path = path.into();
        let file = PrivateFile::at(&path);
        check_place(&path, &file)?;
        let locked = file.lock(PATIENCE).await;
        let locked = locked.map_err(|error| unwritten(&path, &error))?;
        let text = text(&path, locked.file())?;
        let mut config = Self::parse(path, &text, keys)?;
        change(&mut config)?;
        config.write(&locked)?;
        Ok(config)
    }

    /// Reads the text of a file. `path` is used in messages and by [`change`](Self::change).
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) if it is not TOML or has unknown tables.
    pub fn parse(path: PathBuf, text: &str, keys: &'static [Key]) -> Result<Self> {
        let document = text.parse::<DocumentMut>().map_err(|error| {
            let message = error.message().trim_end();
            ProfileError::invalid(format!("{}: invalid TOML: {message}", path.display()))
        })?;
        let config = Self {
            path,
            keys,
            document,
        };
        config.check()?;
        Ok(config)
    }

    /// Refuses unknown names at the top of the file, where a typing error would otherwise be ignored.
    fn check(&self) -> Result<()> {
        let wrong = |what: String| {
            Err(ProfileError::invalid(format!(
                "{}: {what}",
                self.path.display()
            )))
        };
        for (name, item) in self.document.iter() {
            match (name, item) {
                (DEFAULT, item) if item.as_str().is_none() => {
                    return wrong(unfit(name, "text", item));
                }
                (PROFILES, item) if item.as_table_like().is_none() => {
                    return wrong(unfit(name, "a table for each profile", item));
                }
                (DEFAULT | PROFILES, _) => {}
                _ => {
                    let meant = match nearest(name, [PROFILES, DEFAULT]) {
                        Some(PROFILES) => "; do you mean `[profile.NAME]`?".to_owned(),
                        Some(meant) => format!("; do you mean `{meant}`?"),
                        None => format!("; there are `{DEFAULT}` and `[{PROFILES}.NAME]`"),
                    };
                    return wrong(format!(
                        "unknown setting `{name}` at the top of the file{meant}"
                    ));
                }
            }
        }
        Ok(())
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the profiles, in the order of the file.
    pub fn names(&self) -> Vec<String> {
        let profiles = self.profiles().into_iter().flat_map(TableLike::iter);
        profiles.map(|(name, _)| name.to_owned()).collect()
    }

    /// The name of the profile that is used if none is named. The profile itself may be missing.
    pub fn default_profile(&self) -> Option<String> {
        let name = self.document.get(DEFAULT)?.as_str()?;
        Some(name.to_owned())
    }

    /// The settings of a profile. `None` if the file has no profile of that name.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) for unknown settings and invalid values,
    /// [`Secret`](super::ProfileErrorKind::Secret) for a secret.
    pub fn profile(&self, name: &str) -> Result<Option<Profile>> {
        let Some(table) = self.profiles().and_then(|profiles| profiles.get(name)) else {
            return Ok(None);
        };
        let Some(table) = table.as_table_like() else {
            let found = self.profiles().and_then(|profiles| profiles.get(name));
            let found = found.map_or("nothing", Item::type_name);
            return Err(self.wrong(name, &format!("expected a table, found {found}")));
        };
        let mut profile = Profile {
            name: name.to_owned(),
            ..Profile::default()
        };
        for (key, item) in table.iter() {
            match (key, item.as_table_like()) {
                (COMMAND, _) => profile.client_secret_command = self.command(name, item)?,
                (key, Some(table)) if is_table(self.keys, key) || !table.is_empty() => {
                    for (inner, item) in table.iter() {
                        self.read_into(&mut profile, &format!("{key}.{inner}"), item)?;
                    }
                }
                (key, None) if is_table(self.keys, key) => {
                    return Err(self.wrong(name, &unfit(key, "a table", item)));
                }
                _ => self.read_into(&mut profile, key, item)?,
            }
        }
        Ok(Some(profile))
    }

    /// Reads one setting into a profile.
    fn read_into(&self, profile: &mut Profile, name: &str, item: &Item) -> Result<()> {
        let key = known(self.keys, name).map_err(|error| error.at(&self.place(&profile.name)))?;
        let text = match (item.as_value(), key.form) {
            (Some(Value::String(text)), _) => text.value().clone(),
            (Some(Value::Boolean(flag)), Form::Flag) => flag.value().to_string(),
            (_, Form::Flag) => {
                return Err(self.wrong(&profile.name, &unfit(name, "true or false", item)));
            }
            _ => return Err(self.wrong(&profile.name, &unfit(name, "text", item))),
        };
        key.check(&text)
            .map_err(|message| self.wrong(&profile.name, &message))?;
        profile.values.insert(key.name, text);
        Ok(())
    }

    /// Reads the list of a program and its arguments.
    fn command(&self, profile: &str, item: &Item) -> Result<Vec<String>> {
        let words = item.as_array().map(Array::iter).into_iter().flatten();
        let words: Option<Vec<_>> = words.map(|word| word.as_str().map(str::to_owned)).collect();
        words.filter(|words| !words.is_empty()).ok_or_else(|| {
            let message = format!("{COMMAND}: expected a list of a program and its arguments");
            self.wrong(profile, &message)
        })
    }

    /// File and profile, for messages.
    fn place(&self, profile: &str) -> String {
        format!("{}, profile {profile}", self.path.display())
    }

    /// The error for an invalid setting of a profile.
    fn wrong(&self, profile: &str, message: &str) -> ProfileError {
        ProfileError::invalid(message).at(&self.place(profile))
    }

    /// Sets a value, or removes it if the text is empty. Creates the profile if it is missing. Only the value in memory
    /// changes; [`change`](Self::change) writes the file.
    ///
    /// ```
    /// use auth_core::settings::profiles::{Config, Key, ProfileErrorKind};
    ///
    /// static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID")];
    ///
    /// let mut config = Config::parse("config.toml".into(), "", KEYS)?;
    /// config.set("lab", "tenant", "contoso.com")?;
    /// config.set("lab", "tenant", "")?;
    /// assert!(config.profile("lab")?.is_some_and(|profile| profile.values.is_empty()));
    ///
    /// let secret = config.set("lab", "client_secret", "s3cret").unwrap_err();
    /// assert_eq!(secret.kind(), ProfileErrorKind::Secret);
    /// # Ok::<(), auth_core::settings::profiles::ProfileError>(())
    /// ```
    ///
    /// # Errors
    /// As [`profile`](Self::profile).
    pub fn set(&mut self, profile: &str, name: &str, text: &str) -> Result<()> {
        check_name(profile)?;
        let (inner, last) = match name.split_once('.') {
            Some((inner, last)) => (Some(inner), last),
            None => (None, name),
        };
        let item = if name == COMMAND {
            value(words_of(text)?.into_iter().collect::<Array>())
        } else {
            let key = known(self.keys, name)?;
            if !text.is_empty() {
                key.check(text).map_err(ProfileError::invalid)?;
            }
            match key.form {
                Form::Flag => value(text == "true"),
                _ => value(text),
            }
        };
        let settings = self.settings(profile)?;
        let place = match inner {
            Some(inner) => table(settings, inner)?,
            None => &mut *settings,
        };
        if text.is_empty() {
            place.remove(last);
        } else {
            put(place, last, item);
        }
        let is_left_empty = place.is_empty();
        if let Some(inner) = inner
            && is_left_empty
        {
            settings.remove(inner);
        }
        Ok(())
    }

    /// Sets several values. The first profile of a file becomes its default; otherwise adding a second profile would
    /// silently end the use of the first.
    ///
    /// # Errors
    /// As [`profile`](Self::profile).
    pub fn keep(&mut self, profile: &str, settings: &[(&str, String)]) -> Result<()> {
        for (setting, value) in settings {
            self.set(profile, setting, value.trim())?;
        }
        if self.default_profile().is_none() && self.names().len() == 1 {
            self.set_default(profile);
        }
        Ok(())
    }

    /// The table of a profile. It is added at the end of the file if it is missing.
    fn settings(&mut self, profile: &str) -> Result<&mut Table> {
        let known = self.profiles();
        let is_new = known.is_none_or(|profiles| !profiles.contains_key(profile));
        // A comment at the end of the file stays before the new table.
        let end = self.document.trailing().as_str().unwrap_or_default();
        let end = Some(end.to_owned()).filter(|end| is_new && !end.trim().is_empty());
        if end.is_some() {
            self.document.set_trailing("");
        }
        let profiles = table(self.document.as_table_mut(), PROFILES)?;
        profiles.set_implicit(true);
        let settings = table(profiles, profile)?;
        if let Some(end) = end {
            settings.decor_mut().set_prefix(end);
        }
        Ok(settings)
    }

    /// Sets the profile that is used if none is named. It is not checked that the profile exists.
    pub fn set_default(&mut self, name: &str) {
        put(self.document.as_table_mut(), DEFAULT, value(name));
    }

    /// Removes a profile, and the default if it names it. Returns whether it was in the file. The sign-in stays in its
    /// store; see [`Sessions::remove`](super::Sessions::remove).
    pub fn remove(&mut self, name: &str) -> bool {
        let profiles = self.document.get_mut(PROFILES);
        let removed = profiles
            .and_then(Item::as_table_like_mut)
            .and_then(|profiles| profiles.remove(name));
        if self.default_profile().as_deref() == Some(name) {
            self.document.remove(DEFAULT);
        }
        removed.is_some()
    }

    fn write(&self, locked: &LockedFile) -> Result<()> {
        let written = locked.replace(self.document.to_string().as_bytes());
        written.map_err(|error| unwritten(&self.path, &error))
    }

    fn profiles(&self) -> Option<&dyn TableLike> {
        self.document.get(PROFILES)?.as_table_like()
    }
}

/// The key of a setting. The message for an unknown name suggests the nearest one.
fn known(keys: &'static [Key], name: &str) -> Result<&'static Key> {
    if let Some(key) = key_of(keys, name) {
        return Ok(key);
    }
    if SECRETS.contains(&name) {
        return Err(ProfileError::secret(format!(
            "{name}: secrets must not be in this file; set client_secret_file or {COMMAND}"
        )));
    }
    if let Some(key) = keys.iter().find(|key| key.mistaken == Some(name)) {
        let message = format!("{name}: the setting is called `{}`", key.name);
        return Err(ProfileError::invalid(message));
    }
    let known: Vec<_> = keys.iter().map(|key| key.name).chain([COMMAND]).collect();
    let meant = nearest(name, known.iter().copied());
    let meant = meant.map(|meant| format!("do you mean `{meant}`? "));
    Err(ProfileError::invalid(format!(
        "unknown setting `{name}`; {}there are {}",
        meant.unwrap_or_default(),
        known.join(", ")
    )))
}

/// The message for a value of another type.
fn unfit(name: &str, expected: &str, item: &Item) -> String {
    format!("{name}: expected {expected}, found {}", item.type_name())
}

/// A program and its arguments: words separated by blanks, or a JSON list of them if a word contains blanks.
fn words_of(text: &str) -> Result<Vec<String>> {
    if !text.starts_with('[') {
        return Ok(text.split_whitespace().map(str::to_owned).collect());
    }
    serde_json::from_str(text).map_err(|_| {
        ProfileError::invalid(format!(
            "{COMMAND}: expected a list such as [\"pass\", \"show it\"]"
        ))
    })
}

/// Replaces a value and keeps the comment beside it.
fn put(table: &mut Table, name: &str, mut item: Item) {
    let old = table.get(name).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old.map(Value::decor), item.as_value_mut()) {
        *new.decor_mut() = old.clone();
    }
    match table.get_mut(name) {
        Some(place) => *place = item,
        None => {
            table.insert(name, item);
        }
    }
}

/// The table of that name. Creates it if it is missing, and turns an inline table into one of its own.
fn table<'a>(parent: &'a mut Table, name: &str) -> Result<&'a mut Table> {
    if !parent.get(name).is_some_and(Item::is_table) {
        let old = parent.remove(name).unwrap_or_default();
        parent.insert(name, Item::Table(old.into_table().unwrap_or_default()));
    }
    let made = parent.get_mut(name).and_then(Item::as_table_mut);
    made.ok_or_else(|| ProfileError::invalid(format!("`{name}` is not a table")))
}

/// The text of the file, in any encoding that an editor writes. Empty if the file is missing.
fn text(path: &Path, file: &PrivateFile) -> Result<String> {
    let Some(bytes) = file.read().map_err(|error| failed(path, &error))? else {
        return Ok(String::new());
    };
    check_place(path, file)?;
    let text = crate::text::decoded(&bytes).map_err(|error| failed(path, &error))?;
    Ok(text.to_string())
}

/// Refuses a file that other users can change or replace: it names the places of secrets.
fn check_place(path: &Path, file: &PrivateFile) -> Result<()> {
    if !file.is_exposed().map_err(|error| failed(path, &error))? {
        return Ok(());
    }
    let message = format!("{} can be changed by others", path.display());
    Err(ProfileError::invalid(message).with_hint(
        "it says where secrets go: take their rights away with chmod 600, and those to its folder with chmod 700",
    ))
}

fn failed(path: &Path, error: &io::Error) -> ProfileError {
    match error.kind() {
        io::ErrorKind::InvalidInput => ProfileError::invalid(format!("{} {error}", path.display()))
            .with_hint("replace it by a plain file"),
        _ => ProfileError::io(&format!("{} cannot be read", path.display()), error),
    }
}

fn unwritten(path: &Path, error: &io::Error) -> ProfileError {
    let failure = ProfileError::io(&format!("{} cannot be written", path.display()), error);
    match error.kind() {
        io::ErrorKind::TimedOut => {
            failure.with_hint("another process holds its lock; end it and try again")
        }
        _ => failure.with_hint("the file is as it was"),
    }
}

#[cfg(test)]
mod tests;
