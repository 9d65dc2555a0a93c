//! How an action that an operation starts is found again and how it ends.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::literal;
use super::literals::{constant, pair, words};
use super::table::{Operation, Product, list, text, texts};

pub(super) fn print(operation: &Operation) -> String {
    let mut out = String::new();
    let completion = &operation.value["completion"];
    if !completion.is_null() {
        let _ = write!(out, ".completion(&{})", self::completion(completion));
    }
    let spec = &operation.value["action"];
    if !spec.is_null() {
        let _ = write!(out, ".action(&{})", self::spec(spec));
    }
    out
}

/// Whether the operation starts something whose end another operation shows.
pub(super) fn is_followed(operation: &Operation) -> bool {
    !operation.value["completion"]["ask"].is_null()
}

/// The operation that shows how what this one starts ends.
pub(super) fn shown_by<'a>(product: &'a Product, operation: &Operation) -> Option<&'a Operation> {
    let ask = operation.value["completion"]["ask"].as_str()?;
    product.operations.iter().find(|one| one.id == ask)
}

fn completion(completion: &Value) -> String {
    let note = text(&completion["note"]);
    if completion["ask"].is_null() {
        return format!("Completion::unseen({})", literal(&note));
    }
    let mut out = format!(
        "Completion::new({}, {}, {})",
        constant(&completion["ask"]),
        pair(&completion["id"]),
        literal(&text(&completion["state"]))
    );
    for list in ["open", "succeeded", "failed"] {
        let _ = write!(out, ".{list}({})", words(&texts(&completion[list])));
    }
    if let Some(member) = completion["ended"].as_str() {
        let _ = write!(out, ".ended({})", literal(member));
    }
    if !completion["then"].is_null() {
        let _ = write!(out, ".then({})", fetch(&completion["then"]));
    }
    let pause = &completion["pause"];
    if !pause.is_null() {
        let _ = write!(out, ".pause(Pause::seconds({}, {}))", pause[0], pause[1]);
    }
    if !note.is_empty() {
        let _ = write!(out, ".note({})", literal(&note));
    }
    out
}

fn fetch(then: &Value) -> String {
    let mut out = format!(
        "Fetch::new({}, {})",
        constant(&then["ask"]),
        pair(&then["id"])
    );
    let each = &then["each"];
    if each.is_null() {
        return out;
    }
    let _ = write!(
        out,
        ".each(Each::new({}, {})",
        literal(&text(&each["items"])),
        pair(&each["input"])
    );
    for member in ["only", "unless"] {
        if !each[member].is_null() {
            let _ = write!(out, ".{member}{}", pair(&each[member]));
        }
    }
    if let Some(kind) = each["kind"].as_str() {
        let _ = write!(out, ".kind({})", literal(kind));
    }
    out.push(')');
    out
}

fn spec(spec: &Value) -> String {
    let mut out = format!(
        "ActionSpec::new({}, {}, {})",
        constant(&spec["list"]),
        pair(&spec["target"]),
        pair(&spec["kind"])
    );
    let same: Vec<_> = list(&spec["same"]).iter().map(pair).collect();
    if !same.is_empty() {
        let _ = write!(out, ".same(&[{}])", same.join(", "));
    }
    if spec["reusable"] == Value::Bool(true) {
        out.push_str(".reusable()");
    }
    out
}
