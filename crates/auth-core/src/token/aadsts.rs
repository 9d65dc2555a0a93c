//! The identity service's `AADSTS` numbers: kind, retry advice and hint of each.
//!
//! The vendor may change numbers and texts, so a number only refines what the OAuth word says. An
//! unknown number is not an error: the word alone then decides.
//!
//! Source: entra-docs, `reference-error-codes.md`, and the documents of each flow.

use std::time::Duration;

use crate::error::{ErrorKind, RetryAdvice, USUAL_DELAY};

/// Least time for a change, such as a new federated credential, to spread through the identity
/// service.
const SPREADING: Duration = Duration::from_secs(60);

/// When a retry makes sense, as a number tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// The input has to change.
    Never,
    /// At once: a momentary failure.
    Soon,
    /// In some minutes: a change is still spreading.
    Minutes,
    /// After a user has acted.
    User,
    /// After an administrator has acted.
    Admin,
}

impl Again {
    /// Converts to the public advice. `asked` is the delay that the service asks for.
    pub(crate) fn advice(self, asked: Option<Duration>) -> RetryAdvice {
        match self {
            Self::Never => RetryAdvice::Never,
            Self::Soon => RetryAdvice::After(asked.unwrap_or(USUAL_DELAY)),
            Self::Minutes => RetryAdvice::After(asked.unwrap_or(SPREADING)),
            Self::User => RetryAdvice::AfterUser,
            Self::Admin => RetryAdvice::AfterAdmin,
        }
    }
}

/// One entry of the table: numbers with the same meaning.
pub(crate) struct Known {
    codes: &'static [u32],
    /// Refines the kind that the OAuth word gives.
    pub(crate) kind: ErrorKind,
    /// Refines the retry advice of the kind.
    pub(crate) again: Again,
    /// The hint for a user, and the default for the two below.
    pub(crate) hint: &'static str,
    /// The hint for an application that signs in as itself.
    of_application: Option<&'static str>,
    /// The hint for a web API that acts for its user.
    on_behalf: Option<&'static str>,
}

impl Known {
    /// The hint for the sender of this grant.
    pub(crate) fn hint_for(&self, grant_type: &str) -> &'static str {
        let other = match grant_type {
            CLIENT_CREDENTIALS => self.of_application,
            ON_BEHALF => self.on_behalf,
            _ => None,
        };
        other.unwrap_or(self.hint)
    }

    /// Adds a hint for applications that sign in as themselves.
    const fn of_application(mut self, hint: &'static str) -> Self {
        self.of_application = Some(hint);
        self
    }

    /// Adds a hint for web APIs that act for a user.
    const fn on_behalf(mut self, hint: &'static str) -> Self {
        self.on_behalf = Some(hint);
        self
    }
}

/// Grant type of an application that signs in as itself.
pub(crate) const CLIENT_CREDENTIALS: &str = "client_credentials";

/// Grant type of a web API that acts for its user.
const ON_BEHALF: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// Returns the entry of the first known number.
pub(crate) fn lookup(codes: &[u32]) -> Option<&'static Known> {
    codes
        .iter()
        .find_map(|code| KNOWN.iter().find(|known| known.codes.contains(code)))
}

/// Returns the numbers that a text names as `AADSTS<number>`, in order of appearance.
pub(crate) fn codes_in(text: &str) -> Vec<u32> {
    let after = text.split("AADSTS").skip(1);
    let number = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit());
        text[..end.unwrap_or(text.len())].parse().ok()
    };
    after.filter_map(number).collect()
}

/// An entry with one hint for everybody.
const fn known(codes: &'static [u32], kind: ErrorKind, again: Again, hint: &'static str) -> Known {
    Known {
        codes,
        kind,
        again,
        hint,
        of_application: None,
        on_behalf: None,
    }
}

use Again::{Admin, Minutes, Never, Soon, User};
use ErrorKind::{
    Blocked, Configuration, ConsentRequired, InteractionRequired, InvalidClient, InvalidScope,
    InvalidTenant, Refused, Service, Throttled,
};

const APPLICATION_BLOCKED: &str = "conditional access forbids this application to sign in from here: have an administrator make an exception";

