//! `DeviceTvmBrowserExtensionsKB` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmBrowserExtensionsKB",
    help: "Browser extensions, their permissions and risk.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
BrowserName string
ExtensionId string
ExtensionName string
ExtensionDescription string
ExtensionVersion dynamic
ExtensionRisk string
PermissionId string
PermissionName string
PermissionDescription string
PermissionRisk string
IsPermissionRequired string",
};
