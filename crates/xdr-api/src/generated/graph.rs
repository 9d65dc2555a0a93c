//! The groups whose ids begin with `graph`.

pub mod alerts;
pub mod analyzed_emails;
pub mod attack_simulation;
pub mod attack_simulation_reports;
pub mod audit_log;
pub mod batch;
pub mod case_activities;
pub mod case_attachments;
pub mod case_relations;
pub mod case_tasks;
pub mod cases;
pub mod delegated_admin_relationships;
pub mod detection_rules;
pub mod health_issues;
pub mod hunting;
pub mod identity_accounts;
pub mod identity_settings;
pub mod incident_tasks;
pub mod incidents;
pub mod legacy_alerts;
pub mod secure_score_control_profiles;
pub mod secure_scores;
pub mod security_actions;
pub mod sensor_candidates;
pub mod sensor_migration;
pub mod sensors;
pub mod subscriptions;
pub mod threat_assessment;
pub mod threat_intelligence;
pub mod threat_submission;
pub mod ti_indicators;

use http_core::Client;

/// The way to the groups of this module.
#[derive(Clone, Debug)]
pub struct Graph {
    client: Client,
}

impl Graph {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// The operations of alerts.
    pub fn alerts(&self) -> alerts::Alerts {
        alerts::Alerts::new(&self.client)
    }

    /// The operations of analyzed emails.
    pub fn analyzed_emails(&self) -> analyzed_emails::AnalyzedEmails {
        analyzed_emails::AnalyzedEmails::new(&self.client)
    }

    /// The operations of attack simulation.
    pub fn attack_simulation(&self) -> attack_simulation::AttackSimulation {
        attack_simulation::AttackSimulation::new(&self.client)
    }

    /// The operations of attack simulation reports.
    pub fn attack_simulation_reports(&self) -> attack_simulation_reports::AttackSimulationReports {
        attack_simulation_reports::AttackSimulationReports::new(&self.client)
    }

    /// The operations of audit log.
    pub fn audit_log(&self) -> audit_log::AuditLog {
        audit_log::AuditLog::new(&self.client)
    }

    /// The operations of batch.
    pub fn batch(&self) -> batch::Batch {
        batch::Batch::new(&self.client)
    }

    /// The operations of case activities.
    pub fn case_activities(&self) -> case_activities::CaseActivities {
        case_activities::CaseActivities::new(&self.client)
    }

    /// The operations of case attachments.
    pub fn case_attachments(&self) -> case_attachments::CaseAttachments {
        case_attachments::CaseAttachments::new(&self.client)
    }

    /// The operations of case relations.
    pub fn case_relations(&self) -> case_relations::CaseRelations {
        case_relations::CaseRelations::new(&self.client)
    }

    /// The operations of case tasks.
    pub fn case_tasks(&self) -> case_tasks::CaseTasks {
        case_tasks::CaseTasks::new(&self.client)
    }

    /// The operations of cases.
    pub fn cases(&self) -> cases::Cases {
        cases::Cases::new(&self.client)
    }

    /// The operations of delegated admin relationships.
    pub fn delegated_admin_relationships(
        &self,
    ) -> delegated_admin_relationships::DelegatedAdminRelationships {
        delegated_admin_relationships::DelegatedAdminRelationships::new(&self.client)
    }

    /// The operations of detection rules.
    pub fn detection_rules(&self) -> detection_rules::DetectionRules {
        detection_rules::DetectionRules::new(&self.client)
    }

    /// The operations of health issues.
    pub fn health_issues(&self) -> health_issues::HealthIssues {
        health_issues::HealthIssues::new(&self.client)
    }

    /// The operations of hunting.
    pub fn hunting(&self) -> hunting::Hunting {
        hunting::Hunting::new(&self.client)
    }

    /// The operations of identity accounts.
    pub fn identity_accounts(&self) -> identity_accounts::IdentityAccountsOperations {
        identity_accounts::IdentityAccountsOperations::new(&self.client)
    }

    /// The operations of identity settings.
    pub fn identity_settings(&self) -> identity_settings::IdentitySettings {
        identity_settings::IdentitySettings::new(&self.client)
    }

    /// The operations of incident tasks.
    pub fn incident_tasks(&self) -> incident_tasks::IncidentTasks {
        incident_tasks::IncidentTasks::new(&self.client)
    }

    /// The operations of incidents.
    pub fn incidents(&self) -> incidents::Incidents {
        incidents::Incidents::new(&self.client)
    }

    /// The operations of legacy alerts.
    pub fn legacy_alerts(&self) -> legacy_alerts::LegacyAlerts {
        legacy_alerts::LegacyAlerts::new(&self.client)
    }

    /// The operations of secure score control profiles.
    pub fn secure_score_control_profiles(
        &self,
    ) -> secure_score_control_profiles::SecureScoreControlProfiles {
        secure_score_control_profiles::SecureScoreControlProfiles::new(&self.client)
    }

    /// The operations of secure scores.
    pub fn secure_scores(&self) -> secure_scores::SecureScores {
        secure_scores::SecureScores::new(&self.client)
    }

    /// The operations of security actions.
    pub fn security_actions(&self) -> security_actions::SecurityActions {
        security_actions::SecurityActions::new(&self.client)
    }

    /// The operations of sensor candidates.
    pub fn sensor_candidates(&self) -> sensor_candidates::SensorCandidates {
        sensor_candidates::SensorCandidates::new(&self.client)
    }

    /// The operations of sensor migration.
    pub fn sensor_migration(&self) -> sensor_migration::SensorMigrationOperations {
        sensor_migration::SensorMigrationOperations::new(&self.client)
    }

    /// The operations of sensors.
    pub fn sensors(&self) -> sensors::Sensors {
        sensors::Sensors::new(&self.client)
    }

    /// The operations of subscriptions.
    pub fn subscriptions(&self) -> subscriptions::Subscriptions {
        subscriptions::Subscriptions::new(&self.client)
    }

    /// The operations of threat assessment.
    pub fn threat_assessment(&self) -> threat_assessment::ThreatAssessment {
        threat_assessment::ThreatAssessment::new(&self.client)
    }

    /// The operations of threat intelligence.
    pub fn threat_intelligence(&self) -> threat_intelligence::ThreatIntelligence {
        threat_intelligence::ThreatIntelligence::new(&self.client)
    }

    /// The operations of threat submission.
    pub fn threat_submission(&self) -> threat_submission::ThreatSubmission {
        threat_submission::ThreatSubmission::new(&self.client)
    }

    /// The operations of ti indicators.
    pub fn ti_indicators(&self) -> ti_indicators::TiIndicators {
        ti_indicators::TiIndicators::new(&self.client)
    }
}
