//! Operations and types of users.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListUserAlerts`] | `GET /api/users/{user_name}/alerts` | `Alert.Read.All` |
//! | [`ListUserMachines`] | `GET /api/users/{user_name}/machines` | `Machine.ReadWrite.All` |

mod list_alerts;
mod list_machines;
mod model;

use http_core::{Client, Operation, Param, RateLimit};

pub use list_alerts::ListUserAlerts;
pub use list_machines::ListUserMachines;
pub use model::User;

/// `mde.users.list_alerts`: List a user's alerts.
pub static LIST_ALERTS: Operation =
    Operation::get("mde.users.list_alerts", "/api/users/{user_name}/alerts")
        .host("mde")
        .summary("List a user's alerts")
        .help(
            "The bare user name, not the UPN (user1, not user1@contoso.com). An unknown \
user gives 200 with an empty list. Delegated callers need the role \
permission 'View Data' and see only devices of their device groups.",
        )
        .params(&[Param::path("user_name")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Alert.Read.All", "Alert.ReadWrite.All"],
            &["Alert.Read", "Alert.ReadWrite"],
        )
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-user-related-alerts.md");

/// `mde.users.list_machines`: List a user's devices.
pub static LIST_MACHINES: Operation =
    Operation::get("mde.users.list_machines", "/api/users/{user_name}/machines")
        .host("mde")
        .summary("List a user's devices")
        .help(
            "The bare user name, not the UPN. The page lists only the ReadWrite \
permissions. An unknown user gives 200 with an empty list. Delegated \
callers need the role permission 'View Data' and see only devices of their \
device groups.",
        )
        .params(&[Param::path("user_name")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-user-related-machines.md");

/// The operations of users; each method begins a request.
#[derive(Clone, Debug)]
pub struct Users {
    client: Client,
}

impl Users {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List a user's alerts. See [`ListUserAlerts`].
    pub fn list_alerts(&self, user_name: impl Into<String>) -> ListUserAlerts {
        ListUserAlerts::new(&self.client, user_name)
    }

    /// List a user's devices. See [`ListUserMachines`].
    pub fn list_machines(&self, user_name: impl Into<String>) -> ListUserMachines {
        ListUserMachines::new(&self.client, user_name)
    }
}
