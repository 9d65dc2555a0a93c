//! The pipeline of `http-core` and its poller are the only places that sleep, so that every pause has a deadline and
//! obeys the service. Stores of a lake have clients of their own. The emulator delays answers as a service does.

use super::{Complaint, Document, source};

/// The files that may sleep: crate, end of path, reason.
const MAY_SLEEP: &[(&str, &str, &str)] = &[
    (
        "lake",
        "/store.rs",
        "between the attempts to write an object that must be new",
    ),
    (
        "http-core",
        "/pipeline/call.rs",
        "between the attempts of a call",
    ),
    (
        "http-core",
        "/pipeline/retry.rs",
        "between the rounds of a batch",
    ),
    (
        "http-core",
        "/pipeline/stalled.rs",
        "ends a body that has stalled",
    ),
    (
        "http-core",
        "/pipeline/pause.rs",
        "before a page, a table or a file is requested again",
    ),
    (
        "http-core",
        "/pipeline/time.rs",
        "`repeat`, for the attempts of other crates",
    ),
    (
        "http-core",
        "/action/looks.rs",
        "between two looks at an action",
    ),
    ("sandbox", "/core.rs", "the fault that delays an answer"),
    (
        "sandbox",
        "/server.rs",
        "before the fault that drops a connection",
    ),
    (
        "sandbox",
        "/server/listener.rs",
        "when the system has no more sockets",
    ),
    (
        "sandbox",
        "/server/connection.rs",
        "ends connections that are idle or stalled",
    ),
];

pub(super) fn check(document: &Document) -> Vec<Complaint> {
    if document.is_test() || !is_library(&document.name) || may_sleep(&document.name) {
        return Vec::new();
    }
    let lines = source::lines_before_tests(&document.text);
    let numbered = (1..).zip(document.text.lines().take(lines));
    let sleeping = numbered.filter(|(_, line)| sleeps(line));
    sleeping
        .map(|(number, _)| {
            let what =
                "sleeps; follow an action with `http_core::Poller`, repeat attempts with `http_core::time::repeat`";
            Complaint::new(&document.name, number, what)
        })
        .collect()
}

fn is_library(name: &str) -> bool {
    name.starts_with("crates/") && name.contains("/src/")
}

fn may_sleep(name: &str) -> bool {
    MAY_SLEEP.iter().any(|(package, end, _)| {
        name.starts_with(&format!("crates/{package}/src/")) && name.ends_with(end)
    })
}

/// Whether a line of code calls `sleep` or `sleep_until`.
fn sleeps(line: &str) -> bool {
    let code = line.trim_start();
    if code.starts_with("//") {
        return false;
    }
    ["sleep(", "sleep_until("].iter().any(|call| {
        code.match_indices(call).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            before.is_none_or(|one| one != '_' && !one.is_alphanumeric())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(name: &str, text: &str) -> usize {
        check(&Document {
            name: name.to_owned(),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn only_named_files_sleep() {
        let text = "//! Loop.\nasync fn a() {\n    tokio::time::sleep(PAUSE).await;\n    sleep_until(at).await;\n}\n";
        assert_eq!(complaints("crates/mde-api/src/loop.rs", text), 2);
        assert_eq!(complaints("crates/http-core/src/pipeline/call.rs", text), 0);
        assert_eq!(complaints("crates/mde-api/src/attempt.rs", text), 2);
        assert_eq!(complaints("tests/it/mde/loop.rs", text), 0);
    }

    #[test]
    fn comments_tests_and_other_words_do_not_count() {
        let text = "// sleep(1)\nuse tokio::time::sleep;\nlet a = oversleep(1);\n#[cfg(test)]\nmod tests {\n    sleep(1);\n}\n";
        assert_eq!(complaints("crates/mde-api/src/loop.rs", text), 0);
    }
}
