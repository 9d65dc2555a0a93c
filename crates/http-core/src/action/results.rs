//! The results that an ended action leaves behind.
//!
//! A collected package is one file; a live response session has one result per command, selected by
//! its number. Commands of kind `PutFile` have none. [`Fetch::results`] turns a record into the
//! requests that fetch what exists, each once.

use serde_json::Value;

use crate::operation::{Fetch, id_in, text_at};
use crate::request::Request;

/// A request that fetches one result of an action.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ActionResult {
    /// The request to send. If its operation answers with a link, use
    /// [`Client::linked`](crate::Client::linked).
    pub request: Request,
    /// Number of the item in the action, starting at 0. `None` if the action has a single result.
    pub index: Option<u64>,
    /// Kind of the item, such as `RunScript`. May be empty.
    pub kind: String,
}

impl Fetch {
    /// The requests that fetch the results of an action, given its record. A number that occurs
    /// twice is fetched once.
    ///
    /// Without [`each`](Self::each) there is one request. Whether the action succeeded is not
    /// checked: a failed action usually has nothing to fetch, and the request then answers 404.
    pub fn results(&self, record: &Value) -> Vec<ActionResult> {
        let (input, member) = self.id;
        let request = Request::new(self.ask).set(input, id_in(record, member));
        let Some(each) = &self.each else {
            let (index, kind) = (None, String::new());
            return vec![ActionResult {
                request,
                index,
                kind,
            }];
        };
        let mut found: Vec<ActionResult> = Vec::new();
        let items = record[each.items].as_array().into_iter().flatten();
        for (place, item) in (0..).zip(items) {
            let index = item[each.input.1].as_u64().unwrap_or(place);
            let is_known = found.iter().any(|other| other.index == Some(index));
            if each.has_result(item) && !is_known {
                found.push(ActionResult {
                    request: request.clone().set(each.input.0, index),
                    index: Some(index),
                    kind: text_at(item, each.kind).to_owned(),
                });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operation::{Each, Operation, Param};

    static FILE: Operation = Operation::get("t.jobs.file", "/jobs/{job_id}/files/{index}")
        .inputs(&[Param::path("job_id"), Param::path("index")]);

    #[test]
    fn each_item_with_a_result_is_fetched_once() {
        let each = Each::new("commands", ("index", "index"))
            .only("state", "Done")
            .unless("about/type", "Put")
            .kind("about/type");
        let fetch = Fetch::new(&FILE, ("job_id", "id")).each(each);
        let item = |index: Option<u64>, state: &str, kind: &str| json!({"index": index, "state": state, "about": {"type": kind}});
        let record = json!({"id": 7, "commands": [
            item(Some(3), "Done", "Get"), item(Some(3), "Done", "Run"), item(Some(4), "Failed", "Get"),
            item(Some(5), "Done", "Put"), item(None, "Done", "Run"),
        ]});
        let results = fetch.results(&record);
        let found: Vec<_> = results
            .iter()
            .map(|one| (one.index, &*one.kind, one.request.path_value("job_id")))
            .collect();
        assert_eq!(
            found,
            [(Some(3), "Get", Some("7")), (Some(4), "Run", Some("7"))]
        );
    }
}
