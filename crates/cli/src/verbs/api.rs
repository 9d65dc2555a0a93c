//! `defender api`: a call of any path, through the same credential, budgets, retries and guards as every other.

mod path;

use std::path::{Path, PathBuf};

use auth_core::http_core::{
    Answer, BodyKind, Kind, Method, Operation, Paging, Param, Place, Request, Response, Value,
};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use self::path::{host_of_path, split, template};
use crate::catalog::Catalog;
use crate::environment::family;
use crate::failure::{Failure, Result};
use crate::globals::flag;
use crate::inputs;
use crate::invoke::{
    Session, allow, describe, is_query, print_object, print_rows, print_table, tell_failed,
    tell_of_mended,
};
use crate::text;

/// The inputs by which rows ask for their pages.
const PAGES: [&str; 6] = ["$top", "$skip", "skip", "limit", "filters", "pageSize"];

const METHODS: [(&str, Method); 5] = [
    ("GET", Method::Get),
    ("POST", Method::Post),
    ("PATCH", Method::Patch),
    ("PUT", Method::Put),
    ("DELETE", Method::Delete),
];

pub(super) fn command() -> Command {
    Command::new("api")
        .about("Call any path of a service")
        .override_usage("defender api [OPTIONS] [METHOD] PATH")
        .after_help(
            "Examples:\n  defender api /api/alerts?$top=1\n  defender api --paginate /api/machines --limit 100 -o ndjson\n  \
             defender api PATCH /api/alerts/ID -f status=Resolved --yes\n  \
             defender api --product graph /v1.0/security/incidents",
        )
        .arg(
            Arg::new("address")
                .value_name("[METHOD] PATH")
                .num_args(1..=2)
                .required(true)
                .help("A path with or without a query, or a whole URL of a configured host"),
        )
        .arg(
            Arg::new("method")
                .short('X')
                .long("method")
                .value_name("METHOD")
                .help("The method [default: GET, or POST with fields or --input]"),
        )
        .arg(field("raw-field", 'f', "A text field of the body, or of the query of a GET: NAME=TEXT"))
        .arg(field("field", 'F', "A typed field: NAME=JSON, NAME=@FILE, NAME=- or NAME=TEXT"))
        .arg(field("header", 'H', "A request header: NAME: VALUE"))
        .arg(flag("include").short('i').help("Print the status and the headers of the answer too"))
        .arg(
            Arg::new("input")
                .long("input")
                .value_name("FILE|-")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .conflicts_with_all(["raw-field", "field"])
                .help("The whole body; sent as it is, JSON as UTF-8"),
        )
        .arg(flag("allow-retired").help("Send a call to a retired operation, for which the service returns no data"))
        .arg(flag("paginate").conflicts_with("include").help("Ask for all pages and print their rows"))
        .arg(
            Arg::new("product")
                .long("product")
                .value_name("PRODUCT")
                .help("Whose service it is: mde, mdca, xdr, graph [default: told from the path]"),
        )
}

fn field(name: &'static str, short: char, help: &'static str) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .value_name("FIELD")
        .action(ArgAction::Append)
        .help(help)
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let mut call = Call::read(matches)?;
    let (template, host) = call.target(session, matches.get_one::<String>("product"))?;
    call.open_input(template)?;
    let row = call.row(template, host, call.pages);
    let mut request = call.request(row)?;
    if matches.get_flag("allow-retired") {
        request = request.allow_retired();
    }
    let client = session.context.client(row)?;
    let request = client.request_at(request, &call.address)?;
    let with_head = matches.get_flag("include");
    let has_rows = call.pages || is_query(&request) && !with_head;
    if session.globals.limit.is_some() && !has_rows {
        return Err(Failure::usage("--limit counts rows, and one answer is printed whole")
            .with_hint("give --paginate, which prints rows; or ask the service for fewer, with $top or limit"));
    }
    if session.globals.dry_run {
        return describe(session.console, &request, client.base());
    }
    allow(session, row, &request).await?;
    if call.pages {
        return print_rows(session, client.rows(request)).await;
    }
    if is_query(&request) && !with_head {
        return print_table(session, &client, request).await;
    }
    let sent = client.send_response(request.clone());
    let answer = session.signals.or(sent).await??;
    if with_head {
        session.console.bytes(head(&answer).as_bytes())?;
    }
    match row.answer {
        Answer::File => session.console.bytes(answer.body())?,
        _ => print_object(session, answer.body())?,
    }
    tell_failed(session, &request, answer.body())?;
    tell_of_mended(session, &client)
}

/// What was asked for.
struct Call {
    method: Method,
    address: String,
    fields: Vec<(String, Value)>,
    headers: Vec<(String, String)>,
    input: Option<Vec<u8>>,
    /// Whether all pages are asked for.
    pages: bool,
}

