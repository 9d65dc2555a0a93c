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

use http_core::{Client, Id};

pub use automation_get::{AUTOMATION_GET, AutomationGet};
pub use automation_runs_list::{AUTOMATION_RUNS_LIST, AutomationRunsList};
pub use automations_list::{AUTOMATIONS_LIST, AutomationsList};
pub use end_user_notifications_list::{END_USER_NOTIFICATIONS_LIST, EndUserNotificationsList};
pub use landing_pages_list::{LANDING_PAGES_LIST, LandingPagesList};
pub use login_pages_list::{LOGIN_PAGES_LIST, LoginPagesList};
pub use model::{
    EmailIdentity, Simulation, SimulationAttackTechnique, SimulationAttackType,
    SimulationAutomation, SimulationAutomationRun, SimulationAutomationRunStatus,
    SimulationAutomationStatus, SimulationPayloadDeliveryPlatform, SimulationStatus,
};
pub use payloads_list::{PAYLOADS_LIST, PayloadsList};
pub use simulation_get::{SIMULATION_GET, SimulationGet};
pub use simulation_report_overview_get::{
    SIMULATION_REPORT_OVERVIEW_GET, SimulationReportOverviewGet,
};
pub use simulations_list::{SIMULATIONS_LIST, SimulationsList};
pub use trainings_list::{TRAININGS_LIST, TrainingsList};

/// The operations of attack simulation; each method begins a request.
#[derive(Clone, Debug)]
pub struct AttackSimulation {
    pub(crate) client: Client,
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

    /// List end-user notifications. See [`EndUserNotificationsList`].
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
