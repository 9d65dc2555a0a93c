//! `FileDetails`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileDetails {
        pub file_name: Option<String> = "fileName",
        pub file_path: Option<String> = "filePath",
        pub file_publisher: Option<String> = "filePublisher",
        pub file_size: Option<i64> = "fileSize",
        pub issuer: Option<String> = "issuer",
        pub md5: Option<String> = "md5",
        pub sha1: Option<String> = "sha1",
        pub sha256: Option<String> = "sha256",
        pub sha256_ac: Option<String> = "sha256Ac",
        pub signer: Option<String> = "signer",
    }
}
