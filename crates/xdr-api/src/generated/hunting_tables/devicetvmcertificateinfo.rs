//! `DeviceTvmCertificateInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmCertificateInfo",
    help: "Certificates on devices.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
Thumbprint string
Path string
SerialNumber string
IssuedTo dynamic
IssuedBy dynamic
FriendlyName string
SignatureAlgorithm string
KeySize string
ExpirationDate string
IssueDate string
SubjectType string
KeyUsage string
ExtendedKeyUsage string",
};
