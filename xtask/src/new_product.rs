//! `cargo xtask new-product NAME`: a new product crate with one group of operations as data, and tests.
//!
//! `--in FOLDER` writes a project outside of this workspace: the same crate, and a program with its commands. Both depend on
//! this checkout by path.
//!
//! The templates are complete files with placeholders for the product's name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Outcome, out, workspace};

/// Stands for the name in the templates.
const NAME: &str = "__name__";

/// Stands for the root of this checkout.
const ROOT: &str = "__root__";

/// The path of a file, and its text.
type Template = (&'static str, &'static str);

/// The product crate, below `crates/NAME-api`.
const PRODUCT: &[Template] = &[
    (
        "Cargo.toml",
        include_str!("../templates/product/Cargo.toml.template"),
    ),
    (
        "README.md",
        include_str!("../templates/product/README.md.template"),
    ),
    (
        "src/lib.rs",
        include_str!("../templates/product/lib.rs.template"),
    ),
    (
        "src/client.rs",
        include_str!("../templates/product/client.rs.template"),
    ),
    (
        "reference/operations.json",
        include_str!("../templates/product/operations.json.template"),
    ),
    (
        "reference/entities.json",
        include_str!("../templates/product/entities.json.template"),
    ),
    (
        "reference/services.json",
        include_str!("../templates/product/services.json.template"),
    ),
];

/// Further files of a project outside this workspace, from its root.
const PROJECT: &[Template] = &[
    (
        "Cargo.toml",
        include_str!("../templates/outside/Cargo.toml.template"),
    ),
    (
        "crates/defender-__name__/Cargo.toml",
        include_str!("../templates/outside/program/Cargo.toml.template"),
    ),
    (
        "crates/defender-__name__/src/main.rs",
        include_str!("../templates/outside/program/main.rs.template"),
    ),
];

/// Writes the crate, or the project around it.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let here = workspace::root()?;
    let (name, project) = match arguments {
        [name] => (*name, None),
        [name, "--in", folder] | ["--in", folder, name] => (*name, Some(PathBuf::from(folder))),
        _ => {
            return Err(
                "new-product takes one name, for example `cargo xtask new-product mdo`".to_owned(),
            );
        }
    };
    check_name(name)?;
    let root = project.as_deref().unwrap_or(&here);
    let mut places = vec![(format!("crates/{name}-api"), PRODUCT)];
    if project.is_some() {
        places.push((String::new(), PROJECT));
    }
    let files: Vec<_> = places
        .iter()
        .flat_map(|(folder, templates)| files(name, &here, folder, templates))
        .collect();
    write_new(root, &files)?;
    let shown = root.display().to_string();
    match &project {
        Some(_) => crate::dispatch("generate", &["--in", &shown, name])?,
        None => crate::dispatch("generate", &[name])?,
    }
    // Line breaks depend on the length of the name.
    let mut format = workspace::cargo(&["fmt", "--package", &format!("{name}-api")])?;
    if project.is_some() {
        format.args(["--package", &format!("defender-{name}")]);
    }
    format.current_dir(root);
    workspace::check(format)?;
    tell(name, project.as_deref());
    Ok(())
}

fn tell(name: &str, project: Option<&Path>) {
    match project {
        None => {
            out::line(&format!("new-product: wrote crates/{name}-api"));
            out::line(&format!(
                "next: cargo test -p {name}-api, then docs/adding-a-product.md"
            ));
        }
        Some(folder) => {
            out::line(&format!("new-product: wrote {}", folder.display()));
            out::line(&format!(
                "next, in that folder: cargo test, then cargo run -p defender-{name} -- --sandbox records list"
            ));
        }
    }
}

/// The name becomes a crate, the first part of every operation id and a word of the command line.
fn check_name(name: &str) -> Outcome {
    let begins = name.starts_with(|first: char| first.is_ascii_lowercase());
    let simple = name
        .chars()
        .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    if begins && simple {
        Ok(())
    } else {
        Err(format!(
            "`{name}` does not make a command: use lower-case letters and digits, as in `mdo`"
        ))
    }
}

/// Writes files below a folder. Writes none if one of them exists.
fn write_new(root: &Path, files: &[(String, String)]) -> Outcome {
    let present = files
        .iter()
        .map(|(file, _)| root.join(file))
        .find(|path| path.exists());
    if let Some(path) = present {
        return Err(format!(
            "{} exists already; nothing was written",
            path.display()
        ));
    }
    for (file, text) in files {
        let path = root.join(file);
        let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::write(&path, text).map_err(failed)?;
    }
    Ok(())
}

/// Files of templates below a folder, by their paths from the root.
fn files(
    name: &str,
    here: &Path,
    folder: &str,
    templates: &'static [Template],
) -> Vec<(String, String)> {
    let here = here.display().to_string().replace('\\', "/");
    let fill = |text: &str| text.replace(NAME, name).replace(ROOT, &here);
    let place = |file: &str| match folder {
        "" => fill(file),
        folder => format!("{folder}/{file}"),
    };
    templates
        .iter()
        .map(|(file, text)| (place(file), fill(text)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(String, String)> {
        let here = Path::new("../checkout");
        let mut all = files("mdo", here, "crates/mdo-api", PRODUCT);
        all.extend(files("mdo", here, "", PROJECT));
        all
    }

    #[test]
    fn a_name_is_one_word_of_the_command_line() {
        for name in ["mdo", "mdi2", "x"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for name in ["", "Mdo", "2x", "my-product", "a_b", "../x", "mdo api"] {
            assert!(check_name(name).is_err(), "{name}");
        }
    }

    #[test]
    fn nothing_is_left_open() {
        for (file, text) in all() {
            assert!(!file.contains("__") && !text.contains("__"), "{file}");
        }
    }

    #[test]
    fn the_crate_states_its_layer() {
        let (file, manifest) = &all()[0];
        assert_eq!(file, "crates/mdo-api/Cargo.toml");
        assert!(manifest.contains("name = \"mdo-api\"\n"), "{manifest}");
        assert!(
            manifest.contains("[package.metadata.house]\nlayer = \"product\"\n"),
            "{manifest}"
        );
    }

    #[test]
    fn what_is_written_is_tidy() {
        for (file, text) in all() {
            assert_eq!(crate::tidy::complaints_about(&file, &text), [""; 0]);
        }
    }

    #[test]
    fn a_file_that_is_there_is_not_touched() {
        let root = workspace::root().unwrap();
        let files = [("xtask/Cargo.toml".to_owned(), String::new())];
        let refused = write_new(&root, &files).unwrap_err();
        assert!(refused.contains("exists already"), "{refused}");
    }
}
