//! Blob storage behind signed addresses.

use jiff::Timestamp;

use crate::answer::Answer;
use crate::http::Incoming;
use crate::store::Store;

pub(crate) fn operation_id(_request: &Incoming) -> &'static str {
    "download"
}
pub(crate) fn tenant_of(_request: &Incoming) -> Option<String> {
    None
}
pub(crate) fn not_found() -> Answer {
    Answer::empty(404)
}
pub(crate) fn answer(_store: &mut Store, _request: &Incoming, _now: Timestamp) -> Answer {
    not_found()
}
