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
    /// Discovered cloud app info.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct DiscoveredCloudAppInfo {
        /// Id.
        pub id: Id<DiscoveredCloudAppInfo> = "id",
        /// Csa star level. Enum paired by name.
        pub csa_star_level: Option<DiscoveredCloudAppInfoCsaStarLevel> = "csaStarLevel",
        /// Data at rest encryption method. Enum paired by name.
        pub data_at_rest_encryption_method: Option<DiscoveredCloudAppInfoDataAtRestEncryptionMethod> = "dataAtRestEncryptionMethod",
        /// Data center. Type not confirmed.
        pub data_center: Option<String> = "dataCenter",
        /// Data retention policy. Enum paired by name.
        pub data_retention_policy: Option<DiscoveredCloudAppInfoDataRetentionPolicy> = "dataRetentionPolicy",
        /// Data types. Enum paired by name.
        pub data_types: Option<Flags<DiscoveredCloudAppInfoDataTypes>> = "dataTypes",
        /// Domain registration date time.
        pub domain_registration_date_time: Option<Timestamp> = "domainRegistrationDateTime",
        /// Encryption protocol. Enum paired by name.
        pub encryption_protocol: Option<DiscoveredCloudAppInfoEncryptionProtocol> = "encryptionProtocol",
        /// Fed ramp level. Enum paired by name.
        pub fed_ramp_level: Option<DiscoveredCloudAppInfoFedRampLevel> = "fedRampLevel",
        /// Founded.
        pub founded: Option<i64> = "founded",
        /// Gdpr readiness statement. Type not confirmed.
        pub gdpr_readiness_statement: Option<String> = "gdprReadinessStatement",
        /// Headquarters. Type not confirmed.
        pub headquarters: Option<String> = "headquarters",
        /// Holding. Enum paired by name.
        pub holding: Option<DiscoveredCloudAppInfoHolding> = "holding",
        /// Hosting company. Type not confirmed.
        pub hosting_company: Option<String> = "hostingCompany",
        /// Is admin audit trail. cloudAppInfoState paired by name, may be a bool.
        pub is_admin_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isAdminAuditTrail",
        /// Is cobit compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_cobit_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCobitCompliant",
        /// Is coppa compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_coppa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isCoppaCompliant",
        /// Is data audit trail. cloudAppInfoState paired by name, may be a bool.
        pub is_data_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isDataAuditTrail",
        /// Is data classification. cloudAppInfoState paired by name, may be a bool.
        pub is_data_classification: Option<DiscoveredCloudAppInfoAnswer> = "isDataClassification",
        /// Is data ownership. cloudAppInfoState paired by name, may be a bool.
        pub is_data_ownership: Option<DiscoveredCloudAppInfoAnswer> = "isDataOwnership",
        /// Is disaster recovery plan. cloudAppInfoState paired by name, may be a bool.
        pub is_disaster_recovery_plan: Option<DiscoveredCloudAppInfoAnswer> = "isDisasterRecoveryPlan",
        /// Is dmca. cloudAppInfoState paired by name, may be a bool.
        pub is_dmca: Option<DiscoveredCloudAppInfoAnswer> = "isDmca",
        /// Is ferpa compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_ferpa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFerpaCompliant",
        /// Is ffiec compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_ffiec_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFfiecCompliant",
        /// Is file sharing. cloudAppInfoState paired by name, may be a bool.
        pub is_file_sharing: Option<DiscoveredCloudAppInfoAnswer> = "isFileSharing",
        /// Is finra compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_finra_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFinraCompliant",
        /// Is fisma compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_fisma_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isFismaCompliant",
        /// Is gaap compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_gaap_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGaapCompliant",
        /// Is gdpr data protection impact assessment. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_data_protection_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionImpactAssessment",
        /// Is gdpr data protection officer. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_data_protection_officer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionOfficer",
        /// Is gdpr data protection secure cross border data transfer. cloudAppInfoState paired by name,
        /// may be a bool.
        pub is_gdpr_data_protection_secure_cross_border_data_transfer: Option<DiscoveredCloudAppInfoAnswer> = "isGdprDataProtectionSecureCrossBorderDataTransfer",
        /// Is gdpr impact assessment. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_impact_assessment: Option<DiscoveredCloudAppInfoAnswer> = "isGdprImpactAssessment",
        /// Is gdpr lawful basis for processing. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_lawful_basis_for_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprLawfulBasisForProcessing",
        /// Is gdpr report data breaches. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_report_data_breaches: Option<DiscoveredCloudAppInfoAnswer> = "isGdprReportDataBreaches",
        /// Is gdpr rights related to automated decision making. cloudAppInfoState paired by name, may
        /// be a bool.
        pub is_gdpr_rights_related_to_automated_decision_making: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightsRelatedToAutomatedDecisionMaking",
        /// Is gdpr right to access. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_access: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToAccess",
        /// Is gdpr right to be informed. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_be_informed: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToBeInformed",
        /// Is gdpr right to data portablility. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_data_portablility: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToDataPortablility",
        /// Is gdpr right to erasure. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_erasure: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToErasure",
        /// Is gdpr right to object. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_object: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToObject",
        /// Is gdpr right to rectification. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_rectification: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRectification",
        /// Is gdpr right to restriction of processing. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_right_to_restriction_of_processing: Option<DiscoveredCloudAppInfoAnswer> = "isGdprRightToRestrictionOfProcessing",
        /// Is gdpr secure cross border data control. cloudAppInfoState paired by name, may be a bool.
        pub is_gdpr_secure_cross_border_data_control: Option<DiscoveredCloudAppInfoAnswer> = "isGdprSecureCrossBorderDataControl",
        /// Is glba compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_glba_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isGlbaCompliant",
        /// Is hipaa compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_hipaa_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHipaaCompliant",
        /// Is hitrust csf compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_hitrust_csf_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isHitrustCsfCompliant",
        /// Is http security headers content security policy. cloudAppInfoState paired by name, may be a
        /// bool.
        pub is_http_security_headers_content_security_policy: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersContentSecurityPolicy",
        /// Is http security headers strict transport security. cloudAppInfoState paired by name, may be
        /// a bool.
        pub is_http_security_headers_strict_transport_security: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersStrictTransportSecurity",
        /// Is http security headers x content type options. cloudAppInfoState paired by name, may be a
        /// bool.
        pub is_http_security_headers_x_content_type_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXContentTypeOptions",
        /// Is http security headers x frame options. cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_x_frame_options: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXFrameOptions",
        /// Is http security headers x xss protection. cloudAppInfoState paired by name, may be a bool.
        pub is_http_security_headers_x_xss_protection: Option<DiscoveredCloudAppInfoAnswer> = "isHttpSecurityHeadersXXssProtection",
        /// Is ip address restriction. cloudAppInfoState paired by name, may be a bool.
        pub is_ip_address_restriction: Option<DiscoveredCloudAppInfoAnswer> = "isIpAddressRestriction",
        /// Is isae3402 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_isae3402_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIsae3402Compliant",
        /// Is iso27001 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_iso27001_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27001Compliant",
        /// Is iso27017 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_iso27017_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27017Compliant",
        /// Is iso27018 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_iso27018_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isIso27018Compliant",
        /// Is itar compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_itar_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isItarCompliant",
        /// Is multi factor authentication. cloudAppInfoState paired by name, may be a bool.
        pub is_multi_factor_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isMultiFactorAuthentication",
        /// Is password policy. cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicy",
        /// Is password policy change password period. cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_change_password_period: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyChangePasswordPeriod",
        /// Is password policy character combination. cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_character_combination: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyCharacterCombination",
        /// Is password policy password history and reuse. cloudAppInfoState paired by name, may be a
        /// bool.
        pub is_password_policy_password_history_and_reuse: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordHistoryAndReuse",
        /// Is password policy password length limit. cloudAppInfoState paired by name, may be a bool.
        pub is_password_policy_password_length_limit: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPasswordLengthLimit",
        /// Is password policy personal information use. cloudAppInfoState paired by name, may be a
        /// bool.
        pub is_password_policy_personal_information_use: Option<DiscoveredCloudAppInfoAnswer> = "isPasswordPolicyPersonalInformationUse",
        /// Is penetration testing. cloudAppInfoState paired by name, may be a bool.
        pub is_penetration_testing: Option<DiscoveredCloudAppInfoAnswer> = "isPenetrationTesting",
        /// Is privacy shield compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_privacy_shield_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isPrivacyShieldCompliant",
        /// Is remember password. cloudAppInfoState paired by name, may be a bool.
        pub is_remember_password: Option<DiscoveredCloudAppInfoAnswer> = "isRememberPassword",
        /// Is requires user authentication. cloudAppInfoState paired by name, may be a bool.
        pub is_requires_user_authentication: Option<DiscoveredCloudAppInfoAnswer> = "isRequiresUserAuthentication",
        /// Is soc1 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_soc1_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc1Compliant",
        /// Is soc2 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_soc2_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc2Compliant",
        /// Is soc3 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_soc3_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoc3Compliant",
        /// Is sox compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_sox_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSoxCompliant",
        /// Is sp80053 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_sp80053_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSp80053Compliant",
        /// Is ssae16 compliant. cloudAppInfoState paired by name, may be a bool.
        pub is_ssae16_compliant: Option<DiscoveredCloudAppInfoAnswer> = "isSsae16Compliant",
        /// Is supports saml. cloudAppInfoState paired by name, may be a bool.
        pub is_supports_saml: Option<DiscoveredCloudAppInfoAnswer> = "isSupportsSaml",
        /// Is trusted certificate. cloudAppInfoState paired by name, may be a bool.
        pub is_trusted_certificate: Option<DiscoveredCloudAppInfoAnswer> = "isTrustedCertificate",
        /// Is user audit trail. cloudAppInfoState paired by name, may be a bool.
        pub is_user_audit_trail: Option<DiscoveredCloudAppInfoAnswer> = "isUserAuditTrail",
        /// Is user can upload data. cloudAppInfoState paired by name, may be a bool.
        pub is_user_can_upload_data: Option<DiscoveredCloudAppInfoAnswer> = "isUserCanUploadData",
        /// Is user roles support. cloudAppInfoState paired by name, may be a bool.
        pub is_user_roles_support: Option<DiscoveredCloudAppInfoAnswer> = "isUserRolesSupport",
        /// Is valid certificate name. cloudAppInfoState paired by name, may be a bool.
        pub is_valid_certificate_name: Option<DiscoveredCloudAppInfoAnswer> = "isValidCertificateName",
        /// Latest breach date time.
        pub latest_breach_date_time: Option<Timestamp> = "latestBreachDateTime",
        /// Logon urls. May be an array.
        pub logon_urls: Option<String> = "logonUrls",
        /// Pci dss version. Enum paired by name.
        pub pci_dss_version: Option<DiscoveredCloudAppInfoPciDssVersion> = "pciDssVersion",
        /// Vendor. Type not confirmed.
        pub vendor: Option<String> = "vendor",
    }
}
