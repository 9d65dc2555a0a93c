//! The services that answer the operations of the products: host families and their addresses.

use auth_core::Cloud;
use auth_core::Endpoint;
use auth_core::http_core::Url;
use operations::{Catalog, is_service};
use sandbox::GuestProduct;

use crate::product::{Product, Regions};

/// The products of the program, by the services that they call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Services {
    products: Vec<Product>,
}

impl Services {
    pub(crate) fn new(products: Vec<Product>) -> Self {
        Self { products }
    }

    /// Every operation of the products.
    pub(crate) fn catalog(&self) -> Catalog {
        Catalog::new(self.products.iter().map(|product| product.operations))
    }

    /// The tables of the products that are not the vendor's.
    pub(crate) fn guests(&self) -> impl Iterator<Item = GuestProduct> {
        self.products.iter().filter_map(|product| product.guest)
    }

    /// The host families of all operations that a service answers, each with a product that knows its address.
    pub(crate) fn hosts(&self) -> Vec<(&'static str, &Product)> {
        let mut hosts: Vec<(&'static str, &Product)> = Vec::new();
        for product in &self.products {
            for row in product.operations {
                if is_service(row) && !hosts.iter().any(|(host, _)| *host == row.http.host) {
                    hosts.push((row.http.host, product));
                }
            }
        }
        hosts
    }

    /// The endpoint of a host family in a region; `None` where the cloud has no such region. A family without regions has
    /// one endpoint.
    pub(crate) fn endpoint_near(&self, host: &str, cloud: Cloud, region: &str) -> Option<Endpoint> {
        match self.regions(host) {
            Some(regions) => (regions.endpoint)(host, cloud, region),
            None => self.endpoint(host, cloud, None),
        }
    }

    /// The regions of a host family.
    pub(crate) fn regions(&self, host: &str) -> Option<Regions> {
        let regions = self.products.iter().filter_map(|product| product.regions);
        regions.into_iter().find(|regions| regions.host == host)
    }

    /// The endpoint of a host family: at `base` if it is given, else the product's own for the cloud.
    pub(crate) fn endpoint(&self, host: &str, cloud: Cloud, base: Option<Url>) -> Option<Endpoint> {
        let mut products = self
            .products
            .iter()
            .filter(|product| product.has_host(host));
        let Some(base) = base else {
            return products.find_map(|product| (product.endpoint)(host, cloud));
        };
        products.find_map(|product| match product.tenant_endpoint {
            Some(own) if own.host == host => Some((own.endpoint)(base.clone())),
            _ => {
                let mut endpoint = (product.endpoint)(host, cloud)?;
                endpoint.base = base.clone();
                Some(endpoint)
            }
        })
    }

    /// The application id of the API behind a host family, the same in every cloud; the name of the family if no product
    /// knows it.
    pub(crate) fn application_id(&self, host: &str) -> String {
        // The portal's address differs from tenant to tenant, its API does not.
        let any = Url::parse("https://localhost").ok();
        let endpoint = self.endpoint(host, Cloud::Worldwide, any);
        let audiences = endpoint.map(|endpoint| endpoint.audiences);
        let mut ids = audiences.into_iter().flatten().filter(|one| is_id(one));
        ids.next().unwrap_or_else(|| host.to_owned())
    }
}

/// Whether an audience is an application's id rather than its address.
fn is_id(audience: &str) -> bool {
    audience.len() == 36
        && audience
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn every_host_has_an_application_id() {
        let services = App::built_in().services();
        for (host, _) in services.hosts() {
            let id = services.application_id(host);
            assert!(is_id(&id), "{host}: {id}");
        }
    }
}
