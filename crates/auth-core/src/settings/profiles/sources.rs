//! Settings from options, environment variables and a profile.
//!
//! One setting may be given in three places. Every lookup goes through [`Sources`], which applies one order and
//! remembers the origin of each value, so that messages can name the source of a wrong value. All settings are named
//! by their variables.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;
use url::Url;

use super::key::{Form, Key};
use super::{ChosenBy, Profile, ProfileError, Result, Selected};
use crate::error::{Error, ErrorKind};
use crate::settings::method::Method;
use crate::settings::values::{SecretFrom, Settings, is_true};
use crate::store::TokenStore;
use crate::variables::Variables;

/// Variables that must be UTF-8 and have no setting in a profile.
const OTHER_TEXTS: [&str; 6] = [
    "AZURE_AUTHORITY_HOST",
    "AZURE_CLIENT_SECRET",
    "AZURE_TOKEN_CREDENTIALS",
    "DEFENDER_PROFILE",
    "DEFENDER_STORE",
    "DEFENDER_STORE_KEY",
];

/// Settings by the names of their variables, looked up in options, environment variables and a profile.
///
/// Options rank first. A profile that an option names ranks above the variables: `-p customer` means that customer,
/// whatever else is set. A profile that was chosen in any other way ranks below them. Empty values count as not set.
///
/// ```
/// use std::collections::HashMap;
///
/// use auth_core::settings::profiles::{Key, Origin, Sources};
///
/// static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID")];
///
/// let variables = HashMap::from([("AZURE_TENANT_ID", "contoso.com".to_owned())]);
/// let mut sources = Sources::of(KEYS, variables);
/// assert_eq!(sources.find("AZURE_TENANT_ID"), Some(("contoso.com".to_owned(), Origin::Variable)));
///
/// sources.set_option("AZURE_TENANT_ID", "fabrikam.com");
/// assert_eq!(sources.find("AZURE_TENANT_ID"), Some(("fabrikam.com".to_owned(), Origin::Option)));
/// ```
#[derive(Clone)]
pub struct Sources {
    keys: &'static [Key],
    options: HashMap<&'static str, OsString>,
    /// Variables that replace the environment of the process, for tests and embedding programs.
    own: Option<HashMap<&'static str, String>>,
    selected: Option<Selected>,
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// An option of the command.
    Option,
    /// An environment variable.
    Variable,
    /// The profile of this name.
    Profile(String),
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values may be secrets.
        f.debug_struct("Sources")
            .field("options", &self.options.keys())
            .field("selected", &self.selected)
            .finish_non_exhaustive()
    }
}

impl Sources {
    /// The environment of the process, with or without a profile. Variables are read at each lookup.
    pub fn of_process(keys: &'static [Key], selected: Option<Selected>) -> Self {
        Self {
            keys,
            options: HashMap::new(),
            own: None,
            selected,
        }
    }

    /// These variables instead of the environment of the process, without a profile.
    pub fn of(keys: &'static [Key], own: HashMap<&'static str, String>) -> Self {
        Self {
            own: Some(own),
            ..Self::of_process(keys, None)
        }
    }

    /// Sets the value of an option. `name` is the variable with the same meaning.
    pub fn set_option(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.options.insert(name, value.into());
    }

    /// Uses another profile from now on, or none. Options stay.
    pub fn select(&mut self, selected: Option<Selected>) {
        self.selected = selected;
    }

    /// The value of a setting; `None` if it is not set or empty.
    pub fn get(&self, name: &str) -> Option<String> {
        self.find(name).map(|(value, _)| value)
    }

    /// The value of a setting and its origin. A path that is not UTF-8 is converted lossily; other values that are not
    /// UTF-8 count as not set, see [`check`](Self::check).
    pub fn find(&self, name: &str) -> Option<(String, Origin)> {
        let (value, origin) = self.find_os(name)?;
        match value.into_string() {
            Ok(value) => Some((value, origin)),
            Err(value) if self.is_path(name) => {
                Some((value.to_string_lossy().into_owned(), origin))
            }
            Err(_) => None,
        }
    }

