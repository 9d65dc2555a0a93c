//! `POST /$batch`: up to twenty requests in one.

use crate::answer::Answer;
use crate::core::Core;
use crate::http::Incoming;
use crate::refusal::ErrorWriter;

pub(crate) fn answer(_core: &Core, _request: &Incoming, errors: &ErrorWriter<'_>) -> Answer {
    errors.of_status(501)
}
