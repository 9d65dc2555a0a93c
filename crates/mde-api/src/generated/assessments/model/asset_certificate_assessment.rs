//! `AssetCertificateAssessment`.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Asset certificate assessment.
    ///
    /// Unique by deviceId, thumbprint, path.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md`.
    pub struct AssetCertificateAssessment {
        /// Device id.
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// Device name.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Thumbprint. Typed Boolean in the table.
        pub thumbprint: Option<String> = "thumbprint" | "Thumbprint",
        /// Path. Store `location\store\thumbprint`.
        pub path: Option<String> = "path" | "Path",
        /// Signature algorithm. sha384ECDSA seen.
        pub signature_algorithm: Option<String> = "signatureAlgorithm" | "SignatureAlgorithm",
        /// Key length. KeySize, String, in the table.
        pub key_length: Option<i64> = "keyLength" | "KeyLength",
        /// Not after. ExpirationDate in the table; year 0001 means not known.
        pub not_after: Option<Timestamp> = "notAfter" | "NotAfter" | "ExpirationDate",
        /// Not before. IssueDate in the table.
        pub not_before: Option<Timestamp> = "notBefore" | "NotBefore" | "IssueDate",
        /// Subject type. CA seen; the other value, for an end entity, is described but not spelled.
        pub subject_type: Option<String> = "subjectType" | "SubjectType",
        /// Serial number.
        pub serial_number: Option<String> = "serialNumber" | "SerialNumber",
        /// Subject object. IssuedTo in the table; shape not given.
        pub subject_object: Option<Value> = "subjectObject" | "SubjectObject" | "IssuedTo",
        /// Issuer object. IssuedBy in the table; shape not given.
        pub issuer_object: Option<Value> = "issuerObject" | "IssuerObject" | "IssuedBy",
        /// Key usage array. KeyUsage, String, in the table.
        pub key_usage_array: Option<Value> = "keyUsageArray" | "KeyUsageArray" | "KeyUsage",
        /// Extended key usage array. ExtendedKeyUsage, String, in the table.
        pub extended_key_usage_array: Option<Value> = "extendedKeyUsageArray" | "ExtendedKeyUsageArray" | "ExtendedKeyUsage",
        /// Is self signed. Sample only.
        pub is_self_signed: Option<bool> = "isSelfSigned" | "IsSelfSigned",
        /// Rbac group id. 0 or a number; typed String in places, a number in every sample.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
    }
}
