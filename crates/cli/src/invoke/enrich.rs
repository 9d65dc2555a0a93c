//! `--enrich`: adds the data of another service to a record.
//!
//! The record is printed in any case. A note or a warning on standard error says why nothing was added: the record is of
//! another kind, the other service does not have it, or the caller may not read it there. Any other error fails the command.
//!
//! The client of the other service is created only if the record has a key, so a missing credential for it does not matter otherwise.

use auth_core::http_core::{Bytes, Enrichment};

use crate::session::Session;
use terminal::Result;

/// The record, with the member of the other service if there is one. The other bytes stay as the service wrote them.
pub(super) async fn record(
    session: &mut Session<'_>,
    enrichment: Option<&Enrichment>,
    text: Bytes,
) -> Result<Bytes> {
    let Some(enrichment) = enrichment else {
        return Ok(text);
    };
    let key = match operations::enrichment_key(enrichment, &text) {
        Ok(key) => key,
        Err(why) => {
            session.note(&format!("nothing is joined: {why}"));
            return Ok(text);
        }
    };
    let list = session.context.catalog().require(enrichment.operation)?;
    let client = session.context.client(list)?;
    let found = operations::find_enrichment(&client, list, enrichment, &key);
    match session.wait(found).await? {
        Ok(Some(found)) => {
            let joined = operations::with_member(&text, enrichment.member, &found);
            return Ok(joined.map_or(text, Bytes::from));
        }
        Ok(None) => {
            session.warn(&format!("nothing is joined: {} has no {key}", list.id));
        }
        Err(error) if error.is_denied() => {
            session.warn(&format!("nothing is joined: {error}"));
            if let Some(hint) = error.hint() {
                session.note(hint);
            }
        }
        Err(error) => return Err(error.into()),
    }
    Ok(text)
}
