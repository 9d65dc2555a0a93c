//! Several records at once: their names one after the other, or on standard input.

use auth_core::http_core::Param;
use clap::ArgMatches;

use super::{Source, read_text};
use crate::failure::{Failure, Result};
use crate::ways;

/// Whether several ids were given, or standard input with any number of them.
pub(super) fn are_named(param: &'static Param, matches: &ArgMatches) -> bool {
    let mut given = matches
        .get_many::<String>(&ways::id(param))
        .unwrap_or_default();
    given.len() > 1 || given.any(|text| text == "-")
}

/// The ids that were given, each once; `-` stands for the lines of standard input.
pub(super) fn ids(
    param: &'static Param,
    matches: &ArgMatches,
    source: &Source<'_>,
) -> Result<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    let given = matches
        .get_many::<String>(&ways::id(param))
        .unwrap_or_default();
    for text in given {
        let found = if text == "-" {
            let text = read_text(&format!("<{}>", param.name), text, source)?;
            operations::record_ids(param, &text).map_err(Failure::usage)?
        } else {
            vec![text.clone()]
        };
        ids.extend(found.into_iter().filter(|id| seen.insert(id.clone())));
    }
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{AnswerKind, Operation};

    use super::*;
    use crate::command;

    static GET: Operation = Operation::get(
        "t.machines.get",
        "/streams/{stream_id}/machines/{machine_id}",
    )
    .inputs(&[Param::path("machine_id"), Param::path("stream_id")])
    .answer(AnswerKind::Entity);

    fn given(line: &[&str], input: &'static str) -> Result<Vec<String>, String> {
        let words = std::iter::once("get").chain(line.iter().copied());
        let matches = command::leaf(&GET).try_get_matches_from(words).unwrap();
        let read = |_: &str| Ok(input.as_bytes().to_vec());
        let source = Source {
            read: &read,
            now: std::time::SystemTime::UNIX_EPOCH,
        };
        let filled = super::super::requests(&GET, &matches, &source);
        let base = auth_core::http_core::Url::parse("https://h.example").unwrap();
        let paths = filled
            .map_err(|failure| failure.message().to_owned())?
            .requests;
        Ok(paths
            .iter()
            .map(|request| request.to_http(&base).unwrap().uri().path().to_owned())
            .collect())
    }

    #[test]
    fn several_records_are_several_requests() {
        assert_eq!(
            given(&["s1", "a", "b", "a"], "").unwrap(),
            ["/streams/s1/machines/a", "/streams/s1/machines/b"]
        );
    }

    #[test]
    fn names_come_from_the_lines_of_any_list() {
        let input = "a\n\n {\"id\":\"alert\",\"machineId\":\"b\"}\n{\"id\":7}\n";
        let paths = given(&["s1", "-"], input).unwrap();
        assert_eq!(
            paths,
            [
                "/streams/s1/machines/a",
                "/streams/s1/machines/b",
                "/streams/s1/machines/7"
            ]
        );
        let message = given(&["s1", "-"], "{\"name\":\"x\"}").unwrap_err();
        assert_eq!(
            message,
            "line 1 of the input has no `machineId` and no `id`"
        );
        assert!(given(&["s1", "-"], "").unwrap().is_empty());
    }
}
