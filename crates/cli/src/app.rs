//! The program: products in, an exit code out.
//!
//! `build.rs` lists the products among the dependencies of this crate, so a new product crate needs no code here.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::complete;
use crate::line::Line;
use crate::services::Services;
use auth_core::services::Product;
use commands::setup;
use commands::version::{self, Build};
use sandbox::GuestProduct;
use terminal::Console;
use terminal::program::{self, Program};

include!(concat!(env!("OUT_DIR"), "/products.rs"));

/// Found by `build.rs`. A program of others gets that of this crate: its own commit is not known here.
const BUILD: Build = Build {
    commit: env!("DEFENDER_BUILD_COMMIT"),
    target: env!("DEFENDER_BUILD_TARGET"),
    compiler: env!("DEFENDER_BUILD_COMPILER"),
};

/// A command-line program for the operations of some products.
///
/// Verbs such as `auth`, `api` and `profile` belong to every program. `hunt` and `upload-log` exist only if a product has the
/// operations that they call, `sandbox` only if there is something to emulate.
#[derive(Clone, Debug)]
pub struct App {
    program: Program,
    /// In the order in which host families are looked up.
    products: Vec<Product>,
    /// Tables of products that the emulator does not have.
    tables: Vec<GuestProduct>,
}

impl App {
    /// A program without products. `name` is the name of its file; help, hints and examples print it.
    ///
    /// An unknown first word `WORD` runs the program `NAME-WORD` on `PATH`.
    pub fn new(name: &'static str) -> Self {
        Self {
            program: Program {
                name,
                about: "Operations of a service on the command line",
                version: env!("CARGO_PKG_VERSION"),
            },
            products: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// The `defender` command: every product crate among the dependencies.
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
            program: Program {
                version: env!("CARGO_PKG_VERSION"),
                ..Program::DEFENDER
            },
            products: PRODUCTS.iter().map(with_addresses).collect(),
            tables: Vec::new(),
        }
    }

    /// Sets the first line of the help: the purpose of the program, without a full stop. Default: a general sentence.
    #[must_use]
    pub fn about(mut self, about: &'static str) -> Self {
        self.program.about = about;
        self
    }

    /// Sets the version that `--version` and manual pages print. Default: the version of this crate.
    #[must_use]
    pub fn version(mut self, version: &'static str) -> Self {
        self.program.version = version;
        self
    }

    /// Adds the commands of a product. If two products have a host family, the endpoint of the first is used.
    #[must_use]
    pub fn product(mut self, product: Product) -> Self {
        self.products.push(product);
        self
    }

    /// Adds the tables that a product's operations were generated from. `--sandbox` serves the product from them, and
    /// `doctor` compares answers with them.
    ///
    /// Without tables the product has no emulator: with `--sandbox` its commands fail and send nothing.
    #[must_use]
    pub fn tables(mut self, tables: GuestProduct) -> Self {
        self.tables.push(tables);
        self
    }

    /// Runs the command that the arguments of the process name, and returns its exit code.
    ///
    /// Call it once and from `main`. It prints, listens for signals, and may end the process while a read blocks; on Unix a
    /// program on `PATH` replaces the process.
    pub fn run(self) -> ExitCode {
        program::set(self.program);
        let arguments: Vec<OsString> = std::env::args_os().collect();
        if let Some(code) = complete::answer(self.program.name, self.services(), &arguments) {
            return code;
        }
        let catalog = || self.services().catalog().clone();
        let console = || Console::of_process(setup::before_parsing(&arguments));
        if let Some(exit) = version::answer(BUILD, &arguments, catalog, console) {
            return exit.into();
        }
        Line::read(self.program.name, self.services(), arguments).run()
    }

    /// The products with their endpoints, and the tables for the emulator.
    pub(crate) fn services(&self) -> Services {
        Services::new(self.products.clone(), self.tables.clone())
    }

    #[cfg(test)]
    pub(crate) fn catalog(&self) -> operations::Catalog {
        self.services().catalog().clone()
    }
}

#[cfg(test)]
mod tests;
