//! `AiAgentEvidenceHostingPlatformType`.

http_core::open_enum! {
    /// Ai agent evidence hosting platform type. An open set of words.
    pub enum AiAgentEvidenceHostingPlatformType {
        Unknown = "unknown",
        AzureAiFoundry = "azureAIFoundry",
        CopilotStudio = "copilotStudio",
        Copilot = "copilot",
        UnknownFutureValue = "unknownFutureValue",
    }
}
