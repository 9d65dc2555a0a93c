//! Endpoints from settings: options, variables and profiles.

use url::Url;

use super::{Services, family, tenant_address};
use crate::cloud::Cloud;
use crate::pipeline::endpoint::Endpoint;
use crate::settings::profiles::{ProfileError, Sources};

/// Why a host family has no endpoint.
///
/// ```
/// use std::collections::HashMap;
///
/// use auth_core::Cloud;
/// use auth_core::services::{NoEndpoint, Services};
/// use auth_core::settings::profiles::Sources;
///
/// let sources = Sources::of(&[], HashMap::new());
/// let none = Services::default().configured(&sources, "mdca_portal", Cloud::Worldwide, None);
/// assert!(matches!(none, Err(NoEndpoint::Address(variable)) if variable == "DEFENDER_ENDPOINT_MDCA"));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum NoEndpoint {
    /// A setting is invalid, for example an address that is not a URL.
    Setting(ProfileError),
    /// No address is known, because the cloud does not offer the service or the tenant has its own. Holds the variable
    /// that sets one.
    Address(String),
    /// The cloud does not have this region. Holds the name as it was given.
    Region(String),
}

impl From<ProfileError> for NoEndpoint {
    fn from(error: ProfileError) -> Self {
        Self::Setting(error)
    }
}

/// Reads an address that is a whole URL.
fn plain_address(text: &str) -> Result<Url, String> {
    Url::parse(text).map_err(|error| format!("invalid URL `{text}`: {error}"))
}

impl Services {
    /// The endpoint of a host family, in this order: `address`, `DEFENDER_ENDPOINT_…`,
    /// `DEFENDER_REGION`, the cloud. The region is ignored if an address is given.
    ///
    /// ```
    /// use std::collections::HashMap;
    ///
    /// use auth_core::services::{Product, Services};
    /// use auth_core::settings::profiles::Sources;
    /// use auth_core::{Cloud, Endpoint};
    /// use http_core::{Operation, Url};
    ///
    /// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").host("x");
    /// static OPERATIONS: &[&Operation] = &[&LIST];
    ///
    /// let product = Product::new(OPERATIONS, |_, _| {
    ///     Some(Endpoint::new(Url::parse("https://x.example").ok()?, "https://x.example/.default"))
    /// });
    /// let services = Services::new(vec![product]);
    ///
    /// // A setting replaces the address of the cloud; the scope stays.
    /// let settings = HashMap::from([("DEFENDER_ENDPOINT_X", "https://localhost:8443".to_owned())]);
    /// let sources = Sources::of(&[], settings);
    /// let endpoint = services.configured(&sources, "x", Cloud::Worldwide, None).expect("it is configured");
    /// assert_eq!(endpoint.base.as_str(), "https://localhost:8443/");
    /// assert_eq!(endpoint.scope, "https://x.example/.default");
    /// ```
    ///
    /// # Errors
    /// [`NoEndpoint`] if a setting is invalid, if the cloud lacks the region, and if no address is known.
    pub fn configured(
        &self,
        sources: &Sources,
        host: &str,
        cloud: Cloud,
        address: Option<Url>,
    ) -> Result<Endpoint, NoEndpoint> {
        let family = family(host);
        let variable = format!("DEFENDER_ENDPOINT_{family}");
        let own = self
            .products
            .iter()
            .filter_map(|product| product.tenant_endpoint);
        let parse = match own.into_iter().any(|own| own.host == host) {
            true => tenant_address,
            false => plain_address,
        };
        let base = match address {
            Some(address) => Some(address),
            None => sources.parse(&variable, parse)?,
        };
        let region = sources.get("DEFENDER_REGION").filter(|_| base.is_none());
        let mut endpoint = match region {
            Some(region) => {
                let near = self.endpoint_near(host, cloud, region.trim());
                near.ok_or(NoEndpoint::Region(region))?
            }
            None => {
                let endpoint = self.endpoint(host, cloud, base);
                endpoint.ok_or(NoEndpoint::Address(variable))?
            }
        };
        if let Some(audience) = sources.get(&format!("DEFENDER_AUDIENCE_{family}")) {
            let audience = audience.trim().trim_end_matches("/.default");
            endpoint.scope = format!("{audience}/.default");
            endpoint.audiences = vec![audience.to_owned()];
        }
        Ok(endpoint)
    }
}
