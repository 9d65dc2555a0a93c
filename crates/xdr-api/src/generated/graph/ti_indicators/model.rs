//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Ti indicator.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:beta_metadata.xml (2021-07)`.
    pub struct TiIndicator {
        /// Id.
        pub id: Id<TiIndicator> = "id",
        /// Action.
        pub action: Option<TiIndicatorAction> = "action",
        /// Activity group names.
        pub activity_group_names: Vec<String> = "activityGroupNames",
        /// Additional information.
        pub additional_information: Option<String> = "additionalInformation",
        /// Azure tenant id.
        pub azure_tenant_id: Option<String> = "azureTenantId",
        /// Confidence.
        pub confidence: Option<i64> = "confidence",
        /// Description.
        pub description: Option<String> = "description",
        /// Diamond model.
        pub diamond_model: Option<TiIndicatorDiamondModel> = "diamondModel",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Email encoding.
        pub email_encoding: Option<String> = "emailEncoding",
        /// Email language.
        pub email_language: Option<String> = "emailLanguage",
        /// Email recipient.
        pub email_recipient: Option<String> = "emailRecipient",
        /// Email sender address.
        pub email_sender_address: Option<String> = "emailSenderAddress",
        /// Email sender name.
        pub email_sender_name: Option<String> = "emailSenderName",
        /// Email source domain.
        pub email_source_domain: Option<String> = "emailSourceDomain",
        /// Email source ip address.
        pub email_source_ip_address: Option<String> = "emailSourceIpAddress",
        /// Email subject.
        pub email_subject: Option<String> = "emailSubject",
        /// Email x mailer.
        pub email_x_mailer: Option<String> = "emailXMailer",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// External id.
        pub external_id: Option<String> = "externalId",
        /// File compile date time.
        pub file_compile_date_time: Option<Timestamp> = "fileCompileDateTime",
        /// File created date time.
        pub file_created_date_time: Option<Timestamp> = "fileCreatedDateTime",
        /// File hash type.
        pub file_hash_type: Option<TiIndicatorFileHashType> = "fileHashType",
        /// File hash value.
        pub file_hash_value: Option<String> = "fileHashValue",
        /// File mutex name.
        pub file_mutex_name: Option<String> = "fileMutexName",
        /// File name.
        pub file_name: Option<String> = "fileName",
        /// File packer.
        pub file_packer: Option<String> = "filePacker",
        /// File path.
        pub file_path: Option<String> = "filePath",
        /// File size.
        pub file_size: Option<i64> = "fileSize",
        /// File type.
        pub file_type: Option<String> = "fileType",
        /// Ingested date time.
        pub ingested_date_time: Option<Timestamp> = "ingestedDateTime",
        /// Is active.
        pub is_active: Option<bool> = "isActive",
        /// Kill chain.
        pub kill_chain: Vec<String> = "killChain",
        /// Known false positives.
        pub known_false_positives: Option<String> = "knownFalsePositives",
        /// Last reported date time.
        pub last_reported_date_time: Option<Timestamp> = "lastReportedDateTime",
        /// Malware family names.
        pub malware_family_names: Vec<String> = "malwareFamilyNames",
        /// Network cidr block.
        pub network_cidr_block: Option<String> = "networkCidrBlock",
        /// Network destination asn.
        pub network_destination_asn: Option<i64> = "networkDestinationAsn",
        /// Network destination cidr block.
        pub network_destination_cidr_block: Option<String> = "networkDestinationCidrBlock",
        /// Network destination i pv4.
        pub network_destination_i_pv4: Option<String> = "networkDestinationIPv4",
        /// Network destination i pv6.
        pub network_destination_i_pv6: Option<String> = "networkDestinationIPv6",
        /// Network destination port.
        pub network_destination_port: Option<i64> = "networkDestinationPort",
        /// Network i pv4.
        pub network_i_pv4: Option<String> = "networkIPv4",
        /// Network i pv6.
        pub network_i_pv6: Option<String> = "networkIPv6",
        /// Network port.
        pub network_port: Option<i64> = "networkPort",
        /// Network protocol.
        pub network_protocol: Option<i64> = "networkProtocol",
        /// Network source asn.
        pub network_source_asn: Option<i64> = "networkSourceAsn",
        /// Network source cidr block.
        pub network_source_cidr_block: Option<String> = "networkSourceCidrBlock",
        /// Network source i pv4.
        pub network_source_i_pv4: Option<String> = "networkSourceIPv4",
        /// Network source i pv6.
        pub network_source_i_pv6: Option<String> = "networkSourceIPv6",
        /// Network source port.
        pub network_source_port: Option<i64> = "networkSourcePort",
        /// Passive only.
        pub passive_only: Option<bool> = "passiveOnly",
        /// Severity.
        pub severity: Option<i64> = "severity",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Target product. One product: Azure Sentinel or Microsoft Defender ATP (with blanks).
        pub target_product: Option<String> = "targetProduct",
        /// Threat type.
        pub threat_type: Option<String> = "threatType",
        /// Tlp level.
        pub tlp_level: Option<TiIndicatorTlpLevel> = "tlpLevel",
        /// Url.
        pub url: Option<String> = "url",
        /// User agent.
        pub user_agent: Option<String> = "userAgent",
    }
}

http_core::open_enum! {
    /// Ti indicator action. An open set of words.
    pub enum TiIndicatorAction {
        Unknown = "unknown",
        Allow = "allow",
        Block = "block",
        Alert = "alert",
        UnknownFutureValue = "unknownFutureValue",
    }
}

http_core::open_enum! {
    /// Ti indicator diamond model. An open set of words.
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
    /// Ti indicator file hash type. An open set of words.
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
    /// Ti indicator tlp level. An open set of words.
    pub enum TiIndicatorTlpLevel {
        Unknown = "unknown",
        White = "white",
        Green = "green",
        Amber = "amber",
        Red = "red",
        UnknownFutureValue = "unknownFutureValue",
    }
}
