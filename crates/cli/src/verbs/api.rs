//! `defender api`: a call of any path, through the same credential, budgets, retries and guards as every other.

use auth_core::http_core::{
    Answer, BodyKind, Kind, Method, Operation, Paging, Param, Request, Response, Value,
};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::catalog::Catalog;
use crate::environment::family;
use crate::failure::{Failure, Result};
use crate::globals::flag;
use crate::inputs;
use crate::invoke::{
    Session, allow, describe, is_query, print_object, print_rows, print_table, tell_failed,
    tell_of_mended,
};

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
                .conflicts_with_all(["raw-field", "field"])
                .help("The whole body; sent as it is, JSON as UTF-8"),
        )
        .arg(flag("even-if-ended").help("Send a call that the service is known to give no data for any more"))
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
    let call = Call::read(matches)?;
    let (template, host) = call.target(session, matches.get_one::<String>("product"))?;
    let is_list = matches.get_flag("paginate");
    let row = call.row(template, host, is_list);
    let mut request = call.request(row)?;
    if matches.get_flag("even-if-ended") {
        request = request.even_if_ended();
    }
    let client = session.context.client(row)?;
    let request = client.request_at(request, &call.address)?;
    if session.globals.dry_run {
        return describe(session.console, &request, client.base());
    }
    allow(session, row, &request).await?;
    if is_list {
        return print_rows(session, client.rows(request)).await;
    }
    let with_head = matches.get_flag("include");
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
        let input = match matches.get_one::<String>("input") {
            Some(path) if is_json => {
                Some(inputs::read_text("--input", path, &source)?.into_bytes())
            }
            Some(path) => Some(inputs::read("--input", path, &source)?),
            None => None,
        };
        let (method, address) = asked(matches)?;
        Ok(Self {
            method,
            address,
            fields,
            headers,
            input,
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
        match wanted.or(template.map(|row| row.host)) {
            Some(host) => Ok((template, host)),
            None => Err(
                Failure::usage("no operation has such a path, so its service is unknown")
                    .with_hint(format!("name it with --product: {}", known())),
            ),
        }
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
            appends: &[],
            // These speak of inputs that the call of a bare path does not have.
            checks: None,
            target: None,
            ..known
        }))
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
        request.check()?;
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
    let sends = ["input", "raw-field", "field"].map(|name| texts(name).len() > 0);
    let method = match named {
        Some(name) => method(name)?,
        None if sends.contains(&true) => Method::Post,
        None => Method::Get,
    };
    Ok((method, address))
}

/// The row that describes a path.
fn template(
    catalog: &Catalog,
    method: Method,
    host: Option<&str>,
    path: &str,
) -> Option<&'static Operation> {
    catalog.operations().find(|row| {
        row.method == method && host.is_none_or(|host| row.host == host) && fits(row.path, path)
    })
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

/// Host, where the address has one, and path without query.
fn split(address: &str) -> (Option<&str>, &str) {
    let (host, path) = match address.split_once("://") {
        Some((scheme, rest)) if !scheme.contains(['/', '?']) => {
            let at = rest.find(['/', '?']).unwrap_or(rest.len());
            (Some(&rest[..at]), &rest[at..])
        }
        _ => (None, address),
    };
    (host, path.split('?').next().unwrap_or_default())
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

/// Whether a path is one of a template's: the same fixed parts, anything where the template has braces.
fn fits(template: &str, path: &str) -> bool {
    let path = path.trim_start_matches('/');
    let template = template.trim_start_matches('/');
    let mut theirs = path.trim_end_matches('/').split('/');
    let mut ours = template.split('/');
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return true,
            (Some(ours), Some(theirs)) => {
                let fixed = !ours.contains('{');
                if fixed && !ours.eq_ignore_ascii_case(theirs) || theirs.is_empty() {
                    return false;
                }
            }
            _ => return false,
        }
    }
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

    #[test]
    fn paths_are_told_from_templates() {
        assert!(fits("/api/alerts/{alert_id}", "/api/alerts/a1"));
        assert!(fits("/api/alerts", "API/alerts/"));
        assert!(!fits("/api/alerts/{alert_id}", "/api/alerts"));
        assert!(!fits("/api/alerts", "/api/machines"));
        assert!(!fits("/api/alerts/{alert_id}", "/api/alerts/a1/machine"));
    }

    #[test]
    fn addresses_are_taken_apart() {
        assert_eq!(
            split("https://h.example:8/api/a?b=c"),
            (Some("h.example:8"), "/api/a")
        );
        assert_eq!(split("https://h.example?b"), (Some("h.example"), ""));
        assert_eq!(split("/api/a?next=https://x"), (None, "/api/a"));
    }

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
}
