//! One operation as a `static` row.

use std::fmt::Write as _;

use serde_json::Value;

use super::docs::{literal, outer, sentence};
use super::literals::{pair, words};
use super::table::{Product, Row, list, text, texts};
use super::{action, input, meaning, names};

/// The row's definition with its documentation.
pub(super) fn print(product: &Product, row: &Row) -> String {
    let mut out = String::new();
    let status = row.text("status");
    let mut doc = format!("`{}`: {}", row.id, sentence(&row.text("summary")));
    if status != "ga" {
        let _ = write!(doc, " Status: {status}.");
    }
    out.push_str(&outer(&doc, ""));
    let constructor = row.text("method").to_ascii_lowercase();
    let _ = write!(
        out,
        "pub static {}: Operation = Operation::{constructor}({}, {})",
        names::constant(&row.verb),
        literal(&row.id),
        literal(&row.text("path"))
    );
    let _ = write!(out, ".host({})", literal(&row.text("host")));
    let _ = write!(out, ".summary({})", literal(&row.text("summary")));
    let help = row.text("help");
    if !help.is_empty() {
        let _ = write!(out, ".help({})", literal(&help));
    }
    if status != "ga" {
        let _ = write!(out, ".status(Status::{})", names::pascal(&status));
    }
    if !row.params.is_empty() {
        let params: String = row
            .params
            .iter()
            .map(|param| format!("{},\n", input::print(product, param)))
            .collect();
        let _ = write!(out, ".inputs(&[{params}])");
    }
    out.push_str(&shape(row));
    out.push_str(&conduct(product, row));
    let _ = writeln!(out, ".source({});\n", literal(&row.text("source")));
    out
}

/// Body, headers, answer and paging.
fn shape(row: &Row) -> String {
    let mut out = String::new();
    match row.text("body_kind").as_str() {
        "json" => out.push_str(".body(BodyKind::Json)"),
        "multipart" => out.push_str(".body(BodyKind::Multipart)"),
        "binary" | "text" => out.push_str(".body(BodyKind::Binary)"),
        _ => {}
    }
    if row.value["open_body"] == Value::Bool(true) {
        out.push_str(".open_body()");
    }
    let headers: String = list(&row.value["headers"])
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
    match row.answer("kind").as_str() {
        "collection" => {
            let _ = write!(out, ".collection({})", literal(&row.answer("list")));
        }
        "entity" => out.push_str(".answer(AnswerKind::Entity)"),
        "object" => out.push_str(".answer(AnswerKind::Object)"),
        "scalar" => out.push_str(".answer(AnswerKind::Scalar)"),
        "link" => out.push_str(".answer(AnswerKind::Link)"),
        "files" => {
            let _ = write!(
                out,
                ".answer(AnswerKind::Files {{ links: {}, made: {} }})",
                literal(&row.answer("links")),
                literal(&row.answer("made"))
            );
        }
        "file" => out.push_str(".answer(AnswerKind::File)"),
        _ => {}
    }
    let paging = text(&row.value["paging"]["kind"]);
    if paging == "time_boundary" {
        let property = literal(&text(&row.value["paging"]["property"]));
        let _ = write!(
            out,
            ".paging(Paging::TimeBoundary {{ property: {property} }})"
        );
    } else if paging != "none" {
        let _ = write!(out, ".paging(Paging::{})", names::pascal(&paging));
    }
    if let Some(member) = row.value["paging"]["unique_by"].as_str() {
        let _ = write!(out, ".unique_by({})", literal(member));
    }
    if let Some(rows) = row.value["max_page_size"].as_u64() {
        let _ = write!(out, ".page_size({rows})");
    }
    if let Some(set) = row.value["filter_set"].as_str() {
        let _ = write!(out, ".filter_fields({set}::FIELDS)");
    }
    let filterable = texts(&row.value["filter_properties"]);
    if !filterable.is_empty() {
        let _ = write!(out, ".filterable({})", words(&filterable));
    }
    out.push_str(&default_filter(row));
    let not_found = row.text("not_found");
    if !not_found.is_empty() {
        let _ = write!(out, ".not_found(NotFound::{})", names::pascal(&not_found));
    }
    out
}

/// What a command line asks for unless it is told otherwise.
fn default_filter(row: &Row) -> String {
    let default = &row.value["default_filter"];
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

/// What a row's text needs of `http_core`.
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
        ("Fits::", "Fits"),
        (" Form::", "Form"),
        ("Header::", "Header"),
        ("ItemFailed::", "ItemFailed"),
        ("Enrichment::", "Enrichment"),
        (".kind(Kind::", "Kind"),
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
fn conduct(product: &Product, row: &Row) -> String {
    let mut out = String::new();
    let is_told = matches!(&*row.text("method"), "POST" | "PATCH");
    if row.value["idempotent"] == Value::Bool(true) && is_told {
        out.push_str(".idempotent()");
    }
    let appends = texts(&row.value["not_idempotent_with"]);
    if !appends.is_empty() {
        let _ = write!(out, ".appends({})", words(&appends));
    }
    let limits: String = list(&row.value["limits"])
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
    if let Some(class) = row.value["limit_class"].as_str() {
        let _ = write!(out, ".limit_class({})", literal(class));
    }
    let application = texts(&row.value["permissions"]["application"]);
    let delegated = texts(&row.value["permissions"]["delegated"]);
    if !application.is_empty() || !delegated.is_empty() {
        let _ = write!(
            out,
            ".permissions({}, {})",
            words(&application),
            words(&delegated)
        );
    }
    let role = row.text("role");
    if !role.is_empty() {
        let _ = write!(out, ".role({})", literal(&role));
    }
    let denied = row.text("denied");
    if !denied.is_empty() {
        let _ = write!(out, ".denied({})", literal(&denied));
    }
    let retired = row.text("retired");
    if !retired.is_empty() {
        let _ = write!(out, ".retired({})", literal(&retired));
    }
    out.push_str(&action::print(row));
    out.push_str(&joins(row));
    out.push_str(&meaning::print(product, row));
    out.push_str(&super::record::print(row));
    out
}

/// Where more is told about the record that the operation answers with.
fn joins(row: &Row) -> String {
    let joins = &row.value["joins"];
    if joins.is_null() {
        return String::new();
    }
    let options: Vec<_> = list(&joins["options"]).iter().map(pair).collect();
    format!(
        ".enrichment(&Enrichment::new({}, {}, {}).options(&[{}]).only{})",
        literal(&text(&joins["row"])),
        pair(&joins["by"]),
        literal(&text(&joins["member"])),
        options.join(", "),
        pair(&joins["only"]),
    )
}
