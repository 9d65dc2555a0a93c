//! `DiscoveredCloudAppInfo`.

use http_core::{Id, Timestamp};

use crate::graph_discovery::DiscoveredCloudAppInfoAnswer;
use crate::graph_discovery::DiscoveredCloudAppInfoCsaStarLevel;
use crate::graph_discovery::DiscoveredCloudAppInfoDataAtRestEncryptionMethod;
use crate::graph_discovery::DiscoveredCloudAppInfoDataRetentionPolicy;
use crate::graph_discovery::DiscoveredCloudAppInfoDataType;
use crate::graph_discovery::DiscoveredCloudAppInfoEncryptionProtocol;
use crate::graph_discovery::DiscoveredCloudAppInfoFedRampLevel;
use crate::graph_discovery::DiscoveredCloudAppInfoHolding;
use crate::graph_discovery::DiscoveredCloudAppInfoPciDssVersion;

http_core::entity! {
    /// Discovered cloud app info.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-discoveredcloudappinfo.md;
    /// microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappinfo-get.md`.
    pub struct DiscoveredCloudAppInfo {
        /// Odata type. OData type tag.
        pub odata_type: Option<String> = "@odata.type",
        /// Id. App id; the sample shows a GUID.
        pub id: Id<DiscoveredCloudAppInfo> = "id",
        /// Csa star level.
        pub csa_star_level: Option<DiscoveredCloudAppInfoCsaStarLevel> = "csaStarLevel",
        /// Data at rest encryption method.
        pub data_at_rest_encryption_method: Option<DiscoveredCloudAppInfoDataAtRestEncryptionMethod> = "dataAtRestEncryptionMethod",
        /// Data center.
        pub data_center: Option<String> = "dataCenter",
        /// Data retention policy.
        pub data_retention_policy: Option<DiscoveredCloudAppInfoDataRetentionPolicy> = "dataRetentionPolicy",
        /// Data types. A list in the metadata, one word in the documentation sample.
        pub data_types: Vec<DiscoveredCloudAppInfoDataType> = "dataTypes",
        /// Domain registration date time.
        pub domain_registration_date_time: Option<Timestamp> = "domainRegistrationDateTime",
        /// Encryption protocol. Ssl3 stands after unknownFutureValue: needs the same Prefer header.
        pub encryption_protocol: Option<DiscoveredCloudAppInfoEncryptionProtocol> = "encryptionProtocol",
        /// Fed ramp level. notSupported needs the header Prefer: include-unknown-enum-members.
        pub fed_ramp_level: Option<DiscoveredCloudAppInfoFedRampLevel> = "fedRampLevel",
        /// Founded.
        pub founded: Option<i64> = "founded",
        /// Gdpr readiness statement.
        pub gdpr_readiness_statement: Option<String> = "gdprReadinessStatement",
        /// Headquarters.
        pub headquarters: Option<String> = "headquarters",
        /// Holding.
        pub holding: Option<DiscoveredCloudAppInfoHolding> = "holding",
        /// Hosting company.
        pub hosting_company: Option<String> = "hostingCompany",
        /// Is admin audit trail. A word, not a boolean.
        pub is_admin_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isAdminAuditTrail",
        /// Is cobit compliant. A word, not a boolean.
        pub is_cobit_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCobitCompliant",
        /// Is coppa compliant. A word, not a boolean.
        pub is_coppa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCoppaCompliant",
        /// Is data audit trail. A word, not a boolean.
        pub is_data_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isDataAuditTrail",
        /// Is data classification. A word, not a boolean.
        pub is_data_classification: Option<DiscoveredCloudAppInfoAnswer> = "isDataClassification",
        /// Is data ownership. A word, not a boolean.
        pub is_data_ownership: Option<DiscoveredCloudAppInfoAnswer> = "isDataOwnership",
        /// Is disaster recovery plan. A word, not a boolean.
        pub is_disaster_recovery_plan: Option<DiscoveredCloudAppInfoAnswer> = "isDisasterRecoveryPlan",
        /// Is dmca. A word, not a boolean.
        pub is_dmca: Option<DiscoveredCloudAppInfoAnswer> = "isDmca",
        /// Is ferpa compliant. A word, not a boolean.
        pub is_ferpa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFerpaCompliant",
        /// Is ffiec compliant. A word, not a boolean.
        pub is_ffiec_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFfiecCompliant",
        /// Is file sharing. A word, not a boolean.
        pub is_file_sharing: Option<DiscoveredCloudAppInfoAnswer> = "isFileSharing",
        /// Is finra compliant. A word, not a boolean.
        pub is_finra_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFinraCompliant",
        /// Is fisma compliant. A word, not a boolean.
        pub is_fisma_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFismaCompliant",
        /// Is gaap compliant. A word, not a boolean.
        pub is_gaap_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGaapCompliant",
        /// Is gdpr data protection impact assessment. A word, not a boolean.
        pub is_gdpr_data_protection_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionImpactAssessment",
        /// Is gdpr data protection officer. A word, not a boolean.
        pub is_gdpr_data_protection_officer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionOfficer",
        /// Is gdpr data protection secure cross border data transfer. A word, not a boolean.
        pub is_gdpr_data_protection_secure_cross_border_data_transfer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionSecureCrossBorderDataTransfer",
        /// Is gdpr impact assessment. A word, not a boolean.
        pub is_gdpr_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprImpactAssessment",
        /// Is gdpr lawful basis for processing. A word, not a boolean.
        pub is_gdpr_lawful_basis_for_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprLawfulBasisForProcessing",
        /// Is gdpr report data breaches. A word, not a boolean.
        pub is_gdpr_report_data_breaches: Option<DiscoveredCloudAppInfoAnswer> = "isGdprReportDataBreaches",
        /// Is gdpr right to access. A word, not a boolean.
        pub is_gdpr_right_to_access: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToAccess",
        /// Is gdpr right to be informed. A word, not a boolean.
        pub is_gdpr_right_to_be_informed: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToBeInformed",
        /// Is gdpr right to data portablility. Misspelled on the wire.
        pub is_gdpr_right_to_data_portablility: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToDataPortablility",
        /// Is gdpr right to erasure. A word, not a boolean.
        pub is_gdpr_right_to_erasure: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToErasure",
        /// Is gdpr right to object. A word, not a boolean.
        pub is_gdpr_right_to_object: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToObject",
        /// Is gdpr right to rectification. A word, not a boolean.
        pub is_gdpr_right_to_rectification: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRectification",
        /// Is gdpr right to restriction of processing. A word, not a boolean.
        pub is_gdpr_right_to_restriction_of_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRestrictionOfProcessing",
        /// Is gdpr rights related to automated decision making. A word, not a boolean.
        pub is_gdpr_rights_related_to_automated_decision_making: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightsRelatedToAutomatedDecisionMaking",
        /// Is gdpr secure cross border data control. A word, not a boolean.
        pub is_gdpr_secure_cross_border_data_control: Option<DiscoveredCloudAppInfoAnswer> = "isGdprSecureCrossBorderDataControl",
        /// Is glba compliant. A word, not a boolean.
        pub is_glba_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGlbaCompliant",
        /// Is hipaa compliant. A word, not a boolean.
        pub is_hipaa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHipaaCompliant",
        /// Is hitrust csf compliant. A word, not a boolean.
        pub is_hitrust_csf_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHitrustCsfCompliant",
        /// Is http security headers content security policy. A word, not a boolean.
        pub is_http_security_headers_content_security_policy: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersContentSecurityPolicy",
        /// Is http security headers strict transport security. A word, not a boolean.
        pub is_http_security_headers_strict_transport_security: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersStrictTransportSecurity",
        /// Is http security headers x content type options. A word, not a boolean.
        pub is_http_security_headers_x_content_type_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXContentTypeOptions",
        /// Is http security headers x frame options. A word, not a boolean.
        pub is_http_security_headers_x_frame_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXFrameOptions",
        /// Is http security headers x xss protection. A word, not a boolean.
        pub is_http_security_headers_x_xss_protection: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXXssProtection",
        /// Is ip address restriction. A word, not a boolean.
        pub is_ip_address_restriction: Option<DiscoveredCloudAppInfoAnswer> = "isIpAddressRestriction",
        /// Is isae3402 compliant. A word, not a boolean.
        pub is_isae3402_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIsae3402Compliant",
        /// Is iso27001 compliant. A word, not a boolean.
        pub is_iso27001_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27001Compliant",
        /// Is iso27017 compliant. A word, not a boolean.
        pub is_iso27017_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27017Compliant",
        /// Is iso27018 compliant. A word, not a boolean.
        pub is_iso27018_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27018Compliant",
        /// Is itar compliant. A word, not a boolean.
        pub is_itar_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isItarCompliant",
        /// Is multi factor authentication. A word, not a boolean.
        pub is_multi_factor_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isMultiFactorAuthentication",
        /// Is password policy. A word, not a boolean.
        pub is_password_policy: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicy",
        /// Is password policy change password period. A word, not a boolean.
        pub is_password_policy_change_password_period: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyChangePasswordPeriod",
        /// Is password policy character combination. A word, not a boolean.
        pub is_password_policy_character_combination: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyCharacterCombination",
        /// Is password policy password history and reuse. A word, not a boolean.
        pub is_password_policy_password_history_and_reuse: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordHistoryAndReuse",
        /// Is password policy password length limit. A word, not a boolean.
        pub is_password_policy_password_length_limit: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordLengthLimit",
        /// Is password policy personal information use. A word, not a boolean.
        pub is_password_policy_personal_information_use: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPersonalInformationUse",
        /// Is penetration testing. A word, not a boolean.
        pub is_penetration_testing: Option<DiscoveredCloudAppInfoAnswer> = "isPenetrationTesting",
        /// Is privacy shield compliant. A word, not a boolean.
        pub is_privacy_shield_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isPrivacyShieldCompliant",
        /// Is remember password. A word, not a boolean.
        pub is_remember_password: Option<DiscoveredCloudAppInfoAnswer> = "isRememberPassword",
        /// Is requires user authentication. A word, not a boolean.
        pub is_requires_user_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isRequiresUserAuthentication",
        /// Is soc1 compliant. A word, not a boolean.
        pub is_soc1_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc1Compliant",
        /// Is soc2 compliant. A word, not a boolean.
        pub is_soc2_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc2Compliant",
        /// Is soc3 compliant. A word, not a boolean.
        pub is_soc3_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc3Compliant",
        /// Is sox compliant. A word, not a boolean.
        pub is_sox_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoxCompliant",
        /// Is sp80053 compliant. A word, not a boolean.
        pub is_sp80053_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSp80053Compliant",
        /// Is ssae16 compliant. A word, not a boolean.
        pub is_ssae16_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSsae16Compliant",
        /// Is supports saml. A word, not a boolean.
        pub is_supports_saml: Option<DiscoveredCloudAppInfoAnswer> = "isSupportsSaml",
        /// Is trusted certificate. A word, not a boolean.
        pub is_trusted_certificate: Option<DiscoveredCloudAppInfoAnswer> = "isTrustedCertificate",
        /// Is user audit trail. A word, not a boolean.
        pub is_user_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isUserAuditTrail",
        /// Is user can upload data. A word, not a boolean.
        pub is_user_can_upload_data: Option<DiscoveredCloudAppInfoAnswer> = "isUserCanUploadData",
        /// Is user roles support. A word, not a boolean.
        pub is_user_roles_support: Option<DiscoveredCloudAppInfoAnswer> = "isUserRolesSupport",
        /// Is valid certificate name. A word, not a boolean.
        pub is_valid_certificate_name: Option<DiscoveredCloudAppInfoAnswer> = "isValidCertificateName",
        /// Latest breach date time.
        pub latest_breach_date_time: Option<Timestamp> = "latestBreachDateTime",
        /// Logon urls. A list in the metadata, one text in the documentation sample.
        pub logon_urls: Vec<String> = "logonUrls",
        /// Pci dss version. V4 stands after unknownFutureValue: needs the same Prefer header.
        pub pci_dss_version: Option<DiscoveredCloudAppInfoPciDssVersion> = "pciDssVersion",
        /// Vendor.
        pub vendor: Option<String> = "vendor",
    }
}
