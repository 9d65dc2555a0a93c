//! `NewCorrelationReasons`.

http_core::open_enum! {
    /// An open set of words.
    pub enum NewCorrelationReasons {
        RepeatedAlertOccurrence = "repeatedAlertOccurrence",
        SameGeography = "sameGeography",
        SimilarArtifacts = "similarArtifacts",
        SameTargetedAsset = "sameTargetedAsset",
        SameNetworkSegment = "sameNetworkSegment",
        EventSequence = "eventSequence",
        TimeFrame = "timeFrame",
        SameThreatSource = "sameThreatSource",
        SimilarTtPsOrBehavior = "similarTTPsOrBehavior",
        SameActor = "sameActor",
        SameCampaign = "sameCampaign",
        SharedIndicators = "sharedIndicators",
        SameAsset = "sameAsset",
        NetworkProximity = "networkProximity",
        EventCasualSequence = "eventCasualSequence",
        TemporalProximity = "temporalProximity",
        LateralMovementPath = "lateralMovementPath",
    }
}
