//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

http_core::entity! {
    /// Entity.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md (the
    /// record itself is not documented); fields observed`.
    pub struct Entity {
        /// Id. 24 hexadecimal digits; not the fetch key.
        pub id_: Option<String> = "_id",
        /// Id. Id within the app; part of the fetch key.
        pub id: Id<Entity> = "id",
        /// Ii. `saas|inst|id`.
        pub ii: Option<String> = "ii",
        /// Type. 1 account, 2 user (from microsoft/MCAS).
        pub r#type: Option<i64> = "type",
        /// Status. 0=N/A; 1=Staged; 2=Active; 3=Suspended; 4=Deleted.
        pub status: Option<i64> = "status",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Username. On accounts a Python-style text of the pk with single quotes, not JSON.
        pub username: Option<String> = "username",
        /// Email.
        pub email: Option<String> = "email",
        /// Domain.
        pub domain: Option<String> = "domain",
        /// Organization.
        pub organization: Option<String> = "organization",
        /// Role.
        pub role: Option<String> = "role",
        /// Is admin.
        pub is_admin: Option<bool> = "isAdmin",
        /// Is external.
        pub is_external: Option<bool> = "isExternal",
        /// Is fake.
        pub is_fake: Option<bool> = "isFake",
        /// Id type. Codes not documented.
        pub id_type: Option<i64> = "idType",
        /// Sid.
        pub sid: Option<String> = "sid",
        /// Last seen. ISO 8601 text, not milliseconds.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// User groups.
        pub user_groups: Vec<EntityGroup> = "userGroups",
        /// Identifiers.
        pub identifiers: Vec<Value> = "identifiers",
        /// App data.
        pub app_data: Option<EntityAppData> = "appData",
        /// Sub apps.
        pub sub_apps: Vec<Value> = "subApps",
        /// Threat score. Investigation priority; retired.
        pub threat_score: Option<i64> = "threatScore",
        /// Score trends.
        pub score_trends: Option<Value> = "scoreTrends",
        /// Sctime.
        pub sctime: Option<Value> = "sctime",
        /// Actions. Governance actions open to this record.
        pub actions: Vec<GovernanceAction> = "actions",
    }
}

http_core::entity! {
    /// Entity app data.
    ///
    /// Source: `observed`.
    pub struct EntityAppData {
        /// App id.
        pub app_id: Option<i64> = "appId",
        /// Name.
        pub name: Option<String> = "name",
        /// Saas.
        pub saas: Option<i64> = "saas",
        /// Instance.
        pub instance: Option<i64> = "instance",
    }
}

crate::filter_set::filter_set! {
    /// Entity filters.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities.md`.
    pub struct EntityFilters {
        /// Type. Values not documented; microsoft/MCAS sends 1=account, 2=user.
        "type": Text { eq => type_eq, neq => type_neq, }
        /// Is admin. Typed string; microsoft/MCAS sends the boolean true.
        "isAdmin": Text { eq => is_admin_eq, }
        /// Entity. List of pks; for a user its accounts come too.
        "entity": Key { eq => entity_eq, neq => entity_neq, }
        /// User groups. Group ids.
        "userGroups": Text { eq => user_groups_eq, neq => user_groups_neq, }
        /// App. App id, for example 11770.
        "app": Integer { eq => app_eq, neq => app_neq, }
        /// Instance. App id and instance id, for example 11770, 1059065.
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// Is external. True external, false internal, null no value.
        "isExternal": Bool { eq => is_external_eq, }
        /// Domain.
        "domain": Text { eq => domain_eq, neq => domain_neq, isset => domain_isset, isnotset => domain_isnotset, }
        /// Organization. Organisational unit.
        "organization": Text { eq => organization_eq, neq => organization_neq, isset => organization_isset, isnotset => organization_isnotset, }
        /// Status. 0=N/A; 1=Staged; 2=Active; 3=Suspended; 4=Deleted. Typed string, but the record
        /// holds an integer and integers are accepted (observed).
        "status": Text { eq => status_eq, neq => status_neq, }
    }
}

http_core::entity! {
    /// Entity group.
    ///
    /// Source: `observed`.
    pub struct EntityGroup {
        /// Id.
        pub id_: Option<String> = "_id",
        /// Id. 24 hexadecimal digits; the value the group filters take.
        pub id: Id<EntityGroup> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Description.
        pub description: Option<String> = "description",
        /// Users count.
        pub users_count: Option<i64> = "usersCount",
    }
}

http_core::entity! {
    /// Entity page.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-list.md`.
    pub struct EntityPage {
        /// Total. Approximate.
        pub total: Option<i64> = "total",
        /// Has next.
        pub has_next: Option<bool> = "hasNext",
        /// Data.
        pub data: Vec<Entity> = "data",
        /// Max. Not documented, observed in responses.
        pub max: Option<i64> = "max",
        /// More than total. Not documented, observed in responses.
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}

http_core::entity! {
    /// Governance action.
    ///
    /// Source: `observed`.
    pub struct GovernanceAction {
        /// Task name. Such as QuarantineTask, RescanFileTask, TrashFileTask.
        pub task_name: Id<GovernanceAction> = "task_name",
        /// Type. Such as file.
        pub r#type: Option<String> = "type",
        /// Display title. Template name.
        pub display_title: Option<String> = "display_title",
        /// Display description. Null or `{template`, `parameters}`.
        pub display_description: Option<Value> = "display_description",
        /// Bulk display description.
        pub bulk_display_description: Option<String> = "bulk_display_description",
        /// Bulk support.
        pub bulk_support: Option<bool> = "bulk_support",
        /// Has icon.
        pub has_icon: Option<bool> = "has_icon",
        /// Preview only.
        pub preview_only: Option<bool> = "preview_only",
        /// Is blocking.
        pub is_blocking: Option<bool> = "is_blocking",
        /// Governance type.
        pub governance_type: Option<Value> = "governance_type",
        /// Confirm button style.
        pub confirm_button_style: Option<String> = "confirm_button_style",
        /// Optional notify.
        pub optional_notify: Option<Value> = "optional_notify",
        /// Ui governance category.
        pub ui_governance_category: Option<i64> = "uiGovernanceCategory",
        /// Alert display title.
        pub alert_display_title: Option<String> = "alert_display_title",
        /// Display alert text.
        pub display_alert_text: Option<String> = "display_alert_text",
        /// Display alert success text.
        pub display_alert_success_text: Option<String> = "display_alert_success_text",
        /// Confirmation button text.
        pub confirmation_button_text: Option<String> = "confirmation_button_text",
        /// Confirmation link.
        pub confirmation_link: Option<String> = "confirmation_link",
    }
}
