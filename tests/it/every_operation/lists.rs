//! Every list that needs no input, read through its typed builder: each row decodes into its type.

use std::collections::BTreeSet;

use auth_core::{SecretString, StaticToken};
use http_core::{AnswerKind, Items, Throttle};
use sandbox::Sandbox;

use crate::support::{Bench, mdca_client};

/// Ids that were read, and errors.
#[derive(Default)]
struct Report {
    read: BTreeSet<&'static str>,
    faults: Vec<String>,
}

impl Report {
    async fn read<T: serde::de::DeserializeOwned>(
        &mut self,
        id: &'static str,
        mut items: Items<T>,
    ) {
        let mut rows = 0;
        // Enough rows to contain every kind of record of a list.
        while rows < 50 {
            match items.next_item().await {
                Some(Ok(_)) => rows += 1,
                Some(Err(error)) => {
                    self.faults.push(format!("{id}, row {rows}: {error}"));
                    break;
                }
                None => break,
            }
        }
        if rows == 0 {
            self.faults.push(format!("{id}: nothing was read"));
        }
        self.read.insert(id);
    }
}

macro_rules! read {
    ($report:ident, $client:ident: $($group:ident . $list:ident = $id:literal,)+) => {
        $( $report.read($id, $client.$group().$list().items()).await; )+
    };
}

#[tokio::test(start_paused = true)]
async fn every_record_decodes_into_its_type() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let mut report = Report::default();
    endpoint(&bench, &mut report).await;
    cloud_apps(&bench, &mut report).await;
    incidents_and_graph(&bench, &mut report).await;
    assert!(report.faults.is_empty(), "{}", report.faults.join("\n"));

    let lists = crate::pipeline::operations().filter(|operation| {
        matches!(operation.answer.kind, AnswerKind::Collection { .. })
            && operation.inputs.iter().all(|param| !param.required)
    });
    let lists: BTreeSet<_> = lists.map(|operation| operation.id).collect();
    assert_eq!(
        report.read, lists,
        "a list is missing here, or is none any more"
    );
}

async fn endpoint(bench: &Bench, report: &mut Report) {
    let client = bench.mde();
    read! { report, client:
        alerts.list = "mde.alerts.list",
        assessments.list_browser_extensions = "mde.assessments.list_browser_extensions",
        assessments.list_certificates = "mde.assessments.list_certificates",
        assessments.list_hardware_firmware = "mde.assessments.list_hardware_firmware",
        assessments.list_secure_configuration = "mde.assessments.list_secure_configuration",
        assessments.list_security_baselines = "mde.assessments.list_security_baselines",
        assessments.list_software_inventory = "mde.assessments.list_software_inventory",
        assessments.list_software_inventory_no_product_code = "mde.assessments.list_software_inventory_no_product_code",
        assessments.list_software_vulnerabilities = "mde.assessments.list_software_vulnerabilities",
        authenticated_scans.list_agents = "mde.authenticated_scans.list_agents",
        authenticated_scans.list_definitions = "mde.authenticated_scans.list_definitions",
        baselines.list_configurations = "mde.baselines.list_configurations",
        baselines.list_profiles = "mde.baselines.list_profiles",
        data_export_settings.list = "mde.data_export_settings.list",
        browser_extensions.list_permissions = "mde.browser_extensions.list_permissions",
        device_health.list_antivirus = "mde.device_health.list_antivirus",
        indicators.list = "mde.indicators.list",
        investigations.list = "mde.investigations.list",
        library_files.list = "mde.library_files.list",
        machine_actions.list = "mde.machine_actions.list",
        machines.list = "mde.machines.list",
        recommendations.list = "mde.recommendations.list",
        remediation_tasks.list = "mde.remediation_tasks.list",
        scores.list_exposure_by_machine_group = "mde.scores.list_exposure_by_machine_group",
        software.list = "mde.software.list",
        vulnerabilities.list = "mde.vulnerabilities.list",
        vulnerabilities.list_by_machine_and_software = "mde.vulnerabilities.list_by_machine_and_software",
    }
}

