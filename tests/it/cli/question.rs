//! The question before a change, and names in place of ids.

use sandbox::Sandbox;
use serde_json::Value;

use super::program::{Program, fixed};
#[cfg(unix)]
use super::terminal::Terminal;

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

/// Runs a command at a terminal and answers its question. Returns the exit code and what the terminal showed.
#[cfg(unix)]
async fn on_a_terminal(sandbox: &Sandbox, answer: &str, words: &[&str]) -> (Option<i64>, String) {
    at_its_question(sandbox, "[y/N]", answer, words).await
}

/// As [`on_a_terminal`], for a question that ends in these words.
#[cfg(unix)]
async fn at_its_question(
    sandbox: &Sandbox,
    question: &str,
    answer: &str,
    words: &[&str],
) -> (Option<i64>, String) {
    let program = Program::new(words).at(sandbox);
    let answer = format!("{answer}\n");
    let terminal = Terminal::of(&program).wait(question).send(&answer);
    let shown = terminal.run().await;
    (shown.code, shown.screen())
}

/// An active device with a tag, or without it.
#[cfg(unix)]
async fn device(sandbox: &Sandbox, tag: &str, has_tag: bool) -> Value {
    let devices = devices(sandbox, "healthStatus eq 'Active'").await;
    let fits = |device: &Value| {
        let tags = device["machineTags"].as_array().unwrap();
        tags.iter().any(|one| one == tag) == has_tag
    };
    devices.into_iter().find(fits).unwrap()
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_question_names_the_device_the_change_and_its_way_back() {
    let sandbox = fixed().start().await.unwrap();
    let device = device(&sandbox, "domain-controller", false).await;
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
    let users = ["mde", "machines", "list-logon-users", id, "-o", "json"];
    let users = Program::new(&users).at(&sandbox).run().await.json();
    let users = users.as_array().unwrap();
    let seen = |user: &Value| user["lastSeen"].as_str().unwrap().to_owned();
    let last = users.iter().map(seen).max().unwrap();
    let last = users.iter().filter(|user| seen(user) == last);
    let mut names = last.map(|user| user["accountName"].as_str().unwrap());
    let is_named = names.any(|name| shown.contains(&format!("user {name}, ")));
    assert!(is_named, "{users:?}: {shown}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_change_without_a_way_back_wants_the_name_of_the_device() {
    let sandbox = fixed().start().await.unwrap();
    let device = device(&sandbox, "domain-controller", false).await;
    let (id, name) = (
        device["id"].as_str().unwrap(),
        device["computerDnsName"].as_str().unwrap(),
    );
    let offboard = ["mde", "machines", "offboard", id, "--comment", "gone"];
    let question = format!("Type {name} to go on: ");
    for answer in ["y", "yes", "", id, "wks"] {
        let (code, shown) = at_its_question(&sandbox, &question, answer, &offboard).await;
        assert_eq!(code, Some(9), "{answer}: {shown}");
        assert!(shown.contains("This cannot be taken back."), "{shown}");
    }
    assert_eq!(sandbox.requests("mde.machines.offboard").len(), 0);
    let upper = name.to_uppercase();
    let (code, shown) = at_its_question(&sandbox, &question, &upper, &offboard).await;
    assert_eq!(code, Some(0), "{shown}");
    assert_eq!(sandbox.requests("mde.machines.offboard").len(), 1);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_protected_tag_wants_a_name_and_several_devices_their_number() {
    let sandbox = fixed().start().await.unwrap();
    let controller = device(&sandbox, "domain-controller", true).await;
    let other = device(&sandbox, "domain-controller", false).await;
    let ids = [&controller, &other].map(|device| device["id"].as_str().unwrap());
    let name = controller["computerDnsName"].as_str().unwrap();
    let one = ["mde", "machines", "isolate", ids[0], "--comment", "x"];
    let question = format!("Type {name} to go on: ");
    let (code, shown) = at_its_question(&sandbox, &question, "y", &one).await;
    assert_eq!(code, Some(9), "{shown}");
    let both = [
        "mde",
        "machines",
        "isolate",
        ids[0],
        ids[1],
        "--comment",
        "x",
    ];
    let (code, shown) = at_its_question(&sandbox, "Type 2 to go on: ", "y", &both).await;
    assert_eq!(code, Some(9), "{shown}");
    let (code, shown) = at_its_question(&sandbox, "Type 2 to go on: ", "2", &both).await;
    assert_eq!(code, Some(0), "{shown}");
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 2);

    // The tags are those of the settings, and another device needs a letter.
    let program = Program::new(&one)
        .at(&sandbox)
        .env("DEFENDER_PROTECTED_TAGS", "crown, jewel");
    let shown = Terminal::of(&program).wait("[y/N]").send("n\n").run().await;
    assert_eq!(shown.code, Some(9), "{shown:?}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_cannot_be_shown_does_not_keep_the_change_back() {
    let sandbox = fixed().start().await.unwrap();
    let device = device(&sandbox, "domain-controller", false).await;
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
