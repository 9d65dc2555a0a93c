//! Types of common.

mod model;

pub use model::{
    CloudAppDiscoveryReport, CloudAppDiscoveryReportLogDataProvider,
    CloudAppDiscoveryReportReceiverProtocol, CloudAppDiscoveryReportSupportedEntityType,
    CloudAppDiscoveryReportSupportedTrafficType, DiscoveredCloudAppDetail,
    DiscoveredCloudAppDetailBase, DiscoveredCloudAppDetailCategory, DiscoveredCloudAppDevice,
    DiscoveredCloudAppIPAddress, DiscoveredCloudAppInfo, DiscoveredCloudAppInfoAnswer,
    DiscoveredCloudAppInfoCsaStarLevel, DiscoveredCloudAppInfoDataAtRestEncryptionMethod,
    DiscoveredCloudAppInfoDataRetentionPolicy, DiscoveredCloudAppInfoDataTypes,
    DiscoveredCloudAppInfoEncryptionProtocol, DiscoveredCloudAppInfoFedRampLevel,
    DiscoveredCloudAppInfoHolding, DiscoveredCloudAppInfoPciDssVersion, DiscoveredCloudAppUser,
    EndpointDiscoveredCloudAppDetail, GraphError, GraphErrorResponse, GraphInnerError,
    StreamingMessage, StreamingRecord, TokenResponse, XdrError, XdrErrorCode, XdrErrorResponse,
};
