//! Ready hunts with parameters.
//!
//! Many investigations ask the same questions: who clicked on this link, which device has this file? A hunt of the
//! library is a query for such a question, with parameters for what differs. It is a `.kql` file: the query, and before
//! it comments with a title, a description and the parameters. The file also runs in the portal, once its parameters
//! are bound by hand.
//!
//! ```text
//! // title: Clicks on a link
//! // finds: who clicked on a link
//! // param url: text // any part of the link
//! // param days: long = 7 // a parameter with a default may be left out
//! UrlClickEvents
//! | where Url contains url and Timestamp > ago(days * 1d)
//! ```
//!
//! This crate has some hunts ([`all`]); a user may have more in a folder ([`of_folder`]). Values are checked against
//! the declared kinds and bound as literals, so a value cannot change the query.
//!
//! ```no_run
//! # use xdr_api::{Client, Result};
//! use xdr_api::hunting::library;
//!
//! # async fn run(client: Client) -> Result<()> {
//! let clicks = library::find("url-clicks").ok_or_else(|| xdr_api::Error::usage("no such hunt"))?;
//! let hunt = clicks.bind(&client.graph().hunting(), [("url", "bad.example".into())])?;
//! for row in &hunt.send().await?.rows {
//!     println!("{:?}", row.text("AccountUpn"));
//! }
//! # Ok(())
//! # }
//! ```

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use http_core::{Error, Result, Timestamp, Value};

use super::parameter::{self, Parameter};
use super::{Hunt, Hunting};

/// The hunts of this crate: name and text of each file.
const FILES: &[(&str, &str)] = &[
    (
        "connections-to-address",
        include_str!("../../hunts/connections-to-address.kql"),
    ),
    (
        "connections-to-domain",
        include_str!("../../hunts/connections-to-domain.kql"),
    ),
    ("file-by-hash", include_str!("../../hunts/file-by-hash.kql")),
    (
        "logons-of-account",
        include_str!("../../hunts/logons-of-account.kql"),
    ),
    (
        "mail-from-sender",
        include_str!("../../hunts/mail-from-sender.kql"),
    ),
    ("new-services", include_str!("../../hunts/new-services.kql")),
    (
        "processes-on-device",
        include_str!("../../hunts/processes-on-device.kql"),
    ),
    (
        "registry-persistence",
        include_str!("../../hunts/registry-persistence.kql"),
    ),
    (
        "script-content",
        include_str!("../../hunts/script-content.kql"),
    ),
    (
        "sign-ins-of-account",
        include_str!("../../hunts/sign-ins-of-account.kql"),
    ),
    ("url-clicks", include_str!("../../hunts/url-clicks.kql")),
];

static HUNTS: LazyLock<Vec<LibraryHunt>> = LazyLock::new(|| {
    let hunts = FILES
        .iter()
        .map(|(name, text)| LibraryHunt::parse(*name, text));
    hunts.filter_map(Result::ok).collect()
});

/// The hunts of this crate, sorted by name.
pub fn all() -> &'static [LibraryHunt] {
    &HUNTS
}

/// The hunt of this crate with that name, compared exactly.
///
/// ```
/// use xdr_api::hunting::library;
///
/// let hunt = library::find("file-by-hash").expect("it is in the library");
/// assert!(hunt.parameters.iter().any(|parameter| parameter.default.is_none()));
/// assert!(library::find("File-By-Hash").is_none());
/// ```
pub fn find(name: &str) -> Option<&'static LibraryHunt> {
    all().iter().find(|hunt| hunt.name == name)
}

/// A hunt from a file of the user.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FolderHunt {
    /// The hunt. Its name is the name of the file without `.kql`.
    pub hunt: LibraryHunt,
    /// The path of the file.
    pub file: PathBuf,
}

/// The hunts in the `.kql` files of a folder, sorted by name, and a message for each file that cannot be read. A
/// missing folder counts as empty. Files may be UTF-8 or UTF-16, with the line ends of any system. Subfolders are not
/// read.
pub fn of_folder(folder: &Path) -> (Vec<FolderHunt>, Vec<String>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "kql"));
    files.sort();
    let (mut hunts, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        match of_file(&file) {
            Ok(hunt) => hunts.push(FolderHunt { hunt, file }),
            Err(why) => faults.push(format!("`{}`: {why}", file.display())),
        }
    }
    (hunts, faults)
}

