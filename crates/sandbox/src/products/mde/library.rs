//! The live response library: uploads of scripts and files, by name.
//!
//! Listing and deleting are answered by `generic`. The content is not stored, only its
//! hash.
//!
//! Source: `upload-library.md`.

use serde_json::{Value, json};

use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::entity_answer;
use crate::generic::inputs;
use crate::multipart::{self, Part};
use crate::refusal::Refusal;
use crate::values::hex;

/// Maximum size of a file, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    (verb == "upload").then(|| upload(call))
}

/// Stores a file of a multipart form. An existing name is refused without
/// `OverrideIfExists`.
///
/// # Errors
///
/// 400 for a body that is not a form, a missing file or name, a file above 20 MB, or an
/// existing name.
fn upload(call: &mut Call<'_>) -> Outcome {
    let bad = |why: &str| Refusal::new(400, "BadRequest", why);
    let content_type = call.request.header("content-type").unwrap_or_default();
    let parts = multipart::parse(content_type, &call.request.body)
        .ok_or_else(|| bad("The form cannot be read"))?;
    let find = |name: &str| {
        parts
            .iter()
            .find(|part: &&Part| part.name.eq_ignore_ascii_case(name))
    };
    let text =
        |name: &str| find(name).map(|part| String::from_utf8_lossy(&part.bytes).trim().to_owned());
    let is_true = |name: &str| text(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
    let file = find("file").ok_or_else(|| Refusal::missing_parameter("File"))?;
    let name = file
        .file_name
        .clone()
        .filter(|name| !name.is_empty())
        .ok_or_else(|| bad("The file has no name"))?;
    if file.bytes.len() > LARGEST {
        return Err(bad("The file is larger than 20 MB"));
    }
    // An empty text is the documented default of switches.
    let service = call.request.service;
    let misfit = call.operation.params_in("part").find(|param| {
        let value = text(&param.name);
        let value = value.as_deref().filter(|value| !value.is_empty());
        param.kind != "binary" && value.is_some_and(|value| !inputs::fits(param, value, service))
    });
    if let Some(param) = misfit {
        return Err(bad(&format!("Invalid value of '{}'", param.name)));
    }
    let known = call.table("LibraryFile").get(&name).cloned();
    if known.is_some() && !is_true("OverrideIfExists") {
        return Err(bad(&format!("File '{name}' exists already")));
    }
    let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, &file.bytes);
    let sha256 = hex(digest.as_ref());
    let now = iso(call.now);
    let created = known.and_then(|known| known["creationTime"].as_str().map(str::to_owned));
    let mut entry = json!({
        "fileName": name, "sha256": sha256, "description": text("Description"),
        "creationTime": created.unwrap_or_else(|| now.clone()), "lastUpdatedTime": now,
        "createdBy": call.actor(), "hasParameters": is_true("HasParameters"),
    });
    // Missing in observed responses of scripts without parameters.
    if is_true("HasParameters") {
        entry["parametersDescription"] =
            text("ParametersDescription").map_or(Value::Null, Value::from);
    }
    call.table("LibraryFile").insert(entry.clone());
    Ok(entity_answer(call, entry))
}
