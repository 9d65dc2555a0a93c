//! `ActivityDevice`.

http_core::entity! {
    /// Activity device.
    ///
    /// Source: `observed`.
    pub struct ActivityDevice {
        /// Client ip.
        pub client_ip: Option<String> = "clientIP",
        /// User agent.
        pub user_agent: Option<String> = "userAgent",
        /// Country code.
        pub country_code: Option<String> = "countryCode",
    }
}
