//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct TiIndicator {
        pub id: Id<TiIndicator> = "id",
        pub action: Option<TiIndicatorAction> = "action",
        pub activity_group_names: Vec<String> = "activityGroupNames",
        pub additional_information: Option<String> = "additionalInformation",
        pub azure_tenant_id: Option<String> = "azureTenantId",
        pub confidence: Option<i64> = "confidence",
        pub description: Option<String> = "description",
        pub diamond_model: Option<TiIndicatorDiamondModel> = "diamondModel",
        pub domain_name: Option<String> = "domainName",
        pub email_encoding: Option<String> = "emailEncoding",
        pub email_language: Option<String> = "emailLanguage",
        pub email_recipient: Option<String> = "emailRecipient",
        pub email_sender_address: Option<String> = "emailSenderAddress",
        pub email_sender_name: Option<String> = "emailSenderName",
        pub email_source_domain: Option<String> = "emailSourceDomain",
        pub email_source_ip_address: Option<String> = "emailSourceIpAddress",
        pub email_subject: Option<String> = "emailSubject",
        pub email_x_mailer: Option<String> = "emailXMailer",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub external_id: Option<String> = "externalId",
        pub file_compile_date_time: Option<Timestamp> = "fileCompileDateTime",
        pub file_created_date_time: Option<Timestamp> = "fileCreatedDateTime",
        pub file_hash_type: Option<TiIndicatorFileHashType> = "fileHashType",
        pub file_hash_value: Option<String> = "fileHashValue",
        pub file_mutex_name: Option<String> = "fileMutexName",
        pub file_name: Option<String> = "fileName",
        pub file_packer: Option<String> = "filePacker",
        pub file_path: Option<String> = "filePath",
        pub file_size: Option<i64> = "fileSize",
        pub file_type: Option<String> = "fileType",
        pub ingested_date_time: Option<Timestamp> = "ingestedDateTime",
        pub is_active: Option<bool> = "isActive",
        pub kill_chain: Vec<String> = "killChain",
        pub known_false_positives: Option<String> = "knownFalsePositives",
        pub last_reported_date_time: Option<Timestamp> = "lastReportedDateTime",
        pub malware_family_names: Vec<String> = "malwareFamilyNames",
        pub network_cidr_block: Option<String> = "networkCidrBlock",
        pub network_destination_asn: Option<i64> = "networkDestinationAsn",
        pub network_destination_cidr_block: Option<String> = "networkDestinationCidrBlock",
        pub network_destination_i_pv4: Option<String> = "networkDestinationIPv4",
        pub network_destination_i_pv6: Option<String> = "networkDestinationIPv6",
        pub network_destination_port: Option<i64> = "networkDestinationPort",
        pub network_i_pv4: Option<String> = "networkIPv4",
        pub network_i_pv6: Option<String> = "networkIPv6",
        pub network_port: Option<i64> = "networkPort",
        pub network_protocol: Option<i64> = "networkProtocol",
        pub network_source_asn: Option<i64> = "networkSourceAsn",
        pub network_source_cidr_block: Option<String> = "networkSourceCidrBlock",
        pub network_source_i_pv4: Option<String> = "networkSourceIPv4",
        pub network_source_i_pv6: Option<String> = "networkSourceIPv6",
        pub network_source_port: Option<i64> = "networkSourcePort",
        pub passive_only: Option<bool> = "passiveOnly",
        pub severity: Option<i64> = "severity",
        pub tags: Vec<String> = "tags",
        /// Azure Sentinel or Microsoft Defender ATP, with blanks.
        pub target_product: Option<String> = "targetProduct",
        pub threat_type: Option<String> = "threatType",
        pub tlp_level: Option<TiIndicatorTlpLevel> = "tlpLevel",
        pub url: Option<String> = "url",
        pub user_agent: Option<String> = "userAgent",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TiIndicatorAction {
        Unknown = "unknown",
        Allow = "allow",
        Block = "block",
        Alert = "alert",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TiIndicatorDiamondModel {
        Unknown = "unknown",
        Adversary = "adversary",
        Capability = "capability",
        Infrastructure = "infrastructure",
        Victim = "victim",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TiIndicatorFileHashType {
        Unknown = "unknown",
        Sha1 = "sha1",
        Sha256 = "sha256",
        Md5 = "md5",
        AuthenticodeHash256 = "authenticodeHash256",
        LsHash = "lsHash",
        Ctph = "ctph",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum TiIndicatorTlpLevel {
        Unknown = "unknown",
        White = "white",
        Green = "green",
        Amber = "amber",
        Red = "red",
        UnknownFutureValue = "unknownFutureValue",
    }
}
