//! Host names that requests may be made for.
//!
//! A web page can let its own name resolve to this machine and read what answers there (DNS
//! rebinding). Its requests carry its name in `Host` and are refused.

use std::net::IpAddr;

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};

/// Domains of the vendor, for clients that are redirected here by a hosts file or a
/// resolver. A web page cannot use them.
const VENDOR: [&str; 11] = [
    "microsoft.com",
    "microsoftonline.com",
    "microsoftonline.us",
    "microsoft.us",
    "windows.net",
    "windows.com",
    "cloudappsecurity.com",
    "cloudappsecuritygov.com",
    "azure.com",
    "azure.us",
    "chinacloudapi.cn",
];

/// Whether a request is for an accepted host name. A request without one is accepted,
/// because browsers always send it; one with two is refused.
pub(super) fn is_allowed(uri: &Uri, headers: &HeaderMap, names: &[String]) -> bool {
    let known = |authority: &Authority| is_known(authority.host(), names);
    if uri.authority().is_some_and(|authority| !known(authority)) {
        return false;
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) => true,
        (Some(host), None) => host
            .to_str()
            .ok()
            .and_then(|host| host.parse::<Authority>().ok())
            // An authority with a user is not a host name.
            .is_some_and(|authority| !authority.as_str().contains('@') && known(&authority)),
        (Some(_), Some(_)) => false,
    }
}

/// Whether a host, with a port if it has one, is of the vendor.
pub(crate) fn is_vendor(host: &str) -> bool {
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    let name = name.to_ascii_lowercase();
    VENDOR.iter().any(|domain| is_below(&name, domain))
}

/// Whether a host name is one of those below a domain.
fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|head| head.ends_with('.'))
}

/// Whether a host is a loopback address, `localhost`, of the vendor, or one of `names`.
fn is_known(host: &str, names: &[String]) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse::<IpAddr>() {
        return address.is_loopback() || names.iter().any(|name| name == bare);
    }
    let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
    let below = |domain: &str| is_below(&host, domain);
    host == "localhost"
        || below("localhost")
        || VENDOR.iter().any(|domain| below(domain))
        || names.iter().any(|name| match name.strip_prefix("*.") {
            Some(domain) => below(&domain.to_ascii_lowercase()),
            None => name.eq_ignore_ascii_case(&host),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        let names = ["emulator".to_owned(), "*.lab.example".to_owned()];
        is_allowed(&Uri::from_static("/api/alerts"), &headers, &names)
    }

    #[test]
    fn names_of_this_machine_of_the_vendor_and_of_the_settings_are_ours() {
        for host in [
            "127.0.0.1:8080",
            "127.9.9.9",
            "[::1]:443",
            "localhost",
            "LOCALHOST:1",
            "localhost.",
            "mde.localhost",
            "api.securitycenter.microsoft.com",
            "login.microsoftonline.com:443",
            "contoso.us3.portal.cloudappsecurity.com",
            "emulator:8080",
            "Mde.Lab.Example",
        ] {
            assert!(asked(host), "{host}");
        }
    }

    #[test]
    fn names_of_others_are_not() {
        for host in [
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "evilmicrosoft.com",
            "microsoft.com.evil.example",
            "lab.example",
            "192.168.0.7",
            "[2001:db8::1]",
            "0.0.0.0",
            "localhost@evil.example",
            "evil.example@localhost",
            "",
            "a b",
        ] {
            assert!(!asked(host), "{host}");
        }
        let target = Uri::from_static("http://evil.example/api/alerts");
        assert!(!is_allowed(&target, &HeaderMap::new(), &[]));
        let mut twice = HeaderMap::new();
        twice.append(header::HOST, "localhost".parse().unwrap());
        twice.append(header::HOST, "localhost".parse().unwrap());
        assert!(!is_allowed(&Uri::from_static("/"), &twice, &[]));
    }
}
