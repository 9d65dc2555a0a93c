//! Conditions on the properties that the lists of this group filter by.

http_core::odata_filter! {
    /// Conditions on the properties that [`ListIdentityAccounts`](super::ListIdentityAccounts)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct IdentityAccountsFilter {
        on_premises_security_identifier: String = "onPremisesSecurityIdentifier",
    }
}
