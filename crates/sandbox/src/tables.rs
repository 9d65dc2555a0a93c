//! The reference tables, as the emulator reads them: operations and entities.
//!
//! The format is documented in the `reference` crate. Members that the emulator does not need are
//! not read, so a new member does not break it. The SDK is generated from the same tables by other
//! code.

pub(crate) mod apis;
pub(crate) mod guests;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;
use serde_json::Value;

use crate::clock::{export_text, iso};
use crate::service::Service;

/// An operation of `operations.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Operation {
    /// `<product>.<group>.<verb>`. The name of the operation in faults and in the log.
    pub(crate) id: String,
    pub(crate) method: String,
    /// Parameters are in braces.
    pub(crate) path: String,
    /// The full name of the action or function that the path calls. Accepted in place of its short name.
    #[serde(default)]
    pub(crate) qualified_name: Option<String>,
    /// The service, see [`Service::of_host`].
    pub(crate) host: String,
    pub(crate) permissions: Permissions,
    #[serde(default)]
    pub(crate) limits: Vec<Limit>,
    /// Operations with the same class share one budget.
    #[serde(default)]
    pub(crate) limit_class: Option<String>,
    #[serde(default)]
    pub(crate) params: Vec<Param>,
    /// Whether the body may have members that the operation does not list.
    #[serde(default)]
    pub(crate) open_body: bool,
    /// `none`, `json`, `multipart`, `binary` or `text`.
    pub(crate) body_kind: String,
    pub(crate) response: Response,
    pub(crate) paging: Paging,
    /// Properties that `$filter` may use. `None`: all members of the entity.
    #[serde(default)]
    pub(crate) filter_properties: Option<Vec<String>>,
    /// Maximum number of rows of a page, if documented.
    #[serde(default)]
    pub(crate) max_page_size: Option<usize>,
    #[serde(default)]
    pub(crate) batch: Option<Batch>,
    #[serde(default)]
    pub(crate) completion: Option<Completion>,
    #[serde(default)]
    pub(crate) samples: Samples,
    /// The product of the table that the operation is from. Its entities have that product too.
    #[serde(skip)]
    pub(crate) product: &'static str,
}

/// Permissions of an operation; one of them is enough.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Permissions {
    /// For tokens of applications.
    #[serde(default)]
    pub(crate) application: Vec<String>,
    /// For tokens of users.
    #[serde(default)]
    pub(crate) delegated: Vec<String>,
}

/// A documented limit: number of calls in any window of so many seconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Limit {
    pub(crate) calls: usize,
    pub(crate) seconds: u64,
}

/// The body member that holds several items.
#[derive(Debug, Deserialize)]
pub(crate) struct Batch {
    pub(crate) input: String,
    /// Maximum number of items, if documented.
    #[serde(default)]
    pub(crate) most: Option<usize>,
}

/// Where and how the end of an action is seen.
#[derive(Debug, Deserialize)]
pub(crate) struct Completion {
    /// The operation that shows the state. Without one, no operation shows the end.
    #[serde(default)]
    pub(crate) ask: Option<String>,
    /// The input of `ask`, and the member of the starting call's answer that holds its value.
    #[serde(default)]
    pub(crate) id: Option<(String, String)>,
    /// The member that holds the state.
    #[serde(default)]
    pub(crate) state: Option<String>,
    /// Words of a state that goes on, in their order.
    #[serde(default)]
    pub(crate) open: Vec<String>,
    /// Final words. The first one is the usual end.
    #[serde(default)]
    pub(crate) succeeded: Vec<String>,
    /// A member that holds a time once the action has ended.
    #[serde(default)]
    pub(crate) ended: Option<String>,
}

/// An input of an operation.
#[derive(Debug, Deserialize)]
pub(crate) struct Param {
    pub(crate) name: String,
    /// `path`, `query`, `header`, `body` or `part`.
    pub(crate) place: String,
    /// A type such as `string`, `array:guid` or `object:Machine`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) required: bool,
    /// The accepted values of an enum.
    #[serde(default)]
    pub(crate) values: Option<Vec<Value>>,
    /// Least characters of a text or items of a list.
    #[serde(default)]
    pub(crate) min_length: usize,
    /// Most characters of a text or items of a list, if documented.
    #[serde(default)]
    pub(crate) max_length: Option<usize>,
    /// Other words for values, each with the value that is stored for it.
    #[serde(default)]
    pub(crate) value_aliases: BTreeMap<String, String>,
    /// Several words in one text, separated by commas.
    #[serde(default)]
    pub(crate) flags: bool,
    /// The one value that the input can have, as text.
    #[serde(default)]
    pub(crate) constant: Option<String>,
    /// The least value of a number.
    #[serde(default)]
    pub(crate) min: Option<i64>,
    /// The largest value of a number.
    #[serde(default)]
    pub(crate) max: Option<i64>,
    /// A value that the emulator accepts.
    #[cfg(test)]
    #[serde(default)]
    pub(crate) example: Option<Value>,
    /// The entity whose key this is.
    #[serde(default)]
    pub(crate) id_of: Option<String>,
}

