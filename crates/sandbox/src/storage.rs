//! Blob storage behind signed addresses: exports, investigation packages, live response results,
//! uploads.
//!
//! Emulates Azure Storage with a shared access signature. An address holds the tenant in its path,
//! its expiry (`se`) and a signature (`sig`). An expired or changed address gets 403, and so does a
//! bearer token beside a signature. The signature covers the decoded path, so a client may encode it
//! in its own way. Reads support ranges and conditions.
//!
//! | the client sends | and gets |
//! | --- | --- |
//! | `Range` or `x-ms-range` | 206 with `Content-Range`, 416 behind the end; `HEAD` ignores both |
//! | `x-ms-range-get-content-md5: true` | `Content-MD5` of the range, 400 above 4 MiB |
//! | `If-Match`, `If-Unmodified-Since` | 412 `ConditionNotMet` for another version |
//! | `If-None-Match`, `If-Modified-Since` | 304 for the version that the client has |
//! | `x-ms-client-request-id` | the same header |
//!
//! A file changes only with the data folder, so its time of the last change is the start of the
//! emulator. Live response results have a name in `Content-Disposition`.
//!
//! Content of uploads is not stored: only the path is, so that the upload can be finalized.
//! Containers, leases, metadata and other blob operations are not emulated.
//!
//! Source: Azure Storage REST API (`create-service-sas`, `get-blob`, `get-blob-properties`,
//! `put-blob`, `put-block-list`).

mod conditions;
mod range;

use std::time::Duration;

use jiff::Timestamp;
use percent_encoding::percent_decode_str;

use crate::answer::Answer;
use crate::clock::{iso, later};
use crate::http::Incoming;
use crate::odata::date;
use crate::random;
use crate::store::Store;

/// The operation of uploads in faults and in the log. Reads are `download`.
const UPLOAD: &str = "mdca.discovery.perform_upload";

/// Name of a request in faults and in the log.
pub(crate) fn operation_id(request: &Incoming) -> &'static str {
    match request.method.as_str() {
        "PUT" => UPLOAD,
        "GET" | "HEAD" => "download",
        _ => "unmatched",
    }
}

/// Tenant whose records a path belongs to.
pub(crate) fn tenant_of(request: &Incoming) -> Option<String> {
    decoded(&request.path)
        .split('/')
        .find_map(|part| part.strip_prefix("OrgId="))
        .map(str::to_owned)
}

/// The path as storage sees it. Clients encode it in different ways (`OrgId%3D`).
fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The path of a file of this tenant.
pub(crate) fn path(store: &Store, name: &str) -> String {
    format!("/sandbox/OrgId={}/{name}", store.plan().tenant_id)
}

/// A signed address that expires after `lasts`.
pub(crate) fn signed(base: &str, path: &str, now: Timestamp, lasts: Duration) -> String {
    let at = |at: Timestamp| at.strftime("%Y-%m-%dT%H%%3A%M%%3A%SZ").to_string();
    let ends = later(now, lasts);
    let signature = signature(path, &iso(whole(ends)));
    format!(
        "{base}{path}?sv={}&st={}&se={}&sr=b&sp=r&sig={signature}",
        range::VERSION,
        at(now),
        at(ends)
    )
}

/// A file in the storage.
pub(crate) struct File {
    pub(crate) content_type: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// The name for `Content-Disposition`, for files that a person saves.
    pub(crate) name: Option<String>,
}

impl File {
    /// A file without a name.
    pub(crate) fn new(content_type: &'static str, bytes: Vec<u8>) -> File {
        File {
            content_type,
            bytes,
            name: None,
        }
    }

    /// Sets the name that a saved file gets.
    pub(crate) fn named(mut self, name: impl Into<String>) -> File {
        self.name = Some(name.into());
        self
    }
}

