//! The documented tables and functions of advanced hunting.

mod aadsignineventsbeta;
mod aadspnsignineventsbeta;
mod agentsinfo;
mod aiagentsinfo;
mod alertevidence;
mod alertinfo;
mod behaviorentities;
mod behaviorinfo;
mod callactivityevents;
mod campaigninfo;
mod cloudappevents;
mod cloudauditevents;
mod clouddnsevents;
mod cloudpolicyenforcementevents;
mod cloudprocessevents;
mod cloudstorageaggregatedevents;
mod datasecuritybehaviors;
mod datasecurityevents;
mod devicebaselinecomplianceassessment;
mod devicebaselinecomplianceassessmentkb;
mod devicebaselinecomplianceprofiles;
mod deviceevents;
mod devicefilecertificateinfo;
mod devicefileevents;
mod deviceimageloadevents;
mod deviceinfo;
mod devicelogonevents;
mod devicenetworkevents;
mod devicenetworkinfo;
mod deviceprocessevents;
mod deviceregistryevents;
mod devicetvmbrowserextensions;
mod devicetvmbrowserextensionskb;
mod devicetvmcertificateinfo;
mod devicetvmhardwarefirmware;
mod devicetvminfogathering;
mod devicetvminfogatheringkb;
mod devicetvmsecureconfigurationassessment;
mod devicetvmsecureconfigurationassessmentkb;
mod devicetvmsoftwareevidencebeta;
mod devicetvmsoftwareinventory;
mod devicetvmsoftwarevulnerabilities;
mod devicetvmsoftwarevulnerabilitieskb;
mod disruptionandresponseevents;
mod emailattachmentinfo;
mod emailevents;
mod emailpostdeliveryevents;
mod emailurlinfo;
mod entraidsigninevents;
mod entraidspnsigninevents;
mod exposuregraphedges;
mod exposuregraphnodes;
mod filemaliciouscontentinfo;
mod graphapiauditevents;
mod identityaccountinfo;
mod identitydirectoryevents;
mod identityevents;
mod identityinfo;
mod identitylogonevents;
mod identityqueryevents;
mod messagecontents;
mod messageevents;
mod messagepostdeliveryevents;
mod messageurlinfo;
mod oauthappinfo;
mod urlclickevents;

use crate::hunting::{DocumentedFunction, DocumentedTable};

pub(crate) const TABLES: &[DocumentedTable] = &[
    aadsignineventsbeta::TABLE,
    aadspnsignineventsbeta::TABLE,
    agentsinfo::TABLE,
    aiagentsinfo::TABLE,
    alertevidence::TABLE,
    alertinfo::TABLE,
    behaviorentities::TABLE,
    behaviorinfo::TABLE,
    callactivityevents::TABLE,
    campaigninfo::TABLE,
    cloudappevents::TABLE,
    cloudauditevents::TABLE,
    clouddnsevents::TABLE,
    cloudpolicyenforcementevents::TABLE,
    cloudprocessevents::TABLE,
    cloudstorageaggregatedevents::TABLE,
    datasecuritybehaviors::TABLE,
    datasecurityevents::TABLE,
    devicebaselinecomplianceassessment::TABLE,
    devicebaselinecomplianceassessmentkb::TABLE,
    devicebaselinecomplianceprofiles::TABLE,
    deviceevents::TABLE,
    devicefilecertificateinfo::TABLE,
    devicefileevents::TABLE,
    deviceimageloadevents::TABLE,
    deviceinfo::TABLE,
    devicelogonevents::TABLE,
    devicenetworkevents::TABLE,
    devicenetworkinfo::TABLE,
    deviceprocessevents::TABLE,
    deviceregistryevents::TABLE,
    devicetvmbrowserextensions::TABLE,
    devicetvmbrowserextensionskb::TABLE,
    devicetvmcertificateinfo::TABLE,
    devicetvmhardwarefirmware::TABLE,
    devicetvminfogathering::TABLE,
    devicetvminfogatheringkb::TABLE,
    devicetvmsecureconfigurationassessment::TABLE,
    devicetvmsecureconfigurationassessmentkb::TABLE,
    devicetvmsoftwareevidencebeta::TABLE,
    devicetvmsoftwareinventory::TABLE,
    devicetvmsoftwarevulnerabilities::TABLE,
    devicetvmsoftwarevulnerabilitieskb::TABLE,
    disruptionandresponseevents::TABLE,
    emailattachmentinfo::TABLE,
    emailevents::TABLE,
    emailpostdeliveryevents::TABLE,
    emailurlinfo::TABLE,
    entraidsigninevents::TABLE,
    entraidspnsigninevents::TABLE,
    exposuregraphedges::TABLE,
    exposuregraphnodes::TABLE,
    filemaliciouscontentinfo::TABLE,
    graphapiauditevents::TABLE,
    identityaccountinfo::TABLE,
    identitydirectoryevents::TABLE,
    identityevents::TABLE,
    identityinfo::TABLE,
    identitylogonevents::TABLE,
    identityqueryevents::TABLE,
    messagecontents::TABLE,
    messageevents::TABLE,
    messagepostdeliveryevents::TABLE,
    messageurlinfo::TABLE,
    oauthappinfo::TABLE,
    urlclickevents::TABLE,
];

