//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::machines::Machine;
use crate::machines::MachineDeviceValue;
use crate::machines::MachineExposureLevel;
use crate::machines::MachineHealthStatus;
use crate::machines::MachineOnboardingStatus;
use crate::machines::MachineRiskScore;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListMachines`](super::ListMachines) filters by, as far
    /// as the documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct MachineFilter {
        aad_device_id: String = "aadDeviceId",
        computer_dns_name: String = "computerDnsName",
        device_value: MachineDeviceValue = "deviceValue",
        exposure_level: MachineExposureLevel = "exposureLevel",
        health_status: MachineHealthStatus = "healthStatus",
        id: Id<Machine> = "id",
        last_ip_address: String = "lastIpAddress",
        last_seen: Timestamp = "lastSeen",
        machine_tags: Vec<String> = "machineTags",
        onboarding_status: MachineOnboardingStatus = "onboardingStatus",
        os_platform: String = "osPlatform",
        rbac_group_id: i64 = "rbacGroupId",
        risk_score: MachineRiskScore = "riskScore",
        version: String = "version",
    }
}
