//! `ActivityFilters`.

crate::filter_set::filter_set! {
    /// Activity filters.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct ActivityFilters {
        /// Service. App id, for example 11770.
        "service": Integer { eq => service_eq, neq => service_neq, }
        /// Instance. App instance.
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// User org unit. Organisational unit of the acting user.
        "user.orgUnit": Text { eq => user_org_unit_eq, neq => user_org_unit_neq, isset => user_org_unit_isset, isnotset => user_org_unit_isnotset, }
        /// Activity event action type. Event type; named activity.eventType until 2023-06 and that name
        /// is what clients in the field still send (`EVENT_CATEGORY_LOGIN` …).
        "activity.eventActionType": Text { eq => activity_event_action_type_eq, neq => activity_event_action_type_neq, }
        /// Activity id. Activity id.
        "activity.id": Text { eq => activity_id_eq, }
        /// Activity impersonated. True: only impersonated events.
        "activity.impersonated": Bool { eq => activity_impersonated_eq, }
        /// Action type. Finer action type; listed twice in the document, with Contains capitalised;
        /// microsoft/MCAS sends activity.actionType.
        "actionType": Text { contains => action_type_contains, eq => action_type_eq, neq => action_type_neq, isset => action_type_isset, isnotset => action_type_isnotset, }
        /// Activity type. True: only admin events, false: only others.
        "activity.type": Bool { eq => activity_type_eq, }
        /// Activity taken action. Action taken on the activity; only BypassProxy begins with a capital;
        /// null means no action.
        "activity.takenAction": Text { eq => activity_taken_action_eq, neq => activity_taken_action_neq, }
        /// Device type. Null means no value.
        "device.type": Text { eq => device_type_eq, neq => device_type_neq, }
        /// Device tags. Device tag ids.
        "device.tags": Text { eq => device_tags_eq, neq => device_tags_neq, }
        /// User agent user agent. Raw user agent text.
        "userAgent.userAgent": Text { contains => user_agent_user_agent_contains, ncontains => user_agent_user_agent_ncontains, }
        /// User agent tags. User agent tag ids; built-in ones: 000000000000000000000000 native client,
        /// 000000010000000000000000 outdated browser, 000000020000000000000000 outdated operating
        /// system, 0000002b0000000000000000 robot.
        "userAgent.tags": Text { eq => user_agent_tags_eq, neq => user_agent_tags_neq, }
        /// Location country. Two-letter country code.
        "location.country": Text { eq => location_country_eq, neq => location_country_neq, isset => location_country_isset, isnotset => location_country_isnotset, }
        /// Location organizations. Internet provider.
        "location.organizations": Text { eq => location_organizations_eq, neq => location_organizations_neq, isset => location_organizations_isset, isnotset => location_organizations_isnotset, contains => location_organizations_contains, }
        /// Ip address.
        "ip.address": Text { eq => ip_address_eq, startswith => ip_address_startswith, doesnotstartwith => ip_address_doesnotstartwith, isset => ip_address_isset, isnotset => ip_address_isnotset, neq => ip_address_neq, }
        /// File selector. Type given as "file": a file or folder.
        "fileSelector": Text { eq => file_selector_eq, neq => file_selector_neq, }
        /// Office365url. Microsoft 365 URL.
        "office365url": Text { startswith => office365url_startswith, eq => office365url_eq, endswith => office365url_endswith, }
        /// File id. File id.
        "fileId": Text { eq => file_id_eq, }
        /// Ip category. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        "ip.category": Integer { eq => ip_category_eq, neq => ip_category_neq, }
        /// Ip tags. IP tag ids; built-in ones are among others: 000000030000000000000000 anonymous
        /// proxy, 0000000c0000000000000000 botnet, 0000000d0000000000000000 malware command and control
        /// server, 000000040000000000000000 satellite provider, 2dfa95cd7922d979d66fcff5 Tor.
        "ip.tags": Text { eq => ip_tags_eq, neq => ip_tags_neq, }
        /// Text. Free text; microsoft/MCAS asks for 5 characters or more.
        "text": Text { eq => text_eq, startswithsingle => text_startswithsingle, text => text_text, }
        /// Date. When it happened; epoch milliseconds.
        "date": Time { lte => date_lte, gte => date_gte, range => date_range, lte_ndays => date_lte_ndays, gte_ndays => date_gte_ndays, }
        /// Policy. Policy ids.
        "policy": Text { eq => policy_eq, neq => policy_neq, isset => policy_isset, isnotset => policy_isnotset, }
        /// Source. Source type or stream id; 0=Access control; 1=Session control; 2=App connector;
        /// 3=App connector analysis; 5=Discovery; 6=MDATP (4 is not used). The documented example is
        /// not valid JSON; bare integers are accepted (observed).
        "source": Text { eq => source_eq, neq => source_neq, }
        /// Activity alert id. Activities behind an alert.
        "activity.alertId": Text { eq => activity_alert_id_eq, }
        /// Activity object. Id of an object in the activity.
        "activityObject": Text { eq => activity_object_eq, neq => activity_object_neq, }
        /// Created. When it was stored; no type is given in the document, milliseconds by analogy.
        "created": Time { lte => created_lte, gte => created_gte, range => created_range, gt => created_gt, lt => created_lt, eq => created_eq, }
        /// Entity. Acting entity; list of pks.
        "entity": Key { eq => entity_eq, neq => entity_neq, isset => entity_isset, isnotset => entity_isnotset, startswith => entity_startswith, }
        /// User username.
        "user.username": Text { eq => user_username_eq, neq => user_username_neq, isset => user_username_isset, isnotset => user_username_isnotset, startswith => user_username_startswith, }
        /// User tags. Group ids; microsoft/MCAS sends `[{"role":1,"adv":true}`, id, `…]`.
        "user.tags": Text { eq => user_tags_eq, neq => user_tags_neq, isset => user_tags_isset, isnotset => user_tags_isnotset, startswith => user_tags_startswith, }
        /// User domain.
        "user.domain": Text { eq => user_domain_eq, neq => user_domain_neq, isset => user_domain_isset, isnotset => user_domain_isnotset, }
    }
}