fn of_file(file: &Path) -> Result<LibraryHunt, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    let text = http_core::text::decode(bytes).map_err(|error| error.to_string())?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    LibraryHunt::parse(name, &text).map_err(|error| error.message().to_owned())
}

/// A query with declared parameters.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LibraryHunt {
    /// The name of its file without `.kql`, by which it is found.
    pub name: String,
    /// One short line. May be empty.
    pub title: String,
    /// What its rows are. May be empty.
    pub finds: String,
    /// Its parameters, in the order of the file.
    pub parameters: Vec<HuntParameter>,
    /// The query, without the comments before it.
    pub query: String,
}

/// A declared parameter of a hunt.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HuntParameter {
    /// The name that the query uses: ASCII letters, digits and `_`.
    pub name: String,
    /// The kind of its values.
    pub kind: ParameterKind,
    /// The value that is used if none is given. A parameter without one is required.
    pub default: Option<Parameter>,
    /// One line for a person. May be empty.
    pub help: String,
}

/// The kind of a parameter's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// `text`: any text, taken as it is.
    Text,
    /// `long`: a whole number of 64 bits.
    Long,
    /// `real`: a finite number.
    Real,
    /// `bool`: `true` or `false`, in any case.
    Bool,
    /// `time`: RFC 3339.
    Time,
    /// `list`: several texts, separated by commas or as a JSON array.
    List,
}

