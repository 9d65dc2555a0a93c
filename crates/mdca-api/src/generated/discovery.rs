//! Operations and types of discovery.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`AddAppTag`] | `POST /api/v1/discovery/discovery_app/{app_id}/add_tag/` | not documented |
//! | [`FinalizeUpload`] | `POST /api/v1/discovery/done_upload/` | `Discovery.manage` |
//! | [`GenerateBlockScript`] | `GET /api/discovery_block_scripts/` | `Discovery.manage` |
//! | [`InitiateUpload`] | `GET /api/v1/discovery/upload_url/` | `Discovery.manage` |
//! | [`ListDiscoveryAppTags`] | `POST /api/v1/discovery/app_tags/` | not documented |
//! | [`ListDiscoveryCategories`] | `POST /api/v1/discovery/discovered_apps/categories/` | `Discovery.read` |
//! | [`ListDiscoveryStreams`] | `GET /api/discovery/streams/` | `Discovery.read` |
//! | [`PerformUpload`] | `PUT {upload_url}` | not documented |
//! | [`RemoveAppTag`] | `POST /api/v1/discovery/discovery_app/{app_id}/remove_tag/` | not documented |

mod add_app_tag;
mod finalize_upload;
mod generate_block_script;
mod initiate_upload;
mod list_app_tags;
mod list_categories;
mod list_streams;
mod model;
mod perform_upload;
mod remove_app_tag;

use http_core::{
    Answer, BodyKind, Bytes, Client, Header, Kind, Operation, Paging, Param, RateLimit, Status,
};

pub use add_app_tag::AddAppTag;
pub use finalize_upload::FinalizeUpload;
pub use generate_block_script::GenerateBlockScript;
pub use initiate_upload::InitiateUpload;
pub use list_app_tags::ListDiscoveryAppTags;
pub use list_categories::ListDiscoveryCategories;
pub use list_streams::ListDiscoveryStreams;
pub use model::{
    AppTag, BlockScriptFormat, DiscoveryCategory, DiscoveryCategoryId, DiscoveryCategoryRequest,
    DiscoveryCategoryRequestSortField, DiscoveryStream, DiscoveryStreamReceiverType,
    DiscoveryStreams, DiscoveryUpload, DiscoveryUploadDone, DiscoveryUploadProvider, LogType,
    RequestSortDirection, UploadSource, UploadSourceSource,
};
pub use perform_upload::PerformUpload;
pub use remove_app_tag::RemoveAppTag;

