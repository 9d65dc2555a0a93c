//! How the browser is opened, and how it returns the code.

use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::redirect_uri::RedirectUri;

/// Options of the sign-in page and its redirect.
#[derive(Clone)]
pub(super) struct BrowserOptions {
    pub(super) open: Arc<dyn Fn(&Url) + Send + Sync>,
    pub(super) redirect_uri: RedirectUri,
    pub(super) response_mode: ResponseMode,
    pub(super) login_hint: Option<String>,
    pub(super) prompt: Option<String>,
    pub(super) deadline: Duration,
}

/// How the browser returns the authorization code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseMode {
    /// In the body of a POST: the code appears neither in an address nor in the browser's history.
    /// Default.
    #[default]
    FormPost,
    /// In the query of the redirect URI, for browsers that do not post forms to this machine.
    Query,
}

impl ResponseMode {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::FormPost => "form_post",
            Self::Query => "query",
        }
    }
}

impl BrowserOptions {
    /// Default time for the user to sign in.
    pub(super) const DEADLINE: Duration = Duration::from_secs(300);
}