impl ParameterKind {
    const NAMES: [(&'static str, Self); 6] = [
        ("text", Self::Text),
        ("long", Self::Long),
        ("real", Self::Real),
        ("bool", Self::Bool),
        ("time", Self::Time),
        ("list", Self::List),
    ];

    /// The word that files use, such as `long`.
    pub fn as_str(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }

    /// Reads a value of this kind as a person writes it.
    ///
    /// ```
    /// use xdr_api::hunting::library::ParameterKind;
    ///
    /// assert_eq!(ParameterKind::List.read("a, b")?.to_string(), r#"dynamic(["a", "b"])"#);
    /// assert!(ParameterKind::Long.read("many").is_err());
    /// # Ok::<(), xdr_api::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the text is not a value of this kind.
    pub fn read(self, text: &str) -> Result<Parameter> {
        let read = match self {
            Self::Text => Some(text.into()),
            Self::Long => text.trim().parse::<i64>().ok().map(Into::into),
            Self::Real => finite(text).map(Into::into),
            Self::Bool => text
                .trim()
                .to_ascii_lowercase()
                .parse::<bool>()
                .ok()
                .map(Into::into),
            Self::Time => {
                let time = Timestamp::from(text.trim());
                time.instant().is_some().then(|| time.into())
            }
            Self::List => Some(list(text).into()),
        };
        read.ok_or_else(|| Error::usage(format!("`{text}` is not of the kind {}", self.as_str())))
    }

    /// Whether a bound value is of this kind. A whole number also counts as a number.
    fn holds(self, value: &Parameter) -> bool {
        match (self, value) {
            (Self::Time, Parameter::Time(time)) => time.instant().is_some(),
            (Self::Real, Parameter::Real(number)) => number.is_finite(),
            (Self::Text, Parameter::Text(_))
            | (Self::Long | Self::Real, Parameter::Long(_))
            | (Self::Bool, Parameter::Bool(_))
            | (Self::List, Parameter::List(_)) => true,
            _ => false,
        }
    }
}

fn finite(text: &str) -> Option<f64> {
    text.trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// A JSON array of texts, or texts separated by commas.
fn list(text: &str) -> Vec<String> {
    if let Ok(Value::Array(items)) = serde_json::from_str(text)
        && items.iter().all(Value::is_string)
    {
        return items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
    }
    let items = text.split(',').map(|item| item.trim().to_owned());
    items.filter(|item| !item.is_empty()).collect()
}

impl LibraryHunt {
    /// Reads a hunt from the text of a file. The comments end at the first line of the query; later comments belong to
    /// it.
    ///
    /// ```
    /// use xdr_api::hunting::library::LibraryHunt;
    ///
    /// let hunt = LibraryHunt::parse("devices", "// title: Devices\n// param os: text = \"Linux\"\nDeviceInfo | take 5")?;
    /// assert_eq!(hunt.title, "Devices");
    /// assert_eq!(hunt.parameters[0].default, Some("Linux".into()));
    /// assert_eq!(hunt.query, "DeviceInfo | take 5");
    /// # Ok::<(), xdr_api::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) with the invalid line of the header, and for a file without a
    /// query.
    pub fn parse(name: impl Into<String>, text: &str) -> Result<Self> {
        let mut hunt = Self {
            name: name.into(),
            title: String::new(),
            finds: String::new(),
            parameters: Vec::new(),
            query: String::new(),
        };
        let text = text.trim_start_matches('\u{feff}');
        let mut query = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if query.is_empty() {
                match hunt.header(line) {
                    Ok(true) => continue,
                    Ok(false) => {}
                    Err(error) => {
                        let message =
                            format!("{}, line {}: {}", hunt.name, number + 1, error.message());
                        return Err(Error::usage(message));
                    }
                }
            }
            query.push(line);
        }
        hunt.query = query.join("\n").trim_end().to_owned();
        if hunt.query.is_empty() {
            return Err(Error::usage(format!(
                "{}: the file has no query",
                hunt.name
            )));
        }
        Ok(hunt)
    }

    /// Reads a line of the header. Returns false for the first line of the query.
    fn header(&mut self, line: &str) -> Result<bool> {
        let line = line.trim();
        let Some(comment) = line.strip_prefix("//") else {
            return Ok(line.is_empty());
        };
        let comment = comment.trim();
        if let Some(title) = comment.strip_prefix("title:") {
            self.title = title.trim().to_owned();
        } else if let Some(finds) = comment.strip_prefix("finds:") {
            self.finds = finds.trim().to_owned();
        } else if let Some(declared) = comment.strip_prefix("param ") {
            let parameter = HuntParameter::parse(declared)?;
            if self
                .parameters
                .iter()
                .any(|known| known.name == parameter.name)
            {
                return Err(Error::usage(format!(
                    "`{}` is declared twice",
                    parameter.name
                )));
            }
            self.parameters.push(parameter);
        }
        Ok(true)
    }

    /// The hunt with its values bound as literals. If a name is given twice, the last value is used.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for an unknown parameter, a value of another kind, and a missing
    /// value.
    pub fn bind<'a>(
        &self,
        hunting: &Hunting,
        values: impl IntoIterator<Item = (&'a str, Parameter)>,
    ) -> Result<Hunt> {
        let values: Vec<_> = values.into_iter().collect();
        for (name, value) in &values {
            let parameter = self.parameter(name)?;
            if !parameter.kind.holds(value) {
                return Err(Error::usage(format!(
                    "{}: `{name}` is a {}, not {value}",
                    self.name,
                    parameter.kind.as_str()
                )));
            }
        }
        let mut hunt = hunting.hunt(&*self.query);
        for parameter in &self.parameters {
            // The last value of a name is used.
            let given = values
                .iter()
                .rev()
                .find(|(name, _)| *name == parameter.name);
            let value = given.map(|(_, value)| value).or(parameter.default.as_ref());
            let value = value.ok_or_else(|| {
                Error::usage(format!("{}: `{}` is missing", self.name, parameter.name))
                    .with_hint(format!("a {}: {}", parameter.kind.as_str(), parameter.help))
            })?;
            hunt = hunt.parameter(&*parameter.name, value.clone());
        }
        Ok(hunt)
    }

    /// The parameter of that name.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for an unknown name; the hint lists the known ones.
    pub fn parameter(&self, name: &str) -> Result<&HuntParameter> {
        let found = self.parameters.iter().find(|known| known.name == name);
        found.ok_or_else(|| {
            let known: Vec<_> = self
                .parameters
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            let hint = match known.is_empty() {
                true => format!(
                    "it declares none; the line `// param {name}: text` above the query declares it"
                ),
                false => format!("it has {}", known.join(", ")),
            };
            Error::usage(format!("{} has no parameter `{name}`", self.name)).with_hint(hint)
        })
    }
}

impl HuntParameter {
    /// Reads the declaration `name: kind = default // help`. Default and help are optional.
    fn parse(text: &str) -> Result<Self> {
        let (declared, help) = match text.split_once(" //") {
            Some((declared, help)) => (declared, help.trim()),
            None => (text, ""),
        };
        let (declared, default) = match declared.split_once('=') {
            Some((declared, default)) => (declared, Some(default.trim())),
            None => (declared, None),
        };
        let (name, kind) = declared.split_once(':').ok_or_else(|| {
            Error::usage("a parameter is declared as `name: kind = default // help`")
        })?;
        let (name, kind) = (name.trim(), kind.trim());
        parameter::check(name)?;
        let known = ParameterKind::NAMES.iter().find(|(word, _)| *word == kind);
        let (_, kind) = known.ok_or_else(|| {
            let words = ParameterKind::NAMES.map(|(word, _)| word).join(", ");
            Error::usage(format!(
                "unknown kind of parameter `{kind}`; kinds are {words}"
            ))
        })?;
        let default = default.map(|text| kind.read(&unquoted(text))).transpose()?;
        Ok(Self {
            name: name.to_owned(),
            kind: *kind,
            default,
            help: help.to_owned(),
        })
    }
}

/// The text of a default without its quotes, which an empty one needs.
fn unquoted(text: &str) -> String {
    serde_json::from_str(text).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_library_is_read_and_told_about() {
        for (name, text) in FILES {
            let hunt = LibraryHunt::parse(*name, text).unwrap();
            assert!(!hunt.title.is_empty() && !hunt.finds.is_empty(), "{name}");
            assert!(
                hunt.parameters.iter().all(|one| !one.help.is_empty()),
                "{name}"
            );
            for parameter in &hunt.parameters {
                assert!(
                    hunt.query.contains(&parameter.name),
                    "{name}: {}",
                    parameter.name
                );
            }
        }
        let names: Vec<_> = all().iter().map(|hunt| hunt.name.as_str()).collect();
        assert_eq!(
            names,
            FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>()
        );
        assert!(names.is_sorted());
    }

    #[test]
    fn every_file_in_the_folder_is_in_the_library() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/hunts");
        let files = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let known: Vec<_> = FILES
            .iter()
            .map(|(name, _)| format!("{name}.kql"))
            .collect();
        assert_eq!(names, known);
    }

