//! `cargo xtask collect-trial`: judges of others for `defender collect`.
//!
//! Collectors are killed while records come, services refuse and stores lose answers. Then DuckDB, ClickHouse, delta-rs, syslog-ng and a
//! Singer target have to have each version of each record once. The scripts of the folder `collect_trial` do it; here are the options and
//! the tools, which come from PyPI, npm and Debian into the build's folder. A second run installs nothing.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::{Outcome, out, python, workspace};

/// The readers of tables that `cargo xtask bench` needs as well.
pub(crate) const DELTALAKE: &str = "deltalake==1.6.6";
pub(crate) const PYARROW: &str = "pyarrow>=26,<27";

/// Engines that the smaller run needs.
const FEW: [&str; 7] = [
    DELTALAKE,
    PYARROW,
    // The extension below is of this version, and no newer one has it.
    "duckdb==1.5.5",
    "duckdb-extensions==1.5.5 as duckdb_extensions",
    "duckdb-extension-delta==1.5.5 as duckdb_extension_delta",
    "duckdb-extension-httpfs==1.5.5 as duckdb_extension_httpfs",
    "kubernetes-validate==1.37.0 as kubernetes_validate",
];

/// What the whole trial needs further: ClickHouse, and the stores with their clients.
const FURTHER: [&str; 5] = [
    "chdb==4.4.0",
    "moto[server]==5.2.5 as moto",
    "boto3>=1.44,<2",
    "azure-storage-blob>=12.31,<13",
    "duckdb-extension-azure==1.5.5 as duckdb_extension_azure",
];

/// The Singer target. It has an environment of its own, because it wants old versions of libraries that others want new.
const SINGER: [&str; 1] = ["target-jsonl==0.1.4 as target_jsonl"];

/// The Azure Blob server, and the Node.js it needs.
const NODE: [&str; 2] = ["node@24", "azurite@3.37.0"];

/// What `--quick` runs: parts, kills and tenants, and the minutes after which it ends as failed.
const QUICK: Plan = Plan {
    parts: &["judges", "kubernetes", "spool", "local", "shards", "singer"],
    kills: 24,
    tenants: 20,
    minutes: 4,
};

/// What a run without options does. No part is named: all are run.
const WHOLE: Plan = Plan {
    parts: &[],
    kills: 200,
    tenants: 200,
    minutes: 90,
};

/// The size of a run.
struct Plan {
    parts: &'static [&'static str],
    kills: u64,
    tenants: u64,
    minutes: u64,
}

/// The options of the caller.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    is_quick: bool,
    only: Vec<String>,
    kills: Option<u64>,
    seed: u64,
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self, String> {
        let mut options = Self {
            is_quick: false,
            only: Vec::new(),
            kills: None,
            seed: 1,
        };
        let mut words = arguments.iter();
        while let Some(name) = words.next() {
            if *name == "--quick" {
                options.is_quick = true;
                continue;
            }
            let value = words.next().ok_or(format!("{name} takes a value"))?;
            let number = || {
                value
                    .parse()
                    .map_err(|_| format!("{name} takes a number, not `{value}`"))
            };
            match *name {
                "--only" => options.only.push((*value).to_owned()),
                "--kills" => options.kills = Some(number()?),
                "--seed" => options.seed = number()?,
                _ => return Err(format!("collect-trial does not know `{name}`")),
            }
        }
        Ok(options)
    }

    fn plan(&self) -> &'static Plan {
        if self.is_quick { &QUICK } else { &WHOLE }
    }

    fn parts(&self) -> Vec<&str> {
        if self.only.is_empty() {
            self.plan().parts.to_vec()
        } else {
            self.only.iter().map(String::as_str).collect()
        }
    }

    /// Whether a part is run.
    fn has(&self, part: &str) -> bool {
        let parts = self.parts();
        parts.is_empty() || parts.contains(&part)
    }
}

/// Installs what is missing, and runs the parts.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let options = Options::read(arguments)?;
    let binary = workspace::built_program_with(&[workspace::LAKE])?;
    let tools = binary.with_file_name("collect-trial");
    fs::create_dir_all(&tools).map_err(|error| format!("no {}: {error}", tools.display()))?;
    let python = install(&tools, &options)?;
    let root = workspace::root()?;
    let plan = options.plan();
    let mut trial = Command::new(python);
    trial
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(root.join("xtask/src/collect_trial/main.py"))
        .arg("--binary")
        .arg(&binary)
        .arg("--folder")
        .arg(tools.join("run"))
        .arg("--tools")
        .arg(&tools)
        .arg("--root")
        .arg(&root);
    let sizes = [
        ("--kills", options.kills.unwrap_or(plan.kills)),
        ("--tenants", plan.tenants),
        ("--minutes", plan.minutes),
        ("--seed", options.seed),
    ];
    for (name, value) in sizes {
        trial.arg(name).arg(value.to_string());
    }
    for part in options.parts() {
        trial.args(["--only", part]);
    }
    workspace::check(trial)
}

/// Installs the tools of the parts. Returns the Python that has the engines.
fn install(tools: &Path, options: &Options) -> Result<std::path::PathBuf, String> {
    let engines = tools.join("python");
    let python = python::environment(&engines, &FEW)?;
    if !options.is_quick {
        python::environment(&engines, &FURTHER)?;
    }
    if options.has("singer") {
        python::environment(&tools.join("singer"), &SINGER)?;
    }
    if options.has("azure") {
        install_azurite(&tools.join("node"))?;
    }
    Ok(python)
}

fn install_azurite(folder: &Path) -> Outcome {
    if folder.join("node_modules/.bin/azurite-blob").exists() {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| format!("no {}: {error}", folder.display()))?;
    out::note(&format!(
        "==> {} into {}",
        NODE.join(", "),
        folder.display()
    ));
    let mut install = Command::new("npm");
    install
        .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder)
        .args(NODE);
    workspace::check(install).map_err(|message| format!("{message}; npm is needed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_run_has_few_parts_and_a_named_one_has_that_alone() {
        let quick = Options::read(&["--quick"]).unwrap();
        assert!(quick.has("local") && !quick.has("azure"));
        let named = Options::read(&["--only", "azure", "--kills", "7"]).unwrap();
        assert!(named.has("azure") && !named.has("local"));
        assert_eq!(named.kills, Some(7));
        let whole = Options::read(&[]).unwrap();
        assert!(whole.has("azure") && whole.has("local"));
    }

    #[test]
    fn an_option_that_cannot_be_right_is_refused() {
        for (words, told) in [
            (&["--kill", "7"][..], "does not know `--kill`"),
            (&["--kills"], "takes a value"),
            (&["--kills", "many"], "takes a number, not `many`"),
        ] {
            let message = Options::read(words).unwrap_err();
            assert!(message.contains(told), "{message}");
        }
    }
}
