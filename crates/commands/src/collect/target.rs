//! Where collected and exported rows go: `--to`, `--format` and `--state`.
//!
//! | `--to` | formats, the default first |
//! | --- | --- |
//! | a path, `file://` | `spool`, `lake` |
//! | `s3://`, `az://`, `gs://` | `lake` |
//! | `-` | `ndjson`, `singer` |

use std::fmt;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use terminal::{Failure, Result};

/// The addresses of object stores.
const STORES: [&str; 3] = ["s3://", "az://", "gs://"];

/// The folder of a table's log.
const LOG: &str = "_delta_log";

/// The folder of a spool's cursors.
const CURSORS: &str = ".state";

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Tables that engines read.
    Lake,
    /// A folder of NDJSON files.
    Spool,
    /// Lines on standard output.
    Ndjson,
    /// Messages of the Singer specification on standard output.
    Singer,
}

impl Form {
    /// All, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Lake, Self::Spool, Self::Ndjson, Self::Singer];

    /// The word of `--format`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lake => "lake",
            Self::Spool => "spool",
            Self::Ndjson => "ndjson",
            Self::Singer => "singer",
        }
    }
}

/// Where rows are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder(PathBuf),
    /// The address of an object store.
    Store(String),
    /// Standard output.
    Stdout,
}

impl fmt::Display for Place {
    /// As it was typed; a `file://` address as its path.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => path.display().fmt(f),
            Self::Store(address) => f.write_str(address),
            Self::Stdout => f.write_str("-"),
        }
    }
}

/// Where rows go, and how. Its parts fit each other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Target {
    /// Where.
    pub place: Place,
    /// How.
    pub form: Form,
    /// The file of `--state`.
    pub state: Option<PathBuf>,
}

impl Target {
    /// The target of a command line.
    ///
    /// # Errors
    /// A usage error for an address of another kind, and for options that contradict each other.
    pub fn of(matches: &ArgMatches) -> Result<Self> {
        let text = matches.get_one::<String>("to").map_or("", String::as_str);
        let place = place(text)?;
        let usual = match place {
            Place::Folder(_) => Form::Spool,
            Place::Store(_) => Form::Lake,
            Place::Stdout => Form::Ndjson,
        };
        let named = matches.get_one::<String>("format");
        let named = named.and_then(|name| Form::ALL.into_iter().find(|form| form.as_str() == name));
        let form = named.unwrap_or(usual);
        check_fit(&place, form)?;
        let state = matches.try_get_one::<PathBuf>("state").ok().flatten();
        if state.is_some() && matches!(form, Form::Lake | Form::Spool) {
            let message = format!(
                "--state is for ndjson and singer: a {} keeps its own",
                form.as_str()
            );
            return Err(Failure::usage(message).with_hint("leave --state out"));
        }
        Ok(Self {
            place,
            form,
            state: state.cloned(),
        })
    }

    /// Refuses a folder that holds rows of the other format for one of these streams.
    ///
    /// # Errors
    /// A usage error with the folder.
    pub fn check_streams<'a>(&self, streams: impl Iterator<Item = &'a str>) -> Result<()> {
        let Place::Folder(folder) = &self.place else {
            return Ok(());
        };
        let (sign, other) = match self.form {
            Form::Spool => (LOG, Form::Lake),
            _ => (CURSORS, Form::Spool),
        };
        for stream in streams {
            let found = folder.join(stream);
            if found.join(sign).is_dir() {
                return Err(mixed(&found, self.form, other));
            }
        }
        Ok(())
    }
}

/// The failure of a folder with rows in another format.
fn mixed(folder: &Path, wanted: Form, other: Form) -> Failure {
    let message = format!(
        "--to: `{}` is of a {}, and rows of a {} would not be found in it",
        folder.display(),
        other.as_str(),
        wanted.as_str()
    );
    Failure::usage(message).with_hint(format!(
        "give another folder, or --format {}",
        other.as_str()
    ))
}

/// Reads the address of a place for rows.
///
/// # Errors
/// A usage error for an address of another kind.
pub fn place(text: &str) -> Result<Place> {
    if text == "-" {
        return Ok(Place::Stdout);
    }
    if STORES.iter().any(|store| {
        text.strip_prefix(store)
            .is_some_and(|rest| !rest.is_empty())
    }) {
        return Ok(Place::Store(text.to_owned()));
    }
    let path = text.strip_prefix("file://").unwrap_or(text);
    if path.is_empty() || path.contains("://") {
        return Err(Failure::usage(format!("rows cannot be written to `{text}`"))
            .with_hint("give a path, -, or an address such as file:///var/spool/defender or s3://bucket/prefix"));
    }
    Ok(Place::Folder(PathBuf::from(path)))
}

/// Refuses a format that a place cannot have.
fn check_fit(place: &Place, form: Form) -> Result<()> {
    let (what, forms): (_, &[Form]) = match place {
        Place::Folder(_) => ("a folder", &[Form::Spool, Form::Lake]),
        Place::Store(_) => ("a store", &[Form::Lake]),
        Place::Stdout => ("standard output", &[Form::Ndjson, Form::Singer]),
    };
    if forms.contains(&form) {
        return Ok(());
    }
    let names: Vec<_> = forms.iter().map(|form| form.as_str()).collect();
    let message = format!("--format {} does not fit --to {place}", form.as_str());
    Err(Failure::usage(message).with_hint(format!("{what} takes {}", names.join(" or "))))
}
