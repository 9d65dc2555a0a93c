//! Records as schemas of the components.
//!
//! An entity has up to two schemas. Answers refer to `NAME`: every member is optional, because `$select` and the
//! services leave members out, and words are open. Requests refer to `NAMEInput`: words are closed, and what has to be
//! sent is required.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::tables::{Entity, Field};
use super::{put, schema};

/// The entity that describes what a product sends around the rows of a list.
const PAGE: &str = "Page";

/// What a schema is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Purpose {
    /// A record in an answer.
    Answer,
    /// An object in a request whose service refuses members that it does not know.
    Input,
    /// An object in a request whose service ignores members that it does not know.
    LooseInput,
}

/// Entities of a product, and those that the document refers to so far.
pub(super) struct Entities {
    /// By name.
    all: BTreeMap<String, Entity>,
    /// What the document refers to. Grows while schemas are made, because records contain records.
    used: BTreeSet<(String, Purpose)>,
    /// Further schemas, such as pages.
    own: Map<String, Value>,
}

impl Entities {
    pub(super) fn new(all: BTreeMap<String, Entity>) -> Self {
        Self {
            all,
            used: BTreeSet::new(),
            own: Map::new(),
        }
    }

    /// The description of an entity.
    pub(super) fn get(&self, name: &str) -> Option<&Entity> {
        self.all.get(name)
    }

    /// A field of an entity.
    pub(super) fn field(&self, entity: Option<&str>, name: &str) -> Option<&Field> {
        let entity = self.all.get(entity?)?;
        entity.fields.iter().find(|field| field.name == name)
    }

    /// Adds a schema and returns a reference to it. `name` is used unless another schema has it; then `other`.
    pub(super) fn add(&mut self, name: &str, other: &str, schema: Value) -> Value {
        let is_taken =
            self.all.contains_key(name) || self.own.get(name).is_some_and(|known| *known != schema);
        let name = if is_taken { other } else { name };
        self.own.insert(name.to_owned(), schema);
        schema::reference(name)
    }

    /// The schema of a type. Entities become references, and are added to the components.
    pub(super) fn of_type(&mut self, kind: &str, purpose: Purpose) -> Value {
        if let Some(item) = kind.strip_prefix("array:") {
            return json!({"type": "array", "items": self.of_type(item, purpose)});
        }
        if let Some(entity) = kind.strip_prefix("object:") {
            return self.of_entity(entity, purpose);
        }
        schema::plain(kind).unwrap_or_else(|| json!({}))
    }

    /// Members of the entity `Page` around the rows in a member of this name. Empty if the product has no such entity, or
    /// wraps its rows in another way.
    pub(super) fn around(&mut self, list: &str, purpose: Purpose) -> Map<String, Value> {
        let mut members = Map::new();
        let Some(page) = self.all.get(PAGE) else {
            return members;
        };
        let names: Vec<_> = page.fields.iter().map(|field| field.name.clone()).collect();
        if !names.iter().any(|name| name == list) {
            return members;
        }
        for (place, name) in names.iter().enumerate() {
            let described = self.member(PAGE, place, purpose);
            members.extend(described.filter(|_| name != list));
        }
        members
    }

    /// A reference to an entity. An unknown entity is any object.
    pub(super) fn of_entity(&mut self, entity: &str, purpose: Purpose) -> Value {
        if !self.all.contains_key(entity) {
            return json!({"type": "object"});
        }
        self.used.insert((entity.to_owned(), purpose));
        schema::reference(&name(entity, purpose))
    }

    /// All schemas that the document refers to, directly or through others.
    pub(super) fn schemas(&mut self) -> Map<String, Value> {
        let mut made = Map::new();
        let mut done = BTreeSet::new();
        while let Some((entity, purpose)) = self.used.difference(&done).next().cloned() {
            let schema = self.schema(&entity, purpose);
            made.insert(name(&entity, purpose), schema);
            done.insert((entity, purpose));
        }
        made.append(&mut self.own);
        made
    }

