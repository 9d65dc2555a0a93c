//! `DeviceFileCertificateInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceFileCertificateInfo",
    help: "Certificates of signed files.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
SHA1 string
IsSigned bool
SignatureType string
Signer string
SignerHash string
Issuer string
IssuerHash string
CertificateSerialNumber string
CrlDistributionPointUrls string
CertificateCreationTime datetime
CertificateExpirationTime datetime
CertificateCountersignatureTime datetime
IsTrusted bool
IsRootSignerMicrosoft bool
ReportId long",
};
