//! `ActivityFilters`.

use http_core::{Id, Timestamp};

use crate::activities::EntityPk;
use crate::files::File;

http_core::entity! {
    /// Activity filters.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct ActivityFilters {
        /// Service. Operators: eq, neq. app id, for example 11770.
        pub service: Option<i64> = "service",
        /// Instance. Operators: eq, neq. app instance.
        pub instance: Option<i64> = "instance",
        /// User org unit. Operators: eq, neq, isset, isnotset. organisational unit of the acting user.
        pub user_org_unit: Option<String> = "user.orgUnit",
        /// Activity event action type. Operators: eq, neq. event type; named activity.eventType until
        /// 2023-06 and that name is what clients in the field still send (`EVENT_CATEGORY_LOGIN` …).
        pub activity_event_action_type: Option<String> = "activity.eventActionType",
        /// Activity id. Operators: eq. activity id.
        pub activity_id: Option<String> = "activity.id",
        /// Activity impersonated. Operators: eq. true: only impersonated events.
        pub activity_impersonated: Option<bool> = "activity.impersonated",
        /// Action type. Operators: contains, eq, neq, isset, isnotset. finer action type; listed twice
        /// in the document, with Contains capitalised; microsoft/MCAS sends activity.actionType.
        pub action_type: Option<String> = "actionType",
        /// Activity type. Operators: eq. true: only admin events, false: only others.
        pub activity_type: Option<bool> = "activity.type",
        /// Activity taken action. Operators: eq, neq. action taken on the activity; only BypassProxy
        /// begins with a capital; null means no action.
        pub activity_taken_action: Option<String> = "activity.takenAction",
        /// Device type. Operators: eq, neq. null means no value.
        pub device_type: Option<String> = "device.type",
        /// Device tags. Operators: eq, neq. device tag ids.
        pub device_tags: Option<String> = "device.tags",
        /// User agent user agent. Operators: contains, ncontains. raw user agent text.
        pub user_agent_user_agent: Option<String> = "userAgent.userAgent",
        /// User agent tags. Operators: eq, neq. user agent tag ids, see facts.md.
        pub user_agent_tags: Option<String> = "userAgent.tags",
        /// Location country. Operators: eq, neq, isset, isnotset. two-letter country code.
        pub location_country: Option<String> = "location.country",
        /// Location organizations. Operators: eq, neq, isset, isnotset, contains. internet provider.
        pub location_organizations: Option<String> = "location.organizations",
        /// Ip address. Operators: eq, startswith, doesnotstartwith, isset, isnotset, neq.
        pub ip_address: Option<String> = "ip.address",
        /// File selector. Operators: eq, neq. type given as "file": a file or folder.
        pub file_selector: Option<String> = "fileSelector",
        /// Office365url. Operators: startswith, eq, endswith. Microsoft 365 URL.
        pub office365url: Option<String> = "office365url",
        /// File id. Operators: eq. file id.
        pub file_id: Option<Id<File>> = "fileId",
        /// Ip category. Operators: eq, neq. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud
        /// provider; 6=Other.
        pub ip_category: Option<i64> = "ip.category",
        /// Ip tags. Operators: eq, neq. IP tag ids, see facts.md.
        pub ip_tags: Option<String> = "ip.tags",
        /// Text. Operators: eq, startswithsingle, text. free text; microsoft/MCAS asks for 5 characters
        /// or more.
        pub text: Option<String> = "text",
        /// Date. Operators: lte, gte, range, `lte_ndays`, `gte_ndays.` when it happened; epoch
        /// milliseconds.
        pub date: Option<Timestamp> = "date",
        /// Policy. Operators: eq, neq, isset, isnotset. policy ids.
        pub policy: Option<String> = "policy",
        /// Source. Operators: eq, neq. source type or stream id; 0=Access control; 1=Session control;
        /// 2=App connector; 3=App connector analysis; 5=Discovery; 6=MDATP (4 is not used). The
        /// documented example is not valid JSON; bare integers are accepted (observed).
        pub source: Option<String> = "source",
        /// Activity alert id. Operators: eq. activities behind an alert.
        pub activity_alert_id: Option<String> = "activity.alertId",
        /// Activity object. Operators: eq, neq. id of an object in the activity.
        pub activity_object: Option<String> = "activityObject",
        /// Created. Operators: lte, gte, range, gt, lt, eq. when it was stored; no type is given in the
        /// document, milliseconds by analogy.
        pub created: Option<Timestamp> = "created",
        /// Entity. Operators: eq, neq, isset, isnotset, startswith. acting entity; list of pks.
        pub entity: Option<EntityPk> = "entity",
        /// User username. Operators: eq, neq, isset, isnotset, startswith.
        pub user_username: Option<String> = "user.username",
        /// User tags. Operators: eq, neq, isset, isnotset, startswith. group ids; microsoft/MCAS sends
        /// `[{"role":1,"adv":true}`, id, `…]`.
        pub user_tags: Option<String> = "user.tags",
        /// User domain. Operators: eq, neq, isset, isnotset.
        pub user_domain: Option<String> = "user.domain",
    }
}
