//! No row is lost or repeated, for every kind of paging.
//!
//! Every list of the tables reads literal pages of its kind. The most used lists are
//! also read whole from the emulator and compared, by id, with an independent client.

mod again;
mod next_link;
mod progress;
mod scan;
mod skip;
mod skip_limit;
mod whole_lists;

use http_core::{Kind, Operation, Paging, Request};
use serde_json::{Value, json};

use crate::support::Read;

/// Every operation of all products.
pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    [
        mde_api::OPERATIONS,
        mdca_api::OPERATIONS,
        xdr_api::OPERATIONS,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Every list of a kind.
fn lists(paging: Paging) -> Vec<&'static Operation> {
    let found: Vec<_> = operations()
        .filter(|row| row.list.paging == paging)
        .collect();
    assert!(!found.is_empty(), "no row pages by {paging:?}");
    found
}

/// A request with a plausible value in every required input.
pub(crate) fn request(operation: &'static Operation) -> Request {
    let required = operation.inputs.iter().filter(|param| param.required);
    required.fold(Request::new(operation).allow_retired(), |request, param| {
        let value = match param.kind {
            Kind::Text | Kind::Bytes => json!("1"),
            Kind::Integer => json!(1),
            Kind::Bool => json!(true),
            Kind::Time if param.until => json!("2099-01-01T00:00:00Z"),
            // Some inputs accept only times of the last days.
            Kind::Time => {
                json!((jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24)).to_string())
            }
            Kind::Enum(known) | Kind::Flags(known) => json!(known[0]),
            Kind::List => json!(["1"]),
            Kind::Json if param.array => json!([]),
            Kind::Json => json!({}),
            other => panic!("{other:?} is not known here"),
        };
        request.set(param.name, value)
    })
}

/// The text of a page: these ids as rows, and further members.
fn page(operation: &Operation, ids: &[&str], members: Value) -> String {
    let mut page = members;
    page[operation.list_member()] = ids.iter().map(|id| json!({"id": id})).collect();
    page.to_string()
}

fn ids(read: &Read) -> Vec<String> {
    read.keys("id")
}
