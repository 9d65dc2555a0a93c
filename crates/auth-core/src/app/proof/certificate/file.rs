//! A certificate file that may be replaced while the program runs.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use crate::app::certificate::Certificate;
use crate::app::secret_file;
use crate::error::{Error, ErrorKind, Result};
use crate::random::sha256;

/// The file, and the certificate that was read last.
pub(crate) struct CertificateFile {
    path: PathBuf,
    password: Option<SecretString>,
    last: Mutex<Read>,
}

/// The last successful read.
struct Read {
    /// SHA-256 of the file, so that its bytes need not be kept.
    hash: [u8; 32],
    certificate: Arc<Certificate>,
}

impl CertificateFile {
    /// Reads the file for the first time.
    ///
    /// # Errors
    /// `Configuration` if it is unreadable or not a certificate with its key.
    pub(crate) fn open(path: PathBuf, password: Option<SecretString>) -> Result<Self> {
        let bytes = std::fs::read(&path).map(Zeroizing::new);
        let bytes = bytes.map_err(|error| {
            let path = path.display();
            let message = format!("the certificate file {path} cannot be read: {error}");
            Error::new(ErrorKind::Configuration, message)
        })?;
        let last = Read {
            hash: sha256(&bytes),
            certificate: Arc::new(Certificate::from_bytes(&bytes, password.as_ref())?),
        };
        Ok(Self {
            path,
            password,
            last: Mutex::new(last),
        })
    }

    /// The certificate that was read last.
    pub(super) fn held(&self) -> Arc<Certificate> {
        Arc::clone(&self.lock().certificate)
    }

    /// Returns the certificate in the file, or the last one if the file is unreadable.
    pub(super) async fn read(&self) -> Arc<Certificate> {
        let path = self.path.display();
        let bytes = match secret_file::read_bytes(&self.path).await {
            Ok(bytes) => bytes,
            Err(error) => {
                tracing::warn!(%path, %error, "the certificate file cannot be read; the previous certificate is used");
                return self.held();
            }
        };
        let hash = sha256(&bytes);
        if self.lock().hash == hash {
            return self.held();
        }
        match Certificate::from_bytes(&bytes, self.password.as_ref()) {
            Ok(certificate) => {
                let certificate = Arc::new(certificate);
                tracing::info!(%path, thumbprint = certificate.thumbprint(), "the certificate was replaced");
                *self.lock() = Read {
                    hash,
                    certificate: Arc::clone(&certificate),
                };
                certificate
            }
            Err(error) => {
                tracing::warn!(%path, %error, "the new certificate cannot be used; the previous one is");
                self.held()
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Read> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
