//! Operations and types of graph discovery.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetGraphDiscoveryApp`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}` | `CloudApp-Discovery.Read.All` |
//! | [`GetGraphDiscoveryAppInfo`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/appInfo` | `CloudApp-Discovery.Read.All` |
//! | [`ListGraphDiscoveryAppDevices`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/devices` | `CloudApp-Discovery.Read.All` |
//! | [`ListGraphDiscoveryAppIpAddresses`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/ipAddresses` | `CloudApp-Discovery.Read.All` |
//! | [`ListGraphDiscoveryAppUsers`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/users` | `CloudApp-Discovery.Read.All` |
//! | [`ListGraphDiscoveryApps`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')` | `CloudApp-Discovery.Read.All` |
//! | [`ListGraphDiscoveryStreams`] | `GET /beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams` | `CloudApp-Discovery.Read.All` |

mod get_app;
mod get_app_info;
mod list_app_devices;
mod list_app_ip_addresses;
mod list_app_users;
mod list_apps;
mod list_streams;
mod model;

use http_core::{Client, Id};

pub use get_app::{GET_APP, GetGraphDiscoveryApp};
pub use get_app_info::{GET_APP_INFO, GetGraphDiscoveryAppInfo};
pub use list_app_devices::{LIST_APP_DEVICES, ListGraphDiscoveryAppDevices};
pub use list_app_ip_addresses::{LIST_APP_IP_ADDRESSES, ListGraphDiscoveryAppIpAddresses};
pub use list_app_users::{LIST_APP_USERS, ListGraphDiscoveryAppUsers};
pub use list_apps::{LIST_APPS, ListGraphDiscoveryApps};
pub use list_streams::{LIST_STREAMS, ListGraphDiscoveryStreams};
pub use model::{
    CloudAppDiscoveryReport, CloudAppDiscoveryReportLogDataProvider,
    CloudAppDiscoveryReportReceiverProtocol, CloudAppDiscoveryReportSupportedEntityType,
    CloudAppDiscoveryReportSupportedTrafficType, DiscoveredCloudAppDetail,
    DiscoveredCloudAppDetailCategory, DiscoveredCloudAppDevice, DiscoveredCloudAppIPAddress,
    DiscoveredCloudAppInfo, DiscoveredCloudAppInfoAnswer, DiscoveredCloudAppInfoCsaStarLevel,
    DiscoveredCloudAppInfoDataAtRestEncryptionMethod, DiscoveredCloudAppInfoDataRetentionPolicy,
    DiscoveredCloudAppInfoDataType, DiscoveredCloudAppInfoEncryptionProtocol,
    DiscoveredCloudAppInfoFedRampLevel, DiscoveredCloudAppInfoHolding,
    DiscoveredCloudAppInfoPciDssVersion, DiscoveredCloudAppUser, EndpointDiscoveredCloudAppDetail,
};

/// The operations of graph discovery; each method begins a request.
#[derive(Clone, Debug)]
pub struct GraphDiscovery {
    pub(crate) client: Client,
}

impl GraphDiscovery {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one app of a stream. See [`GetGraphDiscoveryApp`].
    pub fn get_app(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> GetGraphDiscoveryApp {
        GetGraphDiscoveryApp::new(&self.client, stream_id, period, app_id)
    }

    /// Get the risk attributes of an app. See [`GetGraphDiscoveryAppInfo`].
    pub fn get_app_info(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> GetGraphDiscoveryAppInfo {
        GetGraphDiscoveryAppInfo::new(&self.client, stream_id, period, app_id)
    }

    /// List devices using an app. See [`ListGraphDiscoveryAppDevices`].
    pub fn list_app_devices(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> ListGraphDiscoveryAppDevices {
        ListGraphDiscoveryAppDevices::new(&self.client, stream_id, period, app_id)
    }

    /// List IP addresses using an app. See [`ListGraphDiscoveryAppIpAddresses`].
    pub fn list_app_ip_addresses(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> ListGraphDiscoveryAppIpAddresses {
        ListGraphDiscoveryAppIpAddresses::new(&self.client, stream_id, period, app_id)
    }

    /// List users of an app. See [`ListGraphDiscoveryAppUsers`].
    pub fn list_app_users(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> ListGraphDiscoveryAppUsers {
        ListGraphDiscoveryAppUsers::new(&self.client, stream_id, period, app_id)
    }

    /// List apps of a stream with usage figures. See [`ListGraphDiscoveryApps`].
    pub fn list_apps(
        &self,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
    ) -> ListGraphDiscoveryApps {
        ListGraphDiscoveryApps::new(&self.client, stream_id, period)
    }

    /// List discovery streams in Graph. See [`ListGraphDiscoveryStreams`].
    pub fn list_streams(&self) -> ListGraphDiscoveryStreams {
        ListGraphDiscoveryStreams::new(&self.client)
    }
}
