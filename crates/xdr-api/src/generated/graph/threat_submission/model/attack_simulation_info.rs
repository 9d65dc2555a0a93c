//! `AttackSimulationInfo`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AttackSimulationInfo {
        pub attack_sim_date_time: Option<Timestamp> = "attackSimDateTime",
        /// ISO 8601 duration.
        pub attack_sim_duration_time: Option<String> = "attackSimDurationTime",
        pub attack_sim_id: Option<String> = "attackSimId",
        pub attack_sim_user_id: Option<String> = "attackSimUserId",
    }
}
