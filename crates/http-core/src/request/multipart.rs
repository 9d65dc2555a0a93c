//! `multipart/form-data` (RFC 7578) for the few small uploads of the services.
//!
//! The file of a live response library is one. The whole form is in memory: the limits of these uploads
//! are a few megabytes.

use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderValue;
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The file part of a form.
pub(super) struct File<'a> {
    pub(super) part: &'a str,
    pub(super) name: &'a str,
    pub(super) bytes: &'a Bytes,
}

/// The form and its `Content-Type`. Fields come first, the file last; values that are not text are
/// written as JSON. The boundary is random, so that no file can contain it by design.
///
/// # Errors
/// `Usage` if the header cannot be written.
pub(super) fn encode(
    fields: &Map<String, Value>,
    file: Option<File<'_>>,
) -> Result<(Option<HeaderValue>, Bytes)> {
    let boundary = format!("form-{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
    let mut body = BytesMut::new();
    for (name, value) in fields {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let head =
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.put_slice(head.as_bytes());
        body.put_slice(text.as_bytes());
        body.put_slice(b"\r\n");
    }
    if let Some(file) = file {
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            file.part,
            quoted(file.name)
        );
        body.put_slice(head.as_bytes());
        body.put_slice(file.bytes);
        body.put_slice(b"\r\n");
    }
    body.put_slice(format!("--{boundary}--\r\n").as_bytes());
    let content_type =
        HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}"))
            .map_err(|error| Error::usage("the form cannot be written").with_source(error))?;
    Ok((Some(content_type), body.freeze()))
}

/// A file name in quotes. Characters that would end the quotes or the line are percent-encoded, as
/// browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_between_boundaries_and_names_cannot_break_out() {
        let mut fields = Map::new();
        fields.insert("HasParameters".to_owned(), Value::Bool(true));
        let bytes = Bytes::from_static(b"echo");
        let file = File {
            part: "file",
            name: "a\"\r\nb.ps1",
            bytes: &bytes,
        };
        let (content_type, body) = encode(&fields, Some(file)).unwrap();
        let content_type = content_type.unwrap();
        let (_, boundary) = content_type
            .to_str()
            .unwrap()
            .split_once("boundary=")
            .unwrap();
        let expected = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"HasParameters\"\r\n\r\ntrue\r\n\
             --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22%0D%0Ab.ps1\"\r\n\
             Content-Type: application/octet-stream\r\n\r\necho\r\n--{boundary}--\r\n"
        );
        assert_eq!(std::str::from_utf8(&body).unwrap(), expected);
    }
}
