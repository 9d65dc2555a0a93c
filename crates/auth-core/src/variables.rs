//! Environment variables.

use std::fmt;
use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};

/// The process's environment variables, or what stands for them in a program that keeps its settings elsewhere. They are
/// read when asked for: some platforms change them under way.
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

type Lookup = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Variables {
    /// Those of this process.
    pub fn of_process() -> Self {
        Self::new(|name| std::env::var(name).ok())
    }

    /// Those that a function knows, by their names. An empty value counts as absent.
    pub fn new(lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(lookup))
    }

    #[cfg(test)]
    pub(crate) fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let pairs = std::collections::HashMap::from(pairs);
        Self(Arc::new(move |name| pairs.get(name).cloned()))
    }

    /// The value of a variable; an empty one counts as absent.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let value = (self.0)(name)?;
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// The values of variables of which none may be absent.
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
