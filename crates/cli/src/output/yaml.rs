//! YAML, members in the order they came.

use std::io::{self, Write};

use serde_json::Deserializer;
use serde_transcode::Transcoder;

use super::Out;

/// Writes a row as one element of a sequence; all of them together are one document.
pub(super) fn row(row: &[u8], out: &mut Out) -> io::Result<()> {
    let mut list = Vec::with_capacity(row.len() + 2);
    list.push(b'[');
    list.extend_from_slice(row);
    list.push(b']');
    document(&list, out)
}

/// Writes JSON text as a document.
pub(super) fn document(text: &[u8], out: &mut Out) -> io::Result<()> {
    let mut source = Deserializer::from_slice(text);
    let document =
        serde_saphyr::to_string(&Transcoder::new(&mut source)).map_err(io::Error::other)?;
    out.write_all(document.as_bytes())?;
    if document.ends_with('\n') {
        Ok(())
    } else {
        out.write_all(b"\n")
    }
}
