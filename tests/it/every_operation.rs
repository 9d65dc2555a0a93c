//! A walk over every operation of every product, against the emulator.
//!
//! Inputs are made from the rows and from records that another caller finds there; the SDK builds and sends the
//! request. The emulator checks verb, path, token, permission and body against the tables, and says no to what does
//! not fit.

mod examples;
pub(crate) mod inputs;
mod lists;
mod meaning;

use std::sync::Arc;

use auth_core::{SecretString, StaticToken};
use http_core::{AnswerKind, Client, Method, Operation, Throttle};
use sandbox::Sandbox;

use self::inputs::Finder;
use crate::support::Bench;

/// The pipeline that a row is sent through: its host, and the legacy token where the row takes no other.
fn client(bench: &Bench, row: &Operation) -> Client {
    let legacy = row.id.starts_with("mdca.files.");
    if row.http.host == "absolute_url" {
        return bench.host("mdca_portal").anonymous();
    }
    if !legacy {
        return bench.host(row.http.host);
    }
    let key = SecretString::from(bench.sandbox.mdca_api_token());
    let token = StaticToken::with_scheme("Token", key).unwrap();
    let connector = bench.connector_of(Arc::new(token));
    bench.host_with(&connector.with_throttle(Throttle::off()), row.http.host)
}

async fn call(bench: &Bench, finder: &Finder<'_>, row: &'static Operation) -> Result<(), String> {
    let request = inputs::request(finder, row).await;
    let answer = client(bench, row).send_response(request).await;
    let answer = answer.map_err(|error| error.to_string())?;
    let body: serde_json::Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    let fits = match row.answer.kind {
        AnswerKind::Collection { list } => body[list].is_array() || body.is_array(),
        AnswerKind::Entity | AnswerKind::Object | AnswerKind::Link | AnswerKind::Files { .. } => {
            body.is_object()
        }
        AnswerKind::Scalar => !answer.body().is_empty(),
        AnswerKind::File | AnswerKind::Empty => true,
        other => panic!("{other:?} is not checked here"),
    };
    if fits {
        Ok(())
    } else {
        Err(format!("{:?} is no {:?}", answer.body(), row.answer.kind))
    }
}

/// Another row with the same verb and path: two pages describe one address.
pub(crate) fn twin(row: &Operation) -> Option<&'static str> {
    let same = |other: &&&Operation| {
        other.http.path == row.http.path && other.http.method == row.http.method
    };
    let mut twins = crate::pipeline::operations().filter(|other| same(&other));
    twins.find(|other| other.id != row.id).map(|other| other.id)
}

/// Readers first, so that nothing is changed or gone before it is read; what removes comes last.
pub(crate) fn in_order() -> Vec<&'static Operation> {
    let mut rows: Vec<_> = crate::pipeline::operations().collect();
    rows.sort_by_key(|row| match row.http.method {
        Method::Get => 0,
        Method::Post | Method::Put => 1,
        Method::Patch => 2,
        Method::Delete => 3,
        other => panic!("{other:?} is not known here"),
    });
    rows
}

#[tokio::test(start_paused = true)]
async fn every_operation_is_taken_by_the_service() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let finder = Finder::new(&bench);
    let mut faults = Vec::new();
    for row in in_order() {
        if let Err(why) = call(&bench, &finder, row).await {
            faults.push(format!("{}: {why}", row.id));
        }
        let received = bench.count(row.id) + twin(row).map_or(0, |twin| bench.count(twin));
        if received == 0 {
            faults.push(format!("{}: reached the service as something else", row.id));
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}
