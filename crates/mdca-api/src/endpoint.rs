//! Where the service answers, cloud by cloud.

use auth_core::{Cloud, Endpoint};
use http_core::Url;

/// The base URL families that this crate's operations name.
pub const HOSTS: &[&str] = &["mdca_portal", "graph"];

/// Where a family answers in a cloud; the portal is the tenant's own, see [`portal`].
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    let base = match (host, cloud) {
        ("graph", Cloud::Worldwide | Cloud::Gcc) => "https://graph.microsoft.com",
        ("graph", Cloud::GccHigh) => "https://graph.microsoft.us",
        ("graph", Cloud::Dod) => "https://dod-graph.microsoft.us",
        _ => return None,
    };
    Some(Endpoint::new(Url::parse(base).ok()?, format!("{base}/.default")))
}

/// The tenant's portal, by its API URL.
pub fn portal(base: Url) -> Endpoint {
    Endpoint::new(base, "05a65629-4c1b-48c1-a78b-804c4abdd4af/.default")
}