async fn cloud_apps(bench: &Bench, report: &mut Report) {
    let client = bench.mdca();
    read! { report, client:
        activities.list = "mdca.activities.list",
        activities.query = "mdca.activities.query",
        alerts.list = "mdca.alerts.list",
        alerts.query = "mdca.alerts.query",
        app_permissions.query = "mdca.app_permissions.query",
        data_enrichment.list = "mdca.data_enrichment.list",
        data_enrichment.query = "mdca.data_enrichment.query",
        discovery.list_app_tags = "mdca.discovery.list_app_tags",
        discovery.list_streams = "mdca.discovery.list_streams",
        entities.list = "mdca.entities.list",
        entities.query = "mdca.entities.query",
        governance.query = "mdca.governance.query",
        graph_discovery.list_streams = "mdca.graph_discovery.list_streams",
        policies.query = "mdca.policies.query",
    }
    let key = SecretString::from(bench.sandbox.mdca_api_token());
    let token = StaticToken::with_scheme("Token", key).unwrap();
    let connector = bench.connector_of(std::sync::Arc::new(token));
    let client = mdca_client(&bench.sandbox, &connector.with_throttle(Throttle::off()));
    read! { report, client:
        files.list = "mdca.files.list",
        files.query = "mdca.files.query",
    }
}

async fn incidents_and_graph(bench: &Bench, report: &mut Report) {
    let client = bench.xdr();
    read! { report, client:
        incidents.list = "xdr.incidents.list",
    }
    let graph = client.graph();
    read! { report, graph:
        alerts.list = "graph.alerts.list",
        analyzed_emails.list = "graph.analyzed_emails.list",
        attack_simulation.automations_list = "graph.attack_simulation.automations_list",
        attack_simulation.end_user_notifications_list = "graph.attack_simulation.end_user_notifications_list",
        attack_simulation.landing_pages_list = "graph.attack_simulation.landing_pages_list",
        attack_simulation.login_pages_list = "graph.attack_simulation.login_pages_list",
        attack_simulation.payloads_list = "graph.attack_simulation.payloads_list",
        attack_simulation.simulations_list = "graph.attack_simulation.simulations_list",
        attack_simulation.training_campaigns_list = "graph.attack_simulation.training_campaigns_list",
        attack_simulation.trainings_list = "graph.attack_simulation.trainings_list",
        attack_simulation_reports.list_repeat_offenders = "graph.attack_simulation_reports.list_repeat_offenders",
        attack_simulation_reports.list_simulation_coverage = "graph.attack_simulation_reports.list_simulation_coverage",
        attack_simulation_reports.list_training_coverage = "graph.attack_simulation_reports.list_training_coverage",
        audit_log.list_queries = "graph.audit_log.list_queries",
        cases.list = "graph.cases.list",
        delegated_admin_relationships.list = "graph.delegated_admin_relationships.list",
        cases.list_type_configurations = "graph.cases.list_type_configurations",
        detection_rules.list = "graph.detection_rules.list",
        health_issues.list = "graph.health_issues.list",
        identity_accounts.list = "graph.identity_accounts.list",
        incident_tasks.list = "graph.incident_tasks.list",
        incidents.list = "graph.incidents.list",
        secure_score_control_profiles.list = "graph.secure_score_control_profiles.list",
        secure_scores.list = "graph.secure_scores.list",
        security_actions.list = "graph.security_actions.list",
        sensor_candidates.list = "graph.sensor_candidates.list",
        sensor_migration.list = "graph.sensor_migration.list",
        sensors.list = "graph.sensors.list",
        subscriptions.list = "graph.subscriptions.list",
        threat_assessment.list = "graph.threat_assessment.list",
        threat_intelligence.articles_list = "graph.threat_intelligence.articles_list",
        threat_intelligence.intel_profiles_list = "graph.threat_intelligence.intel_profiles_list",
        threat_intelligence.ssl_certificates_list = "graph.threat_intelligence.ssl_certificates_list",
        threat_intelligence.whois_records_list = "graph.threat_intelligence.whois_records_list",
        threat_submission.email_list = "graph.threat_submission.email_list",
        threat_submission.file_list = "graph.threat_submission.file_list",
        threat_submission.policy_list = "graph.threat_submission.policy_list",
        threat_submission.url_list = "graph.threat_submission.url_list",
        ti_indicators.list = "graph.ti_indicators.list",
    }
    // Retired: its builder refuses to send.
    let request = graph.legacy_alerts().list().request().clone();
    let rows = bench.host("graph").rows(request.allow_retired());
    let items = rows.into_items::<xdr_api::graph::legacy_alerts::LegacyAlert>();
    report.read("graph.legacy_alerts.list", items).await;
}
