//! The relationships of a partner with its customers, as Microsoft Graph shows them.
//!
//! Each customer has given one that is active. The first customer has an older one, which has ended, and one waits for a customer.
//! A tenant without customers of its own shows three that do not exist here.
//!
//! Source: `tenantrelationship-list-delegatedadminrelationships.md`, `delegatedadminrelationship.md`.

use serde_json::{Value, json};

use super::plan::Plan;
use super::seeder::Seeder;
use crate::clock::{earlier, iso, later};
use crate::random;

const DAY: i64 = 24 * 3600;

/// Template id of the role Security Reader.
const SECURITY_READER: &str = "5d6b6bb7-de71-4623-b4af-96380a352509";

/// The relationships. `None` for other entities.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    if entity != "DelegatedAdminRelationship" {
        return None;
    }
    let plan = seeder.plan();
    let mut rng = random::rng(plan.seed, "relationships");
    let customers: Vec<(String, String)> = match &*plan.customers {
        [] => ["Contoso", "Fabrikam", "Litware"]
            .map(|name| (random::guid(&mut rng), name.to_owned()))
            .into(),
        own => own
            .iter()
            .map(|one| (one.id.clone(), one.name.clone()))
            .collect(),
    };
    let mut rows = Vec::new();
    for (number, (id, name)) in customers.iter().enumerate() {
        let customer = json!({"tenantId": id, "displayName": name});
        let own = random::guid(&mut rng);
        if number == 0 {
            let ended = random::guid(&mut rng);
            rows.push(relationship(plan, &ended, &customer, "terminated"));
        }
        rows.push(relationship(plan, &own, &customer, "active"));
    }
    let waiting = random::guid(&mut rng);
    rows.push(relationship(
        plan,
        &waiting,
        &Value::Null,
        "approvalPending",
    ));
    Some(rows)
}

/// A relationship of 730 days. One without a customer has not begun.
fn relationship(plan: &Plan, id: &str, customer: &Value, status: &str) -> Value {
    let age = if status == "terminated" { 400 } else { 90 };
    let created = earlier(plan.base, age * DAY);
    let begun = later(created, std::time::Duration::from_secs(3600));
    let is_begun = !customer.is_null();
    let name = customer["displayName"].as_str().unwrap_or("new customer");
    let end = earlier(begun, -730 * DAY);
    json!({
        "@odata.type": "#microsoft.graph.delegatedAdminRelationship",
        "id": format!("{id}-{}", plan.tenant_id), "displayName": format!("{status} with {name}"),
        "duration": "P730D", "customer": customer,
        "accessDetails": {"unifiedRoles": [{"roleDefinitionId": SECURITY_READER}]},
        "status": status, "autoExtendDuration": "PT0S", "createdDateTime": iso(created),
        "lastModifiedDateTime": iso(begun), "activatedDateTime": is_begun.then(|| iso(begun)),
        "endDateTime": is_begun.then(|| iso(end)),
    })
}
