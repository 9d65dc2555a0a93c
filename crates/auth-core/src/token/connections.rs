//! The connections that token requests go over, made when the first is wanted.

use std::sync::{Arc, OnceLock};

use http_core::{ReqwestTransport, Transport};

/// Clones share connections. A constructor sets up none: setting up TLS reads the system's authorities.
#[derive(Clone, Default)]
pub(crate) struct Connections {
    given: Option<Arc<dyn Transport>>,
    made: Arc<OnceLock<Arc<dyn Transport>>>,
}

impl Connections {
    /// Those that the caller brings.
    pub(crate) fn of(transport: Arc<dyn Transport>) -> Self {
        Self {
            given: Some(transport),
            made: Arc::default(),
        }
    }

    /// Those that the caller has brought.
    pub(crate) fn given(&self) -> Option<Arc<dyn Transport>> {
        self.given.clone()
    }

    pub(crate) fn get(&self) -> http_core::Result<Arc<dyn Transport>> {
        self.get_or(ReqwestTransport::new)
    }

    /// The connections, made in this way if there are none yet.
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
