//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::common::FilterSet;

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md;
    /// MicrosoftDocs/defender-docs:CloudAppSecurityDocs/api-alerts.md`.
    pub struct Alert {
        /// 24 hexadecimal digits.
        pub id_: Id<Alert> = "_id",
        /// Numeric alert type.
        pub id_value: Option<i64> = "idValue",
        /// When raised, epoch milliseconds.
        pub timestamp: Option<Timestamp> = "timestamp",
        pub title: Option<String> = "title",
        /// May hold HTML and the token `__siteIcon__`.
        pub description: Option<String> = "description",
        /// The description already is HTML.
        pub is_markdown: Option<bool> = "isMarkdown",
        pub entities: Vec<AlertEntity> = "entities",
        /// 0=UNREAD; 1=READ; 2=ARCHIVED.
        pub status_value: Option<i64> = "statusValue",
        /// 0=LOW; 1=MEDIUM; 2=HIGH; 3=INFORMATIONAL.
        pub severity_value: Option<i64> = "severityValue",
        /// 0=OPEN; 1=DISMISSED (legacy); 2=RESOLVED (legacy); `3=FALSE_POSITIVE`; 4=BENIGN;
        /// `5=TRUE_POSITIVE`. Absent from older records.
        pub resolution_status_value: Option<i64> = "resolutionStatusValue",
        /// `0=THREAT_DETECTION`; `1=PRIVILEGED_ACCOUNT_MONITORING`; 2=COMPLIANCE; 3=DLP; 4=DISCOVERY;
        /// `5=SHARING_CONTROL`; `7=ACCESS_CONTROL`; `8=CONFIGURATION_MONITORING`.
        pub stories: Vec<i64> = "stories",
        /// Short descriptions of the main parts.
        pub evidence: Vec<AlertEvidence> = "evidence",
        /// 0=UNKNOWN; 1=PREATTACK; `2=INITIAL_ACCESS`; 3=PERSISTENCE; `4=PRIVILEGE_ESCALATION`;
        /// `5=DEFENSE_EVASION`; `6=CREDENTIAL_ACCESS`; 7=DISCOVERY; `8=LATERAL_MOVEMENT`; 9=EXECUTION;
        /// 10=COLLECTION; 11=EXFILTRATION; `12=COMMAND_AND_CONTROL`; 13=IMPACT.
        pub intent: Vec<i64> = "intent",
        pub is_preview: Option<bool> = "isPreview",
        pub is_system_alert: Option<bool> = "isSystemAlert",
        /// Optional: ids of related events.
        pub audits: Vec<String> = "audits",
        /// Investigation priority.
        pub threat_score: Option<i64> = "threatScore",
        /// A `template` and its `parameters`.
        pub threat_score_reasoning: Vec<Value> = "threatScoreReasoning",
        /// Id of the Entra tenant.
        pub context_id: Option<String> = "contextId",
        pub policy: Option<AlertEntity> = "policy",
        /// Closing comment.
        pub comment: Option<String> = "comment",
        /// Who closed it.
        pub handled_by_user: Option<String> = "handledByUser",
        /// ISO 8601 text, unlike `timestamp`. Absent or null while the alert is open.
        pub resolve_time: Option<Timestamp> = "resolveTime",
        /// Link to the portal.
        pub url: Option<String> = "URL",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md`.
    pub struct AlertEntity {
        /// Such as account, user, device, service, policyRule, groupTag, file, ip or country.
        pub r#type: Option<String> = "type",
        /// String, but an integer (app id) where type is service.
        pub id: Option<Value> = "id",
        pub label: Option<String> = "label",
        /// Such as Source or Related.
        pub entity_role: Option<String> = "entityRole",
        pub entity_type: Option<i64> = "entityType",
        /// On accounts.
        pub inst: Option<i64> = "inst",
        /// On accounts.
        pub saas: Option<i64> = "saas",
        /// On accounts: the primary address.
        pub pa: Option<String> = "pa",
        /// On accounts: the e-mail address.
        pub em: Option<String> = "em",
        /// On policies: such as `ANOMALY_DETECTION`, FILE or SESSION.
        pub policy_type: Option<String> = "policyType",
        /// On addresses: this one raised the alert.
        pub triggered_alert: Option<bool> = "triggeredAlert",
    }
}

http_core::entity! {
    /// Source: `observed; MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts.md`.
    pub struct AlertEvidence {
        /// A `template` and its `parameters`.
        pub title: Option<Value> = "title",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts.md`.
    pub struct AlertFilters {
        /// List of keys of entities.
        "entity.entity": Key { eq => entity_entity_eq, neq => entity_entity_neq, }
        "entity.ip": Text { eq => entity_ip_eq, neq => entity_ip_neq, }
        /// App id, for example 11770.
        "entity.service": Integer { eq => entity_service_eq, neq => entity_service_neq, }
        /// App id and instance id, for example `11770, 1059065`.
        "entity.instance": Integer { eq => entity_instance_eq, neq => entity_instance_neq, }
        /// Policy id (the id of the policyRule entity), not its label.
        "entity.policy": Text { eq => entity_policy_eq, neq => entity_policy_neq, }
        "entity.file": Text { eq => entity_file_eq, neq => entity_file_neq, }
        /// True: open, false: closed.
        "alertOpen": Bool { eq => alert_open_eq, }
        /// 0=Low; 1=Medium; 2=High.
        "severity": Integer { eq => severity_eq, neq => severity_neq, } words { "low" = "0", "medium" = "1", "high" = "2", }
        /// 0=Open; 1=Dismissed (legacy); 2=Resolved (legacy); 3=Closed as false positive; 4=Closed as
        /// benign; 5=Closed as true positive.
        "resolutionStatus": Integer { eq => resolution_status_eq, neq => resolution_status_neq, } words { "open" = "0", "dismissed" = "1", "resolved" = "2", "falsePositive" = "3", "benign" = "4", "truePositive" = "5", }
        "read": Bool { eq => read_eq, }
        /// When raised. Epoch milliseconds.
        "date": Time { lte => date_lte, gte => date_gte, range => date_range, lte_ndays => date_lte_ndays, gte_ndays => date_gte_ndays, }
        /// When resolved.
        "resolutionDate": Time { lte => resolution_date_lte, gte => resolution_date_gte, range => resolution_date_range, }
        "risk": Integer { eq => risk_eq, neq => risk_neq, }
        /// Numeric alert type (idValue of the alert).
        "alertType": Integer { eq => alert_type_eq, neq => alert_type_neq, }
        /// 24 hexadecimal digits.
        "id": Text { eq => id_eq, neq => id_neq, }
        /// Built-in or policy.
        "source": Text { eq => source_eq, }
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md`.
    pub struct AlertPage {
        pub data: Vec<Alert> = "data",
        pub has_next: Option<bool> = "hasNext",
        /// Largest limit of one call.
        pub max: Option<i64> = "max",
        pub total: Option<i64> = "total",
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-benign.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-false-positive.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-true-positive.md`.
    pub struct CloseAlertsRequest {
        /// Which alerts. Normally `{"id": {"eq": [ids]}}`.
        pub filters: Option<FilterSet> = "filters",
        pub comment: Option<String> = "comment",
        /// Benign: 2=actual severity is lower; 4=other; 5=confirmed with end user; 6=triggered by test.
        /// False positive: 0=not of interest; 1=too many similar alerts; 3=alert is not accurate;
        /// 4=other. True positive has none.
        pub reason_id: Option<i64> = "reasonId",
        /// Default false.
        pub send_feedback: Option<bool> = "sendFeedback",
        pub feedback_text: Option<String> = "feedbackText",
        /// Default false.
        pub allow_contact: Option<bool> = "allowContact",
        pub contact_email: Option<String> = "contactEmail",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-close-benign.md`.
    pub struct CloseAlertsResult {
        /// Number of alerts closed by `mdca.alerts.close_benign`.
        pub closed_benign: Option<i64> = "closed_benign",
        /// Number of alerts closed by `mdca.alerts.close_false_positive`.
        pub closed_false_positive: Option<i64> = "closed_false_positive",
        /// Number of alerts closed by `mdca.alerts.close_true_positive`.
        pub closed_true_positive: Option<i64> = "closed_true_positive",
        /// Ids that were not found, or were closed before.
        pub alerts_not_found: Vec<String> = "alertsNotFound",
        /// In answers of the older `mdca.alerts.dismiss_bulk`.
        pub dismissed: Option<i64> = "dismissed",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertSortField {
        Date = "date",
        Severity = "severity",
    }
}
