//! `TrainingSetting`.

use crate::graph::attack_simulation::CustomTrainingSetting;
use crate::graph::attack_simulation::MicrosoftCustomTrainingSetting;
use crate::graph::attack_simulation::MicrosoftManagedTrainingSetting;
use crate::graph::attack_simulation::MicrosoftTrainingAssignmentMapping;
use crate::graph::attack_simulation::NoTrainingSetting;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/trainingsetting.md`.
    pub enum TrainingSetting {
        CustomTraining(CustomTrainingSetting) = "#microsoft.graph.customTrainingSetting",
        MicrosoftCustomTraining(MicrosoftCustomTrainingSetting) = "#microsoft.graph.microsoftCustomTrainingSetting",
        MicrosoftManagedTraining(MicrosoftManagedTrainingSetting) = "#microsoft.graph.microsoftManagedTrainingSetting",
        MicrosoftTrainingAssignmentMapping(MicrosoftTrainingAssignmentMapping) = "#microsoft.graph.microsoftTrainingAssignmentMapping",
        NoTraining(NoTrainingSetting) = "#microsoft.graph.noTrainingSetting",
    }
}
