//! From the arguments of `api` to a call: method, address, fields, headers, body, and the host family that answers.
//!
//! | argument | becomes |
//! | --- | --- |
//! | `-f NAME=TEXT` | a member of the body with this text |
//! | `-F NAME=VALUE` | a number, `true`, `false`, `null`, or the JSON of `@FILE`; else text |
//! | `-H NAME:VALUE` | a header, unless the credential sets it |
//! | `--input FILE` | the body as it is; fields go to the query then |

use std::path::{Path, PathBuf};

use auth_core::http_core::{Method, Operation, Value};
use clap::ArgMatches;

use crate::session::Session;
use commands::inputs;
use operations::PathCall;
use terminal::{Failure, Result};

/// The call of the command line. Reads the files that it names; sends nothing.
pub(super) fn read(matches: &ArgMatches) -> Result<PathCall> {
    let source = inputs::Source::of_process();
    let texts = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let mut fields = Vec::new();
    for text in texts("raw-field") {
        let (name, value) = pair(text, '=')?;
        fields.push((name.to_owned(), Value::from(value)));
    }
    for text in texts("field") {
        let (name, value) = pair(text, '=')?;
        fields.push((name.to_owned(), typed(value, &source)?));
    }
    let mut headers = Vec::new();
    for text in texts("header") {
        let (name, value) = pair(text, ':')?;
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let is_json = !headers
        .iter()
        .any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let input = match matches.get_one::<PathBuf>("input") {
        Some(path) => Some(input(path, is_json, &source)?),
        None => None,
    };
    let (method, address) = asked(matches)?;
    let mut call = PathCall::new(method, address);
    // As with other tools of this kind: a body that is given whole leaves only the query for fields.
    match input {
        Some(_) => call.query = fields,
        None => call.fields = fields,
    }
    call.headers = headers;
    call.input = input;
    call.pages = matches.get_flag("paginate");
    Ok(call)
}

/// The operation that describes the path, if a table has one, and the host family that answers.
///
/// Fails for a URL of a host that is not configured: a token is sent to configured hosts only.
pub(super) fn target(
    call: &PathCall,
    session: &Session<'_>,
    product: Option<&String>,
) -> Result<(Option<&'static Operation>, &'static str)> {
    let services = session.context.services();
    let catalog = session.context.catalog();
    let endpoint = |host: &str| session.context.endpoint(host).ok();
    let chosen = match (product, call.host()) {
        (Some(product), _) => Some(services.host_of_product(product).map_err(Failure::usage)?),
        (None, Some(name)) => Some(services.host_at(name, endpoint).ok_or_else(|| {
            let message = format!("`{name}` is not a configured host; nothing was sent");
            Failure::usage(message).with_hint("a token is sent to the configured hosts only")
        })?),
        (None, None) => None,
    };
    let template = call.template(catalog, chosen);
    let hosts = services.host_names();
    let host = chosen
        .or(template.map(|operation| operation.http.host))
        .or_else(|| call.host_of_path(catalog, &hosts));
    host.map(|host| (template, host)).ok_or_else(|| {
        let known = services.product_names().join(", ");
        Failure::usage("no operation has such a path, so its service is unknown")
            .with_hint(format!("name it with --product: {known}"))
    })
}

/// The method. Reads no file.
pub(super) fn method(matches: &ArgMatches) -> Result<Method> {
    Ok(asked(matches)?.0)
}

/// Method and address. Default: GET, or POST if there is a body.
fn asked(matches: &ArgMatches) -> Result<(Method, String)> {
    let texts = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let mut words: Vec<&String> = texts("address").collect();
    let address = words.pop().cloned().unwrap_or_default();
    let named = words.pop().or_else(|| matches.get_one("method"));
    let sends = [
        matches.contains_id("input"),
        matches.contains_id("raw-field"),
        matches.contains_id("field"),
    ];
    let method = match named {
        Some(name) => PathCall::method(name).map_err(Failure::usage)?,
        None if sends.contains(&true) => Method::Post,
        None => Method::Get,
    };
    Ok((method, address))
}

/// Splits `NAME=VALUE`. The name must not be empty; the value may be.
fn pair(text: &str, between: char) -> Result<(&str, &str)> {
    text.split_once(between)
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| Failure::usage(format!("expected NAME{between}VALUE, not `{text}`")))
}