    /// The schema of an entity: conditions of a filter, one of several derived types, or a record.
    fn schema(&mut self, entity: &str, purpose: Purpose) -> Value {
        let Some(described) = self.all.get(entity) else {
            return json!({});
        };
        if !described.filters.is_null() {
            return self.conditions(entity);
        }
        let family: Vec<(String, String)> = described
            .family
            .iter()
            .map(|derived| (derived.kind.clone(), derived.entity.clone()))
            .filter(|(_, derived)| derived != entity)
            .collect();
        let record = self.record(entity, purpose);
        match purpose {
            _ if family.is_empty() => record,
            Purpose::Answer => self.family(entity, record, &family),
            _ => self.inputs(record, &family, purpose),
        }
    }

    /// An object in a request that may be of the base type or of a derived one. Each has the members of its type only.
    fn inputs(&mut self, base: Value, family: &[(String, String)], purpose: Purpose) -> Value {
        let derived = family
            .iter()
            .map(|(_, derived)| self.of_entity(derived, purpose));
        let branches: Vec<Value> = std::iter::once(base).chain(derived).collect();
        json!({
            "anyOf": branches,
            "description": "`@odata.type` names the derived type",
            "x-defender-family": true,
        })
    }

    /// An object with the members of an entity.
    fn record(&mut self, entity: &str, purpose: Purpose) -> Value {
        let Some(described) = self.all.get(entity) else {
            return json!({});
        };
        let is_open = described.open;
        let (help, required) = (described.help.clone(), described.checks.required.clone());
        let until = described.checks.until.clone();
        let count = described.fields.len();
        let mut properties = Map::new();
        for place in 0..count {
            if let Some((name, mut schema)) = self.member(entity, place, purpose) {
                if purpose != Purpose::Answer && until.contains(&name) {
                    schema["x-defender-until"] = true.into();
                }
                properties.insert(name, schema);
            }
        }
        if purpose == Purpose::Input {
            let kind = json!({"type": "string"});
            properties.entry("@odata.type").or_insert(kind);
        }
        let mut schema = json!({"type": "object", "properties": properties});
        put(&mut schema, "description", help);
        if purpose != Purpose::Answer {
            // Where several are sent, the service reports the items that lack one instead of refusing all.
            put(&mut schema, "x-defender-required", required);
        }
        if is_open {
            schema["additionalProperties"] = true.into();
        } else if purpose == Purpose::Input {
            schema["additionalProperties"] = false.into();
        }
        schema
    }

    /// The member at a place of an entity: its name and its schema.
    ///
    /// `None` for a relation in a request: services take related records by operations of their own. Flags keep no words,
    /// because several of them stand in one text with commas.
    fn member(&mut self, entity: &str, place: usize, purpose: Purpose) -> Option<(String, Value)> {
        let field = self.all.get(entity)?.fields.get(place)?;
        if field.relationship && purpose != Purpose::Answer {
            return None;
        }
        let (name, kind, help) = (field.name.clone(), field.kind.clone(), field.help.clone());
        let is_nullable = field.nullable || field.relationship;
        // Services refuse a text that holds no word; answers may hold words that are not listed.
        let has_words = field.flags && !field.values.is_empty();
        let pattern = has_words.then(|| schema::several(&field.values));
        let words = match field.flags {
            true => Vec::new(),
            false => schema::words(&kind, &field.values),
        };
        let time = (kind == "datetime").then(|| schema::time(&field.wire));
        let mut schema = match time {
            Some(time) => time,
            None => self.of_type(&kind, purpose),
        };
        if let (true, Some(pattern)) = (purpose != Purpose::Answer, pattern) {
            schema["pattern"] = pattern.into();
        }
        if !words.is_empty() {
            if let Some(kind) = schema::type_of_words(&words) {
                schema["type"] = kind.into();
            } else if let Some(members) = schema.as_object_mut() {
                members.remove("type");
            }
            let keyword = match purpose {
                Purpose::Answer => "x-extensible-enum",
                _ => "enum",
            };
            schema[keyword] = words.into();
        }
        schema::describe(&mut schema, &help);
        if is_nullable {
            schema = schema::or_null(schema);
        }
        Some((name, schema))
    }

