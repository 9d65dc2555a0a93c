//! What the grants of users have in common: which application, which permissions, what is answered.

use serde_json::{Value, json};

use super::Request;
use crate::identity::application::Application;
use crate::identity::claims::{Claims, LIFETIME};
use crate::identity::error::TokenError;
use crate::identity::resource::{self, Resource};
use crate::identity::{Desk, client, keys};

/// Scopes that ask for no API's permission.
const OPEN_ID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// The application that the user signs in to. A public one needs no proof.
pub(crate) fn application<'a>(
    desk: &Desk<'a>,
    request: &Request<'_>,
) -> Result<&'a Application, TokenError> {
    let client_id = request.form.get("client_id");
    let client_id = client_id.ok_or_else(|| TokenError::missing_parameter("client_id"))?;
    let any = matches!(desk.tenant, "common" | "organizations");
    if !any && !desk.identity.knows_tenant(desk.tenant) {
        return Err(TokenError::unknown_tenant(desk.tenant));
    }
    let is_it = |one: &&Application| {
        let is_here = any || one.tenant_id.eq_ignore_ascii_case(desk.tenant);
        is_here && one.client_id.eq_ignore_ascii_case(client_id)
    };
    let application = desk.identity.applications.iter().find(is_it);
    let application =
        application.ok_or_else(|| TokenError::unknown_application(client_id, desk.tenant))?;
    if !application.public_client {
        let home = Desk {
            tenant: &application.tenant_id,
            ..*desk
        };
        client::authenticate(&home, request.form, request.authorization)?;
    }
    Ok(application)
}

/// The token of the user, and a refresh token where one was asked for.
pub(crate) fn answer(
    desk: &Desk<'_>,
    request: &Request<'_>,
    application: &Application,
) -> Result<Value, TokenError> {
    let scope = request.form.get("scope");
    let scope = scope.ok_or_else(|| TokenError::missing_parameter("scope"))?;
    let (resource, permissions) = wanted(desk, scope)?;
    let claims = Claims::for_user(application, resource, &permissions, desk.now);
    let lifetime = LIFETIME.as_secs();
    let mut body = json!({
        "token_type": "Bearer", "scope": scope, "expires_in": lifetime, "ext_expires_in": lifetime,
        "access_token": keys::sign(&claims).unwrap_or_default(),
    });
    if scope.split_whitespace().any(|one| one == "offline_access") {
        let token = desk
            .identity
            .sessions
            .new_refresh_token(&application.client_id);
        body["refresh_token"] = token.into();
    }
    Ok(body)
}

/// The one API that the scopes name, and the permissions: all for `.default`.
fn wanted(desk: &Desk<'_>, scope: &str) -> Result<(&'static Resource, Vec<String>), TokenError> {
    let mut found: Option<&'static Resource> = None;
    let mut permissions = Vec::new();
    for one in scope
        .split_whitespace()
        .filter(|one| !OPEN_ID.contains(one))
    {
        let (identifier, permission) = one
            .rsplit_once('/')
            .unwrap_or(("https://graph.microsoft.com", one));
        let resource = resource::find(identifier)
            .ok_or_else(|| TokenError::unknown_resource(identifier, desk.tenant))?;
        if found.is_some_and(|before| before.identifier != resource.identifier) {
            return Err(TokenError::invalid_scope(scope));
        }
        found = Some(resource);
        permissions.push(permission.to_owned());
    }
    let resource = found.ok_or_else(|| TokenError::invalid_scope(scope))?;
    Ok((resource, permissions))
}
