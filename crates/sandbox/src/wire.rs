//! From a response to bytes: common headers, compact JSON, gzip.
//!
//! Content types and id headers differ by service, as observed. `HEAD` has the headers of `GET`, its
//! length included. `odata.metadata=none` removes control information from bodies that are JSON
//! values; results of hunting queries, which are written row by row, keep theirs. HTTP/2 is not
//! emulated.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use serde_json::Value;

use crate::answer::{Answer, Body};
use crate::http::{Incoming, pairs};
use crate::refusal::Ids;
use crate::service::Service;

/// Bodies of fewer bytes are sent uncompressed.
const GZIP_FROM: usize = 1024;

/// A response as bytes.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    /// As sent, compressed or not.
    pub(crate) body: Vec<u8>,
    /// Drops the connection after this many bytes of the body.
    pub(crate) cut: Option<usize>,
    /// Drops the connection without a response.
    pub(crate) dropped: bool,
}

/// Adds the common headers of the service and encodes the body.
pub(crate) fn write(request: &Incoming, answer: Answer, ids: &Ids, now: Timestamp) -> Reply {
    let Answer {
        status,
        mut headers,
        body,
    } = answer;
    let (content_type, mut bytes) = match body {
        Body::Empty => (None, Vec::new()),
        Body::Json(mut value) => {
            let mut content_type = json_type(request.service).to_owned();
            if status < 400 && wants_no_metadata(request) {
                content_type = content_type.replace("=minimal", "=none");
                without_metadata(&mut value);
            }
            (Some(content_type), value.to_string().into_bytes())
        }
        Body::Bytes {
            content_type,
            bytes,
        } => (Some(content_type), bytes),
    };
    if let Some(content_type) = content_type {
        headers.push(("content-type".to_owned(), content_type));
    }
    // The virtual date: `Retry-After` as an HTTP date is relative to it.
    headers.push(("date".to_owned(), httpdate::fmt_http_date(now.into())));
    headers.extend(id_headers(request.service, ids));
    if bytes.len() >= GZIP_FROM && accepts_gzip(request) && request.service != Service::Storage {
        if let Ok(packed) = gzip(&bytes) {
            bytes = packed;
            headers.push(("content-encoding".to_owned(), "gzip".to_owned()));
        }
        headers.push(("vary".to_owned(), "accept-encoding".to_owned()));
    }
    Reply {
        status,
        headers,
        body: bytes,
        cut: None,
        dropped: false,
    }
}

/// Compresses bytes as one gzip member.
pub(crate) fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The content type of JSON of a service.
pub(crate) fn json_type(service: Service) -> &'static str {
    match service {
        Service::Graph => {
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
        }
        Service::Mde | Service::Xdr => "application/json; odata.metadata=minimal; charset=utf-8",
        _ => "application/json; charset=utf-8",
    }
}

/// Whether the client asks an OData service for no control information, in `Accept` or `$format`.
///
/// `full` is answered with the minimal amount.
fn wants_no_metadata(request: &Incoming) -> bool {
    let names_it = |text: &str| {
        let text = text.to_ascii_lowercase();
        text.split([';', ',']).any(|part| {
            let value = part
                .trim()
                .strip_prefix("odata.metadata=")
                .or(part.trim().strip_prefix("metadata="));
            value == Some("none")
        })
    };
    let mut options = pairs(&request.query);
    request.service.is_odata()
        && (request.header("accept").is_some_and(names_it)
            || options
                .any(|(name, value)| name.trim_start_matches('$') == "format" && names_it(&value)))
}

/// Removes the control information but the links and the count.
///
/// Source: OData JSON format 4.01, section 3.1.3.
fn without_metadata(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| {
                let kept = ["@odata.nextLink", "@odata.deltaLink", "@odata.count"];
                !name.contains("@odata.") || kept.iter().any(|kept| name.ends_with(kept))
            });
            members.values_mut().for_each(without_metadata);
        }
        Value::Array(items) => items.iter_mut().for_each(without_metadata),
        _ => {}
    }
}

/// Headers with the ids of the request, by which support finds it.
fn id_headers(service: Service, ids: &Ids) -> Vec<(String, String)> {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    match service {
        Service::Graph => {
            vec![
                header("request-id", &ids.request_id),
                header("client-request-id", &ids.client_request_id),
            ]
        }
        _ => vec![
            header("x-ms-request-id", &ids.request_id),
            header("request-id", &ids.request_id),
        ],
    }
}

/// Whether the request accepts gzip. `q=0` refuses it.
fn accepts_gzip(request: &Incoming) -> bool {
    request.header("accept-encoding").is_some_and(|value| {
        value.split(',').any(|coding| {
            let mut parts = coding.split(';');
            let named = parts
                .next()
                .is_some_and(|name| name.trim().eq_ignore_ascii_case("gzip"));
            named && !parts.any(|part| matches!(part.trim(), "q=0" | "q=0.0"))
        })
    })
}
