//! `CloudAppEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudAppEvents",
    help: "Activities in Microsoft 365 and other cloud apps.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ActionType string
Application string
ApplicationId int
AppInstanceId int
AccountObjectId string
AccountId string
AccountDisplayName string
IsAdminOperation bool
DeviceType string
OSPlatform string
IPAddress string
IsAnonymousProxy bool
CountryCode string
City string
Isp string
UserAgent string
ActivityType string
ActivityObjects dynamic
ObjectName string
ObjectType string
ObjectId string
ReportId string
AccountType string
IsExternalUser bool
IsImpersonated bool
IPTags dynamic
IPCategory string
UserAgentTags dynamic
RawEventData dynamic
AdditionalFields dynamic
LastSeenForUser dynamic
UncommonForUser dynamic
AuditSource string
SessionData dynamic
OAuthAppId string
ISP string",
};
