//! Files that break off, expire, are replaced or were left by an earlier run: each branch with
//! literal answers.

use std::path::PathBuf;

use super::*;
use crate::operation::AnswerKind;
use crate::testing::script::{Script, Step};

static PACKAGE: Operation = Operation::get("t.packages.get_link", "/link").answer(AnswerKind::Link);

const LINK: &str = r#"{"value":"https://s.example/f?sig=a"}"#;
const ALPHABET: &str = "abcdefghij";

/// The whole file of a version.
fn whole(etag: &'static str) -> Step {
    Step::new(200, ALPHABET)
        .header("content-length", "10")
        .header("etag", etag)
}

/// The first four bytes; then the connection breaks.
fn cut(etag: &'static str) -> Step {
    let step = Step::new(200, "abcd").header("content-length", "10");
    step.header("etag", etag).cut()
}

/// The bytes after those.
fn rest(etag: &'static str) -> Step {
    Step::new(206, "efghij")
        .header("content-range", "bytes 4-9/10")
        .header("etag", etag)
}

async fn read(mut file: Download) -> Result<String> {
    let mut text = String::new();
    while let Some(chunk) = file.chunk().await {
        text.push_str(std::str::from_utf8(&chunk?).unwrap());
    }
    Ok(text)
}

/// The text of a linked file, and the requested ranges.
async fn fetched(
    steps: impl IntoIterator<Item = Step>,
) -> (Result<String>, Vec<(String, Option<String>)>) {
    let (script, client) = Script::with_client(steps);
    let text = match client.linked(Request::new(&PACKAGE)).open().await {
        Ok(file) => read(file).await,
        Err(error) => Err(error),
    };
    let sent = script.sent("range");
    assert_eq!(script.left(), 0, "{sent:?}");
    (text, sent)
}

fn asked(sent: &[(String, Option<String>)]) -> Vec<&str> {
    let ranges = sent.iter().filter(|(what, _)| what != "GET /link");
    ranges
        .map(|(_, range)| range.as_deref().unwrap_or("whole"))
        .collect()
}

#[tokio::test(start_paused = true)]
async fn the_rest_is_requested_with_the_entity_tag() {
    let (script, client) = Script::with_client([LINK.into(), cut("\"1\""), rest("\"1\"")]);
    let file = client.linked(Request::new(&PACKAGE)).open().await.unwrap();
    assert_eq!(file.length(), Some(10));
    assert_eq!(read(file).await.unwrap(), ALPHABET);
    assert_eq!(asked(&script.sent("range")), ["whole", "bytes=4-"]);
    let versions = script.sent("if-range");
    assert_eq!(versions[2].1.as_deref(), Some("\"1\""));
    let packing = script.sent("accept-encoding");
    assert_eq!(packing[1].1.as_deref(), Some("identity"));
}

#[tokio::test(start_paused = true)]
async fn the_rest_is_requested_with_the_date_without_a_tag() {
    let date = "Mon, 02 Mar 2026 06:00:00 GMT";
    let first = Step::new(200, "abcd").header("last-modified", date).cut();
    let last = Step::new(206, "efghij").header("content-range", "bytes 4-9/10");
    let (script, client) = Script::with_client([LINK.into(), first, last]);
    let file = client.linked(Request::new(&PACKAGE)).open().await.unwrap();
    assert_eq!(read(file).await.unwrap(), ALPHABET);
    assert_eq!(script.sent("if-range")[2].1.as_deref(), Some(date));
}

#[tokio::test(start_paused = true)]
async fn a_file_without_a_version_is_read_again_from_the_start() {
    for first in [
        Step::new(200, "abcd").header("content-length", "10").cut(),
        cut("W/\"1\""),
        // It ends early without an error.
        Step::new(200, "abcd").header("content-length", "10"),
    ] {
        let again = Step::new(200, ALPHABET).header("content-length", "10");
        let (text, sent) = fetched([LINK.into(), first, LINK.into(), again]).await;
        assert_eq!(text.unwrap(), ALPHABET);
        assert_eq!(asked(&sent), ["whole", "whole"]);
    }
}

#[tokio::test(start_paused = true)]
async fn without_ranges_the_file_is_read_again_and_no_byte_comes_twice() {
    let steps = [
        LINK.into(),
        cut("\"1\""),
        whole("\"1\""),
        LINK.into(),
        whole("\"1\""),
    ];
    let (text, sent) = fetched(steps).await;
    assert_eq!(text.unwrap(), ALPHABET);
    assert_eq!(asked(&sent), ["whole", "bytes=4-", "bytes=4-"]);
}