/// The response to a successful call.
#[derive(Debug, Deserialize)]
pub(crate) struct Response {
    /// The status of success. Refusals have statuses of their own.
    pub(crate) status: u16,
    /// `entity`, `collection`, `object`, `scalar`, `link`, `files`, `file` or `empty`.
    pub(crate) kind: String,
    /// The type of the record, or of each record of a collection. Without one, the shape is not documented.
    #[serde(default)]
    pub(crate) entity: Option<String>,
    /// The type of the rows in the files that the answer names.
    #[serde(default)]
    pub(crate) row: Option<String>,
    /// The member that holds the rows of a collection.
    #[serde(default)]
    pub(crate) list: Option<String>,
    /// The fragment of `@odata.context`, where it does not follow from the entity or the path.
    #[serde(default)]
    pub(crate) context: Option<String>,
}

/// How the next page is requested: `none`, `next_link`, `skip`, `skip_limit`, `scan` or `time_boundary`.
#[derive(Debug, Deserialize)]
pub(crate) struct Paging {
    pub(crate) kind: String,
}

/// Names of documentation samples in the folder of a product.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Samples {
    /// The file of a response, without its extension.
    #[serde(default)]
    pub(crate) response: Option<String>,
}

/// An entry of `entities.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Entity {
    pub(crate) fields: Vec<Field>,
    /// The member that identifies a record.
    #[serde(default)]
    pub(crate) key: Option<String>,
    /// Records may have members that are not documented.
    #[serde(default)]
    pub(crate) open: bool,
    /// Derived types that records of this base type have.
    #[serde(default)]
    pub(crate) family: Vec<Member>,
}

/// A derived type of an `@odata.type` base.
#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    /// The value of `@odata.type`, with its leading `#`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// The entity that describes its members, those of the base type included.
    pub(crate) entity: String,
}

/// A member of an entity.
#[derive(Debug, Deserialize)]
pub(crate) struct Field {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Whether responses may have null or leave it out.
    #[serde(default)]
    pub(crate) nullable: bool,
    #[serde(default)]
    pub(crate) values: Vec<Value>,
    /// The name of the enum whose words the values are.
    #[serde(default, rename = "enum")]
    pub(crate) enum_name: Option<String>,
    /// Several words in one text, separated by commas.
    #[serde(default)]
    pub(crate) flags: bool,
    /// Operators of the field of a filter of Defender for Cloud Apps.
    #[serde(default)]
    pub(crate) operators: Vec<String>,
    /// Returned with `$expand` only.
    #[serde(default)]
    pub(crate) relationship: bool,
    /// How a time is written, where it is not RFC 3339: `epoch_ms`, `date_and_time`, or empty.
    #[serde(default)]
    pub(crate) wire: String,
}

/// Operations and entities of one product.
#[derive(Debug)]
pub(crate) struct Product {
    pub(crate) operations: Vec<Operation>,
    /// Parsed on first use: an emulator that only issues tokens needs no entities.
    entities: OnceLock<BTreeMap<String, Entity>>,
    entities_text: &'static str,
}

impl Product {
    /// The description of an entity.
    pub(crate) fn entity(&self, name: &str) -> Option<&Entity> {
        self.entities().get(name)
    }

    fn entities(&self) -> &BTreeMap<String, Entity> {
        self.entities
            .get_or_init(|| serde_json::from_str(self.entities_text).unwrap_or_default())
    }

    /// The names of all entities.
    #[cfg(test)]
    pub(crate) fn entity_names(&self) -> impl Iterator<Item = &str> {
        self.entities().keys().map(String::as_str)
    }
}

static MDE: LazyLock<Product> = LazyLock::new(|| load("mde"));
static MDCA: LazyLock<Product> = LazyLock::new(|| load("mdca"));
static XDR: LazyLock<Product> = LazyLock::new(|| load("xdr"));

