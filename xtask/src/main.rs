//! Tasks of this workspace: `cargo xtask COMMAND`.
//!
//! One command a file. The program depends on a JSON reader and a Rust parser only, so that it compiles in seconds,
//! and it drives cargo and the built programs as processes. `cargo xtask help` lists the commands.

mod bench;
mod ci;
mod collect_trial;
mod docs;
mod generate;
mod layers;
mod models;
mod mutations;
mod new_product;
mod openapi;
mod out;
mod package;
mod peers;
mod python;
mod semver;
mod soak;
mod summary;
mod test;
mod tidy;
mod trial;
mod workspace;

use std::process::ExitCode;

/// The result of a command. The message of a failure says what is wrong and what to do; it is empty if
/// the command has printed it already.
pub(crate) type Outcome = Result<(), String>;

/// An entry of the dispatch table.
struct Command {
    name: &'static str,
    arguments: &'static str,
    summary: &'static str,
    run: fn(&[&str]) -> Outcome,
}

/// Every command. A new command is a new file and an entry here.
const COMMANDS: &[Command] = &[
    Command {
        name: "ci",
        arguments: "",
        summary: "every check but the tests; stops at the first failure",
        run: ci::run,
    },
    Command {
        name: "test",
        arguments: "",
        summary: "unit tests, the integration suite and doctests; ends with `N passed, N failed`",
        run: test::run,
    },
    Command {
        name: "integration",
        arguments: "[FILTER]",
        summary: "the integration suite alone",
        run: test::run_integration,
    },
    Command {
        name: "package",
        arguments: "",
        summary: "whether each published crate can be packed, and compiles from what was packed",
        run: package::run,
    },
    Command {
        name: "layers",
        arguments: "",
        summary: "which crate may depend on which",
        run: layers::run,
    },
    Command {
        name: "tidy",
        arguments: "",
        summary: "what the compiler and its lints do not see in sources and prose",
        run: tidy::run,
    },
    Command {
        name: "generate",
        arguments: "[--check] [--in FOLDER] [PRODUCT]",
        summary: "the generated part of the product crates, from the reference tables",
        run: generate::run,
    },
    Command {
        name: "docs",
        arguments: "[--check]",
        summary: "the pages of docs/reference, from the operation tables; whether each promise of docs/security.md and docs/command-line-contract.md has its test",
        run: docs::run,
    },
    Command {
        name: "bench",
        arguments: "[--quick] [--lake [--binary FILE]]",
        summary: "processor time and memory beside curl and Python; writes docs/performance.md, with --lake its section on lakes alone",
        run: bench::run,
    },
    Command {
        name: "new-product",
        arguments: "NAME [--in FOLDER]",
        summary: "a crate for another product, with three operations and their tests; with --in a project of its own, with a program",
        run: new_product::run,
    },
    Command {
        name: "peers",
        arguments: "",
        summary: "the vendor's Python libraries against the emulator (needs Python and PyPI)",
        run: peers::run,
    },
    Command {
        name: "models",
        arguments: "",
        summary: "entities of Microsoft Graph against the models of the official SDKs (needs Python and PyPI)",
        run: models::run,
    },
    Command {
        name: "openapi",
        arguments: "[--check | --answers]",
        summary: "the OpenAPI documents of docs/openapi, as the built program prints them",
        run: openapi::run,
    },
    Command {
        name: "openapi-gates",
        arguments: "",
        summary: "validators, schemathesis and a generated client on those documents (needs Python, Node.js, PyPI, npm)",
        run: openapi::gates,
    },
    Command {
        name: "openapi-trial",
        arguments: "[--seed N]",
        summary: "schemathesis with a random seed and more cases, and a generated Rust client (needs Java as well)",
        run: openapi::trial,
    },
    Command {
        name: "mutations",
        arguments: "[--check | WORD]",
        summary: "mistakes seen in other clients, made one by one: whether the tests of signing in notice",
        run: mutations::run,
    },
    Command {
        name: "trial",
        arguments: "[--schedules N] [--seed S] [--only SEED] [--binary FILE]",
        summary: "the program against servers that misbehave: 1,000 schedules of faults, ten minutes at most",
        run: trial::run,
    },
    Command {
        name: "collect-trial",
        arguments: "[--quick] [--only PART] [--kills N] [--seed N]",
        summary: "collectors that are killed, judged by DuckDB, ClickHouse, delta-rs, syslog-ng and a Singer target (needs Python, npm, PyPI)",
        run: collect_trial::run,
    },
    Command {
        name: "soak",
        arguments: "[--minutes M] [--binary FILE]",
        summary: "one list under faults and many lists from the emulator, ten minutes long: rows and memory",
        run: soak::run,
    },
    Command {
        name: "semver",
        arguments: "[REVISION]",
        summary: "what the interfaces of the published crates lost since the baseline (needs cargo-semver-checks)",
        run: semver::run,
    },
];

/// Runs a command of the table with its arguments.
pub(crate) fn dispatch(name: &str, arguments: &[&str]) -> Outcome {
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(arguments),
        None => Err(format!("there is no command `{name}`\n\n{}", help())),
    }
}

/// Refuses arguments where a command takes none.
pub(crate) fn no_arguments(arguments: &[&str]) -> Outcome {
    match arguments.first() {
        Some(first) => Err(format!("unexpected argument `{first}`\n\n{}", help())),
        None => Ok(()),
    }
}

fn help() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND\n\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.arguments);
        text.push_str(&format!("  {call:<30} {}\n", command.summary));
    }
    text
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.split_first() {
        None | Some((&("help" | "-h" | "--help"), _)) => {
            out::line(&help());
            Ok(())
        }
        Some((name, rest)) => dispatch(name, rest),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                out::error(&message);
            }
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_command_is_refused_with_the_list() {
        let message = dispatch("lairs", &[]).unwrap_err();
        assert!(message.contains("`lairs`"), "{message}");
        assert!(message.contains("layers"), "{message}");
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = COMMANDS.iter().map(|command| command.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COMMANDS.len());
    }
}
