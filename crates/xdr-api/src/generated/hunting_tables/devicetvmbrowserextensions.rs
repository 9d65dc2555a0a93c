//! `DeviceTvmBrowserExtensions` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmBrowserExtensions",
    help: "Browser extensions on devices.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
BrowserName string
ExtensionId string
ExtensionName string
ExtensionDescription string
ExtensionVersion string
ExtensionRisk string
ExtensionVendor string
IsActivated string
InstallationTime datetime",
};
