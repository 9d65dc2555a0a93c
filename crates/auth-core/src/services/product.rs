//! A product: its operations, and functions for the endpoints of its host families.
//!
//! A product is a value of constants and function pointers, so a product crate can offer it as a `const`, and a program
//! lists the products that it serves without any registration at run time.

use http_core::Operation;
use url::Url;

use crate::cloud::Cloud;
use crate::pipeline::endpoint::Endpoint;

/// The operations of a product, and the endpoints of its host families (`Operation::host`).
///
/// ```
/// use auth_core::services::{Product, Services};
/// use auth_core::{Cloud, Endpoint};
/// use http_core::{Operation, Url};
///
/// static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").host("x");
/// static OPERATIONS: &[&Operation] = &[&LIST];
///
/// fn endpoint(name: &str) -> Option<Endpoint> {
///     let base = Url::parse(&format!("https://{name}.x.example")).ok()?;
///     Some(Endpoint::new(base, "https://x.example/.default"))
/// }
///
/// const X: Product = Product::new(OPERATIONS, |_, _| endpoint("all"))
///     .with_regions("x", &["eu", "us"], |_, _, region| endpoint(region));
///
/// let services = Services::new(vec![X]);
/// let near = services.endpoint_near("x", Cloud::Worldwide, "eu").expect("the region exists");
/// assert_eq!(near.base.as_str(), "https://eu.x.example/");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Product {
    /// The table of its operations.
    pub operations: &'static [&'static Operation],
    pub(crate) endpoint: fn(&str, Cloud) -> Option<Endpoint>,
    pub(crate) tenant_endpoint: Option<TenantEndpoint>,
    pub(crate) regions: Option<Regions>,
}

/// A host family with an address for each tenant, and the function that makes its endpoint from the address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TenantEndpoint {
    pub(crate) host: &'static str,
    pub(crate) endpoint: fn(Url) -> Endpoint,
}

/// The regions of a host family. Each has a host of its own; all take the same token.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Regions {
    pub(crate) host: &'static str,
    /// The names of the regions, in small letters.
    pub names: &'static [&'static str],
    pub(crate) endpoint: fn(&str, Cloud, &str) -> Option<Endpoint>,
}

impl Product {
    /// A product with a function for the endpoint of a host family in a cloud. The function returns `None` if the cloud
    /// does not offer the family, and for families of other products.
    pub const fn new(
        operations: &'static [&'static Operation],
        endpoint: fn(&str, Cloud) -> Option<Endpoint>,
    ) -> Self {
        Self {
            operations,
            endpoint,
            tenant_endpoint: None,
            regions: None,
        }
    }

    /// Sets the host family whose address differs between tenants, and how its endpoint is made from the address.
    #[must_use]
    pub const fn with_tenant_endpoint(
        mut self,
        host: &'static str,
        endpoint: fn(Url) -> Endpoint,
    ) -> Self {
        self.tenant_endpoint = Some(TenantEndpoint { host, endpoint });
        self
    }

    /// Sets the regions of a host family, and how the endpoint of a region is made. The function returns `None` for a
    /// region that the cloud does not have.
    #[must_use]
    pub const fn with_regions(
        mut self,
        host: &'static str,
        names: &'static [&'static str],
        endpoint: fn(&str, Cloud, &str) -> Option<Endpoint>,
    ) -> Self {
        self.regions = Some(Regions {
            host,
            names,
            endpoint,
        });
        self
    }

    /// The endpoint of a host family in a cloud, at `base` if it is given.
    pub(super) fn endpoint_at(
        &self,
        host: &str,
        cloud: Cloud,
        base: Option<&Url>,
    ) -> Option<Endpoint> {
        let Some(base) = base else {
            return (self.endpoint)(host, cloud);
        };
        if let Some(own) = self.tenant_endpoint.filter(|own| own.host == host) {
            return Some((own.endpoint)(base.clone()));
        }
        let mut endpoint = (self.endpoint)(host, cloud)?;
        endpoint.base = base.clone();
        Some(endpoint)
    }

    /// Whether the product has operations of a host family.
    pub fn has_host(&self, host: &str) -> bool {
        self.operations.iter().any(|row| row.http.host == host)
    }
}
