//! Environment variables, or a substitute.

use std::fmt;
use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};

/// Environment variables of the process, or the settings of a program that keeps them elsewhere.
///
/// A variable is read whenever it is needed, because some platforms change them while a program
/// runs. Values are trimmed, and an empty value counts as not set. `Debug` prints no value.
///
/// ```
/// use auth_core::{Environment, Variables};
/// # fn main() -> auth_core::Result<()> {
/// let settings = Variables::new(|name| match name {
///     "AZURE_TENANT_ID" => Some("contoso.onmicrosoft.com".to_owned()),
///     "AZURE_CLIENT_ID" => Some("11111111-2222-3333-4444-555555555555".to_owned()),
///     "AZURE_CLIENT_SECRET" => Some("the-value-of-the-secret".to_owned()),
///     _ => None,
/// });
/// let credential = Environment::from_variables(&settings)?;
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Variables(Arc<Lookup>);

/// A function instead of a map: some platforms change variables while the program runs.
type Lookup = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Variables {
    /// The variables of this process. Default. A value that is not Unicode counts as not set.
    pub fn of_process() -> Self {
        Self::new(|name| std::env::var(name).ok())
    }

    /// Variables that a function looks up by name. It is called on every read.
    pub fn new(lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(lookup))
    }

    #[cfg(test)]
    pub(crate) fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let pairs = std::collections::HashMap::from(pairs);
        Self(Arc::new(move |name| pairs.get(name).cloned()))
    }

    /// The trimmed value of a variable; `None` if it is missing or empty.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let value = (self.0)(name)?;
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The values of several variables.
    ///
    /// # Errors
    /// `Unavailable` if any is not set; the message names all that are missing.
    pub(crate) fn all<const N: usize>(&self, names: [&str; N]) -> Result<[String; N]> {
        let absent: Vec<_> = names
            .into_iter()
            .filter(|name| self.get(name).is_none())
            .collect();
        if !absent.is_empty() {
            let message = match absent.as_slice() {
                [one] => format!("the environment variable {one} is not set"),
                more => format!("the environment variables {} are not set", more.join(", ")),
            };
            return Err(Error::new(ErrorKind::Unavailable, message));
        }
        Ok(names.map(|name| self.get(name).unwrap_or_default()))
    }
}

impl Default for Variables {
    fn default() -> Self {
        Self::of_process()
    }
}

impl fmt::Debug for Variables {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Variables")
    }
}
