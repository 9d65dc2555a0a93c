//! The lake of `--to`: tables in a folder or an object store.

use std::sync::Arc;

use commands::collect::{Place, unusable};
use jobs::collect::lake::{
    AzureStorage, AzureTokens, Column, Error, Store, columns, columns_of_query,
};
use jobs::collect::{Lake, SinkError, Stream};

use super::asked::Asked;
use crate::context::Context;
use crate::verbs::openapi;
use terminal::{Failure, Result};

/// The lake of `--to`, once it is known that it can be written.
pub(super) async fn open(place: &Place, asked: &Asked<'_>) -> Result<Lake> {
    let store = store(place, asked.context)?;
    let probed = store.probe().await;
    probed.map_err(|error| unusable("--to", &SinkError::from(error)))?;
    let tables = openapi::tables(asked.context.services());
    let known: Vec<(String, Vec<Column>)> = asked
        .rows
        .iter()
        .map(|rows| {
            let result = rows.stream.and_then(Stream::columns);
            let found = result.map_or_else(|| columns(&tables, rows.name), columns_of_query);
            (rows.name.to_owned(), found)
        })
        .collect();
    let of = move |stream: &str| {
        let found = known.iter().find(|(name, _)| name == stream);
        found.map_or_else(Vec::new, |(_, columns)| columns.clone())
    };
    let lake = Lake::new(store, of);
    Ok(match asked.is_single {
        true => lake.of_one_tenant(),
        false => lake,
    })
}

/// The store of an address, signed in by its own settings, or for Azure by the credential of this program.
pub(in crate::verbs) fn store(place: &Place, context: &Context) -> Result<Store> {
    let address = place.to_string();
    let is_azure = address.starts_with("az://") && !context.in_sandbox();
    let credential = is_azure
        .then(|| context.own_credential("azure_storage").ok())
        .flatten();
    let tokens = credential.map(|credential| -> Arc<dyn AzureTokens> {
        let tokens = AzureStorage::new(credential);
        Arc::new(tokens.with_options(context.token_options()))
    });
    Store::open(&address, tokens).map_err(failed)
}

/// The failure of a lake, with what to do about it.
pub(in crate::verbs) fn failed(error: Error) -> Failure {
    unusable("lake", &SinkError::from(error))
}
