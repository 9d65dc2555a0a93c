//! The refresh token grant.
//!
//! A refresh token belongs to an application, not to a tenant or resource: it can be
//! redeemed for other resources and, by a partner, in tenants of customers that consented.
//! It does not expire.
//!
//! Source: entra-docs, `refresh-tokens.md`; partner-center docs for tenants of customers.

use serde_json::Value;

use super::{Request, user};
use crate::identity::TokenContext;
use crate::identity::application::Application;
use crate::identity::error::TokenError;

/// Issues a token for a refresh token. `AADSTS70000` for a token that is unknown or used
/// up, `90099` in a tenant that has not consented.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let token = request.form.get("refresh_token");
    let token = token.ok_or_else(|| TokenError::missing_parameter("refresh_token"))?;
    let client_id = request.form.get("client_id").unwrap_or_default();
    let is_elsewhere = |one: &Application| one.client_id.eq_ignore_ascii_case(client_id);
    if context.identity.check_tenant(context.tenant).is_ok()
        && context
            .identity
            .application(context.tenant, client_id)
            .is_none()
        && context.identity.applications.iter().any(is_elsewhere)
    {
        // The partner may administer that tenant, but the application was not consented to there.
        return Err(TokenError::no_delegated_consent(client_id, context.tenant));
    }
    let application = user::application(context, request)?;
    context
        .identity
        .sessions
        .check(token, &application.client_id)?;
    user::answer(context, request, application, None)
}
