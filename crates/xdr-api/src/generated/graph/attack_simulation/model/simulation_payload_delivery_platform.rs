//! `SimulationPayloadDeliveryPlatform`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationPayloadDeliveryPlatform {
        Unknown = "unknown",
        Sms = "sms",
        Email = "email",
        Teams = "teams",
        UnknownFutureValue = "unknownFutureValue",
    }
}
