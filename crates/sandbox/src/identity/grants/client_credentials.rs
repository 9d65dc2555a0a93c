//! An application signs in as itself.

use serde_json::{Value, json};

use super::Request;
use crate::identity::claims::{Claims, LIFETIME};
use crate::identity::error::TokenError;
use crate::identity::resource::{self, Resource};
use crate::identity::{Desk, client, keys};

pub(crate) fn run(desk: &Desk<'_>, request: &Request<'_>) -> Result<Value, TokenError> {
    if matches!(desk.tenant, "common" | "organizations" | "consumers") {
        return Err(TokenError::no_tenant());
    }
    desk.identity.check_tenant(desk.tenant)?;
    let resource = wanted_resource(desk, request)?;
    let application = client::authenticate(desk, request.form, request.authorization)?;
    let claims = Claims::for_application(application, resource, desk.now);
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

/// The one resource the request names.
fn wanted_resource(desk: &Desk<'_>, request: &Request<'_>) -> Result<Resource, TokenError> {
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
    resource::find(&identifier)
        .ok_or_else(|| TokenError::unknown_resource(&identifier, desk.tenant))
}
