//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::entities::GovernanceAction;

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md (the
    /// record itself is not documented); fields observed;
    /// microsoft/MCAS:Functions/Get-MCASFile.ps1`.
    pub struct File {
        /// Key of the record, 24 hexadecimal digits.
        pub id_: Id<File> = "_id",
        /// Tenant.
        pub tid_: Option<i64> = "_tid",
        /// Id within the app, may hold a `|`.
        pub id: Option<String> = "id",
        pub original_id: Option<String> = "originalId",
        pub app_id: Option<i64> = "appId",
        pub app_name: Option<String> = "appName",
        pub saas_id: Option<i64> = "saasId",
        pub inst_id: Option<i64> = "instId",
        pub name: Option<String> = "name",
        /// Name in lower case.
        pub name_l: Option<String> = "name_l",
        pub file_extension: Option<String> = "fileExtension",
        pub mime_type: Option<String> = "mimeType",
        /// Bytes.
        pub file_size: Option<i64> = "fileSize",
        /// A pair of code and name, such as `[4, "TEXT"]`. Codes as in the filter `fileType`.
        pub file_type: Vec<Value> = "fileType",
        /// The fileType code alone.
        pub ftype: Option<i64> = "ftype",
        /// A pair of code and name, such as `[0, "PRIVATE"]`. Codes as in the filter `sharing`.
        pub file_access_level: Vec<Value> = "fileAccessLevel",
        /// The fileAccessLevel code alone.
        pub facl: Option<i64> = "facl",
        /// A pair of code and name, such as `[0, "EXISTS"]`.
        pub file_status: Vec<Value> = "fileStatus",
        /// The fileStatus code alone.
        pub fstat: Option<i64> = "fstat",
        pub file_type_display: Option<String> = "fileTypeDisplay",
        pub is_folder: Option<bool> = "isFolder",
        pub is_foreign: Option<bool> = "isForeign",
        pub no_governance: Option<bool> = "noGovernance",
        /// Epoch milliseconds.
        pub created_date: Option<Timestamp> = "createdDate",
        /// Epoch milliseconds.
        pub modified_date: Option<Timestamp> = "modifiedDate",
        /// ISO 8601 text.
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
        /// Epoch milliseconds.
        pub last_nrt_timestamp: Option<Timestamp> = "lastNrtTimestamp",
        pub owner_name: Option<String> = "ownerName",
        pub owner_address: Option<String> = "ownerAddress",
        pub owner_external: Option<bool> = "ownerExternal",
        /// URL of the file.
        pub alternate_link: Option<String> = "alternateLink",
        pub file_path: Option<String> = "filePath",
        pub site_path: Option<String> = "sitePath",
        pub site_collection: Option<String> = "siteCollection",
        pub site_collection_id: Option<String> = "siteCollectionId",
        pub sp_domain: Option<String> = "spDomain",
        pub drive_id: Option<String> = "driveId",
        pub parent_id: Option<String> = "parentId",
        pub parent_ids: Vec<String> = "parentIds",
        pub effective_parents: Vec<String> = "effectiveParents",
        pub collaborators: Vec<Value> = "collaborators",
        pub display_collaborators: Vec<Value> = "display_collaborators",
        pub external_shares: Vec<Value> = "externalShares",
        pub emails: Vec<String> = "emails",
        pub domains: Vec<String> = "domains",
        pub groups: Vec<String> = "groups",
        pub group_ids: Vec<String> = "groupIds",
        pub dlp_scan_results: Vec<Value> = "dlpScanResults",
        /// Labels. Another member may differ in case only (`ftags`).
        pub f_tags: Vec<String> = "fTags",
        /// Labels, under a name that differs from `fTags` by case only.
        pub ftags: Vec<String> = "ftags",
        pub scan_version: Option<i64> = "scanVersion",
        pub unseen_scans: Option<i64> = "unseenScans",
        pub enriched: Option<bool> = "enriched",
        /// Raw SharePoint item, SharePoint and OneDrive only.
        pub sharepoint_item: Option<Value> = "sharepointItem",
        pub actions: Vec<GovernanceAction> = "actions",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-files.md`.
    pub struct FileFilters {
        /// App id.
        "service": Integer { eq => service_eq, neq => service_neq, }
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// 0=Other; 1=Document; 2=Spreadsheet; 3=Presentation; 4=Text; 5=Image; 6=Folder.
        "fileType": Integer { eq => file_type_eq, neq => file_type_neq, } words { "other" = "0", "document" = "1", "spreadsheet" = "2", "presentation" = "3", "text" = "4", "image" = "5", "folder" = "6", }
        /// True: deleted files. False or absent: others, trashed ones included. Trashed overrides it.
        "allowDeleted": Bool { eq => allow_deleted_eq, }
        /// Policy ids.
        "policy": Text { cabinetmatchedrulesequals => policy_cabinetmatchedrulesequals, neq => policy_neq, isset => policy_isset, isnotset => policy_isnotset, }
        "filename": Text { eq => filename_eq, }
        /// Epoch milliseconds.
        "modifiedDate": Time { lte => modified_date_lte, gte => modified_date_gte, range => modified_date_range, lte_ndays => modified_date_lte_ndays, gte_ndays => modified_date_gte_ndays, }
        /// Epoch milliseconds. No `*_ndays` operators here.
        "createdDate": Time { lte => created_date_lte, gte => created_date_gte, range => created_date_range, }
        "collaborators.entity": Key { eq => collaborators_entity_eq, neq => collaborators_entity_neq, }
        "collaborators.domains": Text { eq => collaborators_domains_eq, neq => collaborators_domains_neq, }
        "collaborators.groups": Text { eq => collaborators_groups_eq, neq => collaborators_groups_neq, }
        "collaborators.withDomain": Text { eq => collaborators_with_domain_eq, neq => collaborators_with_domain_neq, deq => collaborators_with_domain_deq, }
        "owner.entity": Key { eq => owner_entity_eq, neq => owner_entity_neq, }
        "owner.orgUnit": Text { eq => owner_org_unit_eq, neq => owner_org_unit_neq, }
        /// 0=Private; 1=Internal; 2=External; 3=Public; 4=Public (Internet).
        "sharing": Integer { eq => sharing_eq, neq => sharing_neq, } words { "private" = "0", "internal" = "1", "external" = "2", "public" = "3", "publicInternet" = "4", }
        "fileId": Text { eq => file_id_eq, neq => file_id_neq, }
        /// Label (tag) ids.
        "fileLabels": Text { eq => file_labels_eq, neq => file_labels_neq, isset => file_labels_isset, isnotset => file_labels_isnotset, }
        /// Content inspection warning ids.
        "fileScanLabels": Text { eq => file_scan_labels_eq, neq => file_scan_labels_neq, isset => file_scan_labels_isset, isnotset => file_scan_labels_isnotset, }
        /// Case sensitive.
        "extension": Text { eq => extension_eq, neq => extension_neq, }
        /// One text, not a list.
        "mimeType": Text { eq => mime_type_eq, neq => mime_type_neq, }
        "trashed": Bool { eq => trashed_eq, }
        /// The direct parent only.
        "parentFolder": Text { eq => parent_folder_eq, neq => parent_folder_neq, }
        /// True: folders only. False: files only.
        "folder": Bool { eq => folder_eq, }
        "quarantined": Bool { eq => quarantined_eq, }
        "snapshotLastModifiedDate": Time { lte => snapshot_last_modified_date_lte, gte => snapshot_last_modified_date_gte, range => snapshot_last_modified_date_range, }
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md`.
    pub struct FilePage {
        /// Number of matching records. Approximate.
        pub total: Option<i64> = "total",
        pub has_next: Option<bool> = "hasNext",
        pub data: Vec<File> = "data",
        pub max: Option<i64> = "max",
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}
