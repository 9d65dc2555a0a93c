//! A certificate authority of the emulator's own.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio_rustls::TlsAcceptor;

/// An authority, the file that holds its certificate, and a server certificate it has signed.
pub(crate) struct Authority {
    acceptor: TlsAcceptor,
    file: PathBuf,
    /// Of the server's certificate.
    thumbprint: String,
    /// Removed when the authority is dropped.
    _folder: TempDir,
}

impl Authority {
    /// Makes an authority and a certificate for `localhost` and the loopback addresses.
    pub(crate) fn create() -> io::Result<Authority> {
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
        let server_key = KeyPair::generate().map_err(io::Error::other)?;
        let signed = server
            .signed_by(&server_key, &issuer)
            .map_err(io::Error::other)?;

        let folder = tempfile::Builder::new()
            .prefix("defender-sandbox-")
            .tempdir()?;
        let file = folder.path().join("ca.pem");
        fs::write(&file, certificate.pem())?;

        let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, signed.der());
        let thumbprint = hash.as_ref().iter().map(|byte| format!("{byte:02X}"));
        let thumbprint = thumbprint.collect();

        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(server_key.serialize_der()));
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
