//! The reference tables, read and linked.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::names;

/// One product's tables.
pub(super) struct Product {
    pub(super) name: String,
    pub(super) operations: Vec<Operation>,
    pub(super) entities: BTreeMap<String, Entity>,
    /// Enum name → its values and the module it lives in.
    pub(super) enums: BTreeMap<String, Enum>,
}

pub(super) struct Operation {
    pub(super) id: String,
    pub(super) module: Module,
    pub(super) verb: String,
    pub(super) value: Value,
    pub(super) params: Vec<Param>,
}

/// A module below the crate's root: `alerts`, or `graph.alerts` for operations of another prefix than the product's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Module(pub(super) String);

pub(super) struct Param {
    pub(super) name: String,
    pub(super) place: String,
    pub(super) kind: Type,
    pub(super) required: bool,
    pub(super) values: Vec<String>,
    pub(super) help: String,
    pub(super) max_bytes: u64,
    /// Least and most characters or items; 0 without a limit.
    pub(super) length: (u64, u64),
    pub(super) until: bool,
    pub(super) within_days: u64,
    pub(super) constant: String,
    pub(super) example: Value,
    pub(super) value_aliases: Value,
    /// Other names in files of people.
    pub(super) aliases: Vec<String>,
    /// Members and columns that hold such a value.
    pub(super) members: Vec<String>,
    /// A sign up to which a typed value is dropped.
    pub(super) after: String,
}

pub(super) struct Entity {
    pub(super) module: Module,
    pub(super) value: Value,
    pub(super) fields: Vec<Field>,
    pub(super) family: Vec<(String, String)>,
}

pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Type,
    pub(super) help: String,
    pub(super) is_key: bool,
    /// Whether no log may show it.
    pub(super) is_secret: bool,
    /// Other names it has on the wire.
    pub(super) aliases: Vec<String>,
}

pub(super) struct Enum {
    pub(super) module: Module,
    pub(super) values: Vec<String>,
    /// Other words, with the value that each is read as.
    pub(super) aliases: BTreeMap<String, String>,
}

/// A type of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Bool,
    Integer32,
    Integer64,
    /// A whole number that comes as a number or as text.
    NumberOrText,
    Number,
    Time,
    Bytes,
    Json,
    Enum(String),
    /// Several words of an enum in one text.
    Flags(String),
    Object(String),
    Id(String),
    List(Box<Type>),
}

/// Where the tables of a product are: with the others, or in the crate of a product that describes itself.
pub(super) fn folder(root: &Path, name: &str) -> PathBuf {
    let own = root.join(format!("crates/{name}-api/reference"));
    if own.is_dir() {
        own
    } else {
        root.join("crates/reference").join(name)
    }
}

/// # Errors
/// A member with an unknown word in `wire`, or a time of a filter that the generated method would write otherwise.
fn check_times(entity: &str, value: &Value) -> Result<(), String> {
    for field in list(&value["fields"]) {
        let is_filter_time = value["filters"] == true && field["type"] == "datetime";
        match field["wire"].as_str() {
            Some("epoch_ms" | "number_or_text" | "duration") => {}
            None | Some("date_and_time") if !is_filter_time => {}
            wire => {
                return Err(format!(
                    "{entity}.{}: invalid `wire` {wire:?}",
                    text(&field["name"])
                ));
            }
        }
    }
    Ok(())
}

impl Product {
    pub(super) fn read(root: &Path, name: &str) -> Result<Self, String> {
        let read = |file: &str| -> Result<Value, String> {
            let path = folder(root, name).join(file);
            let text = fs::read_to_string(&path)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
        };
        let mut product = Self {
            name: name.to_owned(),
            operations: Vec::new(),
            entities: BTreeMap::new(),
            enums: BTreeMap::new(),
        };
        for value in list(&read("operations.json")?) {
            product.operations.push(Operation::new(name, value));
        }
        for (entity, value) in read("entities.json")?.as_object().into_iter().flatten() {
            check_times(entity, value)?;
            product.entities.insert(entity.clone(), Entity::new(value));
        }
        product.collect_enums();
        Ok(product)
    }

    /// Enums live where the first entity that uses them lives; those of inputs alone with their operation.
    fn collect_enums(&mut self) {
        let mut enums = BTreeMap::<String, Enum>::new();
        let mut add = |name: &str, module: &Module, values: &[String], aliases: &Value| {
            let known = enums.entry(name.to_owned()).or_insert_with(|| Enum {
                module: module.clone(),
                values: Vec::new(),
                aliases: BTreeMap::new(),
            });
            known.aliases.extend(pairs(aliases));
            for value in values {
                if !known.values.contains(value) {
                    known.values.push(value.clone());
                }
            }
        };
        for entity in self.entities.values() {
            for (field, value) in entity.fields.iter().zip(list(&entity.value["fields"])) {
                if let Some(name) = field.kind.enum_name() {
                    add(
                        name,
                        &entity.module,
                        &texts(&value["values"]),
                        &value["value_aliases"],
                    );
                }
            }
        }
        for operation in &self.operations {
            for param in &operation.params {
                if let Some(name) = param.kind.enum_name() {
                    add(name, &operation.module, &param.values, &param.value_aliases);
                }
            }
        }
        self.enums = enums;
    }

