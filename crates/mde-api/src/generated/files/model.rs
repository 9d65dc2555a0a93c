//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/files.md`.
    pub struct File {
        pub sha1: Id<File> = "sha1",
        pub sha256: Option<String> = "sha256",
        pub md5: Option<String> = "md5",
        pub global_prevalence: Option<i64> = "globalPrevalence",
        pub global_first_observed: Option<Timestamp> = "globalFirstObserved",
        pub global_last_observed: Option<Timestamp> = "globalLastObserved",
        pub size: Option<i64> = "size",
        pub file_type: Option<String> = "fileType",
        pub is_pe_file: Option<bool> = "isPeFile",
        pub file_publisher: Option<String> = "filePublisher",
        /// May hold HTML entities (&copy;).
        pub file_product_name: Option<String> = "fileProductName",
        pub signer: Option<String> = "signer",
        pub issuer: Option<String> = "issuer",
        pub signer_hash: Option<String> = "signerHash",
        pub is_valid_certificate: Option<bool> = "isValidCertificate",
        /// Such as Unknown or Pua.
        pub determination_type: Option<String> = "determinationType",
        pub determination_value: Option<String> = "determinationValue",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-statistics.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct FileStats {
        pub sha1: Id<FileStats> = "sha1",
        pub organization_prevalence: Option<i64> = "organizationPrevalence",
        /// The same number as `organizationPrevalence`, as text.
        pub org_prevalence: Option<String> = "orgPrevalence",
        pub org_first_seen: Option<Timestamp> = "orgFirstSeen",
        pub org_last_seen: Option<Timestamp> = "orgLastSeen",
        /// Spelled so by the service; the same number is `globalPrevalence` of `File`.
        pub globally_prevalence: Option<i64> = "globallyPrevalence",
        /// The same number as `globallyPrevalence`, as text.
        pub global_prevalence: Option<String> = "globalPrevalence",
        pub global_first_observed: Option<Timestamp> = "globalFirstObserved",
        pub global_last_observed: Option<Timestamp> = "globalLastObserved",
        pub top_file_names: Vec<String> = "topFileNames",
    }
}
