//! Members of evidence that Defender for Endpoint and Defender XDR spell alike.
//!
//! Graph nests the same facts and names most of them otherwise, so it has its own text in `graph`.

use serde_json::{Value, json};

use super::alerts::AlertFact;
use super::files::FileFact;
use super::people::Person;
use crate::clock::iso;
use crate::values::merged;

/// The account of a person.
pub(super) fn account(person: &Person) -> Value {
    json!({
        "accountName": person.account, "domainName": person.domain, "userSid": person.sid,
        "aadUserId": person.object_id, "userPrincipalName": person.upn,
    })
}

/// Hashes, name and folder of a file.
pub(super) fn file(file: &FileFact) -> Value {
    json!({
        "sha1": file.sha1, "sha256": file.sha256, "fileName": file.name, "filePath": file.folder,
    })
}

/// The process that an alert reports, started from its file.
pub(super) fn process(alert: &AlertFact, image: &FileFact) -> Value {
    let process = json!({
        "processId": alert.process_id, "processCommandLine": format!("{} -silent", image.name),
        "processCreationTime": iso(alert.first_event), "parentProcessId": alert.parent_process_id,
        "parentProcessCreationTime": iso(alert.first_event),
    });
    merged(file(image), process)
}
