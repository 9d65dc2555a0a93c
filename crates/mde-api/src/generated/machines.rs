//! Operations and types of machines.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CollectInvestigationPackage`] | `POST /api/machines/{machine_id}/collectInvestigationPackage` | `Machine.CollectForensics` |
//! | [`CountMachineAlerts`] | `GET /api/machines/{machine_id}/alerts/$count` | `Alert.Read.All` |
//! | [`FindMachines`] | `GET /api/machines/find(timestamp={timestamp},key={ip})` | `Machine.Read.All` |
//! | [`FindMachinesByIp`] | `GET /api/machines/findbyip(ip='{ip}',timestamp={timestamp})` | `Machine.Read.All` |
//! | [`FindMachinesByTag`] | `GET /api/machines/findbytag` | `Machine.Read.All` |
//! | [`GetMachine`] | `GET /api/machines/{machine_id}` | `Machine.Read.All` |
//! | [`IsolateMachine`] | `POST /api/machines/{machine_id}/isolate` | `Machine.Isolate` |
//! | [`ListMachines`] | `GET /api/machines` | `Machine.Read.All` |
//! | [`ListMachineAlerts`] | `GET /api/machines/{machine_id}/alerts` | `Alert.Read.All` |
//! | [`ListMachineLogonUsers`] | `GET /api/machines/{machine_id}/logonusers` | `User.Read.All` |
//! | [`ListMachineMissingKbs`] | `GET /api/machines/{machine_id}/getmissingkbs` | `Software.Read.All` |
//! | [`ListMachineRecommendations`] | `GET /api/machines/{machine_id}/recommendations` | `SecurityRecommendation.Read.All` |
//! | [`ListMachineSoftware`] | `GET /api/machines/{machine_id}/software` | `Software.Read.All` |
//! | [`ListMachineVulnerabilities`] | `GET /api/machines/{machine_id}/vulnerabilities` | `Vulnerability.Read.All` |
//! | [`OffboardMachine`] | `POST /api/machines/{machine_id}/offboard` | `Machine.Offboard` |
//! | [`RestrictCodeExecution`] | `POST /api/machines/{machine_id}/restrictCodeExecution` | `Machine.RestrictExecution` |
//! | [`RunAntivirusScan`] | `POST /api/machines/{machine_id}/runAntiVirusScan` | `Machine.Scan` |
//! | [`RunLiveResponse`] | `POST /api/machines/{machine_id}/runliveresponse` | `Machine.LiveResponse` |
//! | [`SetDeviceValue`] | `POST /api/machines/{machine_id}/setDeviceValue` | `Machine.ReadWrite.All` |
//! | [`SetTag`] | `POST /api/machines/{machine_id}/tags` | `Machine.ReadWrite.All` |
//! | [`SetTagBulk`] | `POST /api/machines/AddOrRemoveTagForMultipleMachines` | `Machine.ReadWrite.All` |
//! | [`StartInvestigation`] | `POST /api/machines/{machine_id}/startInvestigation` | `Alert.ReadWrite.All` |
//! | [`StopAndQuarantineFile`] | `POST /api/machines/{machine_id}/StopAndQuarantineFile` | `Machine.StopAndQuarantine` |
//! | [`UnisolateMachine`] | `POST /api/machines/{machine_id}/unisolate` | `Machine.Isolate` |
//! | [`UnrestrictCodeExecution`] | `POST /api/machines/{machine_id}/unrestrictCodeExecution` | `Machine.RestrictExecution` |
//! | [`UpdateMachine`] | `PATCH /api/machines/{machine_id}` | `Machine.ReadWrite.All` |

mod collect_investigation_package;
mod count_alerts;
mod filters;
mod find;
mod find_by_ip;
mod find_by_tag;
mod get;
mod isolate;
mod list;
mod list_alerts;
mod list_logon_users;
mod list_missing_kbs;
mod list_recommendations;
mod list_software;
mod list_vulnerabilities;
mod model;
mod offboard;
mod restrict_code_execution;
mod run_antivirus_scan;
mod run_live_response;
mod set_device_value;
mod set_tag;
mod set_tag_bulk;
mod start_investigation;
mod stop_and_quarantine_file;
mod unisolate;
mod unrestrict_code_execution;
mod update;

use http_core::{Client, Id, Timestamp};

