//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md (the
    /// record itself is not documented); fields observed`.
    pub struct Entity {
        /// 24 hexadecimal digits. Not the fetch key.
        pub id_: Option<String> = "_id",
        /// Id within the app. Part of the fetch key.
        pub id: Id<Entity> = "id",
        /// App, instance and id, joined by `|`.
        pub ii: Option<String> = "ii",
        /// 1=account; 2=user.
        pub r#type: Option<i64> = "type",
        /// 0=N/A; 1=Staged; 2=Active; 3=Suspended; 4=Deleted.
        pub status: Option<i64> = "status",
        pub display_name: Option<String> = "displayName",
        /// On accounts the key in the syntax of Python, with single quotes, not JSON.
        pub username: Option<String> = "username",
        pub email: Option<String> = "email",
        pub domain: Option<String> = "domain",
        pub organization: Option<String> = "organization",
        pub role: Option<String> = "role",
        pub is_admin: Option<bool> = "isAdmin",
        pub is_external: Option<bool> = "isExternal",
        pub is_fake: Option<bool> = "isFake",
        pub id_type: Option<i64> = "idType",
        pub sid: Option<String> = "sid",
        /// ISO 8601 text, not milliseconds.
        pub last_seen: Option<Timestamp> = "lastSeen",
        pub user_groups: Vec<EntityGroup> = "userGroups",
        pub identifiers: Vec<Value> = "identifiers",
        pub app_data: Option<EntityAppData> = "appData",
        pub sub_apps: Vec<Value> = "subApps",
        /// Investigation priority. Retired.
        pub threat_score: Option<i64> = "threatScore",
        pub score_trends: Option<Value> = "scoreTrends",
        pub sctime: Option<Value> = "sctime",
        /// Governance actions open to this record.
        pub actions: Vec<GovernanceAction> = "actions",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct EntityAppData {
        pub app_id: Option<i64> = "appId",
        pub name: Option<String> = "name",
        pub saas: Option<i64> = "saas",
        pub instance: Option<i64> = "instance",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities.md`.
    pub struct EntityFilters {
        /// 1=account; 2=user.
        "type": Text { eq => type_eq, neq => type_neq, } words { "account" = "1", "user" = "2", }
        "isAdmin": Text { eq => is_admin_eq, }
        /// List of keys of entities. A user's accounts are included.
        "entity": Key { eq => entity_eq, neq => entity_neq, }
        /// Group ids.
        "userGroups": Text { eq => user_groups_eq, neq => user_groups_neq, }
        /// App id, for example 11770.
        "app": Integer { eq => app_eq, neq => app_neq, }
        /// App id and instance id, for example `11770, 1059065`.
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// True external, false internal, null no value.
        "isExternal": Bool { eq => is_external_eq, }
        "domain": Text { eq => domain_eq, neq => domain_neq, isset => domain_isset, isnotset => domain_isnotset, }
        /// Organisational unit.
        "organization": Text { eq => organization_eq, neq => organization_neq, isset => organization_isset, isnotset => organization_isnotset, }
        /// 0=N/A; 1=Staged; 2=Active; 3=Suspended; 4=Deleted.
        "status": Text { eq => status_eq, neq => status_neq, } words { "na" = "0", "staged" = "1", "active" = "2", "suspended" = "3", "deleted" = "4", }
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct EntityGroup {
        pub id_: Option<String> = "_id",
        /// 24 hexadecimal digits. The value the group filters take.
        pub id: Id<EntityGroup> = "id",
        pub name: Option<String> = "name",
        pub description: Option<String> = "description",
        pub users_count: Option<i64> = "usersCount",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md`.
    pub struct EntityPage {
        /// Number of matching records. Approximate.
        pub total: Option<i64> = "total",
        pub has_next: Option<bool> = "hasNext",
        pub data: Vec<Entity> = "data",
        pub max: Option<i64> = "max",
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}

http_core::entity! {
    /// Source: `observed`.
    pub struct GovernanceAction {
        /// Such as QuarantineTask, RescanFileTask, TrashFileTask.
        pub task_name: Id<GovernanceAction> = "task_name",
        /// Such as file.
        pub r#type: Option<String> = "type",
        /// Template name.
        pub display_title: Option<String> = "display_title",
        /// Null, or a `template` and its `parameters`.
        pub display_description: Option<Value> = "display_description",
        pub bulk_display_description: Option<String> = "bulk_display_description",
        pub bulk_support: Option<bool> = "bulk_support",
        pub has_icon: Option<bool> = "has_icon",
        pub preview_only: Option<bool> = "preview_only",
        pub is_blocking: Option<bool> = "is_blocking",
        pub governance_type: Option<Value> = "governance_type",
        pub confirm_button_style: Option<String> = "confirm_button_style",
        pub optional_notify: Option<Value> = "optional_notify",
        pub ui_governance_category: Option<i64> = "uiGovernanceCategory",
        pub alert_display_title: Option<String> = "alert_display_title",
        pub display_alert_text: Option<String> = "display_alert_text",
        pub display_alert_success_text: Option<String> = "display_alert_success_text",
        pub confirmation_button_text: Option<String> = "confirmation_button_text",
        pub confirmation_link: Option<String> = "confirmation_link",
    }
}
