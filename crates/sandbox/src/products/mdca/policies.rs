//! Policies, which can be enabled and disabled, and flows that alerts call.
//!
//! Policies cannot be created or edited by the API. A flow is never called.
//!
//! Source: `apiDefinition.swagger.json` of the Power Automate connector.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::body;
use crate::random;
use crate::refusal::Refusal;

pub(super) fn get(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    let policy = find(call)?.clone();
    Ok(Answer::json(200, policy))
}

/// Enables or disables a policy, which also changes `lastModified`.
pub(super) fn switch(call: &mut Call<'_>, enabled: bool) -> Outcome {
    body::check(call)?;
    let now = call.now.as_millisecond();
    let policy = find(call)?;
    policy["enabled"] = enabled.into();
    policy["lastModified"] = now.into();
    Ok(Answer::empty(200))
}

/// The policy in the path. The table names no key; observed policies have `_id`.
fn find<'a>(call: &'a mut Call<'_>) -> Result<&'a mut Value, Refusal> {
    let id = call.path("policy_id");
    let found = call
        .table("Policy")
        .rows_mut()
        .find(|policy| policy["_id"] == *id);
    found.ok_or_else(|| Refusal::not_found("Policy", &id))
}

/// Registers a flow. The body is checked and dropped.
pub(super) fn create_flow(call: &mut Call<'_>) -> Outcome {
    body::check(call)?;
    let id = random::request_id();
    call.store.list("flows").push(id.as_str().into());
    Ok(Answer::json(200, json!({"id": id})))
}

/// Removes a flow. A second call gets 404.
pub(super) fn delete_flow(call: &mut Call<'_>) -> Outcome {
    let id = call.path("flow_id");
    let flows = call.store.list("flows");
    let Some(place) = flows.iter().position(|flow| *flow == *id) else {
        return Err(Refusal::not_found("Flow", &id));
    };
    flows.remove(place);
    Ok(Answer::json(200, json!("ok")))
}
