//! `cargo xtask ci`: every check but the tests, cheapest first; stops at the first failure.

use crate::{Outcome, dispatch, no_arguments, out, workspace};

/// A check and how it is run.
enum Step {
    /// A command of this program.
    Own(&'static [&'static str]),
    /// Cargo, with a variable for the run.
    Cargo(
        &'static [&'static str],
        Option<(&'static str, &'static str)>,
    ),
    /// An optional cargo tool, and how to install it.
    Tool(&'static [&'static str], &'static str),
}

const STEPS: &[Step] = &[
    Step::Cargo(&["fmt", "--all", "--check"], None),
    Step::Own(&["layers"]),
    Step::Own(&["tidy"]),
    Step::Own(&["generate", "--check"]),
    Step::Own(&["docs", "--check"]),
    Step::Own(&["mutations", "--check"]),
    Step::Cargo(
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features=defender/lake",
            "--",
            "-D",
            "warnings",
        ],
        None,
    ),
    // Without lakes, as it is installed. Of the whole workspace, so that dependencies have the same features.
    Step::Cargo(
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ],
        None,
    ),
    // An application with a client secret needs none of the optional flows.
    Step::Cargo(
        &[
            "clippy",
            "--package=auth-core",
            "--package=mde-api",
            "--package=mdca-api",
            "--package=xdr-api",
            "--no-default-features",
            "--",
            "-D",
            "warnings",
        ],
        None,
    ),
    // Libraries and programs, as without a selection. The example brings the features of dev-dependencies, which the
    // dependencies have that clippy has checked.
    Step::Cargo(
        &[
            "doc",
            "--workspace",
            "--features=defender/lake",
            "--no-deps",
            "--lib",
            "--bins",
            "--example=own_endpoints",
        ],
        Some(("RUSTDOCFLAGS", "-D warnings")),
    ),
    // Without advisories: they need a network, and a new advisory must not fail an unrelated change.
    Step::Tool(
        &["deny", "check", "bans", "licenses", "sources"],
        "cargo install cargo-deny --locked",
    ),
];

/// Runs the checks in order.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    for step in STEPS {
        let repeat = step.words();
        out::note(&format!("==> {repeat}"));
        step.run()
            .map_err(|message| format!("{message}\n\nto repeat this step: {repeat}"))?;
    }
    out::line("ci: every check passed");
    Ok(())
}

impl Step {
    fn run(&self) -> Outcome {
        match self {
            Self::Own(words) => match words.split_first() {
                Some((name, rest)) => dispatch(name, rest),
                None => Ok(()),
            },
            Self::Cargo(words, variable) => {
                let mut command = workspace::cargo(words)?;
                command.envs(*variable);
                workspace::check(command)
            }
            Self::Tool(words, install) => {
                if workspace::has_cargo_tool(words[0]) {
                    workspace::check(workspace::cargo(words)?)
                } else {
                    out::note(&format!("not installed, not run; to have it: {install}"));
                    Ok(())
                }
            }
        }
    }

    /// The command that runs this step alone.
    fn words(&self) -> String {
        match self {
            Self::Own(words) => format!("cargo xtask {}", words.join(" ")),
            Self::Cargo(words, None) | Self::Tool(words, _) => format!("cargo {}", words.join(" ")),
            Self::Cargo(words, Some((name, value))) => {
                format!("{name}=\"{value}\" cargo {}", words.join(" "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_can_be_repeated_as_it_is_shown() {
        let shown: Vec<String> = STEPS.iter().map(Step::words).collect();
        assert!(
            shown.contains(&"cargo xtask layers".to_owned()),
            "{shown:?}"
        );
        assert!(
            shown.contains(
                &"RUSTDOCFLAGS=\"-D warnings\" cargo doc --workspace --features=defender/lake --no-deps --lib --bins \
                  --example=own_endpoints"
                    .to_owned()
            ),
            "{shown:?}"
        );
    }

    #[test]
    fn an_own_step_names_a_command_that_exists() {
        for step in STEPS {
            if let Step::Own(words) = step {
                assert!(
                    crate::COMMANDS
                        .iter()
                        .any(|command| command.name == words[0]),
                    "{words:?}"
                );
            }
        }
    }
}
