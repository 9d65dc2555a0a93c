//! The endpoint of a product in a cloud.

use http_core::ErrorWording;
use url::Url;

use crate::pipeline::permission::Permission;
use crate::token::scope::resource;

/// Where the calls of a product go, and which tokens are sent there.
///
/// ```
/// use auth_core::Endpoint;
/// use auth_core::http_core::Url;
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let base = Url::parse("https://api.contoso.example/v1/")?;
/// let endpoint = Endpoint::new(base, "https://api.contoso.example/.default")
///     .with_audiences(["22222222-3333-4444-5555-666666666666"])
///     .with_hosts([".api.contoso.example"]);
/// assert!(endpoint.has_host("eu.api.contoso.example"));
/// assert_eq!(endpoint.audiences.len(), 2);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The base URL, to which the path of every operation is appended.
    pub base: Url,
    /// The scope of its tokens, `<API>/.default` for an application.
    pub scope: String,
    /// Audiences that a token may have. Empty accepts any.
    pub audiences: Vec<String>,
    /// Hosts that next links of the service may name. A name that starts with a dot allows all
    /// hosts below it.
    pub hosts: Vec<String>,
    /// How the service words its errors.
    pub wording: ErrorWording,
    /// The permissions of the API whose ids are known.
    pub permissions: &'static [Permission],
}

impl Endpoint {
    /// Creates an endpoint. Accepts tokens for the API of the scope, and next links to the base's
    /// host.
    pub fn new(base: Url, scope: impl Into<String>) -> Self {
        let scope = scope.into();
        let audiences = resource(&scope).map(str::to_owned);
        let host = base.host_str().map(str::to_owned);
        Self {
            audiences: audiences.into_iter().collect(),
            hosts: host.into_iter().collect(),
            base,
            scope,
            wording: ErrorWording::default(),
            permissions: &[],
        }
    }

    /// Adds audiences that a token may have, such as the API's application id.
    #[must_use]
    pub fn with_audiences<'a>(mut self, audiences: impl IntoIterator<Item = &'a str>) -> Self {
        self.audiences
            .extend(audiences.into_iter().map(str::to_owned));
        self
    }

    /// Sets how the service words its errors. Default: by status and headers alone.
    #[must_use]
    pub fn with_wording(mut self, wording: ErrorWording) -> Self {
        self.wording = wording;
        self
    }

    /// Sets the permissions of the API. Default: none.
    #[must_use]
    pub const fn with_permissions(mut self, permissions: &'static [Permission]) -> Self {
        self.permissions = permissions;
        self
    }

    /// Whether next links of the service may name a host. Case makes no difference.
    pub fn has_host(&self, name: &str) -> bool {
        http_core::is_host_of(&self.hosts, name)
    }

    /// Adds hosts that next links may name.
    #[must_use]
    pub fn with_hosts<'a>(mut self, hosts: impl IntoIterator<Item = &'a str>) -> Self {
        self.hosts.extend(hosts.into_iter().map(str::to_owned));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audience_is_what_the_scope_names() {
        let base = Url::parse("https://api.example/root").unwrap();
        let endpoint = Endpoint::new(base, "https://api.example/.default")
            .with_audiences(["11111111-2222-3333-4444-555555555555"])
            .with_hosts(["old.example"]);
        assert_eq!(endpoint.audiences[0], "https://api.example");
        assert_eq!(endpoint.audiences.len(), 2);
        assert_eq!(endpoint.hosts, ["api.example", "old.example"]);
        let endpoint = endpoint.with_hosts([".api.example"]);
        for (name, known) in [
            ("OLD.example", true),
            ("eu.api.example", true),
            ("evilapi.example", false),
            ("api.example.evil", false),
        ] {
            assert_eq!(endpoint.has_host(name), known, "{name}");
        }
    }
}
