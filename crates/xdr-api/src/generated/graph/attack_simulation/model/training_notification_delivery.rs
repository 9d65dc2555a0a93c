//! `TrainingNotificationDelivery`.

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/trainingnotificationdelivery.md`.
    pub struct TrainingNotificationDelivery {
        pub failed_message_delivery_count: Option<i64> = "failedMessageDeliveryCount",
        pub resolved_targets_count: Option<i64> = "resolvedTargetsCount",
        pub successful_message_delivery_count: Option<i64> = "successfulMessageDeliveryCount",
    }
}