impl Call {
    fn read(matches: &ArgMatches) -> Result<Self> {
        let source = inputs::Source {
            read: &inputs::read_file,
            now: jiff::Timestamp::now(),
        };
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
        Ok(Self {
            method,
            address,
            fields,
            headers,
            input,
            pages: matches.get_flag("paginate"),
        })
    }

    /// The row that describes the path, where there is one, and the host family that answers.
    fn target(
        &self,
        session: &Session<'_>,
        product: Option<&String>,
    ) -> Result<(Option<&'static Operation>, &'static str)> {
        let hosts: Vec<&'static str> = session
            .context
            .catalog()
            .hosts()
            .iter()
            .map(|(host, _)| *host)
            .collect();
        let known = || {
            hosts
                .iter()
                .map(|host| family(host).to_ascii_lowercase())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (named_host, path) = split(&self.address);
        let wanted = match (product, named_host) {
            (Some(product), _) => {
                let found = hosts
                    .iter()
                    .find(|host| family(host).eq_ignore_ascii_case(product));
                Some(*found.ok_or_else(|| {
                    Failure::usage(format!(
                        "there is no product `{product}`; there are {}",
                        known()
                    ))
                })?)
            }
            (None, Some(name)) => Some(host_of(session, &hosts, name).ok_or_else(|| {
                Failure::usage(format!("`{name}` is no configured host: not sent"))
                    .with_hint("a token is sent to the configured hosts only")
            })?),
            (None, None) => None,
        };
        let template = template(session.context.catalog(), self.method, wanted, path);
        let host = wanted
            .or(template.map(|row| row.host))
            .or_else(|| host_of_path(session.context.catalog(), &hosts, path));
        match host {
            Some(host) => Ok((template, host)),
            None => Err(
                Failure::usage("no operation has such a path, so its service is unknown")
                    .with_hint(format!("name it with --product: {}", known())),
            ),
        }
    }

    /// Takes a body apart whose pages are asked for by members of it.
    fn open_input(&mut self, template: Option<&'static Operation>) -> Result<()> {
        let in_body = template.is_some_and(|row| {
            row.body == BodyKind::Json && matches!(row.paging, Paging::SkipLimit | Paging::Scan)
        });
        let Some(input) = self.input.take_if(|_| self.pages && in_body) else {
            return Ok(());
        };
        let members: serde_json::Map<String, Value> = serde_json::from_slice(&input)
            .map_err(|error| Failure::usage(format!("--input takes a JSON object: {error}")))?;
        self.fields.extend(members);
        Ok(())
    }

    /// A row for this call: what is known of the path's own row, with the inputs that were given.
    fn row(
        &self,
        template: Option<&'static Operation>,
        host: &'static str,
        is_list: bool,
    ) -> &'static Operation {
        let known = template.copied().unwrap_or_else(|| {
            let row = Operation::new("api", self.method, "/")
                .host(host)
                .paging(Paging::NextLink);
            // Nothing is documented of such a path but that the services speak JSON.
            match is_list {
                true => row.collection("value"),
                false => row.answer(Answer::Scalar),
            }
        });
        let in_query = self.method == Method::Get;
        let inputs = self.fields.iter().map(|(name, _)| {
            let name: &'static str = String::leak(name.clone());
            let param = if in_query {
                Param::query(name)
            } else {
                Param::body(name)
            };
            param.kind(Kind::Json)
        });
        let mut params: Vec<Param> = inputs.collect();
        params.extend(self.inputs_of_pages(&known));
        let body = if self.input.is_some() {
            params.push(Param::body("content").kind(Kind::Bytes));
            BodyKind::Binary
        } else if in_query || params.is_empty() {
            BodyKind::None
        } else {
            BodyKind::Json
        };
        // One call a process: what it needs for as long as the process lives may as well stay.
        Box::leak(Box::new(Operation {
            path: "/",
            params: Vec::leak(params),
            body,
            open_body: false,
            idempotent: known.idempotent && !self.may_append(&known),
            appends: &[],
            // These speak of inputs that the call of a bare path does not have.
            checks: None,
            target: None,
            ..known
        }))
    }

    /// The inputs by which the pages of the path's own row are asked for.
    fn inputs_of_pages(&self, known: &Operation) -> Vec<Param> {
        let given = |name: &str| self.fields.iter().any(|(known, _)| known == name);
        let mut params = known.params.to_vec();
        params.retain(|param| {
            let is_of_page = PAGES.contains(&param.name) && !given(param.name);
            self.pages && is_of_page && matches!(param.place, Place::Query | Place::Body)
        });
        params
    }

