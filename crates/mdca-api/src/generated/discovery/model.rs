//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::common::FilterSet;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-app-tags.md@856e2857^
    /// (withdrawn)`.
    pub struct AppTag {
        pub id: Option<String> = "id",
        pub name: Id<AppTag> = "name",
        /// Apps that carry it.
        pub app_ids: Vec<i64> = "appIds",
        pub built_in: Option<bool> = "builtIn",
        pub target: Option<i64> = "target",
        pub tid_: Option<i64> = "_tid",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md`.
    pub struct BlockScriptFormat {
        /// 102=BlueCoat ProxySG; 104=Cisco ASA; 108=Fortinet FortiGate; 112=Palo Alto; 120=Zscaler;
        /// 129=Juniper SRX; 135=Websense.
        pub format: Option<i64> = "format",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-discovery-list-categories.md`.
    pub struct DiscoveryCategory {
        /// Category id.
        pub id: Option<DiscoveryCategoryId> = "id",
        /// Apps in it.
        pub total: Option<i64> = "total",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-categories.md`.
    pub struct DiscoveryCategoryRequest {
        /// Id of the continuous report.
        pub stream_id: Option<String> = "streamId",
        /// By category id.
        pub filters: Option<FilterSet> = "filters",
        pub sort_direction: Option<RequestSortDirection> = "sortDirection",
        /// Number of apps.
        pub sort_field: Option<DiscoveryCategoryRequestSortField> = "sortField",
        pub skip: Option<i64> = "skip",
        pub limit: Option<i64> = "limit",
        /// Days since the report was last used.
        pub time_frame: Option<i64> = "timeFrame",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct DiscoveryStream {
        /// 24 hexadecimal digits. The `streamId` of other calls.
        pub id_: Id<DiscoveryStream> = "_id",
        /// The overall report is called Global View.
        pub display_name: Option<String> = "displayName",
        /// A number of `LogType`.
        pub log_type: Option<i64> = "logType",
        pub receiver_type: Option<DiscoveryStreamReceiverType> = "receiverType",
        /// TCP or UDP, in either case.
        pub protocol: Option<String> = "protocol",
        /// 1=INPUT (made by a log collector or data source); 3=VIEW (made by hand in the portal);
        /// 5=PREVIEW (one-time, from a snapshot report).
        pub stream_type: Option<i64> = "streamType",
        /// 0=PROXY; `1=WINDOWS_DEFENDER`.
        pub built_in_stream_type: Option<i64> = "builtInStreamType",
        pub anonymize_users: Option<bool> = "anonymizeUsers",
        pub anonymize_machines: Option<bool> = "anonymizeMachines",
        pub comment: Option<String> = "comment",
        pub is_manual: Option<bool> = "isManual",
        pub snapshot_data: Option<bool> = "snapshotData",
        /// Whether it feeds the global report.
        pub global_aggregated: Option<bool> = "globalAggregated",
        /// ISO 8601 text.
        pub created: Option<Timestamp> = "created",
        /// ISO 8601 text.
        pub last_modified: Option<Timestamp> = "lastModified",
        /// ISO 8601 text. Absent when nothing arrived.
        pub last_data_received: Option<Timestamp> = "lastDataReceived",
        /// Epoch milliseconds.
        pub last_alert_processing_time: Option<Timestamp> = "lastAlertProcessingTime",
        pub log_files_history_count: Option<i64> = "logFilesHistoryCount",
        pub log_files_fails_count: Option<i64> = "logFilesFailsCount",
        /// 0=INVALID; `1=USER_NAME`; `2=IP_ADDRESS`; `3=MACHINE_NAME`; 4=RESOURCE.
        pub supported_entity_types: Vec<i64> = "supportedEntityTypes",
        /// 0=INVALID; `1=TOTAL_BYTES`; `2=DOWNLOADED_BYTES`; `3=UPLOADED_BYTES`.
        pub supported_traffic_types: Vec<i64> = "supportedTrafficTypes",
        pub current_services_collection_name: Option<String> = "currentServicesCollectionName",
        /// True: `timeFrames2` holds the current figures. False: `timeFrames`.
        pub read_time_frames_from_second: Option<bool> = "readTimeFramesFromSecond",
        /// Totals for the last 7, 30 or 60 days.
        pub time_frames: Option<Value> = "timeFrames",
        /// As timeFrames.
        pub time_frames2: Option<Value> = "timeFrames2",
        pub valid_time_frames: Vec<Value> = "validTimeFrames",
        pub valid_time_frames2: Vec<Value> = "validTimeFrames2",
        pub time_without_logs: Option<i64> = "timeWithoutLogs",
        pub source_streams: Vec<Value> = "sourceStreams",
        pub user_tags: Vec<Value> = "userTags",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct DiscoveryStreams {
        pub streams: Vec<DiscoveryStream> = "streams",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
    pub struct DiscoveryUpload {
        /// Pre-signed upload URL. Send it back unchanged in `uploadUrl`.
        pub url: Id<DiscoveryUpload> = "url",
        /// Where the URL points.
        pub provider: Option<DiscoveryUploadProvider> = "provider",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md`.
    pub struct DiscoveryUploadDone {
        /// `url` of the first call.
        pub upload_url: Option<String> = "uploadUrl",
        /// Data source name. With uploadAsSnapshot the name of the report to make.
        pub input_stream_name: Option<String> = "inputStreamName",
        /// Make a snapshot report instead of adding to a continuous one.
        pub upload_as_snapshot: Option<bool> = "uploadAsSnapshot",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct LogType {
        /// 0=INVALID; 1=OTHER; `100=LOG_3COM`; 101=BARRACUDA; 102=BLUECOAT; 103=CHECKPOINT;
        /// `104=CISCO_ASA`; `105=CISCO_SSL_WEBVPN_OR_SVC_VPN`; `106=CISCO_IRONPORT_PROXY`;
        /// `107=CISCO_NETFLOW`; 108=FORTIGATE; `109=JUNIPER_NETWORKS`; 110=GREENPLUM;
        /// `111=MICROSFOT_ISA`; `112=PALO_ALTO`; 113=SONICWALL; 114=SQUID;
        /// `115=SUN_MICROSYSTEMS_SUNSCREEN_FIREWALL`; 116=SURICATA; `117=SYMANTEC_WEB_SECURITY_CLOUD`;
        /// 118=WEBSENSE; `119=WATCH_GUARD`; 120=ZSCALER; `121=MCAFEE_SWG`; `122=HP_TIPPING_POINT`;
        /// `123=HP_NETWORKING`; `124=CISCO_SCAN_SAFE`; `125=CHECKPOINT_OPSEC_LEA`;
        /// `126=PALO_ALTO_SYSLOG`; `127=METADATA_ACTIVE_DIRECTORY_LOGIN`; `128=COX_SYSLOG`;
        /// `129=JUNIPER_SRX`; `130=SOPHOS_SG`; `131=METADATA_HPE_LOGIN`; `132=METADATA_CISCO_ISE`;
        /// `133=CISCO_IRONPORT_PROXY_SYSLOG`; `134=ZSCALER_NESTLE`; `135=WEBSENSE_V7_5`;
        /// `136=FORTIGATE_SYSLOG`; `137=PAN_DELOITTE`; `138=WEBSENSE_SIEM_CEF`; `139=BLUECOAT_SYSLOG`;
        /// `140=CHECKPOINT_SYSLOG`; `141=CISCO_ASA_SYSLOG`; `142=CISCO_SCAN_SAFE_SYSLOG`;
        /// `143=ZSCALER_SYSLOG`; `144=MCAFEE_SWG_SYSLOG`; `145=CHECKPOINT_OPSEC_LEA_SYSLOG`;
        /// `146=SQUID_SYSLOG`; `147=JUNIPER_SRX_SYSLOG`; `148=SOPHOS_SG_SYSLOG`;
        /// `149=MICROSFOT_ISA_SYSLOG`; `150=WEBSENSE_SYSLOG`; `151=WEBSENSE_V7_5_SYSLOG`;
        /// `152=WEBSENSE_SIEM_CEF_SYSLOG`; `153=MACHINE_ZONE_MERAKI`; `154=MACHINE_ZONE_MERAKI_SYSLOG`;
        /// `155=SQUID_NATIVE`; `156=SQUID_NATIVE_SYSLOG`; `157=CISCO_FWSM`; `158=CISCO_FWSM_SYSLOG`;
        /// `159=MICROSOFT_ISA_W3C`; `160=SONICWALL_SYSLOG`; `161=MICROSOFT_ISA_W3C_SYSLOG`;
        /// `162=SOPHOS_CYBEROAM`; `163=SOPHOS_CYBEROAM_SYSLOG`; 164=CLAVISTER; `165=CLAVISTER_SYSLOG`;
        /// `166=BARRACUDA_SYSLOG`; `167=CUSTOM_PARSER`; `168=JUNIPER_SSG`; `169=JUNIPER_SSG_SYSLOG`;
        /// `170=ZSCALER_QRADAR`; `171=ZSCALER_QRADAR_SYSLOG`; `172=JUNIPER_SRX_SD`;
        /// `173=JUNIPER_SRX_SD_SYSLOG`; `174=JUNIPER_SRX_WELF`; `175=JUNIPER_SRX_WELF_SYSLOG`;
        /// `176=ADALLOM_PROXY_RAW_TRAFFIC`; `177=CISCO_ASA_FIREPOWER`;
        /// `178=CISCO_ASA_FIREPOWER_SYSLOG`; `179=GENERIC_CEF`; `180=GENERIC_CEF_SYSLOG`;
        /// `181=GENERIC_LEEF`; `182=GENERIC_LEEF_SYSLOG`; `183=GENERIC_W3C`; `184=GENERIC_W3C_SYSLOG`;
        /// `185=I_FILTER`; `186=I_FILTER_SYSLOG`; `187=CHECKPOINT_XML`; `188=CHECKPOINT_XML_SYSLOG`;
        /// `189=CHECKPOINT_SMART_VIEW_TRACKER`; `190=CHECKPOINT_SMART_VIEW_TRACKER_SYSLOG`;
        /// `191=BARRACUDA_NEXT_GEN_FW`; `192=BARRACUDA_NEXT_GEN_FW_SYSLOG`;
        /// `193=BARRACUDA_NEXT_GEN_FW_WEBLOG`; `194=BARRACUDA_NEXT_GEN_FW_WEBLOG_SYSLOG`; 195=WDATP;
        /// `196=ZSCALER_CEF`; `197=ZSCALER_CEF_SYSLOG`; `198=SOPHOS_XG`; `199=SOPHOS_XG_SYSLOG`;
        /// 200=IBOSS; `201=IBOSS_SYSLOG`; 202=FORCEPOINT; `203=FORCEPOINT_SYSLOG`; 204=FORTIOS;
        /// `205=FORTIOS_SYSLOG`; `206=CISCO_IRONPORT_WSA_II`; `207=CISCO_IRONPORT_WSA_II_SYSLOG`;
        /// `208=PALO_ALTO_LEEF`; `209=PALO_ALTO_LEEF_SYSLOG`; `210=FORCEPOINT_LEEF`;
        /// `211=FORCEPOINT_LEEF_SYSLOG`; 212=STORMSHIELD; `213=STORMSHIELD_SYSLOG`; 214=CONTENTKEEPER;
        /// `215=CONTENTKEEPER_SYSLOG`; `216=CISCO_IRONPORT_WSA_III`;
        /// `217=CISCO_IRONPORT_WSA_III_SYSLOG`; `218=CHECKPOINT_CEF`; `219=CHECKPOINT_CEF_SYSLOG`;
        /// 220=CORRATA; `221=CORRATA_SYSLOG`; `222=CISCO_FIREPOWER_V6`;
        /// `223=CISCO_FIREPOWER_V6_SYSLOG`; `224=MENLO_SECURITY_CEF`; `225=WATCHGUARD_XTM`;
        /// `226=WATCHGUARD_XTM_SYSLOG`.
        pub log_type: Option<i64> = "logType",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
    pub struct UploadSource {
        /// Value of the `source` input of `mdca.discovery.initiate_upload`.
        pub source: Option<UploadSourceSource> = "source",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveryCategoryId {
        SaasdbCategoryAccountingAndFinance = "SAASDB_CATEGORY_ACCOUNTING_AND_FINANCE",
        SaasdbCategoryAdvertising = "SAASDB_CATEGORY_ADVERTISING",
        SaasdbCategoryAll = "SAASDB_CATEGORY_ALL",
        SaasdbCategoryBusinessIntelligence = "SAASDB_CATEGORY_BUSINESS_INTELLIGENCE",
        SaasdbCategoryBusinessManagement = "SAASDB_CATEGORY_BUSINESS_MANAGEMENT",
        SaasdbCategoryCloudComputingPlatform = "SAASDB_CATEGORY_CLOUD_COMPUTING_PLATFORM",
        SaasdbCategoryCloudStorage = "SAASDB_CATEGORY_CLOUD_STORAGE",
        SaasdbCategoryCodeHosting = "SAASDB_CATEGORY_CODE_HOSTING",
        SaasdbCategoryCollaboration = "SAASDB_CATEGORY_COLLABORATION",
        SaasdbCategoryCommunications = "SAASDB_CATEGORY_COMMUNICATIONS",
        SaasdbCategoryConsumer = "SAASDB_CATEGORY_CONSUMER",
        SaasdbCategoryContentManagement = "SAASDB_CATEGORY_CONTENT_MANAGEMENT",
        SaasdbCategoryContentSharing = "SAASDB_CATEGORY_CONTENT_SHARING",
        SaasdbCategoryCrm = "SAASDB_CATEGORY_CRM",
        SaasdbCategoryCustomerSupport = "SAASDB_CATEGORY_CUSTOMER_SUPPORT",
        SaasdbCategoryDataAnalytics = "SAASDB_CATEGORY_DATA_ANALYTICS",
        SaasdbCategoryDevelopmentTools = "SAASDB_CATEGORY_DEVELOPMENT_TOOLS",
        SaasdbCategoryEcommerce = "SAASDB_CATEGORY_ECOMMERCE",
        SaasdbCategoryEducation = "SAASDB_CATEGORY_EDUCATION",
        SaasdbCategoryForums = "SAASDB_CATEGORY_FORUMS",
        SaasdbCategoryGenerativeAi = "SAASDB_CATEGORY_GENERATIVE_AI",
        SaasdbCategoryHealth = "SAASDB_CATEGORY_HEALTH",
        SaasdbCategoryHostingServices = "SAASDB_CATEGORY_HOSTING_SERVICES",
        SaasdbCategoryHumanResourceManagement = "SAASDB_CATEGORY_HUMAN_RESOURCE_MANAGEMENT",
        SaasdbCategoryInternetOfThings = "SAASDB_CATEGORY_INTERNET_OF_THINGS",
        SaasdbCategoryItServices = "SAASDB_CATEGORY_IT_SERVICES",
        SaasdbCategoryMarketing = "SAASDB_CATEGORY_MARKETING",
        SaasdbCategoryMedia = "SAASDB_CATEGORY_MEDIA",
        SaasdbCategoryNewsAndEntertainment = "SAASDB_CATEGORY_NEWS_AND_ENTERTAINMENT",
        SaasdbCategoryOnlineMeetings = "SAASDB_CATEGORY_ONLINE_MEETINGS",
        SaasdbCategoryOperationsManagement = "SAASDB_CATEGORY_OPERATIONS_MANAGEMENT",
        SaasdbCategoryPersonalInstantMessaging = "SAASDB_CATEGORY_PERSONAL_INSTANT_MESSAGING",
        SaasdbCategoryProductDesign = "SAASDB_CATEGORY_PRODUCT_DESIGN",
        SaasdbCategoryProductivity = "SAASDB_CATEGORY_PRODUCTIVITY",
        SaasdbCategoryProjectManagement = "SAASDB_CATEGORY_PROJECT_MANAGEMENT",
        SaasdbCategoryPropertyManagement = "SAASDB_CATEGORY_PROPERTY_MANAGEMENT",
        SaasdbCategorySales = "SAASDB_CATEGORY_SALES",
        SaasdbCategorySecurity = "SAASDB_CATEGORY_SECURITY",
        SaasdbCategorySocialNetwork = "SAASDB_CATEGORY_SOCIAL_NETWORK",
        SaasdbCategorySupllyChainAndLogistics = "SAASDB_CATEGORY_SUPLLY_CHAIN_AND_LOGISTICS",
        SaasdbCategoryTimeTracking = "SAASDB_CATEGORY_TIME_TRACKING",
        SaasdbCategoryTransportationAndTravel = "SAASDB_CATEGORY_TRANSPORTATION_AND_TRAVEL",
        SaasdbCategoryUnclassified = "SAASDB_CATEGORY_UNCLASSIFIED",
        SaasdbCategoryVendorManagementSystem = "SAASDB_CATEGORY_VENDOR_MANAGEMENT_SYSTEM",
        SaasdbCategoryWebAnalytics = "SAASDB_CATEGORY_WEB_ANALYTICS",
        SaasdbCategoryWebmail = "SAASDB_CATEGORY_WEBMAIL",
        SaasdbCategoryWebsiteMonitoring = "SAASDB_CATEGORY_WEBSITE_MONITORING",
        SaasdbSubcategoryInsuranceAndInvestments = "SAASDB_SUBCATEGORY_INSURANCE_AND_INVESTMENTS",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveryCategoryRequestSortField {
        Score = "score",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveryStreamReceiverType {
        Syslog = "syslog",
        Ftp = "ftp",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveryUploadProvider {
        Azure = "azure",
        Aws = "aws",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum RequestSortDirection {
        Asc = "asc",
        Desc = "desc",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum UploadSourceSource {
        Bluecoat = "BLUECOAT",
        Barracuda = "BARRACUDA",
        BarracudaNextGenFw = "BARRACUDA_NEXT_GEN_FW",
        BarracudaNextGenFwWeblog = "BARRACUDA_NEXT_GEN_FW_WEBLOG",
        BarracudaSyslog = "BARRACUDA_SYSLOG",
        BluecoatSyslog = "BLUECOAT_SYSLOG",
        Checkpoint = "CHECKPOINT",
        CheckpointCefSyslog = "CHECKPOINT_CEF_SYSLOG",
        CheckpointSmartViewTracker = "CHECKPOINT_SMART_VIEW_TRACKER",
        CheckpointXml = "CHECKPOINT_XML",
        CiscoAsa = "CISCO_ASA",
        CiscoAsaFirepowerSyslog = "CISCO_ASA_FIREPOWER_SYSLOG",
        CiscoAsaSyslog = "CISCO_ASA_SYSLOG",
        CiscoFirepowerV6Syslog = "CISCO_FIREPOWER_V6_SYSLOG",
        CiscoFwsm = "CISCO_FWSM",
        CiscoFwsmSyslog = "CISCO_FWSM_SYSLOG",
        CiscoIronportProxy = "CISCO_IRONPORT_PROXY",
        CiscoIronportProxySyslog = "CISCO_IRONPORT_PROXY_SYSLOG",
        CiscoIronportWsaIi = "CISCO_IRONPORT_WSA_II",
        CiscoIronportWsaIii = "CISCO_IRONPORT_WSA_III",
        CiscoScanSafe = "CISCO_SCAN_SAFE",
        ClavisterSyslog = "CLAVISTER_SYSLOG",
        ContentkeeperSyslog = "CONTENTKEEPER_SYSLOG",
        Corrata = "CORRATA",
        Forcepoint = "FORCEPOINT",
        ForcepointLeefSyslog = "FORCEPOINT_LEEF_SYSLOG",
        Fortigate = "FORTIGATE",
        FortigateSyslog = "FORTIGATE_SYSLOG",
        FortiosSyslog = "FORTIOS_SYSLOG",
        GenericCef = "GENERIC_CEF",
        GenericCefSyslog = "GENERIC_CEF_SYSLOG",
        GenericLeef = "GENERIC_LEEF",
        GenericLeefSyslog = "GENERIC_LEEF_SYSLOG",
        GenericW3C = "GENERIC_W3C",
        GenericW3CSyslog = "GENERIC_W3C_SYSLOG",
        IFilter = "I_FILTER",
        IFilterSyslog = "I_FILTER_SYSLOG",
        Iboss = "IBOSS",
        JuniperSrxSdSyslog = "JUNIPER_SRX_SD_SYSLOG",
        JuniperSrxSyslog = "JUNIPER_SRX_SYSLOG",
        JuniperSrxWelfSyslog = "JUNIPER_SRX_WELF_SYSLOG",
        JuniperSsgSyslog = "JUNIPER_SSG_SYSLOG",
        MachineZoneMeraki = "MACHINE_ZONE_MERAKI",
        MachineZoneMerakiSyslog = "MACHINE_ZONE_MERAKI_SYSLOG",
        McafeeSwg = "MCAFEE_SWG",
        McafeeSwgSyslog = "MCAFEE_SWG_SYSLOG",
        MenloSecurityCef = "MENLO_SECURITY_CEF",
        MicrosoftIsaW3C = "MICROSOFT_ISA_W3C",
        OpenSystemsSecureWebGateway = "OPEN_SYSTEMS_SECURE_WEB_GATEWAY",
        PaloAlto = "PALO_ALTO",
        PaloAltoLeef = "PALO_ALTO_LEEF",
        PaloAltoLeefSyslog = "PALO_ALTO_LEEF_SYSLOG",
        PaloAltoSyslog = "PALO_ALTO_SYSLOG",
        SonicwallSyslog = "SONICWALL_SYSLOG",
        SophosCyberoamSyslog = "SOPHOS_CYBEROAM_SYSLOG",
        SophosSg = "SOPHOS_SG",
        SophosSgSyslog = "SOPHOS_SG_SYSLOG",
        SophosXg = "SOPHOS_XG",
        SophosXgSyslog = "SOPHOS_XG_SYSLOG",
        Squid = "SQUID",
        SquidNative = "SQUID_NATIVE",
        SquidNativeSyslog = "SQUID_NATIVE_SYSLOG",
        StormshieldSyslog = "STORMSHIELD_SYSLOG",
        WanderaSyslog = "WANDERA_SYSLOG",
        WatchguardXtmSyslog = "WATCHGUARD_XTM_SYSLOG",
        WebsenseSiemCefSyslog = "WEBSENSE_SIEM_CEF_SYSLOG",
        WebsenseV75 = "WEBSENSE_V7_5",
        Zscaler = "ZSCALER",
        ZscalerCefSyslog = "ZSCALER_CEF_SYSLOG",
        ZscalerQradarSyslog = "ZSCALER_QRADAR_SYSLOG",
        ZscalerSyslog = "ZSCALER_SYSLOG",
    }
}
