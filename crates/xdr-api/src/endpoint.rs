//! Where the services answer, cloud by cloud.

use auth_core::{Cloud, Endpoint};
use http_core::Url;

/// The base URL families that this crate's operations name.
pub const HOSTS: &[&str] = &["xdr", "graph"];

/// Where a family answers in a cloud.
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    let base = match (host, cloud) {
        ("xdr", Cloud::Worldwide) => "https://api.security.microsoft.com",
        ("xdr", Cloud::Gcc) => "https://api-gcc.security.microsoft.us",
        ("xdr", Cloud::GccHigh | Cloud::Dod) => "https://api-gov.security.microsoft.us",
        ("graph", Cloud::Worldwide | Cloud::Gcc) => "https://graph.microsoft.com",
        ("graph", Cloud::GccHigh) => "https://graph.microsoft.us",
        ("graph", Cloud::Dod) => "https://dod-graph.microsoft.us",
        _ => return None,
    };
    Some(Endpoint::new(Url::parse(base).ok()?, format!("{base}/.default")))
}
