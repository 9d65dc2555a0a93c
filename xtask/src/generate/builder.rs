//! One operation as a request builder.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::docs::{inner, literal, outer, sentence};
use super::ends::{Answer, has_verdicts};
use super::table::{Operation, Param, Product, Type};
use super::{names, usage};

/// An argument that a constructor wants.
pub(super) struct Argument<'a> {
    pub(super) param: &'a Param,
    pub(super) name: String,
    pub(super) kind: String,
}

/// The most required inputs that stand as arguments; beyond that they are setters, and checked when sent.
const MOST_ARGUMENTS: usize = 4;

/// The builder's name.
pub(super) fn type_name(operation: &Operation) -> String {
    names::builder(
        operation.module.name(),
        &operation.verb,
        operation.is_list(),
    )
}

/// The inputs that the constructor takes.
pub(super) fn arguments(operation: &Operation) -> Vec<Argument<'_>> {
    let required = operation.params.iter().filter(|param| param.required);
    let required: Vec<_> = required.filter(|param| param.constant.is_empty()).collect();
    let all = required.len() <= MOST_ARGUMENTS;
    required
        .into_iter()
        .filter(|param| all || param.place == "path")
        .map(|param| Argument {
            param,
            name: input_name(param),
            kind: argument_type(param),
        })
        .collect()
}

