//! The tables of the services, as far as the shape of records goes.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::error::{Error, Result};

/// What the tables say about records: every entity, and which operation answers with which.
#[derive(Debug)]
pub struct Contract {
    products: Vec<Product>,
}

#[derive(Debug)]
struct Product {
    answers: HashMap<String, String>,
    entities: HashMap<String, Entity>,
}

#[derive(Deserialize)]
struct Row {
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
    /// Whether it carries members that no page lists.
    #[serde(default)]
    pub(super) open: bool,
    #[serde(default)]
    family: Vec<Derived>,
}

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
    /// Whether it is called so on the wire.
    pub(super) fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.iter().any(|alias| alias == name)
    }
}

impl Contract {
    /// Reads the tables of some products: the text of `operations.json` and that of `entities.json` of each.
    ///
    /// # Errors
    /// [`Error::Table`].
    pub fn read<'a>(products: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self> {
        let products = products.into_iter().map(|(operations, entities)| {
            let rows: Vec<Row> = serde_json::from_str(operations).map_err(Error::Table)?;
            let answers = rows.into_iter();
            let answers = answers.filter_map(|row| Some((row.id, row.response.entity?)));
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

    /// What the records of an operation look like, where a table tells.
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

    /// The entity that a record says it is, by its `@odata.type`. One that is not documented is only what all of the
    /// family are, and its other members are no surprise.
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
