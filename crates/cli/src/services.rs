//! The products of the program, and the tables that the emulator needs for products of others.
//!
//! A host family is a service with its own address and tokens, such as `mde`, `graph` or `mdca_portal`. An operation names its family.

use std::ops::Deref;

use auth_core::services::{PermissionKind, Product};
use operations::Catalog;
use operations::permissions::{Apis, Caller};
use sandbox::GuestProduct;

/// The products of the program. Derefs to the services of the SDK, which find endpoints and host families.
#[derive(Clone, Debug, Default)]
pub(crate) struct Services {
    products: auth_core::services::Services,
    catalog: Catalog,
    guests: Vec<GuestProduct>,
}

impl Services {
    /// The services of these products. `guests` are the tables of [`App::tables`](crate::App::tables).
    pub(crate) fn new(products: Vec<Product>, guests: Vec<GuestProduct>) -> Self {
        let products = auth_core::services::Services::new(products);
        Self {
            catalog: Catalog::new(products.tables()),
            products,
            guests,
        }
    }

    /// The operations of all products.
    pub(crate) fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The tables of products that the emulator does not have.
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

/// Ids for `permissions --manifest`, from the tables of the products. A product of others without `permissions.json` has names only:
/// its permissions are left out of the manifest and named on standard error.
impl Apis for Services {
    fn application_id(&self, host: &str) -> String {
        self.products.application_id(host)
    }

    fn permission_id(&self, host: &str, caller: Caller, name: &str) -> Option<&'static str> {
        let kind = match caller {
            Caller::Application => PermissionKind::Role,
            Caller::Delegated => PermissionKind::Scope,
        };
        let found = self.products.permission(host, kind, name);
        found.map(|permission| permission.id)
    }
}