/// The arguments as they stand in a signature; a file of a form comes with its name.
pub(super) fn signature(arguments: &[Argument<'_>]) -> String {
    let mut out = String::new();
    for argument in arguments {
        if argument.param.place == "part" && argument.param.kind == Type::Bytes {
            out.push_str("file_name: &str, ");
        }
        let _ = write!(out, "{}: {}, ", argument.name, argument.kind);
    }
    out
}

/// The arguments as they are passed on.
pub(super) fn passed(arguments: &[Argument<'_>]) -> String {
    let mut out = String::new();
    for argument in arguments {
        if argument.param.place == "part" && argument.param.kind == Type::Bytes {
            out.push_str("file_name, ");
        }
        let _ = write!(out, "{}, ", argument.name);
    }
    out
}

/// The file of an operation.
pub(super) fn print(product: &Product, operation: &Operation) -> String {
    let name = type_name(operation);
    let arguments = arguments(operation);
    let answer = Answer::of(product, operation);
    let mut body = String::new();
    let _ = writeln!(body, "impl {name} {{");
    let _ = writeln!(
        body,
        "pub(super) fn new(client: &Client, {}) -> Self {{\n{}let request = Request::new(&{}){};\n\
         Self {{ client: client.clone(), request }}\n}}\n",
        signature(&arguments),
        arguments
            .iter()
            .map(|argument| conversion(argument.param, &argument.name))
            .collect::<String>(),
        names::constant(&operation.verb),
        arguments
            .iter()
            .map(|argument| set(argument.param, &argument.name))
            .collect::<String>()
    );
    let settable = operation
        .params
        .iter()
        .filter(|param| param.constant.is_empty());
    for param in settable {
        if !arguments
            .iter()
            .any(|argument| argument.param.name == param.name)
        {
            body.push_str(&setter(product, operation, param));
        }
    }
    if operation.value["open_body"] == true {
        body.push_str(OPEN_MEMBER);
    }
    body.push_str(
        "/// The request as it will be sent.\npub fn request(&self) -> &Request {\n&self.request\n}\n\n",
    );
    body.push_str(&answer.ends(operation));
    let _ = writeln!(body, "}}\n\nhttp_core::call_options!({name});");

    let mut out = inner(&format!(
        "`{}`: {}",
        operation.id,
        sentence(&operation.text("summary"))
    ));
    out.push('\n');
    let definition = super::definition::print(product, operation);
    let row_names = super::definition::imports(&definition);
    out.push_str(&imports(product, operation, &answer, &body, &row_names));
    out.push_str(&definition);
    let values: Vec<_> = arguments
        .iter()
        .map(|argument| usage::value(argument.param))
        .collect();
    out.push_str(&usage::print(product, operation, &values, &answer));
    let _ = writeln!(
        out,
        "#[must_use = \"a request does nothing until sent\"]\n#[derive(Clone, Debug)]\npub struct {name} {{\n\
         client: Client,\nrequest: Request,\n}}\n"
    );
    out + &body
}

const OPEN_MEMBER: &str = "/// Sets a member of the body that no page lists.\n\
    pub fn member(mut self, name: &str, value: impl Into<Value>) -> Self {\n\
    self.request = self.request.set_open(name, value);\nself\n}\n\n";

fn setter(product: &Product, operation: &Operation, param: &Param) -> String {
    let name = input_name(param);
    let mut doc = sentence(&param.help);
    if param.name == "$filter"
        && let Some(filter) = super::filters::name(product, operation)
    {
        let _ = write!(
            doc,
            " [`{filter}`](super::{filter}) has the documented properties."
        );
    }
    if param.required && !doc.contains("Required.") {
        doc.push_str(" Required.");
    }
    format!(
        "{}pub fn {name}(mut self, {name}: {}) -> Self {{\n{}self.request = self.request{};\nself\n}}\n\n",
        outer(doc.trim_start(), ""),
        argument_type(param),
        conversion(param, &name),
        set(param, &name)
    )
}

/// The call that puts an argument into the request.
fn set(param: &Param, name: &str) -> String {
    let wire = literal(&param.name);
    if param.name == "$filter" {
        return format!(".filter({name})");
    }
    match &param.kind {
        Type::Object(_) => format!(".set_json({wire}, {name})"),
        Type::Bytes if param.place == "part" => {
            format!(".set_bytes({wire}, {name}, Some(file_name))")
        }
        Type::Bytes => format!(".set_bytes({wire}, {name}, None)"),
        Type::List(element) if matches!(**element, Type::Object(_)) => {
            format!(".set_json({wire}, &{name}.into_iter().collect::<Vec<_>>())")
        }
        Type::List(element) => format!(
            ".set({wire}, {name}.into_iter().map(Into::into).collect::<Vec<{}>>())",
            plain_type(element)
        ),
        _ => format!(".set({wire}, {name})"),
    }
}

/// The type that an argument is turned into before it is set.
fn convertible(param: &Param) -> Option<String> {
    if param.name == "$filter" {
        return Some("Filter".to_owned());
    }
    match &param.kind {
        Type::Text | Type::Time | Type::Json | Type::Enum(_) | Type::Flags(_) | Type::Id(_) => {
            Some(plain_type(&param.kind))
        }
        _ => None,
    }
}

/// Turns an argument into its type, so that the request sees one type only.
fn conversion(param: &Param, name: &str) -> String {
    convertible(param).map_or_else(String::new, |kind| {
        format!("let {name}: {kind} = {name}.into();\n")
    })
}

/// An input's type where a caller gives it.
fn argument_type(param: &Param) -> String {
    if let Some(kind) = convertible(param) {
        return format!("impl Into<{kind}>");
    }
    match &param.kind {
        Type::Integer32 => "u32".to_owned(),
        Type::Object(name) => format!("&{name}"),
        Type::Integer64 | Type::Bool | Type::Number => plain_type(&param.kind),
        Type::List(element) => match &**element {
            Type::Object(name) => format!("impl IntoIterator<Item = {name}>"),
            element => format!(
                "impl IntoIterator<Item = impl Into<{}>>",
                plain_type(element)
            ),
        },
        kind => format!("impl Into<{}>", plain_type(kind)),
    }
}

fn plain_type(kind: &Type) -> String {
    match kind {
        Type::Text => "String".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer32 | Type::Integer64 | Type::NumberOrText => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Time => "Timestamp".to_owned(),
        Type::Bytes => "Bytes".to_owned(),
        Type::Json => "Value".to_owned(),
        Type::Enum(name) | Type::Object(name) => name.clone(),
        Type::Id(name) => format!("Id<{name}>"),
        Type::Flags(name) => format!("Flags<{name}>"),
        Type::List(element) => format!("Vec<{}>", plain_type(element)),
    }
}

/// An input's name in Rust. Names that a builder has a use for get a tail.
pub(super) fn input_name(param: &Param) -> String {
    let name = names::field(param.name.trim_start_matches('$'));
    match name.as_str() {
        "request" | "resume" | "send" | "items" | "pages" | "raw_items" | "rows" | "client"
        | "timeout" | "retry" | "header" => {
            format!("{name}_value")
        }
        _ => name,
    }
}

fn imports(
    product: &Product,
    operation: &Operation,
    answer: &Answer,
    body: &str,
    row_names: &[&'static str],
) -> String {
    let mut shared = BTreeSet::from(["Client", "Request", "Result"]);
    shared.extend(row_names);
    let mut own = BTreeSet::new();
    for (word, name) in [
        ("Flags<", "Flags"),
        ("Id<", "Id"),
        ("Timestamp>", "Timestamp"),
        ("<Value", "Value"),
        ("Into<Bytes>", "Bytes"),
        ("Result<Response>", "Response"),
        ("Started<", "Started"),
        ("Outcome<", "Outcome"),
        ("-> Linked", "Linked"),
        ("-> FileRows", "FileRows"),
        ("-> Items<", "Items"),
        ("-> RawItems<", "RawItems"),
    ] {
        if body.contains(word) {
            shared.insert(name);
        }
    }
    if matches!(answer, Answer::Rows(_)) && !has_verdicts(operation) {
        shared.extend(["Continuation", "Items", "Page", "Pager", "RawItems"]);
    }
    let mut out = String::new();
    if body.contains("-> TableRows") {
        out.push_str("use http_core::rows::TableRows;\n");
    }
    if body.contains("-> Rows ") {
        out.push_str("use http_core::rows::Rows;\n");
    }
    if operation.params.iter().any(|param| param.name == "$filter") {
        out.push_str("use http_core::odata::Filter;\n");
    }
    let mut names = BTreeSet::new();
    for param in &operation.params {
        type_names(&param.kind, &mut names);
    }
    names.extend(operation.value["filter_set"].as_str().map(str::to_owned));
    match answer {
        Answer::Rows(item) | Answer::One(item) | Answer::Located(item) => {
            names.insert(item.clone());
        }
        Answer::Files(item, of_file) => names.extend([item.clone(), of_file.clone()]),
        _ => {}
    }
    for name in names {
        if let Some(home) = product.home(&name) {
            own.insert(format!("use crate::{}::{name};\n", home.path()));
        }
    }
    let shared: Vec<_> = shared.into_iter().collect();
    let _ = writeln!(out, "use http_core::{{{}}};\n", shared.join(", "));
    out.extend(own);
    out.push('\n');
    out
}

fn type_names(kind: &Type, names: &mut BTreeSet<String>) {
    match kind {
        Type::Enum(name) | Type::Flags(name) | Type::Object(name) | Type::Id(name) => {
            names.insert(name.clone());
        }
        Type::List(element) => type_names(element, names),
        _ => {}
    }
}
