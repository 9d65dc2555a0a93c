//! The device code grant: a user signs in on another device (RFC 8628).
//!
//! The first poll is always answered with `authorization_pending`; the second one, after
//! the interval, with the outcome that [`Builder::person`](crate::Builder::person) says.

use serde_json::{Value, json};

use super::{Request, user};
use crate::identity::TokenContext;
use crate::identity::error::TokenError;
use crate::identity::sessions::{CODE_LIFE, INTERVAL};

/// Issues a device code.
pub(crate) fn begin(
    context: &TokenContext<'_>,
    request: &Request<'_>,
) -> Result<Value, TokenError> {
    let application = user::application(context, request)?;
    let scope = request.form.get("scope");
    let scope = scope.ok_or_else(|| TokenError::missing_parameter("scope"))?;
    let device_code =
        context
            .identity
            .sessions
            .new_code(&application.client_id, scope, context.now);
    let user_code = device_code.replace('-', "")[1..10].to_ascii_uppercase();
    let address = format!("{}/device", context.identity.login_url);
    Ok(json!({
        "device_code": device_code, "user_code": user_code, "verification_uri": address,
        "expires_in": CODE_LIFE, "interval": INTERVAL,
        "message": format!("To sign in, use a web browser to open the page {address} and enter the code {user_code} to authenticate."),
    }))
}

/// Answers a poll.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    let application = user::application(context, request)?;
    let device_code = request.form.get("device_code");
    let device_code = device_code.ok_or_else(|| TokenError::missing_parameter("device_code"))?;
    let identity = context.identity;
    let client_id = &application.client_id;
    let scope = identity
        .sessions
        .poll(device_code, client_id, identity.person, context.now)?;
    user::answer_for(context, request, application, (&scope, None))
}
