//! Error codes of the services, with their meaning and what to do, where the status says less.

use http_core::{ErrorWording, ServiceCode};

/// Codes of Defender XDR.
///
/// Source: `defender-xdr/api-error-codes.md`, and reports of users where the page is silent.
const XDR_CODES: &[ServiceCode] = &[
    ServiceCode::new(
        "DisabledFeature",
        "the tenant has not switched this feature on",
        "the Defender portal has it under Settings",
    ),
    ServiceCode::new(
        "DisallowedOperation",
        "the tenant's settings do not allow this, whatever the permissions of the caller",
        "",
    ),
    ServiceCode::new(
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up",
        "have a licence assigned, open the service's portal once, and have an administrator consent to the permissions",
    ),
    ServiceCode::new(
        "InvalidRequestBody",
        "names in bodies are case-sensitive, and a member that is wrong makes the whole body wrong",
        "",
    ),
    ServiceCode::new(
        "MissingRequiredParameter",
        "names in bodies are case-sensitive: one in another case counts as missing",
        "",
    ),
];

/// Codes of Microsoft Graph.
///
/// Source: reports of users; the pages do not list codes.
const GRAPH_CODES: &[ServiceCode] = &[
    ServiceCode::new(
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up",
        "have a licence assigned, open the service's portal once, and have an administrator consent to the permissions",
    ),
    ServiceCode::new(
        "UnknownError",
        "Graph answers so to missing rights, slow queries and faults alike",
        "check the permissions, ask for less time at once, and quote the request id when asking for support",
    ),
];

/// The incidents and hunting API of Defender XDR.
pub(crate) const XDR: ErrorWording = ErrorWording::new(XDR_CODES);

/// Microsoft Graph.
pub(crate) const GRAPH: ErrorWording = ErrorWording::new(GRAPH_CODES);
