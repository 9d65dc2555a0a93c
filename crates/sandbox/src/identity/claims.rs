//! Claims of access tokens.
//!
//! Version 1.0 tokens have `appid`, version 2.0 tokens `azp`. All vendor resources ask for
//! version 1.0, as in the field.
//!
//! Source: entra-docs, `access-token-claims-reference.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::application::Application;
use super::keys;
use super::resource::Resource;
use crate::random;

/// Lifetime of an access token. Entra varies it between 60 and 90 minutes.
pub(crate) const LIFETIME: Duration = Duration::from_secs(3599);

/// Claims of an access token. Times are in seconds since 1970.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Claims {
    /// Identifier of the resource.
    pub(crate) aud: String,
    /// Contains the tenant. The host is `sts.sandbox.invalid` in version 1.0,
    /// `login.sandbox.invalid` in 2.0.
    pub(crate) iss: String,
    pub(crate) iat: i64,
    pub(crate) nbf: i64,
    pub(crate) exp: i64,
    /// Tenant.
    pub(crate) tid: String,
    /// Client id, in version 1.0.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) appid: Option<String>,
    /// Client id, in version 2.0.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) azp: Option<String>,
    /// Application permissions.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) roles: Option<Vec<String>>,
    /// Delegated permissions, separated by blanks.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) scp: Option<String>,
    /// Object id of the user or service principal.
    pub(crate) oid: String,
    /// Here the same as `oid`. At Entra it differs by application for users.
    pub(crate) sub: String,
    /// `app` or `user`.
    pub(crate) idtyp: String,
    /// `1.0` or `2.0`.
    pub(crate) ver: String,
    /// Unique id of the token.
    pub(crate) uti: String,
}

impl Claims {
    /// Claims of a token that an application gets for itself.
    pub(crate) fn for_application(
        application: &Application,
        resource: Resource,
        now: Timestamp,
    ) -> Claims {
        let known = resource.known_roles();
        let roles: Vec<String> = match &application.roles {
            None => known.into_iter().map(str::to_owned).collect(),
            Some(held) => known
                .into_iter()
                .filter(|known| held.iter().any(|role| role.eq_ignore_ascii_case(known)))
                .map(str::to_owned)
                .collect(),
        };
        let object_id = object_id(application);
        let issued = now.as_second();
        let version_one = resource.version == "1.0";
        let tenant = &application.tenant_id;
        Claims {
            aud: resource.identifier.to_owned(),
            // Clients recognize a token of the emulator by the word "sandbox".
            iss: if version_one {
                format!("https://sts.sandbox.invalid/{tenant}/")
            } else {
                format!("https://login.sandbox.invalid/{tenant}/v2.0")
            },
            iat: issued,
            nbf: issued,
            exp: issued + i64::try_from(LIFETIME.as_secs()).unwrap_or(3599),
            tid: tenant.clone(),
            appid: version_one.then(|| application.client_id.clone()),
            azp: (!version_one).then(|| application.client_id.clone()),
            roles: (!roles.is_empty()).then_some(roles),
            scp: None,
            oid: object_id.clone(),
            sub: object_id,
            idtyp: "app".to_owned(),
            ver: resource.version.to_owned(),
            uti: random::request_id(),
        }
    }

    /// Claims of a token that acts for the user. `.default` stands for all delegated
    /// permissions of the resource.
    pub(crate) fn for_user(
        application: &Application,
        resource: Resource,
        permissions: &[String],
        now: Timestamp,
    ) -> Claims {
        let all = permissions.iter().any(|one| one == ".default");
        let held = |known: &&str| {
            let asked = permissions
                .iter()
                .any(|one| one.eq_ignore_ascii_case(known));
            all || asked
        };
        let scopes: Vec<&str> = resource.known_scopes().into_iter().filter(held).collect();
        let mut person = random::rng(0, &format!("{} person", application.tenant_id));
        let object_id = random::guid(&mut person);
        Claims {
            roles: None,
            scp: Some(scopes.join(" ")),
            oid: object_id.clone(),
            sub: object_id,
            idtyp: "user".to_owned(),
            ..Claims::for_application(application, resource, now)
        }
    }

    /// Client id of the application that the token was issued to.
    pub(crate) fn client_id(&self) -> &str {
        self.appid.as_deref().or(self.azp.as_deref()).unwrap_or("")
    }
}

/// Object id of the service principal of an application. Always the same one.
pub(crate) fn object_id(application: &Application) -> String {
    let of = format!("{} {}", application.tenant_id, application.client_id);
    random::guid(&mut random::rng(0, &of))
}

/// A token of the user for the API of an application, as the on-behalf-of flow needs it.
/// `None` if the operating system gives no randomness.
pub(crate) fn user_assertion(tenant: &str, client_id: &str, now: i64) -> Option<String> {
    let lifetime = i64::try_from(LIFETIME.as_secs()).unwrap_or(3599);
    keys::sign_as_other(&json!({
        "aud": client_id, "iss": format!("https://login.sandbox.invalid/{tenant}/v2.0"), "tid": tenant,
        "iat": now, "nbf": now, "exp": now + lifetime, "scp": "access_as_user", "idtyp": "user", "ver": "2.0",
        "uti": random::request_id(),
    }))
}
