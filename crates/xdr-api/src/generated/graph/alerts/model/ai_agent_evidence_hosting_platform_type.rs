//! `AiAgentEvidenceHostingPlatformType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AiAgentEvidenceHostingPlatformType {
        Unknown = "unknown",
        AzureAiFoundry = "azureAIFoundry",
        CopilotStudio = "copilotStudio",
        Copilot = "copilot",
        UnknownFutureValue = "unknownFutureValue",
    }
}
