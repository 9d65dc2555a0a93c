//! The records and words of this group.

http_core::entity! {
    /// Source: `microsoft/MCAS:MCAS.psm1;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md`.
    pub struct AppId {
        /// 10489=Box; 10980=Okta; 11114=Salesforce; 11161=Office 365; 11522=Microsoft Yammer;
        /// 11599=Amazon Web Services; 11627=Dropbox; 11770=Google Apps (Workspace); 12260=Microsoft
        /// Azure; 14509=ServiceNow; 15600=Microsoft OneDrive for Business; 20595=Microsoft Cloud App
        /// Security; 20892=Microsoft SharePoint Online; 20893=Microsoft Exchange Online; 20940=Active
        /// Directory; 25275=Microsoft Skype for Business; 26324=Microsoft Power BI; 28375=Microsoft
        /// Teams. The catalog has many more.
        pub app_id: Option<i64> = "appId",
    }
}
