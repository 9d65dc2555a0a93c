//! `AssetCertificateAssessment`.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Unique by deviceId, thumbprint, path.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md`.
    pub struct AssetCertificateAssessment {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Typed Boolean in the table.
        pub thumbprint: Option<String> = "thumbprint" | "Thumbprint",
        /// Store `location\store\thumbprint`.
        pub path: Option<String> = "path" | "Path",
        /// sha384ECDSA seen.
        pub signature_algorithm: Option<String> = "signatureAlgorithm" | "SignatureAlgorithm",
        /// KeySize, String, in the table.
        pub key_length: Option<i64> = "keyLength" | "KeyLength",
        /// ExpirationDate in the table; year 0001 means not known.
        pub not_after: Option<Timestamp> = "notAfter" | "NotAfter" | "ExpirationDate",
        /// IssueDate in the table.
        pub not_before: Option<Timestamp> = "notBefore" | "NotBefore" | "IssueDate",
        /// CA seen; the other value, for an end entity, is described but not spelled.
        pub subject_type: Option<String> = "subjectType" | "SubjectType",
        pub serial_number: Option<String> = "serialNumber" | "SerialNumber",
        /// IssuedTo in the table; shape not given.
        pub subject_object: Option<Value> = "subjectObject" | "SubjectObject" | "IssuedTo",
        /// IssuedBy in the table; shape not given.
        pub issuer_object: Option<Value> = "issuerObject" | "IssuerObject" | "IssuedBy",
        /// KeyUsage, String, in the table.
        pub key_usage_array: Option<Value> = "keyUsageArray" | "KeyUsageArray" | "KeyUsage",
        /// ExtendedKeyUsage, String, in the table.
        pub extended_key_usage_array: Option<Value> = "extendedKeyUsageArray" | "ExtendedKeyUsageArray" | "ExtendedKeyUsage",
        /// Sample only.
        pub is_self_signed: Option<bool> = "isSelfSigned" | "IsSelfSigned",
        /// 0 or a number; typed String in places, a number in every sample.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
    }
}
