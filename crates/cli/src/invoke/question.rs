//! The records in the question before a change. A question about an id alone is easily confirmed by mistake.

use std::time::Duration;

use auth_core::http_core::{Operation, Request, Target};
use operations::{Change, TargetRecord};

use crate::session::Session;
use terminal::Result;

/// How long to wait for a record, and for its user. After that the question is asked without.
const PATIENCE: Duration = Duration::from_secs(10);

/// Most records that the question shows. Of the others the number is shown.
const MOST_SHOWN: usize = 5;

/// Most records that are read, for their tags.
const MOST_READ: usize = 25;

/// The records of a change.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// Those that were looked at.
    pub(super) read: Vec<TargetRecord>,
    /// The number of the others.
    pub(super) unread: usize,
}

impl Records {
    /// A line for each record that is shown, and the number of the others.
    pub(super) fn lines(&self) -> Vec<String> {
        let shown = self.read.iter().take(MOST_SHOWN);
        let mut lines: Vec<_> = shown.map(ToString::to_string).collect();
        let others = self.read.len() + self.unread - lines.len();
        if others > 0 {
            lines.push(format!("{others} more records"));
        }
        lines
    }
}

/// Reads the records that a change acts on. Reading never fails the command: a line says why a record is not shown.
pub(super) async fn records(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: &[Request],
) -> Result<Records> {
    let Some(target) = operation.action.target else {
        return Ok(Records::default());
    };
    let of = |request| {
        let ids = Change::target_ids(target, request).into_iter();
        ids.map(move |id| (request, id))
    };
    let named: Vec<_> = requests.iter().flat_map(of).collect();
    let mut records = Records::default();
    for (place, (request, id)) in named.iter().take(MOST_READ).enumerate() {
        let Some(mut record) = read(session, target, request, id).await? else {
            return Ok(Records::default());
        };
        if place < MOST_SHOWN {
            add_user(session, target, id, &mut record).await?;
        }
        records.read.push(record);
    }
    records.unread = named.len().saturating_sub(MOST_READ);
    Ok(records)
}

/// One record. `None` if no operation shows it.
async fn read(
    session: &mut Session<'_>,
    target: &Target,
    change: &Request,
    id: &str,
) -> Result<Option<TargetRecord>> {
    let catalog = session.context.catalog();
    let Some(request) = Change::target_request(catalog, target, change, id) else {
        return Ok(None);
    };
    let Ok(client) = session.context.client(request.operation()) else {
        return Ok(Some(TargetRecord::unshown(id, "it cannot be read")));
    };
    let record = TargetRecord::read(&client, request, target, id);
    let record = session.wait(tokio::time::timeout(PATIENCE, record)).await?;
    Ok(Some(record.unwrap_or_else(|_| {
        TargetRecord::unshown(id, "it did not come in time")
    })))
}

/// Adds the user of the record, if its table says how to find one and the caller may.
async fn add_user(
    session: &mut Session<'_>,
    target: &Target,
    id: &str,
    record: &mut TargetRecord,
) -> Result<()> {
    let catalog = session.context.catalog();
    let Some((request, users)) = Change::users_request(catalog, target, id) else {
        return Ok(());
    };
    let Ok(client) = session.context.client(request.operation()) else {
        return Ok(());
    };
    let user = record.read_user(&client, request, &users);
    // Without the user in time, the question names the record alone.
    let _ = session.wait(tokio::time::timeout(PATIENCE, user)).await?;
    Ok(())
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
        let record = TargetRecord::of(isolate.action.target.unwrap(), "ab", &record);
        assert_eq!(
            Change::question(&request, "Isolate: POST x", &[record], "defender"),
            "Isolate: POST x\n  on wks-7.example Go on? [y/N] y (ab): riskScore High, machineTags pay, dc\n  \
             Comment: Ticket 4711\n  IsolationType: Full\n  \
             The person at the device or account notices this.\n  It can be taken back with `defender mde machines unisolate`."
        );
        let offboard = operation("mde.machines.offboard");
        let request = Request::new(offboard).set("machine_id", "ab");
        assert!(
            Change::question(&request, "x", &[""; 0], "defender")
                .ends_with("This cannot be taken back.")
        );
    }

    #[test]
    fn records_beyond_the_first_are_counted() {
        let read: Vec<_> = (0..7)
            .map(|id| TargetRecord::unshown(&id.to_string(), "late"))
            .collect();
        let lines = Records { read, unread: 40 }.lines();
        assert_eq!(lines.len(), MOST_SHOWN + 1);
        assert_eq!(lines[MOST_SHOWN], "42 more records");
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
            if let Some(users) = operation.action.target.and_then(|target| target.users) {
                let list = catalog.by_id(users.list).unwrap();
                assert_eq!(operations::path_inputs(list).len(), 1, "{}", operation.id);
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
