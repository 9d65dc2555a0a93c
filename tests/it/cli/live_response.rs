//! Live response without JSON.

use serde_json::{Value, json};

use super::program::{Program, fixed};

/// The commands of the last live response that was sent.
fn sent(sandbox: &sandbox::Sandbox) -> Value {
    let requests = sandbox.requests("mde.machines.run_live_response");
    let body: Value = serde_json::from_slice(&requests.last().unwrap().body).unwrap();
    body["Commands"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn scripts_and_files_are_named_in_words() {
    let sandbox = fixed()
        .devices(20)
        .limits(false)
        .speed(100.0)
        .start()
        .await
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let run = async |words: &[&str]| {
        Program::new(&[words, &["--yes"]].concat())
            .at(&sandbox)
            .within(folder.path())
            .run()
            .await
    };
    let (device, script) = device_and_script(&sandbox).await;
    let device = device.as_str();

    let wait = ["--comment", "INC-7", "--wait", "--download", "results"];
    let line = [
        "live-response",
        "run-script",
        device,
        &script,
        "--args",
        "-Days 7",
    ];
    let ran = run(&[&line[..], &wait].concat()).await;
    assert_eq!(ran.code, Some(0), "{ran}");
    let params =
        json!([{"key": "ScriptName", "value": script}, {"key": "Args", "value": "-Days 7"}]);
    assert_eq!(
        sent(&sandbox),
        json!([{"type": "RunScript", "params": params}])
    );
    assert_eq!(folder.path().join("results").read_dir().unwrap().count(), 1);

    let path = r"C:\Windows\Temp\a.dmp";
    let got = run(&[
        "live-response",
        "get-file",
        device,
        path,
        "--wait",
        "--download",
        "files",
    ])
    .await;
    assert_eq!(got.code, Some(0), "{got}");
    let params = json!([{"key": "Path", "value": path}]);
    assert_eq!(
        sent(&sandbox),
        json!([{"type": "GetFile", "params": params}])
    );

    let put = run(&["live-response", "put-file", device, &script, "--wait"]).await;
    assert_eq!(put.code, Some(0), "{put}");
    let params = json!([{"key": "FileName", "value": script}]);
    assert_eq!(
        sent(&sandbox),
        json!([{"type": "PutFile", "params": params}])
    );

    let line = [
        "live-response",
        "collect-package",
        device,
        "--comment",
        "INC-7",
        "--wait",
    ];
    let collected = run(&[&line[..], &["--download", "package.zip"]].concat()).await;
    assert_eq!(collected.code, Some(0), "{collected}");
    assert!(folder.path().join("package.zip").is_file());
}

/// A device that live response works on, and a script of the library.
async fn device_and_script(sandbox: &sandbox::Sandbox) -> (String, String) {
    let filter = "osPlatform eq 'Windows11'";
    let list = [
        "mde", "machines", "list", "-n", "1", "-q", "-o", "id", "--filter", filter,
    ];
    let device = Program::new(&list).at(sandbox).run().await;
    let files = Program::line("mde library-files list -o json")
        .at(sandbox)
        .run()
        .await;
    let script = files.json()[0]["fileName"].as_str().unwrap().to_owned();
    (device.stdout.trim().to_owned(), script)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_device_is_refused_at_once_without_a_wait() {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    let (device, script) = device_and_script(&sandbox).await;
    let run = async || {
        let words = ["live-response", "run-script", &device, &script, "--yes"];
        Program::new(&words).at(&sandbox).run().await
    };
    let first = run().await;
    let second = run().await;
    assert_eq!(first.code, Some(0), "{first}");
    assert_eq!(second.code, Some(1), "{second}");
    assert!(second.stderr.contains("wait for the open one"), "{second}");
}

/// Takes fifteen seconds, the pause between two attempts.
#[tokio::test(flavor = "multi_thread")]
async fn a_busy_device_is_waited_for_as_long_as_the_wait_says() {
    let builder = fixed().devices(20).limits(false).speed(20.0);
    let sandbox = builder.start().await.unwrap();
    let (device, script) = device_and_script(&sandbox).await;
    let words = ["live-response", "run-script", &device, &script, "--yes"];
    let run = async |more: &[&str]| {
        let words = [&words[..], more].concat();
        Program::new(&words).at(&sandbox).run().await
    };
    let first = run(&[]).await;
    assert_eq!(first.code, Some(0), "{first}");
    // The first one goes on for longer than this wait.
    let second = run(&["--wait=1s"]).await;
    assert_eq!(second.code, Some(1), "{second}");
    let third = run(&["--wait=5m", "-o", "json"]).await;
    assert_eq!(third.code, Some(0), "{third}");
    assert_eq!(third.json()["status"], "Succeeded", "{third}");
    assert_ne!(third.json()["id"], first.json()["id"]);
    let refused = sandbox.requests("mde.machines.run_live_response").len() - 2;
    assert!(refused >= 2, "{refused}");
}

#[tokio::test]
async fn what_lacks_a_name_or_a_comment_is_refused() {
    for line in [
        "live-response run-script DEVICE",
        "live-response collect-package DEVICE",
        "live-response get-file DEVICE x --download y",
    ] {
        let outcome = Program::line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
    }
    let outcome = Program::line("run-script").run().await;
    assert!(
        outcome.stderr.contains("live-response run-script"),
        "{outcome}"
    );
}
