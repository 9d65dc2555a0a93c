//! A user who signed in before.

use serde_json::Value;

use super::{Request, user};
use crate::identity::Desk;
use crate::identity::error::TokenError;

pub(crate) fn run(desk: &Desk<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let application = user::application(desk, request)?;
    let token = request.form.get("refresh_token");
    let token = token.ok_or_else(|| TokenError::missing_parameter("refresh_token"))?;
    desk.identity
        .sessions
        .check(token, &application.client_id)?;
    user::answer(desk, request, application)
}
