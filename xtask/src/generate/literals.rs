//! Values of the tables as Rust expressions.

use serde_json::Value;

use super::docs::literal;
use super::names;
use super::table::{text, texts};

/// Two words.
pub(super) fn pair(value: &Value) -> String {
    let words: Vec<_> = texts(value).iter().map(|word| literal(word)).collect();
    format!("({})", words.join(", "))
}

/// The path of another operation of the same product.
pub(super) fn constant(id: &Value) -> String {
    let id = text(id);
    let graph = if id.starts_with("graph.") {
        "graph::"
    } else {
        ""
    };
    let mut parts = id.split('.').skip(1);
    let group = names::identifier(parts.next().unwrap_or_default());
    let verb = names::constant(parts.next().unwrap_or_default());
    format!("&crate::{graph}{group}::{verb}")
}

/// A slice of words.
pub(super) fn words(values: &[String]) -> String {
    let values: Vec<_> = values.iter().map(|value| literal(value)).collect();
    format!("&[{}]", values.join(", "))
}