/// Answers a download or accepts an upload. `find` returns the file at a decoded path.
pub(crate) fn answer(
    store: &mut Store,
    request: &Incoming,
    now: Timestamp,
    find: impl FnOnce(&mut Store, &str) -> Option<File>,
) -> Answer {
    if let Err(refused) = check(request, now) {
        return refused;
    }
    let made = store.plan().base;
    match request.method.as_str() {
        "GET" | "HEAD" => match find(store, &decoded(&request.path)) {
            Some(file) => range::answer(request, file, made),
            None => not_found(),
        },
        "PUT" => upload(store, request),
        _ => Answer::empty(405).header("allow", "GET, HEAD, PUT"),
    }
}

/// Checks the signature, the expiry, and that there is no `Authorization` header.
fn check(request: &Incoming, now: Timestamp) -> Result<(), Answer> {
    let query = request.query_pairs();
    let ends = query.get("se").and_then(|text| date(text));
    let good = ends.is_some_and(|ends| {
        query.get("sig") == Some(&signature(&decoded(&request.path), &iso(ends)))
    });
    if !good {
        return Err(failure("AuthenticationFailed", "Signature did not match."));
    }
    if request.header("authorization").is_some() {
        return Err(failure(
            "AuthenticationFailed",
            "Only one kind of authorization may be given.",
        ));
    }
    if ends.is_none_or(|ends| ends <= now) {
        return Err(failure(
            "AuthenticationFailed",
            "Signature not valid in the specified key time frame.",
        ));
    }
    Ok(())
}

/// Accepts a whole blob, which needs its type in a header, or blocks followed by a block list.
fn upload(store: &mut Store, request: &Incoming) -> Answer {
    let part = request
        .query_pairs()
        .get("comp")
        .cloned()
        .unwrap_or_default();
    if part.is_empty() && request.header("x-ms-blob-type") != Some("BlockBlob") {
        let text =
            "An HTTP header that's mandatory for this request is not specified: x-ms-blob-type.";
        return xml(400, "MissingRequiredHeader", text);
    }
    if part != "block" {
        store.list("uploads").push(decoded(&request.path).into());
    }
    Answer::empty(201)
}

/// Whether a blob was uploaded to a path.
pub(crate) fn was_uploaded(store: &mut Store, path: &str) -> bool {
    store
        .list("uploads")
        .iter()
        .any(|uploaded| *uploaded == *path)
}

/// 404 for a file that does not exist.
pub(crate) fn not_found() -> Answer {
    xml(404, "BlobNotFound", "The specified blob does not exist.")
}

/// 403 for an address that is not valid.
fn failure(code: &str, detail: &str) -> Answer {
    xml(
        403,
        code,
        &format!("Server failed to authenticate the request. {detail}"),
    )
}

/// The response to a request whose conditions are not met: 412, or 304 for a version that the
/// client has.
fn unmet(unmet: &conditions::Unmet) -> Answer {
    match unmet {
        conditions::Unmet::Precondition => xml(
            412,
            "ConditionNotMet",
            "The condition specified using HTTP conditional header(s) is not met.",
        ),
        conditions::Unmet::NotModified => {
            Answer::empty(304).header("x-ms-error-code", "ConditionNotMet")
        }
        conditions::Unmet::Invalid(name) => xml(
            400,
            "InvalidHeaderValue",
            &format!("The value for one of the HTTP headers is not in the correct format: {name}."),
        ),
    }
}

/// An error in the XML of Azure Storage.
fn xml(status: u16, code: &str, message: &str) -> Answer {
    let body = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>{message}</Message></Error>"
    );
    Answer::bytes(status, "application/xml", body).header("x-ms-error-code", code)
}

/// The time without fractions: addresses hold whole seconds.
fn whole(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

/// Not a secure signature. It only has to change with the path and the expiry.
fn signature(path: &str, ends: &str) -> String {
    format!(
        "{:016x}{:016x}",
        random::hash(&format!("{path} {ends}")),
        random::hash(&format!("{ends} {path}"))
    )
}
