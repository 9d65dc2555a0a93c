//! A product: operations and endpoints.

use http_core::Operation;
use url::Url;

use crate::cloud::Cloud;
use crate::pipeline::endpoint::Endpoint;

/// The operations of a product, and the endpoints of its host families (`Operation::host`).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Product {
    /// Its operations.
    pub operations: &'static [&'static Operation],
    pub(crate) endpoint: fn(&str, Cloud) -> Option<Endpoint>,
    pub(crate) tenant_endpoint: Option<TenantEndpoint>,
    pub(crate) regions: Option<Regions>,
}

/// Makes the endpoint of a host family from the address of a tenant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TenantEndpoint {
    pub(crate) host: &'static str,
    pub(crate) endpoint: fn(Url) -> Endpoint,
}

/// The regions of a host family that have hosts of their own.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Regions {
    pub(crate) host: &'static str,
    /// The names of the regions.
    pub names: &'static [&'static str],
    pub(crate) endpoint: fn(&str, Cloud, &str) -> Option<Endpoint>,
}

impl Product {
    /// A product with a function for the endpoint of a host family in a cloud.
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

    /// Sets how the endpoint is made for a host family with an address for each tenant.
    #[must_use]
    pub const fn with_tenant_endpoint(
        mut self,
        host: &'static str,
        endpoint: fn(Url) -> Endpoint,
    ) -> Self {
        self.tenant_endpoint = Some(TenantEndpoint { host, endpoint });
        self
    }

    /// Sets the regions of a host family, and how the endpoint of a region is made.
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

    /// Whether the product has operations of a host family.
    pub fn has_host(&self, host: &str) -> bool {
        self.operations.iter().any(|row| row.http.host == host)
    }
}
