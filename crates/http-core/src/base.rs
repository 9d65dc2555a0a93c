//! The base URL of a service, and which addresses may be built on it.
//!
//! Next links and monitor URLs are written by the service, and a credential goes wherever they are
//! followed. The rule here keeps it in place: of such an address only path and query are used, they are
//! put on the configured base, and only if the address names a known host. The hosts of Defender for
//! Endpoint differ from request to request (`api.security.microsoft.com`, regional names below it), so
//! the configured names may stand for families.

use url::{Host, Url};

use crate::error::{Error, Result};

/// The base URL of all requests, and the host names that links of the service may carry.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    url: Url,
    hosts: Vec<String>,
}

impl Base {
    /// Makes a base. The address must have passed [`check`].
    pub(crate) fn new(url: Url, hosts: Vec<String>) -> Self {
        Self { url, hosts }
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// Path and query of an address of this service, `None` for an address of another host. Scheme and
    /// port count only for the base itself: an emulator answers with links to the service's own hosts.
    pub(crate) fn relative(&self, address: &Url) -> Option<String> {
        let host = address.host_str().unwrap_or_default();
        let is_known = address.origin() == self.url.origin()
            || self.url.host_str() == Some(host)
            || is_host_of(&self.hosts, host);
        is_known.then(|| match address.query() {
            Some(query) => format!("{}?{query}", address.path()),
            None => address.path().to_owned(),
        })
    }

    /// Path and query without the path of the base in front.
    pub(crate) fn strip<'a>(&self, path_and_query: &'a str) -> &'a str {
        let prefix = self.url.path().trim_end_matches('/');
        below(prefix, path_and_query).unwrap_or(path_and_query)
    }

    /// Puts path and query on the base. The path of the base is prepended unless it is already there.
    ///
    /// # Errors
    /// `Usage` if the path is invalid or leads to another host, as `//host/path` would.
    pub(crate) fn on(&self, path_and_query: &str) -> Result<Url> {
        let prefix = self.url.path().trim_end_matches('/');
        let joined = if below(prefix, path_and_query).is_some() {
            self.url.join(path_and_query)
        } else {
            self.url.join(&format!("{prefix}{path_and_query}"))
        };
        let joined = joined.map_err(|error| {
            Error::usage("the continuation is not a valid path").with_source(error)
        })?;
        if joined.origin() != self.url.origin() {
            return Err(Error::usage("the continuation leads to another host"));
        }
        Ok(joined)
    }
}

/// The rest behind a prefix of whole segments: `/api` is a prefix of `/api/x`, not of `/apis`.
fn below<'a>(prefix: &str, path_and_query: &'a str) -> Option<&'a str> {
    let rest = path_and_query.strip_prefix(prefix)?;
    (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(rest)
}

/// Whether a host is one of the known names. A known name that begins with a dot stands for every host
/// below it. Letter case does not count.
///
/// ```
/// let known = [".api.example".to_owned()];
/// assert!(http_core::is_host_of(&known, "eu.api.example"));
/// assert!(!http_core::is_host_of(&known, "evilapi.example"));
/// ```
pub fn is_host_of(hosts: &[String], host: &str) -> bool {
    hosts.iter().any(|known| is_of(known, host))
}

fn is_of(known: &str, host: &str) -> bool {
    if !known.starts_with('.') {
        return known.eq_ignore_ascii_case(host);
    }
    let start = host.len().saturating_sub(known.len());
    start > 0
        && host
            .get(start..)
            .is_some_and(|end| end.eq_ignore_ascii_case(known))
}

/// Whether an address is on this machine: a loopback IP or `localhost`.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Checks that an address is https, or http on this machine: a credential must not travel unencrypted
/// over a network.
///
/// # Errors
/// `Usage` for any other address.
pub(crate) fn check(base: &Url) -> Result<()> {
    let loopback = is_loopback(base);
    if base.scheme() == "https" && base.has_host() || base.scheme() == "http" && loopback {
        return Ok(());
    }
    Err(Error::usage(format!(
        "`{}` must be https, or http to this machine",
        crate::redact::url(base)
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_is_all_hosts_below_a_name_and_no_other() {
        let family = ".api.example";
        for host in ["eu.api.example", "x.Y.API.example"] {
            assert!(is_of(family, host), "{host}");
        }
        for host in [
            "api.example",
            ".api.example",
            "evilapi.example",
            "eu.api.example.evil",
        ] {
            assert!(!is_of(family, host), "{host}");
        }
        assert!(is_of("h.example", "H.example") && !is_of("h.example", "x.h.example"));
    }
}
