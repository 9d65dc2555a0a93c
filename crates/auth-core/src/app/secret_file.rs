//! Secrets in files, read whenever they are needed: platforms and people replace them.

use std::io;
use std::path::Path;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

use crate::text;

/// Largest file that is read. Secrets, tokens and certificates are smaller.
const LARGEST: u64 = 64 * 1024;

/// Reads a text file without its byte order mark, and without the blanks and line breaks around the
/// text.
pub(crate) async fn read(path: &Path) -> io::Result<SecretString> {
    let bytes = read_bytes(path).await?;
    let text = text::decoded(&bytes)?;
    Ok(SecretString::from(text.trim()))
}

/// Reads a file of at most 64 KiB.
pub(crate) async fn read_bytes(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    let file = File::open(path).await?;
    file.take(LARGEST).read_to_end(&mut bytes).await?;
    Ok(bytes)
}
