//! One input of an operation.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::literal;
use super::literals::words;
use super::meaning;
use super::table::{Param, Product, Type, pairs};

pub(super) fn print(product: &Product, param: &Param) -> String {
    let mut out = format!("Param::{}({})", param.place, literal(&param.name));
    match &param.kind {
        Type::Integer32 | Type::Integer64 | Type::NumberOrText => {
            out.push_str(".kind(Kind::Integer)")
        }
        Type::Bool => out.push_str(".kind(Kind::Bool)"),
        Type::Time => out.push_str(".kind(Kind::Time)"),
        Type::Bytes => out.push_str(".kind(Kind::Bytes)"),
        Type::Enum(_) => {
            let _ = write!(out, ".kind(Kind::Enum({}))", words(&param.values));
        }
        Type::Flags(_) => {
            let _ = write!(out, ".kind(Kind::Flags({}))", words(&param.values));
        }
        Type::List(element) if matches!(**element, Type::Text | Type::Id(_) | Type::Enum(_)) => {
            out.push_str(".kind(Kind::List)");
        }
        Type::List(_) | Type::Object(_) | Type::Json | Type::Number => {
            out.push_str(".kind(Kind::Json)")
        }
        Type::Text | Type::Id(_) => {}
    }
    if param.required && param.place != "path" {
        out.push_str(".required()");
    }
    if param.max_bytes > 0 {
        let _ = write!(out, ".max_bytes({})", param.max_bytes);
    }
    if param.length != (0, 0) {
        let (least, most) = param.length;
        let _ = write!(out, ".length({least}, {most})");
    }
    if param.until {
        out.push_str(".until()");
    }
    if param.within_days > 0 {
        let _ = write!(out, ".within_days({})", param.within_days);
    }
    if matches!(&param.kind, Type::List(element) if matches!(**element, Type::Object(_))) {
        out.push_str(".array()");
    }
    if !param.constant.is_empty() {
        let _ = write!(out, ".constant({})", literal(&param.constant));
    }
    if let Some(checks) = meaning::checks_of(product, &param.kind) {
        let _ = write!(out, ".checks({checks})");
    }
    if !param.help.is_empty() {
        let _ = write!(out, ".help({})", literal(&param.help));
    }
    let aliases: Vec<_> = pairs(&param.value_aliases)
        .map(|(alias, word)| format!("({}, {})", literal(&alias), literal(&word)))
        .collect();
    if !aliases.is_empty() {
        let _ = write!(out, ".value_aliases(&[{}])", aliases.join(", "));
    }
    if !param.aliases.is_empty() {
        let aliases: Vec<_> = param.aliases.iter().map(|name| literal(name)).collect();
        let _ = write!(out, ".aliases(&[{}])", aliases.join(", "));
    }
    if !param.members.is_empty() {
        let _ = write!(out, ".members({})", words(&param.members));
    }
    if !param.after.is_empty() {
        let _ = write!(out, ".after({})", literal(&param.after));
    }
    let members = member_words(product, &param.kind);
    if !members.is_empty() {
        let _ = write!(out, ".words(&[{}])", members.join(", "));
    }
    if !param.example.is_null() {
        let _ = write!(out, ".example({})", in_pieces(&shown(&param.example)));
    }
    out
}

/// An example as a command line takes it: text as it is, several texts between commas, anything else as JSON.
fn shown(example: &Value) -> String {
    let texts = |items: &Vec<Value>| {
        let texts: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
        texts.map(|texts| texts.join(","))
    };
    match example {
        Value::String(text) => text.clone(),
        Value::Array(items) => texts(items).unwrap_or_else(|| example.to_string()),
        _ => example.to_string(),
    }
}

/// How deep objects are looked into for members that take known words.
const DEEPEST: usize = 4;

/// The members of the objects that an input holds which take known words, with those words: `action`, or
/// `about/level` within an inner object.
fn member_words(product: &Product, kind: &Type) -> Vec<String> {
    let mut found = Vec::new();
    match kind {
        Type::List(element) if matches!(**element, Type::Enum(_)) => {
            collect_words(product, element, "", &mut found);
        }
        Type::List(_) | Type::Object(_) => collect_words(product, kind, "", &mut found),
        _ => {}
    }
    found
}

fn collect_words(product: &Product, kind: &Type, path: &str, found: &mut Vec<String>) {
    match kind {
        Type::List(element) => collect_words(product, element, path, found),
        Type::Enum(name) => {
            if let Some(known) = product.enums.get(name) {
                found.push(format!("({}, {})", literal(path), words(&known.values)));
            }
        }
        Type::Object(name) if path.split('/').count() < DEEPEST => {
            let fields = product.entities.get(name).map(|entity| &entity.fields);
            for field in fields.into_iter().flatten() {
                let path = match path {
                    "" => field.name.clone(),
                    path => format!("{path}/{}", field.name),
                };
                collect_words(product, &field.kind, &path, found);
            }
        }
        _ => {}
    }
}

/// A text without blanks to break it at, in pieces that fit on a line.
fn in_pieces(text: &str) -> String {
    const FITTING: usize = 60;
    let letters: Vec<char> = text.chars().collect();
    let pieces: Vec<_> = letters
        .chunks(FITTING)
        .map(|piece| format!("{:?}", piece.iter().collect::<String>()))
        .collect();
    match &pieces[..] {
        [one] => one.clone(),
        several => format!("concat!({})", several.join(", ")),
    }
}
