//! What a product says of one of its hosts.

use http_core::ErrorWording;
use url::Url;

use crate::token::scope::resource;

/// A family of addresses in one cloud: where calls go, and which token opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Endpoint {
    /// The base URL every call is put on.
    pub base: Url,
    /// The scope to ask a token for, `<API>/.default` for an application.
    pub scope: String,
    /// The audiences a token for it may carry. Empty: any.
    pub audiences: Vec<String>,
    /// Host names that next links of the service may carry; one that begins with a dot stands for all hosts below it.
    pub hosts: Vec<String>,
    /// How the service words its errors.
    pub wording: ErrorWording,
}

impl Endpoint {
    /// An endpoint that takes tokens for the API its scope names, and whose next links carry the base's own host.
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
        }
    }

    /// Further audiences a token may carry, such as the API's application id.
    #[must_use]
    pub fn with_audiences<'a>(mut self, audiences: impl IntoIterator<Item = &'a str>) -> Self {
        self.audiences
            .extend(audiences.into_iter().map(str::to_owned));
        self
    }

    /// How the service words its errors. Default: in statuses and headers alone.
    #[must_use]
    pub fn with_wording(mut self, wording: ErrorWording) -> Self {
        self.wording = wording;
        self
    }

    /// Whether next links of the service may carry a host name.
    pub fn has_host(&self, name: &str) -> bool {
        http_core::is_host_of(&self.hosts, name)
    }

    /// Further host names that next links may carry.
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
