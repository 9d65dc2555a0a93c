//! What an operation means: what it changes, what its answer says of it, what its inputs must agree on.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::literal;
use super::literals::{constant, pair, words};
use super::table::{Operation, Product, Type, list, text, texts};

pub(super) fn print(product: &Product, operation: &Operation) -> String {
    let mut out = String::new();
    let verdicts = &operation.value["verdicts"];
    if !verdicts.is_null() {
        let _ = write!(out, ".verdicts({})", self::verdicts(verdicts));
    }
    let entity = operation.text("checks");
    if let Some(checks) = checks(product, &entity) {
        let _ = write!(out, ".checks({checks})");
    }
    let target = &operation.value["target"];
    if !target.is_null() {
        let _ = write!(out, ".target({})", self::target(target));
    }
    out.push_str(&effect(operation));
    let batch = &operation.value["batch"];
    if !batch.is_null() {
        let (input, most) = (literal(&text(&batch["input"])), batch["most"].as_u64());
        let _ = write!(out, ".batch({input}, {})", most.unwrap_or(0));
        if !batch["one"].is_null() {
            let _ = write!(out, ".item_of({})", constant(&batch["one"]));
        }
    }
    out
}

/// What the operation does; nothing where the constructor says it already.
fn effect(operation: &Operation) -> String {
    let effect = &operation.value["effect"];
    let kind = effect.as_str().or_else(|| effect["kind"].as_str());
    let is_get = operation.text("method") == "GET";
    let Some(kind) = kind.filter(|kind| *kind != "unknown" && !(is_get && *kind == "read")) else {
        return String::new();
    };
    let mut out = format!(
        ".effect(Effect::new(EffectKind::{})",
        super::names::pascal(kind)
    );
    if effect["felt"] == true {
        out.push_str(".felt()");
    }
    if !effect["undo"].is_null() {
        let _ = write!(out, ".undo(&{})", undo(&effect["undo"]));
    }
    out + ")"
}

fn undo(undo: &Value) -> String {
    let mut out = format!("Undo::by({})", literal(&text(&undo["by"])));
    let carried = texts(&undo["carried"]);
    if !carried.is_empty() {
        let _ = write!(out, ".carried({})", words(&carried));
    }
    let restored = undo["restored"].as_object().into_iter().flatten();
    let restored: Vec<_> = restored
        .map(|(input, member)| format!("({}, {})", literal(input), literal(&text(member))))
        .collect();
    if !restored.is_empty() {
        let _ = write!(out, ".restored(&[{}])", restored.join(", "));
    }
    for (input, values) in undo["swapped"].as_object().into_iter().flatten() {
        let values: Vec<_> = texts(values).iter().map(|value| literal(value)).collect();
        let _ = write!(out, ".swapped({}, [{}])", literal(input), values.join(", "));
    }
    for name in ["created", "each"] {
        if !undo[name].is_null() {
            let pair = texts(&undo[name])
                .iter()
                .map(|text| literal(text))
                .collect::<Vec<_>>();
            let _ = write!(out, ".{name}({})", pair.join(", "));
        }
    }
    if undo["whole"] == true {
        out.push_str(".whole()");
    }
    let lost = text(&undo["lost"]);
    if !lost.is_empty() {
        let _ = write!(out, ".lost({})", literal(&lost));
    }
    out
}

fn verdicts(verdicts: &Value) -> String {
    let failed = match &verdicts["failed"] {
        Value::String(word) if word == "missing" => "ItemFailed::Missing".to_owned(),
        Value::Object(rule) if rule.contains_key("is") => {
            format!("ItemFailed::Is{}", pair(&rule["is"]))
        }
        Value::Object(rule) if rule.contains_key("is_not") => {
            format!("ItemFailed::IsNot{}", pair(&rule["is_not"]))
        }
        Value::Object(rule) if rule.contains_key("from") => {
            let from = &rule["from"];
            format!(
                "ItemFailed::From({}, {})",
                literal(&text(&from[0])),
                from[1]
            )
        }
        _ => "ItemFailed::Listed".to_owned(),
    };
    let mut out = format!(
        "&Verdicts::new({}, {failed})",
        literal(&text(&verdicts["items"]))
    );
    for member in ["name", "counts", "reason"] {
        let members = texts(&verdicts[member]);
        if !members.is_empty() {
            let _ = write!(out, ".{member}({})", words(&members));
        }
    }
    for member in ["asked", "note"] {
        if let Some(word) = verdicts[member].as_str() {
            let _ = write!(out, ".{member}({})", literal(word));
        }
    }
    out
}

