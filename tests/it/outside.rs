//! A product and its program in a project of their own, outside of this workspace.
//!
//! `cargo xtask new-product NAME --in FOLDER` writes the project: a product of three operations that depends on
//! `auth-core` and `http-core` alone, and a program whose `main` is one line around `cli::App`. It is built into this
//! workspace's target folder, with the same lock file and settings, so that only the project itself is compiled.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sandbox::{GuestProduct, Sandbox};
use serde_json::{Value, json};

use crate::cli::program::{Outcome, Program};
use crate::third_party::{FEATURES, cargo, passed, run, target_folder, write_features};

/// The project, built.
struct Project {
    folder: PathBuf,
    program: PathBuf,
}

impl Project {
    fn build() -> Self {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        // The same folder in each run, so that the second run reuses the build.
        let folder = std::env::temp_dir().join("defender-outside");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let place = folder.to_str().unwrap();
        run(cargo(
            here,
            &["xtask", "new-product", "explain", "--in", place],
        ));
        fs::copy(here.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let project = Self {
            folder,
            program: target_folder()
                .join("debug")
                .join(format!("defender-explain{}", std::env::consts::EXE_SUFFIX)),
        };
        // Alone, so that it has no features of dependencies but those that it names.
        let tests = project.cargo(here, &["test", "--package", "explain-api"]);
        assert!(passed(&tests) >= 5, "unit tests and examples ran:\n{tests}");
        write_features(&project.folder, here);
        let program = "defender-explain";
        let build = ["build", "--package", program, "--package", FEATURES];
        project.cargo(here, &[&build[..], &["--bin", program]].concat());
        project
    }

    fn cargo(&self, here: &Path, arguments: &[&str]) -> String {
        let settings = here.join(".cargo/config.toml");
        let mut command = cargo(&self.folder, arguments);
        command
            .env("CARGO_TARGET_DIR", target_folder())
            // The profiles of this workspace, so that dependencies are not built again.
            .args(["--config", settings.to_str().unwrap()])
            .args(["--config", "profile.dev.debug=\"line-tables-only\""])
            .args(["--config", "profile.dev.incremental=false"])
            .args(["--config", "profile.dev.package.\"*\".debug=false"]);
        String::from_utf8(run(command).stdout).unwrap()
    }

    /// Runs its program.
    fn line(&self, line: &str) -> Program {
        Program::of(&self.program, &line.split(' ').collect::<Vec<_>>())
    }

    /// An emulator that serves the product from its own tables.
    async fn emulator(&self) -> Sandbox {
        let table = |file: &str| -> &'static str {
            let path = self.folder.join("crates/explain-api/reference").join(file);
            fs::read_to_string(path).unwrap().leak()
        };
        let product = GuestProduct::new(
            "explain",
            table("operations.json"),
            table("entities.json"),
            "https://api.explain.example",
        );
        let builder = Sandbox::builder().product(product);
        builder.page_size(2).speed(1_000.0).start().await.unwrap()
    }
}

fn succeeded(outcome: Outcome) -> Outcome {
    assert_eq!(outcome.code, Some(0), "{outcome}");
    outcome
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_outside_has_every_command_of_its_operations_and_an_emulator() {
    let project = Project::build();
    let sandbox = project.emulator().await;
    let at = async |line: &str| succeeded(project.line(line).at(&sandbox).run().await);

    let listed = at("records list --limit 5 -o json").await.json();
    let ids: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["id"])
        .collect();
    assert_eq!(ids.len(), 5);
    let pages = sandbox.requests("explain.records.list");
    assert_eq!(pages.len(), 3, "two records a page: {pages:?}");
    let id = ids[0].as_str().unwrap();
    let got = at(&format!("explain records get {id} -o json"))
        .await
        .json();
    assert_eq!(got["id"], id);

    let close = format!("records close {id} --comment done -o json");
    let shown = at(&format!("{close} --dry-run")).await.json();
    let own = sandbox.url(sandbox::Service::Guest);
    assert_eq!(shown["url"], format!("{own}/api/records/{id}/close"));
    assert!(sandbox.requests("explain.records.close").is_empty());
    let closed = at(&format!("{close} --yes --wait")).await.json();
    assert_eq!(closed["state"], "Closed");
    assert_eq!(sandbox.requests("explain.records.close").len(), 1);

    let examined = at("doctor -o json").await.json();
    assert_eq!(examined[0]["result"], "as_described", "{examined}");

    has_documents(&project).await;
    speaks_by_its_own_name(&project).await;
    has_an_emulator_of_its_own(&project).await;
}

/// `operations --openapi` describes the product that the program hands in: its operations at their addresses, with the
/// errors of its own service.
async fn has_documents(project: &Project) {
    let listed = succeeded(project.line("operations -o json").run().await).json();
    let listed: BTreeSet<String> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", text(&one["method"]), text(&one["path"])))
        .collect();
    assert_eq!(listed.len(), 3);
    for (version, number) in [("3.1", "3.1.1"), ("3.0", "3.0.3")] {
        let line = format!("operations --openapi explain --openapi-version {version}");
        let document = succeeded(project.line(&line).run().await).json();
        assert_eq!(document["openapi"], number);
        let server = &document["servers"][0]["url"];
        assert_eq!(server, "https://api.explain.example");
        let mut described = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys() {
                described.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
        assert_eq!(described, listed, "{version}");
        for reference in references(&document) {
            let at = reference.trim_start_matches('#');
            assert!(document.pointer(at).is_some(), "{version}: {reference}");
        }
        let error = &document["components"]["schemas"]["ExplainError"];
        assert_eq!(error["properties"]["error"]["required"], json!(["code"]));
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// What a document refers to.
fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(members) => {
            let own = members.get("$ref").and_then(Value::as_str);
            let below = members.values().flat_map(references);
            own.into_iter().chain(below).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// Messages name the program that runs, because `defender` may not be installed.
async fn speaks_by_its_own_name(project: &Project) {
    for line in [
        "--help",
        "records --help",
        "records close --help",
        "doctor --help",
        "api --help",
        "auth --help",
        "permissions --help",
        "profile set --help",
        "sandbox up --help",
        "records list",
        "auth logout",
        "permissions --for nothing",
        "completion bash",
    ] {
        let outcome = project.line(line).run().await;
        let said = format!("{}{}", outcome.stdout, outcome.stderr);
        let foreign = said
            .replace("defender-explain", "")
            .replace("defender__explain", "");
        assert!(!foreign.contains("defender "), "{line}: {outcome}");
        for vendor in ["mde alerts", "graph", "hunt ", "upload-log"] {
            assert!(!foreign.contains(vendor), "{line}: {vendor}: {outcome}");
        }
    }
    for line in ["hunt --list", "upload-log x", "mde"] {
        let outcome = project.line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
    }
}

/// `--sandbox` serves the tables that the program hands in, and reaches nothing else.
async fn has_an_emulator_of_its_own(project: &Project) {
    let listed = succeeded(project.line("--sandbox records list -o json").run().await).json();
    assert!(!listed.as_array().unwrap().is_empty());
    let shown = "--sandbox records list --dry-run -o json";
    let shown: Value = succeeded(project.line(shown).run().await).json();
    let url = shown["url"].as_str().unwrap();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    // The emulator answers the address of the real service, too.
    let real = "--sandbox api https://api.explain.example/api/records";
    let answer = succeeded(project.line(real).run().await).json();
    let context = answer["@odata.context"].as_str().unwrap();
    assert!(context.starts_with("http://127.0.0.1:"), "{answer}");
}
