//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::entities::GovernanceAction;

http_core::entity! {
    /// File.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md (the
    /// record itself is not documented); fields observed;
    /// microsoft/MCAS:Functions/Get-MCASFile.ps1`.
    pub struct File {
        /// Id. The pk, 24 hexadecimal digits.
        pub id_: Id<File> = "_id",
        /// Tid. Tenant.
        pub tid_: Option<i64> = "_tid",
        /// Id. Id within the app, may hold a `|`.
        pub id: Option<String> = "id",
        /// Original id.
        pub original_id: Option<String> = "originalId",
        /// App id.
        pub app_id: Option<i64> = "appId",
        /// App name.
        pub app_name: Option<String> = "appName",
        /// Saas id.
        pub saas_id: Option<i64> = "saasId",
        /// Inst id.
        pub inst_id: Option<i64> = "instId",
        /// Name.
        pub name: Option<String> = "name",
        /// Name l. Name in lower case.
        pub name_l: Option<String> = "name_l",
        /// File extension.
        pub file_extension: Option<String> = "fileExtension",
        /// Mime type.
        pub mime_type: Option<String> = "mimeType",
        /// File size. Bytes.
        pub file_size: Option<i64> = "fileSize",
        /// File type. A pair `[code`, `NAME]`, such as `[4`, "`TEXT"]`; codes as in the fileType
        /// filter.
        pub file_type: Vec<Value> = "fileType",
        /// Ftype. The fileType code alone.
        pub ftype: Option<i64> = "ftype",
        /// File access level. A pair `[code`, `NAME]`, such as `[0`, "`PRIVATE"]`; codes as in the
        /// sharing filter.
        pub file_access_level: Vec<Value> = "fileAccessLevel",
        /// Facl. The fileAccessLevel code alone.
        pub facl: Option<i64> = "facl",
        /// File status. A pair `[code`, `NAME]`, such as `[0`, "`EXISTS"]`.
        pub file_status: Vec<Value> = "fileStatus",
        /// Fstat. The fileStatus code alone.
        pub fstat: Option<i64> = "fstat",
        /// File type display.
        pub file_type_display: Option<String> = "fileTypeDisplay",
        /// Is folder.
        pub is_folder: Option<bool> = "isFolder",
        /// Is foreign.
        pub is_foreign: Option<bool> = "isForeign",
        /// No governance.
        pub no_governance: Option<bool> = "noGovernance",
        /// Created date. Epoch milliseconds.
        pub created_date: Option<Timestamp> = "createdDate",
        /// Modified date. Epoch milliseconds.
        pub modified_date: Option<Timestamp> = "modifiedDate",
        /// Snapshot last modified date. ISO 8601 text.
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
        /// Last nrt timestamp. Epoch milliseconds.
        pub last_nrt_timestamp: Option<Timestamp> = "lastNrtTimestamp",
        /// Owner name.
        pub owner_name: Option<String> = "ownerName",
        /// Owner address.
        pub owner_address: Option<String> = "ownerAddress",
        /// Owner external.
        pub owner_external: Option<bool> = "ownerExternal",
        /// Alternate link. URL of the file.
        pub alternate_link: Option<String> = "alternateLink",
        /// File path.
        pub file_path: Option<String> = "filePath",
        /// Site path.
        pub site_path: Option<String> = "sitePath",
        /// Site collection.
        pub site_collection: Option<String> = "siteCollection",
        /// Site collection id.
        pub site_collection_id: Option<String> = "siteCollectionId",
        /// Sp domain.
        pub sp_domain: Option<String> = "spDomain",
        /// Drive id.
        pub drive_id: Option<String> = "driveId",
        /// Parent id.
        pub parent_id: Option<String> = "parentId",
        /// Parent ids.
        pub parent_ids: Vec<String> = "parentIds",
        /// Effective parents.
        pub effective_parents: Vec<String> = "effectiveParents",
        /// Collaborators.
        pub collaborators: Vec<Value> = "collaborators",
        /// Display collaborators.
        pub display_collaborators: Vec<Value> = "display_collaborators",
        /// External shares.
        pub external_shares: Vec<Value> = "externalShares",
        /// Emails.
        pub emails: Vec<String> = "emails",
        /// Domains.
        pub domains: Vec<String> = "domains",
        /// Groups.
        pub groups: Vec<String> = "groups",
        /// Group ids.
        pub group_ids: Vec<String> = "groupIds",
        /// Dlp scan results.
        pub dlp_scan_results: Vec<Value> = "dlpScanResults",
        /// F tags. Labels; a key differing by case only (ftags) can be present too.
        pub f_tags: Vec<String> = "fTags",
        /// Ftags. Labels under a key that differs from fTags by case only (observed).
        pub ftags: Vec<String> = "ftags",
        /// Scan version.
        pub scan_version: Option<i64> = "scanVersion",
        /// Unseen scans.
        pub unseen_scans: Option<i64> = "unseenScans",
        /// Enriched.
        pub enriched: Option<bool> = "enriched",
        /// Sharepoint item. Raw SharePoint item, SharePoint and OneDrive only.
        pub sharepoint_item: Option<Value> = "sharepointItem",
        /// Actions.
        pub actions: Vec<GovernanceAction> = "actions",
    }
}

