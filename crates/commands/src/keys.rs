//! The settings that a profile of `config.toml` may have.
//!
//! Each has a variable of the same meaning; precedence is option, variable, profile. No key holds a secret: a secret is named by a
//! file or a command, or kept encrypted beside the profile.
//!
//! A key with a check refuses an invalid value in `profile set` and when the profile is used. `portal` is the address of the tenant's
//! Cloud Apps portal; `audiences` and `endpoints` are for private clouds and tests.

use auth_core::http_core::Limits;
use auth_core::services::tenant_address;
use auth_core::settings::profiles::{Key, Sources};
use output::Format;

/// The settings with one value. `client_secret_command` is a list and is read by `auth_core`.
pub static KEYS: &[Key] = &[
    Key::text("tenant", "AZURE_TENANT_ID"),
    Key::text("client_id", "AZURE_CLIENT_ID"),
    Key::METHOD,
    Key::CLOUD,
    Key::text("region", "DEFENDER_REGION"),
    Key::path("client_secret_file", "DEFENDER_CLIENT_SECRET_FILE"),
    Key::path("certificate", "AZURE_CLIENT_CERTIFICATE_PATH"),
    Key::path(
        "certificate_password_file",
        "DEFENDER_CERTIFICATE_PASSWORD_FILE",
    ),
    Key::flag(
        "send_certificate_chain",
        "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN",
    ),
    Key::path("federated_token_file", "AZURE_FEDERATED_TOKEN_FILE"),
    Key::text(
        "service_connection",
        "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ),
    Key::checked("output", "DEFENDER_OUTPUT", |text| {
        text.parse::<Format>().map(|_| ())
    }),
    Key::text("protected_tags", "DEFENDER_PROTECTED_TAGS"),
    Key::path("ca_file", "DEFENDER_CA_FILE"),
    Key::checked("limits", "DEFENDER_LIMITS", |text| {
        match text.parse::<Limits>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.message().to_owned()),
        }
    }),
    Key::checked("portal", "DEFENDER_ENDPOINT_MDCA", |text| {
        tenant_address(text).map(|_| ())
    })
    .mistaken_for("endpoints.mdca"),
    Key::text("audiences.mde", "DEFENDER_AUDIENCE_MDE"),
    Key::text("audiences.xdr", "DEFENDER_AUDIENCE_XDR"),
    Key::text("audiences.graph", "DEFENDER_AUDIENCE_GRAPH"),
    Key::text("audiences.mdca", "DEFENDER_AUDIENCE_MDCA"),
    Key::address("endpoints.login", "DEFENDER_ENDPOINT_LOGIN"),
    Key::address("endpoints.mde", "DEFENDER_ENDPOINT_MDE"),
    Key::address("endpoints.xdr", "DEFENDER_ENDPOINT_XDR"),
    Key::address("endpoints.graph", "DEFENDER_ENDPOINT_GRAPH"),
];

/// The variables of the process, without a profile.
pub fn without_profile() -> Sources {
    Sources::of_process(KEYS, None)
}
