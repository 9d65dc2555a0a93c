//! The base URL of a service and the addresses that may be built on it.

use url::{Host, Url};

use crate::error::{Error, Result};

/// The base URL that every request is put on, and the host names that links of the service may carry.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    url: Url,
    hosts: Vec<String>,
}

impl Base {
    /// A base of a checked address; see [`check`].
    pub(crate) fn new(url: Url, hosts: Vec<String>) -> Self {
        Self { url, hosts }
    }

    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// Path and query of an address of this service, or `None` for another host's.
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

    /// Path and query on the base. A base with a path of its own keeps it in front.
    ///
    /// # Errors
    /// `Usage` for an invalid path, and for one that leads to another host.
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

/// What follows a prefix of whole segments.
fn below<'a>(prefix: &str, path_and_query: &'a str) -> Option<&'a str> {
    let rest = path_and_query.strip_prefix(prefix)?;
    (rest.is_empty() || rest.starts_with(['/', '?'])).then_some(rest)
}

/// Whether a host is among those of a service. A known name that begins with a dot stands for every host below it.
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

/// Whether an address is of this machine and no other.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

/// Checks that an address is https, or http to this machine: a credential may travel in the clear no further.
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
