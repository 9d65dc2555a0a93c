//! The records that a change acts on, read before the change for the person who confirms it.

use http_core::{Client, Request, Result, Target, Value};

use crate::change::{Change, one_line};

impl Change {
    /// Reads the record of an id and describes it in one line, as [`target_line`](Self::target_line) does. `request` is that
    /// of [`target_request`](Self::target_request). If the record cannot be read, the line says why: the person decides
    /// without it.
    pub async fn described_target(
        client: &Client,
        request: Request,
        target: &Target,
        id: &str,
    ) -> String {
        match read(client, request, target, id).await {
            Ok(Some(Value::Null)) => Self::unshown_target(id, "no such record is listed"),
            Ok(Some(record)) => Self::target_line(target, id, &record),
            Ok(None) => Self::unshown_target(id, "the answer cannot be read"),
            Err(error) if error.is_denied() => {
                Self::unshown_target(id, "the caller may not read it")
            }
            Err(error) => Self::unshown_target(id, error.message()),
        }
    }

    /// The line of a record that was not read, with the reason.
    pub fn unshown_target(id: &str, why: &str) -> String {
        format!("{} (not shown: {})", one_line(id), one_line(why))
    }
}

/// The record; null if a list lacks it, `None` if the answer is not JSON.
async fn read(
    client: &Client,
    request: Request,
    target: &Target,
    id: &str,
) -> Result<Option<Value>> {
    if target.key.is_empty() {
        let answer = client.send_response(request).await?;
        return Ok(serde_json::from_slice(answer.body()).ok());
    }
    let mut items = client.rows(request).into_items::<Value>();
    while let Some(item) = items.next_item().await {
        let item = item?;
        if item[target.key] == id {
            return Ok(Some(item));
        }
    }
    Ok(Some(Value::Null))
}
