//! Members, words and bodies that documents and the metadata of the services spell differently: both are read, and
//! what the metadata has is sent.

use http_core::{Integer, Request};
use mde_api::alerts::{Alert, AlertDetermination};
use mde_api::assessments::{
    AssetBrowserExtension, AssetCertificateAssessment, BrowserExtensionPermission,
};
use mde_api::authenticated_scans::{ScanAgent, ScanHistoryByDefinition, ScanHistoryBySession};
use mde_api::baselines::BaselineProfile;
use mde_api::remediation_tasks::{RemediationTask, RemediationTaskCategory};
use mde_api::scores::Score;
use sandbox::Sandbox;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use xdr_api::graph::alerts::{AlertSeverity, EntityDefinitionInput};
use xdr_api::graph::audit_log::{AuditLogQuery, AuditLogQueryRecordTypeFilter};
use xdr_api::graph::threat_submission::SubmissionResult;

use crate::support::Bench;

/// The records of several spellings, which hold the same and nothing beside it.
fn same<T: DeserializeOwned + std::fmt::Debug + PartialEq>(spellings: &[Value]) -> T {
    let read = |spelling: &Value| serde_json::from_value::<T>(spelling.clone()).unwrap();
    let first = read(&spellings[0]);
    for spelling in &spellings[1..] {
        assert_eq!(read(spelling), first, "{spelling}");
    }
    first
}

#[test]
fn browser_extensions_are_read_as_the_metadata_and_as_the_page_spell_them() {
    let extension: AssetBrowserExtension = same(&[
        json!({"deviceId": "d", "rbacGroupId": 7, "browserName": "edge", "extensionRisk": "High", "isActivated": true,
               "extensionVendor": "v", "permissions": [{"id": "tabs", "isRequired": true, "risk": "Low"}]}),
        json!({"DeviceId": "d", "RbacGroupId": 7, "BrowserName": "edge", "ExtensionRisk": "High", "IsActivated": true,
               "ExtensionVendor": "v", "Permissions": [{"Id": "tabs", "IsRequired": true, "Risk": "Low"}]}),
        json!({"DEVICEID": "d", "rbacgroupid": 7, "browsername": "edge", "EXTENSIONRISK": "HIGH", "isactivated": true,
               "extensionvendor": "v", "PERMISSIONS": [{"ID": "tabs", "ISREQUIRED": true, "RISK": "LOW"}]}),
    ]);
    assert_eq!(extension.device_id.as_deref(), Some("d"));
    assert_eq!(extension.extension_vendor.as_deref(), Some("v"));
    let permission: &BrowserExtensionPermission = &extension.permissions[0];
    assert_eq!(
        (permission.id.as_str(), permission.is_required),
        ("tabs", Some(true))
    );
    assert!(
        extension.extra.is_empty() && permission.extra.is_empty(),
        "{extension:?}"
    );
}

#[test]
fn certificates_are_read_under_both_of_their_names() {
    let certificate: AssetCertificateAssessment = same(&[
        json!({"keySize": 2048, "expirationDate": "2027-01-01T00:00:00Z", "issueDate": "2026-01-01T00:00:00Z",
               "issuedTo": "a", "issuedBy": "b", "keyUsage": "c", "extendedKeyUsage": "d"}),
        json!({"keyLength": 2048, "notAfter": "2027-01-01T00:00:00Z", "notBefore": "2026-01-01T00:00:00Z",
               "subjectObject": "a", "issuerObject": "b", "keyUsageArray": "c", "extendedKeyUsageArray": "d"}),
        json!({"KeySize": 2048, "ExpirationDate": "2027-01-01T00:00:00Z", "IssueDate": "2026-01-01T00:00:00Z",
               "IssuedTo": "a", "IssuedBy": "b", "KeyUsage": "c", "ExtendedKeyUsage": "d"}),
        json!({"KEYLENGTH": 2048, "NotAfter": "2027-01-01T00:00:00Z", "NOTBEFORE": "2026-01-01T00:00:00Z",
               "SubjectObject": "a", "IssuerObject": "b", "KeyUsageArray": "c", "ExtendedKeyUsageArray": "d"}),
    ]);
    assert_eq!(
        (certificate.key_size, certificate.extra.len()),
        (Some(2048), 0)
    );
    let list = json!({"keyUsageArray": ["c"], "subjectObject": {"commonName": "a"}});
    let list: AssetCertificateAssessment = serde_json::from_value(list).unwrap();
    assert_eq!(list.key_usage, Some(json!(["c"])));
}

