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

use auth_core::http_core::Operation;
use clap::builder::Resettable;
use clap::{Arg, Command};
use operations::words::{alias, parts, word};
use operations::{Catalog, Resolved};

use crate::{arguments, globals, help, options};
use terminal::program;

/// The part of the tree that the words of the command line need.
///
/// Words that name a command get its branch. Incomplete and unknown words get the siblings too, for help and suggestions.
/// `verbs` are the commands besides the operations.
pub fn tree(
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

/// All commands at once, for what describes the program as a whole. Building it takes about a hundred times as long as one branch.
pub fn whole(
    name: &'static str,
    catalog: &Catalog,
    verbs: impl Iterator<Item = Command>,
) -> Command {
    let products = catalog.products().into_iter().map(|product| {
        let groups = catalog.groups(product).into_iter().map(|group| {
            let rows = catalog.verbs(product, group);
            let leaves = rows.iter().map(|operation| leaf(operation));
            group_stub(group, &rows).subcommands(leaves)
        });
        product_stub(catalog, product).subcommands(groups)
    });
    root(name, false).subcommands(verbs).subcommands(products)
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
pub fn verb_tree(name: &'static str, verb: Command) -> Command {
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
        .args(globals::arguments().map(|argument| match explain {
            // No command below is parsed with this tree, so none needs a copy.
            true => argument.global(false),
            // The texts would be copied into each command below and never be printed.
            false => argument.hide(true).help(Resettable::Reset),
        }))
}

/// Only for the help: the program answers it before the tree is built.
fn version() -> Arg {
    options::flag("version")
        .short('V')
        .help("Print the version")
}

/// A product without its groups.
fn product_stub(catalog: &Catalog, product: &'static str) -> Command {
    let groups = || catalog.groups(product).into_iter().map(word);
    let about = match product_name(product) {
        Some(name) => name.to_owned(),
        None => groups().collect::<Vec<_>>().join(", "),
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
fn group_stub(group: &'static str, rows: &[&'static Operation]) -> Command {
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
pub fn branch(command: Command) -> Command {
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
}

/// The command of one operation. `-h` prints the options, `--help` adds examples, permissions, limits and the call.
pub fn leaf(operation: &'static Operation) -> Command {
    Command::new(word(parts(operation.id)[2]))
        .about(operation.doc.summary)
        .long_about(operations::command_line::purpose(operation))
        .after_long_help(help::details(operation))
        .args(arguments::of(operation))
}
