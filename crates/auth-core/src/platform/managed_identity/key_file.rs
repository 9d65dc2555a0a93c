//! The key file of the Azure Arc agent, which proves that this process has the right to ask.
//!
//! The first request is answered with 401 and `WWW-Authenticate: Basic realm=<path of a key file>`.
//! The second carries the contents of the file, which only administrators and members of the group
//! `himds` can read:
//!
//! ```text
//! Authorization: Basic <contents of the file, unchanged>
//! ```
//!
//! The header does not follow the grammar of RFC 9110, so it is parsed by hand: see decision 25.

use std::path::{Path, PathBuf};

use http::{HeaderMap, HeaderValue};
use secrecy::zeroize::Zeroizing;
use tokio::io::AsyncReadExt;

use crate::error::{Error, ErrorKind, Result};

/// The folder of the agent's key files.
const FOLDER: &str = if cfg!(windows) {
    r"C:\ProgramData\AzureConnectedMachineAgent\Tokens"
} else {
    "/var/opt/azcmagent/tokens"
};

/// Largest key file. The agent writes less.
const LARGEST: u64 = 4096;

/// Builds the `Authorization` header that the agent's challenge demands.
pub(super) async fn proof(challenge: &HeaderMap) -> Result<HeaderValue> {
    proof_in(Path::new(FOLDER), challenge).await
}

/// The same for another folder, for tests.
async fn proof_in(folder: &Path, challenge: &HeaderMap) -> Result<HeaderValue> {
    let path = named(folder, challenge)?;
    let key = read(&path).await.map_err(|error| {
        wrong(&format!("its key file cannot be read: {error}"))
            .with_hint("run as root or as a member of the group `himds`")
    })?;
    let text = Zeroizing::new(format!("Basic {}", *key));
    let mut value =
        HeaderValue::from_str(&text).map_err(|_| wrong("its key file contains no key"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Returns the path of the challenge, which must be a key file in the agent's own folder. Any other
/// file would send a secret of this machine to whoever listens at the agent's address.
fn named(folder: &Path, challenge: &HeaderMap) -> Result<PathBuf> {
    let header = challenge.get(http::header::WWW_AUTHENTICATE);
    let header = header.and_then(|value| value.to_str().ok()).unwrap_or("");
    let realm = header.split_once("realm=").map_or("", |(_, realm)| realm);
    let path = PathBuf::from(realm.trim().trim_matches('"'));
    let is_own = path.parent() == Some(folder);
    let is_key = path.extension().is_some_and(|extension| extension == "key");
    if is_own && is_key {
        return Ok(path);
    }
    Err(wrong("its challenge does not name a key file of the agent"))
}

/// Reads a small regular file. A link is refused, because it could lead anywhere.
async fn read(path: &Path) -> std::io::Result<Zeroizing<String>> {
    let refused = || std::io::Error::other("it is not a regular file of at most 4096 bytes");
    let about = tokio::fs::symlink_metadata(path).await?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(refused());
    }
    let mut text = Zeroizing::new(String::new());
    let file = tokio::fs::File::open(path).await?;
    file.take(LARGEST).read_to_string(&mut text).await?;
    Ok(text)
}

/// An error of kind `Configuration` about the agent.
fn wrong(what: &str) -> Error {
    let message = format!("the Azure Arc agent cannot be used: {what}");
    Error::new(ErrorKind::Configuration, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn challenge(path: &Path) -> HeaderMap {
        let value = format!("Basic realm={}", path.display());
        let value = HeaderValue::try_from(value).unwrap();
        HeaderMap::from_iter([(http::header::WWW_AUTHENTICATE, value)])
    }

    #[tokio::test]
    async fn the_file_is_sent_as_it_is_and_marked_as_sensitive() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.key");
        std::fs::write(&path, "secret").unwrap();
        let value = proof_in(folder.path(), &challenge(&path)).await.unwrap();
        assert_eq!(value.to_str().unwrap(), "Basic secret");
        assert!(value.is_sensitive());
    }

    #[tokio::test]
    async fn no_other_file_is_ever_read() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let outside = here.join("outside.key");
        std::fs::write(&outside, "canary").unwrap();
        let tokens = here.join("tokens");
        std::fs::create_dir(&tokens).unwrap();
        std::fs::write(tokens.join("large.key"), [b'a'; 5000]).unwrap();
        std::fs::write(tokens.join("a.txt"), "canary").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(&outside, tokens.join("link.key")).unwrap();
        for path in [
            outside,
            tokens.join("../outside.key"),
            tokens.join("a.txt"),
            tokens.join("large.key"),
            tokens.join("link.key"),
            tokens.join("missing.key"),
            PathBuf::new(),
        ] {
            let error = proof_in(&tokens, &challenge(&path)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{path:?}");
            assert!(!format!("{error:?}").contains("canary"), "{error:?}");
        }
        assert!(proof_in(&tokens, &HeaderMap::new()).await.is_err());
    }
}
