//! Records by the values that paths and bodies hold. Shared by the other files of this folder.

use serde_json::Value;

use crate::call::Call;
use crate::refusal::Refusal;

/// The records of an entity that meet a condition.
pub(super) fn rows_where(
    call: &mut Call<'_>,
    entity: &str,
    meets: impl Fn(&Value) -> bool,
) -> Vec<Value> {
    call.table(entity)
        .rows()
        .filter(|row| meets(row))
        .cloned()
        .collect()
}

/// The machine in the path, by id, by computer name or by the id of the device in Entra.
///
/// The last is not documented. A released client prefers it for its actions (MSDefenderEndpoints of
/// Cortex), and takes the id of the machine only where there is none (Cortex-Analyzers#1225).
pub(super) fn machine(call: &mut Call<'_>) -> Result<Value, Refusal> {
    let id = call.path("machine_id");
    let table = call.table("Machine");
    let found = table
        .get(&id)
        .or_else(|| table.find("computerDnsName", &id))
        .or_else(|| table.find("aadDeviceId", &id))
        .cloned();
    found.ok_or_else(|| Refusal::not_found("Machine", &id))
}

/// Whether a text is a hash of this many hexadecimal digits, in either letter case.
pub(super) fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