#[tokio::test(start_paused = true)]
async fn another_part_than_requested_is_not_used() {
    let wrong = Step::new(206, "fghij")
        .header("content-range", "bytes 5-9/10")
        .header("etag", "\"1\"");
    let unsaid = Step::new(206, "efghij").header("etag", "\"1\"");
    for odd in [wrong, unsaid] {
        let steps = [LINK.into(), cut("\"1\""), odd, LINK.into(), rest("\"1\"")];
        let (text, _) = fetched(steps).await;
        assert_eq!(text.unwrap(), ALPHABET);
    }
}

#[tokio::test(start_paused = true)]
async fn a_replaced_file_is_not_mixed_with_the_old_one() {
    let steps = [
        LINK.into(),
        cut("\"1\""),
        whole("\"2\""),
        LINK.into(),
        whole("\"2\""),
    ];
    let error = fetched(steps).await.0.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert!(error.message().contains("replaced the file"), "{error}");
    // The new file is too short for the range.
    let shorter = Step::new(200, "ab").header("etag", "\"2\"");
    let refused = || Step::new(416, "<Error><Code>InvalidRange</Code></Error>");
    let steps = [
        LINK.into(),
        cut("\"1\""),
        refused(),
        LINK.into(),
        refused(),
        shorter,
    ];
    assert!(fetched(steps).await.0.is_err());
}

#[tokio::test(start_paused = true)]
async fn an_expired_address_is_requested_again_and_the_file_resumes() {
    let out = Step::new(403, "<Error><Code>AuthenticationFailed</Code></Error>");
    let other = r#"{"value":"\"https://s.example/f?sig=b\""}"#;
    let steps = [LINK.into(), cut("\"1\""), out, other.into(), rest("\"1\"")];
    let (text, sent) = fetched(steps).await;
    assert_eq!(text.unwrap(), ALPHABET);
    assert_eq!(sent[4].0, "GET /f?sig=b", "without the quotation marks");
}

#[tokio::test(start_paused = true)]
async fn an_empty_answer_is_not_a_linked_file() {
    let empty = || Step::new(200, "").header("content-length", "0");
    let (text, _) = fetched([LINK.into(), empty(), LINK.into(), whole("\"1\"")]).await;
    assert_eq!(text.unwrap(), ALPHABET);
    let always = std::iter::repeat_n([LINK.into(), empty()], 4).flatten();
    let error = fetched(always).await.0.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    // A file at the caller's own address may be empty.
    let (_, client) = Script::with_client([empty()]);
    let file = client.fetch("https://s.example/f?sig=a").await.unwrap();
    assert_eq!(read(file).await.unwrap(), "");
}

#[tokio::test(start_paused = true)]
async fn an_invalid_or_expired_address_is_an_error_with_advice() {
    let (_, client) = Script::with_client([Step::new(
        403,
        "<Error><Code>AuthenticationFailed</Code></Error>",
    )]);
    let error = client.fetch("https://s.example/f?sig=a").await.unwrap_err();
    assert!(error.is_denied() && error.hint().unwrap().contains("expire"));
    assert_eq!(error.code(), Some("AuthenticationFailed"));
    for address in ["f", "http://s.example/f", "file:///f"] {
        let error = client.fetch(address).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{address}");
    }
}

/// A folder with the files of an earlier run.
struct Left {
    folder: tempfile::TempDir,
}

impl Left {
    fn new(part: Option<&str>, note: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let left = Self { folder };
        for (name, text) in [("f.part", part), ("f.part.json", note)] {
            if let Some(text) = text {
                std::fs::write(left.path(name), text).unwrap();
            }
        }
        left
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn files(&self) -> Vec<(String, String)> {
        let files = std::fs::read_dir(self.folder.path()).unwrap();
        let mut files: Vec<_> = files
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                (name, std::fs::read_to_string(path).unwrap())
            })
            .collect();
        files.sort();
        files
    }

    /// Saves a file and returns the requested ranges.
    async fn save(&self, steps: impl IntoIterator<Item = Step>) -> (Result<u64>, Vec<String>) {
        let (script, client) = Script::with_client(steps);
        let file = client.fetch("https://s.example/f?sig=a").await.unwrap();
        let saved = file.save(self.path("f")).await;
        let sent = script.sent("range");
        assert_eq!(script.left(), 0, "{sent:?}");
        let asked = asked(&sent).into_iter().map(str::to_owned).collect();
        (saved, asked)
    }
}

const NOTE: &str = r#"{"etag":"\"1\"","modified":null,"length":10}"#;

fn saved() -> Vec<(String, String)> {
    vec![("f".to_owned(), ALPHABET.to_owned())]
}

