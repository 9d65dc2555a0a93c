//! The commands of all products: each takes the examples of its own help, and its words and options are its own.

use auth_core::http_core::{Operation, Param};
use commands::spelling::{command_line, inputs_of, word_filters};
use commands::{globals, inputs, path_call, suggest, tree};
use operations::command_line::Way;
use operations::{Catalog, words};

use super::App;
use crate::verbs::{self, Verb};

fn catalog() -> Catalog {
    App::built_in().catalog()
}

/// Parses a command line as the program does.
fn parse(catalog: &Catalog, line: &[String]) -> Result<clap::ArgMatches, String> {
    let words: Vec<_> = line.iter().skip(1).map(String::as_str).take(3).collect();
    let resolved = catalog.resolve(&words);
    let parsed = tree::tree(
        "defender",
        catalog,
        &resolved,
        verbs::commands(&App::built_in().services()),
    )
    .try_get_matches_from(line);
    let matches = parsed.map_err(|error| format!("{line:?}: {error}"))?;
    let mut leaf = &matches;
    while let Some((_, inner)) = leaf.subcommand() {
        leaf = inner;
    }
    Ok(leaf.clone())
}

fn request_of(operation: &'static Operation, matches: &clap::ArgMatches) -> Result<(), String> {
    let items =
        b"indicatorValue,indicatorType,action,title,description\n203.0.113.7,IpAddress,Block,t,d\n";
    let read = |path: &std::path::Path| {
        let is_table = path.extension().is_some_and(|end| end == "csv");
        Ok(if is_table {
            items.to_vec()
        } else {
            b"{}".to_vec()
        })
    };
    let source = inputs::Source {
        read: &read,
        now: std::time::SystemTime::now(),
        is_watched: false,
    };
    let filled = inputs::requests(operation, matches, &source)
        .map_err(|failure| failure.message().to_owned())?;
    let undocumented = filled.notes.iter().find_map(|note| match note {
        operations::Note::Undocumented(text) => Some(text.clone()),
        _ => None,
    });
    if let Some(warning) = undocumented {
        return Err(warning);
    }
    match filled.requests[..] {
        [_] => Ok(()),
        _ => Err(format!("{} requests", filled.requests.len())),
    }
}

/// The sections below the options, with their own line breaks.
fn end_of_help(operation: &'static Operation) -> String {
    let command = tree::leaf(operation);
    let end = command.get_after_long_help();
    end.map(ToString::to_string).unwrap_or_default()
}

#[test]
fn every_command_takes_the_examples_of_its_own_help() {
    let catalog = catalog();
    let mut count = 0;
    for operation in catalog.operations() {
        let examples = command_line().examples(operation);
        assert!(!examples.is_empty(), "{}", operation.id);
        if !operation.conduct.retired.is_empty() {
            let shown = end_of_help(operation);
            assert!(!shown.contains("Examples"), "nothing is sent: {shown}");
            continue;
        }
        for line in examples {
            let outcome =
                parse(&catalog, &line).and_then(|matches| request_of(operation, &matches));
            assert_eq!(outcome, Ok(()), "{}: {line:?}", operation.id);
            let shown = end_of_help(operation);
            assert!(
                shown.contains(&operations::command_line::shown(&line)),
                "{}: {shown}",
                operation.id
            );
        }
        count += 1;
    }
    assert!(count > 300, "{count}");
}

#[test]
fn every_command_is_sound() {
    let catalog = catalog();
    tree::whole(
        "defender",
        &catalog,
        verbs::commands(&App::built_in().services()),
    )
    .debug_assert();
    for operation in catalog.operations() {
        let found = catalog.resolve(&words::parts(operation.id)).operation;
        assert_eq!(found.map(|found| found.id), Some(operation.id));
    }
}

#[test]
fn devices_are_machines() {
    let line = ["defender", "mde", "devices", "get", "m1"].map(str::to_owned);
    assert!(parse(&catalog(), &line).is_ok());
}

#[test]
fn an_unknown_option_is_refused_with_the_one_that_was_meant() {
    let line = ["defender", "mde", "alerts", "list", "--fliter", "x"].map(str::to_owned);
    let message = parse(&catalog(), &line).unwrap_err();
    assert!(message.contains("'--filter'"), "{message}");
}

