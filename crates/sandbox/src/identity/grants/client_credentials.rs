//! The client credentials grant: an application signs in as itself.
//!
//! The scope is one resource with `/.default`. The token has the application permissions
//! that the application has and the resource knows. There is no refresh token.
//!
//! Source: entra-docs, `v2-oauth2-client-creds-grant-flow.md`.

use serde_json::{Value, json};

use super::Request;
use crate::identity::claims::{Claims, LIFETIME};
use crate::identity::error::TokenError;
use crate::identity::resource::Resource;
use crate::identity::{TokenContext, client, keys};

/// Issues a token to the application. The v1 endpoint writes numbers as text.
pub(crate) fn run(context: &TokenContext<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    if matches!(context.tenant, "common" | "organizations" | "consumers") {
        return Err(TokenError::no_tenant());
    }
    context.identity.check_tenant(context.tenant)?;
    let resource = wanted_resource(context, request)?;
    let application = client::authenticate(context, request.form, request.authorization)?;
    let claims = Claims::for_application(application, resource, context.now);
    let token = keys::sign(&claims).unwrap_or_default();
    let lifetime = LIFETIME.as_secs();
    if request.version_one {
        let expires_on = claims.exp.to_string();
        return Ok(json!({
            "token_type": "Bearer", "expires_in": lifetime.to_string(), "ext_expires_in": lifetime.to_string(),
            "expires_on": expires_on, "not_before": claims.nbf.to_string(),
            "resource": resource.identifier, "access_token": token,
        }));
    }
    Ok(json!({
        "token_type": "Bearer", "expires_in": lifetime, "ext_expires_in": lifetime, "access_token": token,
    }))
}

/// The resource that the request names by `scope` or, at v1, by `resource`.
fn wanted_resource(
    context: &TokenContext<'_>,
    request: &Request<'_>,
) -> Result<Resource, TokenError> {
    let identifier = if request.version_one {
        let resource = request
            .form
            .get("resource")
            .ok_or_else(|| TokenError::missing_parameter("resource"))?;
        resource.trim_end_matches('/').to_owned()
    } else {
        if request.form.get("resource").is_some() {
            return Err(TokenError::resource_on_v2());
        }
        let scope = request
            .form
            .get("scope")
            .ok_or_else(|| TokenError::missing_parameter("scope"))?;
        let mut scopes = scope.split_whitespace();
        let (Some(first), None) = (scopes.next(), scopes.next()) else {
            return Err(TokenError::invalid_scope(scope));
        };
        let Some(identifier) = first.strip_suffix("/.default") else {
            return Err(TokenError::scope_without_default(first));
        };
        identifier.to_owned()
    };
    context
        .identity
        .resource(&identifier)
        .ok_or_else(|| TokenError::unknown_resource(&identifier, context.tenant))
}
