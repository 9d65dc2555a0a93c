//! Products of others that the emulator serves from their own tables.

use std::io;
use std::sync::{Mutex, PoisonError};

use super::{Operation, Product, read};
use crate::service::Service;

/// A product of a third party, described by its tables. Passed to [`Builder::product`](crate::Builder::product).
///
/// The tables are the two files that `cargo xtask new-product` creates in `reference/`; the `reference` crate documents
/// their format. From them alone the emulator
///
/// - issues tokens for [`audience`](Self::audience), with the permissions that the operations name;
/// - refuses a token for another audience (401) or without a permission of the operation (403);
/// - lists with `$filter`, `$orderby`, `$select`, `$top`, `$skip` and the paging kinds `next_link`, `skip` and
///   `skip_limit`; gets, creates, updates and deletes by id; refuses bodies that do not fit the operation (400);
/// - starts actions that have a `completion`: they run after 30 seconds of virtual time and end after 60;
/// - applies faults and the `limits` of the operations, and records requests under the ids of the operations.
///
/// It does not emulate: the paging kind `scan`, files and links (`files`, `link`), what an action does to other records,
/// and relations between records: a list below a parent holds up to five records, always the same for the same parent.
/// Use [`Builder::mount`](crate::Builder::mount) for what tables cannot describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GuestProduct {
    /// First word of the operations' ids, such as `contoso` in `contoso.devices.list`. One process can serve only one
    /// product of a name.
    pub name: &'static str,
    /// `operations.json`: an array of operations.
    pub operations: &'static str,
    /// `entities.json`: an object from the name of an entity to its fields.
    pub entities: &'static str,
    /// Resource that tokens are issued for, such as `https://api.contoso.example`: a scope without `/.default`.
    pub audience: &'static str,
    /// `services.json`: an array of the services behind the operations. Not emulated; OpenAPI documents show the form of
    /// their error bodies. Default: none.
    pub services: &'static str,
}

impl GuestProduct {
    /// Describes a product. The texts are read and checked by
    /// [`Builder::start`](crate::Builder::start).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use sandbox::{GuestProduct, Sandbox};
    ///
    /// # const OPERATIONS: &str = "[]";
    /// # const ENTITIES: &str = "{}";
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// // The texts: include_str!("../reference/operations.json") and entities.json of your crate.
    /// let product = GuestProduct::new("contoso", OPERATIONS, ENTITIES, "https://api.contoso.example");
    /// let sandbox = Sandbox::builder().product(product).start().await?;
    /// # Ok(())
    /// # }
    /// ```
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
            services: "[]",
        }
    }

    /// Adds the table `services.json`, for the OpenAPI document of the product.
    ///
    /// ```
    /// use sandbox::GuestProduct;
    ///
    /// const SERVICES: &str = r#"[{"host": "contoso", "error": [{"name": "reason", "type": "string"}]}]"#;
    /// const PRODUCT: GuestProduct =
    ///     GuestProduct::new("contoso", "[]", "{}", "https://api.contoso.example").with_services(SERVICES);
    /// assert_eq!(PRODUCT.services, SERVICES);
    /// ```
    #[must_use]
    pub const fn with_services(mut self, services: &'static str) -> Self {
        self.services = services;
        self
    }
}

/// A guest whose tables have been read.
#[derive(Debug)]
pub(crate) struct Guest {
    pub(crate) product: GuestProduct,
    pub(crate) tables: Product,
    /// Names of the environment variables that clients read its address from, one for each host family.
    pub(crate) variables: Vec<String>,
}

impl Guest {
    /// Whether an operation belongs to this product.
    pub(crate) fn has(&self, operation: &Operation) -> bool {
        operation.product == self.product.name
    }
}

/// Guests of all emulators of the process. Operations are `&'static`, so a guest stays in
/// memory until the process ends.
static GUESTS: Mutex<Vec<&'static Guest>> = Mutex::new(Vec::new());

/// Reads and checks the tables of a guest. Reads nothing if a guest with the same name and tables is known.
///
/// # Errors
///
/// `InvalidInput` if the tables are not valid, or if the name belongs to the vendor or to a guest with other tables.
pub(crate) fn add(product: GuestProduct) -> io::Result<&'static Guest> {
    let failed = |reason: String| {
        let message = format!("the tables of `{}`: {reason}", product.name);
        io::Error::new(io::ErrorKind::InvalidInput, message)
    };
    let mut guests = GUESTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = guests
        .iter()
        .find(|known| known.product.name == product.name)
    {
        if known.product != product {
            let reason = "another product of this process has the name";
            return Err(failed(reason.to_owned()));
        }
        return Ok(known);
    }
    if ["mde", "mdca", "xdr", "graph"].contains(&product.name) {
        return Err(failed("the vendor has a product of this name".to_owned()));
    }
    let tables = read(product.name, product.operations, product.entities)
        .map_err(|error| failed(error.to_string()))?;
    check(product.name, &tables).map_err(failed)?;
    let mut variables: Vec<String> = tables
        .operations
        .iter()
        .map(|operation| format!("DEFENDER_ENDPOINT_{}", operation.host.to_ascii_uppercase()))
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

/// Finds what would make a operation unreachable or its answer empty.
fn check(name: &str, tables: &Product) -> Result<(), String> {
    let rows = &tables.operations;
    for (place, operation) in rows.iter().enumerate() {
        let id = &operation.id;
        if !id
            .strip_prefix(name)
            .is_some_and(|rest| rest.starts_with('.'))
        {
            return Err(format!("the id `{id}` must begin with `{name}.`"));
        }
        if rows[..place].iter().any(|other| other.id == *id) {
            return Err(format!("the id `{id}` occurs twice"));
        }
        if Service::of_host(&operation.host) != Service::Guest {
            let host = &operation.host;
            return Err(format!("the host `{host}` of `{id}` belongs to the vendor"));
        }
        let named = operation
            .params
            .iter()
            .filter_map(|param| param.id_of.as_deref());
        for entity in named.chain(operation.response.entity.as_deref()) {
            if tables.entity(entity).is_none() {
                return Err(format!("`{id}` names the unknown entity `{entity}`"));
            }
        }
        let ask = operation
            .completion
            .as_ref()
            .and_then(|completion| completion.ask.as_deref());
        if let Some(ask) = ask {
            let shown_by = rows.iter().find(|other| other.id == ask);
            if shown_by.is_none_or(|other| other.response.entity.is_none()) {
                return Err(format!(
                    "the completion of `{id}` asks for `{ask}`, which is not an operation that returns an entity"
                ));
            }
        }
    }
    Ok(())
}

/// The guest of this name, of whichever emulator of the process.
pub(crate) fn find(name: &str) -> Option<&'static Guest> {
    let guests = GUESTS.lock().unwrap_or_else(PoisonError::into_inner);
    guests
        .iter()
        .find(|guest| guest.product.name == name)
        .copied()
}

#[cfg(test)]
mod tests;
