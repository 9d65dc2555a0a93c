//! `AuditLogRecordUserType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AuditLogRecordUserType {
        Regular = "Regular",
        Reserved = "Reserved",
        Admin = "Admin",
        DcAdmin = "DcAdmin",
        System = "System",
        Application = "Application",
        ServicePrincipal = "ServicePrincipal",
        CustomPolicy = "CustomPolicy",
        SystemPolicy = "SystemPolicy",
        PartnerTechnician = "PartnerTechnician",
        Guest = "Guest",
        UnknownFutureValue = "unknownFutureValue",
    }
}
