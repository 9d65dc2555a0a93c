//! Service documents and `$metadata`, made from the tables.
//!
//! Both are answered without a token, as Graph does. The metadata has the types that the operations of
//! the service answer with, the resources that its paths begin with, and its actions and functions.
//! It is valid CSDL, but less than the metadata of the services: their names of entity sets and of
//! derived types are known where the tables have them.
//!
//! Source: OData 4.01 part 1, section 11.1; CSDL XML 4.01; `traverse-the-graph.md` of Graph.

mod csdl;
mod model;

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::Urls;
use crate::http::Incoming;
use crate::service::Service;
use model::Model;

/// Answers a request for a service document or for the metadata. `None` for other paths.
pub(crate) fn answer(request: &Incoming, urls: &Urls) -> Option<Answer> {
    let service = request.service;
    let mut segments = request.path.split('/').filter(|one| !one.is_empty());
    let root = segments.next().filter(|root| is_root(service, root))?;
    let is_metadata = match (segments.next(), segments.next()) {
        (None, _) => false,
        (Some("$metadata" | "%24metadata"), None) => true,
        _ => return None,
    };
    if request.method != "GET" {
        return Some(Answer::empty(405).header("allow", "GET"));
    }
    let model = Model::of(service, root);
    if is_metadata {
        let text = csdl::write(&model);
        return Some(Answer::bytes(200, "application/xml", text).header("odata-version", "4.0"));
    }
    let base = format!("{}/{root}", urls.get(&service).map_or("", String::as_str));
    Some(Answer::json(200, document(&model, &base)).header("odata-version", "4.0"))
}

/// Whether a segment is the root of an OData service.
fn is_root(service: Service, segment: &str) -> bool {
    match service {
        Service::Graph => matches!(segment, "v1.0" | "beta"),
        Service::Mde | Service::Xdr => segment.eq_ignore_ascii_case("api"),
        _ => false,
    }
}

/// The service document: the resources below the root.
fn document(model: &Model, base: &str) -> Value {
    let resources: Vec<Value> = model
        .roots()
        .map(|(name, resource)| {
            let kind = if resource.is_set {
                "EntitySet"
            } else {
                "Singleton"
            };
            json!({"name": name, "kind": kind, "url": name})
        })
        .collect();
    json!({"@odata.context": format!("{base}/$metadata"), "value": resources})
}

/// Appends a line of XML. Names of the tables need no escape, because [`model`] takes identifiers
/// only.
fn line(text: &mut String, depth: usize, xml: &str) {
    let indent = depth * 2;
    // A string does not fail.
    let _ = writeln!(text, "{:indent$}{xml}", "");
}

#[cfg(test)]
mod tests;