/// The table, grouped by what the numbers are about. Each number appears once.
const KNOWN: &[Known] = &[
    // The application and its proof.
    known(
        &[7_000_215],
        InvalidClient,
        Admin,
        "the client secret is wrong: use the secret's value, not its id",
    ),
    known(
        &[7_000_222],
        InvalidClient,
        Admin,
        "the client secret has expired: add a new one to the app registration",
    ),
    known(
        &[700_016, 70_001],
        InvalidClient,
        Admin,
        "the tenant does not know this application: check client id and tenant, and consent to it there first",
    ),
    known(
        &[7_000_112],
        InvalidClient,
        Admin,
        "the application is disabled in the tenant: an administrator has to enable it",
    ),
    known(
        &[7_000_218],
        InvalidClient,
        Never,
        "the registration is for a confidential client: sign in with a secret or a certificate, or allow public client flows",
    ),
    known(
        &[700_025],
        InvalidClient,
        Never,
        "the registration is for a public client: sign in without a secret or certificate",
    ),
    known(
        &[
            700_027, 50_012, 50_013, 50_027, 50_048, 700_023, 700_030, 5_002_730,
        ],
        InvalidClient,
        Admin,
        "the signed assertion is not accepted: check that this certificate or issuer is on the app registration",
    )
    .on_behalf("an assertion is not accepted: check the user's token, and the certificate of the app registration"),
    known(
        &[500_133, 500_131, 240_002],
        InteractionRequired,
        User,
        "the user's token has ended or is for another application: have the caller bring a fresh one for this application",
    ),
    known(
        &[700_024],
        InvalidClient,
        Never,
        "the signed assertion is outside its time: check this machine's clock, and that its issuer renews the token",
    ),
    known(
        &[70_021, 700_211, 700_212, 700_213],
        InvalidClient,
        Minutes,
        "no federated credential matches: compare issuer, subject and audience, and allow a new one some minutes",
    ),
    known(
        &[700_229],
        InvalidClient,
        Never,
        "only an application's or a managed identity's own token can vouch for it, not a user's",
    ),
    known(
        &[70_002, 70_003, 7_000_114],
        InvalidClient,
        Never,
        "the application may not sign in this way: check the app registration",
    ),
    known(
        &[50_011],
        Configuration,
        Never,
        "the redirect address is not one of the app registration's",
    ),
    known(
        &[100_007],
        Configuration,
        Never,
        "sign in at the global host instead of a regional one",
    ),
    known(
        &[50_194],
        InvalidTenant,
        Never,
        "the application serves one tenant only: name that tenant",
    ),
    // The tenant.
    known(
        &[90_002],
        InvalidTenant,
        Never,
        "the tenant does not exist in this cloud: check the tenant id, then the cloud",
    ),
    known(
        &[90_038, 900_382, 900_432],
        InvalidTenant,
        Never,
        "the tenant lives in another cloud: choose that cloud",
    ),
    known(
        &[50_059, 50_128, 90_019],
        InvalidTenant,
        Never,
        "the request names no tenant: give the directory (tenant) id",
    ),
    known(
        &[50_020],
        InvalidTenant,
        Never,
        "the user is not a member of this tenant: sign in to the user's own, or invite the user",
    ),
    known(
        &[9_001_023, 90_124, 90_130],
        InvalidTenant,
        Never,
        "this way of signing in needs a tenant of its own: give the directory (tenant) id",
    ),
    // The API and its permissions.
    known(
        &[500_011, 50_001, 650_052],
        InvalidScope,
        Admin,
        "the tenant does not know this API: check the scope, and that the product is licensed there",
    ),
    known(
        &[70_011, 700_022, 1_002_012, 901_002],
        InvalidScope,
        Never,
        "the scope must name one API; an application asks for `<API>/.default`",
    ),
    known(
        &[65_005, 650_057, 650_056],
        InvalidScope,
        Admin,
        "the app registration does not list this API: add its permissions and consent",
    ),
    known(
        &[65_001],
        ConsentRequired,
        Admin,
        "consent is missing: an administrator grants it, or the user at the next sign-in where the tenant allows that",
    )
    .of_application("consent is missing: an administrator of the tenant has to grant it")
    .on_behalf("consent is missing: have the user consent in the program that called, or an administrator"),
    known(
        &[90_094, 90_095],
        ConsentRequired,
        Admin,
        "consent is missing: an administrator of the tenant has to grant it",
    ),
    known(
        &[65_004],
        ConsentRequired,
        User,
        "the user declined the permissions: sign in again and accept, or have an administrator consent",
    ),
    known(
        &[65_002],
        Refused,
        Never,
        "this application of the vendor's cannot be given this API by anybody: sign in by an app registration of your own",
    ),
    known(
        &[90_099],
        ConsentRequired,
        Admin,
        "the application has no consent in the customer's tenant: grant it there",
    ),
    known(
        &[50_105, 501_051],
        Blocked,
        Admin,
        "the API wants an assignment: an administrator has to assign the application or the user to it",
    ),
    // Policies.
    known(
        &[53_000, 53_001],
        Blocked,
        Admin,
        "the tenant wants a device that it manages: sign in on one, or have an exception made",
    )
    .of_application(APPLICATION_BLOCKED),
    known(
        &[53_002],
        Blocked,
        Admin,
        "the tenant allows approved applications only: have an administrator approve this one",
    ),
    known(
        &[53_003, 50_131, 530_032],
        Blocked,
        Admin,
        "conditional access forbids this way of signing in: use another one, or have an exception made",
    )
    .of_application(APPLICATION_BLOCKED),
    known(
        &[53_004],
        Blocked,
        User,
        "the sign-in looks risky: set up the second factor from a known device or place first",
    ),
    known(
        &[530_034],
        Blocked,
        Admin,
        "the partner's account is at risk: an administrator of its home tenant has to clear it",
    ),
    known(
        &[530_035],
        Blocked,
        Admin,
        "security defaults forbid this way of signing in: use a browser with a second factor",
    ),
    known(
        &[50_196],
        Refused,
        Minutes,
        "the same request came too often in a row: stop the program that repeats it",
    ),
    // Users.
    known(
        &[50_072, 50_074, 50_076, 50_078, 50_079, 50_158],
        InteractionRequired,
        User,
        "a second factor is wanted: sign in with a browser or a device code",
    )
    .on_behalf("a second factor is wanted: hand the claims on, so that the caller has the user sign in again"),
    known(
        &[
            50_058, 16_000, 50_173, 70_000, 70_008, 700_082, 700_084, 70_043,
        ],
        InteractionRequired,
        User,
        "the session has ended: sign in again",
    )
    .on_behalf("the user's session has ended: have the caller sign the user in again"),
    known(
        &[50_126],
        InteractionRequired,
        User,
        "user name or password is wrong",
    ),
    known(
        &[50_034],
        InteractionRequired,
        User,
        "the tenant does not know this user: check the name, then the tenant",
    ),
    known(
        &[50_056],
        InteractionRequired,
        User,
        "the directory holds no password of this user: sign in with a browser or a device code",
    ),
    known(
        &[50_053],
        InteractionRequired,
        User,
        "the account is locked after too many tries: wait, or have an administrator unlock it",
    ),
    known(
        &[50_055],
        InteractionRequired,
        User,
        "the password has expired: change it in a browser, then sign in again",
    ),
    known(
        &[50_057],
        InteractionRequired,
        Admin,
        "the account is disabled: an administrator has to enable it",
    ),
    known(
        &[54_005],
        InteractionRequired,
        User,
        "the sign-in code was used before: sign in again",
    ),
    known(
        &[501_481, 50_147, 501_491],
        InteractionRequired,
        User,
        "the proof that belongs to the sign-in code does not fit: sign in again",
    ),
    // Failures of the moment.
    known(
        &[90_055],
        Throttled,
        Soon,
        "the identity service is busy: wait, and send fewer token requests",
    ),
    known(
        &[
            50_033, 50_134, 70_012, 90_006, 90_012, 90_024, 90_033, 90_090, 40_010,
        ],
        Service,
        Soon,
        "the identity service failed for the moment: try again",
    ),
    known(
        &[50_087, 50_088],
        Service,
        Soon,
        "calls and text messages for the second factor fail or are used up: wait, or use another factor",
    ),
    known(
        &[80_001, 80_002, 80_005],
        Service,
        Soon,
        "the tenant's own servers for passwords do not answer: try again, then tell the tenant's administrator",
    ),
    // The request itself.
    known(
        &[90_014, 900_144, 90_023, 9_002_313],
        Refused,
        Never,
        "the request is malformed: if this library made it, please report it",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_number_is_explained_once() {
        let mut seen = HashSet::new();
        for code in KNOWN.iter().flat_map(|known| known.codes) {
            assert!(seen.insert(code), "{code} twice");
        }
    }

    /// The numbers that the documents name, and who has to do what.
    #[test]
    fn every_documented_number_is_known() {
        let documented: &[(Again, &[u32])] = &[
            (
                User,
                &[
                    16_000, 50_034, 50_126, 50_053, 50_055, 50_056, 50_058, 50_072, 50_074, 50_076,
                    50_078, 50_079, 50_158, 50_173, 54_005, 70_000, 70_008, 700_082, 700_084,
                    70_043, 501_481, 50_147, 501_491, 500_133, 500_131, 65_004, 53_004,
                ],
            ),
            (
                Admin,
                &[
                    50_001, 500_011, 50_105, 501_051, 50_131, 53_000, 53_001, 53_002, 53_003,
                    530_032, 530_034, 530_035, 65_001, 65_005, 650_052, 50_057, 650_056, 650_057,
                    70_001, 700_016, 700_023, 700_027, 700_030, 50_012, 50_013, 50_027, 50_048,
                    7_000_112, 7_000_215, 7_000_222, 90_094, 90_095, 90_099,
                ],
            ),
            (
                Soon,
                &[
                    50_033, 50_087, 50_088, 50_134, 70_012, 80_001, 80_002, 80_005, 90_006, 90_012,
                    90_024, 90_033, 90_055, 90_090, 40_010,
                ],
            ),
            (Minutes, &[70_021, 700_211, 700_212, 700_213, 50_196]),
            (
                Never,
                &[
                    50_011, 50_020, 50_059, 50_128, 90_019, 50_194, 70_002, 70_003, 70_011,
                    700_022, 1_002_012, 700_024, 700_025, 7_000_218, 7_000_114, 90_002, 90_038,
                    900_382, 900_432, 90_014, 900_144, 90_023, 9_002_313, 9_001_023, 90_124,
                    90_130, 100_007, 901_002, 700_229, 65_002,
                ],
            ),
        ];
        for (again, codes) in documented {
            for code in *codes {
                let known = lookup(&[*code]).unwrap_or_else(|| panic!("{code} is unknown"));
                assert_eq!(known.again, *again, "{code}");
            }
        }
    }

    #[test]
    fn a_hint_is_one_short_sentence() {
        for known in KNOWN {
            for grant in ["refresh_token", CLIENT_CREDENTIALS, ON_BEHALF] {
                let hint = known.hint_for(grant);
                assert!(!hint.ends_with('.') && hint.len() < 140, "{hint}");
            }
        }
    }

    /// Advice has to lead to the cause: who can do what about it, in the position of who reads it.
    #[test]
    fn advice_fits_its_cause_and_its_reader() {
        const USER: &str = "refresh_token";
        for (code, grant, says, never_says) in [
            (65_001, USER, "administrator", ""),
            (65_001, CLIENT_CREDENTIALS, "administrator", "user"),
            (65_001, ON_BEHALF, "called", ""),
            // No administrator can consent to what the vendor allows among its own applications.
            (
                65_002,
                USER,
                "app registration of your own",
                "administrator",
            ),
            (65_004, USER, "accept", ""),
            (65_005, USER, "add its permissions", ""),
            (53_000, USER, "device", "way of signing in"),
            (53_003, USER, "another one", ""),
            (53_003, CLIENT_CREDENTIALS, "exception", "another one"),
            (530_035, USER, "browser", "exception"),
            (50_013, CLIENT_CREDENTIALS, "certificate", "user"),
            (50_013, ON_BEHALF, "user's token", ""),
            (50_076, USER, "browser", ""),
            (50_076, ON_BEHALF, "caller", "browser"),
            (50_126, USER, "password", "sign in again"),
            (50_053, USER, "locked", "password"),
            (50_055, USER, "change it", "locked"),
            (50_057, USER, "administrator", "password"),
            (50_034, USER, "tenant", "password"),
            (700_024, CLIENT_CREDENTIALS, "clock", ""),
            (80_001, USER, "servers", "identity service"),
        ] {
            let hint = lookup(&[code]).unwrap().hint_for(grant);
            assert!(hint.contains(says), "{code} {grant}: {hint}");
            assert!(
                never_says.is_empty() || !hint.contains(never_says),
                "{code} {grant}: {hint}"
            );
        }
    }

    #[test]
    fn the_first_known_number_counts() {
        assert_eq!(lookup(&[1, 7_000_222]).unwrap().kind, InvalidClient);
        assert!(lookup(&[1]).is_none());
    }
}
