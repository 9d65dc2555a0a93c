//! What a token says of itself, read for display and for guards.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::Value;

use crate::error::{Error, ErrorKind, Result};
use crate::text::guid::is_guid;

/// The claims of an access token that are harmless to show. Names, addresses and object ids are never read.
///
/// The signature is not checked: a token is for its API to judge. Nothing is decided by these claims but to hold a
/// token back that is plainly for somebody else.
///
/// Source: entra-docs, `access-token-claims-reference.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Claims {
    /// `aud`: the API the token is for, an address or an application id.
    pub audience: Option<String>,
    /// `iss`: who issued it.
    pub issuer: Option<String>,
    /// `tid`: the tenant whose data it opens.
    pub tenant_id: Option<String>,
    /// `appid` or `azp`: the application that asked for it.
    pub client_id: Option<String>,
    /// `roles`: application permissions. Empty where none is granted.
    pub roles: Vec<String>,
    /// `scp`: delegated permissions. Present only in a user's token.
    pub scopes: Vec<String>,
    /// `idtyp`: `app` or `user`, where the token says so.
    pub identity_type: Option<String>,
    /// `exp`: when it ends, in seconds since 1970.
    pub expires_at: Option<i64>,
}

impl Claims {
    /// Reads a JWT's payload; `None` for anything else.
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

    /// When the token ends.
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

    /// Whether the token is of the tenant that is wanted, as far as both can be told: a domain's number is not known here.
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

    /// One clause for messages: `for https://api.example with roles A, B`.
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

fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Array(values) => values.first().and_then(Value::as_str),
        value => value.as_str(),
    }
}

/// A list, or words parted by blanks.
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
