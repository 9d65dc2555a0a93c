//! The signing key: one RSA-2048 key pair per process, made on first use.
//!
//! All emulators of a process share it, because making a key takes long. Key rollover is
//! not emulated.

use std::sync::OnceLock;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The key pair, in the forms for signing, checking and publishing.
struct SigningKey {
    id: String,
    private: EncodingKey,
    public: DecodingKey,
    modulus: String,
    exponent: String,
}

/// `None` if the key pair could not be made.
static KEY: OnceLock<Option<SigningKey>> = OnceLock::new();

/// Signs claims as an RS256 JWT. `None` if the operating system gives no randomness.
pub(crate) fn sign(claims: &impl Serialize) -> Option<String> {
    let key = key()?;
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(key.id.clone());
    header.x5t = Some(key.id.clone());
    jsonwebtoken::encode(&header, claims, &key.private).ok()
}

/// Signs claims of another issuer. The header has no `x5t`, which would name a certificate.
pub(crate) fn sign_as_other(claims: &Value) -> Option<String> {
    let key = key()?;
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(key.id.clone());
    jsonwebtoken::encode(&header, claims, &key.private).ok()
}

/// The claims of a token that this process has signed. Times and audience are left to the
/// caller.
pub(crate) fn verify_any<T: DeserializeOwned + Clone>(
    token: &str,
    algorithm: Algorithm,
) -> Option<T> {
    if algorithm != Algorithm::RS256 {
        return None;
    }
    let mut validation = Validation::new(algorithm);
    // Times are checked against the virtual clock, the audience by the service.
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation.required_spec_claims.clear();
    jsonwebtoken::decode::<T>(token, &key()?.public, &validation)
        .ok()
        .map(|data| data.claims)
}

/// The published key set (RFC 7517).
pub(crate) fn key_set(issuer: &str) -> Value {
    match key() {
        Some(key) => json!({"keys": [{
            "kty": "RSA", "use": "sig", "alg": "RS256", "kid": key.id, "x5t": key.id,
            "n": key.modulus, "e": key.exponent, "issuer": issuer,
        }]}),
        None => json!({"keys": []}),
    }
}

fn key() -> Option<&'static SigningKey> {
    KEY.get_or_init(generate).as_ref()
}

fn generate() -> Option<SigningKey> {
    let pair = KeyPair::generate(KeySize::Rsa2048).ok()?;
    let pkcs8 = pair.as_der().ok()?;
    let modulus = pair
        .public_key()
        .modulus()
        .big_endian_without_leading_zero()
        .to_vec();
    let exponent = pair
        .public_key()
        .exponent()
        .big_endian_without_leading_zero()
        .to_vec();
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &modulus);
    Some(SigningKey {
        id: URL_SAFE_NO_PAD.encode(&digest.as_ref()[..20]),
        private: EncodingKey::from_rsa_der(pkcs1_of(pkcs8.as_ref())?),
        public: DecodingKey::from_rsa_raw_components(&modulus, &exponent),
        modulus: URL_SAFE_NO_PAD.encode(&modulus),
        exponent: URL_SAFE_NO_PAD.encode(&exponent),
    })
}

/// The PKCS#1 key inside a PKCS#8 wrapper, which the signer needs.
///
/// For RSA-2048 without attributes the wrapper has a fixed form: a sequence header (4
/// bytes), the version (3), the algorithm (15), the header of the octet string (4).
pub(super) fn pkcs1_of(pkcs8: &[u8]) -> Option<&[u8]> {
    let octets = pkcs8.get(22..24)? == [0x04, 0x82];
    let inner = pkcs8.get(26..)?;
    (octets && inner.first() == Some(&0x30)).then_some(inner)
}
