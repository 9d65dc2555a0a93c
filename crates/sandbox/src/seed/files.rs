//! Files that the evidence of alerts names.

use fastrand::Rng;

use super::words;
use crate::random::hex;

/// A file. Hashes are random: no content has them.
#[derive(Clone, Debug)]
pub(crate) struct FileFact {
    pub(crate) sha1: String,
    pub(crate) sha256: String,
    pub(crate) md5: String,
    pub(crate) name: String,
    /// Folder without a trailing separator. It need not fit the platform of the device.
    pub(crate) folder: &'static str,
    /// In bytes.
    pub(crate) size: u32,
    /// Signed by `Contoso`.
    pub(crate) is_signed: bool,
}

/// Makes this many files with random hashes. Names repeat.
pub(super) fn files(count: usize, rng: &mut Rng) -> Vec<FileFact> {
    const FOLDERS: [&str; 4] = [
        "C:\\Windows\\System32",
        "C:\\Users\\Public\\Downloads",
        "C:\\ProgramData\\Updater",
        "/usr/local/bin",
    ];
    (0..count)
        .map(|number| FileFact {
            sha1: hex(rng, 40),
            sha256: hex(rng, 64),
            md5: hex(rng, 32),
            name: words::FILES[number % words::FILES.len()].to_owned(),
            folder: words::pick(rng, &FOLDERS),
            size: rng.u32(2_000..9_000_000),
            is_signed: rng.bool(),
        })
        .collect()
}
