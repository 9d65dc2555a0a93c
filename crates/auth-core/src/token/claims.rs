//! The claims of a token, for display and for guards.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};
use crate::text::guid::is_guid;

/// Claims of an access token that are harmless to show. Names, e-mail addresses and object ids are
/// not read.
///
/// The signature is not verified: the API does that. This crate uses the claims to withhold a token
/// that is for another API or tenant, and to list permissions; never to grant anything.
///
/// ```
/// use auth_core::AccessToken;
/// // {"aud": "https://api.example", "roles": ["Alert.Read.All"]}, signed with "none".
/// let jwt = "eyJhbGciOiJub25lIn0.eyJhdWQiOiJodHRwczovL2FwaS5leGFtcGxlIiwicm9sZXMiOlsiQWxlcnQuUmVhZC5BbGwiXX0.c2ln";
/// let token = AccessToken::new(jwt.into());
/// let claims = token.claims().unwrap();
/// assert_eq!(claims.audience.as_deref(), Some("https://api.example"));
/// assert_eq!(claims.describe(), "for https://api.example with roles Alert.Read.All");
/// assert!(!claims.is_delegated());
/// ```
///
/// Source: entra-docs, `access-token-claims-reference.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// `aud`: the API that the token is for, as a URL or an application id.
    pub audience: Option<String>,
    /// `iss`: the issuer.
    pub issuer: Option<String>,
    /// `tid`: the tenant whose data the token opens.
    pub tenant_id: Option<String>,
    /// `appid` (v1.0 tokens) or `azp` (v2.0): the application that requested the token.
    pub client_id: Option<String>,
    /// `roles`: application permissions. Empty if none are granted, and in most tokens of users.
    pub roles: Vec<String>,
    /// `scp`: delegated permissions. Empty in tokens of applications.
    pub scopes: Vec<String>,
    /// `idtyp`: `app` or `user`; an optional claim.
    pub identity_type: Option<String>,
    /// `exp`: expiry in seconds since 1970-01-01 UTC.
    pub expires_at: Option<i64>,
}

impl Claims {
    /// Decodes the payload of a JWT; `None` for an opaque or encrypted token.
    pub(crate) fn decode(token: &str) -> Option<Self> {
        let mut parts = token.split('.');
        let (_, payload, _) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let payload = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).ok()?;
        let payload: Value = serde_json::from_slice(&payload).ok()?;
        payload.is_object().then(|| Self::read(&payload))
    }

    /// Picks the harmless claims.
    fn read(payload: &Value) -> Self {
        let text = |name: &str| payload.get(name).and_then(first_text).map(str::to_owned);
        Self {
            audience: text("aud"),
            issuer: text("iss"),
            tenant_id: text("tid"),
            client_id: text("appid").or_else(|| text("azp")),
            roles: texts(payload.get("roles")),
            scopes: texts(payload.get("scp")),
            identity_type: text("idtyp"),
            expires_at: payload.get("exp").and_then(Value::as_i64),
        }
    }

    /// When the token expires.
    pub fn expires_on(&self) -> Option<Timestamp> {
        self.expires_at
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
    }

    /// Whether the token stands for a user rather than for the application itself.
    pub fn is_delegated(&self) -> bool {
        match self.identity_type.as_deref() {
            Some(kind) => kind.eq_ignore_ascii_case("user"),
            None => !self.scopes.is_empty(),
        }
    }

    /// The permissions: scopes of a user's token, roles of an application's.
    pub fn permissions(&self) -> &[String] {
        match self.is_delegated() {
            true => &self.scopes,
            false => &self.roles,
        }
    }

    /// Returns `InvalidTenant` if the token is of another tenant than the wanted one. Passes if the
    /// token names no tenant or the wanted one is a domain, whose id is not known here.
    pub(crate) fn check_tenant(&self, wanted: &str) -> Result<()> {
        let Some(tid) = &self.tenant_id else {
            return Ok(());
        };
        if !is_guid(wanted) || tid.eq_ignore_ascii_case(wanted) {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::InvalidTenant,
            format!("the token is for tenant {tid}, the call is for {wanted}; nothing was sent"),
        )
        .with_hint("use a credential that signs in to that tenant"))
    }

    /// One clause for messages, as `Display` prints it: `for https://api.example with roles A, B`.
    pub fn describe(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let audience = self.audience.as_deref().unwrap_or("an unnamed API");
        write!(f, "for {audience} ")?;
        match (&self.scopes[..], &self.roles[..]) {
            ([], []) => f.write_str("without any permission (neither `roles` nor `scp`)"),
            ([], roles) => write!(f, "with roles {}", roles.join(", ")),
            (scopes, []) => write!(f, "with scopes {}", scopes.join(", ")),
            (scopes, roles) => write!(
                f,
                "with scopes {} and roles {}",
                scopes.join(", "),
                roles.join(", ")
            ),
        }
    }
}

/// The text, or the first of several: `aud` may be an array.
fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Array(values) => values.first().and_then(Value::as_str),
        value => value.as_str(),
    }
}

/// Reads an array of strings, or one string with words separated by blanks.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(values)) => {
            let texts = values.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        }
        Some(Value::String(words)) => words.split_whitespace().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tests::jwt;

    fn claims(payload: &Value) -> Claims {
        Claims::decode(&jwt(payload)).unwrap()
    }

    #[test]
    fn an_application_token_is_read_without_its_personal_parts() {
        let read = claims(&json!({
            "aud": "https://api.example", "tid": "t", "appid": "c", "roles": ["A", "B"], "idtyp": "app",
            "iss": "https://sts.windows.net/t/", "exp": 1_700_000_000, "upn": "canary@example.com", "oid": "canary",
        }));
        assert_eq!(read.describe(), "for https://api.example with roles A, B");
        assert_eq!(read.client_id.as_deref(), Some("c"));
        assert_eq!(read.expires_on().unwrap().as_second(), 1_700_000_000);
        assert!(!read.is_delegated());
        assert!(!format!("{read:?}").contains("canary"));
    }

    #[test]
    fn a_user_token_has_scopes() {
        let read =
            claims(&json!({"aud": ["a", "b"], "azp": "c", "scp": "Alert.Read Machine.Read"}));
        assert_eq!(
            read.describe(),
            "for a with scopes Alert.Read, Machine.Read"
        );
        assert_eq!(read.client_id.as_deref(), Some("c"));
        assert!(read.is_delegated());
    }

    #[test]
    fn a_token_without_permissions_says_so() {
        let read = claims(&json!({"aud": "a", "roles": null, "exp": "soon"}));
        assert!(read.describe().starts_with("for a without any permission"));
        assert_eq!(read.expires_on(), None);
    }

    #[test]
    fn what_is_no_jwt_has_no_claims() {
        for text in [
            "",
            "opaque",
            "a.b",
            "a.b.c",
            "a.b.c.d.e",
            "a.W10.c",
            "é.é.é",
        ] {
            assert_eq!(Claims::decode(text), None, "{text}");
        }
    }
}
