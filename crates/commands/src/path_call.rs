//! Calls of any path: the arguments of `api`, and the call that they ask for.
//!
//! | argument | becomes |
//! | --- | --- |
//! | `-f NAME=TEXT` | a member of the body with this text |
//! | `-F NAME=VALUE` | a number, `true`, `false`, `null`, or the JSON of `@FILE`; else text |
//! | `-H NAME:VALUE` | a header, unless the credential sets it |
//! | `--input FILE` | the body as it is; fields go to the query then |

use std::path::{Path, PathBuf};

use auth_core::http_core::{Method, Value};
use clap::{Arg, ArgAction, ArgMatches, Command};
use operations::{Catalog, PathCall};

use crate::inputs;
use crate::options::{file, flag, valued};
use crate::spelling::shown;
use terminal::{Failure, Result, program};

/// What the command is for, in one line.
pub const ABOUT: &str = "Call any path of a service";

/// The arguments. The method may be the first word, as in `api PATCH PATH`.
pub fn command(catalog: &Catalog) -> Command {
    Command::new("api")
        .about(ABOUT)
        .override_usage(program::call("api [OPTIONS] [METHOD] PATH"))
        .after_help(examples(catalog))
        .arg(
            Arg::new("address")
                .value_name("[METHOD] PATH")
                .num_args(1..=2)
                .required(true)
                .help("A path with or without a query, or a whole URL of a configured host"),
        )
        .arg(
            valued("method", "METHOD")
                .short('X')
                .help("The method [default: GET, or POST with fields or --input]"),
        )
        .arg(field(
            "raw-field",
            'f',
            "A text field of the body, or of the query of a GET: NAME=TEXT",
        ))
        .arg(field(
            "field",
            'F',
            "A typed field: NAME=JSON, NAME=@FILE, NAME=- or NAME=TEXT",
        ))
        .arg(field("header", 'H', "A request header: NAME: VALUE"))
        .arg(
            flag("include")
                .short('i')
                .help("Print the status and the headers of the answer first"),
        )
        .arg(file("input", "FILE|-").help(
            "The whole body, sent unchanged; JSON is sent as UTF-8, and fields go to the query",
        ))
        .arg(
            flag("allow-retired")
                .help("Send a call to a retired operation, for which the service returns no data"),
        )
        .arg(
            flag("paginate")
                .conflicts_with("include")
                .help("Request all pages and print their records"),
        )
        .arg(valued("product", "PRODUCT").help(format!(
            "The service to call: {} [default: from the path]",
            catalog.products().join(", ")
        )))
}

/// An option that may be repeated.
fn field(name: &'static str, short: char, help: &'static str) -> Arg {
    valued(name, "FIELD")
        .short(short)
        .action(ArgAction::Append)
        .help(help)
}

/// Examples with paths of this program's services.
fn examples(catalog: &Catalog) -> String {
    let path = shown(catalog).map_or("/PATH", |operation| operation.http.path);
    let mut lines = vec![
        format!("api {path}"),
        format!("api --paginate {path} --limit 100 -o ndjson"),
    ];
    if catalog.by_id("mde.alerts.update").is_some() {
        lines.push("api PATCH /api/alerts/ID -f status=Resolved --yes".to_owned());
    }
    if catalog.by_id("graph.incidents.list").is_some() {
        lines.push("api --product graph /v1.0/security/incidents".to_owned());
    }
    program::examples(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The call of the command line. Reads the files that it names; sends nothing.
pub fn read(matches: &ArgMatches) -> Result<PathCall> {
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

/// The method. Reads no file.
pub fn method(matches: &ArgMatches) -> Result<Method> {
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
            &command(&Catalog::default())
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
}
