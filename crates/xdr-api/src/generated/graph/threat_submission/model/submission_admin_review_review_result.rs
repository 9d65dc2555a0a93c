//! `SubmissionAdminReviewReviewResult`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SubmissionAdminReviewReviewResult {
        AllowedByPolicy = "allowedByPolicy",
        AllowedDueToOrganizationOverride = "allowedDueToOrganizationOverride",
        AllowedDueToUserOverride = "allowedDueToUserOverride",
        AuthenticationFailure = "authenticationFailure",
        BeingAnalyzed = "beingAnalyzed",
        BlockedByPolicy = "blockedByPolicy",
        BlockedDueToOrganizationOverride = "blockedDueToOrganizationOverride",
        BlockedDueToUserOverride = "blockedDueToUserOverride",
        BrandImpersonation = "brandImpersonation",
        Bulk = "bulk",
        DomainImpersonation = "domainImpersonation",
        ItemNotfound = "itemNotfound",
        Malware = "malware",
        NoResultAvailable = "noResultAvailable",
        NoThreatsFound = "noThreatsFound",
        NotJunk = "notJunk",
        NotSubmittedToMicrosoft = "notSubmittedToMicrosoft",
        Phishing = "phishing",
        PhishingSimulation = "phishingSimulation",
        ReasonLostInTransit = "reasonLostInTransit",
        Spam = "spam",
        Spoof = "spoof",
        SpoofedAllowed = "spoofedAllowed",
        SpoofedBlocked = "spoofedBlocked",
        ThreatsFound = "threatsFound",
        Unknown = "unknown",
        UserImpersonation = "userImpersonation",
        UnknownFutureValue = "unknownFutureValue",
    }
}