#[test]
fn a_filter_by_words_has_an_option_of_its_own_and_takes_all_its_words() {
    let catalog = catalog();
    let mut count = 0;
    for operation in catalog.operations() {
        let mut names: Vec<String> = Vec::new();
        for (_, way) in inputs_of(operation) {
            if let Way::Option(name) = way {
                names.push(name);
            }
        }
        for (filter, name) in word_filters(operation) {
            let is_general = globals::arguments().any(|one| one.get_long() == Some(&name));
            assert!(!is_general, "{}: --{name}", operation.id);
            assert!(!names.contains(&name), "{}: --{name} twice", operation.id);
            let mut line = vec!["defender".to_owned()];
            line.extend(words::parts(operation.id).map(words::word));
            let examples = command_line().examples(operation).remove(0);
            line.extend(examples.into_iter().skip(4));
            line.extend([format!("--{name}"), filter.shown().join(",").to_uppercase()]);
            let outcome =
                parse(&catalog, &line).and_then(|matches| request_of(operation, &matches));
            assert_eq!(outcome, Ok(()), "{line:?}");
            names.push(name);
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
}

#[test]
fn every_command_that_takes_a_device_takes_its_name() {
    let catalog = catalog();
    let mut count = 0;
    for operation in catalog.operations() {
        let is_device = |param: &&Param| {
            operation.id.starts_with("mde.")
                && matches!(param.name, "machine_id" | "MachineIds")
                && param.required
        };
        let Some(device) = operation.inputs.iter().find(is_device) else {
            continue;
        };
        let named = operations::naming(&catalog, operation).map(|(input, _)| input);
        assert_eq!(named, Some(device.name), "{}", operation.id);
        count += 1;
    }
    assert!(count >= 20, "{count}");
}

#[test]
fn an_input_named_like_a_general_option_is_still_reachable() {
    let catalog = catalog();
    for operation in catalog.operations() {
        let mut names: Vec<String> = Vec::new();
        for (param, way) in inputs_of(operation) {
            if let Way::Option(name) = way {
                assert!(!names.contains(&name), "{}: --{name} twice", operation.id);
                names.push(name);
            } else if way == Way::PageSize {
                assert!(
                    matches!(param.name, "limit" | "pageSize"),
                    "{}: {}",
                    operation.id,
                    param.name
                );
            }
        }
    }
}

#[test]
fn every_suggested_command_exists() {
    let services = App::built_in().services();
    for (word, commands) in words::COMMANDS {
        assert!(
            Verb::named(word, &services).is_none(),
            "{word} is a command"
        );
        // One that does not exist is left out of the hint.
        let verbs = verbs::names(&services);
        let failure = suggest::command(services.catalog(), &[word], verbs);
        let hint = failure.hint().unwrap_or_default();
        for command in *commands {
            assert!(
                hint.contains(&format!("`defender {command}`")),
                "{word}: {hint}"
            );
        }
    }
}

#[test]
fn a_word_without_a_meaning_is_searched_for() {
    let services = App::built_in().services();
    let hint = |words: &[&str]| {
        suggest::command(services.catalog(), words, verbs::names(&services))
            .hint()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(hint(&["zebra"]).contains("search WORDS"));
    assert_eq!(hint(&["permisions"]), "do you mean `defender permissions`");
    assert_eq!(hint(&["whoami"]), "do you mean `defender auth status`");
    assert_eq!(
        hint(&["mde", "alerts", "show"]),
        "do you mean `defender mde alerts get`, `defender mde alerts list`"
    );
    assert_eq!(
        hint(&["mde", "alrts", "list"]),
        "do you mean `defender mde alerts list`"
    );
}

#[test]
fn every_host_has_an_application_id() {
    let services = App::built_in().services();
    for (host, _) in services.hosts() {
        let id = services.application_id(host);
        assert_eq!(id.len(), 36, "{host}: {id}");
    }
}

#[test]
fn a_change_is_repeated_only_where_the_row_of_its_path_may_be() {
    let catalog = catalog();
    let is_idempotent = |line: &[&str]| {
        let words = std::iter::once("api").chain(line.iter().copied());
        let matches = path_call::command(&catalog).try_get_matches_from(words);
        let call = path_call::read(&matches.unwrap()).unwrap();
        let template = call.template(&catalog, None);
        call.operation(template, "mde").conduct.idempotent
    };
    let body = |text: &str| {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        file
    };
    let (plain, appended, cased, list) = (
        body(r#"{"status":"Resolved"}"#),
        body(r#"{"status":"Resolved","comment":"x"}"#),
        body(r#"{"Comment":"x"}"#),
        body("[1]"),
    );
    let name = |file: &tempfile::NamedTempFile| file.path().to_str().unwrap().to_owned();
    for (line, expected) in [
        (vec!["/api/alerts/a"], true),
        (
            vec!["PATCH", "/api/alerts/a", "-f", "status=Resolved"],
            true,
        ),
        (vec!["PATCH", "/api/alerts/a", "-f", "comment=x"], false),
        (vec!["PATCH", "/api/alerts/a", "-f", "Comment=x"], false),
        (vec!["PATCH", "/api/alerts/a", "-f", "unheardOf=x"], false),
        (
            vec!["PATCH", "/api/alerts/a", "--input", &name(&plain)],
            true,
        ),
        (
            vec!["PATCH", "/api/alerts/a", "--input", &name(&appended)],
            false,
        ),
        (
            vec!["PATCH", "/api/alerts/a", "--input", &name(&cased)],
            false,
        ),
        (
            vec!["PATCH", "/api/alerts/a", "--input", &name(&list)],
            false,
        ),
        (vec!["PATCH", "/api/unheardOf/a", "-f", "a=b"], false),
        (vec!["PUT", "/api/unheardOf/a"], true),
        (vec!["DELETE", "/api/unheardOf/a"], true),
        (vec!["POST", "/api/unheardOf", "-f", "a=b"], false),
        (
            vec!["POST", "/api/advancedqueries/run", "-f", "Query=x"],
            true,
        ),
        (
            vec!["POST", "/api/machines/a/isolate", "-f", "Comment=x"],
            false,
        ),
    ] {
        assert_eq!(is_idempotent(&line), expected, "{line:?}");
    }
}
