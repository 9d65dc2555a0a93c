//! `FileDetails`.

http_core::entity! {
    /// File details.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileDetails {
        /// File name.
        pub file_name: Option<String> = "fileName",
        /// File path.
        pub file_path: Option<String> = "filePath",
        /// File publisher.
        pub file_publisher: Option<String> = "filePublisher",
        /// File size.
        pub file_size: Option<i64> = "fileSize",
        /// Issuer.
        pub issuer: Option<String> = "issuer",
        /// Md5.
        pub md5: Option<String> = "md5",
        /// Sha1.
        pub sha1: Option<String> = "sha1",
        /// Sha256.
        pub sha256: Option<String> = "sha256",
        /// Sha256 ac.
        pub sha256_ac: Option<String> = "sha256Ac",
        /// Signer.
        pub signer: Option<String> = "signer",
    }
}
