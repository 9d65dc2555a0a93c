//! `PayloadBrand`.

http_core::open_enum! {
    /// An open set of words.
    pub enum PayloadBrand {
        Unknown = "unknown",
        OtherValue = "other",
        AmericanExpress = "americanExpress",
        CapitalOne = "capitalOne",
        Dhl = "dhl",
        DocuSign = "docuSign",
        Dropbox = "dropbox",
        Facebook = "facebook",
        FirstAmerican = "firstAmerican",
        Microsoft = "microsoft",
        Netflix = "netflix",
        Scotiabank = "scotiabank",
        SendGrid = "sendGrid",
        StewartTitle = "stewartTitle",
        Tesco = "tesco",
        WellsFargo = "wellsFargo",
        SyrinxCloud = "syrinxCloud",
        Adobe = "adobe",
        Teams = "teams",
        Zoom = "zoom",
        UnknownFutureValue = "unknownFutureValue",
    }
}