crate::filter_set::filter_set! {
    /// File filters.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-files.md`.
    pub struct FileFilters {
        /// Service. App id.
        "service": Integer { eq => service_eq, neq => service_neq, }
        /// Instance.
        "instance": Integer { eq => instance_eq, neq => instance_neq, }
        /// File type. 0=Other; 1=Document; 2=Spreadsheet; 3=Presentation; 4=Text; 5=Image; 6=Folder.
        "fileType": Integer { eq => file_type_eq, neq => file_type_neq, }
        /// Allow deleted. True: deleted files; false or absent: others, trashed ones included; trashed
        /// overrides it.
        "allowDeleted": Bool { eq => allow_deleted_eq, }
        /// Policy. Policy ids; note the odd operator in place of eq; typed string in the older
        /// document.
        "policy": Text { cabinetmatchedrulesequals => policy_cabinetmatchedrulesequals, neq => policy_neq, isset => policy_isset, isnotset => policy_isnotset, }
        /// Filename. microsoft/MCAS also uses text, for a name without its extension.
        "filename": Text { eq => filename_eq, }
        /// Modified date. Epoch milliseconds.
        "modifiedDate": Time { lte => modified_date_lte, gte => modified_date_gte, range => modified_date_range, lte_ndays => modified_date_lte_ndays, gte_ndays => modified_date_gte_ndays, }
        /// Created date. Epoch milliseconds; no `*_ndays` operators here.
        "createdDate": Time { lte => created_date_lte, gte => created_date_gte, range => created_date_range, }
        /// Collaborators entity.
        "collaborators.entity": Key { eq => collaborators_entity_eq, neq => collaborators_entity_neq, }
        /// Collaborators domains.
        "collaborators.domains": Text { eq => collaborators_domains_eq, neq => collaborators_domains_neq, }
        /// Collaborators groups.
        "collaborators.groups": Text { eq => collaborators_groups_eq, neq => collaborators_groups_neq, }
        /// Collaborators with domain.
        "collaborators.withDomain": Text { eq => collaborators_with_domain_eq, neq => collaborators_with_domain_neq, deq => collaborators_with_domain_deq, }
        /// Owner entity. Example keeps saas.
        "owner.entity": Key { eq => owner_entity_eq, neq => owner_entity_neq, }
        /// Owner org unit.
        "owner.orgUnit": Text { eq => owner_org_unit_eq, neq => owner_org_unit_neq, }
        /// Sharing. 0=Private; 1=Internal; 2=External; 3=Public; 4=Public (Internet).
        "sharing": Integer { eq => sharing_eq, neq => sharing_neq, }
        /// File id.
        "fileId": Text { eq => file_id_eq, neq => file_id_neq, }
        /// File labels. Label (tag) ids.
        "fileLabels": Text { eq => file_labels_eq, neq => file_labels_neq, isset => file_labels_isset, isnotset => file_labels_isnotset, }
        /// File scan labels. Content inspection warning ids.
        "fileScanLabels": Text { eq => file_scan_labels_eq, neq => file_scan_labels_neq, isset => file_scan_labels_isset, isnotset => file_scan_labels_isnotset, }
        /// Extension. Case sensitive.
        "extension": Text { eq => extension_eq, neq => extension_neq, }
        /// Mime type. One string only, no list.
        "mimeType": Text { eq => mime_type_eq, neq => mime_type_neq, }
        /// Trashed.
        "trashed": Bool { eq => trashed_eq, }
        /// Parent folder. Type given as "folder"; direct parent only.
        "parentFolder": Text { eq => parent_folder_eq, neq => parent_folder_neq, }
        /// Folder. True: folders only, false: files only.
        "folder": Bool { eq => folder_eq, }
        /// Quarantined.
        "quarantined": Bool { eq => quarantined_eq, }
        /// Snapshot last modified date.
        "snapshotLastModifiedDate": Time { lte => snapshot_last_modified_date_lte, gte => snapshot_last_modified_date_gte, range => snapshot_last_modified_date_range, }
    }
}

http_core::entity! {
    /// File page.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md`.
    pub struct FilePage {
        /// Total. Approximate.
        pub total: Option<i64> = "total",
        /// Has next.
        pub has_next: Option<bool> = "hasNext",
        /// Data.
        pub data: Vec<File> = "data",
        /// Max. Not documented, observed in responses.
        pub max: Option<i64> = "max",
        /// More than total. Not documented, observed in responses.
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}
