//! Discovery documents: OpenID Connect metadata, and instance discovery, by which MSAL
//! clients check that an authority belongs to a cloud.
//!
//! Source: OpenID Connect Discovery 1.0; observed documents of `login.microsoftonline.com`.

use std::collections::BTreeMap;

use serde_json::json;

use super::TokenContext;
use super::error::TokenError;
use crate::answer::Answer;
use crate::tables::apis;

/// OpenID Connect metadata of a tenant.
pub(crate) fn metadata(context: &TokenContext<'_>, correlation_id: &str) -> Answer {
    let (identity, tenant) = (context.identity, context.tenant);
    let any = matches!(tenant, "common" | "organizations");
    if !any && let Err(error) = identity.check_tenant(tenant) {
        return error.answer(context.now, correlation_id, &identity.login_url);
    }
    let base = format!("{}/{tenant}", identity.login_url);
    let issuer = if any { "{tenantid}" } else { tenant };
    Answer::json(
        200,
        json!({
            "token_endpoint": format!("{base}/oauth2/v2.0/token"),
            "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            "jwks_uri": format!("{base}/discovery/v2.0/keys"),
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": format!("https://login.sandbox.invalid/{issuer}/v2.0"),
            "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
            "device_authorization_endpoint": format!("{base}/oauth2/v2.0/devicecode"),
            "claims_supported": ["sub", "iss", "aud", "exp", "iat", "ver", "tid"],
            "cloud_instance_name": "sandbox.invalid",
        }),
    )
}

/// Answers instance discovery, for the emulator's own address and for the identity service of its cloud. Refuses an
/// authority of another host with `AADSTS50049`.
pub(crate) fn instance(
    context: &TokenContext<'_>,
    query: &BTreeMap<String, String>,
    correlation_id: &str,
) -> Answer {
    let login = &context.identity.login_url;
    let refuse = |error: TokenError| error.answer(context.now, correlation_id, login);
    let Some(asked) = query.get("authorization_endpoint") else {
        return refuse(TokenError::missing_parameter("authorization_endpoint"));
    };
    let own = [Some(login.as_str()), apis::login(&context.identity.cloud)];
    let below = |base| Some((base, asked.strip_prefix(base)?.strip_prefix('/')?));
    let Some((login, rest)) = own.into_iter().flatten().find_map(below) else {
        return refuse(TokenError::unknown_instance());
    };
    let tenant = rest.split('/').next().unwrap_or("common");
    let host = login.split_once("://").map_or("", |(_, host)| host);
    Answer::json(
        200,
        json!({
            "tenant_discovery_endpoint": format!("{login}/{tenant}/v2.0/.well-known/openid-configuration"),
            "api-version": "1.1",
            "metadata": [{"preferred_network": host, "preferred_cache": host, "aliases": [host]}],
        }),
    )
}
