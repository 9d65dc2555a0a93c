//! Tools of PyPI and npm for OpenAPI documents, in folders of the build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, out, python, workspace};

/// Packages of PyPI, named as their modules.
const PYTHON: [&str; 5] = [
    "openapi_spec_validator==0.9.0",
    "schemathesis==4.32.5",
    "openapi_python_client==0.29.1",
    "openapi_generator_cli==7.26.0",
    "ruff==0.17.6",
];

/// Packages of npm that run with Node 20.
const NODE: [&str; 2] = ["@redocly/cli@2.77.0", "@stoplight/spectral-cli@6.16.3"];

/// What differs from the recommended rules of redocly: paths are the service's own, and some end in a slash. Examples of
/// bodies are checked by spectral: redocly wants every type of a discriminator to be listed, and services add types.
const REDOCLY: &str = "\
extends: [recommended]
rules:
  no-path-trailing-slash: warn
  no-invalid-media-type-examples: off
  no-invalid-parameter-examples: {severity: error, allowAdditionalProperties: true}
";

/// The recommended rules of spectral. An example that does not fit its schema is an error.
const SPECTRAL: &str = "extends: [\"spectral:oas\"]\n";

/// Installed tools.
pub(super) struct Tools {
    pub(super) python: PathBuf,
    node: PathBuf,
}

impl Tools {
    /// Installs what is missing.
    pub(super) fn install(folder: &Path) -> Result<Self, String> {
        let python = python::environment(&folder.join("python"), &PYTHON)?;
        let node = folder.join("node");
        fs::create_dir_all(&node).map_err(|error| format!("no {}: {error}", node.display()))?;
        let is_there = ["redocly", "spectral"]
            .iter()
            .all(|name| node.join("node_modules/.bin").join(name).exists());
        if !is_there {
            out::note(&format!("==> {} into {}", NODE.join(", "), node.display()));
            let mut install = Command::new("npm");
            install
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&node)
                .args(NODE);
            workspace::check(install)
                .map_err(|message| format!("{message}; Node.js 20 or newer is needed"))?;
        }
        for (name, text) in [("redocly.yaml", REDOCLY), ("spectral.yaml", SPECTRAL)] {
            let path = node.join(name);
            fs::write(&path, text)
                .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        }
        Ok(Self { python, node })
    }

    /// Runs three validators on documents. Errors fail, warnings do not.
    pub(super) fn validate(&self, documents: &[PathBuf]) -> Outcome {
        let mut plain = Command::new(&self.python);
        plain.args(["-m", "openapi_spec_validator"]).args(documents);
        workspace::check(plain)?;
        let mut redocly = self.program("redocly");
        redocly
            .args(["lint", "--format=summary", "--config", "redocly.yaml"])
            .args(documents);
        workspace::check(redocly)?;
        let mut spectral = self.program("spectral");
        spectral
            .args([
                "lint",
                "--quiet",
                "--fail-severity",
                "error",
                "--ruleset",
                "spectral.yaml",
            ])
            .args(documents);
        workspace::check(spectral)
    }

    /// A program of an npm package.
    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.node.join("node_modules/.bin").join(name));
        command
            .current_dir(&self.node)
            // No call home.
            .env("REDOCLY_TELEMETRY", "off");
        command
    }
}
