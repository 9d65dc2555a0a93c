//! `config.toml`, read and changed without touching what stands beside the change.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value, value};

use super::{KEYS, Key, Profile, check_name, key_of};
use crate::failure::{Failure, Result};
use crate::folders::{self, Folders};

const COMMAND: &str = "client_secret_command";

/// What is in a secret's own words, and how it is meant to be given.
const SECRETS: [&str; 3] = ["client_secret", "password", "certificate_password"];

/// The file with the profiles.
#[derive(Debug)]
pub(crate) struct Config {
    path: PathBuf,
    document: DocumentMut,
}

impl Config {
    /// Reads the file; one that is not there has no profiles.
    pub(crate) fn read(folders: &Folders) -> Result<Self> {
        let path = folders.config.join("config.toml");
        let text = match File::open(&path) {
            Ok(file) => text(&path, file)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(&path, &error)),
        };
        Self::parse(path, &text)
    }

    fn parse(path: PathBuf, text: &str) -> Result<Self> {
        let document = text.parse::<DocumentMut>().map_err(|error| {
            let message = error.message().trim_end();
            Failure::usage(format!("{} is no TOML: {message}", path.display()))
        })?;
        Ok(Self { path, document })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The names of the profiles, in the file's order.
    pub(crate) fn names(&self) -> Vec<String> {
        let profiles = self.profiles().into_iter().flat_map(TableLike::iter);
        profiles.map(|(name, _)| name.to_owned()).collect()
    }

    pub(crate) fn default_profile(&self) -> Option<String> {
        let name = self.document.get("default_profile")?.as_str()?;
        Some(name.to_owned())
    }

    /// The settings of a profile; `None` where there is none of that name.
    pub(crate) fn profile(&self, name: &str) -> Result<Option<Profile>> {
        let Some(table) = self.profiles().and_then(|profiles| profiles.get(name)) else {
            return Ok(None);
        };
        let Some(table) = table.as_table_like() else {
            return Err(self.wrong(name, "it is no table"));
        };
        let mut profile = Profile {
            name: name.to_owned(),
            ..Profile::default()
        };
        for (key, item) in table.iter() {
            match (key, item.as_table_like()) {
                (COMMAND, _) => profile.client_secret_command = self.command(name, item)?,
                ("endpoints", Some(endpoints)) => {
                    for (family, item) in endpoints.iter() {
                        self.read_into(&mut profile, &format!("endpoints.{family}"), item)?;
                    }
                }
                _ => self.read_into(&mut profile, key, item)?,
            }
        }
        Ok(Some(profile))
    }

    fn read_into(&self, profile: &mut Profile, name: &str, item: &Item) -> Result<()> {
        let key = known(name).map_err(|message| self.wrong(&profile.name, &message))?;
        let text = match item.as_value() {
            Some(Value::String(text)) => text.value().clone(),
            Some(Value::Boolean(flag)) => flag.value().to_string(),
            _ => return Err(self.wrong(&profile.name, &format!("{name}: it is no text"))),
        };
        key.check(&text)
            .map_err(|message| self.wrong(&profile.name, &message))?;
        profile.values.insert(key.name, text);
        Ok(())
    }

    fn command(&self, profile: &str, item: &Item) -> Result<Vec<String>> {
        let words = item.as_array().map(Array::iter).into_iter().flatten();
        let words: Option<Vec<_>> = words.map(|word| word.as_str().map(str::to_owned)).collect();
        words.filter(|words| !words.is_empty()).ok_or_else(|| {
            let message = format!("{COMMAND}: it is a list of a program and its arguments");
            self.wrong(profile, &message)
        })
    }

    fn wrong(&self, profile: &str, message: &str) -> Failure {
        Failure::usage(format!(
            "{}, profile {profile}: {message}",
            self.path.display()
        ))
    }

    /// Sets a value, or takes it away where it is empty.
    pub(crate) fn set(&mut self, profile: &str, name: &str, text: &str) -> Result<()> {
        check_name(profile)?;
        let (inner, last) = match name.split_once('.') {
            Some((inner, last)) => (Some(inner), last),
            None => (None, name),
        };
        let item = if name == COMMAND {
            let words = text.split_whitespace();
            value(words.collect::<Array>())
        } else {
            let key = known(name).map_err(Failure::usage)?;
            if !text.is_empty() {
                key.check(text).map_err(Failure::usage)?;
            }
            match text {
                "true" | "false" => value(text == "true"),
                _ => value(text),
            }
        };
        let profiles = table(self.document.as_table_mut(), "profile")?;
        profiles.set_implicit(true);
        let mut place = table(profiles, profile)?;
        if let Some(inner) = inner {
            place = table(place, inner)?;
        }
        if text.is_empty() {
            place.remove(last);
        } else {
            place.insert(last, item);
        }
        Ok(())
    }

    pub(crate) fn set_default(&mut self, name: &str) {
        self.document["default_profile"] = value(name);
    }

    /// Takes a profile away; `false` where there is none of that name.
    pub(crate) fn remove(&mut self, name: &str) -> bool {
        let profiles = self.document.get_mut("profile");
        let removed = profiles
            .and_then(Item::as_table_like_mut)
            .and_then(|profiles| profiles.remove(name));
        if self.default_profile().as_deref() == Some(name) {
            self.document.remove("default_profile");
        }
        removed.is_some()
    }

    pub(crate) fn write(&self) -> Result<()> {
        folders::replace(&self.path, &self.document.to_string()).map_err(|error| {
            Failure::machine(
                &format!("{} cannot be written", self.path.display()),
                &error,
            )
        })
    }

    fn profiles(&self) -> Option<&dyn TableLike> {
        self.document.get("profile")?.as_table_like()
    }
}