/// What the objects that an input holds must agree on.
pub(super) fn checks_of(product: &Product, kind: &Type) -> Option<String> {
    match kind {
        Type::Object(entity) => checks(product, entity),
        Type::List(element) => checks_of(product, element),
        _ => None,
    }
}

fn checks(product: &Product, entity: &str) -> Option<String> {
    let checks = &product.entities.get(entity)?.value["checks"];
    if checks.is_null() {
        return None;
    }
    let mut out = "&Checks::new()".to_owned();
    for member in ["required", "until"] {
        let members = texts(&checks[member]);
        if !members.is_empty() {
            let _ = write!(out, ".{member}({})", words(&members));
        }
    }
    let fits = &checks["fits"];
    if !fits.is_null() {
        let forms = fits["forms"].as_object().into_iter().flatten();
        let forms: Vec<_> = forms
            .map(|(word, form)| format!("({}, {})", literal(word), self::form(form)))
            .collect();
        let _ = write!(
            out,
            ".fits(Fits::new({}, {}, &[{}]))",
            literal(&text(&fits["value"])),
            literal(&text(&fits["by"])),
            forms.join(", ")
        );
    }
    let needs: Vec<_> = list(&checks["needs"]).iter().map(pair).collect();
    if !needs.is_empty() {
        let _ = write!(out, ".needs(&[{}])", needs.join(", "));
    }
    Some(out)
}

fn form(form: &Value) -> String {
    match form["hex"].as_u64() {
        Some(digits) => format!("Form::Hex({digits})"),
        None => format!("Form::{}", super::names::pascal(&text(form))),
    }
}

fn target(target: &Value) -> String {
    let mut out = format!(
        "&Target::new({}, {})",
        literal(&text(&target["input"])),
        literal(&text(&target["operation"]))
    );
    let key = text(&target["key"]);
    if !key.is_empty() {
        let _ = write!(out, ".key({})", literal(&key));
    }
    for name in ["name", "shows"] {
        let members = texts(&target[name]);
        if !members.is_empty() {
            let _ = write!(out, ".{name}({})", words(&members));
        }
    }
    let tags = text(&target["tags"]);
    if !tags.is_empty() {
        let _ = write!(out, ".tags({})", literal(&tags));
    }
    let users = &target["users"];
    if !users.is_null() {
        let [list, name, seen] = ["list", "name", "seen"].map(|part| literal(&text(&users[part])));
        let _ = write!(out, ".users(http_core::Users::new({list}, {name}, {seen}))");
    }
    if !target["named"].is_null() {
        let _ = write!(out, ".named({})", named(target));
    }
    out
}

fn named(target: &Value) -> String {
    let named = &target["named"];
    let mut out = format!(
        "Named::new({}, {}, {}, {}, {})",
        constant(&target["operation"]),
        constant(&named["list"]),
        named["digits"],
        literal(&text(&named["property"])),
        pair(&named["live"]),
    );
    if !named["unless"].is_null() {
        let _ = write!(out, ".unless({})", pair(&named["unless"]));
    }
    let gone = texts(&named["gone"]);
    if !gone.is_empty() {
        let _ = write!(out, ".gone({})", words(&gone));
    }
    let also = named["also"].as_object().into_iter().flatten();
    let also: Vec<_> = also
        .map(|(property, form)| {
            let form = super::names::pascal(&text(form));
            format!("({}, NameForm::{form})", literal(property))
        })
        .collect();
    if !also.is_empty() {
        let _ = write!(out, ".also(&[{}])", also.join(", "));
    }
    out
}
