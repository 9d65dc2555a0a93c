//! `CloudPolicyEnforcementEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudPolicyEnforcementEvents",
    help: "Decisions of policy gates in the cloud platforms that Defender for Cloud \
watches.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
DataSource string
SubscriptionId string
ActionType string
AzureResourceId string
AwsResourceName string
GcpFullResourceName string
Region string
ResourceKind string
ResourceName string
KubernetesNamespace string
Reason string
AdditionalFields string",
};