/// A setting by its name, with a word for those who want to put a secret into the file.
fn known(name: &str) -> Result<&'static Key, String> {
    if let Some(key) = key_of(name) {
        return Ok(key);
    }
    if SECRETS.contains(&name) {
        return Err(format!(
            "{name}: secrets do not belong into this file; give client_secret_file or {COMMAND}, or sign in with \
             `defender auth login --method secret`, which keeps it encrypted"
        ));
    }
    let known: Vec<_> = KEYS.iter().map(|key| key.name).collect();
    Err(format!(
        "there is no setting `{name}`; there are {}, {COMMAND}",
        known.join(", ")
    ))
}

/// The table of that name, made if it is missing. An inline one becomes a table of its own.
fn table<'a>(parent: &'a mut Table, name: &str) -> Result<&'a mut Table> {
    if !parent.get(name).is_some_and(Item::is_table) {
        let old = parent.remove(name).unwrap_or_default();
        parent.insert(name, Item::Table(old.into_table().unwrap_or_default()));
    }
    let made = parent.get_mut(name).and_then(Item::as_table_mut);
    made.ok_or_else(|| Failure::usage(format!("`{name}` is no table")))
}

fn text(path: &Path, mut file: File) -> Result<String> {
    #[cfg(unix)]
    {
        let metadata = file.metadata().map_err(|error| failed(path, &error))?;
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions());
        if mode & 0o022 != 0 {
            let message = format!("{} can be changed by others", path.display());
            return Err(Failure::usage(message)
                .with_hint("it says where secrets go: take their rights away with chmod 600"));
        }
    }
    let mut text = String::new();
    file.read_to_string(&mut text)
        .map_err(|error| failed(path, &error))?;
    Ok(text)
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::machine(&format!("{} cannot be read", path.display()), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str) -> Config {
        Config::parse("config.toml".into(), text).unwrap()
    }

    #[test]
    fn a_profile_is_read_with_its_tables() {
        let config = config(
            "default_profile = 'b'\n[profile.a]\ntenant = 't'\nsend_certificate_chain = true\n\
             client_secret_command = ['pass', 'show it']\nportal = 'p.example'\n[profile.a.endpoints]\nxdr = 'https://x.example'\n[profile.b]\n",
        );
        assert_eq!(config.names(), ["a", "b"]);
        assert_eq!(config.default_profile().as_deref(), Some("b"));
        let profile = config.profile("a").unwrap().unwrap();
        assert_eq!(profile.values["tenant"], "t");
        assert_eq!(profile.values["send_certificate_chain"], "true");
        assert_eq!(profile.values["portal"], "p.example");
        assert_eq!(profile.values["endpoints.xdr"], "https://x.example");
        assert_eq!(profile.client_secret_command, ["pass", "show it"]);
        assert!(config.profile("c").unwrap().is_none());
    }

    #[test]
    fn what_cannot_be_right_is_named_with_its_profile() {
        for (text, expected) in [
            ("tennant = 't'", "there is no setting `tennant`"),
            ("client_secret = 'canary'", "secrets do not belong"),
            ("method = 'magic'", "method: `magic` is none of browser"),
            ("cloud = 'mars'", "there is no cloud"),
            ("tenant = 1", "tenant: it is no text"),
            ("client_secret_command = 'pass'", "a list of a program"),
            ("[profile.a.endpoints]\nmde = 'x'", "is no URL"),
            ("portal = 'ftp://p.example'", "portal: `ftp://p.example`"),
        ] {
            let failure = config(&format!("[profile.a]\n{text}"))
                .profile("a")
                .unwrap_err();
            let message = failure.message();
            assert!(message.contains(expected), "{message}");
            assert!(message.contains("profile a"), "{message}");
            assert!(!message.contains("canary"), "{message}");
        }
    }

    #[test]
    fn a_change_leaves_the_rest_as_it_was() {
        let mut config = config("# mine\n[profile.a] # the first\ntenant = 't' # theirs\n");
        config
            .set("a", "endpoints.xdr", "https://p.example")
            .unwrap();
        config.set("a", "client_id", "c").unwrap();
        config.set("b", "method", "az").unwrap();
        config.set("b", "method", "").unwrap();
        config.set_default("b");
        let text = config.document.to_string();
        for kept in [
            "# mine\n",
            "[profile.a] # the first\n",
            "tenant = 't' # theirs\n",
        ] {
            assert!(text.contains(kept), "{text}");
        }
        let read = Config::parse("x".into(), &text).unwrap();
        assert_eq!(
            read.profile("a").unwrap().unwrap().values["endpoints.xdr"],
            "https://p.example"
        );
        assert!(read.profile("b").unwrap().unwrap().values.is_empty());
        assert!(config.remove("b") && !config.remove("b"));
        assert_eq!(config.default_profile(), None);
    }
}