pub use collect_investigation_package::{
    COLLECT_INVESTIGATION_PACKAGE, CollectInvestigationPackage,
};
pub use count_alerts::{COUNT_ALERTS, CountMachineAlerts};
pub use filters::MachineFilter;
pub use find::{FIND, FindMachines};
pub use find_by_ip::{FIND_BY_IP, FindMachinesByIp};
pub use find_by_tag::{FIND_BY_TAG, FindMachinesByTag};
pub use get::{GET, GetMachine};
pub use isolate::{ISOLATE, IsolateMachine};
pub use list::{LIST, ListMachines};
pub use list_alerts::{LIST_ALERTS, ListMachineAlerts};
pub use list_logon_users::{LIST_LOGON_USERS, ListMachineLogonUsers};
pub use list_missing_kbs::{LIST_MISSING_KBS, ListMachineMissingKbs};
pub use list_recommendations::{LIST_RECOMMENDATIONS, ListMachineRecommendations};
pub use list_software::{LIST_SOFTWARE, ListMachineSoftware};
pub use list_vulnerabilities::{LIST_VULNERABILITIES, ListMachineVulnerabilities};
pub use model::{
    IsolationType, LiveResponseCommand, LiveResponseCommandType, LiveResponseParam,
    LiveResponseParamKey, Machine, MachineDeviceValue, MachineExposureLevel, MachineHealthStatus,
    MachineIpAddress, MachineOnboardingStatus, MachineOsArchitecture, MachineRiskScore, MissingKb,
    ScanType, SetTagMachineAction,
};
pub use offboard::{OFFBOARD, OffboardMachine};
pub use restrict_code_execution::{RESTRICT_CODE_EXECUTION, RestrictCodeExecution};
pub use run_antivirus_scan::{RUN_ANTIVIRUS_SCAN, RunAntivirusScan};
pub use run_live_response::{RUN_LIVE_RESPONSE, RunLiveResponse};
pub use set_device_value::{SET_DEVICE_VALUE, SetDeviceValue};
pub use set_tag::{SET_TAG, SetTag};
pub use set_tag_bulk::{SET_TAG_BULK, SetTagBulk};
pub use start_investigation::{START_INVESTIGATION, StartInvestigation};
pub use stop_and_quarantine_file::{STOP_AND_QUARANTINE_FILE, StopAndQuarantineFile};
pub use unisolate::{UNISOLATE, UnisolateMachine};
pub use unrestrict_code_execution::{UNRESTRICT_CODE_EXECUTION, UnrestrictCodeExecution};
pub use update::{UPDATE, UpdateMachine};

/// The operations of machines; each method begins a request.
#[derive(Clone, Debug)]
pub struct Machines {
    pub(crate) client: Client,
}

