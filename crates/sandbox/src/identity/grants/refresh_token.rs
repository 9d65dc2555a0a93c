//! A user who signed in before.

use serde_json::Value;

use super::{Request, user};
use crate::identity::Desk;
use crate::identity::application::Application;
use crate::identity::error::TokenError;

pub(crate) fn run(desk: &Desk<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let token = request.form.get("refresh_token");
    let token = token.ok_or_else(|| TokenError::missing_parameter("refresh_token"))?;
    let client_id = request.form.get("client_id").unwrap_or_default();
    let is_elsewhere = |one: &Application| one.client_id.eq_ignore_ascii_case(client_id);
    if desk.identity.check_tenant(desk.tenant).is_ok()
        && desk.identity.application(desk.tenant, client_id).is_none()
        && desk.identity.applications.iter().any(is_elsewhere)
    {
        // The user may work in that tenant, by delegated administration; the application may not yet.
        return Err(TokenError::no_delegated_consent(client_id, desk.tenant));
    }
    let application = user::application(desk, request)?;
    desk.identity
        .sessions
        .check(token, &application.client_id)?;
    user::answer(desk, request, application, None)
}
