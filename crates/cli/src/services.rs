//! The products of the program.

use std::ops::Deref;

use auth_core::services::Product;
use operations::Catalog;
use sandbox::GuestProduct;

/// The products of the program, and the emulator's tables of those that the emulator does not know by itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Services {
    products: auth_core::services::Services,
    guests: Vec<GuestProduct>,
}

impl Services {
    pub(crate) fn new(products: Vec<Product>, guests: Vec<GuestProduct>) -> Self {
        Self {
            products: auth_core::services::Services::new(products),
            guests,
        }
    }

    /// All operations.
    pub(crate) fn catalog(&self) -> Catalog {
        Catalog::new(self.tables())
    }

    /// Tables for the emulator.
    pub(crate) fn guests(&self) -> impl Iterator<Item = GuestProduct> {
        self.guests.iter().copied()
    }
}

impl Deref for Services {
    type Target = auth_core::services::Services;

    fn deref(&self) -> &Self::Target {
        &self.products
    }
}
