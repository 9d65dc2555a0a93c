//! Content of attachments: uploaded in parts, scanned, then offered for download.
//!
//! The size of the file is the `fileSize` of the attachment. An attachment without one takes the total of its first upload.
//! A part that comes again replaces the earlier one, and the first part after a whole file begins a new one.
//!
//! | `scanResult` | content |
//! | --- | --- |
//! | `unscanned` | refused with 400 |
//! | `noThreatsFound` | returned |
//! | `malicious` | refused with 400; no page says what the service answers |
//!
//! Parts may come in any order. When all are there, the scan begins; it ends after 60 seconds of virtual time and finds
//! nothing, unless [`Fault::action_ends`](crate::Fault::action_ends) says `malicious`.
//!
//! Source: `security-casemanagement-attachment-upload-content.md`,
//! `security-casemanagement-attachment-download-content.md`.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{audit, below};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::progress::{self, Stage};
use crate::generic::record;
use crate::refusal::Refusal;
use crate::seed::cases::CONTENT;
use crate::store::Store;
use crate::values::key_text;

/// Largest part, and largest file.
const PART: usize = 1_048_576;
const FILE: usize = 100 * PART;
/// Time from the last part to the end of the scan.
const LASTS: Duration = Duration::from_secs(60);
/// The store's lists of uploaded parts and of scans that have not ended.
const PARTS: &str = "parts of attachments";
const SCANS: &str = "scans of attachments";

/// The part that a request carries.
struct Part {
    /// Place of its first byte in the file.
    start: usize,
    /// Size of the whole file.
    total: usize,
}

impl Part {
    /// Reads `Content-Range: bytes {start}-{end}/{total}`; the end is included.
    fn read(call: &Call<'_>) -> Option<Part> {
        let range = call.request.header("content-range")?;
        let (range, total) = range.trim().strip_prefix("bytes ")?.split_once('/')?;
        let (start, end) = range.split_once('-')?;
        let (start, end): (usize, usize) = (start.parse().ok()?, end.parse().ok()?);
        let total = total.parse().ok()?;
        let fits =
            end.checked_sub(start)? + 1 == call.request.body.len() && end < total && total <= FILE;
        fits.then_some(Part { start, total })
    }
}

/// Takes a part of a file. The last one starts the scan.
///
/// # Errors
///
/// 400 for a range that does not fit the content or the size of the attachment, and for more than 1 MB.
pub(super) fn upload(call: &mut Call<'_>) -> Outcome {
    record(call, "Case", "case_id")?;
    let mut attachment = below::find(call, "CaseAttachment", "attachment_id")?;
    if call.request.body.len() > PART {
        return Err(Refusal::invalid_input("A part holds 1 MB at most"));
    }
    let part = Part::read(call).ok_or_else(|| {
        Refusal::invalid_input("Content-Range is missing or does not fit the content")
    })?;
    let size = attachment["fileSize"].as_u64();
    if size.is_some_and(|size| usize::try_from(size) != Ok(part.total)) {
        let why = "The total of Content-Range is not the fileSize of the attachment";
        return Err(Refusal::invalid_input(why));
    }
    let id = call.path("attachment_id");
    let note = json!({
        "attachment": id, "start": part.start, "length": call.request.body.len(), "total": part.total,
        "content": STANDARD.encode(&call.request.body),
    });
    let parts = call.store.list(PARTS);
    // A file that was complete is replaced, as is a part that comes again.
    let is_whole = covered(parts, &id) == Some(part.total);
    parts.retain(|known| known["attachment"] != id || !is_whole && known["start"] != note["start"]);
    parts.push(note);
    if covered(parts, &id) != Some(part.total) {
        return Ok(Answer::empty(202));
    }
    attachment["fileSize"] = part.total.into();
    attachment["scanResult"] = "unscanned".into();
    if let Some(members) = attachment.as_object_mut() {
        members.remove(CONTENT);
    }
    call.table("CaseAttachment").insert(attachment);
    let ends = call.action_ends.unwrap_or("noThreatsFound");
    call.store.list(SCANS).retain(|scan| scan["id"] != id);
    progress::start(call.store, SCANS, json!({"id": id, "ends": ends}), call.now);
    let case = call.path("case_id");
    audit::note(call, &case, "upload", ("attachment", &id), &[]);
    Ok(Answer::empty(201))
}

/// The number of bytes that the parts of an attachment cover from the first on. `None` without parts.
fn covered(parts: &[Value], id: &str) -> Option<usize> {
    let of = |part: &Value, name: &str| {
        let number = part[name].as_u64();
        number.and_then(|number| usize::try_from(number).ok())
    };
    let mut ranges: Vec<(usize, usize)> = parts
        .iter()
        .filter(|part| part["attachment"] == id)
        .filter_map(|part| Some((of(part, "start")?, of(part, "length")?)))
        .collect();
    ranges.sort_unstable();
    (!ranges.is_empty()).then(|| {
        ranges.into_iter().fold(0, |end, (start, length)| {
            if start <= end {
                end.max(start + length)
            } else {
                end
            }
        })
    })
}

/// The content of an attachment: of a seeded one its text, else its parts.
fn content(call: &mut Call<'_>, attachment: &Value) -> Option<Vec<u8>> {
    if let Some(text) = attachment.get(CONTENT) {
        return Some(key_text(text).into_bytes());
    }
    let id = &attachment["id"];
    let mut parts: Vec<&Value> = call
        .store
        .list(PARTS)
        .iter()
        .filter(|part| part["attachment"] == *id)
        .collect();
    parts.sort_by_key(|part| part["start"].as_u64());
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend(STANDARD.decode(part["content"].as_str()?).ok()?);
    }
    (!bytes.is_empty()).then_some(bytes)
}

/// Returns the content of an attachment that was scanned.
///
/// # Errors
///
/// 400 before content is uploaded, while the scan goes on, and if the scan found malware.
pub(super) fn download(call: &mut Call<'_>) -> Outcome {
    record(call, "Case", "case_id")?;
    let attachment = below::find(call, "CaseAttachment", "attachment_id")?;
    let bytes = content(call, &attachment).filter(|_| attachment["scanResult"] == "noThreatsFound");
    let bytes = bytes.ok_or_else(|| {
        Refusal::invalid_input("The content is not available: it is missing or not yet scanned")
    })?;
    let (case, id) = (call.path("case_id"), call.path("attachment_id"));
    audit::note(call, &case, "download", ("attachment", &id), &[]);
    Ok(Answer::bytes(200, "application/octet-stream", bytes))
}

/// Ends scans that have lasted long enough.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, SCANS, LASTS, now, |store, note, progress| {
        let id = key_text(&note["id"]);
        let Some(attachment) = store.table("xdr", "CaseAttachment").get_mut(&id) else {
            return false;
        };
        if progress.stage == Stage::Ended {
            attachment["scanResult"] = note["ends"].clone();
        }
        true
    });
}