#[test]
fn scan_agents_and_their_history_are_read_in_both_spellings() {
    let agent: ScanAgent = same(&[
        json!({"assignedApplicationId": "a", "scannerSoftwareVersion": "7",
               "lastCommandExecutionTimestamp": "2026-01-01T00:00:00Z"}),
        json!({"AssignedApplicationId": "a", "ScannerSoftwareVersion": "7",
               "LastCommandExecutionTimestamp": "2026-01-01T00:00:00Z"}),
    ]);
    assert_eq!(
        (agent.scanner_software_version.as_deref(), agent.extra.len()),
        (Some("7"), 0)
    );
    let session: ScanHistoryBySession = same(&[
        json!({"scanDefinitionId": "d", "sessionId": "s", "numberOfTargets": 2, "numberOfSuccessfullyScannedTargets": 1,
               "scanStatus": "PartialSuccess", "scannedTargets": [{"ip": "192.0.2.1", "scanStatus": "Failure"}]}),
        json!({"ScanDefinitionIds": "d", "SessionIds": "s", "NumberOfTargets": 2, "NumberOfSuccessfullyScannedTargets": 1,
               "ScanStatus": "PartialSuccess", "ListScannedTargets": [{"Ip": "192.0.2.1", "ScanStatus": "Failure"}]}),
    ]);
    assert_eq!(
        (session.session_id.as_deref(), session.extra.len()),
        (Some("s"), 0)
    );
    assert_eq!(session.scanned_targets[0].ip.as_deref(), Some("192.0.2.1"));
    let definition: ScanHistoryByDefinition = same(&[
        json!({"scanDefinitionId": "d", "scannerId": "x"}),
        json!({"ScanDefinitionIds": "d", "ScannerId": "x"}),
    ]);
    assert_eq!(
        (definition.scanner_id.as_deref(), definition.extra.len()),
        (Some("x"), 0)
    );
    let profile: BaselineProfile = same(&[
        json!({"createdOnTimeOffset": "2026-01-01T00:00:00Z", "rbacGroupIdsProfileScope": [7]}),
        json!({"createdOnTimestampUTC": "2026-01-01T00:00:00Z", "RbacGroupIdsProfileScope": [7]}),
    ]);
    assert_eq!(
        (
            &profile.rbac_group_ids_profile_scope[..],
            profile.extra.len()
        ),
        (&[7][..], 0)
    );
}

#[test]
fn numbers_flags_and_words_are_read_in_both_forms() {
    let score: Score = same(&[json!({"rbacGroupId": 7}), json!({"rbacGroupId": "7"})]);
    assert_eq!(score.rbac_group_id, Some(Integer(7)));
    let result =
        json!({"userMailboxSetting": "isFromDomainInDomainSafeList, isJunkMailRuleEnabled"});
    let result: SubmissionResult = serde_json::from_value(result).unwrap();
    assert_eq!(result.user_mailbox_setting.unwrap().len(), 2);
    let app: mdca_api::graph_discovery::DiscoveredCloudAppInfo = serde_json::from_value(
        json!({"dataTypes": "documents,mediaFiles", "logonUrls": ["a", "b"]}),
    )
    .unwrap();
    assert_eq!(
        (app.data_types.unwrap().len(), app.logon_urls.len()),
        (2, 2)
    );
    let alert: Alert = same(&[
        json!({"determination": "CompromisedAccount", "domains": [{"host": "a.example"}]}),
        json!({"determination": "CompromisedUser", "domains": [{"host": "a.example"}]}),
    ]);
    assert_eq!(
        alert.determination,
        Some(AlertDetermination::CompromisedAccount)
    );
    assert_eq!(
        AlertDetermination::from("InsufficientData").as_str(),
        "NoEnoughDataToValidate"
    );
    let task: RemediationTask = same(&[
        json!({"category": "SecurityConfiguration"}),
        json!({"category": "Security configuration"}),
    ]);
    assert_eq!(
        task.category,
        Some(RemediationTaskCategory::SecurityConfiguration)
    );
    let query: AuditLogQuery = serde_json::from_value(
        json!({"recordCountLimit": 7, "recordTypeFilters": ["AIGuardrail"]}),
    )
    .unwrap();
    assert_eq!(
        (query.record_count_limit, &query.record_type_filters[..]),
        (Some(7), &[AuditLogQueryRecordTypeFilter::AiGuardrail][..])
    );
}

