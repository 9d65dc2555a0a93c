//! `DeviceInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceInfo",
    help: "Devices: system, exposure, tags. A device has many rows; take the newest \
with arg_max.",
    status: "ga",
    replaced_by: "",
    former: "\
DeviceObjectId AadDeviceId",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
ClientVersion string
PublicIP string
OSArchitecture string
OSPlatform string
OSBuild long
IsAzureADJoined bool
JoinType string
AadDeviceId string
LoggedOnUsers string
RegistryDeviceTag string
OSVersion string
MachineGroup string
ReportId long
OnboardingStatus string
AdditionalFields string
DeviceCategory string
DeviceType string
DeviceSubtype string
Model string
Vendor string
OSDistribution string
OSVersionInfo string
MergedDeviceIds string
MergedToDeviceId string
IsInternetFacing bool
SensorHealthState string
IsExcluded bool
ExclusionReason string
ExposureLevel string
AssetValue string
DeviceManualTags string
DeviceDynamicTags string
ConnectivityType string
HostDeviceId string
AzureResourceId string
AwsResourceName string
GcpFullResourceName string
HardwareUuid string
CloudPlatforms string
AzureVmId string
AzureVmSubscriptionId string
IsTransient bool
OsBuildRevision string
MitigationStatus string
Site string
DiscoverySources string
DeviceRoles string
DlpInfo string",
};