/// `mdca.discovery.add_app_tag`: Put a tag on a discovered app. Status: retired.
pub static ADD_APP_TAG: Operation = Operation::post("mdca.discovery.add_app_tag", "/api/v1/discovery/discovery_app/{app_id}/add_tag/").host("mdca_portal").summary("Put a tag on a discovered app").help("Page published 2021-01 and withdrawn 2021-03.").status(Status::Retired).params(&[Param::path("app_id"),
Param::body("tagName").required(),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-add-app-tag.md@856e2857^");

/// `mdca.discovery.finalize_upload`: Tell the service the upload is complete.
pub static FINALIZE_UPLOAD: Operation = Operation::post(
    "mdca.discovery.finalize_upload",
    "/api/v1/discovery/done_upload/",
)
.host("mdca_portal")
.summary("Tell the service the upload is complete")
.help(
    "An unknown data source name does not fail: the log is dropped. Early \
versions of the page said GET and form encoding; POST with JSON is right.",
)
.params(&[
    Param::body("uploadUrl")
        .required()
        .help("url of the first call, unchanged"),
    Param::body("inputStreamName")
        .required()
        .help("data source name; with uploadAsSnapshot the name of the report"),
    Param::body("uploadAsSnapshot")
        .kind(Kind::Bool)
        .help("true: a snapshot report"),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["Discovery.manage"], &["Discovery.manage"])
.long_running(
    "parsing goes on after the answer; no status route is documented (a \
governance log entry DiscoveryParseLogTask shows it, undocumented)",
)
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md");

/// `mdca.discovery.generate_block_script`: Get a block script for an appliance.
pub static GENERATE_BLOCK_SCRIPT: Operation = Operation::get(
    "mdca.discovery.generate_block_script",
    "/api/discovery_block_scripts/",
)
.host("mdca_portal")
.summary("Get a block script for an appliance")
.help(
    "Not available to tenants that have only Microsoft 365 (Office 365) Cloud \
App Security. No v1 in the route; until 2020-08 the page said \
/api/discovery/discovery_block_scripts/. The Zscaler form (120) is a list \
of host names with a leading dot.",
)
.params(&[
    Param::query("format").kind(Kind::Integer).required().help(
        "102=BlueCoat ProxySG; 104=Cisco ASA; 108=Fortinet FortiGate; 112=Palo \
Alto; 120=Zscaler; 129=Juniper SRX; 135=Websense",
    ),
    Param::query("type").help(
        "in both examples, absent from the parameter table; microsoft/MCAS leaves \
it out",
    ),
])
.answer(Answer::File)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["Discovery.manage"], &["Discovery.manage"])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md");

/// `mdca.discovery.initiate_upload`: Ask for an upload URL for a traffic log.
pub static INITIATE_UPLOAD: Operation = Operation::get(
    "mdca.discovery.initiate_upload",
    "/api/v1/discovery/upload_url/",
)
.host("mdca_portal")
.summary("Ask for an upload URL for a traffic log")
.help("First of three calls. The URL is a pre-signed secret: do not log it.")
.params(&[
    Param::query("filename")
        .required()
        .help("name of the log file"),
    Param::query("source")
        .kind(Kind::Enum(&[
            "BLUECOAT",
            "BARRACUDA",
            "BARRACUDA_NEXT_GEN_FW",
            "BARRACUDA_NEXT_GEN_FW_WEBLOG",
            "BARRACUDA_SYSLOG",
            "BLUECOAT_SYSLOG",
            "CHECKPOINT",
            "CHECKPOINT_CEF_SYSLOG",
            "CHECKPOINT_SMART_VIEW_TRACKER",
            "CHECKPOINT_XML",
            "CISCO_ASA",
            "CISCO_ASA_FIREPOWER_SYSLOG",
            "CISCO_ASA_SYSLOG",
            "CISCO_FIREPOWER_V6_SYSLOG",
            "CISCO_FWSM",
            "CISCO_FWSM_SYSLOG",
            "CISCO_IRONPORT_PROXY",
            "CISCO_IRONPORT_PROXY_SYSLOG",
            "CISCO_IRONPORT_WSA_II",
            "CISCO_IRONPORT_WSA_III",
            "CISCO_SCAN_SAFE",
            "CLAVISTER_SYSLOG",
            "CONTENTKEEPER_SYSLOG",
            "CORRATA",
            "FORCEPOINT",
            "FORCEPOINT_LEEF_SYSLOG",
            "FORTIGATE",
            "FORTIGATE_SYSLOG",
            "FORTIOS_SYSLOG",
            "GENERIC_CEF",
            "GENERIC_CEF_SYSLOG",
            "GENERIC_LEEF",
            "GENERIC_LEEF_SYSLOG",
            "GENERIC_W3C",
            "GENERIC_W3C_SYSLOG",
            "I_FILTER",
            "I_FILTER_SYSLOG",
            "IBOSS",
            "JUNIPER_SRX_SD_SYSLOG",
            "JUNIPER_SRX_SYSLOG",
            "JUNIPER_SRX_WELF_SYSLOG",
            "JUNIPER_SSG_SYSLOG",
            "MACHINE_ZONE_MERAKI",
            "MACHINE_ZONE_MERAKI_SYSLOG",
            "MCAFEE_SWG",
            "MCAFEE_SWG_SYSLOG",
            "MENLO_SECURITY_CEF",
            "MICROSOFT_ISA_W3C",
            "OPEN_SYSTEMS_SECURE_WEB_GATEWAY",
            "PALO_ALTO",
            "PALO_ALTO_LEEF",
            "PALO_ALTO_LEEF_SYSLOG",
            "PALO_ALTO_SYSLOG",
            "SONICWALL_SYSLOG",
            "SOPHOS_CYBEROAM_SYSLOG",
            "SOPHOS_SG",
            "SOPHOS_SG_SYSLOG",
            "SOPHOS_XG",
            "SOPHOS_XG_SYSLOG",
            "SQUID",
            "SQUID_NATIVE",
            "SQUID_NATIVE_SYSLOG",
            "STORMSHIELD_SYSLOG",
            "WANDERA_SYSLOG",
            "WATCHGUARD_XTM_SYSLOG",
            "WEBSENSE_SIEM_CEF_SYSLOG",
            "WEBSENSE_V7_5",
            "ZSCALER",
            "ZSCALER_CEF_SYSLOG",
            "ZSCALER_QRADAR_SYSLOG",
            "ZSCALER_SYSLOG",
        ]))
        .required()
        .help("log format; CUSTOM_PARSER was dropped from the list in 2021-12"),
])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["Discovery.manage"], &["Discovery.manage"])
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md");

/// `mdca.discovery.list_app_tags`: List app tags. Status: retired.
pub static LIST_APP_TAGS: Operation = Operation::post("mdca.discovery.list_app_tags", "/api/v1/discovery/app_tags/").host("mdca_portal").summary("List app tags").help("Page published 2021-01 and withdrawn 2021-03; whether the route still \
answers is not said. microsoft/MCAS reads it as \
/cas/api/v1/discovery/app_tags/ with an envelope data.").status(Status::Retired).collection("data").idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-app-tags.md@856e2857^");

/// `mdca.discovery.list_categories`: List the app categories seen in a continuous report.
pub static LIST_CATEGORIES: Operation = Operation::post(
    "mdca.discovery.list_categories",
    "/api/v1/discovery/discovered_apps/categories/",
)
.host("mdca_portal")
.summary("List the app categories seen in a continuous report")
.help("The category ids keep their misspelling SUPLLY on the wire.")
.params(&[
    Param::body("streamId").required().help("_id of the stream"),
    Param::body("filters")
        .kind(Kind::Json)
        .help("by category id; filter names not given"),
    Param::body("sortDirection").kind(Kind::Enum(&["asc", "desc"])),
    Param::body("sortField")
        .kind(Kind::Enum(&["score"]))
        .help("number of apps"),
    Param::body("skip").kind(Kind::Integer),
    Param::body("limit").kind(Kind::Integer),
    Param::body("timeFrame").kind(Kind::Integer).help(
        "days; microsoft/MCAS allows 7, 30, 90 and spells it timeframe on the \
sister route",
    ),
])
.body(BodyKind::Json)
.collection("data")
.paging(Paging::SkipLimit)
.page_size(100)
.idempotent()
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(
    &["Discovery.read", "Discovery.manage"],
    &["Discovery.read", "Discovery.manage"],
)
.source("MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-discovery-list-categories.md");

/// `mdca.discovery.list_streams`: List continuous reports.
pub static LIST_STREAMS: Operation =
    Operation::get("mdca.discovery.list_streams", "/api/discovery/streams/")
        .host("mdca_portal")
        .summary("List continuous reports")
        .help(
            "No v1 in the route. The id of a stream is _id, which the samples leave \
out. Second sample: samples/discovery.list_streams.envelope.response.json.",
        )
        .collection("data")
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["Discovery.read", "Discovery.manage"],
            &["Discovery.read", "Discovery.manage"],
        )
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md",
        );

