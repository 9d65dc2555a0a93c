//! The client that all examples use: an application of the environment, at the endpoint that it names.

use mde_api::auth_core::{Cloud, Connector};
use mde_api::{Client, Result};

/// `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` and `AZURE_CLIENT_SECRET` sign in; `DEFENDER_ENDPOINT_MDE` is the base URL where
/// it is not that of the commercial cloud. `defender sandbox up` prints all of them for an emulator.
pub(crate) fn client() -> Result<Client> {
    Client::connect(&Connector::from_env()?, Cloud::Worldwide)
}
