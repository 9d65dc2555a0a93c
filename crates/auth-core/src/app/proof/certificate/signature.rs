//! Signs the assertion: a JWT with which the application proves its identity.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm, Header};
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::app::certificate::Certificate;
use crate::app::proof::assertion::WantedAssertion;
use crate::error::{Error, ErrorKind, Result};
use crate::text::guid;

/// Validity of an assertion, in seconds.
const LIFE: i64 = 600;

/// Seconds of it that are in the past when it is sent, to allow for clocks that differ a little.
const BACK_DATED: i64 = 60;

/// The signature algorithm and the names of the certificate.
#[derive(Clone, Copy, Default)]
pub(crate) struct Form {
    /// RS256 and SHA-1 thumbprint instead of PS256 and SHA-256.
    pub(crate) is_legacy: bool,
    /// Includes the certificate and its issuers.
    pub(crate) sends_chain: bool,
}

impl Form {
    /// Signs an assertion for one token request.
    pub(super) fn sign(
        self,
        certificate: &Certificate,
        wanted: &WantedAssertion,
    ) -> Result<SecretString> {
        self.sign_claims(certificate, &claims(wanted))
            .map_err(|error| {
                Error::new(
                    ErrorKind::Configuration,
                    "the assertion could not be signed",
                )
                .with_source(error)
            })
            .map(SecretString::from)
    }

    /// Signs the claims. Apart from the certificate this depends on nothing, so that tests can
    /// verify it.
    fn sign_claims(
        self,
        certificate: &Certificate,
        claims: &Value,
    ) -> jsonwebtoken::errors::Result<String> {
        let header = self.header(certificate);
        let part =
            |json: serde_json::Result<Vec<u8>>| json.map(|json| URL_SAFE_NO_PAD.encode(json));
        let head = part(serde_json::to_vec(&header))?;
        let body = part(serde_json::to_vec(claims))?;
        let message = format!("{head}.{body}");
        // With an explicit provider: the process's default depends on what else is linked.
        let key = certificate.signing_key();
        let signer = (DEFAULT_PROVIDER.signer_factory)(&header.alg, key)?;
        let signature = signer
            .try_sign(message.as_bytes())
            .map_err(|_| jsonwebtoken::errors::ErrorKind::InvalidRsaKey("signing".to_owned()))?;
        Ok(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }

    /// The header: algorithm, thumbprint, and the chain if it is sent.
    fn header(self, certificate: &Certificate) -> Header {
        let mut header = if self.is_legacy {
            let mut header = Header::new(Algorithm::RS256);
            header.x5t = Some(URL_SAFE_NO_PAD.encode(certificate.sha1()));
            header
        } else {
            let mut header = Header::new(Algorithm::PS256);
            header.x5t_s256 = Some(URL_SAFE_NO_PAD.encode(certificate.sha256()));
            header
        };
        if self.sends_chain {
            // Standard base64, unlike the rest of a JWT (RFC 7515, section 4.1.6).
            let chain = certificate.chain().iter();
            header.x5c = Some(chain.map(|der| STANDARD.encode(der)).collect());
        }
        header
    }
}

/// The claims: the application as issuer and subject, the token endpoint as audience, a random id.
fn claims(wanted: &WantedAssertion) -> Value {
    let begin = wanted.now.as_second() - BACK_DATED;
    json!({
        "aud": wanted.token_endpoint,
        "iss": wanted.client_id,
        "sub": wanted.client_id,
        "jti": guid::random(),
        "nbf": begin,
        "iat": begin,
        "exp": begin + LIFE,
    })
}
