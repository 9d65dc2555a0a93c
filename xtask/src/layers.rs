//! `cargo xtask layers`: dependencies between crates, and circles between modules.
//!
//! Every manifest states its own layer under `[package.metadata.house]`. The rule names layers and never
//! crates, so that a new crate needs no edit here.

mod circles;
mod modules;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{Outcome, no_arguments, out, workspace};

/// Layers in the order of the architecture page, lowest first.
const LAYERS: &[&str] = &[
    "leaf", "base", "auth", "catalog", "product", "job", "terminal", "command", "app", "data",
    "island", "tool", "suite",
];

/// The one layer that may use the HTTP library, and the library.
const HTTP_LIBRARY: (&str, &str) = ("base", "reqwest");

/// Libraries that the command line may use only through the product crates.
const BELOW_THE_APP: &[&str] = &["http", "defender-http-core", "reqwest", "url"];

/// A package of the workspace.
#[derive(Debug)]
struct Package {
    name: String,
    layer: Option<String>,
    dependencies: Vec<Dependency>,
}

/// A dependency of a package.
#[derive(Debug)]
struct Dependency {
    name: String,
    dev: bool,
    /// In the workspace, as opposed to the registry.
    ours: bool,
}

/// Checks the workspace's own dependency edges.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    no_arguments(arguments)?;
    let output = workspace::cargo(&["metadata", "--no-deps", "--format-version", "1"])?
        .output()
        .map_err(|error| format!("cannot run cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("cargo metadata is not JSON: {error}"))?;
    let packages = packages(&metadata);
    if packages.is_empty() {
        return Err("cargo metadata lists no packages".to_owned());
    }
    let mut problems = judge(&packages);
    problems.extend(circles::check(&roots(&metadata))?);
    if problems.is_empty() {
        out::line(&format!(
            "layers: {} packages keep the order, and no files use each other in a circle",
            packages.len()
        ));
        Ok(())
    } else {
        Err(format!("{}\nsee docs/architecture.md", problems.join("\n")))
    }
}

fn packages(metadata: &Value) -> Vec<Package> {
    array(&metadata["packages"])
        .map(|package| Package {
            name: text(&package["name"]),
            layer: package["metadata"]["house"]["layer"]
                .as_str()
                .map(str::to_owned),
            dependencies: array(&package["dependencies"])
                .map(|dependency| Dependency {
                    name: text(&dependency["name"]),
                    dev: dependency["kind"].as_str() == Some("dev"),
                    ours: dependency["path"].is_string(),
                })
                .collect(),
        })
        .collect()
}

/// The root files of the libraries and programs.
fn roots(metadata: &Value) -> Vec<String> {
    let targets = array(&metadata["packages"]).flat_map(|package| array(&package["targets"]));
    let kept = targets.filter(|target| {
        array(&target["kind"]).any(|kind| matches!(kind.as_str(), Some("lib" | "bin")))
    });
    kept.map(|target| text(&target["src_path"])).collect()
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Every broken rule, one line each.
fn judge(packages: &[Package]) -> Vec<String> {
    let mut problems = Vec::new();
    let mut layers: BTreeMap<&str, &str> = BTreeMap::new();
    for package in packages {
        match package.layer.as_deref() {
            Some(layer) if LAYERS.contains(&layer) => {
                layers.insert(&package.name, layer);
            }
            Some(layer) => problems.push(format!(
                "{}: there is no layer `{layer}`; the layers are {}",
                package.name,
                LAYERS.join(", ")
            )),
            None => problems.push(format!(
                "{}: its manifest states no layer; add `layer` under [package.metadata.house]",
                package.name
            )),
        }
    }
    for package in packages {
        let Some(&layer) = layers.get(package.name.as_str()) else {
            continue;
        };
        for dependency in &package.dependencies {
            problems.extend(judge_edge(package, layer, dependency, &layers));
        }
    }
    problems
}

fn judge_edge(
    package: &Package,
    layer: &str,
    dependency: &Dependency,
    layers: &BTreeMap<&str, &str>,
) -> Option<String> {
    let (from, to) = (&package.name, &dependency.name);
    if !dependency.ours {
        return may_use(layer, to)
            .err()
            .map(|reason| format!("{from} ({layer}) depends on {to}: {reason}"));
    }
    let Some(&below) = layers.get(to.as_str()) else {
        return Some(format!(
            "{from} ({layer}) depends on {to}, which has no layer"
        ));
    };
    if allowed(layer, below, dependency.dev) {
        return None;
    }
    let kind = if dependency.dev {
        "dev-depends"
    } else {
        "depends"
    };
    Some(format!(
        "{from} ({layer}) {kind} on {to} ({below}): arrows go down only"
    ))
}

/// The table of edges between layers.
fn allowed(from: &str, to: &str, dev: bool) -> bool {
    match from {
        "leaf" | "base" | "data" | "tool" => false,
        "auth" => to == "base",
        "catalog" => matches!(to, "leaf" | "base"),
        "job" | "terminal" => matches!(to, "leaf" | "base" | "auth" | "catalog"),
        "command" => matches!(
            to,
            "leaf" | "base" | "auth" | "catalog" | "job" | "terminal"
        ),
        "product" => matches!(to, "leaf" | "base" | "auth") || (dev && to == "island"),
        "app" => matches!(
            to,
            "leaf"
                | "auth"
                | "catalog"
                | "product"
                | "job"
                | "terminal"
                | "command"
                | "island"
                | "data"
        ),
        "island" => matches!(to, "leaf" | "data"),
        "suite" => to != "suite",
        _ => false,
    }
}

/// Whether a layer may use a library of the registry.
fn may_use(layer: &str, library: &str) -> Result<(), &'static str> {
    let (owner, http_library) = HTTP_LIBRARY;
    if library == http_library && layer != owner {
        return Err("only the base layer knows the HTTP library");
    }
    if layer == "app" && BELOW_THE_APP.contains(&library) {
        return Err("the command line uses what the products re-export");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, layer: &str, dependencies: &[(&str, bool, bool)]) -> Package {
        Package {
            name: name.to_owned(),
            layer: (!layer.is_empty()).then(|| layer.to_owned()),
            dependencies: dependencies
                .iter()
                .map(|&(name, dev, ours)| Dependency {
                    name: name.to_owned(),
                    dev,
                    ours,
                })
                .collect(),
        }
    }

    #[test]
    fn the_table_allows_exactly_these_edges() {
        let mut edges = Vec::new();
        for from in LAYERS {
            for to in LAYERS {
                if allowed(from, to, false) {
                    edges.push(format!("{from}>{to}"));
                }
            }
        }
        let expected = "auth>base catalog>leaf catalog>base product>leaf product>base product>auth job>leaf job>base job>auth \
                        job>catalog terminal>leaf terminal>base terminal>auth terminal>catalog command>leaf command>base \
                        command>auth command>catalog command>job command>terminal app>leaf app>auth app>catalog \
                        app>product app>job app>terminal app>command app>data app>island island>leaf island>data suite>leaf suite>base \
                        suite>auth suite>catalog suite>product suite>job suite>terminal suite>command suite>app \
                        suite>data suite>island suite>tool";
        assert_eq!(edges.join(" "), expected);
    }

    #[test]
    fn only_a_product_may_test_against_the_island() {
        let extra: Vec<_> = LAYERS
            .iter()
            .flat_map(|from| LAYERS.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| allowed(from, to, true) && !allowed(from, to, false))
            .collect();
        assert_eq!(extra, [("product", "island")]);
    }

    #[test]
    fn products_do_not_see_each_other() {
        let packages = [
            package("a-api", "product", &[("b-api", false, true)]),
            package("b-api", "product", &[]),
        ];
        assert_eq!(
            judge(&packages),
            ["a-api (product) depends on b-api (product): arrows go down only"]
        );
    }

    #[test]
    fn a_dev_dependency_is_an_edge() {
        let packages = [
            package("low", "base", &[("high", true, true)]),
            package("high", "auth", &[]),
        ];
        assert_eq!(
            judge(&packages),
            ["low (base) dev-depends on high (auth): arrows go down only"]
        );
    }

    #[test]
    fn a_missing_and_an_invented_layer_are_reported() {
        let problems = judge(&[package("a", "", &[]), package("b", "basement", &[])]);
        assert_eq!(problems.len(), 2);
        assert!(
            problems[0].starts_with("a: its manifest states no layer"),
            "{problems:?}"
        );
        assert!(
            problems[1].starts_with("b: there is no layer `basement`"),
            "{problems:?}"
        );
    }

    #[test]
    fn the_http_library_belongs_to_the_base_layer() {
        let packages = [
            package("pipeline", "base", &[("reqwest", false, false)]),
            package("x-api", "product", &[("reqwest", false, false)]),
            package("checks", "suite", &[("reqwest", true, false)]),
        ];
        let problems = judge(&packages);
        assert_eq!(problems.len(), 2);
        assert!(
            problems[0].starts_with("x-api (product) depends on reqwest"),
            "{problems:?}"
        );
        assert!(
            problems[1].starts_with("checks (suite) depends on reqwest"),
            "{problems:?}"
        );
    }

    #[test]
    fn the_app_names_no_url_and_no_http_crate() {
        for library in ["http", "url", "reqwest"] {
            assert_eq!(
                judge(&[package("tool", "app", &[(library, false, false)])]).len(),
                1
            );
        }
        assert!(judge(&[package("tool", "app", &[("clap", false, false)])]).is_empty());
    }

    #[test]
    fn the_app_does_not_reach_the_base_layer() {
        let packages = [
            package("defender", "app", &[("pipeline", false, true)]),
            package("pipeline", "base", &[]),
        ];
        assert_eq!(judge(&packages).len(), 1);
    }

    #[test]
    fn cargo_metadata_is_read() {
        let metadata = serde_json::json!({"packages": [{
            "name": "a",
            "metadata": {"house": {"layer": "base"}},
            "dependencies": [
                {"name": "b", "kind": "dev", "path": "crates/b"},
                {"name": "serde", "kind": null}
            ]
        }, {"name": "c", "metadata": null, "dependencies": []}]});
        let packages = packages(&metadata);
        assert_eq!(packages[0].layer.as_deref(), Some("base"));
        assert!(packages[0].dependencies[0].dev && packages[0].dependencies[0].ours);
        assert!(!packages[0].dependencies[1].dev && !packages[0].dependencies[1].ours);
        assert_eq!(packages[1].layer, None);
    }
}
