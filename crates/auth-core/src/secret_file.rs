//! Secrets that platforms and people keep in files, read when they are wanted: they may have been replaced.

use std::io;
use std::path::Path;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

/// More than any secret, token or certificate file has; a larger one is something else.
const LARGEST: u64 = 64 * 1024;

/// The text of a file, without the blanks and line ends around it.
pub(crate) async fn read(path: &Path) -> io::Result<SecretString> {
    let mut text = Zeroizing::new(String::new());
    let file = File::open(path).await?;
    file.take(LARGEST).read_to_string(&mut text).await?;
    Ok(SecretString::from(text.trim()))
}

/// The bytes of a file.
#[cfg(feature = "certificate")]
pub(crate) async fn read_bytes(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let file = File::open(path).await?;
    file.take(LARGEST).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
