//! `AIAgentsInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AIAgentsInfo",
    help: "AI agents made in Copilot Studio: configuration and owner.",
    status: "deprecated",
    replaced_by: "AgentsInfo",
    former: "",
    columns: "\
Timestamp datetime
RegistrySource string
AIAgentId guid
AIAgentName string
AgentCreationTime datetime
CreatorAccountUpn string
OwnerAccountUpns string
LastModifiedByUpn string
LastModifiedTime datetime
LastPublishedTime datetime
LastPublishedByUpn string
AgentDescription string
AgentStatus string
UserAuthenticationType string
AgentUsers string
KnowledgeDetails string
AgentActionTriggers string
RawAgentInfo string
AuthenticationTrigger string
AccessControlPolicy string
AuthorizedSecurityGroupIds dynamic
AgentTopicsDetails dynamic
AgentToolsDetails dynamic
EnvironmentId string
Platform string
IsGenerativeOrchestrationEnabled bool
AgentAppId string
ConnectedAgentsSchemaNames dynamic
ChildAgentsSchemaNames dynamic
Version string
IsBlocked bool
Instructions string
EntraObjectId string
EntraBlueprintId string
AIModel string
AccessCapabilities dynamic
ElementTypes dynamic
SourceAgentId string",
};
