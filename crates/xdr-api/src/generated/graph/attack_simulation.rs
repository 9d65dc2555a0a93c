//! Operations and types of attack simulation.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`AutomationGet`] | `GET /v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}` | `AttackSimulation.Read.All` |
//! | [`AutomationRunsList`] | `GET /v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}/runs` | `AttackSimulation.Read.All` |
//! | [`AutomationsList`] | `GET /v1.0/security/attackSimulation/simulationAutomations` | `AttackSimulation.Read.All` |
//! | [`EndUserNotificationsList`] | `GET /v1.0/security/attackSimulation/endUserNotifications` | `AttackSimulation.Read.All` |
//! | [`LandingPagesList`] | `GET /v1.0/security/attackSimulation/landingPages` | `AttackSimulation.Read.All` |
//! | [`LoginPagesList`] | `GET /v1.0/security/attackSimulation/loginPages` | `AttackSimulation.Read.All` |
//! | [`PayloadsList`] | `GET /v1.0/security/attackSimulation/payloads` | `AttackSimulation.Read.All` |
//! | [`SimulationGet`] | `GET /v1.0/security/attackSimulation/simulations/{simulation_id}` | `AttackSimulation.Read.All` |
//! | [`SimulationReportOverviewGet`] | `GET /v1.0/security/attackSimulation/simulations/{simulation_id}/report/overview` | `AttackSimulation.Read.All` |
//! | [`SimulationsList`] | `GET /v1.0/security/attackSimulation/simulations` | `AttackSimulation.Read.All` |
//! | [`TrainingsList`] | `GET /v1.0/security/attackSimulation/trainings` | `AttackSimulation.Read.All` |

mod automation_get;
mod automation_runs_list;
mod automations_list;
mod end_user_notifications_list;
mod landing_pages_list;
mod login_pages_list;
mod model;
mod payloads_list;
mod simulation_get;
mod simulation_report_overview_get;
mod simulations_list;
mod trainings_list;

use http_core::{Answer, Client, Header, Id, Kind, Operation, Paging, Param};

pub use automation_get::AutomationGet;
pub use automation_runs_list::AutomationRunsList;
pub use automations_list::AutomationsList;
pub use end_user_notifications_list::EndUserNotificationsList;
pub use landing_pages_list::LandingPagesList;
pub use login_pages_list::LoginPagesList;
pub use model::{
    EmailIdentity, Simulation, SimulationAttackTechnique, SimulationAttackType,
    SimulationAutomation, SimulationAutomationRun, SimulationAutomationRunStatus,
    SimulationAutomationStatus, SimulationPayloadDeliveryPlatform, SimulationStatus,
};
pub use payloads_list::PayloadsList;
pub use simulation_get::SimulationGet;
pub use simulation_report_overview_get::SimulationReportOverviewGet;
pub use simulations_list::SimulationsList;
pub use trainings_list::TrainingsList;

