//! `ActivityOperatingSystem`.

http_core::entity! {
    /// Activity operating system.
    ///
    /// Source: `observed`.
    pub struct ActivityOperatingSystem {
        /// Name.
        pub name: Option<String> = "name",
        /// Family.
        pub family: Option<String> = "family",
        /// Version.
        pub version: Option<String> = "version",
    }
}