    /// A record of one of several derived types, told apart by `@odata.type`. Types that are not listed have the
    /// members of the base.
    fn family(&mut self, entity: &str, mut base: Value, family: &[(String, String)]) -> Value {
        let known: Vec<&str> = family.iter().map(|(kind, _)| kind.as_str()).collect();
        base["properties"]["@odata.type"] = json!({"type": "string", "not": {"enum": known}});
        let other = self.add(&format!("Other{entity}"), &format!("Any{entity}"), base);
        let mut branches = Vec::new();
        let mut mapping = Map::new();
        for (kind, derived) in family {
            let branch = self.of_entity(derived, Purpose::Answer);
            mapping.insert(kind.clone(), branch["$ref"].clone());
            branches.push(branch);
        }
        branches.push(other);
        json!({
            "anyOf": branches,
            "discriminator": {"propertyName": "@odata.type", "mapping": mapping},
        })
    }

    /// Conditions of a filter language: an object by field, then by operator.
    fn conditions(&mut self, entity: &str) -> Value {
        let Some(described) = self.all.get(entity) else {
            return json!({});
        };
        let fields: Vec<_> = described
            .fields
            .iter()
            .map(|field| {
                let operators = field.operators.iter();
                let operators: Map<_, _> = operators
                    .map(|operator| (operator.clone(), operand(operator, &field.kind)))
                    .collect();
                let mut schema = json!({
                    "type": "object", "properties": operators, "additionalProperties": false,
                });
                put(&mut schema, "description", field.help.clone());
                (field.name.clone(), schema)
            })
            .collect();
        json!({
            "type": "object",
            "properties": Map::from_iter(fields),
            "additionalProperties": false,
        })
    }
}

/// The values of an operator of a filter: one, or a list of which one has to match.
fn operand(operator: &str, kind: &str) -> Value {
    let number = json!({"type": "number"});
    let one = match (operator, kind) {
        ("isset" | "isnotset", _) => return json!({"type": "boolean"}),
        ("range", _) => {
            let range = json!({"type": "object", "properties": {"start": number, "end": number}});
            return json!({"type": "array", "items": range});
        }
        ("gte_ndays" | "lte_ndays" | "gte" | "lte" | "gt" | "lt", _) => number,
        (_, "int32" | "int64") => json!({"type": "integer", "format": "int32"}),
        (_, "bool") => json!({"type": "boolean"}),
        (_, kind) if kind.starts_with("object:") => {
            // A key is an object with an id, or the id alone.
            let key = json!({
                "type": "object",
                "properties": {"id": {"type": "string"}},
                "required": ["id"],
            });
            let id = json!({"type": "string"});
            let items = json!({"anyOf": [key, id]});
            return json!({"anyOf": [key, id, {"type": "array", "items": items}]});
        }
        _ => {
            let any = [
                json!({"type": "string"}),
                json!({"type": "boolean"}),
                number,
            ];
            let [text, truth, number] = any;
            let missing = json!({"type": "null"});
            let items = json!({"anyOf": [text, truth, number, missing]});
            return json!({"anyOf": [text, truth, number, {"type": "array", "items": items}]});
        }
    };
    // Null in a list stands for a member that is missing.
    let items = match one["type"].as_str() {
        Some("integer" | "boolean") => super::schema::or_null(one.clone()),
        _ => one.clone(),
    };
    json!({"anyOf": [one, {"type": "array", "items": items}]})
}

/// The name of the schema of an entity.
fn name(entity: &str, purpose: Purpose) -> String {
    match purpose {
        Purpose::Answer => entity.to_owned(),
        Purpose::Input | Purpose::LooseInput => format!("{entity}Input"),
    }
}
