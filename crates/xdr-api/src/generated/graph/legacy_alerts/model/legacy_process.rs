//! `LegacyProcess`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::LegacyFileHash;
use crate::graph::legacy_alerts::LegacyProcessIntegrityLevel;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyProcess {
        pub account_name: Option<String> = "accountName",
        pub command_line: Option<String> = "commandLine",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub file_hash: Option<LegacyFileHash> = "fileHash",
        pub integrity_level: Option<LegacyProcessIntegrityLevel> = "integrityLevel",
        pub is_elevated: Option<bool> = "isElevated",
        pub name: Option<String> = "name",
        pub parent_process_created_date_time: Option<Timestamp> = "parentProcessCreatedDateTime",
        pub parent_process_id: Option<i64> = "parentProcessId",
        pub parent_process_name: Option<String> = "parentProcessName",
        pub path: Option<String> = "path",
        pub process_id: Option<i64> = "processId",
    }
}
