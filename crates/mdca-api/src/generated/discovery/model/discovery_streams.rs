//! `DiscoveryStreams`.

use crate::discovery::DiscoveryStream;

http_core::entity! {
    /// Discovery streams.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
    pub struct DiscoveryStreams {
        /// Streams. Envelope of the first published sample and of microsoft/MCAS; the current sample
        /// shows one bare stream.
        pub streams: Vec<DiscoveryStream> = "streams",
    }
}
