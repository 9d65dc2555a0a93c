//! Where the service answers, cloud by cloud.

use auth_core::{Cloud, Endpoint};
use http_core::Url;

/// The base URL families that this crate's operations name.
pub const HOSTS: &[&str] = &["mde"];

/// Where a family answers in a cloud.
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    let base = match (host, cloud) {
        ("mde", Cloud::Worldwide) => "https://api.security.microsoft.com",
        ("mde", Cloud::Gcc) => "https://api-gcc.securitycenter.microsoft.us",
        ("mde", Cloud::GccHigh | Cloud::Dod) => "https://api-gov.securitycenter.microsoft.us",
        _ => return None,
    };
    let scope = "https://api.securitycenter.microsoft.com/.default";
    let base = Url::parse(base).ok()?;
    Some(Endpoint::new(base, scope).with_hosts(["api.securitycenter.microsoft.com"]))
}
