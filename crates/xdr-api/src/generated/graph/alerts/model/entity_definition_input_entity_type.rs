//! `EntityDefinitionInputEntityType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EntityDefinitionInputEntityType {
        AmazonResource = "amazonResource",
        AzureResource = "azureResource",
        CloudApplication = "cloudApplication",
        Device = "device",
        EmailCluster = "emailCluster",
        EmailMessage = "emailMessage",
        File = "file",
        GoogleCloudResource = "googleCloudResource",
        Ip = "ip",
        Mailbox = "mailbox",
        OAuthApplication = "oAuthApplication",
        Process = "process",
        RegistryKey = "registryKey",
        RegistryValue = "registryValue",
        SecurityGroup = "securityGroup",
        Url = "url",
        User = "user",
        UnknownFutureValue = "unknownFutureValue",
    }
}
