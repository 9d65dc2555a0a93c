//! Every example of every command's help, run by a shell against an emulator of its own.

use std::path::Path;

use futures_util::StreamExt;
use tokio::process::Command;

use crate::cli::program::{Program, binary};
use crate::tables::table;

/// The command lines under `Examples:` in the help of an operation.
async fn examples(id: &str) -> Vec<String> {
    let words: Vec<_> = id.split('.').map(|part| part.replace('_', "-")).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let help = Program::new(&[&words[..], &["--help"]].concat())
        .run()
        .await;
    let lines = help.stdout.lines();
    let lines = lines.skip_while(|line| *line != "Examples:").skip(1);
    let mut found: Vec<String> = Vec::new();
    for line in lines.take_while(|line| !line.is_empty()) {
        // Help breaks long lines at blanks.
        match (line.trim(), found.last_mut()) {
            (line, Some(last)) if !line.starts_with("defender ") => {
                last.push(' ');
                last.push_str(line);
            }
            (line, _) => found.push(line.to_owned()),
        }
    }
    found
}

/// Why the example failed, `None` if it succeeded.
async fn fault(folder: &Path, line: &str, exit: i32) -> Option<String> {
    let line = line.replacen("defender ", "\"$PROGRAM\" --sandbox --yes ", 1);
    let run = Command::new("/bin/sh")
        .args(["-c", &line])
        .env_clear()
        .env("PROGRAM", binary())
        .env("DEFENDER_CONFIG_DIR", folder)
        .env("DEFENDER_STORE", "file")
        .current_dir(folder)
        .stdin(std::process::Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = run.await.unwrap();
    let is_right = output.status.code() == Some(exit)
        // Not sent: the service cannot refuse it.
        || (line.ends_with("--dry-run") && output.status.success());
    let heard = String::from_utf8_lossy(&output.stderr);
    (!is_right).then(|| format!("{line}\n  {}, not {exit}: {heard}", output.status))
}

async fn check(product: &str) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("upload.bin"), "content").unwrap();
    let indicators =
        "indicatorValue,indicatorType,action,title,description\n203.0.113.7,IpAddress,Block,t,d\n";
    std::fs::write(folder.path().join("indicators.csv"), indicators).unwrap();
    let operations = table(product)
        .iter()
        .filter(|operation| operation["retired"].is_null());
    let mut lines = Vec::new();
    for operation in operations {
        let exit = operation["example_end"]["exit"].as_i64().unwrap_or(0);
        let found = examples(operation["id"].as_str().unwrap()).await;
        assert!(!found.is_empty(), "{}", operation["id"]);
        lines.extend(
            found
                .into_iter()
                .map(|line| (line, i32::try_from(exit).unwrap())),
        );
    }
    let runs = lines
        .iter()
        .map(|(line, exit)| fault(folder.path(), line, *exit));
    let faults: Vec<_> = futures_util::stream::iter(runs)
        .buffer_unordered(4)
        .filter_map(std::future::ready)
        .collect()
        .await;
    let count = lines.len();
    assert!(
        faults.is_empty(),
        "{} of {count}\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[cfg(unix)]
#[tokio::test]
async fn of_endpoint_succeed() {
    check("mde").await;
}

#[cfg(unix)]
#[tokio::test]
async fn of_cloud_apps_succeed() {
    check("mdca").await;
}

#[cfg(unix)]
#[tokio::test]
async fn of_xdr_and_graph_succeed() {
    check("xdr").await;
}

/// Every input that an example shows holds a value of the table, unless any value of its type is accepted.
#[test]
fn every_required_input_has_an_example() {
    let mut faults = Vec::new();
    for operation in reference::PRODUCTS.iter().flat_map(|one| table(one.name)) {
        for param in operation["params"].as_array().into_iter().flatten() {
            let is_shown = param["required"] == true || param["name"] == "$filter";
            let any = matches!(
                param["type"].as_str(),
                Some("bool" | "datetime" | "enum" | "binary")
            );
            if is_shown && !any && param["constant"].is_null() && param["example"].is_null() {
                faults.push(format!("{} {}", operation["id"], param["name"]));
            }
        }
        let end = &operation["example_end"];
        if !end.is_null() {
            assert!(end["exit"].is_i64() && end["why"].is_string(), "{end}");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
