//! One operation of the tables as a `static`.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::{literal, outer, sentence};
use super::literals::{pair, words};
use super::table::{Operation, Product, list, text, texts};
use super::{action, input, meaning, names};

/// The operation's definition with its documentation.
pub(super) fn print(product: &Product, operation: &Operation) -> String {
    let mut out = String::new();
    let status = operation.text("status");
    let mut doc = format!(
        "`{}`: {}",
        operation.id,
        sentence(&operation.text("summary"))
    );
    if status != "ga" {
        let _ = write!(doc, " Status: {status}.");
    }
    out.push_str(&outer(&doc, ""));
    let constructor = operation.text("method").to_ascii_lowercase();
    let _ = write!(
        out,
        "pub static {}: Operation = Operation::{constructor}({}, {})",
        names::constant(&operation.verb),
        literal(&operation.id),
        literal(&operation.text("path"))
    );
    let _ = write!(out, ".host({})", literal(&operation.text("host")));
    let _ = write!(out, ".summary({})", literal(&operation.text("summary")));
    let help = operation.text("help");
    if !help.is_empty() {
        let _ = write!(out, ".help({})", literal(&help));
    }
    if status != "ga" {
        let _ = write!(out, ".status(Status::{})", names::pascal(&status));
    }
    let replaced_by = texts(&operation.value["replaced_by"]);
    if !replaced_by.is_empty() {
        let _ = write!(out, ".replaced_by({})", words(&replaced_by));
    }
    if !operation.params.is_empty() {
        let params: String = operation
            .params
            .iter()
            .map(|param| format!("{},\n", input::print(product, param)))
            .collect();
        let _ = write!(out, ".inputs(&[{params}])");
    }
    out.push_str(&shape(product, operation));
    out.push_str(&conduct(product, operation));
    let _ = writeln!(out, ".source({});\n", literal(&operation.text("source")));
    out
}

/// Body, headers, answer and paging.
fn shape(product: &Product, operation: &Operation) -> String {
    let mut out = String::new();
    match operation.text("body_kind").as_str() {
        "json" => out.push_str(".body(BodyKind::Json)"),
        "multipart" => out.push_str(".body(BodyKind::Multipart)"),
        "binary" | "text" => out.push_str(".body(BodyKind::Binary)"),
        _ => {}
    }
    if operation.value["open_body"] == Value::Bool(true) {
        out.push_str(".open_body()");
    }
    let headers: String = list(&operation.value["headers"])
        .iter()
        .filter(|header| header["always"] == Value::Bool(true))
        .map(|header| {
            let name = text(&header["name"]).to_ascii_lowercase();
            format!(
                "Header::new({}, {}),",
                literal(&name),
                literal(&text(&header["value"]))
            )
        })
        .collect();
    if !headers.is_empty() {
        let _ = write!(out, ".headers(&[{headers}])");
    }
    match operation.answer("kind").as_str() {
        "collection" => {
            let _ = write!(out, ".collection({})", literal(&operation.answer("list")));
        }
        "entity" => out.push_str(".answer(AnswerKind::Entity)"),
        "object" => out.push_str(".answer(AnswerKind::Object)"),
        "scalar" => out.push_str(".answer(AnswerKind::Scalar)"),
        "link" => out.push_str(".answer(AnswerKind::Link)"),
        "files" => {
            let _ = write!(
                out,
                ".answer(AnswerKind::Files {{ links: {}, made: {} }})",
                literal(&operation.answer("links")),
                literal(&operation.answer("made"))
            );
        }
        "file" => out.push_str(".answer(AnswerKind::File)"),
        _ => {}
    }
    let paging = text(&operation.value["paging"]["kind"]);
    if paging == "time_boundary" {
        let property = literal(&text(&operation.value["paging"]["property"]));
        let _ = write!(
            out,
            ".paging(Paging::TimeBoundary {{ property: {property} }})"
        );
    } else if paging != "none" {
        let _ = write!(out, ".paging(Paging::{})", names::pascal(&paging));
    }
    if let Some(member) = operation.value["paging"]["unique_by"].as_str() {
        let _ = write!(out, ".unique_by({})", literal(member));
    }
    if let Some(rows) = operation.value["max_page_size"].as_u64() {
        let _ = write!(out, ".page_size({rows})");
    }
    if let Some(set) = operation.value["filter_set"].as_str() {
        let _ = write!(out, ".filter_fields({set}::FIELDS)");
    }
    let filterable = texts(&operation.value["filter_properties"]);
    if !filterable.is_empty() {
        let _ = write!(out, ".filterable({})", words(&filterable));
    }
    out.push_str(&super::filters::types(product, operation));
    out.push_str(&default_filter(operation));
    let not_found = operation.text("not_found");
    if !not_found.is_empty() {
        let _ = write!(out, ".not_found(NotFound::{})", names::pascal(&not_found));
    }
    out
}

