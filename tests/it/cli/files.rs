//! Files: rows of exports, packages, results of commands; and actions that are started once.

use sandbox::{Fault, Sandbox};

use super::program::{Outcome, Program};

const EXPORT: &str = "mde.assessments.export_software_inventory";

async fn fast() -> Sandbox {
    // An action takes 90 seconds of the emulator's time.
    Sandbox::builder()
        .speed(200.0)
        .limits(false)
        .start()
        .await
        .unwrap()
}

async fn run(sandbox: &Sandbox, words: &[&str]) -> Outcome {
    Program::new(words).at(sandbox).run().await
}

async fn device(sandbox: &Sandbox) -> String {
    let words = [
        "mde",
        "machines",
        "list",
        "--filter",
        "osPlatform eq 'Windows11'",
        "-o",
        "id",
        "-n",
        "1",
        "-q",
    ];
    run(sandbox, &words).await.stdout.trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rows_of_an_export_go_out_like_those_of_a_list() {
    let sandbox = fast().await;
    let export = [
        "mde",
        "assessments",
        "export-software-inventory",
        "-o",
        "ndjson",
    ];
    sandbox.fault(Fault::on("download").empty_body());
    let outcome = run(&sandbox, &export).await;
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    let rows: Vec<serde_json::Value> = outcome
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(rows.len() > 250 && rows.iter().all(|row| row["DeviceId"].is_string()));
    assert!(
        outcome
            .stderr
            .contains(&format!("{} rows from ", rows.len())),
        "{}",
        outcome.stderr
    );

    let three = run(&sandbox, &[&export[..], &["-n", "3"]].concat()).await;
    assert_eq!(three.stdout.lines().count(), 3);
    let links = run(&sandbox, &[&export[..], &["--links"]].concat()).await;
    let answer: serde_json::Value = serde_json::from_str(&links.stdout).unwrap();
    assert!(answer["exportFiles"][0].as_str().unwrap().contains("sig="));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_account_of_an_export_is_kept_whole_however_it_ended() {
    let sandbox = fast().await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("account.json");
    let export = [
        "mde",
        "assessments",
        "export-software-inventory",
        "-o",
        "ndjson",
        "--manifest",
        place.to_str().unwrap(),
    ];
    let account = || -> serde_json::Value {
        let text = std::fs::read(&place).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        serde_json::from_slice(&text).unwrap()
    };
    let outcome = run(&sandbox, &export).await;
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    let told = account();
    assert_eq!(told["complete"], true);
    assert_eq!(told["reason"], serde_json::Value::Null);
    assert_eq!(told["rows"], outcome.stdout.lines().count());
    assert_eq!(told["files"], told["filesRead"]);
    assert_eq!(told["operation"], EXPORT);
    assert!(told["generatedTime"].is_string() && told["ageSeconds"].is_u64());
    assert!(outcome.stderr.contains("; complete"), "{}", outcome.stderr);

    let three = run(&sandbox, &[&export[..], &["-n", "3"]].concat()).await;
    assert_eq!(three.code, Some(0), "{}", three.stderr);
    let told = account();
    assert_eq!(
        (&told["complete"], &told["rows"]),
        (&false.into(), &3.into())
    );
    assert_eq!(told["reason"], "stopped at --limit 3");

    sandbox.fault(Fault::on("download").nth(2).always().empty_body());
    let broken = run(&sandbox, &export).await;
    assert_eq!(broken.code, Some(3), "{}", broken.stderr);
    let told = account();
    assert_eq!(
        (&told["complete"], &told["filesRead"]),
        (&false.into(), &1.into())
    );
    let reason = told["reason"].as_str().unwrap();
    assert!(reason.contains("file 2 of"), "{reason}");
    let missing = told["missing"].as_array().unwrap();
    assert_eq!(missing.len() + 1, told["files"].as_u64().unwrap() as usize);
    assert_eq!(missing[0]["file"], 2);
    assert!(broken.stderr.contains("not complete"), "{}", broken.stderr);

    sandbox.fault(Fault::on(EXPORT).status(403));
    let denied = run(&sandbox, &export).await;
    assert_eq!(denied.code, Some(5), "{}", denied.stderr);
    assert_eq!(account()["rows"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_is_open_is_shown_and_not_begun_again() {
    let sandbox = Sandbox::builder().limits(false).start().await.unwrap();
    let device = device(&sandbox).await;
    let isolate = [
        "mde",
        "machines",
        "isolate",
        &device,
        "--comment",
        "ticket",
        "--yes",
        "-o",
        "json",
    ];
    let id = |outcome: &Outcome| -> String {
        let action: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
        action["id"].as_str().unwrap().to_owned()
    };
    sandbox.fault(Fault::on("mde.machines.isolate").disconnect());
    let first = run(&sandbox, &isolate).await;
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    let second = run(&sandbox, &isolate).await;
    assert_eq!(id(&first), id(&second));
    assert!(
        second.stderr.contains("an existing action of the target"),
        "{}",
        second.stderr
    );
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_is_waited_for_and_saved() {
    let sandbox = fast().await;
    let device = device(&sandbox).await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("package.zip");
    let place = place.to_str().unwrap();
    let collect = [
        "mde",
        "machines",
        "collect-investigation-package",
        &device,
        "--comment",
        "ticket",
        "--yes",
        "--wait",
        "--download",
        place,
    ];
    let outcome = run(&sandbox, &collect).await;
    assert_eq!(outcome.code, Some(0), "{}", outcome.stderr);
    assert!(std::fs::read(place).unwrap().starts_with(b"PK"));
    let without_wait = run(&sandbox, &collect[..7]).await;
    assert_eq!(without_wait.code, Some(0), "{}", without_wait.stderr);
    let bare = [&collect[..7], &collect[8..]].concat();
    assert_eq!(
        run(&sandbox, &bare).await.code,
        Some(2),
        "there is nothing to fetch yet"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_commands_left_behind_is_saved_and_those_left_out_are_told() {
    let sandbox = fast().await;
    let device = device(&sandbox).await;
    let folder = tempfile::tempdir().unwrap();
    let commands = serde_json::json!([
        {"type": "RunScript", "params": [{"key": "ScriptName", "value": "triage.sh"}]},
        {"type": "GetFile", "params": [{"key": "Path", "value": "/a"}]},
        {"type": "GetFile", "params": [{"key": "Path", "value": "/b"}]},
    ])
    .to_string();
    sandbox.fault(Fault::on("mde.machines.run_live_response").command_fails(1));
    let words = [
        "mde",
        "machines",
        "run-live-response",
        &device,
        "--commands",
        &commands,
        "--comment",
        "ticket",
        "--yes",
        "--wait",
        "--download",
        folder.path().to_str().unwrap(),
    ];
    let outcome = run(&sandbox, &words).await;
    assert_eq!(outcome.code, Some(1), "{}", outcome.stderr);
    assert!(
        outcome.stderr.contains("command 2 (GetFile): Failed"),
        "{}",
        outcome.stderr
    );
    assert!(
        outcome.stderr.contains("command 3 (GetFile) was not run"),
        "{}",
        outcome.stderr
    );
    let saved: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(saved, ["0-RunScript"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_that_cannot_be_had_does_not_keep_the_others_back() {
    let sandbox = fast().await;
    let device = device(&sandbox).await;
    let commands = serde_json::json!([
        {"type": "GetFile", "params": [{"key": "Path", "value": "/a"}]},
        {"type": "GetFile", "params": [{"key": "Path", "value": "/b"}]},
        {"type": "GetFile", "params": [{"key": "Path", "value": "/c"}]},
    ])
    .to_string();
    let line = "mde machines run-live-response DEVICE --comment ticket --yes --wait -o json";
    let words: Vec<_> = line
        .split(' ')
        .map(|word| if word == "DEVICE" { &device } else { word })
        .chain(["--commands", &commands, "--download"])
        .collect();
    let link = "mde.machine_actions.get_live_response_result";
    for (fault, code, files) in [
        (
            Fault::on(link).nth(1).status(400),
            3,
            &["1-GetFile", "2-GetFile"][..],
        ),
        (Fault::on(link).always().status(403), 5, &[]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        sandbox.fault(fault);
        let place = folder.path().join("results");
        let words = [&words[..], &[place.to_str().unwrap()]].concat();
        let outcome = run(&sandbox, &words).await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        let mut saved: Vec<_> = std::fs::read_dir(&place)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        saved.sort();
        assert_eq!(saved, files, "{outcome}");
        assert!(outcome.stderr.contains("0-GetFile: "), "{outcome}");
        let account = format!("{} of 3 results were saved", files.len());
        assert!(outcome.stderr.contains(&account), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_by_what_is_not_filterable_is_warned_of() {
    let sandbox = fast().await;
    let words = [
        "mde",
        "machines",
        "list",
        "--filter",
        "agentVersion eq '1'",
        "-o",
        "table",
    ];
    let outcome = run(&sandbox, &words).await;
    let warning = "--filter: `agentVersion` is not documented as filterable, sent as it is";
    assert!(outcome.stderr.contains(warning), "{}", outcome.stderr);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_download_replaces_nothing_unless_it_is_told_to() {
    let sandbox = fast().await;
    let device = device(&sandbox).await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("package.zip");
    std::fs::write(&place, "evidence").unwrap();
    let collect = [
        "mde",
        "machines",
        "collect-investigation-package",
        &device,
        "--comment",
        "x",
        "--yes",
        "--wait",
        "--download",
        place.to_str().unwrap(),
    ];
    let before = sandbox.all_requests().len();
    let refused = run(&sandbox, &collect).await;
    assert_eq!(refused.code, Some(9), "{refused}");
    assert!(refused.stderr.contains("--force"), "{refused}");
    assert_eq!(std::fs::read_to_string(&place).unwrap(), "evidence");
    assert_eq!(
        sandbox.all_requests().len(),
        before,
        "decided before anything is sent"
    );
    let forced = run(&sandbox, &[&collect[..], &["--force"]].concat()).await;
    assert_eq!(forced.code, Some(0), "{forced}");
    assert_ne!(std::fs::read(&place).unwrap(), b"evidence");
    // A folder for results, and a dangling link.
    let results = folder.path().join("results");
    std::fs::create_dir(&results).unwrap();
    std::fs::write(results.join("0-GetFile"), "evidence").unwrap();
    let dangling = folder.path().join("dangling");
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    #[cfg(not(unix))]
    std::fs::write(&dangling, "").unwrap();
    let before = sandbox.all_requests().len();
    let commands = r#"[{"type":"GetFile","params":[{"key":"Path","value":"C:\\x"}]}]"#;
    for place in [&results, &dangling] {
        let place = place.to_str().unwrap();
        let live = [
            "mde",
            "machines",
            "run-live-response",
            &device,
            "--comment",
            "x",
            "--commands",
            commands,
            "--yes",
            "--wait",
            "--download",
            place,
        ];
        let refused = run(&sandbox, &live).await;
        assert_eq!(refused.code, Some(9), "{refused}");
    }
    assert_eq!(sandbox.all_requests().len(), before);
}
