//! `cargo xtask generate`: generates Rust from the reference tables.
//!
//! `crates/reference/<product>/*.json` becomes `crates/<product>-api/src/generated.rs` and the folder beside it. The
//! result is checked in; `--check` fails if it differs from the tables. `--in FOLDER` does the same for the product
//! crates of another project.

mod action;
mod builder;
mod codes;
mod definition;
mod docs;
mod ends;
mod filters;
mod group;
mod input;
mod literals;
mod meaning;
mod model;
mod names;
mod product;
mod record;
mod samples;
mod table;
mod usage;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, workspace};

/// Generated files by their path below `src`.
type Files = BTreeMap<String, String>;

/// Writes or checks the generated part of every product crate, or of those named.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let (root, arguments) = place(arguments)?;
    let check = arguments.contains(&"--check");
    let wanted: Vec<_> = arguments
        .iter()
        .filter(|argument| **argument != "--check")
        .collect();
    let names = product_names(&root)?;
    if let Some(unknown) = wanted
        .iter()
        .find(|wanted| !names.iter().any(|name| name == **wanted))
    {
        return Err(format!(
            "there is no product `{unknown}`; there are {}",
            names.join(", ")
        ));
    }
    let codes = codes::read(&root, &names)?;
    let mut drift = Vec::new();
    for name in names {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| **wanted == name) {
            continue;
        }
        let product = table::Product::read(&root, &name)?;
        let files = formatted(product::files(&product, &codes))?;
        let source = root.join(format!("crates/{name}-api/src"));
        if check {
            drift.extend(differences(&source, &files)?);
        } else {
            write(&source, &files)?;
        }
    }
    match drift.as_slice() {
        [] => Ok(()),
        [first, rest @ ..] => Err(format!(
            "{first}{} differ from the tables; run `cargo xtask generate`",
            if rest.is_empty() {
                String::new()
            } else {
                format!(" and {} more files", rest.len())
            }
        )),
    }
}

/// The folder that holds the product crates below `crates`, and the other arguments: this workspace, or the one that
/// `--in` names.
fn place<'a>(arguments: &[&'a str]) -> Result<(PathBuf, Vec<&'a str>), String> {
    match arguments.iter().position(|argument| *argument == "--in") {
        None => Ok((workspace::root()?, arguments.to_vec())),
        Some(at) => {
            let folder = arguments.get(at + 1).ok_or("--in takes a folder")?;
            let others = [&arguments[..at], &arguments[at + 2..]].concat();
            Ok((PathBuf::from(folder), others))
        }
    }
}

/// The builder of every operation, by id.
pub(crate) fn builders(root: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut builders = BTreeMap::new();
    for name in product_names(root)? {
        let product = table::Product::read(root, &name)?;
        for operation in &product.operations {
            let path = operation.module.path();
            let builder = builder::type_name(operation);
            builders.insert(
                operation.id.clone(),
                format!("{name}_api::{path}::{builder}"),
            );
        }
    }
    Ok(builders)
}

/// Every product crate that tables describe.
fn product_names(root: &Path) -> Result<Vec<String>, String> {
    let folder = root.join("crates");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let name = entry.map_err(|error| error.to_string())?.file_name();
        let name = name.to_string_lossy();
        let Some(name) = name.strip_suffix("-api") else {
            continue;
        };
        if table::folder(root, name).join("operations.json").is_file() {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Runs every file through rustfmt.
fn formatted(files: Files) -> Result<Files, String> {
    let mut done = Files::new();
    for (path, text) in files {
        let mut child = Command::new("rustfmt")
            .args([
                "--edition",
                "2024",
                "--config",
                "style_edition=2024,use_field_init_shorthand=true",
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("rustfmt: {error}"))?;
        let mut input = child.stdin.take().ok_or("rustfmt takes no input")?;
        input
            .write_all(text.as_bytes())
            .map_err(|error| format!("rustfmt: {error}"))?;
        drop(input);
        let output = child
            .wait_with_output()
            .map_err(|error| format!("rustfmt: {error}"))?;
        if !output.status.success() {
            return Err(format!(
                "{path}: {}",
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        let text = String::from_utf8(output.stdout).map_err(|error| error.to_string())?;
        done.insert(path, text);
    }
    Ok(done)
}

fn differences(source: &Path, files: &Files) -> Result<Vec<String>, String> {
    let mut drift = Vec::new();
    for (path, text) in files {
        let place = source.join(path);
        if fs::read_to_string(&place).ok().as_ref() != Some(text) {
            drift.push(place.display().to_string());
        }
    }
    for place in present(&source.join("generated"))? {
        let path = place
            .strip_prefix(source)
            .map_err(|error| error.to_string())?;
        if !files.contains_key(&*path.to_string_lossy()) {
            drift.push(place.display().to_string());
        }
    }
    Ok(drift)
}

fn write(source: &Path, files: &Files) -> Result<(), String> {
    let failed = |place: &Path, error: std::io::Error| format!("{}: {error}", place.display());
    for place in present(&source.join("generated"))? {
        let path = place
            .strip_prefix(source)
            .map_err(|error| error.to_string())?;
        if !files.contains_key(&*path.to_string_lossy()) {
            fs::remove_file(&place).map_err(|error| failed(&place, error))?;
        }
    }
    for (path, text) in files {
        let place = source.join(path);
        if fs::read_to_string(&place).ok().as_ref() == Some(text) {
            continue;
        }
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        }
        fs::write(&place, text).map_err(|error| failed(&place, error))?;
    }
    Ok(())
}

/// The files below a folder; none where it does not exist.
fn present(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(found);
    };
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            found.extend(present(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
