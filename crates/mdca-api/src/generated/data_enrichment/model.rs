//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Ip location.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpLocation {
        /// Name.
        pub name: Option<String> = "name",
        /// Latitude.
        pub latitude: Option<f64> = "latitude",
        /// Longitude.
        pub longitude: Option<f64> = "longitude",
        /// Country code. Two letters.
        pub country_code: Option<String> = "countryCode",
        /// Country name.
        pub country_name: Option<String> = "countryName",
    }
}

http_core::entity! {
    /// Ip range.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment.md`.
    pub struct IpRange {
        /// Id. 24 hexadecimal digits.
        pub id_: Id<IpRange> = "_id",
        /// Name. Unique.
        pub name: Option<String> = "name",
        /// Subnets. Objects in answers, plain strings in requests.
        pub subnets: Vec<IpSubnet> = "subnets",
        /// Location. The property table calls it a string.
        pub location: Option<IpLocation> = "location",
        /// Organization. Registered ISP.
        pub organization: Option<String> = "organization",
        /// Tags. Objects in answers; requests take names or tag ids as strings (examples).
        pub tags: Vec<IpTag> = "tags",
        /// Category. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other; 0 is
        /// none in microsoft/MCAS.
        pub category: Option<i64> = "category",
        /// Last modified. Epoch milliseconds with a fraction (1607952165309.8032), though documented as
        /// long.
        pub last_modified: Option<f64> = "lastModified",
        /// Tid. Tenant.
        pub tid_: Option<i64> = "_tid",
    }
}

crate::filter_set::filter_set! {
    /// Ip range filters.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment.md`.
    pub struct IpRangeFilters {
        /// Category. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        "category": Integer { eq => category_eq, neq => category_neq, }
        /// Tags. Tag ids.
        "tags": Text { eq => tags_eq, neq => tags_neq, }
        /// Built in. True built-in, false custom.
        "builtIn": Bool { eq => built_in_eq, }
    }
}

http_core::entity! {
    /// Ip range page.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpRangePage {
        /// Total. Approximate.
        pub total: Option<i64> = "total",
        /// Has next.
        pub has_next: Option<bool> = "hasNext",
        /// Data.
        pub data: Vec<IpRange> = "data",
    }
}

http_core::entity! {
    /// Ip range write.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-create.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-update.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-manage-script.md`.
    pub struct IpRangeWrite {
        /// Name. Unique.
        pub name: Id<IpRangeWrite> = "name",
        /// Category. 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud provider; 6=Other.
        pub category: Option<i64> = "category",
        /// Subnets. CIDR texts, IPv4 or IPv6.
        pub subnets: Vec<String> = "subnets",
        /// Organization. Registered ISP.
        pub organization: Option<String> = "organization",
        /// Tags. New or existing; the table speaks of objects, both examples send strings.
        pub tags: Vec<String> = "tags",
        /// Override organization. Only in the management script, sent as true together with
        /// organization.
        pub override_organization: Option<bool> = "overrideOrganization",
        /// Id. Only in the management script, on update.
        pub id_: Option<String> = "_id",
    }
}

http_core::entity! {
    /// Ip subnet.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md;
    /// microsoft/MCAS:Functions/Get-MCASSubnetCollection.ps1`.
    pub struct IpSubnet {
        /// Mask. Prefix length in the IPv6 space: IPv4 /16 shows as 112, /8 as 104, /32 as 128 (96
        /// more).
        pub mask: Option<i64> = "mask",
        /// Address. Network address as full IPv6, IPv4 mapped (0000:…:ffff:c5c6:0000); host bits
        /// cleared.
        pub address: Option<String> = "address",
        /// Original string. As the caller wrote it, host bits kept.
        pub original_string: Id<IpSubnet> = "originalString",
    }
}

http_core::entity! {
    /// Ip tag.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct IpTag {
        /// Id.
        pub id_: Option<String> = "_id",
        /// Id. 24 hexadecimal digits; the value the tag filters take.
        pub id: Id<IpTag> = "id",
        /// Target.
        pub target: Option<i64> = "target",
        /// Type.
        pub r#type: Option<i64> = "type",
        /// Name.
        pub name: Option<String> = "name",
        /// Name template.
        pub name_template: Option<Template> = "nameTemplate",
        /// Description.
        pub description: Option<String> = "description",
        /// Description template.
        pub description_template: Option<Template> = "descriptionTemplate",
        /// Visibility.
        pub visibility: Option<i64> = "visibility",
        /// Status.
        pub status: Option<i64> = "status",
        /// Tid.
        pub tid_: Option<i64> = "_tid",
    }
}

http_core::entity! {
    /// Template.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-data-enrichment-list.md`.
    pub struct Template {
        /// Template. Template name.
        pub template: Option<String> = "template",
        /// Parameters.
        pub parameters: Option<Value> = "parameters",
    }
}

http_core::open_enum! {
    /// Data enrichment sort field. An open set of words.
    pub enum DataEnrichmentSortField {
        Category = "category",
        Tags = "tags",
        Name = "name",
    }
}