pub(crate) const FUNCTIONS: &[DocumentedFunction] = &[
    DocumentedFunction {
        name: "FileProfile",
        call: "invoke FileProfile(x, y)",
        help: "Adds what Microsoft knows of a file: prevalence, signer, threat.",
        status: "ga",
        adds: "\
SHA1 string
SHA256 string
MD5 string
FileSize int
GlobalPrevalence int
GlobalFirstSeen datetime
GlobalLastSeen datetime
Signer string
Issuer string
SignerHash string
IsCertificateValid bool
IsRootSignerMicrosoft bool
SignatureState string
IsExecutable bool
ThreatName string
Publisher string
SoftwareName string
ProfileAvailability string",
        returns: "",
    },
    DocumentedFunction {
        name: "DeviceFromIP",
        call: "invoke DeviceFromIP()",
        help: "The devices that had a local address.",
        status: "preview",
        adds: "",
        returns: "\
IP string
DeviceId string",
    },
    DocumentedFunction {
        name: "SeenBy",
        call: "invoke SeenBy(x)",
        help: "The onboarded devices that saw a device in the network.",
        status: "ga",
        adds: "",
        returns: "\
DeviceId string",
    },
    DocumentedFunction {
        name: "AssignedIPAddresses",
        call: "AssignedIPAddresses(x, y)",
        help: "The newest addresses of a device, or those at a time.",
        status: "ga",
        adds: "",
        returns: "\
Timestamp datetime
IPAddress string
IPType string
NetworkAdapterType int
ConnectedNetworks int",
    },
    DocumentedFunction {
        name: "GetAnomalousBehaviorsAbout",
        call: "invoke GetAnomalousBehaviorsAbout(filters)",
        help: "Behaviors with an anomaly about all of some entities.",
        status: "ga",
        adds: "",
        returns: "",
    },
    DocumentedFunction {
        name: "GetAnomalousBehaviorsByKind",
        call: "invoke GetAnomalousBehaviorsByKind(entityKind, insightType)",
        help: "Behaviors with an anomaly of a kind of entity.",
        status: "ga",
        adds: "",
        returns: "",
    },
    DocumentedFunction {
        name: "GetAnomalousBehaviorsByValue",
        call: "invoke GetAnomalousBehaviorsByValue(entityValue, insightType)",
        help: "Behaviors with an anomaly of one entity.",
        status: "ga",
        adds: "",
        returns: "",
    },
    DocumentedFunction {
        name: "GetFirstSeenBehaviors",
        call: "invoke GetFirstSeenBehaviors()",
        help: "Behaviors seen for the first time.",
        status: "ga",
        adds: "",
        returns: "",
    },
    DocumentedFunction {
        name: "GetHighVolumeAnomalyBehaviors",
        call: "invoke GetHighVolumeAnomalyBehaviors()",
        help: "Behaviors of unusual volume.",
        status: "ga",
        adds: "",
        returns: "",
    },
    DocumentedFunction {
        name: "GetUncommonValueBehaviors",
        call: "invoke GetUncommonValueBehaviors()",
        help: "Behaviors with an uncommon value.",
        status: "ga",
        adds: "",
        returns: "",
    },
];

/// Tables that are gone, with their successors.
pub(crate) const FORMER: &str = "\
AccountInfo IdentityInfo
AppFileEvents CloudAppEvents
DeviceTvmSoftwareInventoryVulnerabilities DeviceTvmSoftwareInventory, DeviceTvmSoftwareVulnerabilities";

/// Columns that a connected workspace adds to any table.
pub(crate) const WORKSPACE: &str = "\
TimeGenerated datetime
TenantId string
Type string
SourceSystem string
MachineGroup string
_ResourceId string
_SubscriptionId string
_BilledSize real
_IsBillable string";
