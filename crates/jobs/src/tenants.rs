//! The tenants that a partner serves, and the file that lists them.
//!
//! The file has one of three forms. The name's extension decides; without one, the first character does.
//!
//! | form | extension | a tenant is |
//! | --- | --- | --- |
//! | TOML | `.toml` | a table `[[tenant]]` |
//! | CSV | `.csv` | a line below the line of names |
//! | NDJSON | `.ndjson`, `.jsonl` | an object on a line |
//!
//! | member | needed | meaning |
//! | --- | --- | --- |
//! | `id` | yes | the directory (tenant) id, a GUID: a token of another tenant is then never sent |
//! | `name` | | how people call the tenant; unique |
//! | `tags` | | words to select by; in CSV separated by `;`, or as a JSON list |
//! | `profile` | | the profile whose credential and settings are used in this tenant |
//! | `cloud` | | the cloud of the tenant, such as `gcc-high` |
//! | `portal` | | the address of the tenant's Cloud Apps portal |
//! | `notes` | | for people; read by nothing |
//!
//! ```
//! use std::path::Path;
//!
//! use jobs::TenantFile;
//!
//! let text = "id,name,tags\n52eaad04-13a2-4a2f-9ce8-93a294fadf36,contoso,prod;emea\n";
//! let file = TenantFile::parse(Path::new("tenants.csv"), text)?;
//! assert!(file.tenants[0].has_tag("EMEA"));
//!
//! let wrong = TenantFile::parse(Path::new("tenants.csv"), "id\ncontoso.com\n").unwrap_err();
//! assert_eq!(wrong.line(), Some(2));
//! # Ok::<(), jobs::TenantError>(())
//! ```
//!
//! An unknown member is reported by [`TenantFile::ignored`]. Everything else that does not fit is an error with its line.

mod forms;
mod select;
mod shard;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use auth_core::Cloud;
use auth_core::services::tenant_address;
use http_core::Url;
use http_core::atomic_file::{self, Access};
use serde::Serialize;

use self::forms::{Entry, Field};
pub use self::select::{Chosen, Selection, SelectionError};
pub use self::shard::Shard;

/// A tenant of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tenant {
    /// The directory id, in lower case.
    pub id: String,
    /// How people call the tenant. Unique in its file, whatever the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Words to select by, in the order of the file.
    pub tags: Vec<String>,
    /// The profile to use. `None`: the caller's own settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// The cloud. `None`: that of the profile, or of the caller.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "word")]
    pub cloud: Option<Cloud>,
    /// The address of the tenant's Cloud Apps portal.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "address")]
    pub portal: Option<Url>,
    /// For people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
}

impl Tenant {
    /// A tenant with an id and nothing else.
    ///
    /// # Errors
    /// A message if the id is not a GUID.
    pub fn new(id: &str) -> Result<Self, String> {
        if !is_guid(id) {
            return Err(format!("`id` is the GUID of the tenant, not `{id}`"));
        }
        Ok(Self {
            id: id.to_ascii_lowercase(),
            name: None,
            tags: Vec::new(),
            profile: None,
            cloud: None,
            portal: None,
            notes: None,
        })
    }

    /// Sets the name. Blanks around it are removed, and a name without letters is none.
    #[must_use]
    pub fn with_name(mut self, name: &str) -> Self {
        self.name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        self
    }

    /// The name, or else the id: for messages.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.id)
    }

    /// Whether the tenant has a tag, in any case.
    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own.eq_ignore_ascii_case(tag))
    }

    /// Whether a text is the id or the name, in any case.
    pub fn is_called(&self, text: &str) -> bool {
        let is_it = |own: &str| own.eq_ignore_ascii_case(text);
        is_it(&self.id) || self.name.as_deref().is_some_and(is_it)
    }

    /// Reads the members of an entry, which are removed from it.
    fn read(members: &mut BTreeMap<String, Field>) -> Result<Self, String> {
        let mut text = |name: &str| match members.remove(name) {
            None => Ok(None),
            Some(Field::Text(text)) => {
                Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
            }
            Some(Field::Words(_)) => Err(format!("`{name}` is a text, not a list")),
        };
        let id = text("id")?.ok_or("a tenant needs an `id`")?;
        let mut tenant = Self::new(&id)?;
        tenant.name = text("name")?;
        tenant.profile = text("profile")?;
        tenant.notes = text("notes")?;
        let cloud = text("cloud")?.map(|word| word.parse::<Cloud>());
        tenant.cloud = cloud
            .transpose()
            .map_err(|error| format!("`cloud`: {}", error.message()))?;
        let portal = text("portal")?.map(|text| tenant_address(&text));
        tenant.portal = portal
            .transpose()
            .map_err(|why| format!("`portal`: {why}"))?;
        tenant.tags = members
            .remove("tags")
            .map(Field::into_words)
            .unwrap_or_default();
        if let Some(tag) = tenant.tags.iter().find(|tag| !is_tag(tag)) {
            return Err(format!(
                "`{tag}` cannot be selected: a tag has no blank, and none of `,`, `&`, `!` and `@`"
            ));
        }
        Ok(tenant)
    }
}

