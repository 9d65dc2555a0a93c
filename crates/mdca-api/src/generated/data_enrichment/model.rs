//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpLocation {
        pub name: Option<String> = "name",
        pub latitude: Option<f64> = "latitude",
        pub longitude: Option<f64> = "longitude",
        /// Two letters.
        pub country_code: Option<String> = "countryCode",
        pub country_name: Option<String> = "countryName",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment.md`.
    pub struct IpRange {
        /// 24 hexadecimal digits.
        pub id_: Id<IpRange> = "_id",
        /// Unique.
        pub name: Option<String> = "name",
        /// Objects in answers, plain strings in requests.
        pub subnets: Vec<IpSubnet> = "subnets",
        pub location: Option<IpLocation> = "location",
        /// Registered ISP.
        pub organization: Option<String> = "organization",
        /// Objects in answers. Requests take names or tag ids as text.
        pub tags: Vec<IpTag> = "tags",
        /// 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        pub category: Option<i64> = "category",
        /// Epoch milliseconds with a fraction.
        pub last_modified: Option<f64> = "lastModified",
        /// Tenant.
        pub tid_: Option<i64> = "_tid",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment.md`.
    pub struct IpRangeFilters {
        /// 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        "category": Integer { eq => category_eq, neq => category_neq, } words { "corporate" = "1", "administrative" = "2", "risky" = "3", "vpn" = "4", "cloudProvider" = "5", "other" = "6", }
        /// Tag ids.
        "tags": Text { eq => tags_eq, neq => tags_neq, }
        /// True built-in, false custom.
        "builtIn": Bool { eq => built_in_eq, }
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpRangePage {
        /// Number of matching records. Approximate.
        pub total: Option<i64> = "total",
        pub has_next: Option<bool> = "hasNext",
        pub data: Vec<IpRange> = "data",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-manage-script.md`.
    pub struct IpRangeWrite {
        /// Unique.
        pub name: Id<IpRangeWrite> = "name",
        /// 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        pub category: Option<i64> = "category",
        /// CIDR texts, IPv4 or IPv6.
        pub subnets: Vec<String> = "subnets",
        /// Registered ISP.
        pub organization: Option<String> = "organization",
        /// New or existing tags, by name.
        pub tags: Vec<String> = "tags",
        pub override_organization: Option<bool> = "overrideOrganization",
        pub id_: Option<String> = "_id",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md;
    /// microsoft/MCAS:Functions/Get-MCASSubnetCollection.ps1`.
    pub struct IpSubnet {
        /// Prefix length in the IPv6 space: IPv4 /16 shows as 112, /8 as 104, /32 as 128 (96 more).
        pub mask: Option<i64> = "mask",
        /// Network address as full IPv6, IPv4 mapped (0000:…:ffff:c5c6:0000). Host bits cleared.
        pub address: Option<String> = "address",
        /// As the caller wrote it, host bits kept.
        pub original_string: Id<IpSubnet> = "originalString",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpTag {
        pub id_: Option<String> = "_id",
        /// 24 hexadecimal digits. The value the tag filters take.
        pub id: Id<IpTag> = "id",
        pub target: Option<i64> = "target",
        pub r#type: Option<i64> = "type",
        pub name: Option<String> = "name",
        pub name_template: Option<Template> = "nameTemplate",
        pub description: Option<String> = "description",
        pub description_template: Option<Template> = "descriptionTemplate",
        pub visibility: Option<i64> = "visibility",
        pub status: Option<i64> = "status",
        pub tid_: Option<i64> = "_tid",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct Template {
        /// Template name.
        pub template: Option<String> = "template",
        pub parameters: Option<Value> = "parameters",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum DataEnrichmentSortField {
        Category = "category",
        Tags = "tags",
        Name = "name",
    }
}
