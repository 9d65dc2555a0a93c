//! Answers of success.
//!
//! | kind of the table | schema |
//! | --- | --- |
//! | `entity`, `object`, `files` | the entity; any object where the table names none |
//! | `collection` | a page: the rows and what leads to the next page; an array where the rows are the whole answer |
//! | `link` | an object with the signed address in `value` |
//! | `scalar` | the type of the scalar, as the whole body |
//! | `file` | text |
//! | `empty` | no content |
//!
//! A page is shared by the lists of one entity. Where two lists of an entity have other members, the second page is named after
//! its operation. An example is an answer that was recorded; see [`recorded`](super::recorded).

use serde_json::{Map, Value, json};

use super::entities::Purpose;
use super::tables::Operation;
use super::{Maker, errors, put};

/// Where an answer describes a body of JSON.
const JSON: &str = "/content/application~1json";

impl Maker<'_> {
    /// All answers of an operation.
    pub(super) fn responses(&mut self, operation: &Operation) -> Value {
        let mut responses = Map::new();
        errors::add(&mut responses, operation);
        let success = self.success(operation);
        if let Some(status) = operation.response.partial {
            let mut partly = success.clone();
            partly["description"] = "Some items failed; the answer says which".into();
            responses.insert(status.to_string(), partly);
        }
        if let Some(record) = self.representation(operation) {
            responses.insert("200".to_owned(), record);
        }
        responses.insert(operation.response.status.to_string(), success);
        self.show_recorded(&operation.id, &mut responses);
        responses.into()
    }

    /// Adds the recorded bodies to the answers of success that have JSON.
    fn show_recorded(&self, id: &str, responses: &mut Map<String, Value>) {
        for (status, answer) in responses {
            let recorded = status.parse().ok();
            let recorded = recorded.and_then(|status| self.recorded.success(id, status));
            if let (Some(body), Some(media)) = (recorded, answer.pointer_mut(JSON)) {
                media["example"] = body.clone();
            }
        }
    }

    /// The successful answer: its media type, its schema, and the links that begin at it.
    fn success(&mut self, operation: &Operation) -> Value {
        let description = match operation.response.kind.as_str() {
            "empty" => "Done",
            "collection" => "A page of the list",
            _ => "The answer",
        };
        let mut answer = json!({"description": description});
        if !operation.response.help.is_empty() {
            answer["description"] = operation.response.help.as_str().into();
        }
        let content = match operation.response.kind.as_str() {
            "empty" => Value::Null,
            "file" => json!({"text/plain": {"schema": {"type": "string"}}}),
            _ => json!({"application/json": {"schema": self.answer(operation)}}),
        };
        if let Some(row) = &operation.response.row {
            answer["x-defender-row"] = self.entities.of_entity(row, Purpose::Answer);
        }
        put(&mut answer, "content", content);
        put(&mut answer, "links", self.links(operation));
        answer
    }

    /// The schema of a JSON answer.
    fn answer(&mut self, operation: &Operation) -> Value {
        let response = &operation.response;
        match (response.kind.as_str(), response.entity.as_deref()) {
            ("collection", entity) => self.page(operation, entity),
            ("link", _) => json!({
                "type": "object",
                "properties": {
                    "@odata.context": {"type": "string"},
                    "value": {"type": "string", "description": "The signed address of a file"},
                },
            }),
            ("scalar", _) => {
                let kind = response.scalar.as_deref().unwrap_or("dynamic");
                self.entities.of_type(kind, Purpose::Answer)
            }
            (_, Some(entity)) => self.entities.of_entity(entity, Purpose::Answer),
            _ => json!({"type": "object"}),
        }
    }

    /// One page of a list: its rows, and what leads to the next page. What stands around the rows is the entity `Page` where
    /// the product has one, else it follows from the paging.
    fn page(&mut self, operation: &Operation, entity: Option<&str>) -> Value {
        let rows = match entity {
            Some(entity) => self.entities.of_entity(entity, Purpose::Answer),
            None => json!({}),
        };
        let rows = json!({"type": "array", "items": rows});
        let list = operation.response.list.as_deref();
        let Some(list) = list.filter(|_| !operation.response.bare) else {
            return rows;
        };
        let around = self.entities.around(list, Purpose::Answer);
        let mut page = json!({"type": "object", "properties": around, "required": [list]});
        let members = &mut page["properties"];
        members[list] = rows;
        match operation.paging["kind"].as_str() {
            Some("skip_limit" | "scan") if members.get("hasNext").is_none() => {
                members["hasNext"] = json!({"type": "boolean"});
                members["total"] = json!({"type": ["integer", "null"]});
            }
            _ if list == "value" => {
                members["@odata.context"] = json!({"type": "string"});
                members["@odata.count"] = json!({"type": "integer", "format": "int64"});
                members["@odata.nextLink"] = json!({
                    "type": "string",
                    "description": "The address of the next page; absent on the last one",
                });
            }
            _ => {}
        }
        let own = self.name_of(operation, "Page");
        match entity {
            Some(entity) => self.entities.add(&format!("{entity}Page"), &own, page),
            None => self.entities.add(&own, &format!("{own}s"), page),
        }
    }

    /// The answer to `Prefer: return=representation`, where the usual one has no body.
    fn representation(&mut self, operation: &Operation) -> Option<Value> {
        let wants = |value: &str| value.contains("return=representation");
        let is_offered = operation.headers.iter().any(|header| wants(&header.value));
        if !is_offered || operation.response.kind != "empty" {
            return None;
        }
        let target = operation.params.iter().rfind(|param| param.place == "path");
        let entity = target.and_then(|param| param.id_of.as_deref())?;
        let schema = self.entities.of_entity(entity, Purpose::Answer);
        Some(json!({
            "description": "The record, where `Prefer` asks for it",
            "content": {"application/json": {"schema": schema}},
        }))
    }

    /// Whether the table describes a member of the answer.
    pub(super) fn has_member(&self, operation: &Operation, member: &str) -> bool {
        self.entities
            .field(operation.response.entity.as_deref(), member)
            .is_some()
    }
}
