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

use http_core::{Answer, Client, Header, Id, Kind, Operation, Paging, Param, Status};

pub use get_app::GetGraphDiscoveryApp;
pub use get_app_info::GetGraphDiscoveryAppInfo;
pub use list_app_devices::ListGraphDiscoveryAppDevices;
pub use list_app_ip_addresses::ListGraphDiscoveryAppIpAddresses;
pub use list_app_users::ListGraphDiscoveryAppUsers;
pub use list_apps::ListGraphDiscoveryApps;
pub use list_streams::ListGraphDiscoveryStreams;
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

/// `mdca.graph_discovery.get_app`: Get one app of a stream. Status: preview.
pub static GET_APP: Operation = Operation::get("mdca.graph_discovery.get_app", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}").host("graph").summary("Get one app of a stream").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. ").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
Param::query("$select").help("members to send, separated by commas"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-get.md");

/// `mdca.graph_discovery.get_app_info`: Get the risk attributes of an app. Status: preview.
pub static GET_APP_INFO: Operation = Operation::get("mdca.graph_discovery.get_app_info", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/appInfo").host("graph").summary("Get the risk attributes of an app").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. Attributes are the words true, false, unknown, \
not booleans.").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappinfo-get.md");

/// `mdca.graph_discovery.list_app_devices`: List devices using an app. Status: preview.
pub static LIST_APP_DEVICES: Operation = Operation::get("mdca.graph_discovery.list_app_devices", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/devices").host("graph").summary("List devices using an app").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. Endpoint streams only. The MDCA page writes \
/name.").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-endpointdiscoveredcloudappdetail-list-devices.md");

/// `mdca.graph_discovery.list_app_ip_addresses`: List IP addresses using an app. Status:
/// preview.
pub static LIST_APP_IP_ADDRESSES: Operation = Operation::get("mdca.graph_discovery.list_app_ip_addresses", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/ipAddresses").host("graph").summary("List IP addresses using an app").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. The MDCA page writes /ipAddress.").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-ipaddresses.md");

/// `mdca.graph_discovery.list_app_users`: List users of an app. Status: preview.
pub static LIST_APP_USERS: Operation = Operation::get("mdca.graph_discovery.list_app_users", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/users").host("graph").summary("List users of an app").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. ").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
Param::query("$select").help("members to send, separated by commas"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-users.md");

/// `mdca.graph_discovery.list_apps`: List apps of a stream with usage figures. Status: preview.
pub static LIST_APPS: Operation = Operation::get("mdca.graph_discovery.list_apps", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')").host("graph").summary("List apps of a stream with usage figures").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. Which properties can be filtered is not listed; \
the pages show riskScore, category and appInfo members. The MDCA examples \
are wrong: riskRating for riskScore, appInfo/Hippa for \
appInfo/isHipaaCompliant, 'Marketing' for 'marketing', the namespace left \
out, and blanks inside the URL.").status(Status::Preview).params(&[Param::path("stream_id"),
Param::path("period"),
Param::query("$select").help("members to send, separated by commas"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["riskScore", "category", "appInfo/<property>"]).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-cloudappdiscoveryreport-aggregatedappsdetails.md");

/// `mdca.graph_discovery.list_streams`: List discovery streams in Graph. Status: preview.
pub static LIST_STREAMS: Operation = Operation::get("mdca.graph_discovery.list_streams", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams").host("graph").summary("List discovery streams in Graph").help("Global cloud only; GET only; no rate limit is given beyond Graph's own. \
OData query parameters are not supported here. The older MDCA page lacks \
/security in this URL; its current form has it.").status(Status::Preview).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-datadiscoveryreport-list-uploadedstreams.md");

/// The operations of graph discovery; each method begins a request.
#[derive(Clone, Debug)]
pub struct GraphDiscovery {
    client: Client,
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
