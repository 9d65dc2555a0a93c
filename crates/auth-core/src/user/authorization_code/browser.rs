//! How the browser is opened, and how it returns the code.

use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::redirect_uri::RedirectUri;

/// Options of the sign-in page and its redirect.
#[derive(Clone)]
pub(super) struct BrowserOptions {
    /// Opens a browser at an address; returns at once.
    pub(super) open: Arc<dyn Fn(&Url) + Send + Sync>,
    /// Where the browser is sent back to.
    pub(super) redirect_uri: RedirectUri,
    /// How it brings the code.
    pub(super) response_mode: ResponseMode,
    /// The name that the page suggests.
    pub(super) login_hint: Option<String>,
    /// The step that the page must not skip.
    pub(super) prompt: Option<String>,
    /// Time for the user to finish.
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
    /// The value of `response_mode`.
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
