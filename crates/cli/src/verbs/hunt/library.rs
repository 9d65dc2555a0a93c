//! Ready hunts: those of the library, and the user's own in the folder `hunts` of the data folder.
//!
//! A hunt of the user hides one of the library with the same name. A file that cannot be parsed is a warning in the list, and an
//! error if it is named.
//!
//! `@NAME` runs a hunt; `--param NAME=VALUE` sets a parameter, checked against its type before anything is sent.

use std::borrow::Cow;

use clap::ArgMatches;
use xdr_api::hunting::Hunt;
use xdr_api::hunting::library::{self, FolderHunt, LibraryHunt};

use super::given;
use crate::session::Session;
use auth_core::settings::profiles::Folders;
use output::Sentences;
use terminal::{Failure, Result};

/// The prefix that tells a name from a file.
pub(super) const MARK: char = '@';

/// A hunt in a table: its name, then what it finds and how it is called.
const HUNTS: &Sentences = &Sentences {
    title: "name",
    status: None,
    lines: &[
        ("", "title"),
        ("finds", "finds"),
        ("takes", "takes"),
        ("from", "source"),
    ],
};

/// Prints all hunts, the user's first.
pub(super) fn list(session: &mut Session<'_>) -> Result<()> {
    let (own, faults) = own()?;
    for fault in faults {
        session.warn(&fault);
    }
    let is_hidden = |hunt: &&LibraryHunt| own.iter().any(|known| known.hunt.name == hunt.name);
    let built_in = library::all().iter().filter(|hunt| !is_hidden(hunt));
    let own = own.iter().map(|known| known.hunt.listed(Some(&known.file)));
    let rows = own.chain(built_in.map(|hunt| hunt.listed(None)));
    session
        .console
        .print_sentences(session.globals.limit, HUNTS, rows)
}

/// The names of all hunts with their titles, the user's first.
pub(super) fn names() -> Vec<(String, String)> {
    let own = own().map(|(own, _)| own).unwrap_or_default();
    let own = own.into_iter().map(|known| known.hunt);
    let all = own.chain(library::all().iter().cloned());
    all.map(|hunt| (hunt.name.to_string(), hunt.title.to_string()))
        .collect()
}

/// The hunt of that name with the parameters of the command line. Fails for a missing, unknown or mistyped one.
pub(super) fn bound(
    hunting: &xdr_api::graph::hunting::Hunting,
    name: &str,
    matches: &ArgMatches,
) -> Result<Hunt> {
    let hunt = find(name)?;
    let mut values = Vec::new();
    for (name, text) in given(matches)? {
        values.push((name, hunt.parameter(name)?.kind.read(text)?));
    }
    Ok(hunt.bind(hunting, values)?)
}

/// Finds a hunt, the user's first.
fn find(name: &str) -> Result<Cow<'static, LibraryHunt>> {
    let (own, faults) = own()?;
    if let Some(known) = own.into_iter().find(|known| known.hunt.name == name) {
        return Ok(Cow::Owned(known.hunt));
    }
    if let Some(hunt) = library::find(name) {
        return Ok(Cow::Borrowed(hunt));
    }
    // A file that cannot be read may hold the hunt.
    let fault = faults.into_iter().find(|fault| fault.contains(name));
    Err(
        Failure::usage(fault.unwrap_or_else(|| format!("unknown hunt `{name}`"))).with_hint(
            format!("`{}` shows them", terminal::program::call("hunt --list")),
        ),
    )
}

/// The user's hunts, and an error for each file that cannot be parsed.
fn own() -> Result<(Vec<FolderHunt>, Vec<String>)> {
    Ok(library::of_folder(
        &Folders::of_process()?.data.join("hunts"),
    ))
}
