//! What the grants of users share: the application, the permissions, the token response.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::Request;
use crate::identity::application::Application;
use crate::identity::claims::{Claims, LIFETIME};
use crate::identity::error::TokenError;
use crate::identity::resource::Resource;
use crate::identity::{TokenContext, client, keys, realm};

/// OpenID Connect scopes, which name no resource.
const OPEN_ID: [&str; 4] = ["openid", "profile", "email", "offline_access"];

/// The application that the user signs in to. A public client needs no credential.
pub(crate) fn application<'a>(
    context: &TokenContext<'a>,
    request: &Request<'_>,
) -> Result<&'a Application, TokenError> {
    let client_id = request.form.get("client_id");
    let client_id = client_id.ok_or_else(|| TokenError::missing_parameter("client_id"))?;
    let application = context
        .identity
        .sign_in_application(context.tenant, client_id)?;
    if !application.public_client {
        let home = TokenContext {
            tenant: &application.tenant_id,
            ..*context
        };
        client::authenticate(&home, request.form, request.authorization)?;
    }
    Ok(application)
}

/// The token response for the scopes of the request. `nonce` is the one of the sign-in.
pub(crate) fn answer(
    context: &TokenContext<'_>,
    request: &Request<'_>,
    application: &Application,
    nonce: Option<&str>,
) -> Result<Value, TokenError> {
    let scope = request.form.get("scope");
    let scope = scope.ok_or_else(|| TokenError::missing_parameter("scope"))?;
    answer_for(context, request, application, (scope, nonce))
}

/// The token response for given scopes, and the nonce of the sign-in.
///
/// Contains a refresh token with `offline_access`, an id token with `openid`, and
/// `client_info` if the client asks for it, as MSAL does.
pub(crate) fn answer_for(
    context: &TokenContext<'_>,
    request: &Request<'_>,
    application: &Application,
    (scope, nonce): (&str, Option<&str>),
) -> Result<Value, TokenError> {
    let (resource, permissions) = wanted(context, scope)?;
    let claims = Claims::for_user(application, resource, &permissions, context.now);
    let lifetime = LIFETIME.as_secs();
    let mut body = json!({
        "token_type": "Bearer", "scope": scope, "expires_in": lifetime, "ext_expires_in": lifetime,
        "access_token": keys::sign(&claims).unwrap_or_default(),
    });
    if scope.split_whitespace().any(|one| one == "offline_access") {
        let token = context
            .identity
            .sessions
            .new_refresh_token(&application.client_id);
        body["refresh_token"] = token.into();
    }
    let person = Signed {
        application,
        claims: &claims,
        nonce,
    };
    if scope.split_whitespace().any(|one| one == "openid") {
        body["id_token"] = person.id_token().into();
    }
    if request.form.get("client_info") == Some("1") {
        body["client_info"] = person.client_info().into();
    }
    Ok(body)
}

/// A signed-in user.
struct Signed<'a> {
    application: &'a Application,
    claims: &'a Claims,
    nonce: Option<&'a str>,
}

impl Signed<'_> {
    /// The id token, without group claims or optional claims.
    fn id_token(&self) -> String {
        let claims = self.claims;
        let mut who = json!({
            "aud": self.application.client_id,
            "iss": format!("https://login.sandbox.invalid/{}/v2.0", claims.tid),
            "iat": claims.iat, "nbf": claims.nbf, "exp": claims.exp,
            "oid": claims.oid, "sub": claims.sub, "tid": claims.tid, "ver": "2.0",
            "name": "Alex", "preferred_username": realm::USER_NAME,
        });
        if let Some(nonce) = self.nonce {
            who["nonce"] = nonce.into();
        }
        keys::sign_as_other(&who).unwrap_or_default()
    }

    /// Object id and tenant of the user, in base64url.
    fn client_info(&self) -> String {
        let info = json!({"uid": self.claims.oid, "utid": self.claims.tid});
        URL_SAFE_NO_PAD.encode(info.to_string())
    }
}

/// The resource of the scopes, and its permissions. A scope without a resource belongs to
/// Graph.
///
/// # Errors
///
/// `AADSTS500011` for an unknown resource, `70011` for several resources or none.
fn wanted(context: &TokenContext<'_>, scope: &str) -> Result<(Resource, Vec<String>), TokenError> {
    let mut found: Option<Resource> = None;
    let mut permissions = Vec::new();
    for one in scope
        .split_whitespace()
        .filter(|one| !OPEN_ID.contains(one))
    {
        let (identifier, permission) = one
            .rsplit_once('/')
            .unwrap_or(("https://graph.microsoft.com", one));
        let resource = context
            .identity
            .resource(identifier)
            .ok_or_else(|| TokenError::unknown_resource(identifier, context.tenant))?;
        if found.is_some_and(|before| before.identifier != resource.identifier) {
            return Err(TokenError::invalid_scope(scope));
        }
        found = Some(resource);
        permissions.push(permission.to_owned());
    }
    let resource = found.ok_or_else(|| TokenError::invalid_scope(scope))?;
    Ok((resource, permissions))
}