/// `graph.attack_simulation.automation_get`: Get one simulation automation.
pub static AUTOMATION_GET: Operation = Operation::get(
    "graph.attack_simulation.automation_get",
    "/v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}",
)
.host("graph")
.summary("Get one simulation automation")
.params(&[Param::path("simulation_automation_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.automation_runs_list`: List runs of a simulation automation.
pub static AUTOMATION_RUNS_LIST: Operation = Operation::get("graph.attack_simulation.automation_runs_list", "/v1.0/security/attackSimulation/simulationAutomations/{simulation_automation_id}/runs").host("graph").summary("List runs of a simulation automation").params(&[Param::path("simulation_automation_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/simulationautomation-list-runs.md");

/// `graph.attack_simulation.automations_list`: List simulation automations.
pub static AUTOMATIONS_LIST: Operation = Operation::get("graph.attack_simulation.automations_list", "/v1.0/security/attackSimulation/simulationAutomations").host("graph").summary("List simulation automations").headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/attacksimulationroot-list-simulationautomations.md");

/// `graph.attack_simulation.end_user_notifications_list`: List end user notifications.
pub static END_USER_NOTIFICATIONS_LIST: Operation = Operation::get(
    "graph.attack_simulation.end_user_notifications_list",
    "/v1.0/security/attackSimulation/endUserNotifications",
)
.host("graph")
.summary("List end user notifications")
.help("No entity described here beyond the list row.")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.landing_pages_list`: List landing pages.
pub static LANDING_PAGES_LIST: Operation = Operation::get(
    "graph.attack_simulation.landing_pages_list",
    "/v1.0/security/attackSimulation/landingPages",
)
.host("graph")
.summary("List landing pages")
.help("No entity described here beyond the list row.")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.login_pages_list`: List login pages.
pub static LOGIN_PAGES_LIST: Operation = Operation::get(
    "graph.attack_simulation.login_pages_list",
    "/v1.0/security/attackSimulation/loginPages",
)
.host("graph")
.summary("List login pages")
.help("No entity described here beyond the list row.")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.payloads_list`: List simulation payloads.
pub static PAYLOADS_LIST: Operation = Operation::get(
    "graph.attack_simulation.payloads_list",
    "/v1.0/security/attackSimulation/payloads",
)
.host("graph")
.summary("List simulation payloads")
.help("No entity described here beyond the list row.")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.simulation_get`: Get one simulation.
pub static SIMULATION_GET: Operation = Operation::get(
    "graph.attack_simulation.simulation_get",
    "/v1.0/security/attackSimulation/simulations/{simulation_id}",
)
.host("graph")
.summary("Get one simulation")
.params(&[Param::path("simulation_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.attack_simulation.simulation_report_overview_get`: Get the overview of a simulation
/// report.
pub static SIMULATION_REPORT_OVERVIEW_GET: Operation = Operation::get("graph.attack_simulation.simulation_report_overview_get", "/v1.0/security/attackSimulation/simulations/{simulation_id}/report/overview").host("graph").summary("Get the overview of a simulation report").help("No entity described here beyond the list row.").params(&[Param::path("simulation_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/simulationreportoverview-get.md");

/// `graph.attack_simulation.simulations_list`: List attack simulations.
pub static SIMULATIONS_LIST: Operation = Operation::get("graph.attack_simulation.simulations_list", "/v1.0/security/attackSimulation/simulations").host("graph").summary("List attack simulations").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$orderby").help("member to sort by, with asc or desc"),
Param::query("$select").help("members to send, separated by commas"),
Param::query("$skipToken").help("opaque continuation, taken from a next link"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/attacksimulationroot-list-simulations.md");

/// `graph.attack_simulation.trainings_list`: List trainings.
pub static TRAININGS_LIST: Operation = Operation::get(
    "graph.attack_simulation.trainings_list",
    "/v1.0/security/attackSimulation/trainings",
)
.host("graph")
.summary("List trainings")
.help("No entity described here beyond the list row.")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// The operations of attack simulation; each method begins a request.
#[derive(Clone, Debug)]
pub struct AttackSimulation {
    client: Client,
}

impl AttackSimulation {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one simulation automation. See [`AutomationGet`].
    pub fn automation_get(
        &self,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> AutomationGet {
        AutomationGet::new(&self.client, simulation_automation_id)
    }

    /// List runs of a simulation automation. See [`AutomationRunsList`].
    pub fn automation_runs_list(
        &self,
        simulation_automation_id: impl Into<Id<SimulationAutomation>>,
    ) -> AutomationRunsList {
        AutomationRunsList::new(&self.client, simulation_automation_id)
    }

    /// List simulation automations. See [`AutomationsList`].
    pub fn automations_list(&self) -> AutomationsList {
        AutomationsList::new(&self.client)
    }

    /// List end user notifications. See [`EndUserNotificationsList`].
    pub fn end_user_notifications_list(&self) -> EndUserNotificationsList {
        EndUserNotificationsList::new(&self.client)
    }

    /// List landing pages. See [`LandingPagesList`].
    pub fn landing_pages_list(&self) -> LandingPagesList {
        LandingPagesList::new(&self.client)
    }

    /// List login pages. See [`LoginPagesList`].
    pub fn login_pages_list(&self) -> LoginPagesList {
        LoginPagesList::new(&self.client)
    }

    /// List simulation payloads. See [`PayloadsList`].
    pub fn payloads_list(&self) -> PayloadsList {
        PayloadsList::new(&self.client)
    }

    /// Get one simulation. See [`SimulationGet`].
    pub fn simulation_get(&self, simulation_id: impl Into<Id<Simulation>>) -> SimulationGet {
        SimulationGet::new(&self.client, simulation_id)
    }

    /// Get the overview of a simulation report. See [`SimulationReportOverviewGet`].
    pub fn simulation_report_overview_get(
        &self,
        simulation_id: impl Into<Id<Simulation>>,
    ) -> SimulationReportOverviewGet {
        SimulationReportOverviewGet::new(&self.client, simulation_id)
    }

    /// List attack simulations. See [`SimulationsList`].
    pub fn simulations_list(&self) -> SimulationsList {
        SimulationsList::new(&self.client)
    }

    /// List trainings. See [`TrainingsList`].
    pub fn trainings_list(&self) -> TrainingsList {
        TrainingsList::new(&self.client)
    }
}
