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

use percent_encoding::percent_decode_str;
use terminal::{Failure, Result};

/// The addresses of object stores.
const STORES: [&str; 3] = ["s3://", "az://", "gs://"];

/// The folder of a table's log.
const LOG: &str = "_delta_log";

/// The folder of a spool's cursors.
const CURSORS: &str = ".state";

/// Options about what is printed of records.
const PRINTED: [&str; 4] = ["limit", "columns", "jq", "template"];

/// The folder of the receipts, which both formats have.
const RUNS: &str = "_runs";

/// The end of a spool's files.
const LINES: &str = "ndjson";

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
        check_unprinted(matches)?;
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

    /// Refuses a folder that holds rows of the other format, of one of these streams or of any.
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
        let runs = folder.join(RUNS);
        let is_mixed = match self.form {
            Form::Spool => runs.join(LOG).is_dir(),
            _ => has_lines(&runs),
        };
        if is_mixed {
            return Err(mixed(folder, self.form, other));
        }
        for stream in streams {
            let found = folder.join(stream);
            if found.join(sign).is_dir() {
                return Err(mixed(&found, self.form, other));
            }
        }
        Ok(())
    }
}

/// Whether a folder has files of a spool.
fn has_lines(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.any(|path| path.extension().is_some_and(|end| end == LINES))
}

/// Refuses options about printed records: whoever gives one would miss rows or members that are written all the same.
fn check_unprinted(matches: &ArgMatches) -> Result<()> {
    let is_given = |name: &str| matches.try_contains_id(name).unwrap_or_default();
    match PRINTED.into_iter().find(|name| is_given(name)) {
        Some(name) => Err(Failure::usage(format!(
            "--{name} is about printed records; rows are written whole, and all of them"
        ))
        .with_hint(format!("leave --{name} out"))),
        None => Ok(()),
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
    let store = STORES.iter().find_map(|store| text.strip_prefix(store));
    if let Some(rest) = store.filter(|rest| !rest.is_empty()) {
        // A key in an address would stand in the list of processes and in logs.
        if rest.contains('@') {
            return Err(
                Failure::usage("an address of a store takes no key and no name of a user")
                    .with_hint(
                        "give keys in the variables of the store, such as AWS_ACCESS_KEY_ID",
                    ),
            );
        }
        // A signature may follow.
        if rest.contains(['?', '#']) {
            return Err(
                Failure::usage("an address of a store has neither `?` nor `#`").with_hint(
                    "give BUCKET/PREFIX alone, and a signature in AZURE_STORAGE_SAS_TOKEN",
                ),
            );
        }
        return Ok(Place::Store(text.to_owned()));
    }
    let path = match text.strip_prefix("file://") {
        Some(address) => of_file(address),
        None => (!text.trim().is_empty() && !text.contains("://")).then(|| PathBuf::from(text)),
    };
    path.map(Place::Folder).ok_or_else(|| {
        Failure::usage(format!("rows cannot be written to `{text}`"))
            .with_hint("give a path, -, or an address such as file:///var/spool/defender or s3://bucket/prefix")
    })
}

/// The path of a `file://` address behind its scheme: whole, of this machine, with `%20` and the like decoded (RFC 8089).
fn of_file(address: &str) -> Option<PathBuf> {
    let path = address.strip_prefix("localhost").unwrap_or(address);
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let is_whole = path.starts_with('/') && !path.contains(['?', '#']);
    is_whole.then(|| PathBuf::from(decoded.into_owned()))
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
