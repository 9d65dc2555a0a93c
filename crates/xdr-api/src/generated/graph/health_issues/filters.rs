//! Conditions on the properties that the lists of this group filter by.

use crate::graph::health_issues::HealthIssueSeverity;
use crate::graph::health_issues::HealthIssueStatus;
use crate::graph::health_issues::HealthIssueType;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListHealthIssues`](super::ListHealthIssues) filters by,
    /// as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct HealthIssueFilter {
        domain_names: Vec<String> = "domainNames",
        health_issue_type: HealthIssueType = "healthIssueType",
        sensor_dns_names: Vec<String> = "sensorDNSNames",
        severity: HealthIssueSeverity = "severity",
        status: HealthIssueStatus = "status",
    }
}
