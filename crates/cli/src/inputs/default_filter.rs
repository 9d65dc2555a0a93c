//! What a list leaves out unless it is asked for.

use auth_core::http_core::odata::properties;
use auth_core::http_core::{DefaultFilter, Operation, Request};
use clap::ArgMatches;

/// The input that holds an OData filter.
const FILTER: &str = "$filter";

/// Adds the row's default filter, and tells which; a filter by the same property or the flag keeps it away.
pub(super) fn add(
    row: &'static Operation,
    request: Request,
    matches: &ArgMatches,
) -> (Request, Option<&'static DefaultFilter>) {
    let Some(default) = row.default_filter else {
        return (request, None);
    };
    let is_asked_for = matches.try_get_one::<bool>(default.flag).ok().flatten() == Some(&true);
    let own = request.query_value(FILTER).map(str::to_owned);
    let names_it = own.as_deref().is_some_and(|own| names(own, default));
    if is_asked_for || names_it {
        return (request, None);
    }
    let filter = match own {
        Some(own) => format!("({own}) and {}", default.filter),
        None => default.filter.to_owned(),
    };
    (request.set(FILTER, filter), Some(default))
}

fn names(filter: &str, default: &DefaultFilter) -> bool {
    let mut named = properties(filter).into_iter();
    named.any(|property| property.eq_ignore_ascii_case(default.property))
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{Param, Url};

    use super::*;
    use crate::command;

    static LIST: Operation = Operation::get("t.things.list", "/things")
        .params(&[Param::query("$filter")])
        .default_filter(&DefaultFilter {
            filter: "state eq 'On'",
            property: "state",
            flag: "all-states",
            note: "things that are off",
        });

    fn sent(arguments: &[&str]) -> String {
        let line = std::iter::once("list").chain(arguments.iter().copied());
        let matches = command::leaf(&LIST).try_get_matches_from(line).unwrap();
        let mut request = Request::new(&LIST);
        if let Some(own) = arguments
            .iter()
            .find_map(|one| one.strip_prefix("--filter="))
        {
            request = request.set(FILTER, own);
        }
        let (request, added) = add(&LIST, request, &matches);
        let base = Url::parse("https://h.example").unwrap();
        let http = request.to_http(&base).unwrap();
        format!("{} {}", added.is_some(), http.uri())
    }

    #[test]
    fn it_is_added_unless_something_else_was_asked_for() {
        for (arguments, expected) in [
            (
                &[][..],
                "true https://h.example/things?$filter=state%20eq%20%27On%27",
            ),
            (
                &["--filter=a eq 1 or b eq 2"],
                "true https://h.example/things?$filter=(a%20eq%201%20or%20b%20eq%202)%20and%20state%20eq%20%27On%27",
            ),
            (
                &["--filter=State ne 'On'"],
                "false https://h.example/things?$filter=State%20ne%20%27On%27",
            ),
            (&["--all-states"], "false https://h.example/things"),
        ] {
            assert_eq!(sent(arguments), expected);
        }
    }
}
