//! Products of others that the emulator serves from their own tables.

use std::io;
use std::sync::{Mutex, PoisonError};

use super::{Operation, Product, read};
use crate::service::Service;

/// A product that is not the vendor's: what its crate brings besides code.
///
/// The texts are those that `cargo xtask new-product` lays down in `reference/` and that the crate's operations are
/// generated from; the format is described in the `reference` crate.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct GuestProduct {
    /// The first word of the operations' ids.
    pub name: &'static str,
    /// An array of operations, as JSON text.
    pub operations: &'static str,
    /// An object from an entity's name to its fields, as JSON text.
    pub entities: &'static str,
    /// The resource that tokens are issued for: the scope without `/.default`.
    pub audience: &'static str,
}

impl GuestProduct {
    /// A product with these tables. Tokens for `audience` carry the permissions that the operations name.
    pub const fn new(
        name: &'static str,
        operations: &'static str,
        entities: &'static str,
        audience: &'static str,
    ) -> Self {
        Self {
            name,
            operations,
            entities,
            audience,
        }
    }
}

/// A guest as the emulator uses it.
#[derive(Debug)]
pub(crate) struct Guest {
    pub(crate) product: GuestProduct,
    pub(crate) tables: Product,
    /// Names of the environment variables that clients read its address from, one for each host family.
    pub(crate) variables: Vec<String>,
}

impl Guest {
    /// Whether an operation is one of this product's.
    pub(crate) fn has(&self, operation: &Operation) -> bool {
        operation.product == self.product.name
    }
}

/// Every guest that an emulator of this process was built with. Operations are referred to for the life of the process,
/// as those of the vendor are, so a guest is kept once it was read; its tables are constants of the program.
static GUESTS: Mutex<Vec<&'static Guest>> = Mutex::new(Vec::new());

/// Makes the tables of a guest known; the same name again changes nothing.
///
/// # Errors
/// The tables cannot be read, or the name is taken by the vendor's products.
pub(crate) fn add(product: GuestProduct) -> io::Result<&'static Guest> {
    let mut guests = GUESTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = guests
        .iter()
        .find(|known| known.product.name == product.name)
    {
        return Ok(known);
    }
    let failed = |reason: String| {
        let message = format!("the tables of `{}`: {reason}", product.name);
        io::Error::new(io::ErrorKind::InvalidInput, message)
    };
    if ["mde", "mdca", "xdr", "graph"].contains(&product.name) {
        return Err(failed("the name is taken".to_owned()));
    }
    let tables = read(product.name, product.operations, product.entities)
        .map_err(|error| failed(error.to_string()))?;
    let mut variables: Vec<String> = tables
        .operations
        .iter()
        .filter(|row| Service::of_host(&row.host) == Service::Guest)
        .map(|row| format!("DEFENDER_ENDPOINT_{}", row.host.to_ascii_uppercase()))
        .collect();
    variables.sort_unstable();
    variables.dedup();
    let guest: &'static Guest = Box::leak(Box::new(Guest {
        product,
        tables,
        variables,
    }));
    guests.push(guest);
    Ok(guest)
}

/// Every guest.
pub(crate) fn all() -> Vec<&'static Guest> {
    GUESTS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone()
}

/// The guest of this name.
pub(crate) fn find(name: &str) -> Option<&'static Guest> {
    all().into_iter().find(|guest| guest.product.name == name)
}

#[cfg(test)]
mod tests;
