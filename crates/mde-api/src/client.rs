//! The client of Defender for Endpoint, and the addresses of the service in each cloud and region.

use auth_core::{Cloud, Connector, Endpoint, IntoCredential};
use http_core::{Error, Result};

use crate::generated::services;
use crate::wording::WORDING;

/// Names of the host families of this crate's operations.
pub const HOSTS: &[&str] = &["mde"];

/// The scope of tokens for the API in the commercial cloud.
///
/// It names the older host on purpose: some operations refuse tokens with any other audience.
///
/// Source: defender-docs, `exposed-apis-create-app-webapp.md`.
pub const SCOPE: &str = "https://api.securitycenter.microsoft.com/.default";

/// The base URL, scope and audiences of the service in a cloud. `None` if the cloud does not offer it. `host` is one of
/// [`HOSTS`].
///
/// The documents name no audience for the government clouds. That of the host is requested; the others are those that
/// released clients use, and a caller can set one of them.
///
/// ```
/// use auth_core::Cloud;
/// let endpoint = mde_api::endpoint("mde", Cloud::GccHigh).expect("it is offered");
/// assert_eq!(endpoint.base.as_str(), "https://api-gov.securitycenter.microsoft.us/");
/// ```
///
/// Source: defender-docs, `exposed-apis-list.md` and `gov.md`.
pub fn endpoint(host: &str, cloud: Cloud) -> Option<Endpoint> {
    let endpoint = (host == "mde").then(|| services::MDE.endpoint(cloud))?;
    endpoint.map(|endpoint| endpoint.with_wording(WORDING))
}

/// Regions of the commercial cloud that have a host of their own. The host begins with the name.
///
/// Source: defender-docs, `includes/improve-request-performance.md`; `ina` and `aea` are on pages of 2026.
pub const REGIONS: &[&str] = &["us", "eu", "uk", "au", "swa", "ina", "aea"];

/// The endpoint of a region of a cloud. `None` if the cloud has no such region. The government clouds have one host
/// each and no regions.
///
/// A host near the tenant's data answers faster. Every host of a cloud takes the same token.
///
/// ```
/// use auth_core::Cloud;
/// let near = mde_api::regional_endpoint("mde", Cloud::Worldwide, "eu");
/// assert_eq!(near.unwrap().base.as_str(), "https://eu.api.security.microsoft.com/");
/// assert!(mde_api::regional_endpoint("mde", Cloud::Gcc, "eu").is_none());
/// ```
pub fn regional_endpoint(host: &str, cloud: Cloud, region: &str) -> Option<Endpoint> {
    let mut names = REGIONS.iter();
    let name = names.find(|name| name.eq_ignore_ascii_case(region))?;
    let mut endpoint = endpoint(host, cloud).filter(|_| cloud == Cloud::Worldwide)?;
    let near = format!("{name}.{}", endpoint.base.host_str()?);
    endpoint.base.set_host(Some(&near)).ok()?;
    Some(endpoint)
}

/// A client of Defender for Endpoint. Clones are cheap and share connections, tokens and rate limits.
///
/// Each group of operations has a method of its name, such as [`Client::alerts`].
#[derive(Clone, Debug)]
pub struct Client {
    http: http_core::Client,
}

impl Client {
    /// A client of the commercial cloud. Nothing is sent, and no token is requested, before the first call.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the TLS set-up fails.
    pub fn new(credential: impl IntoCredential) -> Result<Self> {
        Self::connect(&Connector::new(credential), Cloud::Worldwide)
    }

    /// A client of a cloud, with the connector's transport, budgets and tenant. [`Connector::with_base`] replaces the
    /// address, such as by that of a region or an emulator; the name is `mde`.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) if the cloud does not offer the service or the TLS set-up fails.
    pub fn connect(connector: &Connector, cloud: Cloud) -> Result<Self> {
        let endpoint = connector.endpoint("mde", endpoint("mde", cloud))?;
        let endpoint = endpoint.ok_or_else(|| {
            Error::usage(format!("Defender for Endpoint is not offered in {cloud}"))
        })?;
        Ok(Self {
            http: connector.connect(&endpoint)?,
        })
    }

    /// The client underneath, for requests that have no builder and for operations of your own.
    pub fn http(&self) -> &http_core::Client {
        &self.http
    }

    pub(crate) fn host(&self, _name: &str) -> &http_core::Client {
        &self.http
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn government_clouds_do_not_share_the_commercial_hosts() {
        let host =
            |cloud| endpoint("mde", cloud).and_then(|e| e.base.host_str().map(str::to_owned));
        assert_eq!(
            host(Cloud::Worldwide).as_deref(),
            Some("api.security.microsoft.com")
        );
        assert_eq!(
            host(Cloud::Gcc).as_deref(),
            Some("api-gcc.securitycenter.microsoft.us")
        );
        assert_eq!(
            host(Cloud::Dod).as_deref(),
            Some("api-gov.securitycenter.microsoft.us")
        );
        assert_eq!(host(Cloud::China), None);
    }

    #[test]
    fn each_region_has_the_host_that_the_documents_name_and_the_token_of_its_cloud() {
        for region in REGIONS {
            let near = regional_endpoint("mde", Cloud::Worldwide, &region.to_uppercase()).unwrap();
            let host = format!("{region}.api.security.microsoft.com");
            assert_eq!(near.base.host_str(), Some(host.as_str()));
            assert!(near.has_host(&host), "its links are its own");
            assert_eq!(near.scope, SCOPE);
        }
        for cloud in Cloud::ALL
            .iter()
            .filter(|cloud| **cloud != Cloud::Worldwide)
        {
            assert_eq!(regional_endpoint("mde", *cloud, "eu"), None, "{cloud}");
        }
        for (host, region) in [("mde", "mars"), ("mde", ""), ("graph", "eu")] {
            assert_eq!(regional_endpoint(host, Cloud::Worldwide, region), None);
        }
    }

    #[test]
    fn the_commercial_scope_names_the_audience_every_operation_takes() {
        let endpoint = endpoint("mde", Cloud::Worldwide).unwrap();
        assert_eq!(endpoint.scope, SCOPE);
        assert_eq!(
            endpoint.audiences[0],
            "https://api.securitycenter.microsoft.com"
        );
    }
}
