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
        /// The pk, 24 hexadecimal digits.
        pub id_: Id<File> = "_id",
        /// Tenant.
        pub tid_: Option<i64> = "_tid",
        /// Id within the app, may hold a `|`.
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
        /// Name in lower case.
        pub name_l: Option<String> = "name_l",
        /// File extension.
        pub file_extension: Option<String> = "fileExtension",
        /// Mime type.
        pub mime_type: Option<String> = "mimeType",
        /// Bytes.
        pub file_size: Option<i64> = "fileSize",
        /// A pair `[code`, `NAME]`, such as `[4`, "`TEXT"]`; codes as in the fileType filter.
        pub file_type: Vec<Value> = "fileType",
        /// The fileType code alone.
        pub ftype: Option<i64> = "ftype",
        /// A pair `[code`, `NAME]`, such as `[0`, "`PRIVATE"]`; codes as in the sharing filter.
        pub file_access_level: Vec<Value> = "fileAccessLevel",
        /// The fileAccessLevel code alone.
        pub facl: Option<i64> = "facl",
        /// A pair `[code`, `NAME]`, such as `[0`, "`EXISTS"]`.
        pub file_status: Vec<Value> = "fileStatus",
        /// The fileStatus code alone.
        pub fstat: Option<i64> = "fstat",
        /// File type display.
        pub file_type_display: Option<String> = "fileTypeDisplay",
        /// Is folder.
        pub is_folder: Option<bool> = "isFolder",
        /// Is foreign.
        pub is_foreign: Option<bool> = "isForeign",
        /// No governance.
        pub no_governance: Option<bool> = "noGovernance",
        /// Epoch milliseconds.
        pub created_date: Option<Timestamp> = "createdDate",
        /// Epoch milliseconds.
        pub modified_date: Option<Timestamp> = "modifiedDate",
        /// ISO 8601 text.
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
        /// Epoch milliseconds.
        pub last_nrt_timestamp: Option<Timestamp> = "lastNrtTimestamp",
        /// Owner name.
        pub owner_name: Option<String> = "ownerName",
        /// Owner address.
        pub owner_address: Option<String> = "ownerAddress",
        /// Owner external.
        pub owner_external: Option<bool> = "ownerExternal",
        /// URL of the file.
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
        /// Labels; a key differing by case only (ftags) can be present too.
        pub f_tags: Vec<String> = "fTags",
        /// Scan version.
        pub scan_version: Option<i64> = "scanVersion",
        /// Unseen scans.
        pub unseen_scans: Option<i64> = "unseenScans",
        /// Enriched.
        pub enriched: Option<bool> = "enriched",
        /// Raw SharePoint item, SharePoint and OneDrive only.
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
        /// Operators: eq, neq. app id.
        pub service: Option<i64> = "service",
        /// Operators: eq, neq.
        pub instance: Option<i64> = "instance",
        /// Operators: eq, neq. 0=Other; 1=Document; 2=Spreadsheet; 3=Presentation; 4=Text; 5=Image;
        /// 6=Folder.
        pub file_type: Option<i64> = "fileType",
        /// Operators: eq. true: deleted files; false or absent: others, trashed ones included; trashed
        /// overrides it.
        pub allow_deleted: Option<bool> = "allowDeleted",
        /// Operators: cabinetmatchedrulesequals, neq, isset, isnotset. policy ids; note the odd
        /// operator in place of eq; typed string in the older document.
        pub policy: Vec<String> = "policy",
        /// Operators: eq. microsoft/MCAS also uses text, for a name without its extension.
        pub filename: Option<String> = "filename",
        /// Operators: lte, gte, range, `lte_ndays`, `gte_ndays.` epoch milliseconds.
        pub modified_date: Option<Timestamp> = "modifiedDate",
        /// Operators: lte, gte, range. epoch milliseconds; no `*_ndays` operators here.
        pub created_date: Option<Timestamp> = "createdDate",
        /// Operators: eq, neq.
        pub collaborators_entity: Option<EntityPk> = "collaborators.entity",
        /// Operators: eq, neq.
        pub collaborators_domains: Option<String> = "collaborators.domains",
        /// Operators: eq, neq.
        pub collaborators_groups: Option<String> = "collaborators.groups",
        /// Operators: eq, neq, deq.
        pub collaborators_with_domain: Option<String> = "collaborators.withDomain",
        /// Operators: eq, neq. example keeps saas.
        pub owner_entity: Option<EntityPk> = "owner.entity",
        /// Operators: eq, neq.
        pub owner_org_unit: Option<String> = "owner.orgUnit",
        /// Operators: eq, neq. 0=Private; 1=Internal; 2=External; 3=Public; 4=Public (Internet).
        pub sharing: Option<i64> = "sharing",
        /// Operators: eq, neq.
        pub file_id: Option<Id<File>> = "fileId",
        /// Operators: eq, neq, isset, isnotset. label (tag) ids.
        pub file_labels: Option<String> = "fileLabels",
        /// Operators: eq, neq, isset, isnotset. content inspection warning ids.
        pub file_scan_labels: Option<String> = "fileScanLabels",
        /// Operators: eq, neq. case sensitive.
        pub extension: Option<String> = "extension",
        /// Operators: eq, neq. one string only, no list.
        pub mime_type: Option<String> = "mimeType",
        /// Operators: eq.
        pub trashed: Option<bool> = "trashed",
        /// Operators: eq, neq. type given as "folder"; direct parent only.
        pub parent_folder: Option<String> = "parentFolder",
        /// Operators: eq. true: folders only, false: files only.
        pub folder: Option<bool> = "folder",
        /// Operators: eq.
        pub quarantined: Option<bool> = "quarantined",
        /// Operators: lte, gte, range.
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
    }
}

http_core::entity! {
    /// File page.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-list.md`.
    pub struct FilePage {
        /// Approximate.
        pub total: Option<i64> = "total",
        /// Has next.
        pub has_next: Option<bool> = "hasNext",
        /// Data.
        pub data: Vec<File> = "data",
        /// Not documented, observed in responses.
        pub max: Option<i64> = "max",
        /// Not documented, observed in responses.
        pub more_than_total: Option<bool> = "moreThanTotal",
    }
}
