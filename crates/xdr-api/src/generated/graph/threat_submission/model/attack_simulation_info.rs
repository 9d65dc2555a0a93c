//! `AttackSimulationInfo`.

use http_core::Timestamp;

http_core::entity! {
    /// Attack simulation info.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AttackSimulationInfo {
        /// Attack sim date time.
        pub attack_sim_date_time: Option<Timestamp> = "attackSimDateTime",
        /// Attack sim duration time. ISO 8601 duration.
        pub attack_sim_duration_time: Option<String> = "attackSimDurationTime",
        /// Attack sim id.
        pub attack_sim_id: Option<String> = "attackSimId",
        /// Attack sim user id.
        pub attack_sim_user_id: Option<String> = "attackSimUserId",
    }
}