    /// The path of a file, with the bytes that were given. Blanks around a UTF-8 path are removed.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        let (value, _) = self.find_os(name)?;
        Some(match value.to_str() {
            Some(text) => text.trim().into(),
            None => value.into(),
        })
    }

    /// The value as the system has it, and its origin.
    fn find_os(&self, name: &str) -> Option<(OsString, Origin)> {
        let filled = |value: &OsString| value.to_str().is_none_or(|text| !text.trim().is_empty());
        if let Some(value) = self.options.get(name).filter(|value| filled(value)) {
            return Some((value.clone(), Origin::Option));
        }
        let variable = || match &self.own {
            None => std::env::var_os(name),
            Some(values) => values.get(name).map(OsString::from),
        };
        let variable = || {
            variable()
                .filter(filled)
                .map(|value| (value, Origin::Variable))
        };
        let profile = || {
            let profile = self.profile()?;
            let value = OsString::from(self.of_profile(profile, name)?);
            Some((value, Origin::Profile(profile.name.clone()))).filter(|(value, _)| filled(value))
        };
        if self.profile_ranks_first() {
            profile().or_else(variable)
        } else {
            variable().or_else(profile)
        }
    }

    /// Refuses variables that have to be text and are not UTF-8: they would silently count as not set. Call it once at
    /// the start.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid); the message names the variable.
    pub fn check(&self) -> Result<()> {
        let texts = self.keys.iter().filter(|key| key.form != Form::Path);
        let mut texts = texts.map(|key| key.variable).chain(OTHER_TEXTS);
        let is_wrong = |name: &&str| {
            let value = self.find_os(name);
            value.is_some_and(|(value, _)| value.to_str().is_none())
        };
        match texts.find(is_wrong) {
            Some(name) => Err(ProfileError::invalid(format!("{name} is not UTF-8"))),
            None => Ok(()),
        }
    }

    /// The settings as [`Variables`], for credentials that read the environment. They see options and profile, too.
    pub fn variables(&self) -> Variables {
        let settings = self.clone();
        Variables::new(move |name| settings.get(name))
    }

    /// The value of a setting that is a secret. `Debug` of the result does not show it.
    pub fn secret(&self, name: &str) -> Option<SecretString> {
        self.get(name).map(SecretString::from)
    }

    /// The parsed value of a setting; `None` if it is not set. `parse` gets the text without blanks around it.
    ///
    /// ```
    /// use std::collections::HashMap;
    ///
    /// use auth_core::settings::profiles::Sources;
    ///
    /// let sources = Sources::of(&[], HashMap::from([("X_LIMIT", "many".to_owned())]));
    /// let limit = sources.parse("X_LIMIT", |text| text.parse::<u32>().map_err(|error| error.to_string()));
    /// assert_eq!(limit.unwrap_err().to_string(), "X_LIMIT: invalid digit found in string");
    /// ```
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) with the message of `parse` after the name of the variable.
    pub fn parse<T>(
        &self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        match parse(text.trim()) {
            Ok(value) => Ok(Some(value)),
            Err(message) => Err(ProfileError::invalid(format!("{name}: {message}"))),
        }
    }

    /// The profile, if one was chosen.
    pub fn profile(&self) -> Option<&Profile> {
        self.selected.as_ref().map(|selected| &selected.profile)
    }

    /// The profile and how it was chosen.
    pub fn selected(&self) -> Option<&Selected> {
        self.selected.as_ref()
    }

    /// Whether the profile ranks above environment variables.
    pub fn profile_ranks_first(&self) -> bool {
        let selected = self.selected.as_ref();
        selected.is_some_and(|selected| selected.by == ChosenBy::Option)
    }

    /// The keys that this program declares.
    pub fn keys(&self) -> &'static [Key] {
        self.keys
    }

    /// The settings of the credential, without tokens that the caller passes in and without a store.
    ///
    /// The secret of a profile with the method `secret` may be in the store: [`SecretFrom::Source`] stands for that.
    /// Replace it by [`kept_secret`]. An invalid method counts as not set; [`method`](Self::method) reports it.
    pub fn settings(&self) -> Settings {
        let chain = self.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN");
        let password = match self.path("DEFENDER_CERTIFICATE_PASSWORD_FILE") {
            Some(file) => Some(SecretFrom::File(file)),
            None => {
                let password = self.secret("AZURE_CLIENT_CERTIFICATE_PASSWORD");
                password.map(SecretFrom::Value)
            }
        };
        let method = self.method().ok().flatten();
        Settings {
            method,
            tenant_id: self.get("AZURE_TENANT_ID"),
            client_id: self.get("AZURE_CLIENT_ID"),
            secret: self.client_secret(method),
            certificate_path: self.path("AZURE_CLIENT_CERTIFICATE_PATH"),
            certificate_password: password,
            sends_certificate_chain: chain.as_deref().is_some_and(is_true),
            federated_token_file: self.path("AZURE_FEDERATED_TOKEN_FILE"),
            uses_chain: self.get("AZURE_TOKEN_CREDENTIALS").is_some(),
            variables: self.variables(),
            ..Settings::default()
        }
    }

    /// The method that an option, a variable or the profile names.
    ///
    /// A complete application in variables ranks above the method of a profile that ranks below variables: the client
    /// id of one is never used with the secret of the other.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) for an unknown method.
    pub fn method(&self) -> Result<Option<Method>> {
        let named = self.find(METHOD).map(|(_, origin)| origin);
        if let Some(Origin::Profile(_)) = named
            && !self.profile_ranks_first()
            && let Some(method) = self.method_of_variables()
        {
            return Ok(Some(method));
        }
        self.parse(METHOD, |text| {
            let method = text.parse::<Method>();
            method.map_err(|error| error.message().to_owned())
        })
    }

    /// The address to sign in at, from `DEFENDER_ENDPOINT_LOGIN`; `None` for that of the cloud. The scheme may be
    /// missing.
    ///
    /// # Errors
    /// [`Invalid`](super::ProfileErrorKind::Invalid) for an invalid URL.
    pub fn login(&self) -> Result<Option<Url>> {
        self.parse("DEFENDER_ENDPOINT_LOGIN", |text| {
            let address = match text.contains("://") {
                true => text.to_owned(),
                false => format!("https://{text}"),
            };
            Url::parse(&address).map_err(|error| format!("invalid URL `{text}`: {error}"))
        })
    }

    /// The method of an application that environment variables describe completely.
    fn method_of_variables(&self) -> Option<Method> {
        let is_variable = |name: &str| {
            let found = self.find(name);
            found.is_some_and(|(_, origin)| origin == Origin::Variable)
        };
        let proofs = [
            ("AZURE_CLIENT_SECRET", Method::Secret),
            ("AZURE_CLIENT_CERTIFICATE_PATH", Method::Certificate),
            ("AZURE_FEDERATED_TOKEN_FILE", Method::Workload),
        ];
        let mut proofs = proofs
            .into_iter()
            .filter(|_| is_variable("AZURE_CLIENT_ID"));
        let (_, method) = proofs.find(|(name, _)| is_variable(name))?;
        Some(method)
    }

    /// Where the client secret comes from: a variable, a program, a file, or the store. The store is used only if the
    /// method is named. A profile that ranks first is not mixed with the secret of a variable.
    fn client_secret(&self, named: Option<Method>) -> Option<SecretFrom> {
        let variable = self.secret("AZURE_CLIENT_SECRET");
        let profile = self.profile();
        let command = profile.map(|profile| profile.client_secret_command.clone());
        let command = command.filter(|command| !command.is_empty());
        let file = self.path("DEFENDER_CLIENT_SECRET_FILE");
        let is_referenced = command.is_some() || file.is_some();
        match variable {
            Some(secret) if !(self.profile_ranks_first() && (is_referenced || named.is_some())) => {
                Some(SecretFrom::Value(secret))
            }
            _ => command
                .map(SecretFrom::Command)
                .or_else(|| file.map(SecretFrom::File))
                .or_else(|| {
                    // The store is opened when a token is requested.
                    let source = || async { Err(no_secret()) };
                    let source = SecretFrom::Source(Arc::new(source));
                    (named == Some(Method::Secret)).then_some(source)
                }),
        }
    }

    fn key(&self, variable: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.variable == variable)
    }

    fn of_profile(&self, profile: &Profile, variable: &str) -> Option<String> {
        let key = self.key(variable)?;
        profile.values.get(key.name).cloned()
    }

    fn is_path(&self, variable: &str) -> bool {
        self.key(variable).is_some_and(|key| key.form == Form::Path)
    }
}

