//! Links from an answer to the operations that go on from it.
//!
//! Links let a tool walk the API: from the answer that starts an action to the operation that shows its end, and from a
//! record to what can be asked about it. Creating calls also link to the calls that change and delete what was made.
//!
//! Only operations whose single required input is the id are linked: a link with missing inputs could not be followed.

use serde_json::{Map, Value, json};

use super::Maker;
use super::tables::{Operation, Param};

impl Maker<'_> {
    /// The links of the successful answer: to the operation that shows the end of what was started, and to operations
    /// that take the id of the record in it. A list links to the operations of its first operation that read.
    pub(super) fn links(&self, operation: &Operation) -> Value {
        let mut links = Map::new();
        self.link_completion(operation, &mut links);
        let (kind, entity) = (
            operation.response.kind.as_str(),
            operation.response.entity.as_deref(),
        );
        let key = entity.and_then(|name| self.entities.get(name)?.key.as_deref());
        let (Some(entity), Some(key)) = (entity, key) else {
            return links.into();
        };
        let pointer = match (kind, operation.response.list.as_deref()) {
            ("collection", Some(list)) => format!("/{}/0/{}", escape(list), escape(key)),
            ("entity", _) => format!("/{}", escape(key)),
            _ => return links.into(),
        };
        let creates = operation.method == "POST" && kind == "entity";
        for other in self.operations {
            let is_offered = other.method == "GET" || creates && other.method != "POST";
            if !is_offered || other.id == operation.id || other.host != operation.host {
                continue;
            }
            if let Some(param) = single_id(other, entity) {
                let at = format!("$response.body#{pointer}");
                links.insert(other.id.replace('.', "_"), link(other, &param.name, &at));
            }
        }
        links.into()
    }

    /// Adds the link from what is started to the operation that shows its end, if the table names one of this product.
    fn link_completion(&self, operation: &Operation, links: &mut Map<String, Value>) {
        let completion = operation.completion.as_ref();
        let Some((ask, (input, member))) =
            completion.and_then(|known| Some((known.ask.as_deref()?, known.id.as_ref()?)))
        else {
            return;
        };
        let Some(other) = self.operations.iter().find(|other| other.id == ask) else {
            return;
        };
        // The id is a member of the answer, or an input of the call itself.
        let at = match operation.params.iter().find(|param| param.name == *member) {
            Some(param) if !self.has_member(operation, member) => {
                format!("$request.{}.{member}", param.place)
            }
            _ => format!("$response.body#/{}", escape(member)),
        };
        links.insert("completion".to_owned(), link(other, input, &at));
    }
}

/// The only input in the path of an operation, if it is the id of an entity and nothing else is required.
fn single_id<'a>(operation: &'a Operation, entity: &str) -> Option<&'a Param> {
    let mut required = operation
        .params
        .iter()
        .filter(|param| param.required || param.place == "path");
    let first = required.next()?;
    let is_id = first.place == "path" && first.id_of.as_deref() == Some(entity);
    (is_id && required.next().is_none()).then_some(first)
}

/// A link that gives one input its value, by a runtime expression.
fn link(to: &Operation, input: &str, at: &str) -> Value {
    json!({"operationId": to.id, "parameters": {input: at}})
}

/// A name as a part of a JSON pointer.
fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