    /// Whether sending the call twice may act twice although its row may be repeated: the service appends a member of
    /// it, or it has one that the row does not describe. Services take names in any case.
    fn may_append(&self, known: &Operation) -> bool {
        if matches!(self.method, Method::Get | Method::Post) {
            return false;
        }
        let is_harmless = |name: &str| {
            let same = |other: &&str| other.eq_ignore_ascii_case(name);
            known.params.iter().any(|param| same(&param.name)) && !known.appends.iter().any(same)
        };
        if !self.fields.iter().all(|(name, _)| is_harmless(name)) {
            return true;
        }
        self.input.as_ref().is_some_and(|input| {
            let members = serde_json::from_slice::<serde_json::Map<String, Value>>(input);
            !members.is_ok_and(|members| members.keys().all(|name| is_harmless(name)))
        })
    }

    fn request(&self, row: &'static Operation) -> Result<Request> {
        let mut request = Request::new(row);
        for (name, value) in &self.fields {
            request = request.set(name, value.clone());
        }
        if let Some(input) = &self.input {
            request = request
                .set_bytes("content", input.clone(), None)
                .header("content-type", "application/json");
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request.check_at(std::time::SystemTime::now())?;
        Ok(request)
    }
}

/// The row that a command line of this verb calls, told without a network; or why it cannot be told.
pub(super) fn described(
    tree: Command,
    catalog: &Catalog,
    line: &[String],
) -> Result<&'static Operation, String> {
    let matches = tree.try_get_matches_from(line);
    let matches = matches.map_err(|error| error.kind().to_string())?;
    let matches = matches.subcommand().map(|(_, matches)| matches);
    let (method, address) = matches
        .ok_or_else(|| "there is no path".to_owned())
        .and_then(|matches| asked(matches).map_err(|failure| failure.message().to_owned()))?;
    let (_, path) = split(&address);
    template(catalog, method, None, path)
        .ok_or_else(|| format!("no operation has the path `{path}`, so what it needs is not known"))
}

/// Method and address.
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
        Some(name) => method(name)?,
        None if sends.contains(&true) => Method::Post,
        None => Method::Get,
    };
    Ok((method, address))
}

fn method(name: &str) -> Result<Method> {
    let found = METHODS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, method)| *method).ok_or_else(|| {
        let known: Vec<_> = METHODS.iter().map(|(name, _)| *name).collect();
        Failure::usage(format!(
            "there is no method `{name}`; there are {}",
            known.join(", ")
        ))
    })
}

fn pair(text: &str, between: char) -> Result<(&str, &str)> {
    text.split_once(between)
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| Failure::usage(format!("`{text}` is no NAME{between}VALUE")))
}

/// The bytes of a file, whatever its name is, or of standard input.
fn input(path: &Path, is_json: bool, source: &inputs::Source<'_>) -> Result<Vec<u8>> {
    let bytes = match path.to_str() {
        Some(path) => inputs::read("--input", path, source)?,
        None => inputs::read_path(path).map_err(|error| {
            Failure::usage(format!(
                "--input: `{}` cannot be read: {error}",
                path.display()
            ))
        })?,
    };
    if !is_json {
        return Ok(bytes);
    }
    let name = format!("--input: `{}`", path.display());
    text::decoded(&name, bytes).map(String::into_bytes)
}

/// JSON where it is JSON, the content of a file after `@`, text otherwise.
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

/// The host family that a URL's host belongs to.
fn host_of(session: &Session<'_>, hosts: &[&'static str], name: &str) -> Option<&'static str> {
    let (plain, _) = name.split_once(':').unwrap_or((name, ""));
    let find = |is_meant: &dyn Fn(&auth_core::Endpoint) -> bool| {
        let mut hosts = hosts.iter().copied();
        hosts.find(|host| {
            let endpoint = session.context.endpoint(host);
            endpoint.is_ok_and(|endpoint| is_meant(&endpoint))
        })
    };
    // A host of its own tells more than the family that it belongs to.
    let is_own = |endpoint: &auth_core::Endpoint| {
        let mut known = endpoint.hosts.iter();
        endpoint.base.authority().eq_ignore_ascii_case(name)
            || known.any(|known| known.eq_ignore_ascii_case(plain))
    };
    find(&is_own).or_else(|| find(&|endpoint| endpoint.has_host(plain)))
}

/// Status and headers as HTTP writes them.
fn head(answer: &Response) -> String {
    let mut text = format!("{}\n", answer.status());
    for (name, value) in answer.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(line: &[&str]) -> Call {
        let line = std::iter::once("api").chain(line.iter().copied());
        Call::read(&command().try_get_matches_from(line).unwrap()).unwrap()
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
            let (_, path) = split(&call.address);
            let known = template(&catalog, call.method, None, path);
            let row = call.row(known, "mde", false);
            call.request(row).unwrap().is_idempotent()
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
