//! Arguments that are not UTF-8: paths are accepted, other arguments are refused by name.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;

use super::program::{Program, fixed};

fn bytes(bytes: &[u8]) -> OsString {
    OsStr::from_bytes(bytes).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_refused_by_the_name_of_its_argument() {
    let sandbox = fixed().start().await.unwrap();
    let no_text = bytes(b"a\xff");
    let joined = bytes(b"--comment=a\xff");
    for (words, argument, named) in [
        (
            &["mde", "machines", "get"][..],
            &no_text,
            "argument 4, `a\\u{fffd}`,",
        ),
        (
            &["mde", "machines", "get", "b", "--yes"],
            &no_text,
            "argument 6",
        ),
        (
            &["mde", "machines", "list", "--filter"],
            &no_text,
            "after `--filter`",
        ),
        (
            &["mde", "machines", "isolate", "x"],
            &joined,
            "the value of `--comment`",
        ),
        (&["api"], &no_text, "argument 2"),
        (&["hunt", "-e"], &no_text, "after `-e`"),
        (
            &["-p", "x", "auth", "login", "--client-id"],
            &no_text,
            "after `--client-id`",
        ),
    ] {
        for format in ["table", "json"] {
            let program = Program::new(&["-o", format]).at(&sandbox);
            let program = words
                .iter()
                .fold(program, |program, word| program.arg(word.as_ref()));
            let outcome = program.arg(argument).run().await;
            assert_eq!(outcome.code, Some(2), "{words:?}: {outcome}");
            assert!(
                outcome.stderr.contains("is not UTF-8"),
                "{words:?}: {outcome}"
            );
            let named = match format {
                // Two words precede them.
                "json" => named.split(' ').next().unwrap(),
                _ => named.strip_prefix("argument").map_or(named, |_| "argument"),
            };
            assert!(outcome.stderr.contains(named), "{words:?}: {outcome}");
        }
    }
    assert!(sandbox.all_requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_keeps_its_bytes() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let within = |name: &[u8]| {
        let mut path = folder.path().as_os_str().to_owned();
        path.push("/");
        path.push(bytes(name));
        path
    };
    // Some file systems accept only UTF-8.
    let input = within(b"body\xff.json");
    if std::fs::write(&input, r#"{"Query":"DeviceInfo | take 1"}"#).is_err() {
        return;
    }
    let run = "api POST /api/advancedqueries/run -o json --input";
    let outcome = Program::line(run).arg(&input).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let export = "mde assessments export-certificates -o json --manifest";
    let manifest = within(b"manifest\xfe");
    let outcome = Program::line(export)
        .arg(&manifest)
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let mut names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(names, [bytes(b"body\xff.json"), bytes(b"manifest\xfe")]);
}

/// A service gets a file name unchanged, or none.
#[tokio::test(flavor = "multi_thread")]
async fn queries_and_logs_are_read_from_such_files_and_no_name_is_mangled() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let within = |name: &[u8]| folder.path().join(bytes(name));
    let query = within(b"query\xff.kql");
    if std::fs::write(&query, "DeviceInfo | take 1").is_err() {
        return;
    }
    let hunt = Program::line("hunt -o json").arg(query.as_os_str());
    let outcome = hunt.at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let missing = Program::line("hunt -o json").arg(within(b"no\xff.kql").as_os_str());
    let outcome = missing.at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    let before = sandbox.all_requests().len();
    let upload = "upload-log --source SQUID --data-source March --yes -o json";
    let (odd, plain) = (within(b"log\xff.log"), within(b"march.log"));
    std::fs::write(&odd, "a\n").unwrap();
    let outcome = Program::line(upload)
        .arg(odd.as_os_str())
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("is not UTF-8"), "{outcome}");
    assert_eq!(sandbox.all_requests().len(), before);
    // A folder may have any name.
    std::os::unix::fs::symlink(&odd, &plain).unwrap();
    let outcome = Program::line(upload)
        .arg(plain.as_os_str())
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json()["file"], "march.log", "{outcome}");
    let library = Program::line("mde library-files upload --yes --file").arg(odd.as_os_str());
    let before = sandbox.all_requests().len();
    let outcome = library.at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert_eq!(sandbox.all_requests().len(), before);
}
