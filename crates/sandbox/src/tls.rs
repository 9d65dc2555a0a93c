//! TLS: a certificate authority made at start, and a server certificate signed by it.
//!
//! The keys exist in memory only. Clients trust the authority by its PEM file, which is deleted
//! when the emulator stops.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedKey, DnType, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio_rustls::TlsAcceptor;

/// A certificate authority, the file of its certificate, and a server certificate.
pub(crate) struct Authority {
    acceptor: TlsAcceptor,
    file: PathBuf,
    /// SHA-1 of the server certificate, in hexadecimal capitals.
    thumbprint: String,
    /// Deleted when the authority is dropped.
    _folder: TempDir,
}

impl Authority {
    /// Makes an authority, and a certificate for `localhost`, `127.0.0.1` and `::1`.
    ///
    /// # Errors
    ///
    /// `Other` if a key or certificate cannot be made, or the error of the file system.
    pub(crate) fn create() -> io::Result<Authority> {
        let (certificate, server) = Authority::certificates()?;
        let signed = server.cert;

        let folder = tempfile::Builder::new()
            .prefix("defender-sandbox-")
            .tempdir()?;
        let file = folder.path().join("ca.pem");
        fs::write(&file, certificate.pem())?;

        let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, signed.der());
        let thumbprint = hash.as_ref().iter().map(|byte| format!("{byte:02X}"));
        let thumbprint = thumbprint.collect();

        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let key =
            PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(server.signing_key.serialize_der()));
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_single_cert(vec![signed.der().clone()], key)
            .map_err(io::Error::other)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Authority {
            acceptor: TlsAcceptor::from(Arc::new(config)),
            file,
            thumbprint,
            _folder: folder,
        })
    }

    /// The certificate of an authority, and that of the server with its key.
    fn certificates() -> io::Result<(Certificate, CertifiedKey<KeyPair>)> {
        let mut params = CertificateParams::new(Vec::new()).map_err(io::Error::other)?;
        params
            .distinguished_name
            .push(DnType::CommonName, "sandbox certificate authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let certificate = params.self_signed(&key).map_err(io::Error::other)?;
        let issuer = Issuer::new(params, key);

        let names = ["localhost", "127.0.0.1", "::1"]
            .map(str::to_owned)
            .to_vec();
        let mut server = CertificateParams::new(names).map_err(io::Error::other)?;
        server
            .distinguished_name
            .push(DnType::CommonName, "sandbox");
        // Python 3.13 and newer refuse a certificate that does not name the key it was signed with.
        server.use_authority_key_identifier_extension = true;
        let server_key = KeyPair::generate().map_err(io::Error::other)?;
        let signed = server
            .signed_by(&server_key, &issuer)
            .map_err(io::Error::other)?;
        Ok((
            certificate,
            CertifiedKey {
                cert: signed,
                signing_key: server_key,
            },
        ))
    }

    /// Accepts TLS 1.2 and 1.3, with HTTP/1.1 only.
    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        self.acceptor.clone()
    }

    pub(crate) fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    pub(crate) fn file(&self) -> &Path {
        &self.file
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authority")
            .field("file", &self.file)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last bytes of the identifiers 2.5.29.14 and 2.5.29.35.
    const SUBJECT_KEY: [u8; 3] = [0x55, 0x1d, 0x0e];
    const AUTHORITY_KEY: [u8; 3] = [0x55, 0x1d, 0x23];

    #[test]
    fn certificates_name_the_keys_that_strict_clients_compare() {
        let (certificate, server) = Authority::certificates().unwrap();
        let has = |der: &[u8], name: [u8; 3]| der.windows(3).any(|part| part == name);
        assert!(has(certificate.der(), SUBJECT_KEY));
        assert!(has(server.cert.der(), AUTHORITY_KEY));
    }
}
