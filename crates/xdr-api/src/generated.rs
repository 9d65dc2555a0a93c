//! What the reference tables say, as Rust: see the crate's own documentation for the way in.

#![allow(
    missing_docs,
    reason = "a name that the service does not describe would only be repeated"
)]

pub mod advanced_hunting;
pub(crate) mod codes;
pub mod common;
pub mod graph;
pub(crate) mod hunting_tables;
pub mod incidents;
#[cfg(test)]
pub(crate) mod samples;

use http_core::Operation;

/// Every operation of this crate, sorted by id.
pub const OPERATIONS: &[&Operation] = &[
    &graph::alerts::CREATE_COMMENT,
    &graph::alerts::CREATE_MANUAL,
    &graph::alerts::GET,
    &graph::alerts::LIST,
    &graph::alerts::MOVE,
    &graph::alerts::UPDATE,
    &graph::analyzed_emails::GET,
    &graph::analyzed_emails::LIST,
    &graph::analyzed_emails::REMEDIATE,
    &graph::analyzed_emails::SET_VERDICT,
    &graph::attack_simulation::AUTOMATION_GET,
    &graph::attack_simulation::AUTOMATION_RUNS_LIST,
    &graph::attack_simulation::AUTOMATIONS_LIST,
    &graph::attack_simulation::END_USER_NOTIFICATIONS_LIST,
    &graph::attack_simulation::LANDING_PAGES_LIST,
    &graph::attack_simulation::LOGIN_PAGES_LIST,
    &graph::attack_simulation::PAYLOADS_LIST,
    &graph::attack_simulation::SIMULATION_GET,
    &graph::attack_simulation::SIMULATION_REPORT_OVERVIEW_GET,
    &graph::attack_simulation::SIMULATIONS_LIST,
    &graph::attack_simulation::TRAININGS_LIST,
    &graph::audit_log::CREATE_QUERY,
    &graph::audit_log::GET_QUERY,
    &graph::audit_log::LIST_QUERIES,
    &graph::audit_log::LIST_RECORDS,
    &graph::batch::EXECUTE,
    &graph::detection_rules::CREATE,
    &graph::detection_rules::DELETE,
    &graph::detection_rules::GET,
    &graph::detection_rules::LIST,
    &graph::detection_rules::UPDATE,
    &graph::health_issues::GET,
    &graph::health_issues::LIST,
    &graph::health_issues::UPDATE,
    &graph::hunting::RUN,
    &graph::identity_accounts::GET,
    &graph::identity_accounts::INVOKE_ACTION,
    &graph::identity_accounts::LIST,
    &graph::identity_settings::GET_AUTO_AUDITING,
    &graph::identity_settings::UPDATE_AUTO_AUDITING,
    &graph::incidents::CREATE_COMMENT,
    &graph::incidents::GET,
    &graph::incidents::LIST,
    &graph::incidents::LIST_ALERTS,
    &graph::incidents::MERGE,
    &graph::incidents::UPDATE,
    &graph::legacy_alerts::GET,
    &graph::legacy_alerts::LIST,
    &graph::legacy_alerts::UPDATE,
    &graph::legacy_alerts::UPDATE_MANY,
    &graph::secure_score_control_profiles::GET,
    &graph::secure_score_control_profiles::LIST,
    &graph::secure_score_control_profiles::UPDATE,
    &graph::secure_scores::GET,
    &graph::secure_scores::LIST,
    &graph::security_actions::CANCEL,
    &graph::security_actions::CREATE,
    &graph::security_actions::GET,
    &graph::security_actions::LIST,
    &graph::sensor_candidates::ACTIVATE,
    &graph::sensor_candidates::GET_ACTIVATION_CONFIGURATION,
    &graph::sensor_candidates::LIST,
    &graph::sensor_candidates::UPDATE_ACTIVATION_CONFIGURATION,
    &graph::sensor_migration::LIST,
    &graph::sensor_migration::MIGRATE,
    &graph::sensors::GET,
    &graph::sensors::GET_DEPLOYMENT_ACCESS_KEY,
    &graph::sensors::GET_DEPLOYMENT_PACKAGE_URI,
    &graph::sensors::LIST,
    &graph::sensors::LIST_HEALTH_ISSUES,
    &graph::sensors::REGENERATE_DEPLOYMENT_ACCESS_KEY,
    &graph::sensors::UPDATE,
    &graph::subscriptions::CREATE,
    &graph::subscriptions::DELETE,
    &graph::subscriptions::GET,
    &graph::subscriptions::LIST,
    &graph::subscriptions::UPDATE,
    &graph::threat_intelligence::ARTICLE_GET,
    &graph::threat_intelligence::ARTICLE_INDICATOR_GET,
    &graph::threat_intelligence::ARTICLE_LIST_INDICATORS,
    &graph::threat_intelligence::ARTICLES_LIST,
    &graph::threat_intelligence::HOST_COMPONENT_GET,
    &graph::threat_intelligence::HOST_COOKIE_GET,
    &graph::threat_intelligence::HOST_GET,
    &graph::threat_intelligence::HOST_GET_REPUTATION,
    &graph::threat_intelligence::HOST_GET_WHOIS,
    &graph::threat_intelligence::HOST_LIST_CHILD_HOST_PAIRS,
    &graph::threat_intelligence::HOST_LIST_COMPONENTS,
    &graph::threat_intelligence::HOST_LIST_COOKIES,
    &graph::threat_intelligence::HOST_LIST_HOST_PAIRS,
    &graph::threat_intelligence::HOST_LIST_PARENT_HOST_PAIRS,
    &graph::threat_intelligence::HOST_LIST_PASSIVE_DNS,
    &graph::threat_intelligence::HOST_LIST_PASSIVE_DNS_REVERSE,
    &graph::threat_intelligence::HOST_LIST_PORTS,
    &graph::threat_intelligence::HOST_LIST_SSL_CERTIFICATES,
    &graph::threat_intelligence::HOST_LIST_SUBDOMAINS,
    &graph::threat_intelligence::HOST_LIST_TRACKERS,
    &graph::threat_intelligence::HOST_PAIR_GET,
    &graph::threat_intelligence::HOST_PORT_GET,
    &graph::threat_intelligence::HOST_SSL_CERTIFICATE_GET,
    &graph::threat_intelligence::HOST_TRACKER_GET,
    &graph::threat_intelligence::INTEL_PROFILE_GET,
    &graph::threat_intelligence::INTEL_PROFILE_INDICATOR_GET,
    &graph::threat_intelligence::INTEL_PROFILE_LIST_INDICATORS,
    &graph::threat_intelligence::INTEL_PROFILES_LIST,
    &graph::threat_intelligence::PASSIVE_DNS_RECORD_GET,
    &graph::threat_intelligence::SSL_CERTIFICATE_GET,
    &graph::threat_intelligence::SSL_CERTIFICATES_LIST,
    &graph::threat_intelligence::SUBDOMAIN_GET,
    &graph::threat_intelligence::VULNERABILITY_COMPONENT_GET,
    &graph::threat_intelligence::VULNERABILITY_GET,
    &graph::threat_intelligence::VULNERABILITY_LIST_COMPONENTS,
    &graph::threat_intelligence::WHOIS_HISTORY_RECORD_GET,
    &graph::threat_intelligence::WHOIS_RECORD_GET,
    &graph::threat_intelligence::WHOIS_RECORD_LIST_HISTORY,
    &graph::threat_intelligence::WHOIS_RECORDS_LIST,
    &graph::threat_submission::EMAIL_CREATE,
    &graph::threat_submission::EMAIL_GET,
    &graph::threat_submission::EMAIL_LIST,
    &graph::threat_submission::EMAIL_REVIEW,
    &graph::threat_submission::FILE_CREATE,
    &graph::threat_submission::FILE_GET,
    &graph::threat_submission::FILE_LIST,
    &graph::threat_submission::POLICY_CREATE,
    &graph::threat_submission::POLICY_DELETE,
    &graph::threat_submission::POLICY_GET,
    &graph::threat_submission::POLICY_LIST,
    &graph::threat_submission::POLICY_UPDATE,
    &graph::threat_submission::URL_CREATE,
    &graph::threat_submission::URL_GET,
    &graph::threat_submission::URL_LIST,
    &graph::ti_indicators::CREATE,
    &graph::ti_indicators::DELETE,
    &graph::ti_indicators::DELETE_BY_EXTERNAL_ID,
    &graph::ti_indicators::DELETE_MANY,
    &graph::ti_indicators::GET,
    &graph::ti_indicators::LIST,
    &graph::ti_indicators::SUBMIT_MANY,
    &graph::ti_indicators::UPDATE,
    &graph::ti_indicators::UPDATE_MANY,
    &advanced_hunting::RUN,
    &incidents::GET,
    &incidents::LIST,
    &incidents::UPDATE,
];

impl crate::Client {
    /// The operations of advanced hunting.
    pub fn advanced_hunting(&self) -> advanced_hunting::AdvancedHunting {
        advanced_hunting::AdvancedHunting::new(self.host("xdr"))
    }

    /// The operations of incidents.
    pub fn incidents(&self) -> incidents::Incidents {
        incidents::Incidents::new(self.host("xdr"))
    }

    /// The operations whose ids begin with `graph`.
    pub fn graph(&self) -> graph::Graph {
        graph::Graph::new(self.host("graph"))
    }
}