#[tokio::test]
async fn the_part_of_an_earlier_run_is_resumed() {
    let left = Left::new(Some("abcd"), Some(NOTE));
    let (length, asked) = left.save([whole("\"1\""), rest("\"1\"")]).await;
    assert_eq!(
        (length.unwrap(), asked),
        (10, vec!["whole".into(), "bytes=4-".into()])
    );
    assert_eq!(left.files(), saved());
    // The part may be complete and only lack its name.
    let left = Left::new(Some(ALPHABET), Some(NOTE));
    assert_eq!(left.save([whole("\"1\"")]).await.0.unwrap(), 10);
    assert_eq!(left.files(), saved());
}

#[tokio::test]
async fn a_part_that_cannot_be_resumed_is_replaced() {
    for (part, note) in [
        // The part has no note.
        ("abcd", None),
        ("abcd", Some("{")),
        // Another version, and a part longer than the file.
        (
            "xxxx",
            Some(r#"{"etag":"\"0\"","modified":null,"length":10}"#),
        ),
        ("abcdefghijklm", Some(NOTE)),
    ] {
        let left = Left::new(Some(part), note);
        let (length, asked) = left.save([whole("\"1\"")]).await;
        assert_eq!((length.unwrap(), asked.len()), (10, 1), "{part} {note:?}");
        assert_eq!(left.files(), saved());
    }
    // Storage does not support ranges.
    let left = Left::new(Some("abcd"), Some(NOTE));
    let (length, _) = left.save([whole("\"1\""), whole("\"1\"")]).await;
    assert_eq!(length.unwrap(), 10);
    assert_eq!(left.files(), saved());
}

#[tokio::test(start_paused = true)]
async fn a_file_replaced_while_it_is_saved_is_saved_from_the_start() {
    let left = Left::new(None, None);
    let steps = [cut("\"1\""), whole("\"2\""), whole("\"2\"")];
    let (length, _) = left.save(steps).await;
    assert_eq!(length.unwrap(), 10);
    assert_eq!(left.files(), saved());
}

#[tokio::test(start_paused = true)]
async fn the_part_of_a_failed_download_is_kept_for_the_next_run() {
    let left = Left::new(None, None);
    let nothing = || {
        Step::new(206, "")
            .header("content-range", "bytes 4-9/10")
            .cut()
    };
    let steps = std::iter::once(cut("\"1\"")).chain(std::iter::repeat_n(nothing(), 11));
    let (error, asked) = left.save(steps).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert!(
        error.hint().unwrap().contains("f.part"),
        "{:?}",
        error.hint()
    );
    assert!(asked[1..].iter().all(|range| range == "bytes=4-"));
    let kept =
        [("f.part", "abcd"), ("f.part.json", NOTE)].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(left.files(), kept);
    let (length, _) = left.save([whole("\"1\""), rest("\"1\"")]).await;
    assert_eq!(length.unwrap(), 10);
    assert_eq!(left.files(), saved());
}

#[tokio::test(start_paused = true)]
async fn a_part_that_could_not_be_resumed_is_removed() {
    let left = Left::new(None, None);
    let untold = || Step::new(200, "abcd").cut();
    let (error, _) = left.save(std::iter::repeat_n(untold(), 4)).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Truncated);
    assert_eq!(left.files(), []);
}

#[tokio::test(start_paused = true)]
async fn a_gzip_file_of_unknown_length_must_be_complete() {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(b"some text").unwrap();
    let packed = packed.finish().unwrap();
    let save = async |bytes: &[u8]| {
        let folder = tempfile::tempdir().unwrap();
        let (_, client) = Script::with_client([Step::bytes(bytes)]);
        let file = client.fetch("https://s.example/f?sig=a").await.unwrap();
        let saved = file.save(folder.path().join("f")).await;
        (saved, std::fs::read_dir(folder.path()).unwrap().count())
    };
    let (length, files) = save(&packed).await;
    assert_eq!((length.unwrap(), files), (packed.len() as u64, 1));
    let (error, files) = save(&packed[..packed.len() - 5]).await;
    let error = error.unwrap_err();
    assert!(error.message().contains("incomplete gzip"), "{error}");
    assert_eq!((error.kind(), files), (ErrorKind::Truncated, 0));
}

