//! Downloads to standard output, and downloads resumed by a later run.

use std::sync::atomic::{AtomicBool, Ordering};

use super::answering::{Answering, answer, answer_with};
use super::program::{Program, fixed};

#[tokio::test(flavor = "multi_thread")]
async fn standard_output_gets_the_file_and_nothing_else() {
    let sandbox = fixed().speed(100.0).start().await.unwrap();
    let list = ["mde", "machines", "list", "-o", "id", "-n", "1", "-q"];
    let device = Program::new(&list).at(&sandbox).run().await;
    let device = device.stdout.trim();
    let collect = ["mde", "machines", "collect-investigation-package", device];
    let download = ["--comment", "x", "--yes", "--wait", "--download", "-"];
    let words = [&collect[..], &download].concat();
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stdout.starts_with("PK"), "{outcome}");
    assert!(outcome.stderr.contains(" is Succeeded"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn several_files_are_not_mixed_on_standard_output() {
    let sandbox = fixed().start().await.unwrap();
    let commands = r#"[{"type":"RunScript","params":[{"key":"ScriptName","value":"a.ps1"}]}]"#;
    let run = [
        "mde",
        "machines",
        "run-live-response",
        "m1",
        "--comment",
        "x",
    ];
    let download = ["--commands", commands, "--wait", "--download", "-", "--yes"];
    let words = [&run[..], &download].concat();
    let folder = tempfile::tempdir().unwrap();
    for more in [&[][..], &["--dry-run"]] {
        let words = [&words[..], more].concat();
        let program = Program::new(&words).at(&sandbox).within(folder.path());
        let outcome = program.run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains("takes a folder"), "{outcome}");
    }
    assert!(sandbox.all_requests().is_empty());
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

const HEAD: &[&str] = &["etag: \"v1\"", "accept-ranges: bytes"];

/// Storage that sends ten of twenty bytes and then refuses.
fn breaks_off() -> Answering {
    let given = AtomicBool::new(false);
    serving(move || match given.swap(true, Ordering::SeqCst) {
        false => answer_with(200, HEAD, 20, "0123456789"),
        true => answer(410, ""),
    })
}

/// A service that answers with the address of a file, and the storage of the file.
fn serving(storage: impl Fn() -> String + Send + Sync + 'static) -> Answering {
    Answering::at_itself(move |address, _, line| match line.contains("/blob/") {
        true => storage(),
        false => answer(200, &format!(r#"{{"value":"{address}/blob/p.zip?sig=s"}}"#)),
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_later_run_asks_for_the_rest_of_the_same_version_only() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "mde",
        "machine-actions",
        "get-package-uri",
        "1",
        "--download",
        "p.zip",
    ];
    let first = breaks_off().run(&words).within(folder.path()).run().await;
    assert_eq!(first.code, Some(1), "{first}");
    assert!(first.stderr.contains("p.zip.part"), "{first}");
    let part = std::fs::read(folder.path().join("p.zip.part")).unwrap();
    assert_eq!(part, b"0123456789");
    let rest = ["content-range: bytes 10-19/20", "etag: \"v1\""];
    let storage = serving(move || answer_with(206, &rest, 10, "abcdefghij"));
    let second = storage.run(&words).within(folder.path()).run().await;
    assert_eq!(second.code, Some(0), "{second}");
    let whole = std::fs::read(folder.path().join("p.zip")).unwrap();
    assert_eq!(whole, b"0123456789abcdefghij");
    assert_eq!(
        folder.path().read_dir().unwrap().count(),
        1,
        "no part is left"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_made_anew_is_not_mixed_with_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let words = [
        "mde",
        "machine-actions",
        "get-package-uri",
        "1",
        "--download",
        "p.zip",
    ];
    let first = breaks_off().run(&words).within(folder.path()).run().await;
    assert_eq!(first.code, Some(1), "{first}");
    let storage = serving(|| answer_with(200, &["etag: \"v2\""], 5, "fresh"));
    let second = storage.run(&words).within(folder.path()).run().await;
    assert_eq!(second.code, Some(0), "{second}");
    let whole = std::fs::read(folder.path().join("p.zip")).unwrap();
    assert_eq!(whole, b"fresh");
}
