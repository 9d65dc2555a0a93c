//! The documentation of a builder, with a call that compiles.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::{outer, sentence};
use super::ends::{Answer, has_verdicts};
use super::table::{Operation, Param, Product, Type};
use super::{action, names};

pub(super) fn print(
    product: &Product,
    operation: &Operation,
    examples: &[String],
    answer: &Answer,
) -> String {
    let mut doc = sentence(&operation.text("summary"));
    let help = sentence(&operation.text("help"));
    if !help.is_empty() {
        let _ = write!(doc, "\n\n{help}");
    }
    let _ = write!(doc, "\n\nSource: `{}`.", operation.text("source"));
    let path = operation
        .module
        .0
        .split('.')
        .map(|part| format!(".{}()", names::identifier(part)));
    let call = format!(
        "client{}.{}({})",
        path.collect::<String>(),
        names::identifier(&operation.verb),
        examples.join(", ")
    );
    let krate = format!("{}_api", product.name);
    let mut out = outer(&doc, "");
    let _ = write!(
        out,
        "///\n/// ```\n/// # use {krate}::{{Client, Result}};\n/// # async fn run(client: Client) -> Result<()> {{\n"
    );
    match answer {
        Answer::Rows(_) | Answer::Files(..) if !has_verdicts(operation) => {
            let _ = write!(
                out,
                "/// let mut items = {call}.items();\n/// while let Some(item) = items.next_item().await {{\n\
                 ///     println!(\"{{:?}}\", item?);\n/// }}\n"
            );
        }
        Answer::Empty => {
            let _ = writeln!(out, "/// {call}.send().await?;");
        }
        Answer::Link => {
            let _ = writeln!(
                out,
                "/// let bytes = {call}.file().save(\"file.bin\").await?;"
            );
        }
        Answer::One(_) | Answer::Located(_) if action::is_followed(operation) => {
            let _ = writeln!(out, "/// let started = {call}.begin().await?;");
        }
        _ => {
            let _ = writeln!(out, "/// let answer = {call}.send().await?;");
        }
    }
    out.push_str("/// # Ok(())\n/// # }\n/// ```\n");
    out
}

/// What stands for an argument in the call; a file of a form comes with its name.
pub(super) fn value(param: &Param) -> String {
    let value = example(param);
    if param.place == "part" && param.kind == Type::Bytes {
        format!("\"file.bin\", {value}")
    } else {
        value
    }
}

/// The example of an input as Rust; where the table has none for it, a value of its kind.
fn example(param: &Param) -> String {
    let texts = |items: &[Value]| {
        let items = items
            .iter()
            .map(|item| Some(format!("{:?}", item.as_str()?)));
        items.collect::<Option<Vec<_>>>()
    };
    match (&param.kind, &param.example) {
        (Type::Text | Type::Id(_), Value::String(text)) => format!("{text:?}"),
        (Type::Integer32 | Type::Integer64 | Type::NumberOrText, Value::Number(number)) => {
            number.to_string()
        }
        (Type::List(element), Value::Array(items)) => match (&**element, texts(items)) {
            (Type::Text | Type::Id(_), Some(texts)) => format!("[{}]", texts.join(", ")),
            _ => of_kind(&param.name, &param.kind),
        },
        _ => of_kind(&param.name, &param.kind),
    }
}

fn of_kind(name: &str, kind: &Type) -> String {
    match kind {
        Type::Text | Type::Id(_) => format!("{:?}", names::words(name).join("-")),
        Type::Enum(_) | Type::Flags(_) => "\"word\"".to_owned(),
        Type::Bool => "true".to_owned(),
        Type::Integer32 | Type::Integer64 | Type::NumberOrText => "1".to_owned(),
        Type::Number => "1.0".to_owned(),
        Type::Time => "\"2026-01-31T09:30:00Z\"".to_owned(),
        Type::Bytes => "&b\"bytes\"[..]".to_owned(),
        Type::Json => "\"value\"".to_owned(),
        Type::Object(_) => "&Default::default()".to_owned(),
        Type::List(element) => match &**element {
            Type::Object(_) => "[Default::default()]".to_owned(),
            element => format!("[{}]", of_kind(name, element)),
        },
    }
}
