//! A token that the caller already has.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};

use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::credential::{TokenCredential, TokenRequestOptions};

/// A token from elsewhere, handed on as it is: from an environment variable, another tool, or a product that issues
/// tokens of its own.
///
/// It cannot be renewed. Where it is a JWT its end is known, and after that nothing is sent any more.
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
    /// A bearer token.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an empty token or one with blanks in it.
    pub fn new(secret: SecretString) -> Result<Self> {
        Self::with_scheme("Bearer", secret)
    }

    /// A token that goes after another word than `Bearer`, such as `Token` for the legacy API tokens of Defender for
    /// Cloud Apps.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an empty token, one with blanks in it, or a scheme that is no single word.
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
        "remove the line end or blank that came with the token"
    };
    Err(wrong("the token holds blanks or other characters that no token has").with_hint(hint))
}

fn wrong(message: &str) -> Error {
    Error::new(ErrorKind::Configuration, message)
}

#[async_trait]
impl TokenCredential for StaticToken {
    /// The token, whatever the scopes are: only its giver knows what it opens.
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        match self.token.expires_on() {
            Some(end) if end <= Timestamp::now() => Err(Error::new(
                ErrorKind::Unavailable,
                format!("the token that was given ended at {end}"),
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
        assert!(hint("canary\n").unwrap().contains("line end"));
        assert_eq!(hint(""), None);
    }

    #[test]
    fn a_scheme_is_one_word() {
        assert!(StaticToken::with_scheme("Token", "a".into()).is_ok());
        assert!(StaticToken::with_scheme("To ken", "a".into()).is_err());
    }
}
