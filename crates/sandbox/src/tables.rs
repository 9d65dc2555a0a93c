//! The reference tables as the emulator reads them: operation rows and entity descriptions.

pub(crate) mod guests;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;
use serde_json::Value;

use crate::service::Service;

/// One row of `operations.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Operation {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) host: String,
    pub(crate) permissions: Permissions,
    #[serde(default)]
    pub(crate) limits: Vec<Limit>,
    #[serde(default)]
    pub(crate) limit_class: Option<String>,
    #[serde(default)]
    pub(crate) params: Vec<Param>,
    #[serde(default)]
    pub(crate) open_body: bool,
    pub(crate) body_kind: String,
    pub(crate) response: Response,
    pub(crate) paging: Paging,
    #[serde(default)]
    pub(crate) filter_properties: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) max_page_size: Option<usize>,
    #[serde(default)]
    pub(crate) batch: Option<Batch>,
    #[serde(default)]
    pub(crate) completion: Option<Completion>,
    #[serde(default)]
    pub(crate) samples: Samples,
    /// The product folder the row came from; it names the entity table.
    #[serde(skip)]
    pub(crate) product: &'static str,
}

/// Permissions by token kind, least privileged first.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Permissions {
    #[serde(default)]
    pub(crate) application: Vec<String>,
    #[serde(default)]
    pub(crate) delegated: Vec<String>,
}

/// A documented budget: `calls` in any window of `seconds`.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Limit {
    pub(crate) calls: usize,
    pub(crate) seconds: u64,
}

/// The input that holds the items of a change, and how many it takes.
#[derive(Debug, Deserialize)]
pub(crate) struct Batch {
    pub(crate) input: String,
    #[serde(default)]
    pub(crate) most: Option<usize>,
}

/// How an action that the operation starts ends. The vendor's actions are answered by hand; those of guests by this.
#[derive(Debug, Deserialize)]
pub(crate) struct Completion {
    /// The operation that shows the action.
    #[serde(default)]
    pub(crate) ask: Option<String>,
    /// The input of `ask`, and the member of the answer with its value.
    #[serde(default)]
    pub(crate) id: Vec<String>,
    /// The member that tells how far the action is.
    #[serde(default)]
    pub(crate) state: String,
    #[serde(default)]
    pub(crate) open: Vec<String>,
    #[serde(default)]
    pub(crate) succeeded: Vec<String>,
    #[serde(default)]
    pub(crate) failed: Vec<String>,
    /// The member that is set at the end.
    #[serde(default)]
    pub(crate) ended: Option<String>,
}

/// One input of an operation.
#[derive(Debug, Deserialize)]
pub(crate) struct Param {
    pub(crate) name: String,
    pub(crate) place: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) values: Option<Vec<Value>>,
    #[serde(default)]
    pub(crate) id_of: Option<String>,
}

/// What a successful call answers.
#[derive(Debug, Deserialize)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) entity: Option<String>,
    #[serde(default)]
    pub(crate) list: Option<String>,
}

/// How the next page is asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Paging {
    pub(crate) kind: String,
}

/// Names of documentation samples, relative to a product's folder.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Samples {
    #[serde(default)]
    pub(crate) response: Option<String>,
}

/// One entry of `entities.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Entity {
    pub(crate) fields: Vec<Field>,
    #[serde(default)]
    pub(crate) key: Option<String>,
    #[serde(default)]
    pub(crate) open: bool,
    #[serde(default)]
    pub(crate) family: Vec<Member>,
}

/// A derived type of an `@odata.type` base.
#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) entity: String,
}

/// One member of an entity.
#[derive(Debug, Deserialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) nullable: bool,
    #[serde(default)]
    pub(crate) values: Vec<Value>,
    /// What a filter's field can be asked.
    #[serde(default)]
    pub(crate) operators: Vec<String>,
    #[serde(default)]
    pub(crate) help: String,
}

/// Both tables of one product.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) operations: Vec<Operation>,
    /// Parsed on first use: an emulator that only hands out tokens never needs it.
    entities: OnceLock<BTreeMap<String, Entity>>,
    entities_text: &'static str,
}