    #[test]
    fn a_header_declares_kinds_and_defaults() {
        let text = "// title: T\n\n// a remark\n// param a: text = \"\" // help = here\n// param b: long = 7\n\
                    // param c: list = x, y\nT\n// title: not any more\n| take b\n";
        let hunt = LibraryHunt::parse("mine", text).unwrap();
        assert_eq!((hunt.title.as_str(), hunt.finds.as_str()), ("T", ""));
        assert_eq!(hunt.query, "T\n// title: not any more\n| take b");
        let defaults: Vec<_> = hunt
            .parameters
            .iter()
            .map(|one| one.default.clone().unwrap())
            .collect();
        assert_eq!(defaults, ["".into(), 7.into(), vec!["x", "y"].into()]);
        assert_eq!(hunt.parameters[0].help, "help = here");
    }

    #[test]
    fn a_header_that_is_wrong_is_refused_with_its_line() {
        for (text, part) in [
            ("// title: T\n// param a b: text\nT", "line 2"),
            ("// param a\nT", "line 1"),
            ("// param a: number\nT", "unknown kind"),
            (
                "// param a: long = many\nT",
                "`many` is not of the kind long",
            ),
            ("// param a: long\n// param a: long\nT", "twice"),
            ("// title: T\n\n", "no query"),
        ] {
            let error = LibraryHunt::parse("mine", text).unwrap_err();
            assert!(error.message().contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn values_are_of_the_declared_kinds() {
        for (kind, good, bad) in [
            (ParameterKind::Long, "7", "7.5"),
            (ParameterKind::Real, "7.5", "NaN"),
            (ParameterKind::Bool, "TRUE", "yes"),
            (ParameterKind::Time, "2026-01-01T00:00:00Z", "soon"),
        ] {
            assert!(kind.holds(&kind.read(good).unwrap()), "{good}");
            assert!(kind.read(bad).is_err(), "{bad}");
        }
        assert_eq!(ParameterKind::Text.read("7").unwrap(), "7".into());
        assert_eq!(
            ParameterKind::List.read("[\"a,b\"]").unwrap(),
            vec!["a,b"].into()
        );
    }
}
