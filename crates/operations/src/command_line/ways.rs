//! How inputs are given: by position or by an option.
//!
//! The names of options come from the wire and may clash: with options of the program, and with each other once
//! `$filter` and `filter` are written alike. Clashes are resolved by fixed rules, so the same input has the same option
//! in help, parser, examples and messages.

use http_core::{AnswerKind, Kind, Operation, Param, Place};

use super::CommandLine;
use crate::inputs::{page_size, path_inputs};
use crate::words::option;

/// The option for the number of records of a page. Used if the service's own name, such as `limit`, is an option of the
/// program with another meaning.
pub const PAGE_SIZE: &str = "page-size";

/// The option for a condition of a service with a filter language of its own. It may be repeated.
pub const FILTER: &str = "filter";

/// How an input is given.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Way {
    /// By its position.
    Position,
    /// By [`PAGE_SIZE`].
    PageSize,
    /// By an option of this name, without dashes.
    Option(String),
}

impl CommandLine {
    /// The position or option of each input of an operation. Inputs in the path come first, in the order of the path.
    /// A finder takes what it looks for by position too.
    /// Constants are left out. Bytes are given by `--file`.
    pub fn ways(&self, operation: &'static Operation) -> Vec<(&'static Param, Way)> {
        let mut ways: Vec<_> = path_inputs(operation)
            .into_iter()
            .map(|param| (param, Way::Position))
            .collect();
        let size = page_size(operation).map(|param| param.name);
        let by_name = operation.inputs.iter();
        let by_name =
            by_name.filter(|param| param.place != Place::Path && param.constant.is_empty());
        for param in by_name {
            let name = match param.kind {
                Kind::Bytes => "file".to_owned(),
                _ => option(param.name),
            };
            let is_given = |name: &str| {
                ways.iter()
                    .any(|(_, way)| *way == Way::Option(name.to_owned()))
            };
            let is_taken = self.reserved.contains(&name.as_str());
            let way = if sought(operation) == Some(param.name) {
                Way::Position
            } else if is_taken && size == Some(param.name) {
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

    /// The option or position of an input, as help and messages write it: `--name` or `<name>`.
    pub(crate) fn shown(param: &Param, way: &Way) -> String {
        match way {
            Way::Position => format!("<{}>", param.name),
            Way::PageSize => format!("--{PAGE_SIZE}"),
            Way::Option(name) => format!("--{name}"),
        }
    }
}

/// The input that a finder looks for: the only one that a list without a path input requires, such as the tag of
/// devices. It is given by its position, as other finders take theirs from the path.
fn sought(operation: &Operation) -> Option<&'static str> {
    let is_list = matches!(operation.answer.kind, AnswerKind::Collection { .. });
    if !operation.is_read() || !is_list || !path_inputs(operation).is_empty() {
        return None;
    }
    let mut required = operation.inputs.iter().filter(|param| param.required);
    match (required.next(), required.next()) {
        (Some(param), None) if param.place == Place::Query && param.kind == Kind::Text => {
            Some(param.name)
        }
        _ => None,
    }
}

/// Whether the input holds filters that can also be given one by one, by [`FILTER`].
pub fn takes_filters(operation: &Operation, param: &Param) -> bool {
    param.name == "filters" && !operation.list.filter_fields.is_empty()
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Paging};

    use super::*;

    static OPERATION: Operation = Operation::post("t.things.ask", "/{b}/x/{a}")
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
    fn a_finder_takes_what_it_looks_for_by_position() {
        static FIND: Operation = Operation::get("t.things.find", "/things/find")
            .collection("value")
            .inputs(&[Param::query("tag").required(), Param::query("prefix")]);
        let ways = CommandLine::new("t", &[]).ways(&FIND).into_iter();
        let ways: Vec<_> = ways.map(|(_, way)| way).collect();
        assert_eq!(ways, [Way::Position, Way::Option("prefix".to_owned())]);
    }

    #[test]
    fn clashes_are_resolved_alike_for_every_operation() {
        let names: Vec<_> = CommandLine::new("t", &["limit", "tenant"])
            .ways(&OPERATION)
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
