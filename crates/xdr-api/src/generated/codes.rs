//! Error codes of the services, with their meaning and what to do about them.

use http_core::ServiceCode;

pub(crate) const GRAPH: &[ServiceCode] = &[
    ServiceCode::new(
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up",
        "have a licence assigned, open the service's portal once, and have an \
administrator consent to the permissions",
    ),
    ServiceCode::new(
        "UnknownError",
        "Microsoft Graph answers with this code to missing permissions, slow \
queries and faults alike",
        "check the permissions, ask for less at once, and quote the request id when \
asking for support",
    ),
];

pub(crate) const XDR: &[ServiceCode] = &[
    ServiceCode::new(
        "DisabledFeature",
        "the feature is turned off in this tenant",
        "turn it on in the Defender portal, under Settings",
    ),
    ServiceCode::new(
        "DisallowedOperation",
        "the settings of the tenant forbid the operation, whatever permissions the \
caller has",
        "",
    ),
    ServiceCode::new(
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up",
        "have a licence assigned, open the service's portal once, and have an \
administrator consent to the permissions",
    ),
    ServiceCode::new(
        "InvalidRequestBody",
        "names in bodies are case-sensitive, and one wrong member makes the whole \
body invalid",
        "",
    ),
    ServiceCode::new(
        "MissingRequiredParameter",
        "names in bodies are case-sensitive, so a name in another case counts as \
missing",
        "",
    ),
];
