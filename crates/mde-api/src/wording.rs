//! Error codes of the service, with their meaning and what to do, where the status says less.

use http_core::{ErrorWording, ServiceCode};

/// What the service's own error codes mean, where the status says less.
///
/// Sources: `defender-endpoint/api/common-errors.md`, and reports of users where the page is silent.
const CODES: &[ServiceCode] = &[
    ServiceCode::new(
        "ActiveRequestAlreadyExists",
        "the same action is still open for this device",
        "list its machine actions, wait for that one or cancel it",
    ),
    ServiceCode::new(
        "ClientVersionNotSupported",
        "the Defender client of that device is too old for this",
        "update it",
    ),
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
        "InvalidDomainName",
        "",
        "give a domain name alone, such as contoso.com",
    ),
    ServiceCode::new(
        "InvalidHashValue",
        "",
        "give a SHA-1 (40 hexadecimal digits) or, where the operation takes it, a SHA-256 (64)",
    ),
    ServiceCode::new(
        "InvalidIpAddress",
        "",
        "give one address of IPv4 or IPv6, without a mask or a port",
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
        "InvalidUrl",
        "",
        "give a whole address with its scheme, such as https://contoso.com/x",
    ),
    ServiceCode::new("MaximumBatchSizeExceeded", "", "send fewer at once"),
    ServiceCode::new(
        "MissingRequiredParameter",
        "names in bodies are case-sensitive: one in another case counts as missing",
        "",
    ),
    ServiceCode::new(
        "OsPlatformNotSupported",
        "the operating system of that device does not support this",
        "",
    ),
];

/// A refusal reads "maximum allowed 45 per 00:01:00" and the like.
pub(crate) const WORDING: ErrorWording = ErrorWording::new(CODES).with_quota_after("allowed");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_says_something_once() {
        for (at, known) in CODES.iter().enumerate() {
            assert!(
                !(known.meaning.is_empty() && known.cure.is_empty()),
                "{}",
                known.code
            );
            let again = CODES[at + 1..]
                .iter()
                .any(|other| other.code.eq_ignore_ascii_case(known.code));
            assert!(!again, "{}", known.code);
        }
    }
}
