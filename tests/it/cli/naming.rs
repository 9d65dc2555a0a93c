//! Devices by name, address or Entra id, and ids under any of their names.

use sandbox::Sandbox;
use serde_json::{Value, json};

use super::answering::{Answering, answer};
use super::program::{Outcome, Program, fixed};

async fn run(sandbox: &Sandbox, words: &[&str]) -> Outcome {
    Program::new(words).at(sandbox).run().await
}

/// A device that can be isolated.
async fn device(sandbox: &Sandbox) -> Value {
    let words = ["mde", "machines", "list", "-n", "1", "-o", "json", "-q"];
    run(sandbox, &words).await.json()[0].clone()
}

fn text<'a>(record: &'a Value, member: &str) -> &'a str {
    record[member].as_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_known_by_name_address_and_entra_id() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let device = device(&sandbox).await;
    let (id, full) = (text(&device, "id"), text(&device, "computerDnsName"));
    let short = full.split('.').next().unwrap();
    let names = [
        full,
        short,
        text(&device, "lastIpAddress"),
        text(&device, "aadDeviceId"),
    ];
    let software = ["mde", "machines", "list-software", id, "-o", "id"];
    let software = run(&sandbox, &software).await.stdout;
    for name in names {
        let get = run(&sandbox, &["mde", "machines", "get", name, "-o", "id"]).await;
        assert_eq!(get.lines(), [id], "{name}: {get}");
        assert!(get.stderr.contains(&format!("`{name}` is {id}")), "{get}");
        // An operation that reads what belongs to a device.
        let list = ["mde", "machines", "list-software", name, "-o", "id"];
        assert_eq!(run(&sandbox, &list).await.stdout, software, "{name}");
    }
    // All names are one device: it is read once, changed once.
    let get = [&["mde", "machines", "get", "-o", "id"], &names[..]].concat();
    assert_eq!(run(&sandbox, &get).await.lines(), [id]);
    let isolate = ["mde", "machines", "isolate", "--comment", "x", "--yes"];
    let isolate = [&isolate[..], &names[1..], &["-o", "json"]].concat();
    let isolated = run(&sandbox, &isolate).await;
    assert_eq!(isolated.code, Some(0), "{isolated}");
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 1);
    // A change of several devices in one call.
    let several = names[1..].join(",");
    let tag = [
        "mde",
        "machines",
        "set-tag-bulk",
        "--value",
        "x",
        "--action",
        "Add",
        "--yes",
        "--machine-ids",
        &several,
    ];
    let tagged = run(&sandbox, &tag).await;
    assert_eq!(tagged.code, Some(0), "{tagged}");
    let sent = sandbox.requests("mde.machines.set_tag_bulk").pop().unwrap();
    let body: Value = serde_json::from_slice(&sent.body).unwrap();
    assert_eq!(body["MachineIds"], json!([id]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_nobody_has_is_not_found() {
    let sandbox = fixed().start().await.unwrap();
    for name in [
        "nobody",
        "192.0.2.77",
        "00000000-0000-0000-0000-000000000001",
    ] {
        for words in [
            vec!["mde", "machines", "get", name],
            vec!["mde", "machines", "list-alerts", name],
            vec![
                "mde",
                "machines",
                "isolate",
                name,
                "--comment",
                "x",
                "--yes",
            ],
        ] {
            let outcome = run(&sandbox, &words).await;
            assert_eq!(outcome.code, Some(6), "{words:?}: {outcome}");
        }
    }
    assert!(sandbox.requests("mde.machines.isolate").is_empty());
}

/// Two live records, one that was replaced, and one that was never onboarded.
fn namesakes() -> Answering {
    let record = |id: &str, status: &str, merged: Option<&str>| {
        json!({
            "id": id.repeat(40), "computerDnsName": "pc.example", "onboardingStatus": status,
            "mergedIntoMachineId": merged, "lastSeen": "2026-03-01T08:00:00Z"
        })
    };
    Answering::new(move |_, line| {
        let all = [
            record("a", "Onboarded", None),
            record("b", "Onboarded", None),
            record("c", "Onboarded", Some("a")),
            record("d", "CanBeOnboarded", None),
        ];
        let body = match line {
            line if line.contains("10.0.0.1%27") => json!({"value": all[2..]}),
            line if line.contains("10.0.0.2%27") => json!({"value": all[3..]}),
            line if line.contains("filter") => json!({ "value": all }),
            _ => all[0].clone(),
        };
        answer(200, &body.to_string())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_of_several_devices_is_an_error_that_lists_them() {
    let service = namesakes();
    for words in [
        vec![
            "mde",
            "machines",
            "isolate",
            "pc.example",
            "--comment",
            "x",
            "--yes",
        ],
        vec!["mde", "machines", "get", "pc.example"],
        vec!["mde", "machines", "list-alerts", "pc.example"],
    ] {
        let outcome = service.run(&words).run().await;
        assert_eq!(outcome.code, Some(2), "{words:?}: {outcome}");
        for (id, says) in [
            (
                "a",
                "onboardingStatus Onboarded, last seen 2026-03-01T08:00:00Z",
            ),
            ("b", "onboardingStatus Onboarded"),
            ("c", "onboardingStatus Onboarded, replaced by a"),
            ("d", "onboardingStatus CanBeOnboarded"),
        ] {
            let line = format!("{} ({says}", id.repeat(40));
            assert!(outcome.stderr.contains(&line), "{words:?}: {outcome}");
        }
    }
    let posts = service
        .asked()
        .into_iter()
        .filter(|line| line.starts_with("POST"));
    assert_eq!(posts.count(), 0, "nothing was changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_was_replaced_or_never_onboarded_is_not_changed() {
    let service = namesakes();
    let isolate = async |name: &str| {
        let words = [
            "mde",
            "machines",
            "isolate",
            name,
            "--comment",
            "x",
            "--yes",
        ];
        service.run(&words).run().await
    };
    for (address, says) in [
        ("10.0.0.1", "no record that can be acted on: cccc"),
        ("10.0.0.2", "no record that can be acted on: dddd"),
    ] {
        let outcome = isolate(address).await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains(says), "{outcome}");
        // The name tells which device has the address.
        assert!(outcome.stderr.contains("pc.example"), "{outcome}");
    }
    // A read shows the one that is merely seen.
    let words = ["mde", "machines", "get", "10.0.0.2"];
    let read = service.run(&words).run().await;
    assert_eq!(read.code, Some(0), "{read}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ids_come_from_any_command_under_any_name() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let hunt = async |query: &str| {
        let words = ["hunt", "-e", query, "-o", "ndjson", "-q"];
        let outcome = run(&sandbox, &words).await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        outcome.stdout
    };
    let alerts = ["mde", "alerts", "list", "-n", "3", "-o", "ndjson", "-q"];
    let alerts = run(&sandbox, &alerts).await.stdout;
    let file = "DeviceFileEvents | where isnotempty(SHA1) | distinct SHA1 | take 1";
    for (rows, command) in [
        (
            hunt("DeviceInfo | distinct DeviceId | take 2").await,
            "machines get",
        ),
        (
            hunt("AlertInfo | distinct AlertId | take 2").await,
            "alerts get",
        ),
        (alerts, "machines get"),
    ] {
        let count = rows.lines().count();
        let words = [
            &["mde"],
            &command.split(' ').collect::<Vec<_>>()[..],
            &["-", "-o", "id"],
        ];
        let outcome = Program::new(&words.concat())
            .at(&sandbox)
            .run_with(&rows)
            .await;
        assert_eq!(outcome.code, Some(0), "{command}: {outcome}");
        assert!(
            !outcome.lines().is_empty() && outcome.lines().len() <= count,
            "{outcome}"
        );
    }
    // A file is named by its hash in any column of that kind.
    let rows = hunt(file).await;
    let words = ["mde", "files", "get", "-", "-o", "json", "--dry-run"];
    let outcome = Program::new(&words).at(&sandbox).run_with(&rows).await;
    let row: Value = serde_json::from_str(rows.lines().next().unwrap()).unwrap();
    let url = outcome.json()["url"].as_str().unwrap().to_owned();
    assert!(url.ends_with(text(&row, "SHA1")), "{url}");
    // Several ids in one call.
    let devices = hunt("DeviceInfo | distinct DeviceId | take 2").await;
    let words = [
        "mde",
        "machines",
        "set-tag-bulk",
        "--value",
        "x",
        "--action",
        "Add",
        "--dry-run",
        "-o",
        "json",
        "--machine-ids",
        "-",
    ];
    let outcome = Program::new(&words).at(&sandbox).run_with(&devices).await;
    let sent = outcome.json()["body"]["MachineIds"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(sent, 2, "{outcome}");
    // A line without any of the names says which were looked for.
    let words = ["mde", "machines", "get", "-"];
    let outcome = Program::new(&words)
        .at(&sandbox)
        .run_with("{\"name\":1}")
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome
            .stderr
            .contains("no `machineId`, no `deviceId` and no `id`"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dash_where_one_id_is_taken_is_refused() {
    let sandbox = fixed().start().await.unwrap();
    for line in ["mde machines list-software -", "mde users list-alerts -"] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains("takes one value here"), "{outcome}");
    }
    assert!(sandbox.all_requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_is_found_by_the_id_that_records_print() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let alerts = ["mde", "alerts", "list", "-n", "5", "-o", "ndjson", "-q"];
    let alerts = run(&sandbox, &alerts).await;
    let rows = alerts
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let alert: Value = rows
        .into_iter()
        .find(|row: &Value| row["relatedUser"]["userName"].is_string())
        .unwrap();
    let user = run(
        &sandbox,
        &[
            "mde",
            "alerts",
            "get-user",
            text(&alert, "id"),
            "-o",
            "json",
        ],
    )
    .await;
    let user = user.json();
    let id = text(&user, "id");
    assert!(id.contains('\\'), "{user}");
    let (_, plain) = id.split_once('\\').unwrap();
    let list = async |name: &str| {
        let words = ["mde", "users", "list-alerts", name, "-o", "id"];
        run(&sandbox, &words).await.stdout
    };
    let found = list(id).await;
    assert!(found.contains(text(&alert, "id")), "{found}");
    assert_eq!(found, list(plain).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finder_takes_its_tag_by_position_and_by_name() {
    let sandbox = fixed().start().await.unwrap();
    let by_position = Program::line("mde machines find-by-tag vip -o id").at(&sandbox);
    let by_position = by_position.run().await;
    assert!(!by_position.lines().is_empty(), "{by_position}");
    let by_name = Program::line("mde machines find-by-tag --tag vip -o id").at(&sandbox);
    assert_eq!(by_name.run().await.stdout, by_position.stdout);
    let neither = Program::line("mde machines find-by-tag").run().await;
    assert_eq!(neither.code, Some(2), "{neither}");
}