#[tokio::test]
async fn a_locked_part_and_a_disk_error_are_file_errors() {
    let left = Left::new(Some("abcd"), None);
    let held = std::fs::File::open(left.path("f.part")).unwrap();
    held.lock().unwrap();
    let (error, _) = left.save([whole("\"1\"")]).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert!(error.message().contains("another process"), "{error}");
    let (_, client) = Script::with_client([whole("\"1\"")]);
    let file = client.fetch("https://s.example/f?sig=a").await.unwrap();
    let error = file.save(left.path("none/f")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
}

#[tokio::test]
async fn a_file_that_was_partly_read_is_not_saved() {
    let left = Left::new(None, None);
    let (_, client) = Script::with_client([whole("\"1\"")]);
    let mut file = client.fetch("https://s.example/f?sig=a").await.unwrap();
    file.chunk().await.unwrap().unwrap();
    let error = file.save(left.path("f")).await.unwrap_err();
    assert_eq!((error.kind(), left.files()), (ErrorKind::Usage, vec![]));
}

#[tokio::test(start_paused = true)]
async fn a_file_that_advances_with_each_attempt_is_completed() {
    let rest = |n: usize| {
        let range: &'static str = format!("bytes {n}-9/10").leak();
        let step = Step::new(206, &ALPHABET[n..=n]).header("content-range", range);
        let step = step.header("etag", "\"1\"");
        if n < 9 { step.cut() } else { step }
    };
    let steps = [LINK.into(), cut("\"1\"")]
        .into_iter()
        .chain((4..10).map(rest));
    let (script, client) = Script::with_client(with_links(steps));
    let file = client.linked(Request::new(&PACKAGE)).open().await.unwrap();
    assert_eq!(read(file).await.unwrap(), ALPHABET);
    assert_eq!(script.left(), 0);
}

/// Two ranges are requested at one address, then a new address.
fn with_links(steps: impl IntoIterator<Item = Step>) -> Vec<Step> {
    let mut all = Vec::new();
    for (n, step) in steps.into_iter().enumerate() {
        if n > 3 && (n - 4) % 3 == 0 {
            all.push(LINK.into());
        }
        all.push(step);
    }
    all
}

#[tokio::test(start_paused = true)]
async fn a_file_that_is_not_available_yet_is_waited_for() {
    let late = |status| Step::new(status, "<Error><Code>x</Code></Error>");
    for status in [404, 409] {
        let begun = tokio::time::Instant::now();
        let waits = (0..5).flat_map(|_| [LINK.into(), late(status)]);
        let steps = waits.chain([LINK.into(), whole("\"1\"")]);
        let (text, _) = fetched(steps).await;
        assert_eq!(text.unwrap(), ALPHABET, "{status}");
        assert_eq!(begun.elapsed().as_secs(), 1 + 2 + 4 + 8 + 16, "{status}");
    }
    // The operation may not have the address yet.
    let unknown = || Step::new(404, r#"{"error":{"code":"ResourceNotFound"}}"#);
    let (text, _) = fetched([unknown(), unknown(), LINK.into(), whole("\"1\"")]).await;
    assert_eq!(text.unwrap(), ALPHABET);
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_file_ends() {
    let begun = tokio::time::Instant::now();
    let looks = (0..14).flat_map(|_| [LINK.into(), Step::new(404, "<Error/>")]);
    let error = fetched(looks).await.0.unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert!(begun.elapsed() <= std::time::Duration::from_secs(300));
    // No operation announced this file.
    let begun = tokio::time::Instant::now();
    let (script, client) = Script::with_client((0..5).map(|_| Step::new(404, "<Error/>")));
    let error = client.fetch("https://s.example/f").await.unwrap_err();
    assert!(error.is_not_found() && script.left() == 0, "{error}");
    assert!(begun.elapsed() <= std::time::Duration::from_secs(30));
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_at_the_name_of_a_part_leads_no_byte_elsewhere() {
    for name in ["f.part", "f.part.json"] {
        for hard in [false, true] {
            let left = Left::new(None, None);
            let precious = left.path("precious");
            std::fs::write(&precious, "kept").unwrap();
            let link = left.path(name);
            match hard {
                true => std::fs::hard_link(&precious, link).unwrap(),
                false => std::os::unix::fs::symlink(&precious, link).unwrap(),
            }
            let (outcome, _) = left.save([whole("\"1\"")]).await;
            assert_eq!(std::fs::read_to_string(&precious).unwrap(), "kept");
            if name == "f.part" {
                let error = outcome.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::File);
                assert!(error.message().contains("a link or another"), "{error}");
            } else {
                assert_eq!(outcome.unwrap(), 10, "the note is written anew");
            }
        }
    }
    let left = Left::new(None, None);
    std::os::unix::fs::symlink(left.path("nowhere"), left.path("f.part")).unwrap();
    let (outcome, _) = left.save([whole("\"1\"")]).await;
    assert!(outcome.is_err() && !left.path("nowhere").exists());
    let left = Left::new(None, None);
    std::fs::create_dir(left.path("f.part")).unwrap();
    assert!(left.save([whole("\"1\"")]).await.0.is_err());
}
