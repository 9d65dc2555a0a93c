//! Inputs in the path, the query and headers.
//!
//! OData options are texts, which a generator can do nothing with. So far as the tables know more, the schema says more:
//!
//! - `$select` and `$expand` are lists of the names of members, joined by commas (`style: form`, `explode: false`);
//! - `$filter` and `$orderby` have the formats `odata-filter` and `odata-orderby`, which no validator knows and a fuzzer can
//!   register;
//! - `filters` of Defender for Cloud Apps is JSON in the query: the parameter has `content` instead of a schema.

use serde_json::{Value, json};

use super::entities::Purpose;
use super::tables::{Operation, Param};
use super::{Maker, put, schema};

impl Maker<'_> {
    /// The parameters of an operation: inputs, then headers of the operation.
    pub(super) fn parameters(&mut self, operation: &Operation) -> Vec<Value> {
        let places = ["path", "query", "header"];
        let inputs = operation.params.iter();
        let inputs = inputs.filter(|param| places.contains(&param.place.as_str()));
        let mut made: Vec<Value> = inputs
            .map(|param| self.parameter(operation, param))
            .collect();
        made.extend(operation.headers.iter().map(|header| {
            let mut shown = json!({
                "name": header.name,
                "in": "header",
                "schema": {"type": "string"},
                "example": header.value,
            });
            put(&mut shown, "description", header.help.clone());
            shown
        }));
        made
    }

    /// An input of the path, the query or the headers. Lists of names are one text with commas.
    fn parameter(&mut self, operation: &Operation, param: &Param) -> Value {
        let mut shown = json!({"name": param.name, "in": param.place});
        if param.required || param.place == "path" {
            shown["required"] = true.into();
        }
        put(&mut shown, "description", param.help.clone());
        let filters = operation
            .filter_set
            .as_deref()
            .filter(|_| param.name == "filters");
        if let Some(entity) = filters {
            // JSON text in the query.
            let schema = self.entities.of_entity(entity, Purpose::LooseInput);
            let mut media = json!({"schema": schema});
            put(&mut media, "example", param.example.clone());
            shown["content"] = json!({"application/json": media});
            return shown;
        }
        let schema = self.input(operation, param);
        if schema["type"] == "array" {
            // One text with commas, as OData has it.
            shown["style"] = "form".into();
            shown["explode"] = false.into();
        }
        shown["schema"] = schema;
        let value = example(param);
        let is_list = shown["schema"]["type"] == "array";
        let value = match value.as_str().filter(|_| is_list) {
            Some(names) => names.split(',').map(str::trim).collect(),
            None => value,
        };
        put(&mut shown, "example", value);
        shown
    }

    /// The schema of a text-like input.
    fn input(&mut self, operation: &Operation, param: &Param) -> Value {
        let entity = operation.response.entity.as_deref();
        if param.place == "query" && param.name == "$select" {
            let names = self.members(entity, false);
            return names_of(names);
        }
        if param.place == "query" && param.name == "$expand" {
            let mut names = self.members(entity, true);
            let known = param.values.iter().filter_map(Value::as_str);
            names.extend(known.map(str::to_owned));
            return names_of(names);
        }
        let mut schema = self.entities.of_type(&param.kind, Purpose::Input);
        close(&mut schema, param);
        if param.kind == "string" && param.constant.is_none() && schema.get("enum").is_none() {
            // An empty segment is another path, and an empty input that is required counts as missing.
            let least = u8::from(param.required || param.place == "path");
            put(&mut schema, "minLength", (least > 0).then_some(least));
        }
        match param.name.as_str() {
            "$filter" => schema["format"] = "odata-filter".into(),
            "$orderby" => schema["format"] = "odata-orderby".into(),
            "$skiptoken" | "$skipToken" => schema["format"] = "odata-skiptoken".into(),
            _ => {}
        }
        schema
    }

    /// Names of the members of an entity: of its relations, or of all others.
    fn members(&self, entity: Option<&str>, relations: bool) -> Vec<String> {
        let entity = entity.and_then(|name| self.entities.get(name));
        let fields = entity.into_iter().flat_map(|entity| &entity.fields);
        let fields = fields.filter(|field| field.relationship == relations);
        fields.map(|field| field.name.clone()).collect()
    }
}

/// A list of names; of any names if none are known.
fn names_of(names: Vec<String>) -> Value {
    let mut items = json!({"type": "string"});
    put(&mut items, "enum", names);
    json!({"type": "array", "items": items})
}

/// Limits the schema of an input to what the table allows: words, one constant, a time.
///
/// Flags are one text with commas, so their words are a pattern and no `enum`.
pub(super) fn close(schema: &mut Value, param: &Param) {
    let words = match &param.constant {
        Some(constant) => vec![constant_of(param, constant)],
        None if param.flags => Vec::new(),
        None => schema::words(&param.kind, &param.values),
    };
    if !words.is_empty() {
        if let Some(kind) = schema::type_of_words(&words) {
            schema["type"] = kind.into();
        }
        schema["enum"] = words.into();
    }
    if param.flags {
        schema["pattern"] = schema::several(&param.values).into();
    }
    put(schema, "default", param.default.clone());
    put(schema, "minimum", param.min);
    put(schema, "maximum", param.max);
    form(schema, &param.form);
    if let Some(days) = param.within_days {
        schema["x-defender-within-days"] = days.into();
    }
    if param.until {
        schema["x-defender-until"] = true.into();
    }
    if let Some(bytes) = param.max_bytes {
        schema["x-defender-max-bytes"] = bytes.into();
    }
}

/// What a text has to be.
fn form(schema: &mut Value, form: &Value) {
    if let Some(name) = form.as_str() {
        schema["format"] = name.into();
    }
    let lengths: Vec<String> = form["hex"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|length| format!("[0-9a-fA-F]{{{length}}}"))
        .collect();
    if !lengths.is_empty() {
        schema["pattern"] = format!("^({})$", lengths.join("|")).into();
    }
}

/// The one value of an input, which the table holds as text.
fn constant_of(param: &Param, constant: &str) -> Value {
    match param.kind.as_str() {
        "string" | "enum" => constant.into(),
        _ => serde_json::from_str(constant).unwrap_or_else(|_| constant.into()),
    }
}

/// A value that the emulator accepts, if the table has one that is valid on the wire. The table gives times as ages,
/// which only a command line takes.
pub(super) fn example(param: &Param) -> Value {
    match (param.kind.as_str(), &param.constant) {
        (_, Some(constant)) => constant_of(param, constant),
        ("datetime", _) if param.until => "2099-12-31T00:00:00Z".into(),
        ("datetime", _) => Value::Null,
        ("enum", _) if param.example.is_null() && param.required => {
            param.values.first().cloned().unwrap_or_default()
        }
        ("bool", _) if param.example.is_null() && param.required => true.into(),
        _ => param.example.clone(),
    }
}
