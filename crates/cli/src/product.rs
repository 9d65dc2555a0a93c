//! A product as the command line takes it: its operations and its endpoints.

use auth_core::http_core::{Operation, Url};
use auth_core::{Cloud, Endpoint};
use sandbox::GuestProduct;

/// A product: its operations, and where they are answered.
///
/// The first word of an operation's id is the first word of its command, so one product may bring several.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    pub(crate) operations: &'static [&'static Operation],
    pub(crate) endpoint: fn(&str, Cloud) -> Option<Endpoint>,
    pub(crate) tenant_endpoint: Option<TenantEndpoint>,
    pub(crate) regions: Option<Regions>,
    pub(crate) guest: Option<GuestProduct>,
}

/// How the endpoint of a host family is made of the tenant's own address.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TenantEndpoint {
    pub(crate) host: &'static str,
    pub(crate) endpoint: fn(Url) -> Endpoint,
}

/// The regions that have a host of their own, and where it answers for a host family in a cloud.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Regions {
    pub(crate) host: &'static str,
    pub(crate) names: &'static [&'static str],
    pub(crate) endpoint: fn(&str, Cloud, &str) -> Option<Endpoint>,
}

impl Product {
    /// A product made of rows and of a function that says where a host family (the rows' `host`) answers in a cloud.
    pub const fn new(
        operations: &'static [&'static Operation],
        endpoint: fn(&str, Cloud) -> Option<Endpoint>,
    ) -> Self {
        Self {
            operations,
            endpoint,
            tenant_endpoint: None,
            regions: None,
            guest: None,
        }
    }

    /// For a host family whose address is the tenant's own: makes the endpoint of the address that the variable
    /// `DEFENDER_ENDPOINT_…` names.
    #[must_use]
    pub const fn with_tenant_endpoint(
        mut self,
        host: &'static str,
        endpoint: fn(Url) -> Endpoint,
    ) -> Self {
        self.tenant_endpoint = Some(TenantEndpoint { host, endpoint });
        self
    }

    /// For a host family with hosts near the tenant: makes the endpoint of the region that `--region` names.
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

    /// Adds the tables that the operations were generated from. `--sandbox` serves the product from them, and `doctor`
    /// compares answers with them. Without tables the product has no emulator.
    #[must_use]
    pub const fn with_tables(mut self, tables: GuestProduct) -> Self {
        self.guest = Some(tables);
        self
    }

    /// Whether the product answers for a host family.
    pub(crate) fn has_host(&self, host: &str) -> bool {
        self.operations.iter().any(|row| row.http.host == host)
    }
}
