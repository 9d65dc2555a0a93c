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
        /// Enum paired by name.
        pub csa_star_level: Option<DiscoveredCloudAppInfoCsaStarLevel> = "csaStarLevel",
        /// Enum paired by name.
        pub data_at_rest_encryption_method: Option<DiscoveredCloudAppInfoDataAtRestEncryptionMethod> = "dataAtRestEncryptionMethod",
        /// Type not confirmed.
        pub data_center: Option<String> = "dataCenter",
        /// Enum paired by name.
        pub data_retention_policy: Option<DiscoveredCloudAppInfoDataRetentionPolicy> = "dataRetentionPolicy",
        /// Enum paired by name.
        pub data_types: Option<Flags<DiscoveredCloudAppInfoDataTypes>> = "dataTypes",
        pub domain_registration_date_time: Option<Timestamp> = "domainRegistrationDateTime",
        /// Enum paired by name.
        pub encryption_protocol: Option<DiscoveredCloudAppInfoEncryptionProtocol> = "encryptionProtocol",
        /// Enum paired by name.
        pub fed_ramp_level: Option<DiscoveredCloudAppInfoFedRampLevel> = "fedRampLevel",
        pub founded: Option<i64> = "founded",
        /// Type not confirmed.
        pub gdpr_readiness_statement: Option<String> = "gdprReadinessStatement",
        /// Type not confirmed.
        pub headquarters: Option<String> = "headquarters",
        /// Enum paired by name.
        pub holding: Option<DiscoveredCloudAppInfoHolding> = "holding",
        /// Type not confirmed.
        pub hosting_company: Option<String> = "hostingCompany",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_admin_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isAdminAuditTrail",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_cobit_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCobitCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_coppa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCoppaCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_data_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isDataAuditTrail",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_data_classification: Option<DiscoveredCloudAppInfoAnswer> = "isDataClassification",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_data_ownership: Option<DiscoveredCloudAppInfoAnswer> = "isDataOwnership",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_disaster_recovery_plan: Option<DiscoveredCloudAppInfoAnswer> = "isDisasterRecoveryPlan",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_dmca: Option<DiscoveredCloudAppInfoAnswer> = "isDmca",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_ferpa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFerpaCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_ffiec_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFfiecCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_file_sharing: Option<DiscoveredCloudAppInfoAnswer> = "isFileSharing",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_finra_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFinraCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_fisma_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFismaCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gaap_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGaapCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_data_protection_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionImpactAssessment",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_data_protection_officer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionOfficer",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_data_protection_secure_cross_border_data_transfer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionSecureCrossBorderDataTransfer",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprImpactAssessment",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_lawful_basis_for_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprLawfulBasisForProcessing",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_report_data_breaches: Option<DiscoveredCloudAppInfoAnswer> = "isGdprReportDataBreaches",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_rights_related_to_automated_decision_making: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightsRelatedToAutomatedDecisionMaking",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_access: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToAccess",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_be_informed: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToBeInformed",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_data_portablility: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToDataPortablility",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_erasure: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToErasure",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_object: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToObject",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_rectification: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRectification",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_restriction_of_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRestrictionOfProcessing",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_secure_cross_border_data_control: Option<DiscoveredCloudAppInfoAnswer> = "isGdprSecureCrossBorderDataControl",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_glba_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGlbaCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_hipaa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHipaaCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_hitrust_csf_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHitrustCsfCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_content_security_policy: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersContentSecurityPolicy",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_strict_transport_security: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersStrictTransportSecurity",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_x_content_type_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXContentTypeOptions",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_x_frame_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXFrameOptions",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_x_xss_protection: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXXssProtection",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_ip_address_restriction: Option<DiscoveredCloudAppInfoAnswer> = "isIpAddressRestriction",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_isae3402_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIsae3402Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_iso27001_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27001Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_iso27017_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27017Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_iso27018_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27018Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_itar_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isItarCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_multi_factor_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isMultiFactorAuthentication",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicy",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_change_password_period: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyChangePasswordPeriod",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_character_combination: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyCharacterCombination",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_password_history_and_reuse: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordHistoryAndReuse",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_password_length_limit: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordLengthLimit",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_personal_information_use: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPersonalInformationUse",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_penetration_testing: Option<DiscoveredCloudAppInfoAnswer> = "isPenetrationTesting",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_privacy_shield_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isPrivacyShieldCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_remember_password: Option<DiscoveredCloudAppInfoAnswer> = "isRememberPassword",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_requires_user_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isRequiresUserAuthentication",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_soc1_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc1Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_soc2_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc2Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_soc3_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc3Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_sox_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoxCompliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_sp80053_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSp80053Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_ssae16_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSsae16Compliant",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_supports_saml: Option<DiscoveredCloudAppInfoAnswer> = "isSupportsSaml",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_trusted_certificate: Option<DiscoveredCloudAppInfoAnswer> = "isTrustedCertificate",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_user_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isUserAuditTrail",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_user_can_upload_data: Option<DiscoveredCloudAppInfoAnswer> = "isUserCanUploadData",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_user_roles_support: Option<DiscoveredCloudAppInfoAnswer> = "isUserRolesSupport",
        /// cloudAppInfoState paired by name, may be a bool.
        pub is_valid_certificate_name: Option<DiscoveredCloudAppInfoAnswer> = "isValidCertificateName",
        pub latest_breach_date_time: Option<Timestamp> = "latestBreachDateTime",
        /// May be an array.
        pub logon_urls: Option<String> = "logonUrls",
        /// Enum paired by name.
        pub pci_dss_version: Option<DiscoveredCloudAppInfoPciDssVersion> = "pciDssVersion",
        /// Type not confirmed.
        pub vendor: Option<String> = "vendor",
    }
}
