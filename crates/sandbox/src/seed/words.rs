//! Words that made-up values consist of. Hosts and addresses are reserved for documentation
//! (RFC 2606, RFC 5737).

use fastrand::Rng;

/// For names of things.
pub(crate) const NOUNS: [&str; 16] = [
    "Harbor", "Copper", "Meadow", "Signal", "Granite", "Willow", "Beacon", "Falcon", "Juniper",
    "Lantern", "Orchid", "Pioneer", "Quartz", "Summit", "Timber", "Voyager",
];

/// Hosts that devices connect to.
pub(crate) const DOMAINS: [&str; 8] = [
    "updates.example.net",
    "cdn.example.org",
    "mail.example.com",
    "files.example.net",
    "login-portal.example.org",
    "tracker.example.com",
    "paste.example.net",
    "relay.example.org",
];

/// Names of files in evidence.
pub(crate) const FILES: [&str; 12] = [
    "powershell.exe",
    "cmd.exe",
    "rundll32.exe",
    "invoice.docm",
    "update.exe",
    "regsvr32.exe",
    "mshta.exe",
    "wscript.exe",
    "svchost.exe",
    "setup.msi",
    "helper.dll",
    "loader.ps1",
];

pub(crate) const GIVEN: [&str; 16] = [
    "amelia", "bruno", "chiara", "dmitri", "elif", "farid", "grace", "hana", "ivan", "jonas",
    "keiko", "lucia", "mateo", "nadia", "omar", "priya",
];

pub(crate) const FAMILY: [&str; 16] = [
    "adler", "bianchi", "chen", "duarte", "eriksen", "fischer", "garcia", "haddad", "ito",
    "jensen", "kovacs", "lopez", "moreau", "novak", "okafor", "petrov",
];

/// Cloud apps: number in the app catalog, and name.
pub(crate) const APPS: [(i64, &str); 8] = [
    (11161, "Microsoft 365"),
    (11770, "Google Workspace"),
    (11114, "Salesforce"),
    (10489, "Box"),
    (11627, "Dropbox"),
    (20893, "Microsoft Exchange Online"),
    (20892, "Microsoft SharePoint Online"),
    (28375, "Microsoft Teams"),
];

/// A random word.
pub(crate) fn pick<'a, T: ?Sized>(rng: &mut Rng, words: &[&'a T]) -> &'a T {
    words[rng.usize(..words.len())]
}

/// A public address.
pub(crate) fn address(rng: &mut Rng) -> String {
    format!("203.0.113.{}", rng.u8(1..255))
}

/// A user principal name. It need not be one of a person of the organization.
pub(crate) fn upn(rng: &mut Rng) -> String {
    format!("{}.{}@contoso.com", pick(rng, &GIVEN), pick(rng, &FAMILY))
}

/// A title of two words.
pub(crate) fn title(rng: &mut Rng) -> String {
    format!("{} {}", pick(rng, &NOUNS), pick(rng, &NOUNS).to_lowercase())
}

/// A sentence that says it is made up.
pub(crate) fn sentence(rng: &mut Rng) -> String {
    format!(
        "Made up for the sandbox: {} near {}.",
        pick(rng, &NOUNS).to_lowercase(),
        pick(rng, &NOUNS)
    )
}