/// `mdca.discovery.perform_upload`: Upload the log to the given URL.
pub static PERFORM_UPLOAD: Operation =
    Operation::put("mdca.discovery.perform_upload", "{upload_url}")
        .host("absolute_url")
        .summary("Upload the log to the given URL")
        .help(
            "Not a portal route: an absolute storage URL. Send no Authorization header. \
One file may be up to 5 GB; above 64 MB upload in blocks (Azure SDK). Split \
larger data into several uploads.",
        )
        .params(&[
            Param::path("upload_url"),
            Param::body("content")
                .kind(Kind::Bytes)
                .required()
                .help("the bytes, sent as they are"),
        ])
        .body(BodyKind::Binary)
        .headers(&[Header {
            name: "x-ms-blob-type",
            value: "BlockBlob",
        }])
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-perform.md");

/// `mdca.discovery.remove_app_tag`: Take a tag off a discovered app. Status: retired.
pub static REMOVE_APP_TAG: Operation = Operation::post("mdca.discovery.remove_app_tag", "/api/v1/discovery/discovery_app/{app_id}/remove_tag/").host("mdca_portal").summary("Take a tag off a discovered app").help("Page published 2021-01 and withdrawn 2021-03.").status(Status::Retired).params(&[Param::path("app_id"),
Param::body("tagName").required(),
]).body(BodyKind::Json).limits(&[RateLimit::per_minute(30),]).limit_class("mdca").source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-remove-app-tag.md@856e2857^");

