//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::common::FilterSet;

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-fetch.md
    /// (the record itself is not documented)`.
    pub struct Activity {
        /// Either tenant, app and a GUID joined by `_`, or 64 hexadecimal digits.
        pub id_: Id<Activity> = "_id",
        /// Same as `_id`.
        pub uid: Option<String> = "uid",
        /// Numeric tenant id.
        pub tenant_id: Option<i64> = "tenantId",
        pub aad_tenant_id: Option<String> = "aadTenantId",
        /// App id.
        pub app_id: Option<i64> = "appId",
        pub app_name: Option<String> = "appName",
        /// Same as appId.
        pub saas_id: Option<i64> = "saasId",
        /// App the event came through.
        pub src_app_id: Option<i64> = "srcAppId",
        /// When it happened, in epoch milliseconds.
        pub timestamp: Option<Timestamp> = "timestamp",
        /// Epoch milliseconds.
        pub timestamp_raw: Option<Timestamp> = "timestampRaw",
        /// Epoch milliseconds.
        pub instantiation: Option<Timestamp> = "instantiation",
        /// Epoch milliseconds.
        pub instantiation_raw: Option<Timestamp> = "instantiationRaw",
        /// When it was stored, in epoch milliseconds.
        pub created: Option<Timestamp> = "created",
        /// Epoch milliseconds.
        pub created_raw: Option<Timestamp> = "createdRaw",
        pub event_type: Option<i64> = "eventType",
        /// Such as `EVENT_AAD_LOGIN_FAILED`.
        pub event_type_value: Option<String> = "eventTypeValue",
        /// Such as `EVENT_CATEGORY_FAILED_LOGIN`.
        pub event_type_name: Option<String> = "eventTypeName",
        /// Such as `ENUM_ACTIVITY_GENERIC_TYPE_BASIC`.
        pub generic_event_type: Option<String> = "genericEventType",
        pub description: Option<String> = "description",
        /// Such as `EVENT_DESCRIPTION_BASIC_EVENT`.
        pub description_id: Option<String> = "description_id",
        /// Object of strings.
        pub description_metadata: Option<Value> = "description_metadata",
        /// A word such as INFO, not the alert code.
        pub severity: Option<String> = "severity",
        /// 0=Access control; 1=Session control; 2=App connector; 3=App connector analysis; 5=Discovery;
        /// 6=MDATP.
        pub source: Option<i64> = "source",
        pub confidence_level: Option<i64> = "confidenceLevel",
        /// Such as access.
        pub classifications: Vec<String> = "classifications",
        pub device: Option<ActivityDevice> = "device",
        pub location: Option<ActivityLocation> = "location",
        pub user: Option<ActivityUser> = "user",
        /// Holds userName on failed logons.
        pub failed_user_data: Option<Value> = "failedUserData",
        pub user_agent: Option<ActivityUserAgent> = "userAgent",
        pub main_info: Option<ActivityMainInfo> = "mainInfo",
        /// An object with keys `0`, `1`, `2` and so on, not a list. A member is null or has
        /// `displayName`, `id` and `resolved`.
        pub entity_data: Option<Value> = "entityData",
        pub resolved_actor: Option<ActivityActor> = "resolvedActor",
        pub resolved_actor_account: Option<ActivityActor> = "resolvedActorAccount",
        /// The event as the app sent it. Keys may differ from each other by case only.
        pub raw_data_json: Option<Value> = "rawDataJson",
        /// Holds otherIPs, a list of addresses.
        pub internals: Option<Value> = "internals",
        /// Object of booleans.
        pub event_routing: Option<Value> = "eventRouting",
        /// Object of booleans.
        pub lograbber_service: Option<Value> = "lograbberService",
        /// How each source collected it, with members such as o365 or aadLogins.
        pub collected: Option<Value> = "collected",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityActor {
        pub id: Option<String> = "id",
        /// A string here, an integer in eventObjects.
        pub saas_id: Option<String> = "saasId",
        /// A string here.
        pub instance_id: Option<String> = "instanceId",
        /// A string here.
        pub obj_type: Option<String> = "objType",
        /// A string here.
        pub role: Option<String> = "role",
        pub name: Option<String> = "name",
        pub resolved: Option<bool> = "resolved",
        pub governable: Option<bool> = "governable",
        pub tags: Vec<String> = "tags",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityDevice {
        pub client_ip: Option<String> = "clientIP",
        pub user_agent: Option<String> = "userAgent",
        pub country_code: Option<String> = "countryCode",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityEventObject {
        pub obj_type: Option<i64> = "objType",
        pub role: Option<i64> = "role",
        /// Absent on plain name/value objects.
        pub id: Option<String> = "id",
        pub name: Option<String> = "name",
        pub value: Option<String> = "value",
        pub service_object_type: Option<String> = "serviceObjectType",
        pub instance_id: Option<i64> = "instanceId",
        pub saas_id: Option<i64> = "saasId",
        pub resolved: Option<bool> = "resolved",
        pub governable: Option<bool> = "governable",
        /// May be negative. Refers to objects of the same person.
        pub link: Option<i64> = "link",
        pub tags: Vec<String> = "tags",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md`.
    pub struct ActivityFeedback {
        pub feedback: Option<String> = "feedback",
        pub feedback_value: Option<String> = "feedbackValue",
        pub feedback_text: Option<String> = "feedbackText",
        pub allow_contact: Option<bool> = "allowContact",
        pub contact_email: Option<String> = "contactEmail",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct ActivityFilters {
        /// App id, for example 11770.
        "service": Integer { eq => service_eq, neq => service_neq, }
        /// App instance.
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// Organisational unit of the acting user.
        "user.orgUnit": Text { eq => user_org_unit_eq, neq => user_org_unit_neq, isset => user_org_unit_isset, isnotset => user_org_unit_isnotset, }
        /// Event type, such as `EVENT_CATEGORY_LOGIN`.
        "activity.eventActionType": Text { eq => activity_event_action_type_eq, neq => activity_event_action_type_neq, }
        /// Activity id.
        "activity.id": Text { eq => activity_id_eq, }
        /// True: only impersonated events.
        "activity.impersonated": Bool { eq => activity_impersonated_eq, }
        /// Finer action type.
        "actionType": Text { contains => action_type_contains, eq => action_type_eq, neq => action_type_neq, isset => action_type_isset, isnotset => action_type_isnotset, }
        /// True: only admin events, false: only others.
        "activity.type": Bool { eq => activity_type_eq, }
        /// Action taken on the activity. Only BypassProxy begins with a capital. Null means no action.
        "activity.takenAction": Text { eq => activity_taken_action_eq, neq => activity_taken_action_neq, } words { "block" = "block", "proxy" = "proxy", "BypassProxy" = "BypassProxy", "encrypt" = "encrypt", "decrypt" = "decrypt", "verified" = "verified", "encryptionFailed" = "encryptionFailed", "protect" = "protect", "verify" = "verify", }
        /// Null means no value.
        "device.type": Text { eq => device_type_eq, neq => device_type_neq, } words { "DESKTOP" = "DESKTOP", "MOBILE" = "MOBILE", "TABLET" = "TABLET", "OTHER" = "OTHER", }
        /// Device tag ids.
        "device.tags": Text { eq => device_tags_eq, neq => device_tags_neq, }
        /// User agent as sent.
        "userAgent.userAgent": Text { contains => user_agent_user_agent_contains, ncontains => user_agent_user_agent_ncontains, }
        /// User agent tag ids. Built-in ones: 000000000000000000000000 native client,
        /// 000000010000000000000000 outdated browser, 000000020000000000000000 outdated operating
        /// system, 0000002b0000000000000000 robot.
        "userAgent.tags": Text { eq => user_agent_tags_eq, neq => user_agent_tags_neq, }
        /// Two-letter country code.
        "location.country": Text { eq => location_country_eq, neq => location_country_neq, isset => location_country_isset, isnotset => location_country_isnotset, }
        /// Internet provider.
        "location.organizations": Text { eq => location_organizations_eq, neq => location_organizations_neq, isset => location_organizations_isset, isnotset => location_organizations_isnotset, contains => location_organizations_contains, }
        "ip.address": Text { eq => ip_address_eq, startswith => ip_address_startswith, doesnotstartwith => ip_address_doesnotstartwith, isset => ip_address_isset, isnotset => ip_address_isnotset, neq => ip_address_neq, }
        /// A file or folder.
        "fileSelector": Text { eq => file_selector_eq, neq => file_selector_neq, }
        /// Microsoft 365 URL.
        "office365url": Text { startswith => office365url_startswith, eq => office365url_eq, endswith => office365url_endswith, }
        /// File id.
        "fileId": Text { eq => file_id_eq, }
        /// 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        "ip.category": Integer { eq => ip_category_eq, neq => ip_category_neq, } words { "corporate" = "1", "administrative" = "2", "risky" = "3", "vpn" = "4", "cloudProvider" = "5", "other" = "6", }
        /// IP tag ids. Built-in ones are among others: 000000030000000000000000 anonymous proxy,
        /// 0000000c0000000000000000 botnet, 0000000d0000000000000000 malware command and control
        /// server, 000000040000000000000000 satellite provider, 2dfa95cd7922d979d66fcff5 Tor.
        "ip.tags": Text { eq => ip_tags_eq, neq => ip_tags_neq, }
        /// Free text of 5 characters or more.
        "text": Text { eq => text_eq, startswithsingle => text_startswithsingle, text => text_text, }
        /// When it happened. Epoch milliseconds.
        "date": Time { lte => date_lte, gte => date_gte, range => date_range, lte_ndays => date_lte_ndays, gte_ndays => date_gte_ndays, }
        /// Policy ids.
        "policy": Text { eq => policy_eq, neq => policy_neq, isset => policy_isset, isnotset => policy_isnotset, }
        /// Source type or stream id. 0=Access control; 1=Session control; 2=App connector; 3=App
        /// connector analysis; 5=Discovery; 6=MDATP.
        "source": Text { eq => source_eq, neq => source_neq, } words { "accessControl" = "0", "sessionControl" = "1", "appConnector" = "2", "appConnectorAnalysis" = "3", "discovery" = "5", "mdatp" = "6", }
        /// Activities behind an alert.
        "activity.alertId": Text { eq => activity_alert_id_eq, }
        /// Id of an object in the activity.
        "activityObject": Text { eq => activity_object_eq, neq => activity_object_neq, }
        /// When it was stored.
        "created": Time { lte => created_lte, gte => created_gte, range => created_range, gt => created_gt, lt => created_lt, eq => created_eq, }
        /// The acting entity, as a list of keys.
        "entity": Key { eq => entity_eq, neq => entity_neq, isset => entity_isset, isnotset => entity_isnotset, startswith => entity_startswith, }
        "user.username": Text { eq => user_username_eq, neq => user_username_neq, isset => user_username_isset, isnotset => user_username_isnotset, startswith => user_username_startswith, }
        /// Group ids.
        "user.tags": Text { eq => user_tags_eq, neq => user_tags_neq, isset => user_tags_isset, isnotset => user_tags_isnotset, startswith => user_tags_startswith, }
        "user.domain": Text { eq => user_domain_eq, neq => user_domain_neq, isset => user_domain_isset, isnotset => user_domain_isnotset, }
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityLocation {
        pub country_code: Option<String> = "countryCode",
        pub city: Option<String> = "city",
        pub region: Option<String> = "region",
        pub region_code: Option<String> = "regionCode",
        pub postal_code: Option<String> = "postalCode",
        /// May be percent-encoded.
        pub carrier: Option<String> = "carrier",
        /// Internet provider.
        pub organization_searchable: Option<String> = "organizationSearchable",
        pub latitude: Option<f64> = "latitude",
        pub longitude: Option<f64> = "longitude",
        pub anonymous_proxy: Option<bool> = "anonymousProxy",
        pub is_satellite_provider: Option<bool> = "isSatelliteProvider",
        /// IP category. 0=none; 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider;
        /// 6=Other.
        pub category: Option<i64> = "category",
        /// Such as NONE, `CLOUD_PROXY_NETWORK_IP`.
        pub category_value: Option<String> = "categoryValue",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityMainInfo {
        pub event_objects: Vec<ActivityEventObject> = "eventObjects",
        pub activity_result: Option<ActivityResult> = "activityResult",
        pub raw_operation_name: Option<String> = "rawOperationName",
        pub pretty_operation_name: Option<String> = "prettyOperationName",
        /// Such as basic, failedLogin.
        pub r#type: Option<String> = "type",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityOperatingSystem {
        pub name: Option<String> = "name",
        pub family: Option<String> = "family",
        pub version: Option<String> = "version",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct ActivityPage {
        /// Number of matching records. Approximate.
        pub total: Option<i64> = "total",
        pub has_next: Option<bool> = "hasNext",
        pub data: Vec<Activity> = "data",
        /// Scan mode only.
        pub next_query_filters: Option<FilterSet> = "nextQueryFilters",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityResult {
        pub is_success: Option<bool> = "isSuccess",
        pub message: Option<String> = "message",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct ActivityUser {
        pub user_name: Option<String> = "userName",
        /// Group ids.
        pub user_tags: Vec<String> = "userTags",
    }
}

http_core::entity! {
    /// Source: `observed; MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md
    /// for deviceType`.
    pub struct ActivityUserAgent {
        pub family: Option<String> = "family",
        pub name: Option<String> = "name",
        pub browser: Option<String> = "browser",
        pub r#type: Option<String> = "type",
        pub type_name: Option<String> = "typeName",
        pub version: Option<String> = "version",
        /// A string.
        pub major: Option<String> = "major",
        /// A string.
        pub minor: Option<String> = "minor",
        pub device_type: Option<ActivityUserAgentDeviceType> = "deviceType",
        pub native_browser: Option<bool> = "nativeBrowser",
        /// Case varies.
        pub os: Option<String> = "os",
        pub operating_system: Option<ActivityOperatingSystem> = "operatingSystem",
        /// User agent tag ids.
        pub tags: Vec<String> = "tags",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct EntityPk {
        /// Id of an account or a user, for example an Entra object id.
        pub id: Id<EntityPk> = "id",
        /// App id: 11161 for Office 365.
        pub saas: Option<i64> = "saas",
        /// App instance, 0 for the first.
        pub inst: Option<i64> = "inst",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum ActivityUserAgentDeviceType {
        Desktop = "DESKTOP",
        Mobile = "MOBILE",
        Tablet = "TABLET",
        OtherValue = "OTHER",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SortField {
        Date = "date",
        Created = "created",
    }
}
