//! A test over the documentation's samples: each answers the type its row names.

use std::fmt::Write as _;

use super::docs::inner;
use super::table::{Product, text};

pub(super) fn print(product: &Product) -> String {
    let mut out = inner("Every documented answer and the type it must decode into.") + "\n";
    out.push_str("use http_core::testing::{Sample, list, one};\n\n");
    out.push_str(
        "/// Operation, the sample's path below the product's folder, and what reads it.\n",
    );
    out.push_str("pub(crate) const SAMPLES: &[Sample] = &[\n");
    for row in &product.rows {
        let path = text(&row.value["samples"]["response"]);
        let entity = row.answer("entity");
        let read = match row.answer("kind").as_str() {
            "collection" => "list",
            "entity" | "object" => "one",
            _ => continue,
        };
        if path.is_empty() || !path.ends_with(".json") || entity.is_empty() {
            continue;
        }
        let Some(home) = product.home(&entity) else {
            continue;
        };
        let _ = writeln!(
            out,
            "    ({:?}, {path:?}, {read}::<crate::{}::{entity}>),",
            row.id,
            home.path()
        );
    }
    out + "];\n"
}
