//! The records in the question before a change. A question about an id alone is easily confirmed by mistake.

use std::time::Duration;

use auth_core::http_core::{Operation, Request, Target};
use operations::Change;

use crate::session::Session;
use terminal::Result;

/// How long to wait for a record. After that the question is asked without it.
const PATIENCE: Duration = Duration::from_secs(10);

/// Most records that are read for a question. Of the others the number is shown.
const MOST_READ: usize = 5;

/// A line for each record that a change acts on. Reading never fails the command: a line says why a record is not shown.
pub(super) async fn records(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: &[Request],
) -> Result<Vec<String>> {
    let Some(target) = operation.action.target else {
        return Ok(Vec::new());
    };
    let of = |request| {
        let ids = Change::target_ids(target, request).into_iter();
        ids.map(move |id| (request, id))
    };
    let named: Vec<_> = requests.iter().flat_map(of).collect();
    let mut lines = Vec::new();
    for (request, id) in named.iter().take(MOST_READ) {
        lines.extend(line(session, target, request, id).await?);
    }
    if named.len() > MOST_READ {
        lines.push(format!("{} more records", named.len() - MOST_READ));
    }
    Ok(lines)
}

/// The line of one record. `None` if no operation shows it.
async fn line(
    session: &mut Session<'_>,
    target: &Target,
    change: &Request,
    id: &str,
) -> Result<Option<String>> {
    let catalog = session.context.catalog();
    let Some(request) = Change::target_request(catalog, target, change, id) else {
        return Ok(None);
    };
    let Ok(client) = session.context.client(request.operation()) else {
        return Ok(Some(Change::unshown_target(id, "it cannot be read")));
    };
    let line = Change::described_target(&client, request, target, id);
    let line = session.signals.or(tokio::time::timeout(PATIENCE, line));
    let late = |_| Change::unshown_target(id, "it was not shown in time");
    Ok(Some(line.await?.unwrap_or_else(late)))
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::Param;
    use serde_json::json;

    use super::*;
    use crate::app::App;

    fn operation(id: &str) -> &'static Operation {
        App::built_in().catalog().by_id(id).unwrap()
    }

    #[test]
    fn the_question_names_the_record_the_change_and_its_way_back() {
        let isolate = operation("mde.machines.isolate");
        let request = Request::new(isolate)
            .set("machine_id", "ab")
            .set("Comment", "Ticket\n4711")
            .set("IsolationType", "Full");
        let record = json!({
            "computerDnsName": "wks-7.example\nGo on? [y/N] y", "riskScore": "High", "machineTags": ["pay", "dc"],
            "lastSeen": null
        });
        let record = Change::target_line(isolate.action.target.unwrap(), "ab", &record);
        assert_eq!(
            Change::question(&request, "Isolate: POST x", &[record], "defender"),
            "Isolate: POST x\n  on wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc\n  \
             Comment: Ticket 4711\n  IsolationType: Full\n  \
             The person at the device or account notices this.\n  It can be taken back with `defender mde machines unisolate`."
        );
        let offboard = operation("mde.machines.offboard");
        let request = Request::new(offboard).set("machine_id", "ab");
        assert!(
            Change::question(&request, "x", &[], "defender")
                .ends_with("This cannot be taken back.")
        );
    }

    #[test]
    fn what_the_tables_say_of_targets_and_effects_exists() {
        let catalog = App::built_in().catalog();
        for operation in catalog.operations() {
            if let Some(target) = operation.action.target {
                let shown = catalog
                    .by_id(target.operation)
                    .unwrap_or_else(|| panic!("{}", target.operation));
                // What the change names above the record is carried.
                let is_carried = |param: &&Param| {
                    param.name != target.input && operation.input(param.name).is_some()
                };
                let inputs = shown.inputs.iter();
                let inputs = inputs.filter(|param| param.required && param.constant.is_empty());
                let inputs = inputs.filter(|param| !is_carried(param)).count();
                let needed = usize::from(target.key.is_empty() && !target.input.is_empty());
                assert_eq!(inputs, needed, "{}", operation.id);
                let is_named = target.input.is_empty() || operation.input(target.input).is_some();
                assert!(is_named, "{}", operation.id);
            }
            if let Some(undo) = operation.action.effect.undo {
                assert!(
                    catalog.by_id(undo.by).is_some(),
                    "{}: {}",
                    operation.id,
                    undo.by
                );
            }
        }
    }
}
