//! `DetonationDetails`.

use http_core::Timestamp;

use crate::graph::analyzed_emails::CompromiseIndicator;
use crate::graph::analyzed_emails::DetonationBehaviourDetails;
use crate::graph::analyzed_emails::DetonationChain;
use crate::graph::analyzed_emails::DetonationObservables;

http_core::entity! {
    /// Detonation details.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationDetails {
        /// Analysis date time.
        pub analysis_date_time: Option<Timestamp> = "analysisDateTime",
        /// Compromise indicators.
        pub compromise_indicators: Vec<CompromiseIndicator> = "compromiseIndicators",
        /// Detonation behaviour details.
        pub detonation_behaviour_details: Option<DetonationBehaviourDetails> = "detonationBehaviourDetails",
        /// Detonation behaviour details v2.
        pub detonation_behaviour_details_v2: Option<String> = "detonationBehaviourDetailsV2",
        /// Detonation chain.
        pub detonation_chain: Option<DetonationChain> = "detonationChain",
        /// Detonation observables.
        pub detonation_observables: Option<DetonationObservables> = "detonationObservables",
        /// Detonation screenshot uri.
        pub detonation_screenshot_uri: Option<String> = "detonationScreenshotUri",
        /// Detonation verdict.
        pub detonation_verdict: Option<String> = "detonationVerdict",
        /// Detonation verdict reason.
        pub detonation_verdict_reason: Option<String> = "detonationVerdictReason",
        /// Entity metadata.
        pub entity_metadata: Option<String> = "entityMetadata",
        /// Mitre techniques.
        pub mitre_techniques: Option<String> = "mitreTechniques",
        /// Static analysis.
        pub static_analysis: Option<String> = "staticAnalysis",
        /// Submission source.
        pub submission_source: Option<String> = "submissionSource",
    }
}
