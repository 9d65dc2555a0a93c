//! The tables of the services, reduced to the shape of records.
//!
//! The text is that of `operations.json` and `entities.json`, from which the types of the products are generated. Only
//! the members that describe records are read: the entity of each operation, and the fields of each entity.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::error::{Error, Result};

/// The records that the tables describe: every entity, and the entity of each operation.
#[derive(Debug)]
pub struct Contract {
    products: Vec<Product>,
}

/// The tables of one product. Names of entities are unique within a product only.
#[derive(Debug)]
struct Product {
    answers: HashMap<String, String>,
    entities: HashMap<String, Entity>,
}

/// An entry of `operations.json`.
#[derive(Deserialize)]
struct TableOperation {
    id: String,
    response: Answer,
}

#[derive(Deserialize)]
struct Answer {
    entity: Option<String>,
}

/// A record's fields.
#[derive(Debug, Deserialize)]
pub(super) struct Entity {
    pub(super) fields: Vec<Field>,
    /// Whether records have members that no document lists.
    #[serde(default)]
    pub(super) open: bool,
    #[serde(default)]
    family: Vec<Derived>,
}

/// A derived entity: the `@odata.type` that marks its records, and its name in the table.
#[derive(Debug, Deserialize)]
struct Derived {
    #[serde(rename = "type")]
    kind: String,
    entity: String,
}

/// A field of a record.
#[derive(Debug, Deserialize)]
pub(super) struct Field {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) nullable: bool,
    #[serde(default)]
    pub(super) values: Vec<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

impl Field {
    /// Whether the service uses this name for it. Some services have two spellings of one member.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.iter().any(|alias| alias == name)
    }
}

impl Contract {
    /// Reads the tables of some products: the text of `operations.json` and that of `entities.json` of each.
    ///
    /// # Errors
    /// [`Error::Table`] if a text is not JSON of that form.
    pub fn read<'a>(products: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self> {
        let products = products.into_iter().map(|(operations, entities)| {
            let listed: Vec<TableOperation> =
                serde_json::from_str(operations).map_err(Error::Table)?;
            let answers = listed.into_iter();
            let answers = answers.filter_map(|one| Some((one.id, one.response.entity?)));
            let entities: BTreeMap<String, Entity> =
                serde_json::from_str(entities).map_err(Error::Table)?;
            Ok(Product {
                answers: answers.collect(),
                entities: entities.into_iter().collect(),
            })
        });
        Ok(Self {
            products: products.collect::<Result<_>>()?,
        })
    }

    /// The shape of the records of an operation. `None` if no table describes it.
    pub(super) fn records(&self, id: &str) -> Option<Shape<'_>> {
        self.products.iter().find_map(|product| {
            let shape = Shape {
                product,
                entity: product.entities.get(product.answers.get(id)?)?,
            };
            Some(shape)
        })
    }
}

/// An entity among the others of its product.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape<'a> {
    product: &'a Product,
    pub(super) entity: &'a Entity,
}

impl<'a> Shape<'a> {
    /// The entity of that name.
    pub(super) fn named(self, name: &str) -> Option<Self> {
        let entity = self.product.entities.get(name)?;
        Some(Self { entity, ..self })
    }

    /// The entity that the `@odata.type` of a record names. `None` for one that is not documented. An entity without a
    /// family has no such member to compare.
    pub(super) fn of_type(self, kind: Option<&str>) -> Option<Self> {
        if self.entity.family.is_empty() {
            return Some(self);
        }
        let mut family = self.entity.family.iter();
        let derived = family.find(|derived| Some(derived.kind.as_str()) == kind)?;
        self.named(&derived.entity)
    }

    pub(super) fn fields(self) -> impl Iterator<Item = &'a Field> {
        self.entity.fields.iter()
    }
}
