//! From operations to commands: words, arguments and help.
//!
//! | words | commands that are built |
//! | --- | --- |
//! | a verb such as `auth` | the verb alone |
//! | product, group and operation | one branch with one leaf |
//! | an incomplete or unknown word | its siblings too, for help and suggestions |
//!
//! Everything is read from the operation, so a command cannot drift from its table. Inputs of a path are positional, all others
//! are options. Input: the catalog and the words of the command line. Output: a `clap` command with no more branches than needed.

mod arguments;
mod help;

use auth_core::http_core::{AnswerKind, Operation};
use clap::{Arg, Command};
use operations::words::{alias, parts, word};
use operations::{Catalog, Resolved};

use crate::globals;
use terminal::program;

/// The part of the tree that the words of the command line need.
///
/// Words that name a command get its branch. Incomplete and unknown words get the siblings too, for help and suggestions.
/// `verbs` are the commands besides the operations.
pub(crate) fn tree(
    name: &'static str,
    catalog: &Catalog,
    resolved: &Resolved,
    verbs: impl Iterator<Item = Command>,
) -> Command {
    match resolved.product {
        Some(product) => root(name, false).subcommand(product_command(catalog, product, resolved)),
        None => {
            let verbs: Vec<_> = verbs.collect();
            let has_sandbox = verbs.iter().any(|verb| verb.get_name() == "sandbox");
            let steps = help::first_steps(name, catalog, has_sandbox);
            let root = root(name, true).after_help(steps);
            let products = catalog.products();
            let products = products
                .iter()
                .map(|product| product_stub(catalog, product));
            root.subcommands(products).subcommands(verbs)
        }
    }
}

/// The operation in examples: the alerts of Defender for Endpoint, or the first list of a program without them.
pub(crate) fn shown(catalog: &Catalog) -> Option<&'static Operation> {
    let is_list =
        |operation: &&Operation| matches!(operation.answer.kind, AnswerKind::Collection { .. });
    let first = || {
        catalog
            .operations()
            .find(is_list)
            .or_else(|| catalog.operations().next())
    };
    catalog.by_id("mde.alerts.list").or_else(first)
}

/// The name of a product for its help. A product without one is described by its groups.
fn product_name(word: &str) -> Option<&'static str> {
    Some(match word {
        "mde" => "Microsoft Defender for Endpoint",
        "mdca" => "Microsoft Defender for Cloud Apps",
        "xdr" => "Microsoft Defender XDR",
        "graph" => "Microsoft Graph security",
        _ => return None,
    })
}

/// The tree with one verb. The help of the verb ends with the options of every command.
pub(crate) fn verb_tree(name: &'static str, verb: Command) -> Command {
    let own = verb
        .get_after_help()
        .map(|own| format!("{}\n\n", own.ansi()));
    let after = own.unwrap_or_default() + &help::general();
    root(name, false).subcommand(verb.after_help(after))
}

/// The program itself. Its own help explains the options of every command; other helps name them in one paragraph.
fn root(name: &'static str, explain: bool) -> Command {
    branch(Command::new(name))
        .about(program::about())
        .long_about(format!(
            "{}.\n\nEvery operation is `PRODUCT GROUP VERB`. Data goes to standard output, everything else to standard \
             error.",
            program::about()
        ))
        .disable_version_flag(true)
        .arg(version())
        .args(globals::arguments().map(|argument| argument.hide(!explain)))
}

/// Only for the help: [`App::run`](crate::App::run) answers it before the tree is built.
fn version() -> Arg {
    globals::flag("version")
        .short('V')
        .help("Print the version")
}

/// A product without its groups.
fn product_stub(catalog: &Catalog, product: &'static str) -> Command {
    let groups: Vec<_> = catalog.groups(product).into_iter().map(word).collect();
    let about = match product_name(product) {
        Some(name) => name.to_owned(),
        None => groups.join(", "),
    };
    branch(Command::new(word(product)).about(about))
}

