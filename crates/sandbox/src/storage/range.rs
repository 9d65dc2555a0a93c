//! Partial downloads: `Range` and `x-ms-range`, with `If-Range`.
//!
//! Source: Azure Storage REST API (`specifying-the-range-header-for-blob-service-operations`). One
//! range is supported, as there.

use crate::answer::Answer;
use crate::http::Incoming;

/// The file, or the requested part of it. An `If-Range` of another version gives the whole file; a
/// range behind the end gives 416.
pub(super) fn answer(request: &Incoming, content_type: &str, bytes: Vec<u8>) -> Answer {
    let length = bytes.len();
    let tag = tag(&bytes);
    let requested = request.header("x-ms-range").or(request.header("range"));
    let same = request.header("if-range").is_none_or(|of| of == tag);
    let answer = match requested.filter(|_| same).and_then(parse_range) {
        None => Answer::bytes(200, content_type, bytes),
        Some((start, _)) if start >= length => {
            let text = "The range specified is invalid for the current size of the resource.";
            return super::xml(416, "InvalidRange", text)
                .header("content-range", format!("bytes */{length}"));
        }
        Some((start, end)) => {
            let end = end.map_or(length, |end| length.min(end.saturating_add(1)));
            let part = bytes[start..end.max(start)].to_vec();
            let range = format!("bytes {start}-{}/{length}", end.saturating_sub(1));
            Answer::bytes(206, content_type, part).header("content-range", range)
        }
    };
    answer.header("etag", tag).header("accept-ranges", "bytes")
}

/// The entity tag of the content.
fn tag(bytes: &[u8]) -> String {
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes);
    let start = digest.as_ref().iter().take(8);
    let text: String = start.map(|byte| format!("{byte:02X}")).collect();
    format!("\"0x{text}\"")
}

/// First and last byte of `bytes=5-` or `bytes=5-9`. `None` for other forms, which give the whole
/// file.
fn parse_range(range: &str) -> Option<(usize, Option<usize>)> {
    let (start, end) = range.strip_prefix("bytes=")?.split_once('-')?;
    let start = start.parse().ok()?;
    match end {
        "" => Some((start, None)),
        end => Some((start, Some(end.parse().ok().filter(|end| *end >= start)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Body;
    use crate::service::Service;

    /// Status, bytes and range of the answer to these headers.
    fn told(headers: &[(&str, &str)]) -> (u16, Vec<u8>, Option<String>) {
        let mut request = axum::http::Request::get("/f");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = Incoming::new(Service::Storage, request.body(Vec::new()).unwrap());
        let answer = answer(&request, "text/plain", b"abcdef".to_vec());
        let Body::Bytes { bytes, .. } = answer.body else {
            panic!("{:?}", answer.body)
        };
        let range = answer
            .headers
            .iter()
            .find(|(name, _)| name == "content-range");
        (answer.status, bytes, range.map(|(_, value)| value.clone()))
    }

    #[test]
    fn parts_are_given_as_asked() {
        let whole = (200, b"abcdef".to_vec(), None);
        let part = |bytes: &[u8], range: &str| (206, bytes.to_vec(), Some(range.to_owned()));
        assert_eq!(told(&[]), whole);
        assert_eq!(told(&[("range", "bytes=2-")]), part(b"cdef", "bytes 2-5/6"));
        assert_eq!(
            told(&[("x-ms-range", "bytes=2-3")]),
            part(b"cd", "bytes 2-3/6")
        );
        assert_eq!(told(&[("range", "bytes=4-99")]), part(b"ef", "bytes 4-5/6"));
        for odd in ["bytes=-2", "bytes=3-1", "lines=1-"] {
            assert_eq!(told(&[("range", odd)]), whole, "{odd}");
        }
        let (status, _, range) = told(&[("range", "bytes=6-")]);
        assert_eq!((status, range.as_deref()), (416, Some("bytes */6")));
    }

    #[test]
    fn a_part_is_of_the_version_that_was_named() {
        let range = ("range", "bytes=2-");
        assert_eq!(told(&[range, ("if-range", "\"other\"")]).0, 200);
        assert_eq!(told(&[range, ("if-range", &tag(b"abcdef"))]).0, 206);
    }
}
