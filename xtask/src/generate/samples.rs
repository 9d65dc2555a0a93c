//! A test over the documentation's samples: each answers the type its operation names.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::docs::inner;
use super::table::{Product, text, texts};

/// The table of samples; `None` where the product has none.
pub(super) fn print(product: &Product) -> Option<String> {
    let mut lines = String::new();
    let mut readers = BTreeSet::from(["Sample"]);
    for operation in &product.operations {
        let samples = &operation.value["samples"];
        let more = texts(&samples["more"]);
        let paths = [text(&samples["response"])].into_iter().chain(more);
        let entity = operation.answer("entity");
        let read = match operation.answer("kind").as_str() {
            "collection" => "list",
            "entity" | "object" | "files" => "one",
            // An answer that comes only where the caller asks for it.
            "empty" if !entity.is_empty() => "one",
            _ => continue,
        };
        let Some(home) = product.home(&entity) else {
            continue;
        };
        for path in paths.filter(|path| path.ends_with(".json")) {
            readers.insert(read);
            let _ = writeln!(
                lines,
                "    ({:?}, {path:?}, {read}::<crate::{}::{entity}>),",
                operation.id,
                home.path()
            );
        }
    }
    if lines.is_empty() {
        return None;
    }
    let readers: Vec<_> = readers.into_iter().collect();
    Some(format!(
        "{}\nuse http_core::testing::{{{}}};\n\n\
         /// Operation, the sample's path below the product's folder, and what reads it.\n\
         pub(crate) const SAMPLES: &[Sample] = &[\n{lines}];\n",
        inner("Every documented answer and the type it must decode into."),
        readers.join(", ")
    ))
}
