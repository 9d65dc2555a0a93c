//! Every operation there is, found by words and by id.

use auth_core::Cloud;
use auth_core::Endpoint;
use auth_core::http_core::{Operation, Url};

use crate::product::{Product, Regions};
use crate::words::{means, parts, word};

/// The names of first words, for help; a word that is not listed is described by its groups.
const PRODUCT_NAMES: &[(&str, &str)] = &[
    ("mde", "Microsoft Defender for Endpoint"),
    ("mdca", "Microsoft Defender for Cloud Apps"),
    ("xdr", "Microsoft Defender XDR"),
    ("graph", "Microsoft Graph security"),
];

/// The products of the program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalog {
    products: Vec<Product>,
}

impl Catalog {
    pub(crate) fn new(products: Vec<Product>) -> Self {
        Self { products }
    }

    /// Every row, product after product.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &'static Operation> {
        let rows = self.products.iter().flat_map(|product| product.operations);
        rows.copied()
    }

    /// The row of that id.
    pub(crate) fn by_id(&self, id: &str) -> Option<&'static Operation> {
        self.operations().find(|row| row.id == id)
    }

    /// The first words, in the products' order.
    pub(crate) fn products(&self) -> Vec<&'static str> {
        distinct(self.operations().map(|row| parts(row.id)[0]))
    }

    /// The groups of a product.
    pub(crate) fn groups(&self, product: &str) -> Vec<&'static str> {
        let rows = self.operations().map(|row| parts(row.id));
        distinct(
            rows.filter(|parts| parts[0] == product)
                .map(|parts| parts[1]),
        )
    }

    /// The rows of a group.
    pub(crate) fn verbs(&self, product: &str, group: &str) -> Vec<&'static Operation> {
        let is_of_group = |row: &&'static Operation| parts(row.id)[..2] == [product, group];
        self.operations().filter(is_of_group).collect()
    }

    /// What the first words of a command line mean, as far as they mean something.
    pub(crate) fn resolve(&self, words: &[&str]) -> Resolved {
        let mut resolved = Resolved::default();
        let Some(first) = words.first() else {
            return resolved;
        };
        for row in self.operations() {
            let [product, group, verb] = parts(row.id);
            if !means(first, product) {
                continue;
            }
            resolved.product = Some(product);
            if !words.get(1).is_some_and(|word| means(word, group)) {
                continue;
            }
            resolved.group = Some(group);
            if words.get(2).is_some_and(|word| means(word, verb)) {
                resolved.operation = Some(row);
                break;
            }
        }
        resolved
    }

    /// Commands that somebody may mean whose words are all right but not in their places: `machines list`, or
    /// `mde list machines`.
    pub(crate) fn meant(&self, words: &[&str]) -> Vec<String> {
        let commands = self.operations().filter_map(|row| {
            let parts = parts(row.id);
            let places = words
                .iter()
                .map(|word| parts.iter().position(|part| means(word, part)));
            let places: Option<Vec<usize>> = places.collect();
            let last = places?.into_iter().max()?;
            Some(
                parts[..=last]
                    .iter()
                    .map(|part| word(part))
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        });
        let mut found: Vec<String> = Vec::new();
        for command in commands {
            if !found.contains(&command) {
                found.push(command);
            }
        }
        found
    }

    /// The host families of all rows that a client is made for, each with a product that answers for it.
    pub(crate) fn hosts(&self) -> Vec<(&'static str, &Product)> {
        let mut hosts: Vec<(&'static str, &Product)> = Vec::new();
        for product in &self.products {
            for row in product.operations {
                if is_service(row) && !hosts.iter().any(|(host, _)| *host == row.host) {
                    hosts.push((row.host, product));
                }
            }
        }
        hosts
    }

    /// Where a host family answers near a region; nothing where the cloud has no such region. A family without regions
    /// answers where it always does.
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

    /// Where a host family answers: at `base` where one is given, else as the product says for the cloud.
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
}

/// Whether a row is answered by a service rather than at a URL that the caller holds.
pub(crate) fn is_service(row: &Operation) -> bool {
    row.path.starts_with('/')
}

/// What a first word stands for.
pub(crate) fn product_name(word: &str) -> Option<&'static str> {
    let found = PRODUCT_NAMES.iter().find(|(known, _)| *known == word);
    found.map(|(_, name)| *name)
}

/// What the words of a command line name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Resolved {
    pub(crate) product: Option<&'static str>,
    pub(crate) group: Option<&'static str>,
    pub(crate) operation: Option<&'static Operation>,
}

fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use crate::app::App;

    #[test]
    fn words_in_other_places_are_understood() {
        let catalog = App::built_in().catalog();
        assert_eq!(
            catalog.meant(&["machines", "isolate"]),
            ["mde machines isolate"]
        );
        assert_eq!(
            catalog.meant(&["mde", "list", "devices"]),
            ["mde machines list"]
        );
        let alerts = catalog.meant(&["alerts", "list"]);
        assert!(
            alerts.contains(&"graph alerts list".to_owned()),
            "{alerts:?}"
        );
        assert!(catalog.meant(&["nothing"]).is_empty());
    }
}
