//! What a token says.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::application::Application;
use super::keys;
use super::resource::Resource;
use crate::random;

/// How long an access token is good for, as `expires_in` says.
pub(crate) const LIFETIME: Duration = Duration::from_secs(3599);

/// The claims of an access token.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Claims {
    pub(crate) aud: String,
    pub(crate) iss: String,
    pub(crate) iat: i64,
    pub(crate) nbf: i64,
    pub(crate) exp: i64,
    pub(crate) tid: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) appid: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) azp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) roles: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) scp: Option<String>,
    pub(crate) oid: String,
    pub(crate) sub: String,
    pub(crate) idtyp: String,
    pub(crate) ver: String,
    pub(crate) uti: String,
}

impl Claims {
    /// The claims of an application's own token.
    pub(crate) fn for_application(
        application: &Application,
        resource: Resource,
        now: Timestamp,
    ) -> Claims {
        let known = resource.known_roles();
        let roles: Vec<String> = match &application.roles {
            None => known.into_iter().map(str::to_owned).collect(),
            Some(held) => held
                .iter()
                .filter(|role| known.contains(role.as_str()))
                .cloned()
                .collect(),
        };
        let object_id = object_id(application);
        let issued = now.as_second();
        let version_one = resource.version == "1.0";
        let tenant = &application.tenant_id;
        Claims {
            aud: resource.identifier.to_owned(),
            // The word "sandbox" lets a client tell such a token from a real one.
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

    /// The claims of a user's token. `.default` among the permissions stands for all.
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

    /// The application the token was issued to.
    pub(crate) fn client_id(&self) -> &str {
        self.appid.as_deref().or(self.azp.as_deref()).unwrap_or("")
    }
}

/// The id of an application's principal in its tenant.
pub(crate) fn object_id(application: &Application) -> String {
    let of = format!("{} {}", application.tenant_id, application.client_id);
    random::guid(&mut random::rng(0, &of))
}

/// A user's token for an application, as a client of that application's own API brings it.
pub(crate) fn user_assertion(tenant: &str, client_id: &str, now: i64) -> Option<String> {
    let lifetime = i64::try_from(LIFETIME.as_secs()).unwrap_or(3599);
    keys::sign_as_other(&json!({
        "aud": client_id, "iss": format!("https://login.sandbox.invalid/{tenant}/v2.0"), "tid": tenant,
        "iat": now, "nbf": now, "exp": now + lifetime, "scp": "access_as_user", "idtyp": "user", "ver": "2.0",
        "uti": random::request_id(),
    }))
}
