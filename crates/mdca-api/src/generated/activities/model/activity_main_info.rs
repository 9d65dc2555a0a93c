//! `ActivityMainInfo`.

use crate::activities::ActivityEventObject;
use crate::activities::ActivityResult;

http_core::entity! {
    /// Activity main info.
    ///
    /// Source: `observed`.
    pub struct ActivityMainInfo {
        /// Event objects.
        pub event_objects: Vec<ActivityEventObject> = "eventObjects",
        /// Activity result.
        pub activity_result: Option<ActivityResult> = "activityResult",
        /// Raw operation name.
        pub raw_operation_name: Option<String> = "rawOperationName",
        /// Pretty operation name.
        pub pretty_operation_name: Option<String> = "prettyOperationName",
        /// Type. Such as basic, failedLogin.
        pub r#type: Option<String> = "type",
    }
}
