//! Texts for help.

use std::fmt::Write as _;

use http_core::{Operation, RateLimit};

use crate::words;

/// How to see the end of what the operation starts, in lines with commands of `program`. Empty if it starts nothing.
pub fn finished_when(row: &Operation, program: &str) -> String {
    let Some(completion) = row.completion else {
        return String::new();
    };
    let Some(ask) = completion.ask else {
        return completion.note.to_owned();
    };
    let ended = match completion.ended {
        "" => String::new(),
        member => format!("{member} is set, or "),
    };
    let mut lines = vec![
        format!(
            "`{program} {}` shows that {ended}{} is {}",
            words::command(ask.id),
            completion.state,
            alternatives(completion.succeeded)
        ),
        format!("It failed where it is {}", alternatives(completion.failed)),
    ];
    if let Some(then) = completion.then {
        let command = words::command(then.ask.id);
        lines.push(format!(
            "Then `{program} {command}` gives what it left behind"
        ));
    }
    if !completion.note.is_empty() {
        lines.push(completion.note.to_owned());
    }
    lines.join("\n")
}

/// `A`, `A or B`, `A, B or C`.
fn alternatives(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The rate limits of the operation: `100 calls a minute, 1500 an hour`. Empty if none is documented.
pub fn limits(row: &Operation) -> String {
    let limits: Vec<_> = row.limits.iter().map(limit).collect();
    let mut text = limits.join(", ");
    if !text.is_empty() && row.limit_class != row.id {
        let _ = write!(text, "; shared by the operations of {}", row.limit_class);
    }
    text
}

fn limit(limit: &RateLimit) -> String {
    let window = match limit.seconds {
        1 => "a second".to_owned(),
        60 => "a minute".to_owned(),
        3600 => "an hour".to_owned(),
        86_400 => "a day".to_owned(),
        seconds if seconds % 60 == 0 => format!("in {} minutes", seconds / 60),
        seconds => format!("in {seconds} seconds"),
    };
    let calls = if limit.calls == 1 { "call" } else { "calls" };
    format!("{} {calls} {window}", limit.calls)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_read_like_sentences() {
        static ROW: Operation = Operation::get("t.a.b", "/a").limits(&[
            RateLimit::per_minute(100),
            RateLimit::new(1, 300),
            RateLimit::new(7, 45),
        ]);
        assert_eq!(
            limits(&ROW),
            "100 calls a minute, 1 call in 5 minutes, 7 calls in 45 seconds"
        );
    }
}
