//! What the reference tables say, as Rust: see the crate's own documentation for the way in.

#![allow(
    missing_docs,
    reason = "a name that the service does not describe would only be repeated"
)]

pub mod advanced_hunting;
pub mod alerts;
pub mod assessments;
pub mod authenticated_scans;
pub mod baselines;
pub mod browser_extensions;
pub(crate) mod codes;
pub mod common;
pub mod data_export_settings;
pub mod device_health;
pub mod domains;
pub mod files;
pub mod indicators;
pub mod investigations;
pub mod ips;
pub mod library_files;
pub mod machine_actions;
pub mod machines;
pub mod recommendations;
pub mod remediation_tasks;
#[cfg(test)]
pub(crate) mod samples;
pub mod scores;
pub(crate) mod services;
pub mod software;
pub mod users;
pub mod vulnerabilities;

use http_core::Operation;

/// Every operation of this crate, sorted by id.
pub const OPERATIONS: &[&Operation] = &[
    &advanced_hunting::RUN,
    &alerts::BATCH_UPDATE,
    &alerts::CREATE_BY_REFERENCE,
    &alerts::GET,
    &alerts::GET_MACHINE,
    &alerts::GET_USER,
    &alerts::LIST,
    &alerts::LIST_DOMAINS,
    &alerts::LIST_FILES,
    &alerts::LIST_IPS,
    &alerts::UPDATE,
    &assessments::EXPORT_BROWSER_EXTENSIONS,
    &assessments::EXPORT_CERTIFICATES,
    &assessments::EXPORT_HARDWARE_FIRMWARE,
    &assessments::EXPORT_INFORMATION_GATHERING,
    &assessments::EXPORT_SECURE_CONFIGURATION,
    &assessments::EXPORT_SECURITY_BASELINES,
    &assessments::EXPORT_SOFTWARE_INVENTORY,
    &assessments::EXPORT_SOFTWARE_INVENTORY_NO_PRODUCT_CODE,
    &assessments::EXPORT_SOFTWARE_VULNERABILITIES,
    &assessments::LIST_BROWSER_EXTENSIONS,
    &assessments::LIST_CERTIFICATES,
    &assessments::LIST_HARDWARE_FIRMWARE,
    &assessments::LIST_SECURE_CONFIGURATION,
    &assessments::LIST_SECURITY_BASELINES,
    &assessments::LIST_SOFTWARE_INVENTORY,
    &assessments::LIST_SOFTWARE_INVENTORY_NO_PRODUCT_CODE,
    &assessments::LIST_SOFTWARE_VULNERABILITIES,
    &assessments::LIST_SOFTWARE_VULNERABILITY_CHANGES,
    &authenticated_scans::BATCH_DELETE_DEFINITIONS,
    &authenticated_scans::CREATE_DEFINITION,
    &authenticated_scans::GET_AGENT,
    &authenticated_scans::HISTORY_BY_DEFINITION,
    &authenticated_scans::HISTORY_BY_SESSION,
    &authenticated_scans::LIST_AGENTS,
    &authenticated_scans::LIST_DEFINITIONS,
    &authenticated_scans::UPDATE_DEFINITION,
    &baselines::LIST_CONFIGURATIONS,
    &baselines::LIST_PROFILES,
    &browser_extensions::LIST_PERMISSIONS,
    &data_export_settings::DELETE,
    &data_export_settings::LIST,
    &data_export_settings::SAVE,
    &device_health::EXPORT_ANTIVIRUS,
    &device_health::LIST_ANTIVIRUS,
    &domains::LIST_ALERTS,
    &domains::LIST_MACHINES,
    &domains::STATS,
    &files::GET,
    &files::LIST_ALERTS,
    &files::LIST_MACHINES,
    &files::STATS,
    &indicators::BATCH_DELETE,
    &indicators::DELETE,
    &indicators::GET,
    &indicators::IMPORT,
    &indicators::LIST,
    &indicators::SUBMIT,
    &investigations::GET,
    &investigations::LIST,
    &ips::LIST_ALERTS,
    &ips::STATS,
    &library_files::DELETE,
    &library_files::LIST,
    &library_files::UPLOAD,
    &machine_actions::CANCEL,
    &machine_actions::GET,
    &machine_actions::GET_LIVE_RESPONSE_RESULT,
    &machine_actions::GET_PACKAGE_URI,
    &machine_actions::LIST,
    &machines::COLLECT_INVESTIGATION_PACKAGE,
    &machines::COUNT_ALERTS,
    &machines::FIND,
    &machines::FIND_BY_IP,
    &machines::FIND_BY_TAG,
    &machines::GET,
    &machines::ISOLATE,
    &machines::LIST,
    &machines::LIST_ALERTS,
    &machines::LIST_LOGON_USERS,
    &machines::LIST_MISSING_KBS,
    &machines::LIST_RECOMMENDATIONS,
    &machines::LIST_SOFTWARE,
    &machines::LIST_VULNERABILITIES,
    &machines::OFFBOARD,
    &machines::RESTRICT_CODE_EXECUTION,
    &machines::RUN_ANTIVIRUS_SCAN,
    &machines::RUN_LIVE_RESPONSE,
    &machines::SET_DEVICE_VALUE,
    &machines::SET_TAG,
    &machines::SET_TAG_BULK,
    &machines::START_INVESTIGATION,
    &machines::STOP_AND_QUARANTINE_FILE,
    &machines::UNISOLATE,
    &machines::UNRESTRICT_CODE_EXECUTION,
    &machines::UPDATE,
    &recommendations::GET,
    &recommendations::GET_SOFTWARE,
    &recommendations::LIST,
    &recommendations::LIST_MACHINES,
    &recommendations::LIST_VULNERABILITIES,
    &remediation_tasks::GET,
    &remediation_tasks::LIST,
    &remediation_tasks::LIST_MACHINES,
    &scores::GET_DEVICE_SECURE,
    &scores::GET_EXPOSURE,
    &scores::LIST_EXPOSURE_BY_MACHINE_GROUP,
    &software::GET,
    &software::LIST,
    &software::LIST_DISTRIBUTIONS,
    &software::LIST_MACHINES,
    &software::LIST_MISSING_KBS,
    &software::LIST_VULNERABILITIES,
    &users::LIST_ALERTS,
    &users::LIST_MACHINES,
    &vulnerabilities::GET,
    &vulnerabilities::LIST,
    &vulnerabilities::LIST_BY_MACHINE_AND_SOFTWARE,
    &vulnerabilities::LIST_MACHINES,
];