/// The operations of discovery; each method begins a request.
#[derive(Clone, Debug)]
pub struct Discovery {
    client: Client,
}

impl Discovery {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Put a tag on a discovered app. See [`AddAppTag`].
    pub fn add_app_tag(&self, app_id: impl Into<String>, tag_name: impl Into<String>) -> AddAppTag {
        AddAppTag::new(&self.client, app_id, tag_name)
    }

    /// Tell the service the upload is complete. See [`FinalizeUpload`].
    pub fn finalize_upload(
        &self,
        upload_url: impl Into<String>,
        input_stream_name: impl Into<String>,
    ) -> FinalizeUpload {
        FinalizeUpload::new(&self.client, upload_url, input_stream_name)
    }

    /// Get a block script for an appliance. See [`GenerateBlockScript`].
    pub fn generate_block_script(&self, format: u32) -> GenerateBlockScript {
        GenerateBlockScript::new(&self.client, format)
    }

    /// Ask for an upload URL for a traffic log. See [`InitiateUpload`].
    pub fn initiate_upload(
        &self,
        filename: impl Into<String>,
        source: impl Into<UploadSourceSource>,
    ) -> InitiateUpload {
        InitiateUpload::new(&self.client, filename, source)
    }

    /// List app tags. See [`ListDiscoveryAppTags`].
    pub fn list_app_tags(&self) -> ListDiscoveryAppTags {
        ListDiscoveryAppTags::new(&self.client)
    }

    /// List the app categories seen in a continuous report. See [`ListDiscoveryCategories`].
    pub fn list_categories(&self, stream_id: impl Into<String>) -> ListDiscoveryCategories {
        ListDiscoveryCategories::new(&self.client, stream_id)
    }

    /// List continuous reports. See [`ListDiscoveryStreams`].
    pub fn list_streams(&self) -> ListDiscoveryStreams {
        ListDiscoveryStreams::new(&self.client)
    }

    /// Upload the log to the given URL. See [`PerformUpload`].
    pub fn perform_upload(
        &self,
        upload_url: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> PerformUpload {
        PerformUpload::new(&self.client, upload_url, content)
    }

    /// Take a tag off a discovered app. See [`RemoveAppTag`].
    pub fn remove_app_tag(
        &self,
        app_id: impl Into<String>,
        tag_name: impl Into<String>,
    ) -> RemoveAppTag {
        RemoveAppTag::new(&self.client, app_id, tag_name)
    }
}
