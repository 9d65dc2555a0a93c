//! How the browser is opened, and how it answers.

use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::redirect_uri::RedirectUri;

/// How the user is sent to the sign-in page.
#[derive(Clone)]
pub(super) struct BrowserOptions {
    pub(super) open: Arc<dyn Fn(&Url) + Send + Sync>,
    pub(super) redirect_uri: RedirectUri,
    pub(super) response_mode: ResponseMode,
    pub(super) login_hint: Option<String>,
    pub(super) prompt: Option<String>,
    pub(super) deadline: Duration,
}

/// How the browser hands the answer on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum ResponseMode {
    /// In the body of a POST, so that no code is left behind in an address or a history.
    #[default]
    FormPost,
    /// In the query of the redirect address, for browsers that keep a form from being posted to this machine.
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
    /// Time for the user to sign in (default).
    pub(super) const DEADLINE: Duration = Duration::from_secs(300);
}
