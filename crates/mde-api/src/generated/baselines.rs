//! Operations and types of baselines.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListBaselineConfigurations`] | `GET /api/baselineConfigurations` | not documented |
//! | [`ListBaselineProfiles`] | `GET /api/baselineProfiles` | not documented |

mod list_configurations;
mod list_profiles;
mod model;

use http_core::{Client, Kind, Operation, Paging, Param};

pub use list_configurations::ListBaselineConfigurations;
pub use list_profiles::ListBaselineProfiles;
pub use model::{BaselineConfiguration, BaselineProfile};

/// `mde.baselines.list_configurations`: List configurations of active baseline profiles.
pub static LIST_CONFIGURATIONS: Operation = Operation::get("mde.baselines.list_configurations", "/api/baselineConfigurations").host("mde").summary("List configurations of active baseline profiles").help("The page names no permission; see mde.baselines.list_profiles. id repeats \
between benchmarks: key by uniqueId. Description, rationale and remediation \
are HTML fragments. cce is a string (CCE-35116-3) although typed Int.").params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
]).collection("value").paging(Paging::Skip).page_size(10000).filterable(&["id", "category", "name", "CCE"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-configurations.md");

/// `mde.baselines.list_profiles`: List security baseline profiles.
pub static LIST_PROFILES: Operation = Operation::get("mde.baselines.list_profiles", "/api/baselineProfiles").host("mde").summary("List security baseline profiles").help("The page names no permission; SecurityBaselinesAssessment.Read.All / .Read \
of the sibling export is the likely one. Time members are ...TimeOffset in \
the table and ...TimestampUTC in the sample. Year 0001 stands for \"not \
set\".").params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
]).collection("value").paging(Paging::Skip).page_size(10000).filterable(&["id", "name", "operatingSystem", "operatingSystemVersion", "status", "settingsNumber", "passedDevices", "totalDevices"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-profiles.md");

/// The operations of baselines; each method begins a request.
#[derive(Clone, Debug)]
pub struct Baselines {
    client: Client,
}

impl Baselines {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List configurations of active baseline profiles. See [`ListBaselineConfigurations`].
    pub fn list_configurations(&self) -> ListBaselineConfigurations {
        ListBaselineConfigurations::new(&self.client)
    }

    /// List security baseline profiles. See [`ListBaselineProfiles`].
    pub fn list_profiles(&self) -> ListBaselineProfiles {
        ListBaselineProfiles::new(&self.client)
    }
}
