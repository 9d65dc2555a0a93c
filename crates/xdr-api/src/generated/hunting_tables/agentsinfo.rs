//! `AgentsInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AgentsInfo",
    help: "AI agents of several platforms: owner, model, tools, state.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
AgentId string
AgentName string
Platform string
AgentDescription string
Version string
SourceAgentId string
EntraAgentId string
EntraBlueprintId string
ToolsAuthenticationType dynamic
Permissions dynamic
PublishedStatus string
LifecycleStatus string
Availability string
CreatedDateTime datetime
LastPublishedDateTime datetime
LastUpdatedDateTime datetime
Owners dynamic
SharedWith dynamic
InstanceCount int
Instructions string
Model string
Channels dynamic
Capabilities dynamic
DeclaredDataSources dynamic
DeclaredTools dynamic
McpServers dynamic
Skills dynamic
ConnectedAgents dynamic
Memory dynamic
Triggers dynamic
Guardrails dynamic
Endpoints dynamic
ObservabilityId dynamic
RawAgentInfo dynamic",
};
