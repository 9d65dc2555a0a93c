//! What a person sees while a command takes its time, and the log of the calls.

use sandbox::{Fault, TenantFault};
use serde_json::Value;

use super::program::{Program, fixed};
use super::terminal::Terminal;

const MACHINES: &str = "mde machines list --all-statuses -n 3 -o id";

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A service that throttles the first call for two seconds.
fn throttled() -> Fault {
    Fault::on("mde.machines.list").status(429).retry_after(2)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_throttled_call_says_how_long_it_waits_and_leaves_no_trace() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(throttled());
    let program = Program::line(MACHINES).at(&sandbox).env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").run().await;
    let heard = text(&shown.terminal);
    assert_eq!(shown.code, Some(0), "{heard}");
    assert!(
        heard.contains("the service has throttled these calls: waiting 1 s as it asked"),
        "{heard:?}"
    );
    assert_eq!(text(&shown.stdout).lines().count(), 3);
    // The line is taken away before anything else is printed, so the last line is that of the limit.
    let last = heard.rsplit("\u{1b}[2K").next().unwrap_or_default();
    assert_eq!(last.trim(), "stopped at --limit 3; more exist", "{heard:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tenants_are_counted_while_the_last_ones_work() {
    let faults = [
        ("tenant2", TenantFault::Hanging),
        ("tenant3", TenantFault::Unconsented),
    ];
    let builder = fixed().customers(4).devices(3);
    let builder = faults.iter().fold(builder, |builder, (name, fault)| {
        builder.tenant_fault(*name, *fault)
    });
    let sandbox = builder.start().await.unwrap();
    let line = format!("{MACHINES} --tenants all --deadline 3s");
    let program = Program::line(&line).at(&sandbox).env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").run().await;
    let heard = text(&shown.terminal);
    assert_eq!(shown.code, Some(3), "{heard}");
    // Three rows each of two tenants.
    let expected = "3 of 4 tenants done, 1 of them not well; 6 rows, ";
    assert!(heard.contains(expected), "{heard:?}");
    let rest = heard.rsplit("\u{1b}[2K").next().unwrap_or_default();
    assert!(!rest.contains("tenants done"), "{heard:?}");
    assert!(
        rest.contains("4 tenants: 2 ok, 2 failed; 6 rows"),
        "{heard:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_who_does_not_look_or_does_not_want_to() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(throttled());
    let outcome = Program::line(MACHINES).at(&sandbox).run().await;
    assert_eq!(outcome.stderr, "stopped at --limit 3; more exist\n");

    sandbox.fault(throttled());
    let line = format!("{MACHINES} -q");
    let program = Program::line(&line).at(&sandbox).env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").run().await;
    assert_eq!(
        (text(&shown.terminal), shown.code),
        (String::new(), Some(0))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_shows_the_state_of_the_action() {
    let sandbox = fixed().speed(2.0).start().await.unwrap();
    let id = Program::line("mde machines list -n 1 -o id -q");
    let id = id.at(&sandbox).run().await.stdout;
    let line = format!(
        "mde machines isolate {} --comment INC-7 --isolation-type Full --yes --wait -o id",
        id.trim()
    );
    let program = Program::line(&line).at(&sandbox).env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").run().await;
    let heard = text(&shown.terminal);
    assert_eq!(shown.code, Some(0), "{heard}");
    assert!(heard.contains("Pending"), "{heard:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_is_one_line_with_its_status_time_attempts_and_request_id() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.machines.list").status(503));
    let line = format!("{MACHINES} -v");
    let outcome = Program::line(&line).at(&sandbox).run().await;
    let calls = outcome.stderr.lines();
    let calls: Vec<_> = calls.filter(|line| line.contains(" INFO call ")).collect();
    let [token, machines] = calls[..] else {
        panic!("{outcome}");
    };
    assert!(
        token.contains(" INFO call auth.token POST http://127.0.0.1:"),
        "{outcome}"
    );
    assert!(
        machines.contains(" INFO call mde.machines.list GET http://127.0.0.1:"),
        "{outcome}"
    );
    for part in [" status=200", " attempts=2", " elapsed_ms=", " request_id="] {
        assert!(machines.contains(part), "{outcome}");
    }
    assert!(
        outcome.stderr.contains("waiting before the next attempt"),
        "{outcome}"
    );
    assert!(!outcome.stderr.contains("otel"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_for_programs_is_an_object_a_line() {
    let sandbox = fixed().start().await.unwrap();
    let line = format!("{MACHINES} -v --log-format json");
    let outcome = Program::line(&line).at(&sandbox).run().await;
    let logged = outcome.stderr.lines().filter(|line| line.starts_with('{'));
    let logged: Vec<Value> = logged
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let call = logged
        .iter()
        .find(|one| one["operation"] == "mde.machines.list");
    let call = call.unwrap_or_else(|| panic!("{outcome}"));
    assert_eq!(
        (&call["level"], &call["message"]),
        (&"INFO".into(), &"call".into())
    );
    assert_eq!(
        (&call["status"], &call["attempts"]),
        (&200.into(), &1.into())
    );
    assert!(
        call["request_id"].is_string() && call["timestamp"].is_string(),
        "{call}"
    );
    assert!(call.get("spans").is_none(), "{call}");
}
