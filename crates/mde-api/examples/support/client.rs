//! The client that all examples use: an application of the environment, at the endpoint that it names.

use std::sync::Arc;

use mde_api::auth_core::{Cloud, Connector, Environment};
use mde_api::http_core::Url;
use mde_api::{Client, Error, Result};

/// `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` and `AZURE_CLIENT_SECRET` sign in; `DEFENDER_ENDPOINT_MDE` is the base URL where
/// it is not that of the commercial cloud. `defender sandbox up` prints all of them for an emulator.
pub(crate) fn client() -> Result<Client> {
    let connector = Connector::new(Arc::new(Environment::from_env()?));
    let Ok(base) = std::env::var("DEFENDER_ENDPOINT_MDE") else {
        return Client::connect(&connector, Cloud::Worldwide);
    };
    let not_offered = || Error::usage("the service is not offered there");
    let mut endpoint = mde_api::endpoint("mde", Cloud::Worldwide).ok_or_else(not_offered)?;
    endpoint.base = Url::parse(&base).map_err(|error| Error::usage(error.to_string()))?;
    Client::with_endpoint(&connector, &endpoint)
}
