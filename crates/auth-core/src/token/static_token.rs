//! A credential for a token that was acquired elsewhere.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::credential::{TokenCredential, TokenRequestOptions};

/// A fixed token: from an environment variable, another tool, or a product that issues its own
/// tokens.
///
/// It is sent unchanged and cannot be renewed. A JWT is refused once its `exp` has passed, before
/// anything is sent; an opaque token is sent until the API refuses it. Scopes, tenant and claims of
/// a request are ignored.
///
/// ```
/// use auth_core::{SecretString, StaticToken};
/// # fn main() -> auth_core::Result<()> {
/// let of_another_tool = StaticToken::new(SecretString::from("what-the-other-tool-printed"))?;
/// // The legacy API token of Defender for Cloud Apps, made in its portal.
/// let legacy = StaticToken::with_scheme("Token", SecretString::from("the-api-token"))?;
/// # let _ = (of_another_tool, legacy);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct StaticToken {
    token: Arc<AccessToken>,
}

impl StaticToken {
    /// Wraps a bearer token, given without the word `Bearer`.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] if the token is empty or contains blanks, line breaks or other
    /// characters that no token has. The token is not in the error.
    pub fn new(secret: SecretString) -> Result<Self> {
        Self::with_scheme("Bearer", secret)
    }

    /// Wraps a token with another scheme, such as `Token` for the legacy API tokens of Defender for
    /// Cloud Apps.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] as for [`new`](Self::new), and if the scheme is not a single
    /// word of letters and digits.
    pub fn with_scheme(scheme: &'static str, secret: SecretString) -> Result<Self> {
        check(secret.expose_secret())?;
        if scheme.is_empty() || !scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(wrong("the scheme must be a single word"));
        }
        Ok(Self {
            token: Arc::new(AccessToken::new(secret).with_scheme(scheme)),
        })
    }
}

/// Finds what is typically pasted along with a token.
fn check(token: &str) -> Result<()> {
    if token.is_empty() {
        return Err(wrong("the token is empty"));
    }
    if token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    let hint = if token.to_ascii_lowercase().starts_with("bearer ") {
        "give the token without the word Bearer"
    } else {
        "remove the line break or blank that was copied with the token"
    };
    Err(wrong("the token contains blanks or other invalid characters").with_hint(hint))
}

fn wrong(message: &str) -> Error {
    Error::new(ErrorKind::Configuration, message)
}

#[async_trait]
impl TokenCredential for StaticToken {
    /// Returns the token, for any scope.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] once a JWT has expired.
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        match self.token.expires_on() {
            Some(end) if end <= Timestamp::now() => Err(Error::new(
                ErrorKind::Unavailable,
                format!("the given token expired at {end}"),
            )
            .with_hint("get a new token, or sign in with a credential that renews its tokens")),
            _ => Ok(Arc::clone(&self.token)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tests::jwt;

    async fn get(token: &str) -> Result<Arc<AccessToken>> {
        let credential = StaticToken::new(token.into())?;
        let options = TokenRequestOptions::default();
        credential.get_token(&["any"], &options).await
    }

    #[tokio::test]
    async fn a_token_is_handed_on_as_it_is() {
        let token = get("opaque").await.unwrap();
        assert_eq!(token.secret().expose_secret(), "opaque");
        assert_eq!((token.scheme(), token.expires_on()), ("Bearer", None));
    }

    #[tokio::test]
    async fn the_end_of_a_jwt_is_respected() {
        let later = Timestamp::now().as_second() + 600;
        let token = get(&jwt(&json!({"exp": later}))).await.unwrap();
        assert_eq!(token.expires_on().unwrap().as_second(), later);
        let ended = get(&jwt(&json!({"exp": 1_600_000_000}))).await.unwrap_err();
        assert_eq!(ended.kind(), ErrorKind::Unavailable);
        assert!(ended.to_string().contains("2020-09-13"), "{ended}");
    }

    #[test]
    fn what_was_pasted_wrongly_is_told_apart() {
        let hint = |token: &str| {
            let error = StaticToken::new(token.into()).unwrap_err();
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
            error.hint().map(str::to_owned)
        };
        assert!(hint("Bearer canary").unwrap().contains("without the word"));
        assert!(hint("canary\n").unwrap().contains("line break"));
        assert_eq!(hint(""), None);
    }

    #[test]
    fn a_scheme_is_one_word() {
        assert!(StaticToken::with_scheme("Token", "a".into()).is_ok());
        assert!(StaticToken::with_scheme("To ken", "a".into()).is_err());
    }
}
