//! `multipart/form-data` bodies (RFC 7578), as uploads to the live response library send them.
//!
//! Transfer encodings of parts, nested multiparts and text before the first boundary are not
//! supported.

/// A field of a form.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) file_name: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

/// The parts of a form. `None` if the content type or the body is not a multipart form.
pub(crate) fn parse(content_type: &str, body: &[u8]) -> Option<Vec<Part>> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameter(parameters, "boundary")?;
    let opening = format!("--{boundary}");
    let delimiter = format!("\r\n--{boundary}");
    let mut rest = body.strip_prefix(opening.as_bytes())?;
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        rest = rest.strip_prefix(b"\r\n")?;
        let end = find(rest, delimiter.as_bytes())?;
        parts.push(part(&rest[..end])?);
        rest = &rest[end + delimiter.len()..];
    }
}

fn part(bytes: &[u8]) -> Option<Part> {
    let end = find(bytes, b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition")
            .then_some(value)
    })?;
    Some(Part {
        name: parameter(disposition, "name")?,
        file_name: parameter(disposition, "filename"),
        bytes: bytes[end + 4..].to_vec(),
    })
}

/// A parameter of a header value, without its quotes.
fn parameter(text: &str, wanted: &str) -> Option<String> {
    text.split(';').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case(wanted)
            .then(|| value.trim().trim_matches('"').to_owned())
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_bytes() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"Description\"\r\n\r\nhello\r\n--x\r\n\
            Content-Disposition: form-data; name=\"File\"; filename=\"a.ps1\"\r\nContent-Type: text/plain\r\n\r\n\
            line\r\n-- not the end\r\n--x--\r\n";
        let parts = parse("multipart/form-data; boundary=x", body).unwrap();
        assert_eq!(parts[0].bytes, b"hello");
        assert_eq!(parts[1].file_name.as_deref(), Some("a.ps1"));
        assert_eq!(parts[1].bytes, b"line\r\n-- not the end");
        assert!(parse("application/json", body).is_none());
        assert!(parse("multipart/form-data; boundary=y", body).is_none());
    }
}
