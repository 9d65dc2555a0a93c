//! `SimulationAttackTechnique`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAttackTechnique {
        Unknown = "unknown",
        CredentialHarvesting = "credentialHarvesting",
        AttachmentMalware = "attachmentMalware",
        DriveByUrl = "driveByUrl",
        LinkInAttachment = "linkInAttachment",
        LinkToMalwareFile = "linkToMalwareFile",
        UnknownFutureValue = "unknownFutureValue",
        OAuthConsentGrant = "oAuthConsentGrant",
    }
}
