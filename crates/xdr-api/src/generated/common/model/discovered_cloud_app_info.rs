//! `DiscoveredCloudAppInfo`.

use http_core::{Flags, Id, Timestamp};

use crate::common::DiscoveredCloudAppInfoAnswer;
use crate::common::DiscoveredCloudAppInfoCsaStarLevel;
use crate::common::DiscoveredCloudAppInfoDataAtRestEncryptionMethod;
use crate::common::DiscoveredCloudAppInfoDataRetentionPolicy;
use crate::common::DiscoveredCloudAppInfoDataTypes;
use crate::common::DiscoveredCloudAppInfoEncryptionProtocol;
use crate::common::DiscoveredCloudAppInfoFedRampLevel;
use crate::common::DiscoveredCloudAppInfoHolding;
use crate::common::DiscoveredCloudAppInfoPciDssVersion;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppInfo {
        pub id: Id<DiscoveredCloudAppInfo> = "id",
        pub csa_star_level: Option<DiscoveredCloudAppInfoCsaStarLevel> = "csaStarLevel",
        pub data_at_rest_encryption_method: Option<DiscoveredCloudAppInfoDataAtRestEncryptionMethod> = "dataAtRestEncryptionMethod",
        pub data_center: Option<String> = "dataCenter",
        pub data_retention_policy: Option<DiscoveredCloudAppInfoDataRetentionPolicy> = "dataRetentionPolicy",
        pub data_types: Option<Flags<DiscoveredCloudAppInfoDataTypes>> = "dataTypes",
        pub domain_registration_date_time: Option<Timestamp> = "domainRegistrationDateTime",
        pub encryption_protocol: Option<DiscoveredCloudAppInfoEncryptionProtocol> = "encryptionProtocol",
        pub fed_ramp_level: Option<DiscoveredCloudAppInfoFedRampLevel> = "fedRampLevel",
        pub founded: Option<i64> = "founded",
        pub gdpr_readiness_statement: Option<String> = "gdprReadinessStatement",
        pub headquarters: Option<String> = "headquarters",
        pub holding: Option<DiscoveredCloudAppInfoHolding> = "holding",
        pub hosting_company: Option<String> = "hostingCompany",
        pub is_admin_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isAdminAuditTrail",
        pub is_cobit_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCobitCompliant",
        pub is_coppa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCoppaCompliant",
        pub is_data_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isDataAuditTrail",
        pub is_data_classification: Option<DiscoveredCloudAppInfoAnswer> = "isDataClassification",
        pub is_data_ownership: Option<DiscoveredCloudAppInfoAnswer> = "isDataOwnership",
        pub is_disaster_recovery_plan: Option<DiscoveredCloudAppInfoAnswer> = "isDisasterRecoveryPlan",
        pub is_dmca: Option<DiscoveredCloudAppInfoAnswer> = "isDmca",
        pub is_ferpa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFerpaCompliant",
        pub is_ffiec_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFfiecCompliant",
        pub is_file_sharing: Option<DiscoveredCloudAppInfoAnswer> = "isFileSharing",
        pub is_finra_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFinraCompliant",
        pub is_fisma_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFismaCompliant",
        pub is_gaap_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGaapCompliant",
        pub is_gdpr_data_protection_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionImpactAssessment",
        pub is_gdpr_data_protection_officer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionOfficer",
        pub is_gdpr_data_protection_secure_cross_border_data_transfer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionSecureCrossBorderDataTransfer",
        pub is_gdpr_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprImpactAssessment",
        pub is_gdpr_lawful_basis_for_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprLawfulBasisForProcessing",
        pub is_gdpr_report_data_breaches: Option<DiscoveredCloudAppInfoAnswer> = "isGdprReportDataBreaches",
        pub is_gdpr_rights_related_to_automated_decision_making: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightsRelatedToAutomatedDecisionMaking",
        pub is_gdpr_right_to_access: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToAccess",
        pub is_gdpr_right_to_be_informed: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToBeInformed",
        pub is_gdpr_right_to_data_portablility: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToDataPortablility",
        pub is_gdpr_right_to_erasure: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToErasure",
        pub is_gdpr_right_to_object: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToObject",
        pub is_gdpr_right_to_rectification: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRectification",
        pub is_gdpr_right_to_restriction_of_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRestrictionOfProcessing",
        pub is_gdpr_secure_cross_border_data_control: Option<DiscoveredCloudAppInfoAnswer> = "isGdprSecureCrossBorderDataControl",
        pub is_glba_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGlbaCompliant",
        pub is_hipaa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHipaaCompliant",
        pub is_hitrust_csf_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHitrustCsfCompliant",
        pub is_http_security_headers_content_security_policy: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersContentSecurityPolicy",
        pub is_http_security_headers_strict_transport_security: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersStrictTransportSecurity",
        pub is_http_security_headers_x_content_type_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXContentTypeOptions",
        pub is_http_security_headers_x_frame_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXFrameOptions",
        pub is_http_security_headers_x_xss_protection: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXXssProtection",
        pub is_ip_address_restriction: Option<DiscoveredCloudAppInfoAnswer> = "isIpAddressRestriction",
        pub is_isae3402_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIsae3402Compliant",
        pub is_iso27001_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27001Compliant",
        pub is_iso27017_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27017Compliant",
        pub is_iso27018_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27018Compliant",
        pub is_itar_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isItarCompliant",
        pub is_multi_factor_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isMultiFactorAuthentication",
        pub is_password_policy: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicy",
        pub is_password_policy_change_password_period: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyChangePasswordPeriod",
        pub is_password_policy_character_combination: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyCharacterCombination",
        pub is_password_policy_password_history_and_reuse: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordHistoryAndReuse",
        pub is_password_policy_password_length_limit: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordLengthLimit",
        pub is_password_policy_personal_information_use: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPersonalInformationUse",
        pub is_penetration_testing: Option<DiscoveredCloudAppInfoAnswer> = "isPenetrationTesting",
        pub is_privacy_shield_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isPrivacyShieldCompliant",
        pub is_remember_password: Option<DiscoveredCloudAppInfoAnswer> = "isRememberPassword",
        pub is_requires_user_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isRequiresUserAuthentication",
        pub is_soc1_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc1Compliant",
        pub is_soc2_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc2Compliant",
        pub is_soc3_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc3Compliant",
        pub is_sox_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoxCompliant",
        pub is_sp80053_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSp80053Compliant",
        pub is_ssae16_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSsae16Compliant",
        pub is_supports_saml: Option<DiscoveredCloudAppInfoAnswer> = "isSupportsSaml",
        pub is_trusted_certificate: Option<DiscoveredCloudAppInfoAnswer> = "isTrustedCertificate",
        pub is_user_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isUserAuditTrail",
        pub is_user_can_upload_data: Option<DiscoveredCloudAppInfoAnswer> = "isUserCanUploadData",
        pub is_user_roles_support: Option<DiscoveredCloudAppInfoAnswer> = "isUserRolesSupport",
        pub is_valid_certificate_name: Option<DiscoveredCloudAppInfoAnswer> = "isValidCertificateName",
        pub latest_breach_date_time: Option<Timestamp> = "latestBreachDateTime",
        /// May be an array.
        pub logon_urls: Vec<String> = "logonUrls",
        pub pci_dss_version: Option<DiscoveredCloudAppInfoPciDssVersion> = "pciDssVersion",
        pub vendor: Option<String> = "vendor",
    }
}