    /// Whether lines of files hold the entity too. Their members are written with a capital, whatever the answers in
    /// JSON do.
    pub(super) fn comes_in_files(&self, entity: &str) -> bool {
        self.operations
            .iter()
            .any(|operation| operation.answer("row") == entity)
    }

    /// The module a type is defined in.
    pub(super) fn home(&self, name: &str) -> Option<&Module> {
        let entity = self.entities.get(name).map(|entity| &entity.module);
        entity.or_else(|| self.enums.get(name).map(|known| &known.module))
    }

    /// Every module with operations or types, in order.
    pub(super) fn modules(&self) -> Vec<Module> {
        let mut modules: Vec<_> = self
            .operations
            .iter()
            .map(|operation| operation.module.clone())
            .collect();
        modules.extend(self.entities.values().map(|entity| entity.module.clone()));
        modules.sort();
        modules.dedup();
        modules
    }
}

impl Operation {
    pub(super) fn new(product: &str, value: &Value) -> Self {
        let id = text(&value["id"]);
        let mut parts = id.split('.');
        let (prefix, group, verb) = (
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
            parts.next().unwrap_or_default(),
        );
        let module = if prefix == product {
            group.to_owned()
        } else {
            format!("{prefix}.{group}")
        };
        Self {
            module: Module(module),
            verb: verb.to_owned(),
            params: list(&value["params"]).iter().map(Param::new).collect(),
            value: value.clone(),
            id,
        }
    }

    pub(super) fn text(&self, name: &str) -> String {
        text(&self.value[name])
    }

    pub(super) fn answer(&self, name: &str) -> String {
        text(&self.value["response"][name])
    }

    pub(super) fn is_list(&self) -> bool {
        self.answer("kind") == "collection"
    }
}

impl Param {
    fn new(value: &Value) -> Self {
        Self {
            name: text(&value["name"]),
            place: text(&value["place"]),
            kind: Type::of(value),
            required: value["required"].as_bool().unwrap_or(false),
            values: texts(&value["values"]),
            help: text(&value["help"]),
            max_bytes: value["max_bytes"].as_u64().unwrap_or(0),
            length: (
                value["min_length"].as_u64().unwrap_or(0),
                value["max_length"].as_u64().unwrap_or(0),
            ),
            until: value["until"].as_bool().unwrap_or(false),
            within_days: value["within_days"].as_u64().unwrap_or(0),
            constant: text(&value["constant"]),
            example: value["example"].clone(),
            value_aliases: value["value_aliases"].clone(),
            aliases: texts(&value["aliases"]),
            members: texts(&value["members"]),
            after: text(&value["after"]),
        }
    }
}

impl Entity {
    fn new(value: &Value) -> Self {
        let key = value["key"].as_str().map(str::to_owned);
        let family = list(&value["family"])
            .iter()
            .map(|member| (text(&member["type"]), text(&member["entity"])));
        Self {
            module: Module(text(&value["group"])),
            fields: list(&value["fields"])
                .iter()
                .map(|field| Field::new(field, key.as_deref()))
                .collect(),
            family: family.collect(),
            value: value.clone(),
        }
    }

    /// Whether records of the base type itself come too, not only of derived ones.
    pub(super) fn base_type(&self, name: &str) -> Option<String> {
        let values = texts(&self.value["discriminator"]["values"]);
        values
            .into_iter()
            .find(|value| names::last_part(value).eq_ignore_ascii_case(name))
    }
}

impl Field {
    fn new(value: &Value, key: Option<&str>) -> Self {
        let name = text(&value["name"]);
        Self {
            is_key: key == Some(name.as_str()),
            is_secret: value["secret"] == true,
            kind: Type::of(value),
            help: text(&value["help"]),
            aliases: texts(&value["aliases"]),
            name,
        }
    }
}

impl Type {
    fn of(value: &Value) -> Self {
        let written = text(&value["type"]);
        Self::read(&written, value)
    }

    fn read(written: &str, value: &Value) -> Self {
        if let Some(element) = written.strip_prefix("array:") {
            return Self::List(Box::new(Self::read(element, value)));
        }
        if let Some(entity) = written.strip_prefix("object:") {
            return Self::Object(entity.to_owned());
        }
        match (written, value["id_of"].as_str(), value["enum"].as_str()) {
            ("string" | "guid", Some(entity), _) => Self::Id(entity.to_owned()),
            ("enum", _, Some(name)) if value["flags"] == true => Self::Flags(name.to_owned()),
            ("enum", _, Some(name)) => Self::Enum(name.to_owned()),
            ("bool", ..) => Self::Bool,
            ("int64", ..) if value["wire"] == "number_or_text" => Self::NumberOrText,
            ("int32", ..) => Self::Integer32,
            ("int64", ..) => Self::Integer64,
            ("double", ..) => Self::Number,
            ("datetime", ..) => Self::Time,
            ("binary", ..) => Self::Bytes,
            ("dynamic", ..) => Self::Json,
            _ => Self::Text,
        }
    }

    fn enum_name(&self) -> Option<&str> {
        match self {
            Self::Enum(name) | Self::Flags(name) => Some(name),
            Self::List(element) => element.enum_name(),
            _ => None,
        }
    }
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(super) fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}

/// The members of an object of texts.
pub(super) fn pairs(value: &Value) -> impl Iterator<Item = (String, String)> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, value)| (name.clone(), text(value)))
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