/// Writes a cloud as its word.
fn word<S: serde::Serializer>(cloud: &Option<Cloud>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(cloud.map_or("", Cloud::as_str))
}

/// Writes an address as text.
fn address<S: serde::Serializer>(address: &Option<Url>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(address.as_ref().map_or("", Url::as_str))
}

/// Whether an expression can name the tag.
fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
        && !tag.contains(|letter: char| letter.is_whitespace() || ",&!@".contains(letter))
}

/// Whether a text is a GUID with its dashes.
fn is_guid(text: &str) -> bool {
    let is_digit = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 36 && text.bytes().enumerate().all(is_digit)
}

/// The tenants of a file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TenantFile {
    /// The file, for messages.
    pub path: PathBuf,
    /// In the order of the file. Ids and names are unique.
    pub tenants: Vec<Tenant>,
    /// Members that are unknown and were ignored, each once.
    pub ignored: Vec<String>,
}

impl TenantFile {
    /// Reads a file.
    ///
    /// # Errors
    /// The file cannot be read or is not UTF-8; those of [`parse`](Self::parse).
    pub fn read(path: &Path) -> Result<Self, TenantError> {
        let text = fs::read_to_string(path);
        let text = text.map_err(|error| TenantError::new(path, None, error.to_string()))?;
        Self::parse(path, &text)
    }

    /// Reads the text of a file. `path` decides the form, and is named in errors.
    ///
    /// # Errors
    /// The text does not have its form, a tenant has no id, an id or a name appears twice, a value is invalid. The error
    /// names the line.
    pub fn parse(path: &Path, text: &str) -> Result<Self, TenantError> {
        let mut file = Self {
            path: path.to_owned(),
            ..Self::default()
        };
        let mut lines: HashMap<String, usize> = HashMap::new();
        for Entry { line, mut members } in forms::entries(path, text)? {
            let wrong = |message: String| TenantError::new(path, Some(line), message);
            let tenant = Tenant::read(&mut members).map_err(wrong)?;
            let names = [Some(tenant.id.clone()), tenant.name.clone()];
            for name in names.into_iter().flatten() {
                if let Some(first) = lines.insert(name.to_lowercase(), line) {
                    let message = format!("`{name}` is in line {first} already");
                    return Err(TenantError::new(path, Some(line), message));
                }
            }
            for unknown in members.into_keys() {
                if !file.ignored.contains(&unknown) {
                    file.ignored.push(unknown);
                }
            }
            file.tenants.push(tenant);
        }
        Ok(file)
    }

    /// The text of a TOML file with these tenants. A name that an earlier tenant has becomes a note, because names are unique.
    ///
    /// ```
    /// use jobs::{Tenant, TenantFile};
    ///
    /// let tenant = Tenant::new("52eaad04-13a2-4a2f-9ce8-93a294fadf36")?.with_name("Contoso");
    /// let text = "[[tenant]]\nid = \"52eaad04-13a2-4a2f-9ce8-93a294fadf36\"\nname = \"Contoso\"\n";
    /// assert_eq!(TenantFile::to_toml(&[tenant]), text);
    /// # Ok::<(), String>(())
    /// ```
    pub fn to_toml(tenants: &[Tenant]) -> String {
        let mut known = HashSet::new();
        let mut tenants = tenants.to_vec();
        for tenant in &mut tenants {
            let name = tenant.name.as_deref().map(str::to_lowercase);
            if name.is_some_and(|name| !known.insert(name)) {
                let name = tenant.name.take();
                tenant.notes = tenant.notes.take().or(name);
            }
        }
        forms::to_toml(&tenants)
    }

    /// Writes the [TOML](Self::to_toml) of tenants to a file, which is replaced whole. Its folder is created.
    ///
    /// # Errors
    /// The errors of the file system.
    pub fn write(path: &Path, tenants: &[Tenant]) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let text = Self::to_toml(tenants);
        atomic_file::replace(path, text.as_bytes(), Access::Private)
    }
}

/// A file that is not a list of tenants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantError {
    path: PathBuf,
    line: Option<usize>,
    message: String,
}

impl TenantError {
    fn new(path: &Path, line: Option<usize>, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The line, counted from 1. `None` if the error concerns the whole file.
    pub fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for TenantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match self.line {
            Some(line) => write!(f, "{path}:{line}: {}", self.message),
            None => write!(f, "{path}: {}", self.message),
        }
    }
}

impl std::error::Error for TenantError {}

#[cfg(test)]
mod tests;
