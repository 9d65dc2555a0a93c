//! What people and tools write: encodings, times, words, values, and what is refused before anything is sent.

use std::collections::BTreeMap;

use http_core::{BodyKind, Kind, Operation, Param, Place};
use sandbox::Sandbox;
use serde_json::{Value, json};

use super::program::{Outcome, Program, fixed};

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

async fn dry(words: &[&str]) -> Outcome {
    Program::new(&[words, &["--dry-run", "-o", "json"]].concat())
        .run()
        .await
}

/// The same where a credential has to be there.
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
async fn own_hunts_and_scripts_are_read_in_every_encoding() {
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
        let script = folder.path().join("script.sh");
        std::fs::write(
            &script,
            utf16("\u{feff}defender mde alerts list\r\n", u16::to_le_bytes),
        )
        .unwrap();
        let words = [
            "permissions",
            "--from-script",
            script.to_str().unwrap(),
            "-o",
            "json",
        ];
        let read = Program::new(&words).run().await;
        assert_eq!(read.code, Some(0), "{read}");
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

fn submit<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let words = [
        "mde",
        "indicators",
        "submit",
        "--action",
        "Block",
        "--title",
        "t",
        "--description",
        "d",
    ];
    [&words, more].concat()
}

#[tokio::test]
async fn a_time_until_which_something_holds_lies_ahead() {
    let address = [
        "--indicator-value",
        "198.51.100.7",
        "--indicator-type",
        "IpAddress",
    ];
    let until = async |time: &str| {
        let time = format!("--expiration-time={time}");
        dry(&submit(&[&address[..], &[&time]].concat())).await
    };
    let now: jiff::Timestamp = jiff::Timestamp::now();
    for time in ["7d", "+7d"] {
        let outcome = until(time).await;
        let end = outcome.json()["body"]["expirationTime"]
            .as_str()
            .unwrap()
            .to_owned();
        let left = end.parse::<jiff::Timestamp>().unwrap().as_second() - now.as_second();
        assert!(
            (7 * 86_400 - 5..=7 * 86_400 + 60).contains(&left),
            "{time}: {outcome}"
        );
    }
    for time in ["-7d", "today", "now", "2020-01-01", "2020-01-01T00:00:00Z"] {
        let outcome = until(time).await;
        assert_eq!(outcome.code, Some(2), "{time}: {outcome}");
        assert!(outcome.stderr.contains("already over"), "{time}: {outcome}");
    }
    // The option and its value as two words, and the other inputs of this kind.
    let split = dry(&submit(
        &[&address[..], &["--expiration-time", "-7d"]].concat(),
    ))
    .await;
    assert!(
        split.code == Some(2) && split.stderr.contains("already over"),
        "{split}"
    );
    let renew = |time: &'static str| {
        [
            "graph",
            "subscriptions",
            "update",
            "s1",
            "--expiration-date-time",
            time,
        ]
    };
    assert_eq!(dry(&renew("2h")).await.code, Some(0));
    assert_eq!(dry(&renew("-2h")).await.code, Some(2));
    let body = json!([{
        "indicatorValue": "198.51.100.7", "indicatorType": "IpAddress", "action": "Block", "title": "t",
        "description": "d", "expirationTime": "2020-01-01T00:00:00Z"
    }]);
    let import = dry(&[
        "mde",
        "indicators",
        "import",
        "--indicators",
        &body.to_string(),
    ])
    .await;
    assert!(
        import.code == Some(2) && import.stderr.contains("item 1"),
        "{import}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn days_are_said_to_be_those_of_utc_without_being_asked() {
    let sandbox = fixed().start().await.unwrap();
    let words = [
        "hunt",
        "-e",
        "DeviceInfo",
        "--since",
        "today",
        "--until",
        "now",
        "--dry-run",
        "-o",
        "json",
    ];
    let hunt = Program::new(&words).at(&sandbox).run().await;
    assert!(
        hunt.stderr.contains("--since today is") && hunt.stderr.contains("midnight UTC"),
        "{hunt}"
    );
    let quiet = Program::new(&[&words[..], &["-q"]].concat());
    let quiet = quiet.at(&sandbox).run().await;
    assert!(
        quiet.code == Some(0) && !quiet.stderr.contains("midnight"),
        "{quiet}"
    );
    let today = jiff::Timestamp::now().to_string()[..10].to_owned();
    let find = dry(&["mde", "machines", "find-by-ip", "192.0.2.7", &today]).await;
    assert!(find.stderr.contains("midnight UTC"), "{find}");
    let help = Program::line("hunt --help").run().await;
    assert!(help.stdout.contains("midnight UTC"), "{help}");
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_do_not_fit_their_types_are_refused_before_anything_is_sent() {
    let sandbox = fixed().start().await.unwrap();
    let sha256 = "a".repeat(64);
    for (value, kind, told) in [
        ("", "IpAddress", "is empty"),
        (" ", "IpAddress", "is empty"),
        (&*sha256, "FileSha1", "it would fit FileSha256"),
        ("198.51.100.0/24", "IpAddress", "no range"),
        ("https://evil.example/", "DomainName", "it would fit Url"),
        ("evil example", "Url", "without white space"),
        ("zz", "CertificateThumbprint", "40 hexadecimal digits"),
    ] {
        let words = submit(&[
            "--indicator-value",
            value,
            "--indicator-type",
            kind,
            "--yes",
        ]);
        let outcome = Program::new(&words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{value} {kind}: {outcome}");
        assert!(outcome.stderr.contains(told), "{value} {kind}: {outcome}");
        let item = json!([{
            "indicatorValue": value, "indicatorType": kind, "action": "Block", "title": "t", "description": "d"
        }]);
        let import = [
            "mde",
            "indicators",
            "import",
            "--yes",
            "--indicators",
            &item.to_string(),
        ];
        let outcome = Program::new(&import).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{value} {kind}: {outcome}");
        assert!(
            outcome.stderr.contains(told) && outcome.stderr.contains("item 1"),
            "{outcome}"
        );
    }
    let audit = submit(&[
        "--indicator-value",
        "198.51.100.7",
        "--indicator-type",
        "IpAddress",
        "--yes",
        "--action=Audit",
    ]);
    let audit: Vec<_> = audit
        .into_iter()
        .filter(|word| !["--action", "Block"].contains(word))
        .collect();
    let outcome = Program::new(&audit).at(&sandbox).run().await;
    assert!(
        outcome.code == Some(2) && outcome.stderr.contains("generateAlert"),
        "{outcome}"
    );
    assert_eq!(sandbox.all_requests().len(), 0);
}

fn items(count: usize) -> Value {
    let item = |number: usize| {
        json!({
            "indicatorValue": format!("198.18.{}.{}", number / 250, number % 250), "indicatorType": "ipaddress",
            "action": "block", "title": "t", "description": "d"
        })
    };
    (0..count).map(item).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_indicators_is_taken_bare_or_as_the_documented_body() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("indicators.json");
    for (text, option) in [
        (items(3), "--indicators"),
        (json!({"Indicators": items(3)}), "--indicators"),
        (json!({"Indicators": items(3)}), "--body"),
    ] {
        std::fs::write(&place, text.to_string()).unwrap();
        let file = format!("@{}", place.display());
        let words = [
            "mde",
            "indicators",
            "import",
            option,
            &file,
            "--yes",
            "-o",
            "json",
        ];
        let outcome = Program::new(&words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert_eq!(outcome.json().as_array().unwrap().len(), 3);
        let sent = sandbox
            .requests("mde.indicators.import")
            .pop()
            .unwrap()
            .json();
        assert_eq!(sent["Indicators"][0]["indicatorType"], "IpAddress");
        assert_eq!(sent["Indicators"][0]["action"], "Block");
    }
    let one = ["mde", "indicators", "import", "--indicators", "{}", "--yes"];
    let outcome = Program::new(&one).at(&sandbox).run().await;
    assert!(
        outcome.code == Some(2) && outcome.stderr.contains("takes an array"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn more_items_than_one_call_takes_are_sent_in_several() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("indicators.json");
    std::fs::write(&place, items(1_001).to_string()).unwrap();
    let file = format!("@{}", place.display());
    let words = [
        "mde",
        "indicators",
        "import",
        "--indicators",
        &file,
        "--yes",
        "-o",
        "json",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 1_001);
    let sent = sandbox.requests("mde.indicators.import");
    let sizes: Vec<_> = sent
        .iter()
        .map(|call| call.json()["Indicators"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [500, 500, 1]);
}

#[tokio::test]
async fn a_time_further_back_than_the_service_looks_is_refused_with_the_reason() {
    for (words, code) in [
        (["mde", "machines", "find-by-ip", "192.0.2.7", "30d"], 0),
        (["mde", "machines", "find-by-ip", "192.0.2.7", "31d"], 2),
        (["mde", "machines", "find", "31d", "192.0.2.7"], 2),
    ] {
        let outcome = dry(&words).await;
        assert_eq!(outcome.code, Some(code), "{words:?}: {outcome}");
        assert_eq!(
            outcome.stderr.contains("30 days back"),
            code == 2,
            "{outcome}"
        );
    }
}

/// A body with what is required, and in it a word of the table in small letters.
fn body(row: &Operation, param: &Param, path: &str, word: &str) -> Value {
    let mut body = BTreeMap::new();
    for other in row.params.iter().filter(|other| other.place == Place::Body) {
        if other.required || other.name == param.name {
            body.insert(other.name, required(other));
        }
    }
    let value = body.get_mut(param.name).unwrap();
    if path.is_empty() {
        *value = json!([word.to_lowercase()]);
        return json!(body);
    }
    let object = if value.is_array() {
        &mut value[0]
    } else {
        value
    };
    set(object, path, word);
    json!(body)
}

fn set(object: &mut Value, path: &str, word: &str) {
    if !object.is_object() {
        *object = json!({});
    }
    let (member, rest) = path.split_once('/').unwrap_or((path, ""));
    match rest {
        "" => object[member] = Value::from(word.to_lowercase()),
        rest => set(&mut object[member], rest, word),
    }
}

fn required(param: &Param) -> Value {
    match param.kind {
        Kind::Enum(known) => json!(known[0]),
        Kind::Integer => json!(1),
        Kind::Bool => json!(true),
        Kind::Time => json!("2099-01-01T00:00:00Z"),
        Kind::List => json!(["x"]),
        _ if !param.example.is_empty() => {
            serde_json::from_str(param.example).unwrap_or(json!(param.example))
        }
        Kind::Json if param.array => json!([{}]),
        Kind::Json => json!({}),
        _ => json!("x"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_within_objects_are_spelled_as_the_service_does_by_every_command() {
    let all = [
        mde_api::OPERATIONS,
        mdca_api::OPERATIONS,
        xdr_api::OPERATIONS,
    ]
    .concat();
    let mut commands = 0;
    for row in all {
        let params = row
            .params
            .iter()
            .filter(|param| param.place == Place::Body && !param.words.is_empty());
        if row.body != BodyKind::Json || !row.retired.is_empty() {
            continue;
        }
        for param in params {
            // One word in each depth.
            let mut paths: BTreeMap<usize, (&str, &[&str])> = BTreeMap::new();
            for (path, known) in param.words {
                paths
                    .entry(path.split('/').count())
                    .or_insert((path, known));
            }
            for (path, known) in paths.into_values() {
                let word = known.last().unwrap();
                let body = body(row, param, path, word).to_string();
                let parts: Vec<_> = row
                    .id
                    .split('.')
                    .map(|part| part.replace('_', "-"))
                    .collect();
                let mut words: Vec<&str> = parts.iter().map(String::as_str).collect();
                words.extend(row.path.matches('{').map(|_| "x"));
                words.extend(["--body", &body]);
                let outcome = dry(&words).await;
                assert_eq!(outcome.code, Some(0), "{}: {outcome}", row.id);
                let sent = outcome.json()["body"].to_string();
                let spelled = format!("\"{word}\"");
                assert!(
                    sent.contains(&spelled),
                    "{} {path}: {word} in {sent}",
                    row.id
                );
                commands += 1;
            }
        }
    }
    assert!(commands > 14, "{commands}");
}

async fn devices(sandbox: &Sandbox, filter: &str) -> Vec<Value> {
    let words = [
        "mde",
        "machines",
        "list",
        "--filter",
        filter,
        "--all-statuses",
        "-o",
        "json",
        "-q",
    ];
    let outcome = Program::new(&words).at(sandbox).run().await;
    outcome.json().as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_is_named_is_said_and_one_that_is_not_onboarded_is_refused() {
    let sandbox = fixed().start().await.unwrap();
    let all = devices(&sandbox, "healthStatus ne 'x'").await;
    let is_alone = |device: &&Value| {
        let name = &device["computerDnsName"];
        name.is_string()
            && all
                .iter()
                .filter(|other| other["computerDnsName"] == *name)
                .count()
                == 1
    };
    let with = |status: &str| {
        let mut fitting = all.iter().filter(is_alone);
        fitting.find(|device| {
            device["onboardingStatus"] == status && device["mergedIntoMachineId"].is_null()
        })
    };
    let (good, other) = (with("Onboarded").unwrap(), with("CanBeOnboarded").unwrap());
    let isolate = async |name: &str, more: &[&str]| {
        let words = [
            "mde",
            "machines",
            "isolate",
            name,
            "--comment",
            "x",
            "--yes",
            "-o",
            "json",
        ];
        Program::new(&[&words, more].concat())
            .at(&sandbox)
            .run()
            .await
    };
    let name = good["computerDnsName"].as_str().unwrap();
    let outcome = isolate(name, &[]).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json()["machineId"], good["id"]);
    let said = format!("`{name}` is {}", good["id"].as_str().unwrap());
    assert!(outcome.stderr.contains(&said), "{outcome}");
    let name = other["computerDnsName"].as_str().unwrap();
    let before = sandbox.requests("mde.machines.isolate").len();
    let outcome = isolate(name, &[]).await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains(other["id"].as_str().unwrap()),
        "{outcome}"
    );
    // Tags are set by a name, too.
    let tag = [
        "mde", "machines", "set-tag", name, "--value", "t", "--action", "Add", "--yes",
    ];
    assert_eq!(Program::new(&tag).at(&sandbox).run().await.code, Some(2));
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), before);
    assert_eq!(sandbox.requests("mde.machines.set_tag").len(), 0);
}

/// Runs a command on a terminal of its own, waits for its question, and answers it.
const ON_A_TERMINAL: &str = r"
import os, pty, select, sys, time
answer, command = sys.argv[1], sys.argv[2:]
child, terminal = pty.fork()
if child == 0:
    os.execv(command[0], command)
shown, answered, deadline = b'', False, time.monotonic() + 60
while time.monotonic() < deadline:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    shown += piece
    if not answered and b'[y/N]' in shown:
        answered = True
        os.write(terminal, answer.encode() + b'\n')
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
os.write(1, shown)
sys.exit(status)
";

#[cfg(unix)]
async fn on_a_terminal(sandbox: &Sandbox, answer: &str, words: &[&str]) -> (Option<i32>, String) {
    let output = tokio::process::Command::new("python3")
        .args(["-c", ON_A_TERMINAL, answer])
        .arg(super::program::binary())
        .args(words)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("TERM", "dumb")
        .env("DEFENDER_CONFIG_DIR", "/no such folder")
        .env("DEFENDER_STORE", "file")
        .envs(sandbox.environment())
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n");
    (output.status.code(), shown)
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_question_names_the_device_the_change_and_its_way_back() {
    let sandbox = fixed().start().await.unwrap();
    let device = devices(&sandbox, "healthStatus eq 'Active'")
        .await
        .remove(0);
    let (id, name) = (
        device["id"].as_str().unwrap(),
        device["computerDnsName"].as_str().unwrap(),
    );
    let isolate = [
        "mde",
        "machines",
        "isolate",
        id,
        "--comment",
        "Ticket 4711",
        "--isolation-type",
        "Full",
    ];
    let (code, shown) = on_a_terminal(&sandbox, "n", &isolate).await;
    assert_eq!(code, Some(9), "{shown}");
    let risk = format!("riskScore {}", device["riskScore"].as_str().unwrap());
    for part in [
        &*format!("{name} ({id})"),
        &*risk,
        "Comment: Ticket 4711",
        "IsolationType: Full",
        "taken back with `defender mde machines unisolate`",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 0);
    assert_eq!(sandbox.requests("mde.machines.get").len(), 1, "one read");
    let offboard = ["mde", "machines", "offboard", id, "--comment", "gone"];
    let (code, shown) = on_a_terminal(&sandbox, "n", &offboard).await;
    assert!(
        code == Some(9) && shown.contains("This cannot be taken back."),
        "{shown}"
    );
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_cannot_be_shown_does_not_keep_the_change_back() {
    let sandbox = fixed().start().await.unwrap();
    let device = devices(&sandbox, "healthStatus eq 'Active'")
        .await
        .remove(0);
    let id = device["id"].as_str().unwrap();
    let isolate = ["mde", "machines", "isolate", id, "--comment", "x"];
    for (number, fault) in [
        sandbox::Fault::on("mde.machines.get").status(403),
        sandbox::Fault::on("mde.machines.get").always().disconnect(),
    ]
    .into_iter()
    .enumerate()
    {
        sandbox.fault(fault);
        let (code, shown) = on_a_terminal(&sandbox, "y", &isolate).await;
        assert_eq!(code, Some(0), "{number}: {shown}");
        assert!(shown.contains("not shown"), "{number}: {shown}");
    }
    assert_eq!(
        sandbox.requests("mde.machines.isolate").len(),
        1,
        "the second one found it open"
    );
}
