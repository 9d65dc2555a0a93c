//! `ActivityFilters`.

use http_core::{Id, Timestamp};

use crate::activities::EntityPk;
use crate::files::File;

http_core::entity! {
    /// Activity filters.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct ActivityFilters {
        /// Operators: eq, neq. app id, for example 11770.
        pub service: Option<i64> = "service",
        /// Operators: eq, neq. app instance.
        pub instance: Option<i64> = "instance",
        /// Operators: eq, neq, isset, isnotset. organisational unit of the acting user.
        pub user_org_unit: Option<String> = "user.orgUnit",
        /// Operators: eq, neq. event type; named activity.eventType until 2023-06 and that name is what
        /// clients in the field still send (`EVENT_CATEGORY_LOGIN` …).
        pub activity_event_action_type: Option<String> = "activity.eventActionType",
        /// Operators: eq. activity id.
        pub activity_id: Option<String> = "activity.id",
        /// Operators: eq. true: only impersonated events.
        pub activity_impersonated: Option<bool> = "activity.impersonated",
        /// Operators: contains, eq, neq, isset, isnotset. finer action type; listed twice in the
        /// document, with Contains capitalised; microsoft/MCAS sends activity.actionType.
        pub action_type: Option<String> = "actionType",
        /// Operators: eq. true: only admin events, false: only others.
        pub activity_type: Option<bool> = "activity.type",
        /// Operators: eq, neq. action taken on the activity; only BypassProxy begins with a capital;
        /// null means no action.
        pub activity_taken_action: Option<String> = "activity.takenAction",
        /// Operators: eq, neq. null means no value.
        pub device_type: Option<String> = "device.type",
        /// Operators: eq, neq. device tag ids.
        pub device_tags: Option<String> = "device.tags",
        /// Operators: contains, ncontains. raw user agent text.
        pub user_agent_user_agent: Option<String> = "userAgent.userAgent",
        /// Operators: eq, neq. user agent tag ids, see facts.md.
        pub user_agent_tags: Option<String> = "userAgent.tags",
        /// Operators: eq, neq, isset, isnotset. two-letter country code.
        pub location_country: Option<String> = "location.country",
        /// Operators: eq, neq, isset, isnotset, contains. internet provider.
        pub location_organizations: Option<String> = "location.organizations",
        /// Operators: eq, startswith, doesnotstartwith, isset, isnotset, neq.
        pub ip_address: Option<String> = "ip.address",
        /// Operators: eq, neq. type given as "file": a file or folder.
        pub file_selector: Option<String> = "fileSelector",
        /// Operators: startswith, eq, endswith. Microsoft 365 URL.
        pub office365url: Option<String> = "office365url",
        /// Operators: eq. file id.
        pub file_id: Option<Id<File>> = "fileId",
        /// Operators: eq, neq. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider;
        /// 6=Other.
        pub ip_category: Option<i64> = "ip.category",
        /// Operators: eq, neq. IP tag ids, see facts.md.
        pub ip_tags: Option<String> = "ip.tags",
        /// Operators: eq, startswithsingle, text. free text; microsoft/MCAS asks for 5 characters or
        /// more.
        pub text: Option<String> = "text",
        /// Operators: lte, gte, range, `lte_ndays`, `gte_ndays.` when it happened; epoch milliseconds.
        pub date: Option<Timestamp> = "date",
        /// Operators: eq, neq, isset, isnotset. policy ids.
        pub policy: Option<String> = "policy",
        /// Operators: eq, neq. source type or stream id; 0=Access control; 1=Session control; 2=App
        /// connector; 3=App connector analysis; 5=Discovery; 6=MDATP (4 is not used). The documented
        /// example is not valid JSON; bare integers are accepted (observed).
        pub source: Option<String> = "source",
        /// Operators: eq. activities behind an alert.
        pub activity_alert_id: Option<String> = "activity.alertId",
        /// Operators: eq, neq. id of an object in the activity.
        pub activity_object: Option<String> = "activityObject",
        /// Operators: lte, gte, range, gt, lt, eq. when it was stored; no type is given in the
        /// document, milliseconds by analogy.
        pub created: Option<Timestamp> = "created",
        /// Operators: eq, neq, isset, isnotset, startswith. acting entity; list of pks.
        pub entity: Option<EntityPk> = "entity",
        /// Operators: eq, neq, isset, isnotset, startswith.
        pub user_username: Option<String> = "user.username",
        /// Operators: eq, neq, isset, isnotset, startswith. group ids; microsoft/MCAS sends
        /// `[{"role":1,"adv":true}`, id, `…]`.
        pub user_tags: Option<String> = "user.tags",
        /// Operators: eq, neq, isset, isnotset.
        pub user_domain: Option<String> = "user.domain",
    }
}
