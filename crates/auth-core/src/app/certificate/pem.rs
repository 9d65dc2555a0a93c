//! PEM files.

use pem::Pem;
use pkcs8::EncryptedPrivateKeyInfoRef;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};

use super::contents::Contents;
use super::key::{PrivateKey, not_rsa, wrong};
use crate::error::Result;

/// Reads all blocks of a PEM text. Unknown blocks are ignored.
pub(super) fn read(text: &str, password: Option<&SecretString>) -> Result<Contents> {
    // The parser's error may quote the text, which may contain a key.
    let blocks = pem::parse_many(text).map_err(|_| wrong("the text is not well-formed PEM"))?;
    let mut contents = Contents::default();
    for block in blocks {
        take(block, password, &mut contents)?;
    }
    Ok(contents)
}

/// Adds one block to the contents.
fn take(block: Pem, password: Option<&SecretString>, contents: &mut Contents) -> Result<()> {
    // Encryption from before PKCS#8, announced by a header.
    let is_encrypted_inside = block.headers().get("DEK-Info").is_some();
    let tag = block.tag().to_owned();
    let der = Zeroizing::new(block.into_contents());
    match tag.as_str() {
        "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => {
            contents.certificates.push(der.to_vec());
        }
        "RSA PRIVATE KEY" if is_encrypted_inside => {
            return Err(wrong("the private key has an unsupported encryption")
                .with_hint("convert it: openssl pkcs8 -topk8 -in old-key.pem -out new-key.pem"));
        }
        "RSA PRIVATE KEY" => contents.keys.push(PrivateKey::from_pkcs1(&der)?),
        "PRIVATE KEY" => contents.keys.push(PrivateKey::from_pkcs8(&der)?),
        "ENCRYPTED PRIVATE KEY" => contents.keys.push(decrypt(&der, password)?),
        "EC PRIVATE KEY" => return Err(not_rsa()),
        _ => {}
    }
    Ok(())
}

fn decrypt(der: &[u8], password: Option<&SecretString>) -> Result<PrivateKey> {
    let Some(password) = password else {
        return Err(wrong("the private key is encrypted").with_hint("give its password too"));
    };
    let encrypted = EncryptedPrivateKeyInfoRef::try_from(der)
        .map_err(|_| wrong("the encrypted private key cannot be read"))?;
    let key = encrypted
        .decrypt(password.expose_secret())
        .map_err(|_| wrong("the password does not open the private key"))?;
    PrivateKey::from_pkcs8(key.as_bytes())
}
