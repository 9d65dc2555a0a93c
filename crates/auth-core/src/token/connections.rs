//! The transport for token requests, created on first use.

use std::sync::{Arc, OnceLock};

use http_core::{ReqwestTransport, Transport};

/// Clones share the transport. No constructor creates one, because setting up TLS reads the
/// system's certificate authorities.
#[derive(Clone, Default)]
pub(crate) struct Connections {
    given: Option<Arc<dyn Transport>>,
    made: Arc<OnceLock<Arc<dyn Transport>>>,
}

impl Connections {
    /// Uses the caller's transport.
    pub(crate) fn of(transport: Arc<dyn Transport>) -> Self {
        Self {
            given: Some(transport),
            made: Arc::default(),
        }
    }

    /// The transport that the caller set; `None` if it is created here.
    pub(crate) fn given(&self) -> Option<Arc<dyn Transport>> {
        self.given.clone()
    }

    /// Returns the transport, created with the defaults on first use.
    pub(crate) fn get(&self) -> http_core::Result<Arc<dyn Transport>> {
        self.get_or(ReqwestTransport::new)
    }

    /// Returns the transport, created by `make` on first use.
    pub(crate) fn get_or(
        &self,
        make: fn() -> http_core::Result<ReqwestTransport>,
    ) -> http_core::Result<Arc<dyn Transport>> {
        if let Some(transport) = self.given.as_ref().or(self.made.get()) {
            return Ok(Arc::clone(transport));
        }
        let made: Arc<dyn Transport> = Arc::new(make()?);
        Ok(Arc::clone(self.made.get_or_init(|| made)))
    }
}
