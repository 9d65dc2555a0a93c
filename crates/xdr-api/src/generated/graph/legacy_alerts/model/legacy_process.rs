//! `LegacyProcess`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::LegacyFileHash;
use crate::graph::legacy_alerts::LegacyProcessIntegrityLevel;

http_core::entity! {
    /// Legacy process.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyProcess {
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Command line.
        pub command_line: Option<String> = "commandLine",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// File hash.
        pub file_hash: Option<LegacyFileHash> = "fileHash",
        /// Integrity level.
        pub integrity_level: Option<LegacyProcessIntegrityLevel> = "integrityLevel",
        /// Is elevated.
        pub is_elevated: Option<bool> = "isElevated",
        /// Name.
        pub name: Option<String> = "name",
        /// Parent process created date time.
        pub parent_process_created_date_time: Option<Timestamp> = "parentProcessCreatedDateTime",
        /// Parent process id.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// Parent process name.
        pub parent_process_name: Option<String> = "parentProcessName",
        /// Path.
        pub path: Option<String> = "path",
        /// Process id.
        pub process_id: Option<i64> = "processId",
    }
}
