//! `cargo xtask new-product NAME`: a crate that compiles, with one group of operations described as data, and tests.
//!
//! The templates are whole files of a real crate in which the product's name is left open; what they must look like
//! is shown by `mde-api`.

use std::fs;
use std::path::Path;

use crate::{Outcome, out, workspace};

/// Stands for the name in the templates.
const NAME: &str = "__name__";

/// Where a file goes inside the crate, and its text.
const TEMPLATES: &[(&str, &str)] = &[
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
];

/// Writes the crate.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let [name] = arguments else {
        return Err(
            "new-product takes one name, for example `cargo xtask new-product mdo`".to_owned(),
        );
    };
    check_name(name)?;
    let root = workspace::root()?;
    let folder = root.join("crates").join(format!("{name}-api"));
    write_crate(name, &folder)?;
    crate::dispatch("generate", &[*name])?;
    // How a line breaks depends on how long the name is.
    workspace::check(workspace::cargo(&[
        "fmt",
        "--package",
        &format!("{name}-api"),
    ])?)?;
    out::line(&format!("new-product: wrote crates/{name}-api"));
    out::line(&format!(
        "next: cargo test -p {name}-api, then docs/adding-a-product.md"
    ));
    Ok(())
}

/// The name becomes a crate, the first word of every operation's id and a word of the command line.
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

fn write_crate(name: &str, folder: &Path) -> Outcome {
    if folder.exists() {
        return Err(format!(
            "{} exists already; nothing was written",
            folder.display()
        ));
    }
    for (file, text) in files(name) {
        let path = folder.join(file);
        let failed = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::write(&path, text).map_err(failed)?;
    }
    Ok(())
}

fn files(name: &str) -> impl Iterator<Item = (&'static str, String)> {
    TEMPLATES
        .iter()
        .map(move |(file, text)| (*file, text.replace(NAME, name)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (file, text) in files("mdo") {
            assert!(!text.contains("__"), "{file}");
        }
    }

    #[test]
    fn the_crate_states_its_layer() {
        let (_, manifest) = files("mdo").next().unwrap();
        assert!(manifest.contains("name = \"mdo-api\"\n"), "{manifest}");
        assert!(
            manifest.contains("[package.metadata.house]\nlayer = \"product\"\n"),
            "{manifest}"
        );
    }

    #[test]
    fn what_is_written_is_tidy() {
        for (file, text) in files("mdo") {
            assert_eq!(
                crate::tidy::complaints_about(&format!("crates/mdo-api/{file}"), &text),
                [""; 0]
            );
        }
    }

    #[test]
    fn a_crate_that_is_there_is_not_touched() {
        let present = workspace::root().unwrap().join("xtask");
        let refused = write_crate("mdo", &present).unwrap_err();
        assert!(refused.contains("exists already"), "{refused}");
    }
}
