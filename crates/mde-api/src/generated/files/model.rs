//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// File.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/files.md`.
    pub struct File {
        /// Sha1.
        pub sha1: Id<File> = "sha1",
        /// Sha256.
        pub sha256: Option<String> = "sha256",
        /// Md5. Only in the sample of the alert's files, not in the property table.
        pub md5: Option<String> = "md5",
        /// Global prevalence.
        pub global_prevalence: Option<i64> = "globalPrevalence",
        /// Global first observed.
        pub global_first_observed: Option<Timestamp> = "globalFirstObserved",
        /// Global last observed.
        pub global_last_observed: Option<Timestamp> = "globalLastObserved",
        /// Size.
        pub size: Option<i64> = "size",
        /// File type.
        pub file_type: Option<String> = "fileType",
        /// Is pe file.
        pub is_pe_file: Option<bool> = "isPeFile",
        /// File publisher.
        pub file_publisher: Option<String> = "filePublisher",
        /// File product name. May hold HTML entities (&copy;).
        pub file_product_name: Option<String> = "fileProductName",
        /// Signer.
        pub signer: Option<String> = "signer",
        /// Issuer.
        pub issuer: Option<String> = "issuer",
        /// Signer hash.
        pub signer_hash: Option<String> = "signerHash",
        /// Is valid certificate.
        pub is_valid_certificate: Option<bool> = "isValidCertificate",
        /// Determination type. Seen: Unknown, Pua.
        pub determination_type: Option<String> = "determinationType",
        /// Determination value.
        pub determination_value: Option<String> = "determinationValue",
    }
}

http_core::entity! {
    /// File stats.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-statistics.md`.
    pub struct FileStats {
        /// Sha1.
        pub sha1: Id<FileStats> = "sha1",
        /// Organization prevalence. A number in the sample; type not documented.
        pub organization_prevalence: Option<i64> = "organizationPrevalence",
        /// Org first seen.
        pub org_first_seen: Option<Timestamp> = "orgFirstSeen",
        /// Org last seen.
        pub org_last_seen: Option<Timestamp> = "orgLastSeen",
        /// Globally prevalence. So spelled; File has globalPrevalence.
        pub globally_prevalence: Option<i64> = "globallyPrevalence",
        /// Global first observed.
        pub global_first_observed: Option<Timestamp> = "globalFirstObserved",
        /// Global last observed.
        pub global_last_observed: Option<Timestamp> = "globalLastObserved",
        /// Top file names.
        pub top_file_names: Vec<String> = "topFileNames",
    }
}
