//! Bodies of requests.
//!
//! The inputs of a JSON body are one object in the components, named after the operation, so that generators give it a
//! readable type. Whether the object takes unknown members follows from the service: OData services refuse them, others
//! ignore them.
//!
//! A required text or list must not be empty: the services treat an empty one as missing.

use serde_json::{Map, Value, json};

use super::call::{close, example};
use super::entities::Purpose;
use super::tables::{Operation, Param};
use super::{Maker, put, schema};

impl Maker<'_> {
    /// The body of an operation; null if it has none.
    pub(super) fn request_body(&mut self, operation: &Operation) -> Value {
        let (media, schema) = match operation.body_kind.as_str() {
            "json" => ("application/json", self.json_body(operation)),
            "multipart" => ("multipart/form-data", self.parts(operation)),
            "binary" => (
                "application/octet-stream",
                json!({"type": "string", "format": "binary"}),
            ),
            "text" => ("text/plain", json!({"type": "string"})),
            _ => return Value::Null,
        };
        let mut content = json!({"schema": schema});
        if operation.body_kind == "json" {
            put(&mut content, "example", body_example(operation));
        }
        let mut body = json!({"content": {media: content}});
        if inputs(operation).any(|param| param.required) {
            body["required"] = true.into();
        }
        body
    }

    /// A reference to the object of the inputs. Unknown members are forbidden where the service refuses them.
    fn json_body(&mut self, operation: &Operation) -> Value {
        let loose = self.ignores_unknown(operation);
        let purpose = match loose {
            true => Purpose::LooseInput,
            false => Purpose::Input,
        };
        let properties: Map<_, _> = inputs(operation)
            .map(|param| (param.name.clone(), self.property(operation, param, purpose)))
            .collect();
        let mut schema = json!({"type": "object", "properties": properties});
        put(&mut schema, "required", required(operation));
        if !loose && !operation.open_body {
            schema["additionalProperties"] = false.into();
        }
        let name = self.name_of(operation, "Request");
        self.entities.add(&name, &format!("{name}Body"), schema)
    }

    /// Whether the service of an operation ignores members of a body that it does not know.
    fn ignores_unknown(&self, operation: &Operation) -> bool {
        let server = self.server(&operation.host);
        server.is_some_and(|server| server.service.ignores_unknown())
    }

    /// The schema of one input of the body, closed as far as the table closes it.
    fn property(&mut self, operation: &Operation, param: &Param, purpose: Purpose) -> Value {
        let filters = operation
            .filter_set
            .as_deref()
            .filter(|_| param.name == "filters");
        let mut schema = match filters {
            Some(entity) => self.entities.of_entity(entity, purpose),
            None => self
                .entities
                .of_type(&self.kind_of(operation, param), purpose),
        };
        if schema.get("$ref").is_none() {
            close(&mut schema, param);
        }
        let batch = operation
            .batch
            .as_ref()
            .filter(|batch| batch.input == param.name);
        if schema["type"] == "array" {
            put(&mut schema, "maxItems", batch.and_then(|batch| batch.most));
        }
        if param.required && schema.get("enum").is_none() {
            // An empty input that is required counts as missing.
            match schema["type"].as_str() {
                Some("string") => schema["minLength"] = 1.into(),
                Some("array") => schema["minItems"] = 1.into(),
                _ => {}
            }
        }
        schema::describe(&mut schema, &param.help);
        match self.may_be_null(operation, param) {
            true => schema::or_null(schema),
            false => schema,
        }
    }

    /// The type of an input; that of the record's member where the input's own type is left open.
    fn kind_of(&self, operation: &Operation, param: &Param) -> String {
        let is_open = matches!(param.kind.as_str(), "dynamic" | "array:dynamic");
        let field = self
            .entities
            .field(operation.response.entity.as_deref(), &param.name);
        let kind = field.filter(|_| is_open).map(|field| field.kind.clone());
        kind.unwrap_or_else(|| param.kind.clone())
    }

    /// Whether null is allowed. A record's member that is never null cannot be cleared, and a word not where no record
    /// says so. An optional input of an OData action may be null, which is the same as leaving it out: the protocol reads
    /// a parameter that is left out as null. The emulator checks bodies by the same rule.
    fn may_be_null(&self, operation: &Operation, param: &Param) -> bool {
        let field = self
            .entities
            .field(operation.response.entity.as_deref(), &param.name);
        // A service that ignores what it does not know reads no parameters of actions.
        let is_action = operation.method == "POST" && !self.ignores_unknown(operation);
        let is_clearable = field.map_or(is_action || param.kind != "enum", |field| field.nullable);
        !param.required && param.constant.is_none() && is_clearable
    }

    /// The parts of a multipart body.
    fn parts(&mut self, operation: &Operation) -> Value {
        let parts = operation
            .params
            .iter()
            .filter(|param| param.place == "part");
        let properties: Map<_, _> = parts
            .map(|param| {
                let mut schema = self.entities.of_type(&param.kind, Purpose::Input);
                close(&mut schema, param);
                schema::describe(&mut schema, &param.help);
                (param.name.clone(), schema)
            })
            .collect();
        let mut schema = json!({"type": "object", "properties": properties});
        put(&mut schema, "required", required(operation));
        schema
    }
}

/// Inputs of the body.
fn inputs(operation: &Operation) -> impl Iterator<Item = &Param> {
    let places = ["body", "part"];
    operation
        .params
        .iter()
        .filter(move |param| places.contains(&param.place.as_str()))
}

/// The names of the inputs that have to be there.
fn required(operation: &Operation) -> Vec<String> {
    let required = inputs(operation).filter(|param| param.required);
    required.map(|param| param.name.clone()).collect()
}

/// A body that the emulator accepts: what is required, or everything with an example where nothing is. Null if a required
/// input has no example that is valid at any time.
fn body_example(operation: &Operation) -> Value {
    let any_required = inputs(operation).any(|param| param.required);
    let shown = inputs(operation).filter(|param| param.required || !any_required);
    let mut body = Map::new();
    for param in shown {
        match example(param) {
            Value::Null if param.required => return Value::Null,
            Value::Null => {}
            value => {
                body.insert(param.name.clone(), value);
            }
        }
    }
    body.into()
}
