//! The settings that a profile may have, and the variables that mean the same.

use auth_core::Cloud;
use auth_core::http_core::{Limits, Url};
use auth_core::settings::Method;

use crate::portal;
use output::Format;

/// A setting.
#[derive(Debug)]
pub(crate) struct Key {
    /// Its name in the file; a dot leads into a table.
    pub(crate) name: &'static str,
    /// The variable that means the same; empty where there is none.
    pub(crate) variable: &'static str,
    pub(crate) form: Form,
    check: fn(&str) -> Result<(), String>,
}

/// The form of a setting's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    /// `true` or `false`.
    Flag,
    /// The path of a file, which need not be UTF-8 where a variable or an option names it.
    Path,
}

impl Key {
    const fn text(name: &'static str, variable: &'static str) -> Self {
        Self {
            name,
            variable,
            form: Form::Text,
            check: |_| Ok(()),
        }
    }

    const fn path(name: &'static str, variable: &'static str) -> Self {
        Self {
            name,
            variable,
            form: Form::Path,
            check: |_| Ok(()),
        }
    }

    const fn address(name: &'static str, variable: &'static str) -> Self {
        let check = |text: &str| match Url::parse(text) {
            Ok(_) => Ok(()),
            Err(error) => Err(format!("invalid URL `{text}`: {error}")),
        };
        Self {
            name,
            variable,
            form: Form::Text,
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
        form: Form::Text,
        check: |text| match text.parse::<Method>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.message().to_owned()),
        },
    },
    Key {
        name: "cloud",
        variable: "DEFENDER_CLOUD",
        form: Form::Text,
        check: |text| {
            let parsed = text.parse::<Cloud>();
            parsed.map(|_| ()).map_err(|error| error.to_string())
        },
    },
    Key::text("region", "DEFENDER_REGION"),
    Key::path("client_secret_file", "DEFENDER_CLIENT_SECRET_FILE"),
    Key::path("certificate", "AZURE_CLIENT_CERTIFICATE_PATH"),
    Key::path(
        "certificate_password_file",
        "DEFENDER_CERTIFICATE_PASSWORD_FILE",
    ),
    Key {
        name: "send_certificate_chain",
        variable: "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN",
        form: Form::Flag,
        check: |text| match text {
            "true" | "false" => Ok(()),
            _ => Err("it is true or false".to_owned()),
        },
    },
    Key::path("federated_token_file", "AZURE_FEDERATED_TOKEN_FILE"),
    Key::text(
        "service_connection",
        "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID",
    ),
    Key {
        name: "output",
        variable: "DEFENDER_OUTPUT",
        form: Form::Text,
        check: |text| text.parse::<Format>().map(|_| ()),
    },
    Key::path("ca_file", "DEFENDER_CA_FILE"),
    Key {
        name: "limits",
        variable: "DEFENDER_LIMITS",
        form: Form::Text,
        check: |text| match text.parse::<Limits>() {
            Ok(_) => Ok(()),
            Err(error) => Err(error.message().to_owned()),
        },
    },
    Key {
        name: "portal",
        variable: "DEFENDER_ENDPOINT_MDCA",
        form: Form::Text,
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

/// Whether settings with this beginning are in a table of their own, such as `endpoints`.
pub(crate) fn is_table(name: &str) -> bool {
    let inside = |key: &Key| {
        key.name
            .split_once('.')
            .is_some_and(|(table, _)| table == name)
    };
    KEYS.iter().any(inside)
}

/// The known name that is most like another one, where one is.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// As alike as clap wants its own words to be.
    const ALIKE: f64 = 0.7;

    let name = name.to_ascii_lowercase().replace('-', "_");
    let scored = known.into_iter().map(|one| (strsim::jaro(&name, one), one));
    let alike = scored.filter(|(score, _)| *score > ALIKE);
    let best = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, one)| one)
}