/// The variable of the method.
const METHOD: &str = "DEFENDER_METHOD";

/// The client secret of an application from a store, or else `other`. The store is read for every token request, so a
/// new secret is used without a restart.
///
/// ```
/// use std::sync::Arc;
///
/// use auth_core::settings::profiles::kept_secret;
/// use auth_core::settings::{Method, Settings};
/// use auth_core::MemoryStore;
///
/// let client_id = "11111111-2222-3333-4444-555555555555";
/// let mut settings = Settings::default();
/// settings.tenant_id = Some("contoso.com".to_owned());
/// settings.client_id = Some(client_id.to_owned());
/// settings.secret = Some(kept_secret(Arc::new(MemoryStore::default()), client_id.to_owned(), None));
/// assert!(settings.missing(Method::Secret).is_empty());
/// ```
pub fn kept_secret(
    store: Arc<dyn TokenStore>,
    client_id: String,
    other: Option<SecretString>,
) -> SecretFrom {
    SecretFrom::Source(Arc::new(move || {
        let (store, client_id, other) = (Arc::clone(&store), client_id.clone(), other.clone());
        async move {
            let kept = store.load().await?.client_secret(&client_id);
            kept.or(other).ok_or_else(no_secret)
        }
    }))
}

/// The error for a store without a secret of the application.
fn no_secret() -> Error {
    let message = "no client secret is kept for this profile";
    Error::new(ErrorKind::InteractionRequired, message).with_hint("sign in again")
}

