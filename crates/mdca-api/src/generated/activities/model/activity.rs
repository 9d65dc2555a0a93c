//! `Activity`.

use http_core::{Id, Timestamp, Value};

use crate::activities::ActivityActor;
use crate::activities::ActivityDevice;
use crate::activities::ActivityLocation;
use crate::activities::ActivityMainInfo;
use crate::activities::ActivityUser;
use crate::activities::ActivityUserAgent;

http_core::entity! {
    /// Activity.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md
    /// (the record itself is not documented)`.
    pub struct Activity {
        /// Id. The pk; either `<tenant>_<app>_<guid>` or 64 hexadecimal digits; not documented,
        /// observed in responses.
        pub id_: Id<Activity> = "_id",
        /// Uid. Same as `_id`; not documented, observed in responses.
        pub uid: Option<String> = "uid",
        /// Tenant id. Numeric tenant id; not documented, observed in responses.
        pub tenant_id: Option<i64> = "tenantId",
        /// Aad tenant id. Not documented, observed in responses.
        pub aad_tenant_id: Option<String> = "aadTenantId",
        /// App id. App id, see AppId; not documented, observed in responses.
        pub app_id: Option<i64> = "appId",
        /// App name. Not documented, observed in responses.
        pub app_name: Option<String> = "appName",
        /// Saas id. Same as appId; not documented, observed in responses.
        pub saas_id: Option<i64> = "saasId",
        /// Src app id. App the event came through; not documented, observed in responses.
        pub src_app_id: Option<i64> = "srcAppId",
        /// Timestamp. When it happened, epoch milliseconds (sortField date); not documented, observed
        /// in responses.
        pub timestamp: Option<Timestamp> = "timestamp",
        /// Timestamp raw. Epoch milliseconds; not documented, observed in responses.
        pub timestamp_raw: Option<Timestamp> = "timestampRaw",
        /// Instantiation. Epoch milliseconds; not documented, observed in responses.
        pub instantiation: Option<Timestamp> = "instantiation",
        /// Instantiation raw. Epoch milliseconds; not documented, observed in responses.
        pub instantiation_raw: Option<Timestamp> = "instantiationRaw",
        /// Created. When it was stored, epoch milliseconds (sortField created).
        pub created: Option<Timestamp> = "created",
        /// Created raw. Epoch milliseconds; not documented, observed in responses.
        pub created_raw: Option<Timestamp> = "createdRaw",
        /// Event type. Not documented, observed in responses.
        pub event_type: Option<i64> = "eventType",
        /// Event type value. Such as `EVENT_AAD_LOGIN_FAILED`; not documented, observed in responses.
        pub event_type_value: Option<String> = "eventTypeValue",
        /// Event type name. Such as `EVENT_CATEGORY_FAILED_LOGIN`; not documented, observed in
        /// responses.
        pub event_type_name: Option<String> = "eventTypeName",
        /// Generic event type. Such as `ENUM_ACTIVITY_GENERIC_TYPE_BASIC`; not documented, observed in
        /// responses.
        pub generic_event_type: Option<String> = "genericEventType",
        /// Description. Not documented, observed in responses.
        pub description: Option<String> = "description",
        /// Description id. Such as `EVENT_DESCRIPTION_BASIC_EVENT`; not documented, observed in
        /// responses.
        pub description_id: Option<String> = "description_id",
        /// Description metadata. Object of strings; not documented, observed in responses.
        pub description_metadata: Option<Value> = "description_metadata",
        /// Severity. A word such as INFO, not the alert code; not documented, observed in responses.
        pub severity: Option<String> = "severity",
        /// Source. 0=Access control; 1=Session control; 2=App connector; 3=App connector analysis;
        /// 5=Discovery; 6=MDATP.
        pub source: Option<i64> = "source",
        /// Confidence level. Not documented, observed in responses.
        pub confidence_level: Option<i64> = "confidenceLevel",
        /// Classifications. Such as access; not documented, observed in responses.
        pub classifications: Vec<String> = "classifications",
        /// Device. Not documented, observed in responses.
        pub device: Option<ActivityDevice> = "device",
        /// Location. Not documented, observed in responses.
        pub location: Option<ActivityLocation> = "location",
        /// User. Not documented, observed in responses.
        pub user: Option<ActivityUser> = "user",
        /// Failed user data. Holds userName on failed logons; not documented, observed in responses.
        pub failed_user_data: Option<Value> = "failedUserData",
        /// User agent. Not documented, observed in responses.
        pub user_agent: Option<ActivityUserAgent> = "userAgent",
        /// Main info. Not documented, observed in responses.
        pub main_info: Option<ActivityMainInfo> = "mainInfo",
        /// Entity data. An object keyed "0", "1", "2" …, not a list; members may be null; each
        /// non-null member is `{displayName`, id: EntityPk, `resolved}`; not documented, observed in
        /// responses.
        pub entity_data: Option<Value> = "entityData",
        /// Resolved actor. Not documented, observed in responses.
        pub resolved_actor: Option<ActivityActor> = "resolvedActor",
        /// Resolved actor account. Not documented, observed in responses.
        pub resolved_actor_account: Option<ActivityActor> = "resolvedActorAccount",
        /// Raw data json. The event as the app sent it; keys may differ from each other by case only.
        pub raw_data_json: Option<Value> = "rawDataJson",
        /// Internals. Holds otherIPs, a list of addresses; not documented, observed in responses.
        pub internals: Option<Value> = "internals",
        /// Event routing. Object of booleans; not documented, observed in responses.
        pub event_routing: Option<Value> = "eventRouting",
        /// Lograbber service. Object of booleans; not documented, observed in responses.
        pub lograbber_service: Option<Value> = "lograbberService",
        /// Collected. Per-source collection data, such as o365 or aadLogins; not documented, observed
        /// in responses.
        pub collected: Option<Value> = "collected",
    }
}
