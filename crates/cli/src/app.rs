//! The program: products in, an exit code out.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::console;
use crate::line::Line;
use crate::program::{self, Program};
use crate::services::Services;
use auth_core::services::Product;
use sandbox::GuestProduct;

include!(concat!(env!("OUT_DIR"), "/products.rs"));

/// A command-line program over the operations of some products.
#[derive(Clone, Debug)]
pub struct App {
    program: Program,
    products: Vec<Product>,
    tables: Vec<GuestProduct>,
}

impl App {
    /// A program of that name without any product. The name is that of its file: help, hints and examples show it.
    pub fn new(name: &'static str) -> Self {
        Self {
            program: Program {
                name,
                about: "Operations of a service on the command line",
            },
            products: Vec::new(),
            tables: Vec::new(),
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
            program: Program::DEFENDER,
            products: PRODUCTS.iter().map(with_addresses).collect(),
            tables: Vec::new(),
        }
    }

    /// Says in one line what the program is for, at the top of its help. Without a full stop.
    #[must_use]
    pub fn about(mut self, about: &'static str) -> Self {
        self.program.about = about;
        self
    }

    /// Adds a product's commands.
    #[must_use]
    pub fn product(mut self, product: Product) -> Self {
        self.products.push(product);
        self
    }

    /// Adds the tables that a product's operations were generated from. `--sandbox` serves the product from them, and
    /// `doctor` compares answers with them. A product without tables has no emulator.
    #[must_use]
    pub fn tables(mut self, tables: GuestProduct) -> Self {
        self.tables.push(tables);
        self
    }

    /// Runs the command that the process's arguments name, and gives the exit code.
    pub fn run(self) -> ExitCode {
        program::set(self.program);
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let first = arguments.get(1).and_then(|word| word.to_str());
        if matches!(first, Some("--version" | "-V")) {
            return console::version(self.program.name).into();
        }
        Line::read(self.program.name, self.services(), arguments).run()
    }

    pub(crate) fn services(&self) -> Services {
        Services::new(self.products.clone(), self.tables.clone())
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