impl crate::Client {
    /// The operations of advanced hunting.
    pub fn advanced_hunting(&self) -> advanced_hunting::AdvancedHunting {
        advanced_hunting::AdvancedHunting::new(self.host("mde"))
    }

    /// The operations of alerts.
    pub fn alerts(&self) -> alerts::Alerts {
        alerts::Alerts::new(self.host("mde"))
    }

    /// The operations of assessments.
    pub fn assessments(&self) -> assessments::Assessments {
        assessments::Assessments::new(self.host("mde"))
    }

    /// The operations of authenticated scans.
    pub fn authenticated_scans(&self) -> authenticated_scans::AuthenticatedScans {
        authenticated_scans::AuthenticatedScans::new(self.host("mde"))
    }

    /// The operations of baselines.
    pub fn baselines(&self) -> baselines::Baselines {
        baselines::Baselines::new(self.host("mde"))
    }

    /// The operations of browser extensions.
    pub fn browser_extensions(&self) -> browser_extensions::BrowserExtensions {
        browser_extensions::BrowserExtensions::new(self.host("mde"))
    }

    /// The operations of data export settings.
    pub fn data_export_settings(&self) -> data_export_settings::DataExportSettingsOperations {
        data_export_settings::DataExportSettingsOperations::new(self.host("mde"))
    }

    /// The operations of device health.
    pub fn device_health(&self) -> device_health::DeviceHealth {
        device_health::DeviceHealth::new(self.host("mde"))
    }

    /// The operations of domains.
    pub fn domains(&self) -> domains::Domains {
        domains::Domains::new(self.host("mde"))
    }

    /// The operations of files.
    pub fn files(&self) -> files::Files {
        files::Files::new(self.host("mde"))
    }

    /// The operations of indicators.
    pub fn indicators(&self) -> indicators::Indicators {
        indicators::Indicators::new(self.host("mde"))
    }

    /// The operations of investigations.
    pub fn investigations(&self) -> investigations::Investigations {
        investigations::Investigations::new(self.host("mde"))
    }

    /// The operations of ips.
    pub fn ips(&self) -> ips::Ips {
        ips::Ips::new(self.host("mde"))
    }

    /// The operations of library files.
    pub fn library_files(&self) -> library_files::LibraryFiles {
        library_files::LibraryFiles::new(self.host("mde"))
    }

    /// The operations of machine actions.
    pub fn machine_actions(&self) -> machine_actions::MachineActions {
        machine_actions::MachineActions::new(self.host("mde"))
    }

    /// The operations of machines.
    pub fn machines(&self) -> machines::Machines {
        machines::Machines::new(self.host("mde"))
    }

    /// The operations of recommendations.
    pub fn recommendations(&self) -> recommendations::Recommendations {
        recommendations::Recommendations::new(self.host("mde"))
    }

    /// The operations of remediation tasks.
    pub fn remediation_tasks(&self) -> remediation_tasks::RemediationTasks {
        remediation_tasks::RemediationTasks::new(self.host("mde"))
    }

    /// The operations of scores.
    pub fn scores(&self) -> scores::Scores {
        scores::Scores::new(self.host("mde"))
    }

    /// The operations of software.
    pub fn software(&self) -> software::SoftwareOperations {
        software::SoftwareOperations::new(self.host("mde"))
    }

    /// The operations of users.
    pub fn users(&self) -> users::Users {
        users::Users::new(self.host("mde"))
    }

    /// The operations of vulnerabilities.
    pub fn vulnerabilities(&self) -> vulnerabilities::Vulnerabilities {
        vulnerabilities::Vulnerabilities::new(self.host("mde"))
    }
}