#[tokio::test(start_paused = true)]
async fn the_word_of_the_metadata_is_sent_whatever_word_is_given() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let id = client
        .alerts()
        .list()
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    for (given, sent) in [
        ("CompromisedUser", "CompromisedAccount"),
        ("insufficientdata", "NoEnoughDataToValidate"),
        ("Malware", "Malware"),
    ] {
        let update = Request::new(&mde_api::alerts::UPDATE).set("alert_id", id.as_str());
        let update = update
            .set("determination", given)
            .set("classification", "TruePositive");
        let _: Value = client.http().send(update).await.unwrap();
        let requests = bench.sandbox.requests("mde.alerts.update");
        let body: Value = serde_json::from_slice(&requests.last().unwrap().body).unwrap();
        assert_eq!(body["determination"], sent);
        let alert = client.alerts().get(&id).send().await.unwrap();
        assert_eq!(alert.determination.unwrap().as_str(), sent);
    }
}

#[tokio::test(start_paused = true)]
async fn the_emulator_writes_members_as_the_metadata_does() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.host("mde");
    for (operation, members) in [
        (
            &mde_api::assessments::LIST_BROWSER_EXTENSIONS,
            &["deviceId", "extensionVendor"][..],
        ),
        (
            &mde_api::assessments::LIST_CERTIFICATES,
            &["keySize", "expirationDate", "issuedBy"],
        ),
        (
            &mde_api::authenticated_scans::LIST_AGENTS,
            &["assignedApplicationId"],
        ),
        (
            &mde_api::baselines::LIST_PROFILES,
            &["createdOnTimeOffset", "deviceTagsProfileScope"],
        ),
    ] {
        let rows = crate::support::read(&client, Request::new(operation))
            .await
            .rows;
        for member in members {
            assert!(
                rows[0].get(member).is_some(),
                "{}: no {member}: {}",
                operation.id,
                rows[0]
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_manual_alert_is_refused_before_it_is_sent_unless_it_is_complete() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let alerts = bench.xdr().graph().alerts();
    let create = || {
        let create = alerts
            .create_manual()
            .title("By hand")
            .severity(AlertSeverity::Low);
        create.category("Execution")
    };
    let user = || EntityDefinitionInput::default();
    let most = create()
        .description("d")
        .entity_definitions(vec![user(); 100]);
    most.send().await.unwrap();
    for (incomplete, why) in [
        (create().entity_definitions([user()]), "description"),
        (create().description("d"), "entityDefinitions"),
        (
            create().description("d").entity_definitions([]),
            "at least 1",
        ),
        (
            create()
                .description("d")
                .entity_definitions(vec![user(); 101]),
            "at most 100",
        ),
        (
            create()
                .description("d".repeat(5_001))
                .entity_definitions([user()]),
            "at most 5000",
        ),
    ] {
        let error = incomplete.send().await.unwrap_err().to_string();
        assert!(error.contains(why), "{why}: {error}");
    }
    assert_eq!(
        bench.sandbox.requests("graph.alerts.create_manual").len(),
        1
    );
}

#[tokio::test(start_paused = true)]
async fn a_hunt_names_its_workspace() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunting = bench.xdr().graph().hunting();
    let workspace = "11111111-2222-4333-8444-555555555555";
    let run = hunting.run("DeviceInfo | take 1").workspace_id(workspace);
    run.send().await.unwrap();
    let sent: Value =
        serde_json::from_slice(&bench.sandbox.requests("graph.hunting.run")[0].body).unwrap();
    assert_eq!(sent["workspaceId"], workspace);
}