/// The tables of a product of the vendor or of a guest. An unknown name gives those of `mde`.
pub(crate) fn product(name: &str) -> &'static Product {
    match name {
        "mde" => &MDE,
        "mdca" => &MDCA,
        "xdr" => &XDR,
        _ => guests::find(name).map_or(&MDE, |guest| &guest.tables),
    }
}

/// All operations of the vendor's products.
pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    [&*MDE, &*MDCA, &*XDR]
        .into_iter()
        .flat_map(|product| product.operations.iter())
}

/// The operations of the vendor's products that a service answers.
pub(crate) fn operations_of(service: Service) -> impl Iterator<Item = &'static Operation> {
    operations().filter(move |operation| Service::of_host(&operation.host) == service)
}

/// The operation with an id, of the vendor or of a guest. Ids that begin with `graph.` are in `xdr`.
pub(crate) fn operation(id: &str) -> Option<&'static Operation> {
    let product = match id.split('.').next() {
        Some("graph") => "xdr",
        Some(name) => name,
        None => return None,
    };
    self::product(product)
        .operations
        .iter()
        .find(|operation| operation.id == id)
}

/// Reads the tables of a product of the vendor. They are compiled in and checked by a test, so an
/// error leads to an empty table and not to a panic.
fn load(name: &'static str) -> Product {
    let source = reference::PRODUCTS
        .iter()
        .find(|product| product.name == name);
    let mut operations: Vec<Operation> = source
        .and_then(|product| serde_json::from_str(product.operations).ok())
        .unwrap_or_default();
    for operation in &mut operations {
        operation.product = name;
    }
    let entities_text = source.map_or("{}", |product| product.entities);
    Product {
        operations,
        entities: OnceLock::new(),
        entities_text,
    }
}

/// Reads the tables of a guest.
///
/// # Errors
///
/// The error of the first text that is not JSON of the documented form.
pub(crate) fn read(
    name: &'static str,
    operations: &str,
    entities_text: &'static str,
) -> serde_json::Result<Product> {
    let mut operations: Vec<Operation> = serde_json::from_str(operations)?;
    let entities: BTreeMap<String, Entity> = serde_json::from_str(entities_text)?;
    for operation in &mut operations {
        operation.product = name;
    }
    Ok(Product {
        operations,
        entities: entities.into(),
        entities_text,
    })
}

impl Field {
    /// A time as the service writes it in this member.
    pub(crate) fn time(&self, at: jiff::Timestamp) -> Value {
        match self.wire.as_str() {
            "epoch_ms" => at.as_millisecond().into(),
            "date_and_time" => export_text(at).into(),
            _ => iso(at).into(),
        }
    }
}

impl Param {
    /// Whether a number is in the range of the input. Other values have no range.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the bounds of the tables are small"
    )]
    pub(crate) fn holds(&self, number: Option<f64>) -> bool {
        number.is_none_or(|number| {
            self.min.is_none_or(|least| number >= least as f64)
                && self.max.is_none_or(|most| number <= most as f64)
        })
    }
}

impl Entity {
    /// Whether it describes the conditions of a filter instead of a record.
    pub(crate) fn is_filter_set(&self) -> bool {
        self.fields.iter().any(|field| !field.operators.is_empty())
    }
}

impl Operation {
    /// A member of the entity of the response.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        let fields = &self.entity()?.fields;
        fields.iter().find(|field| field.name == name)
    }

    /// The entity of the response.
    pub(crate) fn entity(&self) -> Option<&'static Entity> {
        product(self.product).entity(self.response.entity.as_deref()?)
    }

    /// The inputs of one place: `path`, `query`, `body` and so on.
    pub(crate) fn params_in<'a>(&'a self, place: &'a str) -> impl Iterator<Item = &'a Param> {
        self.params.iter().filter(move |param| param.place == place)
    }

    /// Whether the operation has an input of this name.
    pub(crate) fn takes(&self, name: &str) -> bool {
        self.params.iter().any(|param| param.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_operations_and_entities_are_read() {
        assert_eq!(operations().count(), 373);
        for operation in operations() {
            if let Some(name) = &operation.response.entity {
                assert!(
                    operation.entity().is_some(),
                    "{} answers with an unknown entity {name}",
                    operation.id
                );
            }
        }
    }

    #[test]
    fn an_operation_is_found_by_its_id() {
        assert_eq!(
            operation("graph.alerts.list").map(|operation| operation.product),
            Some("xdr")
        );
        assert!(operation("mde.alerts.nothing").is_none());
    }
}
