//! The workspace: its folder, its files, and calls of its programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder that holds the workspace's `Cargo.toml`.
///
/// Determined at run time, not at compile time: a copied checkout may share a target folder with the
/// original, and must not check the original's files.
pub(crate) fn root() -> Result<PathBuf, String> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => std::env::current_dir().map_err(|error| format!("no current folder: {error}"))?,
    };
    start
        .ancestors()
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| format!("{} is not inside the workspace", start.display()))
}

/// `cargo` with the given arguments, run in the workspace's root.
///
/// Removes the variables by which `cargo run` describes this program's package: build scripts that watch them would
/// otherwise run again after every switch between a direct call and this one.
pub(crate) fn cargo(arguments: &[&str]) -> Result<Command, String> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()?);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    Ok(command)
}

/// Runs a program with the caller's output streams. Any exit code but 0 is an error.
pub(crate) fn check(mut command: Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("cannot run {}: {error}", command.get_program().display()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", words(&command)))
    }
}

/// The feature of the program that a release has, and so that of the tests: collecting into lakes.
pub(crate) const LAKE: &str = "--features=defender/lake";

/// Starts a build of the command line that shares every dependency with the build of the tests.
///
/// Cargo unifies the features of dependencies over all packages that a command selects, and those of dev-dependencies
/// count only if an example or a test is selected. With one package selected, most dependencies have other features
/// and are compiled again. So every build selects the workspace with an example: all of them for the tests, which run
/// them, or the one here, which costs a second. The targets that are not named are not compiled.
pub(crate) const PROGRAM: [&str; 4] = ["build", "--workspace", "--bin", "defender"];

/// The example that is built with a program alone.
const SOME_EXAMPLE: [&str; 2] = ["--example", "own_endpoints"];

/// Builds the command line without optimization, and returns its path.
pub(crate) fn built_program() -> Result<PathBuf, String> {
    built_program_with(&[])
}

/// As [`built_program`], with further arguments of cargo.
pub(crate) fn built_program_with(arguments: &[&str]) -> Result<PathBuf, String> {
    let mut build = cargo(&PROGRAM)?;
    build.arg("--quiet").args(SOME_EXAMPLE).args(arguments);
    check(build)?;
    let own = std::env::current_exe()
        .map_err(|error| format!("the path of this program is unknown: {error}"))?;
    Ok(own.with_file_name(format!("defender{}", std::env::consts::EXE_SUFFIX)))
}

/// Whether `cargo NAME` is installed.
pub(crate) fn has_cargo_tool(name: &str) -> bool {
    let Ok(mut command) = cargo(&[name, "--version"]) else {
        return false;
    };
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A command in the form a shell reads.
pub(crate) fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut text = program
        .file_stem()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// Reads a text file, naming it when that fails.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Every file of the workspace, relative to its root, with forward slashes, sorted.
///
/// As git lists them (tracked, or new and not ignored), so that files of editors are not
/// checked. Without a git repository, all files of the folder.
pub(crate) fn files(root: &Path) -> Result<Vec<String>, String> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root)
        .stderr(Stdio::null())
        .output();
    let mut files = match listed {
        Ok(output) if output.status.success() && root.join(".git").exists() => {
            String::from_utf8_lossy(&output.stdout)
                .split('\0')
                .filter(|name| !name.is_empty() && root.join(name).is_file())
                .map(str::to_owned)
                .collect()
        }
        _ => {
            let mut found = Vec::new();
            walk(root, root, &mut found)?;
            found
        }
    };
    files.sort_unstable();
    files.dedup();
    Ok(files)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("cannot list {}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            // Cargo marks its target folders with this file, whatever they are called.
            let skipped = path.ends_with(".git") || path.join("CACHEDIR.TAG").is_file();
            if !skipped {
                walk(root, &path, found)?;
            }
        } else if let Ok(relative) = path.strip_prefix(root) {
            found.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_this_package() {
        assert!(root().unwrap().join("xtask/src/workspace.rs").is_file());
    }

    #[test]
    fn a_command_reads_as_it_is_typed() {
        let command = cargo(&["fmt", "--all"]).unwrap();
        assert_eq!(words(&command), "cargo fmt --all");
    }

    #[test]
    fn a_walk_finds_the_files_that_git_lists() {
        let root = root().unwrap();
        let mut walked = Vec::new();
        walk(&root, &root, &mut walked).unwrap();
        assert!(walked.contains(&"xtask/src/workspace.rs".to_owned()));
        assert!(
            files(&root)
                .unwrap()
                .contains(&"xtask/src/workspace.rs".to_owned())
        );
        assert!(!walked.iter().any(|name| name.starts_with(".git/")));
    }
}
