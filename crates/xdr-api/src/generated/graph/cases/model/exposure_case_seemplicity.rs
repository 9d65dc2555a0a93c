//! `ExposureCaseSeemplicity`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct ExposureCaseSeemplicity {
        pub configuration_id: Option<String> = "configurationId",
        pub configuration_name: Option<String> = "configurationName",
        pub provider_type: Option<String> = "providerType",
        pub sync_status: Option<String> = "syncStatus",
        pub ticket_creation_time: Option<Timestamp> = "ticketCreationTime",
        pub ticket_id: Option<String> = "ticketId",
        pub ticket_link: Option<String> = "ticketLink",
    }
}
