//! The variables that settings and credentials come from, and the profile that stands in for them.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::PathBuf;

use auth_core::{SecretString, Variables};

use crate::failure::{Failure, Result};
use crate::profile::{ChosenBy, Form, KEYS, Profile, Selected};

/// Variables with a text that no profile has.
const OTHER_TEXTS: [&str; 6] = [
    "AZURE_AUTHORITY_HOST",
    "AZURE_CLIENT_SECRET",
    "AZURE_TOKEN_CREDENTIALS",
    "DEFENDER_PROFILE",
    "DEFENDER_STORE",
    "DEFENDER_STORE_KEY",
];

/// Settings by the names of variables: options, then variables and the profile.
///
/// A profile that an option names ranks above the variables, one that was chosen in any other way below: who writes
/// `-p customer` means that customer, whatever else is set.
#[derive(Clone, Debug, Default)]
pub(crate) struct Environment {
    options: HashMap<&'static str, OsString>,
    /// Those of the process, where there are none of one's own.
    own: Option<HashMap<&'static str, String>>,
    selected: Option<Selected>,
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    Option,
    Variable,
    Profile(String),
}

impl Environment {
    /// The variables of the process, with a profile or without.
    pub(crate) fn of_process(selected: Option<Selected>) -> Self {
        Self {
            selected,
            ..Self::default()
        }
    }

    /// A set of variables and nothing else.
    pub(crate) fn of(own: HashMap<&'static str, String>) -> Self {
        Self {
            own: Some(own),
            ..Self::default()
        }
    }

    /// Puts the value of an option above everything.
    pub(crate) fn set_option(&mut self, name: &'static str, value: impl Into<OsString>) {
        self.options.insert(name, value.into());
    }

    /// A setting's value; one that is set to nothing is not set.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.find(name).map(|(value, _)| value)
    }

    /// A setting's value and where it comes from. The path of a file is shown as well as text can.
    pub(crate) fn find(&self, name: &str) -> Option<(String, Origin)> {
        let (value, origin) = self.find_os(name)?;
        match value.into_string() {
            Ok(value) => Some((value, origin)),
            Err(value) if is_path(name) => Some((value.to_string_lossy().into_owned(), origin)),
            Err(_) => None,
        }
    }

    /// The path of a file, as it was given.
    pub(crate) fn path(&self, name: &str) -> Option<PathBuf> {
        let (value, _) = self.find_os(name)?;
        Some(match value.to_str() {
            Some(text) => text.trim().into(),
            None => value.into(),
        })
    }

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
            let value = OsString::from(of_profile(profile, name)?);
            Some((value, Origin::Profile(profile.name.clone()))).filter(|(value, _)| filled(value))
        };
        if self.profile_ranks_first() {
            profile().or_else(variable)
        } else {
            variable().or_else(profile)
        }
    }

    /// The failure of a variable that is not text where text is wanted. It would count as not set.
    pub(crate) fn check(&self) -> Result<()> {
        let texts = KEYS.iter().filter(|key| key.form != Form::Path);
        let mut texts = texts.map(|key| key.variable).chain(OTHER_TEXTS);
        let is_wrong = |name: &&str| {
            let value = self.find_os(name);
            value.is_some_and(|(value, _)| value.to_str().is_none())
        };
        match texts.find(is_wrong) {
            Some(name) => Err(Failure::usage(format!("{name} is not UTF-8"))),
            None => Ok(()),
        }
    }

    /// The settings as credentials read them.
    pub(crate) fn variables(&self) -> Variables {
        let settings = self.clone();
        Variables::new(move |name| settings.get(name))
    }

    /// The same for a secret.
    pub(crate) fn secret(&self, name: &str) -> Option<SecretString> {
        self.get(name).map(SecretString::from)
    }

    /// A setting that holds one of several words or a value with a form of its own.
    pub(crate) fn parse<T>(
        &self,
        name: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Result<Option<T>> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        match parse(text.trim()) {
            Ok(value) => Ok(Some(value)),
            Err(message) => Err(Failure::usage(format!("{name}: {message}"))),
        }
    }

    /// The profile that the command works with.
    pub(crate) fn profile(&self) -> Option<&Profile> {
        self.selected.as_ref().map(|selected| &selected.profile)
    }

    pub(crate) fn selected(&self) -> Option<&Selected> {
        self.selected.as_ref()
    }

    /// Whether what the profile says goes before what variables say.
    pub(crate) fn profile_ranks_first(&self) -> bool {
        let selected = self.selected.as_ref();
        selected.is_some_and(|selected| selected.by == ChosenBy::Option)
    }
}

fn of_profile(profile: &Profile, variable: &str) -> Option<String> {
    let key = KEYS.iter().find(|key| key.variable == variable)?;
    profile.values.get(key.name).cloned()
}

fn is_path(variable: &str) -> bool {
    let key = KEYS.iter().find(|key| key.variable == variable);
    key.is_some_and(|key| key.form == Form::Path)
}

/// What a host family is called in the names of variables: `mdca_portal` is `MDCA`.
pub(crate) fn family(host: &str) -> String {
    let (first, _) = host.split_once('_').unwrap_or((host, ""));
    first.to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(values: &[(&'static str, &str)]) -> Environment {
        Environment::of(
            values
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    }

    fn with_profile(by: ChosenBy) -> Environment {
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
        Environment {
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

    #[test]
    fn families_are_named_by_their_first_word() {
        assert_eq!(family("mdca_portal"), "MDCA");
        assert_eq!(family("graph"), "GRAPH");
    }
}
