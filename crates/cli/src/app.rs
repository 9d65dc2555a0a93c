//! The program: products in, an exit code out.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::console;
use crate::line::Line;
use auth_core::services::Product;
use auth_core::services::Services;

include!(concat!(env!("OUT_DIR"), "/products.rs"));

/// A command-line program over the operations of some products.
#[derive(Clone, Debug)]
pub struct App {
    name: &'static str,
    products: Vec<Product>,
}

impl App {
    /// A program of that name without any product.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            products: Vec::new(),
        }
    }

    /// The `defender` command with every product that is built in.
    pub fn built_in() -> Self {
        let with_addresses = |product: &Product| {
            if product.has_host("mdca_portal") {
                product.with_tenant_endpoint("mdca_portal", mdca_api::portal)
            } else if product.has_host("mde") {
                product.with_regions("mde", mde_api::REGIONS, mde_api::regional_endpoint)
            } else {
                *product
            }
        };
        Self {
            name: "defender",
            products: PRODUCTS.iter().map(with_addresses).collect(),
        }
    }

    /// Adds a product's commands.
    #[must_use]
    pub fn product(mut self, product: Product) -> Self {
        self.products.push(product);
        self
    }

    /// Runs the command that the process's arguments name, and gives the exit code.
    pub fn run(self) -> ExitCode {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let first = arguments.get(1).and_then(|word| word.to_str());
        if matches!(first, Some("--version" | "-V")) {
            return console::version(self.name).into();
        }
        Line::read(self.name, self.services(), arguments).run()
    }

    pub(crate) fn services(&self) -> Services {
        Services::new(self.products.clone())
    }

    #[cfg(test)]
    pub(crate) fn catalog(&self) -> operations::Catalog {
        operations::Catalog::new(self.services().tables())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_has_an_application_id() {
        let services = App::built_in().services();
        for (host, _) in services.hosts() {
            let id = services.application_id(host);
            assert_eq!(id.len(), 36, "{host}: {id}");
        }
    }
}
