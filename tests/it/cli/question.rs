//! The question before a change, and names in place of ids.

use sandbox::Sandbox;
use serde_json::Value;

use super::program::{Program, fixed};

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
