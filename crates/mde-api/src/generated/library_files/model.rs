//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Library file.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/list-library-files.md`.
    pub struct LibraryFile {
        /// File name.
        pub file_name: Id<LibraryFile> = "fileName",
        /// Sha256.
        pub sha256: Option<String> = "sha256",
        /// Description.
        pub description: Option<String> = "description",
        /// Creation time.
        pub creation_time: Option<Timestamp> = "creationTime",
        /// Last updated time.
        pub last_updated_time: Option<Timestamp> = "lastUpdatedTime",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Has parameters.
        pub has_parameters: Option<bool> = "hasParameters",
        /// Parameters description. Left out when hasParameters is false.
        pub parameters_description: Option<String> = "parametersDescription",
    }
}
