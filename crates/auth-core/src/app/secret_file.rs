//! Secrets that platforms and people keep in files, read when they are wanted: they may have been replaced.

use std::io;
use std::path::Path;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::text;

/// More than any secret, token or certificate file has; a larger one is something else.
const LARGEST: u64 = 64 * 1024;

/// The text of a file, without byte order mark, and without the blanks and line ends around it.
pub(crate) async fn read(path: &Path) -> io::Result<SecretString> {
    let bytes = read_bytes(path).await?;
    let text = text::decoded(&bytes)?;
    Ok(SecretString::from(text.trim()))
}

/// The bytes of a file.
pub(crate) async fn read_bytes(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let file = File::open(path).await?;
    file.take(LARGEST).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
