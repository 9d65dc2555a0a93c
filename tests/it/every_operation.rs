//! A walk over every operation of every product, against the emulator.
//!
//! Inputs are made from the tables and from records that another caller finds there; the SDK builds and sends the
//! request. The emulator checks verb, path, token, permission and body against the tables and refuses what does
//! not fit.

mod examples;
pub(crate) mod inputs;
mod lists;
mod meaning;
mod readable;

use std::sync::Arc;

use auth_core::{SecretString, StaticToken};
use http_core::{AnswerKind, Client, Method, Operation, Throttle};
use sandbox::Sandbox;

use self::inputs::Finder;
use crate::support::Bench;

/// The pipeline that an operation is sent through: its host, the legacy token where the operation takes no other, and a
/// user's where no application may call it.
pub(crate) fn client(bench: &Bench, entry: &Operation) -> Client {
    let legacy = entry.id.starts_with("mdca.files.");
    if entry.http.host == "absolute_url" {
        return bench.host("mdca_portal").anonymous();
    }
    if entry.access.application.is_empty() && !entry.access.delegated.is_empty() {
        return bench.host_with(&bench.user(), entry.http.host);
    }
    if !legacy {
        return bench.host(entry.http.host);
    }
    let key = SecretString::from(bench.sandbox.mdca_api_token());
    let token = StaticToken::with_scheme("Token", key).unwrap();
    let connector = bench.connector_of(Arc::new(token));
    bench.host_with(&connector.with_throttle(Throttle::off()), entry.http.host)
}

async fn call(bench: &Bench, finder: &Finder<'_>, entry: &'static Operation) -> Result<(), String> {
    let request = inputs::request(finder, entry).await;
    let answer = client(bench, entry).send_response(request).await;
    let answer = answer.map_err(|error| error.to_string())?;
    let body: serde_json::Value = serde_json::from_slice(answer.body()).unwrap_or_default();
    let fits = match entry.answer.kind {
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
        Err(format!("{:?} is no {:?}", answer.body(), entry.answer.kind))
    }
}

/// Another operation with the same verb and path: two pages describe one address.
pub(crate) fn twin(entry: &Operation) -> Option<&'static str> {
    let same = |other: &&&Operation| {
        other.http.path == entry.http.path && other.http.method == entry.http.method
    };
    let mut twins = crate::pipeline::operations().filter(|other| same(&other));
    twins
        .find(|other| other.id != entry.id)
        .map(|other| other.id)
}

/// Reads first and deletions last, so that every record exists when it is read.
pub(crate) fn in_order() -> Vec<&'static Operation> {
    let mut entries: Vec<_> = crate::pipeline::operations().collect();
    entries.sort_by_key(|entry| match entry.http.method {
        Method::Get => 0,
        Method::Post | Method::Put => 1,
        Method::Patch => 2,
        Method::Delete => 3,
        other => panic!("{other:?} is not known here"),
    });
    entries
}

#[tokio::test(start_paused = true)]
async fn every_operation_is_taken_by_the_service() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let finder = Finder::new(&bench);
    let mut faults = Vec::new();
    for entry in in_order() {
        if let Err(why) = call(&bench, &finder, entry).await {
            faults.push(format!("{}: {why}", entry.id));
        }
        let received = bench.count(entry.id) + twin(entry).map_or(0, |twin| bench.count(twin));
        if received == 0 {
            faults.push(format!(
                "{}: reached the service as something else",
                entry.id
            ));
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}
