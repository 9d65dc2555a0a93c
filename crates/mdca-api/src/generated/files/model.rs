//! The records and words of this group.

use http_core::{Id, Timestamp, Value};

use crate::activities::EntityPk;
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

http_core::entity! {
    /// File filters.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-files.md`.
    pub struct FileFilters {
        /// Service. Operators: eq, neq. app id.
        pub service: Option<i64> = "service",
        /// Instance. Operators: eq, neq.
        pub instance: Option<i64> = "instance",
        /// File type. Operators: eq, neq. 0=Other; 1=Document; 2=Spreadsheet; 3=Presentation; 4=Text;
        /// 5=Image; 6=Folder.
        pub file_type: Option<i64> = "fileType",
        /// Allow deleted. Operators: eq. true: deleted files; false or absent: others, trashed ones
        /// included; trashed overrides it.
        pub allow_deleted: Option<bool> = "allowDeleted",
        /// Policy. Operators: cabinetmatchedrulesequals, neq, isset, isnotset. policy ids; note the odd
        /// operator in place of eq; typed string in the older document.
        pub policy: Vec<String> = "policy",
        /// Filename. Operators: eq. microsoft/MCAS also uses text, for a name without its extension.
        pub filename: Option<String> = "filename",
        /// Modified date. Operators: lte, gte, range, `lte_ndays`, `gte_ndays.` epoch milliseconds.
        pub modified_date: Option<Timestamp> = "modifiedDate",
        /// Created date. Operators: lte, gte, range. epoch milliseconds; no `*_ndays` operators here.
        pub created_date: Option<Timestamp> = "createdDate",
        /// Collaborators entity. Operators: eq, neq.
        pub collaborators_entity: Option<EntityPk> = "collaborators.entity",
        /// Collaborators domains. Operators: eq, neq.
        pub collaborators_domains: Option<String> = "collaborators.domains",
        /// Collaborators groups. Operators: eq, neq.
        pub collaborators_groups: Option<String> = "collaborators.groups",
        /// Collaborators with domain. Operators: eq, neq, deq.
        pub collaborators_with_domain: Option<String> = "collaborators.withDomain",
        /// Owner entity. Operators: eq, neq. example keeps saas.
        pub owner_entity: Option<EntityPk> = "owner.entity",
        /// Owner org unit. Operators: eq, neq.
        pub owner_org_unit: Option<String> = "owner.orgUnit",
        /// Sharing. Operators: eq, neq. 0=Private; 1=Internal; 2=External; 3=Public; 4=Public
        /// (Internet).
        pub sharing: Option<i64> = "sharing",
        /// File id. Operators: eq, neq.
        pub file_id: Option<Id<File>> = "fileId",
        /// File labels. Operators: eq, neq, isset, isnotset. label (tag) ids.
        pub file_labels: Option<String> = "fileLabels",
        /// File scan labels. Operators: eq, neq, isset, isnotset. content inspection warning ids.
        pub file_scan_labels: Option<String> = "fileScanLabels",
        /// Extension. Operators: eq, neq. case sensitive.
        pub extension: Option<String> = "extension",
        /// Mime type. Operators: eq, neq. one string only, no list.
        pub mime_type: Option<String> = "mimeType",
        /// Trashed. Operators: eq.
        pub trashed: Option<bool> = "trashed",
        /// Parent folder. Operators: eq, neq. type given as "folder"; direct parent only.
        pub parent_folder: Option<String> = "parentFolder",
        /// Folder. Operators: eq. true: folders only, false: files only.
        pub folder: Option<bool> = "folder",
        /// Quarantined. Operators: eq.
        pub quarantined: Option<bool> = "quarantined",
        /// Snapshot last modified date. Operators: lte, gte, range.
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
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
