//! Host families by what a person calls them: the name of a product, the host of a URL.

use super::{Services, family};
use crate::pipeline::endpoint::Endpoint;

impl Services {
    /// The names of the host families, in the order of the products.
    pub fn host_names(&self) -> Vec<&'static str> {
        self.hosts().into_iter().map(|(host, _)| host).collect()
    }

    /// The names of the products as a person writes them, such as `mde`; one for each host family.
    pub fn product_names(&self) -> Vec<String> {
        let hosts = self.hosts().into_iter();
        hosts
            .map(|(host, _)| family(host).to_ascii_lowercase())
            .collect()
    }

    /// The host family of a product such as `mde`, in any case.
    ///
    /// # Errors
    /// A message with the known names.
    pub fn host_of_product(&self, product: &str) -> Result<&'static str, String> {
        let mut hosts = self.hosts().into_iter();
        let found = hosts.find(|(host, _)| family(host).eq_ignore_ascii_case(product));
        found.map(|(host, _)| host).ok_or_else(|| {
            let known = self.product_names().join(", ");
            format!("unknown product `{product}`; there are {known}")
        })
    }

    /// The host family that a URL belongs to. `name` is its host, with a port if it has one. `endpoint` is the configured
    /// endpoint of a host family; a family without one is skipped.
    ///
    /// A family whose own host has this name is found before a family that only serves subdomains of one.
    pub fn host_at(
        &self,
        name: &str,
        endpoint: impl Fn(&str) -> Option<Endpoint>,
    ) -> Option<&'static str> {
        let (plain, _) = name.split_once(':').unwrap_or((name, ""));
        let hosts = self.hosts().into_iter();
        let hosts = hosts.filter_map(|(host, _)| Some((host, endpoint(host)?)));
        let hosts: Vec<_> = hosts.collect();
        let has_name = |endpoint: &Endpoint| {
            let mut known = endpoint.hosts.iter();
            endpoint.base.authority().eq_ignore_ascii_case(name)
                || known.any(|known| known.eq_ignore_ascii_case(plain))
        };
        let exact = hosts.iter().find(|(_, endpoint)| has_name(endpoint));
        let found = exact.or_else(|| hosts.iter().find(|(_, endpoint)| endpoint.has_host(plain)));
        found.map(|(host, _)| *host)
    }
}

#[cfg(test)]
mod tests {
    use http_core::{Operation, Url};

    use crate::services::{Product, Services};
    use crate::{Cloud, Endpoint};

    static LIST: Operation = Operation::get("x.alerts.list", "/api/alerts").host("x_portal");
    static OPERATIONS: &[&Operation] = &[&LIST];

    fn endpoint(host: &str) -> Option<Endpoint> {
        let base = Url::parse("https://x.example").ok()?;
        (host == "x_portal").then(|| Endpoint::new(base, "https://x.example/.default"))
    }

    #[test]
    fn a_host_family_is_found_by_product_and_by_host() {
        let services = Services::new(vec![Product::new(OPERATIONS, |host, _: Cloud| {
            endpoint(host)
        })]);
        assert_eq!(services.host_of_product("X"), Ok("x_portal"));
        assert_eq!(
            services.host_of_product("y"),
            Err("unknown product `y`; there are x".to_owned())
        );
        assert_eq!(services.host_at("X.example", endpoint), Some("x_portal"));
        assert_eq!(services.host_at("y.example", endpoint), None);
    }
}
