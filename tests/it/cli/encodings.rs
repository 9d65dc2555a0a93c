//! Texts as editors and shells write them: every encoding and line end.

use sandbox::Sandbox;

use super::program::{Outcome, Program, dry, fixed};

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// A text as editors and shells on Windows and elsewhere write it.
fn encodings(text: &str) -> Vec<Vec<u8>> {
    let windows = text.replace('\n', "\r\n");
    let marked = format!("\u{feff}{windows}");
    vec![
        text.as_bytes().to_vec(),
        windows.as_bytes().to_vec(),
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf16(&windows, u16::to_le_bytes),
    ]
}

/// The same for commands that need a credential.
async fn dry_at(sandbox: &Sandbox, words: &[&str]) -> Outcome {
    let words = [words, &["--dry-run", "-o", "json"]].concat();
    Program::new(&words).at(sandbox).run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_are_read_in_every_encoding() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("input");
    let at = |prefix: &str| format!("{prefix}{}", place.display());
    for (number, bytes) in encodings("{\"Comment\": \"geräte\"}\n")
        .into_iter()
        .enumerate()
    {
        std::fs::write(&place, bytes).unwrap();
        let body = dry(&["mde", "machines", "isolate", "m1", "--body", &at("@")]).await;
        assert_eq!(body.json()["body"]["Comment"], "geräte", "{number}: {body}");
        let api = dry_at(
            &sandbox,
            &[
                "api",
                "POST",
                "/api/machines/m1/isolate",
                "--input",
                &at(""),
            ],
        )
        .await;
        assert_eq!(api.json()["body"]["Comment"], "geräte", "{number}: {api}");
        let field = dry_at(
            &sandbox,
            &[
                "api",
                "POST",
                "/api/machines/m1/isolate",
                "-F",
                &at("Comment=@"),
            ],
        )
        .await;
        let text = field.json()["body"]["Comment"].as_str().unwrap().to_owned();
        assert!(
            text.starts_with('{') && text.contains("geräte"),
            "{number}: {field}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn queries_and_ids_are_read_in_every_encoding() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("input");
    let list = ["mde", "machines", "list", "-o", "id", "-n", "2", "-q"];
    let ids = Program::new(&list).at(&sandbox).run().await.stdout;
    for (number, bytes) in encodings("DeviceInfo\n| where DeviceName == 'gerät'\n")
        .into_iter()
        .enumerate()
    {
        std::fs::write(&place, bytes).unwrap();
        let hunt = dry_at(&sandbox, &["hunt", place.to_str().unwrap()]).await;
        let query = hunt.json()["body"]["Query"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert_eq!(
            query, "DeviceInfo\n| where DeviceName == 'gerät'\n",
            "{number}: {hunt}"
        );
    }
    for (number, bytes) in encodings(&ids).into_iter().enumerate() {
        let get = Program::new(&["mde", "machines", "get", "-", "-o", "id", "-q"]).at(&sandbox);
        let got = get.run_with(&bytes).await;
        assert_eq!(got.stdout, ids, "{number}: {got}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn own_hunts_are_read_in_every_encoding() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let hunts = folder.path().join("hunts");
    std::fs::create_dir(&hunts).unwrap();
    let own =
        "// title: Mine\n// param device: text // which\nDeviceInfo | where DeviceName == device\n";
    for bytes in encodings(own) {
        std::fs::write(hunts.join("mine.kql"), bytes).unwrap();
        let words = [
            "hunt",
            "@mine",
            "--param",
            "device=x",
            "--dry-run",
            "-o",
            "json",
        ];
        let hunt = Program::new(&words)
            .at(&sandbox)
            .home(folder.path())
            .run()
            .await;
        assert_eq!(hunt.code, Some(0), "{hunt}");
    }
}

#[tokio::test]
async fn what_is_not_text_is_refused_by_name_and_place() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("latin.json");
    std::fs::write(&place, b"{\"Comment\": \"ger\xe4te\"}").unwrap();
    let body = format!("@{}", place.display());
    let outcome = dry(&["mde", "machines", "isolate", "m1", "--body", &body]).await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("not valid UTF-8 at byte 16"),
        "{outcome}"
    );
}