#[cfg(test)]
mod tests {
    use super::*;

    static KEYS: &[Key] = &[Key::text("tenant", "AZURE_TENANT_ID"), Key::CLOUD];

    fn own(values: &[(&'static str, &str)]) -> Sources {
        Sources::of(
            KEYS,
            values
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    }

    fn with_profile(by: ChosenBy) -> Sources {
        let mut profile = Profile {
            name: "p".to_owned(),
            ..Profile::default()
        };
        profile.values.insert("tenant", "of the profile".to_owned());
        profile.values.insert("cloud", "dod".to_owned());
        let selected = Selected {
            profile,
            by,
            exists: true,
        };
        Sources {
            selected: Some(selected),
            ..own(&[("AZURE_TENANT_ID", "of a variable")])
        }
    }

    #[test]
    fn an_empty_variable_is_not_set() {
        let own = own(&[("A", " "), ("B", "b")]);
        assert_eq!(own.get("A"), None);
        assert_eq!(own.get("B").as_deref(), Some("b"));
        assert_eq!(own.get("C"), None);
    }

    #[test]
    fn a_wrong_value_names_its_variable() {
        let own = own(&[("DEFENDER_OUTPUT", "xml")]);
        let parsed = own.parse("DEFENDER_OUTPUT", |text| Err::<(), _>(format!("no {text}")));
        assert_eq!(parsed.unwrap_err().message(), "DEFENDER_OUTPUT: no xml");
    }

    #[test]
    fn a_profile_ranks_below_variables_unless_an_option_names_it() {
        for by in [ChosenBy::Variable, ChosenBy::Default, ChosenBy::Sole] {
            let environment = with_profile(by);
            let tenant = environment.find("AZURE_TENANT_ID");
            assert_eq!(tenant, Some(("of a variable".to_owned(), Origin::Variable)));
            let cloud = environment.find("DEFENDER_CLOUD");
            assert_eq!(
                cloud,
                Some(("dod".to_owned(), Origin::Profile("p".to_owned())))
            );
        }
        let mut environment = with_profile(ChosenBy::Option);
        assert_eq!(
            environment.get("AZURE_TENANT_ID").as_deref(),
            Some("of the profile")
        );
        environment.set_option("AZURE_TENANT_ID", "of an option".to_owned());
        let tenant = environment.find("AZURE_TENANT_ID");
        assert_eq!(tenant, Some(("of an option".to_owned(), Origin::Option)));
    }
}
