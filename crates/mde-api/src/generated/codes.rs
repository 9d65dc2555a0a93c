//! Error codes of the services, with their meaning and what to do about them.

use http_core::ServiceCode;

pub(crate) const MDE: &[ServiceCode] = &[
    ServiceCode::new(
        "ActiveRequestAlreadyExists",
        "the same action is still open for this device",
        "list the machine actions of the device, then wait for the open one or \
cancel it",
    ),
    ServiceCode::new(
        "ClientVersionNotSupported",
        "the Defender client of the device is too old",
        "update the client",
    ),
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
        "InvalidDomainName",
        "",
        "give a domain name alone, such as contoso.com",
    ),
    ServiceCode::new(
        "InvalidHashValue",
        "",
        "give a SHA-1 (40 hexadecimal digits) or, where the operation takes it, a \
SHA-256 (64)",
    ),
    ServiceCode::new(
        "InvalidIpAddress",
        "",
        "give one IPv4 or IPv6 address, without a mask or a port",
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
        "InvalidUrl",
        "",
        "give a whole address with its scheme, such as https://contoso.com/x",
    ),
    ServiceCode::new("MaximumBatchSizeExceeded", "", "send fewer items at once"),
    ServiceCode::new(
        "MissingRequiredParameter",
        "names in bodies are case-sensitive, so a name in another case counts as \
missing",
        "",
    ),
    ServiceCode::new(
        "OsPlatformNotSupported",
        "the operating system of the device does not support the operation",
        "",
    ),
];
