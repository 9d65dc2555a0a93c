//! `BlockScriptFormat`.

http_core::entity! {
    /// Block script format.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-script.md`.
    pub struct BlockScriptFormat {
        /// Format. 102=BlueCoat ProxySG; 104=Cisco ASA; 108=Fortinet FortiGate; 112=Palo Alto;
        /// 120=Zscaler; 129=Juniper SRX; 135=Websense; these are LogType numbers.
        pub format: Option<i64> = "format",
    }
}
