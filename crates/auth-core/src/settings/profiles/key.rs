//! The settings that a profile may have, and the variables with the same meaning.
//!
//! A program declares its settings once, as a static list of [`Key`]s. Reading the file, changing it, looking up values
//! and suggesting names for typing errors all use that list, so a setting cannot be known in one place and unknown in
//! another.

use url::Url;

use crate::cloud::Cloud;
use crate::settings::method::Method;

/// A setting that profiles may have.
///
/// ```
/// use auth_core::settings::profiles::Key;
///
/// static TENANT: Key = Key::text("tenant", "AZURE_TENANT_ID").mistaken_for("tenant_id");
/// static LOGIN: Key = Key::address("endpoints.login", "DEFENDER_ENDPOINT_LOGIN");
///
/// assert!(TENANT.check("contoso.com").is_ok());
/// assert!(LOGIN.check("no address").unwrap_err().starts_with("endpoints.login: invalid URL"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Key {
    /// The name in the file. A dot leads into a table: `endpoints.login` is `login` in `[profile.NAME.endpoints]`.
    pub name: &'static str,
    /// The environment variable with the same meaning. Lookups use this name.
    pub variable: &'static str,
    /// The form of its values.
    pub form: Form,
    /// Another name under which people look for it, such as that of another tool.
    pub(super) mistaken: Option<&'static str>,
    check: fn(&str) -> Result<(), String>,
}

/// The form of a value in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Form {
    /// Text. A variable with it must be UTF-8.
    Text,
    /// `true` or `false`, in the file also as a boolean of TOML.
    Flag,
    /// The path of a file. It need not be UTF-8 if a variable or an option names it.
    Path,
}

impl Key {
    /// `method`, variable `DEFENDER_METHOD`: how to sign in, by the name of a [`Method`].
    pub const METHOD: Self = Self::checked("method", "DEFENDER_METHOD", |text| {
        match text.parse::<Method>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.message().to_owned()),
        }
    });

    /// `cloud`, variable `DEFENDER_CLOUD`: the cloud of the tenant, by the name of a [`Cloud`].
    pub const CLOUD: Self = Self::checked("cloud", "DEFENDER_CLOUD", |text| {
        match text.parse::<Cloud>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.to_string()),
        }
    });

    /// A setting with any text.
    pub const fn text(name: &'static str, variable: &'static str) -> Self {
        Self::checked(name, variable, |_| Ok(()))
    }

    /// A setting with the path of a file. The file need not exist.
    pub const fn path(name: &'static str, variable: &'static str) -> Self {
        let mut key = Self::text(name, variable);
        key.form = Form::Path;
        key
    }

    /// A setting that is `true` or `false`.
    pub const fn flag(name: &'static str, variable: &'static str) -> Self {
        let mut key = Self::checked(name, variable, |text| match text {
            "true" | "false" => Ok(()),
            _ => Err("expected true or false".to_owned()),
        });
        key.form = Form::Flag;
        key
    }

    /// A setting with a URL, which must have a scheme.
    pub const fn address(name: &'static str, variable: &'static str) -> Self {
        Self::checked(name, variable, |text| match Url::parse(text) {
            Ok(_) => Ok(()),
            Err(error) => Err(format!("invalid URL `{text}`: {error}")),
        })
    }

    /// A setting whose text a function checks. The message of a failure should quote the text.
    pub const fn checked(
        name: &'static str,
        variable: &'static str,
        check: fn(&str) -> Result<(), String>,
    ) -> Self {
        Self {
            name,
            variable,
            form: Form::Text,
            mistaken: None,
            check,
        }
    }

    /// Adds another name under which people look for the setting. The name stays invalid; its error names this setting.
    #[must_use]
    pub const fn mistaken_for(mut self, name: &'static str) -> Self {
        self.mistaken = Some(name);
        self
    }

    /// Checks a value.
    ///
    /// # Errors
    /// A message that begins with the name of the setting.
    pub fn check(&self, value: &str) -> Result<(), String> {
        (self.check)(value).map_err(|message| format!("{}: {message}", self.name))
    }
}

/// The setting of that name, compared exactly.
pub(super) fn key_of(keys: &'static [Key], name: &str) -> Option<&'static Key> {
    keys.iter().find(|key| key.name == name)
}

/// Whether the name is that of a table of settings, such as `endpoints`.
pub(super) fn is_table(keys: &[Key], name: &str) -> bool {
    let inside = |key: &Key| {
        key.name
            .split_once('.')
            .is_some_and(|(table, _)| table == name)
    };
    keys.iter().any(inside)
}

/// The known name that is most similar to `name`, for suggestions; `None` if none is similar.
///
/// ```
/// use auth_core::settings::profiles::nearest;
///
/// assert_eq!(nearest("tenent", ["tenant", "cloud"]), Some("tenant"));
/// assert_eq!(nearest("colour", ["tenant", "method"]), None);
/// ```
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// The threshold that clap uses.
    const ALIKE: f64 = 0.7;

    let name = name.to_ascii_lowercase().replace('-', "_");
    let scored = known.into_iter().map(|one| (strsim::jaro(&name, one), one));
    let alike = scored.filter(|(score, _)| *score > ALIKE);
    let best = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, one)| one)
}
