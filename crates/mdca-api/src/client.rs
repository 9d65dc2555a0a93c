//! The way in.

/// The client.
#[derive(Clone, Debug)]
pub struct Client {
    inner: http_core::Client,
}

impl Client {
    pub(crate) fn host(&self, _name: &str) -> &http_core::Client {
        &self.inner
    }
}
