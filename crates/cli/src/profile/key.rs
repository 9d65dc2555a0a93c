//! The settings that a profile may have, and the variables that mean the same.

use auth_core::Cloud;
use auth_core::http_core::{Limits, Url};

use crate::method::Method;
use crate::output::Format;
use crate::portal;

/// A setting.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name in the file; a dot leads into a table.
    pub(crate) name: &'static str,
    /// The variable that means the same; empty where there is none.
    pub(crate) variable: &'static str,
    check: fn(&str) -> Result<(), String>,
}

impl Key {
    const fn text(name: &'static str, variable: &'static str) -> Self {
        Self {
            name,
            variable,
            check: |_| Ok(()),
        }
    }

    const fn address(name: &'static str, variable: &'static str) -> Self {
        let check = |text: &str| match Url::parse(text) {
            Ok(_) => Ok(()),
            Err(error) => Err(format!("`{text}` is no URL: {error}")),
        };
        Self {
            name,
            variable,
            check,
        }
    }

    /// Whether a value can be right.
    pub(crate) fn check(&self, value: &str) -> Result<(), String> {
        (self.check)(value).map_err(|message| format!("{}: {message}", self.name))
    }
}

/// Every setting but `client_secret_command`, which is a list.
pub(crate) const KEYS: &[Key] = &[
    Key::text("tenant", "AZURE_TENANT_ID"),
    Key::text("client_id", "AZURE_CLIENT_ID"),
    Key {
        name: "method",
        variable: "DEFENDER_METHOD",
        check: |text| text.parse::<Method>().map(|_| ()),
    },
    Key {
        name: "cloud",
        variable: "DEFENDER_CLOUD",
        check: |text| {
            let parsed = text.parse::<Cloud>();
            parsed.map(|_| ()).map_err(|error| error.to_string())
        },
    },
    Key::text("region", "DEFENDER_REGION"),
    Key::text("client_secret_file", "DEFENDER_CLIENT_SECRET_FILE"),
    Key::text("certificate", "AZURE_CLIENT_CERTIFICATE_PATH"),
    Key::text(
        "certificate_password_file",
        "DEFENDER_CERTIFICATE_PASSWORD_FILE",
    ),
    Key {
        name: "send_certificate_chain",
        variable: "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN",
        check: |text| match text {
            "true" | "false" => Ok(()),
            _ => Err("it is true or false".to_owned()),
        },
    },
    Key::text("federated_token_file", "AZURE_FEDERATED_TOKEN_FILE"),
    Key::text(
        "service_connection",
        "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ),
    Key {
        name: "output",
        variable: "DEFENDER_OUTPUT",
        check: |text| text.parse::<Format>().map(|_| ()),
    },
    Key::text("ca_file", "DEFENDER_CA_FILE"),
    Key {
        name: "limits",
        variable: "DEFENDER_LIMITS",
        check: |text| match text.parse::<Limits>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.message().to_owned()),
        },
    },
    Key {
        name: "portal",
        variable: "DEFENDER_ENDPOINT_MDCA",
        check: |text| portal::address(text).map(|_| ()),
    },
    Key::text("audiences.mde", "DEFENDER_AUDIENCE_MDE"),
    Key::text("audiences.xdr", "DEFENDER_AUDIENCE_XDR"),
    Key::text("audiences.graph", "DEFENDER_AUDIENCE_GRAPH"),
    Key::text("audiences.mdca", "DEFENDER_AUDIENCE_MDCA"),
    Key::address("endpoints.login", "DEFENDER_ENDPOINT_LOGIN"),
    Key::address("endpoints.mde", "DEFENDER_ENDPOINT_MDE"),
    Key::address("endpoints.xdr", "DEFENDER_ENDPOINT_XDR"),
    Key::address("endpoints.graph", "DEFENDER_ENDPOINT_GRAPH"),
];

/// The setting of that name.
pub(crate) fn key_of(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}
