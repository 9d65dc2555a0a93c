//! The question before a change: the record, the change, and whether it can be undone.

use std::time::Duration;

use auth_core::http_core::{Operation, Request, Value};
use operations::{Change, Undo, one_line, words};

use crate::failure::Result;
use crate::session::Session;

/// How long to wait for the record. After that the question is asked without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A line about the record that a change acts on, read once. A caller who may not read it is told so and is asked all the
/// same.
pub(super) async fn record(
    session: &mut Session<'_>,
    row: &'static Operation,
    request: &Request,
) -> Result<Option<String>> {
    let ask = Change::target_request(session.context.catalog(), request);
    let (Some(target), Some(ask)) = (row.target, ask) else {
        return Ok(None);
    };
    let id = request.path_value(target.input).unwrap_or_default();
    let read = match session.context.client(ask.operation()) {
        Ok(client) => {
            let read = async move { client.send_response(ask).await };
            session
                .signals
                .or(tokio::time::timeout(PATIENCE, read))
                .await?
        }
        Err(_) => return Ok(Some(unknown(id, "it cannot be read"))),
    };
    Ok(Some(match read {
        Ok(Ok(answer)) => match serde_json::from_slice::<Value>(answer.body()) {
            Ok(record) => Change::target_line(target, id, &record),
            Err(_) => unknown(id, "the answer cannot be read"),
        },
        Ok(Err(error)) if error.is_denied() => unknown(id, "the caller may not read it"),
        Ok(Err(error)) => unknown(id, error.message()),
        Err(_) => unknown(id, "it was not shown in time"),
    }))
}

fn unknown(id: &str, why: &str) -> String {
    format!("{} (not shown: {})", one_line(id), one_line(why))
}

/// The question without its last line.
pub(super) fn text(request: &Request, what: &str, record: Option<&str>) -> String {
    let mut lines = vec![what.to_owned()];
    if let Some(record) = record {
        lines.push(format!("  on {record}"));
    }
    let Some(change) = Change::of(request) else {
        return lines.join("\n");
    };
    let inputs = change.inputs.iter();
    lines.extend(inputs.map(|(name, value)| format!("  {name}: {value}")));
    match change.undo {
        Undo::Never => lines.push("  This cannot be taken back.".to_owned()),
        Undo::By(id) => {
            let kept = if change.appends {
                "; what is appended stays"
            } else {
                ""
            };
            let command = words::command(id);
            lines.push(format!(
                "  It can be taken back with `defender {command}`{kept}."
            ));
        }
        _ => {}
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn the_question_names_the_record_the_change_and_its_way_back() {
        let row = |id: &str| App::built_in().catalog().by_id(id).unwrap();
        let request = Request::new(row("mde.machines.isolate"))
            .set("machine_id", "ab")
            .set("Comment", "Ticket\n4711")
            .set("IsolationType", "Full");
        assert_eq!(
            text(&request, "Isolate: POST x", Some("wks-7.example (ab)")),
            "Isolate: POST x\n  on wks-7.example (ab)\n  Comment: Ticket 4711\n  IsolationType: Full\n  \
             It can be taken back with `defender mde machines unisolate`."
        );
        let request = Request::new(row("mde.machines.offboard")).set("machine_id", "ab");
        assert!(text(&request, "x", None).ends_with("This cannot be taken back."));
    }
}
