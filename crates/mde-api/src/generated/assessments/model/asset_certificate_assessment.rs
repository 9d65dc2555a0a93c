//! `AssetCertificateAssessment`.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Unique by deviceId, thumbprint, path.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md;
    /// the $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct AssetCertificateAssessment {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub thumbprint: Option<String> = "thumbprint" | "Thumbprint",
        /// Store `location\store\thumbprint`.
        pub path: Option<String> = "path" | "Path",
        /// Such as sha384ECDSA.
        pub signature_algorithm: Option<String> = "signatureAlgorithm" | "SignatureAlgorithm",
        pub key_size: Option<i64> = "keySize" | "KeySize" | "keyLength",
        /// Year 0001 means not known.
        pub expiration_date: Option<Timestamp> = "expirationDate" | "ExpirationDate" | "notAfter",
        pub issue_date: Option<Timestamp> = "issueDate" | "IssueDate" | "notBefore",
        /// CA for an authority.
        pub subject_type: Option<String> = "subjectType" | "SubjectType",
        pub serial_number: Option<String> = "serialNumber" | "SerialNumber",
        pub issued_to: Option<Value> = "issuedTo" | "IssuedTo" | "subjectObject",
        pub issued_by: Option<Value> = "issuedBy" | "IssuedBy" | "issuerObject",
        pub key_usage: Option<Value> = "keyUsage" | "KeyUsage" | "keyUsageArray",
        pub extended_key_usage: Option<Value> = "extendedKeyUsage" | "ExtendedKeyUsage" | "extendedKeyUsageArray",
        pub is_self_signed: Option<bool> = "isSelfSigned" | "IsSelfSigned",
        /// 0 or a number.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
    }
}
