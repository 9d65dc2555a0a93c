//! The end of actions: whether they succeeded, why not, and the files they leave behind.
//!
//! Some operations only start something, such as the isolation of a device or a live response. The service works on it
//! for minutes or days, and another operation reads its state. The functions here answer the questions of a program
//! that waits: which operation to ask ([`followed`]), whether the end is a failure ([`failure_of`], [`problems`]), and
//! where the results go ([`leads_to_files`], [`file_name`]).

use http_core::{ActionResult, AnswerKind, Completion, Operation, Progress, Value};

/// The completion of an operation, and the operation that reads the state of what it starts. `None` if it starts
/// nothing, or if no operation reads its state.
pub fn followed(
    operation: &'static Operation,
) -> Option<(&'static Completion, &'static Operation)> {
    let completion = operation.action.completion?;
    Some((completion, completion.ask?))
}

/// Whether the results of an action are files. Their addresses are read by an operation and expire soon.
pub fn leads_to_files(completion: &Completion) -> bool {
    completion
        .then
        .is_some_and(|then| then.ask.answer.kind == AnswerKind::Link)
}

/// The end of an action that did not succeed, for an error message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ending {
    /// The id of the action and its state: `7 ended as Failed`.
    pub message: String,
    /// What to do, if the state alone does not make it clear.
    pub hint: Option<&'static str>,
}

/// The end of an action that did not succeed; `None` if it succeeded. `record` is the last answer of the operation that
/// reads its state. An action that is still going on counts as not succeeded.
pub fn failure_of(completion: &Completion, record: &Value) -> Option<Ending> {
    if completion.progress(record) == Progress::Succeeded {
        return None;
    }
    let (id, state) = (record["id"].as_str(), completion.word(record));
    Some(Ending {
        message: format!("{} ended as {state}", id.unwrap_or_default()),
        hint: (state == "TimeOut").then_some(TIMED_OUT),
    })
}

/// The hint for a timed-out action, the most common failure that the caller did not cause.
const TIMED_OUT: &str = "the device did not call in for days and the service gave the action up, which does not mean \
                         that anybody refused it; check the device's lastSeen before you try again";

/// Longest kind in a file name, in characters. The service could send a longer one than file systems allow.
const LONGEST_KIND: usize = 40;

/// The file name for a result of an action, such as `2-GetFile`.
///
/// Only ASCII letters and digits of the kind are used, because the service chooses it. The number in front avoids names
/// that a system reserves.
pub fn file_name(result: &ActionResult) -> String {
    let index = result.index.unwrap_or_default();
    let letters = result.kind.chars().filter(char::is_ascii_alphanumeric);
    let kind: String = letters.take(LONGEST_KIND).collect();
    match &*kind {
        "" => format!("{index}-result"),
        kind => format!("{index}-{kind}"),
    }
}

/// The commands of an action that failed or were not run, a sentence for each. Empty for actions without commands.
///
/// A live response may leave results although it failed: its commands run in order, and those after a failed one may
/// not have been run. Numbers in the sentences begin at 1.
///
/// ```
/// use serde_json::json;
///
/// let record = json!({"commands": [
///     {"commandStatus": "Completed", "command": {"type": "GetFile"}},
///     {"commandStatus": "Failed", "command": {"type": "RunScript"}, "errors": ["no such script"]},
/// ]});
/// assert_eq!(operations::problems(&record), ["command 2 (RunScript): Failed no such script"]);
/// ```
pub fn problems(record: &Value) -> Vec<String> {
    let commands = record["commands"].as_array().into_iter().flatten();
    let problem = |(at, command): (usize, &Value)| {
        let number = at + 1;
        let kind = command["command"]["type"].as_str().unwrap_or_default();
        match command["commandStatus"].as_str().unwrap_or_default() {
            "Completed" => None,
            "Created" => Some(format!("command {number} ({kind}) was not run")),
            status => {
                let errors = command["errors"].as_array().into_iter().flatten();
                let errors: Vec<_> = errors.filter_map(Value::as_str).collect();
                Some(format!(
                    "command {number} ({kind}): {status} {}",
                    errors.join("; ")
                ))
            }
        }
    };
    commands.enumerate().filter_map(problem).collect()
}