impl Machines {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Collect an investigation package. See [`CollectInvestigationPackage`].
    pub fn collect_investigation_package(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> CollectInvestigationPackage {
        CollectInvestigationPackage::new(&self.client, machine_id, comment)
    }

    /// Count a device's alerts. See [`CountMachineAlerts`].
    pub fn count_alerts(&self, machine_id: impl Into<Id<Machine>>) -> CountMachineAlerts {
        CountMachineAlerts::new(&self.client, machine_id)
    }

    /// Find devices by internal IP (older form). See [`FindMachines`].
    pub fn find(&self, timestamp: impl Into<Timestamp>, ip: impl Into<String>) -> FindMachines {
        FindMachines::new(&self.client, timestamp, ip)
    }

    /// Find devices seen with an internal IP about a time. See [`FindMachinesByIp`].
    pub fn find_by_ip(
        &self,
        ip: impl Into<String>,
        timestamp: impl Into<Timestamp>,
    ) -> FindMachinesByIp {
        FindMachinesByIp::new(&self.client, ip, timestamp)
    }

    /// Find devices by tag. See [`FindMachinesByTag`].
    pub fn find_by_tag(&self, tag: impl Into<String>) -> FindMachinesByTag {
        FindMachinesByTag::new(&self.client, tag)
    }

    /// Get one device by id or DNS name. See [`GetMachine`].
    pub fn get(&self, machine_id: impl Into<Id<Machine>>) -> GetMachine {
        GetMachine::new(&self.client, machine_id)
    }

    /// Isolate or contain a device. See [`IsolateMachine`].
    pub fn isolate(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> IsolateMachine {
        IsolateMachine::new(&self.client, machine_id, comment)
    }

    /// List devices. See [`ListMachines`].
    pub fn list(&self) -> ListMachines {
        ListMachines::new(&self.client)
    }

    /// List a device's alerts. See [`ListMachineAlerts`].
    pub fn list_alerts(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineAlerts {
        ListMachineAlerts::new(&self.client, machine_id)
    }

    /// List users who logged on to a device. See [`ListMachineLogonUsers`].
    pub fn list_logon_users(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineLogonUsers {
        ListMachineLogonUsers::new(&self.client, machine_id)
    }

    /// List missing security updates of one device. See [`ListMachineMissingKbs`].
    pub fn list_missing_kbs(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineMissingKbs {
        ListMachineMissingKbs::new(&self.client, machine_id)
    }

    /// List security recommendations of one device. See [`ListMachineRecommendations`].
    pub fn list_recommendations(
        &self,
        machine_id: impl Into<Id<Machine>>,
    ) -> ListMachineRecommendations {
        ListMachineRecommendations::new(&self.client, machine_id)
    }

    /// List software installed on one device. See [`ListMachineSoftware`].
    pub fn list_software(&self, machine_id: impl Into<Id<Machine>>) -> ListMachineSoftware {
        ListMachineSoftware::new(&self.client, machine_id)
    }

    /// List vulnerabilities found on one device. See [`ListMachineVulnerabilities`].
    pub fn list_vulnerabilities(
        &self,
        machine_id: impl Into<Id<Machine>>,
    ) -> ListMachineVulnerabilities {
        ListMachineVulnerabilities::new(&self.client, machine_id)
    }

    /// Offboard a device. See [`OffboardMachine`].
    pub fn offboard(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> OffboardMachine {
        OffboardMachine::new(&self.client, machine_id, comment)
    }

    /// Restrict app execution on a device. See [`RestrictCodeExecution`].
    pub fn restrict_code_execution(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> RestrictCodeExecution {
        RestrictCodeExecution::new(&self.client, machine_id, comment)
    }

    /// Start an antivirus scan. See [`RunAntivirusScan`].
    pub fn run_antivirus_scan(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        scan_type: impl Into<ScanType>,
    ) -> RunAntivirusScan {
        RunAntivirusScan::new(&self.client, machine_id, comment, scan_type)
    }

    /// Run live response commands on a device. See [`RunLiveResponse`].
    pub fn run_live_response(
        &self,
        machine_id: impl Into<Id<Machine>>,
        commands: impl IntoIterator<Item = LiveResponseCommand>,
    ) -> RunLiveResponse {
        RunLiveResponse::new(&self.client, machine_id, commands)
    }

    /// Set a device's value. See [`SetDeviceValue`].
    pub fn set_device_value(
        &self,
        machine_id: impl Into<Id<Machine>>,
        device_value: impl Into<MachineDeviceValue>,
    ) -> SetDeviceValue {
        SetDeviceValue::new(&self.client, machine_id, device_value)
    }

    /// Add or remove a tag on one device. See [`SetTag`].
    pub fn set_tag(
        &self,
        machine_id: impl Into<Id<Machine>>,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
    ) -> SetTag {
        SetTag::new(&self.client, machine_id, value, action)
    }

    /// Add or remove a tag on many devices. See [`SetTagBulk`].
    pub fn set_tag_bulk(
        &self,
        value: impl Into<String>,
        action: impl Into<SetTagMachineAction>,
        machine_ids: impl IntoIterator<Item = impl Into<Id<Machine>>>,
    ) -> SetTagBulk {
        SetTagBulk::new(&self.client, value, action, machine_ids)
    }

    /// Start an automated investigation on a device. See [`StartInvestigation`].
    pub fn start_investigation(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> StartInvestigation {
        StartInvestigation::new(&self.client, machine_id, comment)
    }

    /// Stop and quarantine a file on a device. See [`StopAndQuarantineFile`].
    pub fn stop_and_quarantine_file(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
        sha1: impl Into<String>,
    ) -> StopAndQuarantineFile {
        StopAndQuarantineFile::new(&self.client, machine_id, comment, sha1)
    }

    /// Release a device from isolation. See [`UnisolateMachine`].
    pub fn unisolate(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> UnisolateMachine {
        UnisolateMachine::new(&self.client, machine_id, comment)
    }

    /// Lift an app restriction. See [`UnrestrictCodeExecution`].
    pub fn unrestrict_code_execution(
        &self,
        machine_id: impl Into<Id<Machine>>,
        comment: impl Into<String>,
    ) -> UnrestrictCodeExecution {
        UnrestrictCodeExecution::new(&self.client, machine_id, comment)
    }

    /// Set a device's tags or value. See [`UpdateMachine`].
    pub fn update(&self, machine_id: impl Into<Id<Machine>>) -> UpdateMachine {
        UpdateMachine::new(&self.client, machine_id)
    }
}
