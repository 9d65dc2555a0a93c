//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Subscription {
        pub id: Id<Subscription> = "id",
        pub application_id: Option<String> = "applicationId",
        /// Comma separated: created, updated, deleted.
        pub change_type: Option<String> = "changeType",
        pub client_state: Option<String> = "clientState",
        pub creator_id: Option<String> = "creatorId",
        pub encryption_certificate: Option<String> = "encryptionCertificate",
        pub encryption_certificate_id: Option<String> = "encryptionCertificateId",
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        pub include_resource_data: Option<bool> = "includeResourceData",
        pub latest_supported_tls_version: Option<String> = "latestSupportedTlsVersion",
        pub lifecycle_notification_url: Option<String> = "lifecycleNotificationUrl",
        pub notification_query_options: Option<String> = "notificationQueryOptions",
        pub notification_url: Option<String> = "notificationUrl",
        pub notification_url_app_id: Option<String> = "notificationUrlAppId",
        pub resource: Option<String> = "resource",
    }
}
