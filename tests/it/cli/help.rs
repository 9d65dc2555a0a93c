//! Help: of the program, and of one operation for each kind of paging.

use super::assert_shown;
use super::program::Program;

#[tokio::test]
async fn of_the_program() {
    assert_shown!(Program::line("--help").run().await);
}

#[tokio::test]
async fn of_a_group() {
    assert_shown!(Program::line("mde indicators --help").run().await);
}

#[tokio::test]
async fn of_a_row_without_pages() {
    assert_shown!(Program::line("help mde machines isolate").run().await);
}

#[tokio::test]
async fn of_a_row_with_next_links() {
    assert_shown!(Program::line("mde alerts list --help").run().await);
}

#[tokio::test]
async fn of_a_row_that_leaves_something_out() {
    assert_shown!(Program::line("mde machines list --help").run().await);
}

#[tokio::test]
async fn of_a_row_with_skipping() {
    let line = "mde authenticated-scans history-by-definition --help";
    assert_shown!(Program::line(line).run().await);
}

#[tokio::test]
async fn of_a_row_with_skip_and_limit() {
    assert_shown!(Program::line("mdca entities query --help").run().await);
}

#[tokio::test]
async fn of_a_row_that_scans() {
    assert_shown!(Program::line("mdca activities scan --help").run().await);
}

#[tokio::test]
async fn of_a_verb_with_its_examples_and_the_options_of_every_command() {
    let outcome = Program::line("hunt --help").run().await;
    for part in [
        "defender hunt @logons-of-account",
        "ThreatHunting.Read.All",
        "--sandbox-seed",
    ] {
        assert!(outcome.stdout.contains(part), "{part}: {outcome}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn help_that_cannot_be_written_is_a_failure() {
    for words in [
        "--help",
        "mde alerts list --help",
        "--version",
        "completion bash",
        "operations",
    ] {
        let line = format!("{} {words} > /dev/full", super::program::binary().display());
        let outcome = tokio::process::Command::new("sh")
            .args(["-c", &line])
            .output()
            .await
            .unwrap();
        assert_eq!(outcome.status.code(), Some(1), "{words}: {outcome:?}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn too_few_files_are_told_of() {
    let run = |limit: u32| {
        let binary = super::program::binary();
        let line = format!(
            "ulimit -n {limit}; exec {} mde machines get x --dry-run",
            binary.display()
        );
        async move {
            tokio::process::Command::new("sh")
                .args(["-c", &line])
                .output()
                .await
                .unwrap()
        }
    };
    for limit in [6, 8, 15] {
        let outcome = run(limit).await;
        let said = String::from_utf8_lossy(&outcome.stderr).into_owned();
        assert_eq!(outcome.status.code(), Some(1), "{said}");
        assert!(said.contains("open files is too low"), "{said}");
    }
    assert_eq!(run(16).await.status.code(), Some(0));
}

/// Signals work while a read blocks, even with the minimum of open files.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_blocking_read_ends_with_the_fewest_files() {
    use tokio::io::AsyncReadExt as _;
    let binary = super::program::binary();
    let line = format!(
        "ulimit -n 16; exec {} api POST /api/unheardOf --product mde --yes --input -",
        binary.display()
    );
    let mut child = tokio::process::Command::new("sh")
        .args(["-c", &line])
        .stdin(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut stderr = child.stderr.take().unwrap();
    // Kept open: `wait` would close it and end the read.
    let _stdin = child.stdin.take().unwrap();
    let status = format!("/proc/{}/status", child.id().unwrap());
    let hears = || {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        // `exec` replaces the shell, so signals reach the program.
        let is_program = status.starts_with("Name:\tdefender\n");
        is_program
            && caught.is_some_and(|set| u64::from_str_radix(set.trim(), 16).unwrap() & 2 == 2)
    };
    while !hears() {
        tokio::task::yield_now().await;
    }
    let id = child.id().unwrap().to_string();
    let mut kill = tokio::process::Command::new("kill");
    let sent = kill.args(["-INT", &id]).status().await;
    assert!(sent.unwrap().success());
    let long = std::time::Duration::from_secs(20);
    let ended = tokio::time::timeout(long, child.wait()).await;
    let mut said = String::new();
    let code = ended.expect("it goes on reading").unwrap().code();
    stderr.read_to_string(&mut said).await.unwrap();
    assert_eq!(code, Some(130), "{said}");
}