/// What a command line asks for unless it is told otherwise.
fn default_filter(operation: &Operation) -> String {
    let default = &operation.value["default_filter"];
    if default.is_null() {
        return String::new();
    }
    let member = |name: &str| literal(&text(&default[name]));
    format!(
        ".default_filter(&DefaultFilter::new({}, {}, {}, {}))",
        member("filter"),
        member("property"),
        member("flag"),
        member("note")
    )
}

/// What a operation's text needs of `http_core`.
pub(super) fn imports(text: &str) -> Vec<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("AnswerKind::", "AnswerKind"),
        ("ActionSpec::", "ActionSpec"),
        ("BodyKind::", "BodyKind"),
        ("Cell::", "Cell"),
        ("Checks::", "Checks"),
        ("Completion::", "Completion"),
        ("Column::", "Column"),
        ("DefaultFilter::", "DefaultFilter"),
        ("Each::", "Each"),
        ("Effect::", "Effect"),
        ("Fetch::", "Fetch"),
        ("EffectKind::", "EffectKind"),
        ("FilterProperty::", "FilterProperty"),
        ("Fits::", "Fits"),
        (" Form::", "Form"),
        ("Header::", "Header"),
        ("ItemFailed::", "ItemFailed"),
        ("Enrichment::", "Enrichment"),
        (".kind(Kind::", "Kind"),
        (", Kind::", "Kind"),
        ("NameForm::", "NameForm"),
        ("Named::", "Named"),
        ("Newest::", "Newest"),
        ("NotFound::", "NotFound"),
        ("Paging::", "Paging"),
        ("Pause::", "Pause"),
        ("Param::", "Param"),
        ("RateLimit::", "RateLimit"),
        ("Record::", "Record"),
        ("RecordKind::", "RecordKind"),
        ("Since::", "Since"),
        ("SinceForm::", "SinceForm"),
        ("Status::", "Status"),
        ("Target::", "Target"),
        ("Undo::", "Undo"),
        ("Verdicts::", "Verdicts"),
    ];
    let used = NAMES
        .iter()
        .filter(|(word, _)| text.contains(word))
        .map(|(_, name)| *name);
    used.chain(["Operation"]).collect()
}

/// Repetition, budgets and permissions.
fn conduct(product: &Product, operation: &Operation) -> String {
    let mut out = String::new();
    let is_told = matches!(&*operation.text("method"), "POST" | "PATCH");
    if operation.value["idempotent"] == Value::Bool(true) && is_told {
        out.push_str(".idempotent()");
    }
    let appends = texts(&operation.value["not_idempotent_with"]);
    if !appends.is_empty() {
        let _ = write!(out, ".appends({})", words(&appends));
    }
    let limits: String = list(&operation.value["limits"])
        .iter()
        .map(
            |limit| match (limit["calls"].as_u64(), limit["seconds"].as_u64()) {
                (Some(calls), Some(60)) => format!("RateLimit::per_minute({calls}),"),
                (Some(calls), Some(3600)) => format!("RateLimit::per_hour({calls}),"),
                (calls, seconds) => {
                    format!(
                        "RateLimit::new({}, {}),",
                        calls.unwrap_or(0),
                        seconds.unwrap_or(0)
                    )
                }
            },
        )
        .collect();
    if !limits.is_empty() {
        let _ = write!(out, ".limits(&[{limits}])");
    }
    if let Some(class) = operation.value["limit_class"].as_str() {
        let _ = write!(out, ".limit_class({})", literal(class));
    }
    let application = texts(&operation.value["permissions"]["application"]);
    let delegated = texts(&operation.value["permissions"]["delegated"]);
    if !application.is_empty() || !delegated.is_empty() {
        let _ = write!(
            out,
            ".permissions({}, {})",
            words(&application),
            words(&delegated)
        );
    }
    let role = operation.text("role");
    if !role.is_empty() {
        let _ = write!(out, ".role({})", literal(&role));
    }
    let denied = operation.text("denied");
    if !denied.is_empty() {
        let _ = write!(out, ".denied({})", literal(&denied));
    }
    let retired = operation.text("retired");
    if !retired.is_empty() {
        let _ = write!(out, ".retired({})", literal(&retired));
    }
    out.push_str(&action::print(operation));
    out.push_str(&enrichment(operation));
    out.push_str(&meaning::print(product, operation));
    out.push_str(&super::record::print(operation));
    out
}

/// Where more is told about the record that the operation answers with.
fn enrichment(operation: &Operation) -> String {
    let enrichment = &operation.value["enrichment"];
    if enrichment.is_null() {
        return String::new();
    }
    let options: Vec<_> = list(&enrichment["options"]).iter().map(pair).collect();
    format!(
        ".enrichment(&Enrichment::new({}, {}, {}).options(&[{}]).only{})",
        literal(&text(&enrichment["operation"])),
        pair(&enrichment["by"]),
        literal(&text(&enrichment["member"])),
        options.join(", "),
        pair(&enrichment["only"]),
    )
}
