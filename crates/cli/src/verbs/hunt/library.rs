//! Hunts that are ready: those of the program, and a person's own.

use std::borrow::Cow;
use std::path::PathBuf;

use clap::ArgMatches;
use serde::Serialize;
use xdr_api::hunting::library::{self, LibraryHunt};
use xdr_api::hunting::{Hunt, Parameter};

use super::given;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::session::Session;
use crate::text::{decode, with_plain_line_ends};

/// The prefix of a hunt's name, which stands in the place of a file.
pub(super) const MARK: char = '@';

/// A hunt and where it comes from.
struct Known {
    hunt: Cow<'static, LibraryHunt>,
    file: Option<PathBuf>,
}

/// Prints every hunt, a person's own first.
pub(super) fn list(session: &mut Session<'_>) -> Result<()> {
    let (own, faults) = own()?;
    for fault in faults {
        session.console.warn(&fault);
    }
    let built_in = library::all().iter().map(|hunt| Known {
        hunt: Cow::Borrowed(hunt),
        file: None,
    });
    let hides = |own: &[Known], name: &str| own.iter().any(|known| known.hunt.name == name);
    let built_in = built_in
        .filter(|known| !hides(&own, &known.hunt.name))
        .collect::<Vec<_>>();
    let rows = own.iter().chain(&built_in).map(row);
    crate::verbs::print_values(session.console, session.globals.limit, rows)
}

/// A hunt as it is listed, its members in the order of the output's.
#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    /// The parameters in short, those that may be left out with their defaults.
    takes: String,
    title: &'a str,
    finds: &'a str,
    parameters: Vec<Listed<'a>>,
    source: String,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    kind: &'static str,
    default: Option<String>,
    help: &'a str,
}

fn row(known: &Known) -> Row<'_> {
    let hunt = &known.hunt;
    let takes = hunt.parameters.iter().map(|one| match &one.default {
        Some(default) => format!("{}={default}", one.name),
        None => one.name.clone(),
    });
    let parameters = hunt.parameters.iter().map(|one| Listed {
        name: &one.name,
        kind: one.kind.as_str(),
        default: one.default.as_ref().map(Parameter::to_string),
        help: &one.help,
    });
    let file = known.file.as_ref().map(|file| file.display().to_string());
    Row {
        name: &hunt.name,
        takes: takes.collect::<Vec<_>>().join(" "),
        title: &hunt.title,
        finds: &hunt.finds,
        parameters: parameters.collect(),
        source: file.unwrap_or_else(|| "built in".to_owned()),
    }
}

/// The hunt of that name with the values of the command line.
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

fn find(name: &str) -> Result<Cow<'static, LibraryHunt>> {
    let (own, faults) = own()?;
    if let Some(known) = own.into_iter().find(|known| known.hunt.name == name) {
        return Ok(known.hunt);
    }
    if let Some(hunt) = library::find(name) {
        return Ok(Cow::Borrowed(hunt));
    }
    // One that cannot be read may be the one that was meant.
    let fault = faults.into_iter().find(|fault| fault.contains(name));
    Err(
        Failure::usage(fault.unwrap_or_else(|| format!("unknown hunt `{name}`"))).with_hint(
            format!("`{}` shows them", crate::program::call("hunt --list")),
        ),
    )
}

/// The hunts of a person's own folder, and what is wrong with those that cannot be read.
fn own() -> Result<(Vec<Known>, Vec<String>)> {
    let folder = Folders::of_process()?.data.join("hunts");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "kql"));
    files.sort();
    let (mut known, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        let name = file
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let read = std::fs::read(&file).map_err(|error| error.to_string());
        let read = read.and_then(|bytes| decode(bytes).map_err(|error| error.to_string()));
        let hunt = read.and_then(|text| {
            let text = with_plain_line_ends(text);
            LibraryHunt::parse(name, &text).map_err(|error| error.message().to_owned())
        });
        match hunt {
            Ok(hunt) => known.push(Known {
                hunt: Cow::Owned(hunt),
                file: Some(file),
            }),
            Err(why) => faults.push(format!("`{}`: {why}", file.display())),
        }
    }
    Ok((known, faults))
}