/// The body. JSON is converted to UTF-8; with a `Content-Type` of the caller the bytes stay.
fn input(path: &Path, is_json: bool, source: &inputs::Source<'_>) -> Result<Vec<u8>> {
    match is_json {
        true => inputs::read_text("--input", path, source).map(String::into_bytes),
        false => inputs::read("--input", path, source),
    }
}

/// The value of a typed field: the content of a file after `@`, JSON if it parses, text otherwise.
fn typed(text: &str, source: &inputs::Source<'_>) -> Result<Value> {
    let file = match text.strip_prefix('@') {
        Some(path) => Some(path),
        None => (text == "-").then_some(text),
    };
    let Some(path) = file else {
        return Ok(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)));
    };
    inputs::read_text("--field", path, source).map(Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(line: &[&str]) -> PathCall {
        let line = std::iter::once("api").chain(line.iter().copied());
        read(
            &super::super::command(&operations::Catalog::default())
                .try_get_matches_from(line)
                .unwrap(),
        )
        .unwrap()
    }

    #[test]
    fn the_method_follows_from_what_is_sent() {
        assert_eq!(call(&["/a"]).method, Method::Get);
        assert_eq!(call(&["/a", "-f", "b=c"]).method, Method::Post);
        assert_eq!(call(&["patch", "/a", "-f", "b=c"]).method, Method::Patch);
        assert_eq!(call(&["-X", "GET", "/a", "-f", "b=c"]).method, Method::Get);
    }

    #[test]
    fn fields_are_typed_or_not() {
        let call = call(&[
            "/a", "-f", "a=1", "-F", "b=1", "-F", "c=x y", "-F", "d=[true]",
        ]);
        let values: Vec<_> = call
            .fields
            .iter()
            .map(|(_, value)| value.to_string())
            .collect();
        assert_eq!(values, ["\"1\"", "1", "\"x y\"", "[true]"]);
    }
    #[test]
    fn a_change_is_repeated_only_where_the_row_of_its_path_may_be() {
        let catalog = crate::app::App::built_in().catalog();
        let is_idempotent = |line: &[&str]| {
            let call = call(line);
            let template = call.template(&catalog, None);
            call.operation(template, "mde").conduct.idempotent
        };
        let body = |text: &str| {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), text).unwrap();
            file
        };
        let (plain, appended, cased, list) = (
            body(r#"{"status":"Resolved"}"#),
            body(r#"{"status":"Resolved","comment":"x"}"#),
            body(r#"{"Comment":"x"}"#),
            body("[1]"),
        );
        let name = |file: &tempfile::NamedTempFile| file.path().to_str().unwrap().to_owned();
        for (line, expected) in [
            (vec!["/api/alerts/a"], true),
            (
                vec!["PATCH", "/api/alerts/a", "-f", "status=Resolved"],
                true,
            ),
            (vec!["PATCH", "/api/alerts/a", "-f", "comment=x"], false),
            (vec!["PATCH", "/api/alerts/a", "-f", "Comment=x"], false),
            (vec!["PATCH", "/api/alerts/a", "-f", "unheardOf=x"], false),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&plain)],
                true,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&appended)],
                false,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&cased)],
                false,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&list)],
                false,
            ),
            (vec!["PATCH", "/api/unheardOf/a", "-f", "a=b"], false),
            (vec!["PUT", "/api/unheardOf/a"], true),
            (vec!["DELETE", "/api/unheardOf/a"], true),
            (vec!["POST", "/api/unheardOf", "-f", "a=b"], false),
            (
                vec!["POST", "/api/advancedqueries/run", "-f", "Query=x"],
                true,
            ),
            (
                vec!["POST", "/api/machines/a/isolate", "-f", "Comment=x"],
                false,
            ),
        ] {
            assert_eq!(is_idempotent(&line), expected, "{line:?}");
        }
    }
}
