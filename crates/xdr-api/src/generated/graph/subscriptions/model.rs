//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Subscription.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Subscription {
        /// Id.
        pub id: Id<Subscription> = "id",
        /// Application id.
        pub application_id: Option<String> = "applicationId",
        /// Change type. Comma separated: created, updated, deleted.
        pub change_type: Option<String> = "changeType",
        /// Client state.
        pub client_state: Option<String> = "clientState",
        /// Creator id.
        pub creator_id: Option<String> = "creatorId",
        /// Encryption certificate.
        pub encryption_certificate: Option<String> = "encryptionCertificate",
        /// Encryption certificate id.
        pub encryption_certificate_id: Option<String> = "encryptionCertificateId",
        /// Expiration date time.
        pub expiration_date_time: Option<Timestamp> = "expirationDateTime",
        /// Include resource data.
        pub include_resource_data: Option<bool> = "includeResourceData",
        /// Latest supported tls version.
        pub latest_supported_tls_version: Option<String> = "latestSupportedTlsVersion",
        /// Lifecycle notification url.
        pub lifecycle_notification_url: Option<String> = "lifecycleNotificationUrl",
        /// Notification query options.
        pub notification_query_options: Option<String> = "notificationQueryOptions",
        /// Notification url.
        pub notification_url: Option<String> = "notificationUrl",
        /// Notification url app id.
        pub notification_url_app_id: Option<String> = "notificationUrlAppId",
        /// Resource.
        pub resource: Option<String> = "resource",
    }
}
