//! `PayloadIndustry`.

http_core::open_enum! {
    /// An open set of words.
    pub enum PayloadIndustry {
        Unknown = "unknown",
        OtherValue = "other",
        Banking = "banking",
        BusinessServices = "businessServices",
        ConsumerServices = "consumerServices",
        Education = "education",
        Energy = "energy",
        Construction = "construction",
        Consulting = "consulting",
        FinancialServices = "financialServices",
        Government = "government",
        Hospitality = "hospitality",
        Insurance = "insurance",
        Legal = "legal",
        CourierServices = "courierServices",
        It = "IT",
        Healthcare = "healthcare",
        Manufacturing = "manufacturing",
        Retail = "retail",
        Telecom = "telecom",
        RealEstate = "realEstate",
        UnknownFutureValue = "unknownFutureValue",
    }
}
