//! Which tenants are meant: `all`, `tag:prod&!tag:test`, `contoso,fabrikam`, `@clients.csv`.

use std::fmt;
use std::path::{Path, PathBuf};

use super::{Tenant, TenantError, TenantFile};

/// Most names in a message.
const SHOWN: usize = 8;

/// An expression that chooses tenants.
///
/// | expression | means |
/// | --- | --- |
/// | `all` | every tenant of the file |
/// | `contoso`, or an id | the tenant of this name or id |
/// | `tag:x` | those with a tag |
/// | `!tag:x`, `!contoso` | those without |
/// | `@FILE` | every tenant of another file |
/// | `a&b` | those that both parts mean |
/// | `a,b` | those that one of the parts means |
///
/// `&` binds closer than `,`. A part with `@FILE` is about that file, other parts about the usual one. A part that is the whole
/// name of a tenant means this tenant, so a name may hold an `&`. Names and tags match in any case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    terms: Vec<Term>,
}

/// A part between commas: all of its factors have to be met.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    /// As it was written.
    text: String,
    /// Another file.
    file: Option<PathBuf>,
    factors: Vec<Factor>,
}

/// A part between ampersands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Factor {
    is_negated: bool,
    means: Means,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Means {
    All,
    Tag(String),
    Called(String),
}

impl Selection {
    /// Reads an expression. No file is read.
    ///
    /// ```
    /// use jobs::Selection;
    ///
    /// assert!(Selection::parse("tag:prod&!tag:test, contoso, @more.csv").is_ok());
    /// assert!(Selection::parse("contoso,,").is_err());
    /// ```
    ///
    /// # Errors
    /// [`SelectionError::Syntax`] for an empty part.
    pub fn parse(text: &str) -> Result<Self, SelectionError> {
        let terms: Result<Vec<_>, _> = text.split(',').map(Term::parse).collect();
        let terms = terms.map_err(|why| SelectionError::Syntax(format!("`{text}`: {why}")))?;
        Ok(Self { terms })
    }

    /// The tenants that the expression means, each once, in the order of its parts and then of the file.
    ///
    /// `read` returns the file of a path, or the usual one for `None`. It is called once for each part.
    ///
    /// # Errors
    /// The errors of `read`. [`SelectionError::Unknown`] for a name or a tag that no tenant has, and
    /// [`SelectionError::Empty`] if no tenant is left.
    pub fn resolve(
        &self,
        read: impl Fn(Option<&Path>) -> Result<TenantFile, TenantError>,
    ) -> Result<Chosen, SelectionError> {
        let mut chosen = Chosen::default();
        for term in &self.terms {
            let file = read(term.file.as_deref())?;
            for tenant in term.of(&file)? {
                if !chosen.tenants.iter().any(|known| known.id == tenant.id) {
                    chosen.tenants.push(tenant);
                }
            }
            chosen.note(&file);
        }
        match chosen.tenants.is_empty() {
            true => Err(SelectionError::Empty),
            false => Ok(chosen),
        }
    }
}

/// The tenants that an expression means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chosen {
    /// Each once. Not empty.
    pub tenants: Vec<Tenant>,
    /// Sentences about members of the files that are unknown and were ignored.
    pub notes: Vec<String>,
}

impl Chosen {
    /// Notes the unknown members of a file, once.
    fn note(&mut self, file: &TenantFile) {
        let (path, ignored) = (file.path.display(), file.ignored.join(", "));
        let note = format!("{path}: ignored, because unknown: {ignored}");
        if !ignored.is_empty() && !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }
}

impl Term {
    fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let mut term = Self {
            text: text.to_owned(),
            file: None,
            factors: Vec::new(),
        };
        for part in text.split('&').map(str::trim) {
            if let Some(path) = part.strip_prefix('@') {
                if path.is_empty() || term.file.replace(path.into()).is_some() {
                    return Err("expected one file after `@`".to_owned());
                }
                continue;
            }
            term.factors.push(Factor::parse(part)?);
        }
        Ok(term)
    }

    /// The tenants of a file that the term means.
    fn of(&self, file: &TenantFile) -> Result<Vec<Tenant>, SelectionError> {
        if let Some(named) = file
            .tenants
            .iter()
            .find(|tenant| tenant.is_called(&self.text))
        {
            return Ok(vec![named.clone()]);
        }
        if let Some(unknown) = self.factors.iter().find_map(|factor| factor.unknown(file)) {
            return Err(SelectionError::Unknown(unknown));
        }
        let is_meant = |tenant: &&Tenant| self.factors.iter().all(|factor| factor.means(tenant));
        Ok(file.tenants.iter().filter(is_meant).cloned().collect())
    }
}

impl Factor {
    fn parse(text: &str) -> Result<Self, String> {
        let (is_negated, word) = match text.strip_prefix('!') {
            Some(rest) => (true, rest.trim()),
            None => (false, text),
        };
        let means = match word.split_once(':') {
            _ if word == "all" => Means::All,
            Some(("tag", tag)) if !tag.is_empty() => Means::Tag(tag.to_owned()),
            Some(("tag", _)) | None if word.trim_end_matches("tag:").is_empty() => {
                return Err("a part is empty".to_owned());
            }
            _ => Means::Called(word.to_owned()),
        };
        Ok(Self { is_negated, means })
    }

    fn means(&self, tenant: &Tenant) -> bool {
        let is_met = match &self.means {
            Means::All => true,
            Means::Tag(tag) => tenant.has_tag(tag),
            Means::Called(name) => tenant.is_called(name),
        };
        is_met != self.is_negated
    }

    /// A sentence for a name or a tag that no tenant of the file has: probably a typing error.
    fn unknown(&self, file: &TenantFile) -> Option<String> {
        let path = file.path.display();
        let tenants = file.tenants.iter();
        match &self.means {
            Means::All => None,
            Means::Tag(tag) if file.tenants.iter().any(|tenant| tenant.has_tag(tag)) => None,
            Means::Called(name) if file.tenants.iter().any(|tenant| tenant.is_called(name)) => None,
            Means::Tag(tag) => {
                let known = tenants.flat_map(|tenant| &tenant.tags);
                let known = shown(known.map(String::as_str));
                Some(format!(
                    "no tenant of {path} has the tag `{tag}`; it has {known}"
                ))
            }
            Means::Called(name) => {
                let known = shown(tenants.map(Tenant::label));
                Some(format!(
                    "no tenant of {path} is called `{name}`; it has {known}"
                ))
            }
        }
    }
}

/// The first names, each once.
fn shown<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut known: Vec<&str> = names.collect();
    known.sort_unstable();
    known.dedup();
    match known.len() {
        0 => "none".to_owned(),
        all if all > SHOWN => format!("{} and {} more", known[..SHOWN].join(", "), all - SHOWN),
        _ => known.join(", "),
    }
}

/// An expression that chooses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SelectionError {
    /// A part of the expression is empty.
    Syntax(String),
    /// A name or a tag that no tenant of the file has.
    Unknown(String),
    /// Each part is known, and no tenant meets all of them.
    Empty,
    /// A file cannot be read.
    File(TenantError),
}

impl From<TenantError> for SelectionError {
    fn from(error: TenantError) -> Self {
        Self::File(error)
    }
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(why) | Self::Unknown(why) => f.write_str(why),
            Self::Empty => f.write_str("no tenant meets the expression"),
            Self::File(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SelectionError {}