/// One product. With a known group only that group, so that a command with hundreds of siblings starts fast.
fn product_command(catalog: &Catalog, product: &'static str, resolved: &Resolved) -> Command {
    let command = product_stub(catalog, product).after_help(help::general());
    if let Some(group) = resolved.group {
        return command.subcommand(group_command(catalog, product, group, resolved));
    }
    let groups = catalog.groups(product).into_iter();
    command.subcommands(groups.map(|group| group_stub(group, &catalog.verbs(product, group))))
}

/// A group without its verbs; they are named in its description.
fn group_stub(group: &'static str, rows: &[&'static auth_core::http_core::Operation]) -> Command {
    let verbs: Vec<_> = rows
        .iter()
        .map(|operation| word(parts(operation.id)[2]))
        .collect();
    let command = Command::new(word(group)).about(verbs.join(", "));
    branch(match alias(group) {
        Some(alias) => command.visible_alias(alias),
        None => command,
    })
}

/// One group. With a known verb only that verb, with its arguments; otherwise the verbs without arguments.
fn group_command(
    catalog: &Catalog,
    product: &'static str,
    group: &'static str,
    resolved: &Resolved,
) -> Command {
    let rows = catalog.verbs(product, group);
    let about = format!(
        "{}: {}",
        product_name(product).unwrap_or(product),
        word(group)
    );
    let command = group_stub(group, &rows)
        .about(about)
        .after_help(help::general());
    match resolved.operation {
        Some(operation) => command.subcommand(leaf(operation)),
        None => command.subcommands(rows.into_iter().map(|operation| {
            Command::new(word(parts(operation.id)[2])).about(operation.doc.summary)
        })),
    }
}

/// A command that has commands of its own. Without one it prints its help, and exits with code 2.
pub(crate) fn branch(command: Command) -> Command {
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
}

/// The command of one operation. `-h` prints the options, `--help` adds examples, permissions, limits and the call.
pub(crate) fn leaf(operation: &'static auth_core::http_core::Operation) -> Command {
    Command::new(word(parts(operation.id)[2]))
        .about(operation.doc.summary)
        .long_about(operations::command_line::purpose(operation))
        .after_long_help(help::details(operation))
        .args(arguments::of(operation))
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::Operation;

    use super::*;
    use crate::app::App;
    use crate::inputs;
    use operations::words;

    use crate::spelling::{command_line, inputs_of, word_filters};
    use crate::verbs;
    use operations::command_line::Way;

    fn catalog() -> Catalog {
        App::built_in().catalog()
    }

    /// The whole tree. Building it takes about a hundred times as long as one branch.
    fn whole_tree(
        name: &'static str,
        catalog: &Catalog,
        verbs: impl Iterator<Item = Command>,
    ) -> Command {
        let mut root = root(name, true).subcommands(verbs);
        for product in catalog.products() {
            let mut command = product_stub(catalog, product);
            for group in catalog.groups(product) {
                let rows = catalog.verbs(product, group);
                command = command.subcommand(
                    group_stub(group, &rows)
                        .subcommands(rows.iter().map(|operation| leaf(operation))),
                );
            }
            root = root.subcommand(command);
        }
        root
    }

    /// Parses a command line as the program does.
    fn parse(catalog: &Catalog, line: &[String]) -> Result<clap::ArgMatches, String> {
        let words: Vec<_> = line.iter().skip(1).map(String::as_str).take(3).collect();
        let resolved = catalog.resolve(&words);
        let parsed = tree(
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
        let items = b"indicatorValue,indicatorType,action,title,description\n203.0.113.7,IpAddress,Block,t,d\n";
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

    #[test]
    fn every_command_takes_the_examples_of_its_own_help() {
        let catalog = catalog();
        let mut count = 0;
        for operation in catalog.operations() {
            let examples = command_line().examples(operation);
            assert!(!examples.is_empty(), "{}", operation.id);
            if !operation.conduct.retired.is_empty() {
                let shown = help::details(operation).to_string();
                assert!(!shown.contains("Examples"), "nothing is sent: {shown}");
                continue;
            }
            for line in examples {
                let outcome =
                    parse(&catalog, &line).and_then(|matches| request_of(operation, &matches));
                assert_eq!(outcome, Ok(()), "{}: {line:?}", operation.id);
                let shown = help::details(operation).to_string();
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
        whole_tree(
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
            let is_device = |param: &&auth_core::http_core::Param| {
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
}
