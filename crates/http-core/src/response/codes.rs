//! What the services' own error codes mean, where the status says less.
//!
//! Sources: `defender-endpoint/api/common-errors.md`, `defender-xdr/api-error-codes.md`, and reports of users where the pages are
//! silent.

/// A code of an error body, and why the service answers so and what to do.
const CAUSES: &[(&str, &str)] = &[
    (
        "ActiveRequestAlreadyExists",
        "the same action is still open for this device: list its machine actions, wait for that one or cancel it",
    ),
    (
        "ClientVersionNotSupported",
        "the Defender client of that device is too old for this: update it",
    ),
    (
        "DisabledFeature",
        "the tenant has not switched this feature on: the Defender portal has it under Settings",
    ),
    (
        "DisallowedOperation",
        "the tenant's settings do not allow this, whatever the permissions of the caller",
    ),
    (
        "InvalidDomainName",
        "give a domain name alone, such as contoso.com",
    ),
    (
        "InvalidHashValue",
        "give a SHA-1 (40 hexadecimal digits) or, where the operation takes it, a SHA-256 (64)",
    ),
    (
        "InvalidIpAddress",
        "give one address of IPv4 or IPv6, without a mask or a port",
    ),
    (
        "InvalidLicense",
        "the tenant has no licence for this service, or never set it up: have a licence assigned, open the service's portal once, \
         and have an administrator consent to the permissions",
    ),
    (
        "InvalidRequestBody",
        "names in bodies are case-sensitive, and a member that is wrong makes the whole body wrong",
    ),
    (
        "InvalidUrl",
        "give a whole address with its scheme, such as https://contoso.com/x",
    ),
    ("MaximumBatchSizeExceeded", "send fewer at once"),
    (
        "MissingRequiredParameter",
        "names in bodies are case-sensitive: one in another case counts as missing",
    ),
    (
        "OsPlatformNotSupported",
        "the operating system of that device does not support this",
    ),
    (
        "UnknownError",
        "Graph answers so to missing rights, slow queries and faults alike: check the permissions, ask for less time at once, and \
         quote the request id when asking for support",
    ),
];

/// Why a service answers with this code and what to do; nothing for a code that says no more than the status.
pub(crate) fn cause(code: Option<&str>) -> Option<&'static str> {
    let code = code?;
    let found = CAUSES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(code));
    found.map(|(_, cause)| *cause)
}
