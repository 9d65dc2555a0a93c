//! How the inputs of an operation are given on a command line: by position or by an option of which name.

use auth_core::http_core::{Kind, Operation, Param, Place};
use operations::words::option;
use operations::{page_size, path_inputs};

/// The option that says how many rows a page holds, whatever the service calls it.
pub(crate) const PAGE_SIZE: &str = "page-size";

/// The option that adds a condition where the service has a filter language of its own.
pub(crate) const FILTER: &str = "filter";

/// The option that lets a change act on more than named records.
pub(crate) const ALL_THAT_MATCH: &str = "all-that-match";

/// The option that names where the account of an export is kept.
pub(crate) const MANIFEST: &str = "manifest";

/// The option that lets a download replace a file.
pub(crate) const FORCE: &str = "force";

/// The option that joins what another service tells of a record.
pub(crate) const ENRICH: &str = "enrich";

/// Names that inputs cannot have. A test compares them with the options that every command takes.
const TAKEN: &[&str] = &[
    ALL_THAT_MATCH,
    "output",
    "schema",
    "limit",
    "columns",
    "no-header",
    "csv-safe",
    "color",
    "quiet",
    "verbose",
    "profile",
    "tenant",
    "cloud",
    "region",
    "portal",
    "ca-file",
    "limits",
    "dry-run",
    "yes",
    "rate-limit",
    "timeout",
    "sandbox",
    "sandbox-seed",
    "devices",
    "data",
    "help",
    "version",
    PAGE_SIZE,
    "wait",
    "download",
    "links",
    FORCE,
    MANIFEST,
    ENRICH,
    "body",
];

/// How an input is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By its position.
    Position,
    /// As the page size.
    PageSize,
    /// By a name of its own.
    Option(String),
}

/// How each input of a row is given. Path inputs come first, in the order of the path.
pub(crate) fn ways(row: &'static Operation) -> Vec<(&'static Param, Way)> {
    let mut ways: Vec<_> = path_inputs(row)
        .into_iter()
        .map(|param| (param, Way::Position))
        .collect();
    let size = page_size(row).map(|param| param.name);
    // A constant is sent without being asked for.
    let by_name = row.inputs.iter();
    let by_name = by_name.filter(|param| param.place != Place::Path && param.constant.is_empty());
    for param in by_name {
        let name = match param.kind {
            Kind::Bytes => "file".to_owned(),
            _ => option(param.name),
        };
        let is_given = |name: &str| {
            ways.iter()
                .any(|(_, way)| *way == Way::Option(name.to_owned()))
        };
        let is_taken = TAKEN.contains(&name.as_str());
        let way = if is_taken && size == Some(param.name) {
            Way::PageSize
        } else if is_taken || is_given(&name) {
            Way::Option(format!("input-{name}"))
        } else {
            Way::Option(name)
        };
        ways.push((param, way));
    }
    ways
}

/// Under what an input is found after parsing; apart from the names of general options.
pub(crate) fn id(param: &Param) -> String {
    format!("input {}", param.name)
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{BodyKind, Paging};

    use super::*;
    use crate::globals;

    #[test]
    fn names_of_general_options_are_taken() {
        for argument in globals::arguments() {
            let name = argument.get_long().unwrap();
            assert!(TAKEN.contains(&name), "{name}");
        }
    }

    static ROW: Operation = Operation::post("t.things.ask", "/{b}/x/{a}")
        .body(BodyKind::Json)
        .paging(Paging::SkipLimit)
        .inputs(&[
            Param::path("a"),
            Param::path("b"),
            Param::body("limit").kind(Kind::Integer),
            Param::body("tenant"),
            Param::body("$filter"),
            Param::body("filter"),
            Param::body("content").kind(Kind::Bytes),
        ]);

    #[test]
    fn clashes_are_resolved_alike_for_every_row() {
        let names: Vec<_> = ways(&ROW)
            .into_iter()
            .map(|(param, way)| match way {
                Way::Position => format!("<{}>", param.name),
                Way::PageSize => format!("{}: page size", param.name),
                Way::Option(name) => format!("{}: --{name}", param.name),
            })
            .collect();
        assert_eq!(
            names,
            [
                "<b>",
                "<a>",
                "limit: page size",
                "tenant: --input-tenant",
                "$filter: --filter",
                "filter: --input-filter",
                "content: --file",
            ]
        );
    }
}
