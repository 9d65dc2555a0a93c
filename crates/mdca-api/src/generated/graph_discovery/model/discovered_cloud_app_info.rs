//! `DiscoveredCloudAppInfo`.

use http_core::{Flags, Id, Timestamp};

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
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-discoveredcloudappinfo.md;
    /// microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappinfo-get.md`.
    pub struct DiscoveredCloudAppInfo {
        pub odata_type: Option<String> = "@odata.type",
        /// App id.
        pub id: Id<DiscoveredCloudAppInfo> = "id",
        pub csa_star_level: Option<DiscoveredCloudAppInfoCsaStarLevel> = "csaStarLevel",
        pub data_at_rest_encryption_method: Option<DiscoveredCloudAppInfoDataAtRestEncryptionMethod> = "dataAtRestEncryptionMethod",
        pub data_center: Option<String> = "dataCenter",
        pub data_retention_policy: Option<DiscoveredCloudAppInfoDataRetentionPolicy> = "dataRetentionPolicy",
        pub data_types: Option<Flags<DiscoveredCloudAppInfoDataType>> = "dataTypes",
        pub domain_registration_date_time: Option<Timestamp> = "domainRegistrationDateTime",
        /// `ssl3` is sent only with the header `Prefer: include-unknown-enum-members`.
        pub encryption_protocol: Option<DiscoveredCloudAppInfoEncryptionProtocol> = "encryptionProtocol",
        /// `notSupported` is sent only with the header `Prefer: include-unknown-enum-members`.
        pub fed_ramp_level: Option<DiscoveredCloudAppInfoFedRampLevel> = "fedRampLevel",
        pub founded: Option<i64> = "founded",
        pub gdpr_readiness_statement: Option<String> = "gdprReadinessStatement",
        pub headquarters: Option<String> = "headquarters",
        pub holding: Option<DiscoveredCloudAppInfoHolding> = "holding",
        pub hosting_company: Option<String> = "hostingCompany",
        /// A word, not a boolean.
        pub is_admin_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isAdminAuditTrail",
        /// A word, not a boolean.
        pub is_cobit_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCobitCompliant",
        /// A word, not a boolean.
        pub is_coppa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCoppaCompliant",
        /// A word, not a boolean.
        pub is_data_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isDataAuditTrail",
        /// A word, not a boolean.
        pub is_data_classification: Option<DiscoveredCloudAppInfoAnswer> = "isDataClassification",
        /// A word, not a boolean.
        pub is_data_ownership: Option<DiscoveredCloudAppInfoAnswer> = "isDataOwnership",
        /// A word, not a boolean.
        pub is_disaster_recovery_plan: Option<DiscoveredCloudAppInfoAnswer> = "isDisasterRecoveryPlan",
        /// A word, not a boolean.
        pub is_dmca: Option<DiscoveredCloudAppInfoAnswer> = "isDmca",
        /// A word, not a boolean.
        pub is_ferpa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFerpaCompliant",
        /// A word, not a boolean.
        pub is_ffiec_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFfiecCompliant",
        /// A word, not a boolean.
        pub is_file_sharing: Option<DiscoveredCloudAppInfoAnswer> = "isFileSharing",
        /// A word, not a boolean.
        pub is_finra_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFinraCompliant",
        /// A word, not a boolean.
        pub is_fisma_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFismaCompliant",
        /// A word, not a boolean.
        pub is_gaap_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGaapCompliant",
        /// A word, not a boolean.
        pub is_gdpr_data_protection_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionImpactAssessment",
        /// A word, not a boolean.
        pub is_gdpr_data_protection_officer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionOfficer",
        /// A word, not a boolean.
        pub is_gdpr_data_protection_secure_cross_border_data_transfer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionSecureCrossBorderDataTransfer",
        /// A word, not a boolean.
        pub is_gdpr_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprImpactAssessment",
        /// A word, not a boolean.
        pub is_gdpr_lawful_basis_for_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprLawfulBasisForProcessing",
        /// A word, not a boolean.
        pub is_gdpr_report_data_breaches: Option<DiscoveredCloudAppInfoAnswer> = "isGdprReportDataBreaches",
        /// A word, not a boolean.
        pub is_gdpr_right_to_access: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToAccess",
        /// A word, not a boolean.
        pub is_gdpr_right_to_be_informed: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToBeInformed",
        /// Spelled so by the service.
        pub is_gdpr_right_to_data_portablility: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToDataPortablility",
        /// A word, not a boolean.
        pub is_gdpr_right_to_erasure: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToErasure",
        /// A word, not a boolean.
        pub is_gdpr_right_to_object: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToObject",
        /// A word, not a boolean.
        pub is_gdpr_right_to_rectification: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRectification",
        /// A word, not a boolean.
        pub is_gdpr_right_to_restriction_of_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRestrictionOfProcessing",
        /// A word, not a boolean.
        pub is_gdpr_rights_related_to_automated_decision_making: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightsRelatedToAutomatedDecisionMaking",
        /// A word, not a boolean.
        pub is_gdpr_secure_cross_border_data_control: Option<DiscoveredCloudAppInfoAnswer> = "isGdprSecureCrossBorderDataControl",
        /// A word, not a boolean.
        pub is_glba_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGlbaCompliant",
        /// A word, not a boolean.
        pub is_hipaa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHipaaCompliant",
        /// A word, not a boolean.
        pub is_hitrust_csf_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHitrustCsfCompliant",
        /// A word, not a boolean.
        pub is_http_security_headers_content_security_policy: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersContentSecurityPolicy",
        /// A word, not a boolean.
        pub is_http_security_headers_strict_transport_security: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersStrictTransportSecurity",
        /// A word, not a boolean.
        pub is_http_security_headers_x_content_type_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXContentTypeOptions",
        /// A word, not a boolean.
        pub is_http_security_headers_x_frame_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXFrameOptions",
        /// A word, not a boolean.
        pub is_http_security_headers_x_xss_protection: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXXssProtection",
        /// A word, not a boolean.
        pub is_ip_address_restriction: Option<DiscoveredCloudAppInfoAnswer> = "isIpAddressRestriction",
        /// A word, not a boolean.
        pub is_isae3402_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIsae3402Compliant",
        /// A word, not a boolean.
        pub is_iso27001_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27001Compliant",
        /// A word, not a boolean.
        pub is_iso27017_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27017Compliant",
        /// A word, not a boolean.
        pub is_iso27018_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27018Compliant",
        /// A word, not a boolean.
        pub is_itar_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isItarCompliant",
        /// A word, not a boolean.
        pub is_multi_factor_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isMultiFactorAuthentication",
        /// A word, not a boolean.
        pub is_password_policy: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicy",
        /// A word, not a boolean.
        pub is_password_policy_change_password_period: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyChangePasswordPeriod",
        /// A word, not a boolean.
        pub is_password_policy_character_combination: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyCharacterCombination",
        /// A word, not a boolean.
        pub is_password_policy_password_history_and_reuse: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordHistoryAndReuse",
        /// A word, not a boolean.
        pub is_password_policy_password_length_limit: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordLengthLimit",
        /// A word, not a boolean.
        pub is_password_policy_personal_information_use: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPersonalInformationUse",
        /// A word, not a boolean.
        pub is_penetration_testing: Option<DiscoveredCloudAppInfoAnswer> = "isPenetrationTesting",
        /// A word, not a boolean.
        pub is_privacy_shield_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isPrivacyShieldCompliant",
        /// A word, not a boolean.
        pub is_remember_password: Option<DiscoveredCloudAppInfoAnswer> = "isRememberPassword",
        /// A word, not a boolean.
        pub is_requires_user_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isRequiresUserAuthentication",
        /// A word, not a boolean.
        pub is_soc1_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc1Compliant",
        /// A word, not a boolean.
        pub is_soc2_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc2Compliant",
        /// A word, not a boolean.
        pub is_soc3_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc3Compliant",
        /// A word, not a boolean.
        pub is_sox_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoxCompliant",
        /// A word, not a boolean.
        pub is_sp80053_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSp80053Compliant",
        /// A word, not a boolean.
        pub is_ssae16_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSsae16Compliant",
        /// A word, not a boolean.
        pub is_supports_saml: Option<DiscoveredCloudAppInfoAnswer> = "isSupportsSaml",
        /// A word, not a boolean.
        pub is_trusted_certificate: Option<DiscoveredCloudAppInfoAnswer> = "isTrustedCertificate",
        /// A word, not a boolean.
        pub is_user_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isUserAuditTrail",
        /// A word, not a boolean.
        pub is_user_can_upload_data: Option<DiscoveredCloudAppInfoAnswer> = "isUserCanUploadData",
        /// A word, not a boolean.
        pub is_user_roles_support: Option<DiscoveredCloudAppInfoAnswer> = "isUserRolesSupport",
        /// A word, not a boolean.
        pub is_valid_certificate_name: Option<DiscoveredCloudAppInfoAnswer> = "isValidCertificateName",
        pub latest_breach_date_time: Option<Timestamp> = "latestBreachDateTime",
        pub logon_urls: Vec<String> = "logonUrls",
        /// `v4` is sent only with the header `Prefer: include-unknown-enum-members`.
        pub pci_dss_version: Option<DiscoveredCloudAppInfoPciDssVersion> = "pciDssVersion",
        pub vendor: Option<String> = "vendor",
    }
}
