//! The variables that settings and credentials come from.

use std::collections::HashMap;

use auth_core::SecretString;

use crate::failure::{Failure, Result};

/// Variables of the process, or a set of one's own.
#[derive(Debug)]
pub(crate) enum Environment {
    Process,
    Own(HashMap<&'static str, String>),
}

impl Environment {
    /// A variable's value; one that is set to nothing is not set.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let value = match self {
            Self::Process => std::env::var(name).ok(),
            Self::Own(values) => values.get(name).cloned(),
        };
        value.filter(|value| !value.trim().is_empty())
    }

    /// The same for a secret.
    pub(crate) fn secret(&self, name: &str) -> Option<SecretString> {
        self.get(name).map(SecretString::from)
    }

    /// A variable that holds one of several words or a value with a form of its own.
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
}

/// What a host family is called in the names of variables: `mdca_portal` is `MDCA`.
pub(crate) fn family(host: &str) -> String {
    let (first, _) = host.split_once('_').unwrap_or((host, ""));
    first.to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_variable_is_not_set() {
        let own = Environment::Own(HashMap::from([
            ("A", " ".to_owned()),
            ("B", "b".to_owned()),
        ]));
        assert_eq!(own.get("A"), None);
        assert_eq!(own.get("B").as_deref(), Some("b"));
        assert_eq!(own.get("C"), None);
    }

    #[test]
    fn a_wrong_value_names_its_variable() {
        let own = Environment::Own(HashMap::from([("DEFENDER_OUTPUT", "xml".to_owned())]));
        let parsed = own.parse("DEFENDER_OUTPUT", |text| Err::<(), _>(format!("no {text}")));
        assert_eq!(parsed.unwrap_err().message(), "DEFENDER_OUTPUT: no xml");
    }

    #[test]
    fn families_are_named_by_their_first_word() {
        assert_eq!(family("mdca_portal"), "MDCA");
        assert_eq!(family("graph"), "GRAPH");
    }
}
