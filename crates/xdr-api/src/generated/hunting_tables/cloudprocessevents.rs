//! `CloudProcessEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudProcessEvents",
    help: "Processes in containers of cloud platforms.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
AzureResourceId string
AwsResourceName string
GcpFullResourceName string
ContainerImageName string
KubernetesNamespace string
KubernetesPodName string
KubernetesResource string
ContainerName string
ContainerId string
ActionType string
FileName string
FolderPath string
ProcessId long
ProcessName string
ParentProcessName string
ParentProcessId string
ProcessCommandLine string
ProcessCreationTime datetime
ProcessCurrentWorkingDirectory string
AccountName string
LogonId long
InitiatingProcessId string
ImageDigest string
AgentId string
Region string
HostName string
AdditionalFields string",
};
