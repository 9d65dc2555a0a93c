//! Ctrl-C and SIGTERM while a command waits for a person, a pipe or a file.

use std::path::Path;

use sandbox::Sandbox;

use super::program::{Program, fixed};
use super::terminal::{Shown, Terminal};

/// A signal and its exit code.
const WAYS: [(&str, i64); 4] = [
    ("key", 130),
    ("SIGINT", 130),
    ("SIGTERM", 143),
    ("SIGHUP", 129),
];

/// Much longer than an immediate end takes, much shorter than any time limit of the program.
const AT_ONCE: f64 = 10.0;

async fn ended(terminal: Terminal, way: &str) -> Shown {
    let asked = match way {
        "key" => terminal.send("\u{3}"),
        signal => terminal.signal(signal),
    };
    let shown = asked.run().await;
    assert!(shown.seconds < AT_ONCE, "{way}: {shown:?}");
    assert!(
        shown.echo,
        "{way}: the terminal shows nothing that is typed"
    );
    shown
}

/// Ends a waiting command with each signal, and checks that no change was sent. A question may have read its target.
async fn end_in_each_way(sandbox: &Sandbox, waits: impl Fn() -> Terminal) {
    for (way, code) in WAYS {
        let shown = ended(waits(), way).await;
        assert_eq!(shown.code, Some(code), "{way}: {shown:?}");
        assert!(shown.stdout.is_empty(), "{way}: {shown:?}");
    }
    let sent = sandbox.all_requests();
    let is_change = |one: &sandbox::Received| one.method != "GET" && one.operation != "token";
    assert!(!sent.iter().any(is_change), "{sent:?}");
}

/// The first id that a list prints.
async fn first_id(sandbox: &Sandbox, line: &str) -> String {
    let listed = Program::line(line).at(sandbox).run().await;
    assert_eq!(listed.code, Some(0), "{listed}");
    listed.stdout.trim().to_owned()
}

fn fifo(folder: &Path) -> String {
    let path = folder.join("pipe").to_str().unwrap().to_owned();
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_before_a_change() {
    let sandbox = fixed().start().await.unwrap();
    let machine = first_id(&sandbox, "mde machines list -o id -n 1 -q").await;
    let alert = first_id(&sandbox, "mde alerts list -o id -n 1 -q").await;
    let indicator = first_id(&sandbox, "mde indicators list -o id -n 1 -q").await;
    for line in [
        format!("mde machines isolate {machine} --comment y --isolation-type Full"),
        format!("api PATCH /api/alerts/{alert} -f status=Resolved"),
        format!("mde indicators delete {indicator} -o json"),
    ] {
        // The name of a device with a protected tag would be asked for otherwise.
        let program = || {
            Program::line(&line)
                .at(&sandbox)
                .env("DEFENDER_PROTECTED_TAGS", "none")
        };
        end_in_each_way(&sandbox, || Terminal::of(&program()).wait("[y/N]")).await;
        let shown = Terminal::of(&program())
            .wait("[y/N]")
            .send("n\n")
            .run()
            .await;
        assert_eq!(shown.code, Some(9), "{shown:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn standard_input_that_does_not_end() {
    let sandbox = fixed().start().await.unwrap();
    for (line, begin) in [
        ("api POST /api/unheardOf --input - --yes", "{\"a\":"),
        ("api POST /api/unheardOf -F a=- --yes", "text"),
        ("mde machines get -", "a\nb\n"),
        ("mde indicators submit --body - --yes", "{"),
        ("hunt -", "DeviceInfo"),
        (
            "auth login --method secret --client-id c --tenant t",
            "half a secr",
        ),
    ] {
        let program = || Program::line(line).at(&sandbox);
        let waits = || {
            let terminal = Terminal::of(&program()).piped("stdin").piped("stdout");
            terminal.feed(begin.as_bytes())
        };
        end_in_each_way(&sandbox, waits).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_named_pipe_that_nobody_writes_to() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = fifo(folder.path());
    let body = format!("@{path}");
    for words in [
        &["api", "POST", "/api/unheardOf", "--yes", "--input", &path][..],
        &["hunt", &path],
        &["mde", "indicators", "submit", "--yes", "--body", &body],
    ] {
        let program = || Program::new(words).at(&sandbox);
        end_in_each_way(&sandbox, || {
            Terminal::of(&program()).piped("stdout").fifo(&path)
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_asked_for() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let line = "auth login --method secret --client-id c --tenant t";
    let program = || Program::line(line).reaching(&sandbox).home(folder.path());
    let waits = || Terminal::of(&program()).wait("client secret").hidden();
    end_in_each_way(&sandbox, waits).await;
    end_in_each_way(&sandbox, || waits().send("half a secr")).await;
    assert!(!folder.path().join("config.toml").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_question_before_a_profile_is_removed() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let line = |line: &str| Program::line(line).home(folder.path());
    let made = line("profile set x tenant=contoso.example").run().await;
    assert_eq!(made.code, Some(0), "{made}");
    let waits = || Terminal::of(&line("profile remove x")).wait("[y/N]");
    end_in_each_way(&sandbox, waits).await;
    let shown = line("profile show x -o json").run().await;
    assert_eq!(shown.json()["tenant"], "contoso.example");
    let shown = waits().send("y\n").run().await;
    assert_eq!(shown.code, Some(0), "{shown:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_to_outlive_its_terminal_does() {
    let sandbox = fixed().start().await.unwrap();
    let words = [
        "-c",
        "trap '' HUP; exec \"$0\" mde machines get -",
        "PROGRAM",
    ];
    let (path, _, variables) = Program::new(&[]).at(&sandbox).parts();
    let words = words.map(|word| word.replace("PROGRAM", &path));
    let shell = Terminal::shell(&words, &variables)
        .piped("stdin")
        .piped("stdout");
    let shown = shell.feed(b"x\n").signal("SIGHUP").close().run().await;
    assert_eq!(sandbox.requests("mde.machines.get").len(), 1, "{shown:?}");
}
