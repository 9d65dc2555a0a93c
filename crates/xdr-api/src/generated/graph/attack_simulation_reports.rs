//! Operations and types of attack simulation reports.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListAttackSimulationReportRepeatOffenders`] | `GET /v1.0/reports/security/getAttackSimulationRepeatOffenders` | `AttackSimulation.Read.All` |
//! | [`ListAttackSimulationReportSimulationCoverage`] | `GET /v1.0/reports/security/getAttackSimulationSimulationUserCoverage` | `AttackSimulation.Read.All` |
//! | [`ListAttackSimulationReportTrainingCoverage`] | `GET /v1.0/reports/security/getAttackSimulationTrainingUserCoverage` | `AttackSimulation.Read.All` |

mod list_repeat_offenders;
mod list_simulation_coverage;
mod list_training_coverage;
mod model;

use http_core::Client;

pub use list_repeat_offenders::{LIST_REPEAT_OFFENDERS, ListAttackSimulationReportRepeatOffenders};
pub use list_simulation_coverage::{
    LIST_SIMULATION_COVERAGE, ListAttackSimulationReportSimulationCoverage,
};
pub use list_training_coverage::{
    LIST_TRAINING_COVERAGE, ListAttackSimulationReportTrainingCoverage,
};
pub use model::{
    AttackSimulationRepeatOffender, AttackSimulationSimulationUserCoverage,
    AttackSimulationTrainingUserCoverage, UserTrainingStatusInfo,
};

/// The operations of attack simulation reports; each method begins a request.
#[derive(Clone, Debug)]
pub struct AttackSimulationReports {
    pub(crate) client: Client,
}

impl AttackSimulationReports {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List users who fell for simulations more than once. See
    /// [`ListAttackSimulationReportRepeatOffenders`].
    pub fn list_repeat_offenders(&self) -> ListAttackSimulationReportRepeatOffenders {
        ListAttackSimulationReportRepeatOffenders::new(&self.client)
    }

    /// List how often each user was in a simulation and fell for it. See
    /// [`ListAttackSimulationReportSimulationCoverage`].
    pub fn list_simulation_coverage(&self) -> ListAttackSimulationReportSimulationCoverage {
        ListAttackSimulationReportSimulationCoverage::new(&self.client)
    }

    /// List the trainings of each user and their state. See
    /// [`ListAttackSimulationReportTrainingCoverage`].
    pub fn list_training_coverage(&self) -> ListAttackSimulationReportTrainingCoverage {
        ListAttackSimulationReportTrainingCoverage::new(&self.client)
    }
}