impl Product {
    /// The description of an entity.
    pub(crate) fn entity(&self, name: &str) -> Option<&Entity> {
        self.entities
            .get_or_init(|| serde_json::from_str(self.entities_text).unwrap_or_default())
            .get(name)
    }
}

static MDE: LazyLock<Product> = LazyLock::new(|| load("mde"));
static MDCA: LazyLock<Product> = LazyLock::new(|| load("mdca"));
static XDR: LazyLock<Product> = LazyLock::new(|| load("xdr"));

/// The tables of a product folder or of a guest; an unknown name gives those of `mde`.
pub(crate) fn product(name: &str) -> &'static Product {
    match name {
        "mde" => &MDE,
        "mdca" => &MDCA,
        "xdr" => &XDR,
        _ => guests::find(name).map_or(&MDE, |guest| &guest.tables),
    }
}

/// Every row of the vendor's products.
pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    [&*MDE, &*MDCA, &*XDR]
        .into_iter()
        .flat_map(|product| product.operations.iter())
}

/// The rows that a service answers.
pub(crate) fn operations_of(service: Service) -> impl Iterator<Item = &'static Operation> {
    let guests = guests::all().into_iter();
    let guests = guests.flat_map(|guest| guest.tables.operations.iter());
    operations()
        .chain(guests)
        .filter(move |row| Service::of_host(&row.host) == service)
}

/// The row with this id.
pub(crate) fn operation(id: &str) -> Option<&'static Operation> {
    let product = match id.split('.').next() {
        Some("graph") => "xdr",
        Some(name) => name,
        None => return None,
    };
    self::product(product)
        .operations
        .iter()
        .find(|row| row.id == id)
}

fn load(name: &'static str) -> Product {
    let source = reference::PRODUCTS
        .iter()
        .find(|product| product.name == name);
    // The tables are compiled in and checked by this module's test: a parse failure can only be
    // met while they are being edited, and then an empty table makes every call a 404.
    let mut operations: Vec<Operation> = source
        .and_then(|product| serde_json::from_str(product.operations).ok())
        .unwrap_or_default();
    for row in &mut operations {
        row.product = name;
    }
    let entities_text = source.map_or("{}", |product| product.entities);
    Product {
        operations,
        entities: OnceLock::new(),
        entities_text,
    }
}

/// Reads the tables of a guest. Unlike our own they come from others, so that what is wrong with them is an error.
pub(crate) fn read(
    name: &'static str,
    operations: &str,
    entities_text: &'static str,
) -> serde_json::Result<Product> {
    let mut operations: Vec<Operation> = serde_json::from_str(operations)?;
    let entities: BTreeMap<String, Entity> = serde_json::from_str(entities_text)?;
    for row in &mut operations {
        row.product = name;
    }
    Ok(Product {
        operations,
        entities: entities.into(),
        entities_text,
    })
}

impl Operation {
    /// The description of the entity the row answers with.
    pub(crate) fn entity(&self) -> Option<&'static Entity> {
        product(self.product).entity(self.response.entity.as_deref()?)
    }

    /// The inputs that stand in one place: `path`, `query`, `body` …
    pub(crate) fn params_in<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a Param> {
        self.params.iter().filter(move |param| param.place == place)
    }

    /// Whether the row names this input.
    pub(crate) fn takes(&self, name: &str) -> bool {
        self.params.iter().any(|param| param.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rows_and_entities_are_read() {
        assert_eq!(operations().count(), 310);
        for row in operations() {
            if let Some(name) = &row.response.entity {
                assert!(
                    row.entity().is_some(),
                    "{} answers with an unknown entity {name}",
                    row.id
                );
            }
        }
    }

    #[test]
    fn a_row_is_found_by_its_id() {
        assert_eq!(
            operation("graph.alerts.list").map(|row| row.product),
            Some("xdr")
        );
        assert!(operation("mde.alerts.nothing").is_none());
    }
}
