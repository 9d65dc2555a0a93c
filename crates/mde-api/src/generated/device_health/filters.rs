//! Conditions on the properties that the lists of this group filter by.

use http_core::Id;

use crate::device_health::DeviceAvInfo;
use crate::device_health::DeviceAvInfoAvMode;
use crate::device_health::DeviceAvInfoFullScanResult;
use crate::device_health::DeviceAvInfoOsKind;
use crate::device_health::DeviceAvInfoQuickScanResult;
use crate::device_health::DeviceAvInfoUpToDate;

http_core::odata_filter! {
    /// Conditions on the properties that
    /// [`ListDeviceHealthAntivirus`](super::ListDeviceHealthAntivirus) filters by, as far as the
    /// documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct DeviceAvInfoFilter {
        av_engine_version: String = "avEngineVersion",
        av_is_engine_up_to_date: DeviceAvInfoUpToDate = "avIsEngineUpToDate",
        av_is_platform_up_to_date: DeviceAvInfoUpToDate = "avIsPlatformUpToDate",
        av_is_signature_up_to_date: DeviceAvInfoUpToDate = "avIsSignatureUpToDate",
        av_mode: DeviceAvInfoAvMode = "avMode",
        av_platform_version: String = "avPlatformVersion",
        av_signature_version: String = "avSignatureVersion",
        computer_dns_name: String = "computerDnsName",
        full_scan_error: String = "fullScanError",
        full_scan_result: DeviceAvInfoFullScanResult = "fullScanResult",
        machine_id: Id<DeviceAvInfo> = "machineId",
        os_kind: DeviceAvInfoOsKind = "osKind",
        os_platform: String = "osPlatform",
        os_version: String = "osVersion",
        quick_scan_error: String = "quickScanError",
        quick_scan_result: DeviceAvInfoQuickScanResult = "quickScanResult",
        rbac_group_id: i64 = "rbacGroupId",
    }
}
