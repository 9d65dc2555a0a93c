//! Results of actions that consist of commands, such as a live response.

use http_core::{ActionResult, AnswerKind, Completion, Operation, Progress, Value};

/// How what an operation starts is followed, and the operation that shows its state. `None` if no operation does.
pub fn followed(
    operation: &'static Operation,
) -> Option<(&'static Completion, &'static Operation)> {
    let completion = operation.action.completion?;
    Some((completion, completion.ask?))
}

/// Whether the results of an action are files.
pub fn leads_to_files(completion: &Completion) -> bool {
    completion
        .then
        .is_some_and(|then| then.ask.answer.kind == AnswerKind::Link)
}

/// The end of an action that did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ending {
    /// The id and the state.
    pub message: String,
    /// What to do, if the state alone does not say it.
    pub hint: Option<&'static str>,
}

/// The end of an action that did not succeed; `None` if it succeeded.
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

/// The hint for the most common failure that the caller did not cause.
const TIMED_OUT: &str = "the device did not call in for days and the service gave the action up, which does not mean \
                         that anybody refused it; look at the device's lastSeen before asking again";

/// Longest kind in a file name, in characters.
const LONGEST_KIND: usize = 40;

/// The file name for a result of an action, such as `2-GetFile`.
///
/// Only ASCII letters and digits of the kind are used, because the service chooses it. The number in front avoids names that
/// a system reserves.
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
