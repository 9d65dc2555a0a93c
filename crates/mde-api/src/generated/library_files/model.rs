//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/list-library-files.md`.
    pub struct LibraryFile {
        pub file_name: Id<LibraryFile> = "fileName",
        pub sha256: Option<String> = "sha256",
        pub description: Option<String> = "description",
        pub creation_time: Option<Timestamp> = "creationTime",
        pub last_updated_time: Option<Timestamp> = "lastUpdatedTime",
        pub created_by: Option<String> = "createdBy",
        pub has_parameters: Option<bool> = "hasParameters",
        /// Left out when hasParameters is false.
        pub parameters_description: Option<String> = "parametersDescription",
    }
}
