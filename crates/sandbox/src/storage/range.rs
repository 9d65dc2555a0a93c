//! Downloads, whole or in part: `Range` and `x-ms-range`, and the headers that describe a file.
//!
//! Source: Azure Storage REST API (`specifying-the-range-header-for-blob-service-operations`,
//! `get-blob`, `get-blob-properties`). One range is supported, as there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use md5::{Digest, Md5};

use super::{File, conditions};
use crate::answer::Answer;
use crate::http::Incoming;

/// The API version of the signed addresses.
pub(super) const VERSION: &str = "2019-12-12";
/// The largest range whose hash is computed.
const HASHED: usize = 4 * 1024 * 1024;

/// The file, or the requested part of it. `made` is the time of its last change. A condition that is
/// not met gives 412 or 304, a range behind the end 416.
pub(super) fn answer(request: &Incoming, file: File, made: Timestamp) -> Answer {
    let File {
        content_type,
        bytes,
        name,
    } = file;
    let length = bytes.len();
    let tag = tag(&bytes);
    if let Err(why) = conditions::check(request, &tag, made) {
        return super::unmet(&why);
    }
    let whole_hash = hash(&bytes);
    // Properties are of the whole file.
    let requested = request
        .header("x-ms-range")
        .or(request.header("range"))
        .filter(|_| request.method == "GET");
    let answer = match requested.and_then(parse_range) {
        None => Answer::bytes(200, content_type, bytes).header("content-md5", whole_hash),
        Some((start, _)) if start >= length => {
            let text = "The range specified is invalid for the current size of the resource.";
            return super::xml(416, "InvalidRange", text)
                .header("content-range", format!("bytes */{length}"));
        }
        Some((start, end)) => {
            let end = end.map_or(length, |end| length.min(end.saturating_add(1)));
            let part = bytes[start..end.max(start)].to_vec();
            let range = format!("bytes {start}-{}/{length}", end.saturating_sub(1));
            let is_hashed = request
                .header("x-ms-range-get-content-md5")
                .is_some_and(|value| value.eq_ignore_ascii_case("true"));
            if is_hashed && part.len() > HASHED {
                let text = "The range to be hashed is larger than 4 MiB.";
                return super::xml(400, "OutOfRangeInput", text);
            }
            let hash_of_part = is_hashed.then(|| hash(&part));
            let answer = Answer::bytes(206, content_type, part)
                .header("content-range", range)
                .header("x-ms-blob-content-md5", whole_hash);
            match hash_of_part {
                Some(hash) => answer.header("content-md5", hash),
                None => answer,
            }
        }
    };
    described(answer, request, &tag, made, name)
}

/// Adds the headers that do not depend on the range.
fn described(
    answer: Answer,
    request: &Incoming,
    tag: &str,
    made: Timestamp,
    name: Option<String>,
) -> Answer {
    let date = httpdate::fmt_http_date(made.into());
    let mut answer = answer
        .header("etag", tag)
        .header("accept-ranges", "bytes")
        .header("last-modified", date.clone())
        .header("x-ms-creation-time", date)
        .header("x-ms-blob-type", "BlockBlob")
        .header("x-ms-lease-status", "unlocked")
        .header("x-ms-lease-state", "available")
        .header("x-ms-server-encrypted", "true")
        .header("x-ms-version", VERSION);
    if let Some(name) = name {
        answer = answer.header(
            "content-disposition",
            format!(
                "attachment; filename=\"{}\"",
                name.replace(['"', '\\', '\r', '\n'], "_")
            ),
        );
    }
    match request.header("x-ms-client-request-id") {
        Some(id) => answer.header("x-ms-client-request-id", id),
        None => answer,
    }
}

/// The MD5 hash in Base64, which clients of Azure Storage use to notice damage.
fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Md5::digest(bytes))
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

    /// The answer to these headers.
    fn answered(headers: &[(&str, &str)]) -> Answer {
        let mut request = axum::http::Request::get("/f");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = Incoming::new(Service::Storage, request.body(Vec::new()).unwrap());
        let file = File::new("text/plain", b"abcdef".to_vec()).named("a\"b.txt");
        answer(&request, file, "2026-03-01T00:00:00Z".parse().unwrap())
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        let found = answer.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Status, bytes and range of the answer to these headers.
    fn told(headers: &[(&str, &str)]) -> (u16, Vec<u8>, Option<String>) {
        let answer = answered(headers);
        let range = header(&answer, "content-range").map(str::to_owned);
        let Body::Bytes { bytes, .. } = answer.body else {
            panic!("{:?}", answer.body)
        };
        (answer.status, bytes, range)
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
    fn a_condition_comes_before_a_range() {
        let range = ("range", "bytes=2-");
        assert_eq!(answered(&[range, ("if-match", "\"other\"")]).status, 412);
        assert_eq!(
            answered(&[range, ("if-match", &tag(b"abcdef"))]).status,
            206
        );
        assert_eq!(answered(&[("if-none-match", &tag(b"abcdef"))]).status, 304);
        // Not documented, so not heeded.
        assert_eq!(answered(&[range, ("if-range", "\"other\"")]).status, 206);
    }

    #[test]
    fn a_file_is_described() {
        let whole = answered(&[("x-ms-client-request-id", "mine")]);
        for (name, value) in [
            ("last-modified", "Sun, 01 Mar 2026 00:00:00 GMT"),
            ("x-ms-blob-type", "BlockBlob"),
            ("x-ms-version", VERSION),
            ("content-md5", "6AtQFwmJUPxYqtg8jBSXjg=="),
            ("content-disposition", "attachment; filename=\"a_b.txt\""),
            ("x-ms-client-request-id", "mine"),
        ] {
            let told = header(&whole, name);
            assert_eq!(told, Some(value), "{name}");
        }
        let whole_hash = header(&whole, "content-md5").unwrap();
        assert_eq!(whole_hash, hash(b"abcdef"));
        let part = answered(&[
            ("range", "bytes=0-1"),
            ("x-ms-range-get-content-md5", "true"),
        ]);
        assert_eq!(header(&part, "content-md5"), Some(hash(b"ab").as_str()));
        assert_eq!(header(&part, "x-ms-blob-content-md5"), Some(whole_hash));
    }
}
