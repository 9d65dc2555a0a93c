//! The services behind the operations of products: host families and their endpoints.
//!
//! An operation names a host family (`mde`, `graph`), not an address. The address depends on the cloud, the region, the
//! tenant and the settings of a user. A [`Product`] says where its families are; [`Services`] joins several products
//! and applies the settings in one order, so that every command resolves an address in the same way:
//!
//! 1. the address that the caller passes;
//! 2. `DEFENDER_ENDPOINT_<FAMILY>`, from a variable or a profile;
//! 3. the region `DEFENDER_REGION`, for families that have regions;
//! 4. the address of the cloud.
//!
//! `DEFENDER_AUDIENCE_<FAMILY>` replaces the audience of the token in all four cases.
//!
//! ```
//! use auth_core::services::{Product, Services};
//! use auth_core::{Cloud, Endpoint};
//! use http_core::{Operation, Url};
//!
//! static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").host("x");
//! static OPERATIONS: &[&Operation] = &[&LIST];
//!
//! let product = Product::new(OPERATIONS, |host, _| {
//!     let base = Url::parse("https://x.example").ok()?;
//!     (host == "x").then(|| Endpoint::new(base, "https://x.example/.default"))
//! });
//! let services = Services::new(vec![product]);
//! let endpoint = services.endpoint("x", Cloud::Worldwide, None);
//! assert_eq!(endpoint.map(|endpoint| endpoint.base.to_string()).as_deref(), Some("https://x.example/"));
//! ```

mod address;
mod api;
#[cfg(feature = "profiles")]
mod configured;
mod hosts;
mod product;

use http_core::Operation;
use url::Url;

pub use self::address::tenant_address;
pub use self::api::{Api, ApiAddress};
#[cfg(feature = "profiles")]
pub use self::configured::NoEndpoint;
pub use self::product::{Product, Regions};
use crate::cloud::Cloud;
use crate::pipeline::endpoint::Endpoint;
pub use crate::pipeline::permission::{Permission, PermissionKind};

/// The services of some products. The [module](self) has an example.
#[derive(Clone, Debug, Default)]
pub struct Services {
    products: Vec<Product>,
}

impl Services {
    /// The services of these products. If several products have a host family, the first that has an endpoint is used.
    pub fn new(products: Vec<Product>) -> Self {
        Self { products }
    }

    /// The tables of operations, one for each product.
    pub fn tables(&self) -> impl Iterator<Item = &'static [&'static Operation]> {
        self.products.iter().map(|product| product.operations)
    }

    /// The host families of all operations, each once, with the first product that has it. Operations at whole URLs,
    /// such as the address of an upload, belong to no family.
    pub fn hosts(&self) -> Vec<(&'static str, &Product)> {
        let mut hosts: Vec<(&'static str, &Product)> = Vec::new();
        for product in &self.products {
            for row in product.operations {
                if row.http.path.starts_with('/')
                    && !hosts.iter().any(|(host, _)| *host == row.http.host)
                {
                    hosts.push((row.http.host, product));
                }
            }
        }
        hosts
    }

    /// The endpoint of a host family in a region. `None` if the cloud does not have the region. A family without
    /// regions has one endpoint, which is returned for any region.
    pub fn endpoint_near(&self, host: &str, cloud: Cloud, region: &str) -> Option<Endpoint> {
        match self.regions(host) {
            Some(regions) => (regions.endpoint)(host, cloud, region),
            None => self.endpoint(host, cloud, None),
        }
    }

    /// The regions of a host family; `None` if it has none.
    pub fn regions(&self, host: &str) -> Option<Regions> {
        let regions = self.products.iter().filter_map(|product| product.regions);
        regions.into_iter().find(|regions| regions.host == host)
    }

    /// The endpoint of a host family: at `base` if it is given, or else that of the product for the cloud.
    ///
    /// For a family with an address for each tenant, `base` is required. For others it replaces the address and keeps
    /// scope and audiences, which is how a program reaches an emulator or a proxy.
    pub fn endpoint(&self, host: &str, cloud: Cloud, base: Option<Url>) -> Option<Endpoint> {
        let products = self.products.iter();
        let mut products = products.filter(|product| product.has_host(host));
        let mut at = |base| products.find_map(|product| product.endpoint_at(host, cloud, base));
        match base {
            Some(base) => at(Some(&base)),
            None => at(None),
        }
    }

    /// The application id of the API behind a host family, which is the same in every cloud. Returns `host` itself if
    /// no product has it. Manifests and consent links need this id.
    pub fn application_id(&self, host: &str) -> String {
        let audiences = self
            .any_endpoints(host)
            .flat_map(|endpoint| endpoint.audiences);
        let mut ids = audiences.filter(|one| is_id(one));
        ids.next().unwrap_or_else(|| host.to_owned())
    }

    /// A permission of the API behind a host family. The name is compared in any case. `None` if its id is unknown.
    pub fn permission(&self, host: &str, kind: PermissionKind, name: &str) -> Option<Permission> {
        let mut all = self
            .any_endpoints(host)
            .flat_map(|endpoint| endpoint.permissions);
        let is_it = |one: &&Permission| one.kind == kind && one.name.eq_ignore_ascii_case(name);
        all.find(is_it).copied()
    }

    /// The audiences that a token for a host family may have in a cloud, in the order in which to try them. Settings
    /// have no influence.
    pub fn audiences(&self, host: &str, cloud: Cloud) -> Vec<String> {
        let endpoint = self.endpoint(host, cloud, None);
        let endpoint = endpoint.or_else(|| self.any_endpoints(host).next());
        endpoint
            .map(|endpoint| endpoint.audiences)
            .unwrap_or_default()
    }

    /// The commercial endpoint of a host family in each product that has one. Its address may be made up: addresses of
    /// tenants differ, the API behind them does not.
    fn any_endpoints(&self, host: &str) -> impl Iterator<Item = Endpoint> {
        let any = Url::parse("https://localhost").ok();
        let products = self
            .products
            .iter()
            .filter(move |product| product.has_host(host));
        products
            .filter_map(move |product| product.endpoint_at(host, Cloud::Worldwide, any.as_ref()))
    }
}

/// The name of a host family in variables: `MDCA` for `mdca_portal`.
///
/// ```
/// assert_eq!(auth_core::services::family("mdca_portal"), "MDCA");
/// assert_eq!(auth_core::services::family("graph"), "GRAPH");
/// ```
pub fn family(host: &str) -> String {
    let (first, _) = host.split_once('_').unwrap_or((host, ""));
    first.to_ascii_uppercase()
}

/// Whether an audience is the id of an application (a GUID) rather than its address.
fn is_id(audience: &str) -> bool {
    audience.len() == 36
        && audience
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_named_by_their_first_word() {
        assert_eq!(family("mdca_portal"), "MDCA");
        assert_eq!(family("graph"), "GRAPH");
    }
}
