//! Words the data is made of. Hosts and domains are those reserved for examples.

use fastrand::Rng;

pub(crate) const NOUNS: [&str; 16] = [
    "Harbor", "Copper", "Meadow", "Signal", "Granite", "Willow", "Beacon", "Falcon", "Juniper",
    "Lantern", "Orchid", "Pioneer", "Quartz", "Summit", "Timber", "Voyager",
];

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

/// Cloud apps: number and name.
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

pub(crate) fn pick<'a, T: ?Sized>(rng: &mut Rng, words: &[&'a T]) -> &'a T {
    words[rng.usize(..words.len())]
}

/// An address of a network reserved for documentation.
pub(crate) fn address(rng: &mut Rng) -> String {
    format!("203.0.113.{}", rng.u8(1..255))
}

pub(crate) fn upn(rng: &mut Rng) -> String {
    format!("{}.{}@contoso.com", pick(rng, &GIVEN), pick(rng, &FAMILY))
}

pub(crate) fn title(rng: &mut Rng) -> String {
    format!("{} {}", pick(rng, &NOUNS), pick(rng, &NOUNS).to_lowercase())
}

pub(crate) fn sentence(rng: &mut Rng) -> String {
    format!(
        "Made up for the sandbox: {} near {}.",
        pick(rng, &NOUNS).to_lowercase(),
        pick(rng, &NOUNS)
    )
}
