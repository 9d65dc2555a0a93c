//! `defender api`: a call of any path.
//!
//! It uses the credential, budgets, retries and guards of every other call. If a table has the path's operation, its limits, paging
//! and permissions apply; otherwise the answer is taken for JSON and only a GET counts as a read. A token goes to configured hosts
//! only, so a whole URL of another host is refused.
//!
//! - stdout: the answer; with `-i` its status and headers first; with `--paginate` the records of all pages. Formats of records
//!   print those of a list; a note says if the service has more pages.
//! - A change is confirmed as any other. `--dry-run` prints the request.
//!
//! `-f NAME=TEXT` and `-F NAME=JSON` become members of the JSON body, or of the query of a GET. `--input` sends a file as the body,
//! and fields become inputs of the query then. The header of the authorization cannot be set: it is always that of the credential.

mod call;

use auth_core::http_core::{AnswerKind, Method, Response};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::invoke::{
    allow, describe, is_query, print_page, print_rows, print_table, report_failed, report_mended,
};
use crate::session::Session;
use commands::options::{file, flag, valued};
use operations::{Catalog, Selection};
use terminal::program;
use terminal::{Failure, Result};

/// The arguments. The method may be the first word, as in `api PATCH PATH`.
pub(super) fn command(catalog: &Catalog) -> Command {
    Command::new("api")
        .about("Call any path of a service")
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

/// Whether the call is a GET whose answer is printed as records. Other methods may change something.
pub(super) fn is_read(matches: &ArgMatches) -> Result<bool> {
    Ok(call::method(matches)? == Method::Get && !matches.get_flag("include"))
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
    let path = commands::tree::shown(catalog).map_or("/PATH", |operation| operation.http.path);
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

/// Sends the call and prints the answer by its shape.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let mut call = call::read(matches)?;
    let (template, host) = call::target(&call, session, matches.get_one::<String>("product"))?;
    call.open_input(template)
        .map_err(|error| Failure::usage(format!("--input {error}")))?;
    let operation = call.operation(template, host);
    let mut request = call.request(template, host)?;
    if matches.get_flag("allow-retired") {
        request = request.allow_retired();
    }
    let client = session.context.client(operation)?;
    let request = client.request_at(request, &call.address)?;
    // An answer to HEAD is nothing but its head.
    let with_head = matches.get_flag("include") || call.method == Method::Head;
    let has_rows = call.pages || is_query(&request) && !with_head;
    if session.globals.limit.is_some() && !has_rows {
        return Err(
            Failure::usage("--limit counts records, and a single answer is printed whole")
                .with_hint(
                    "give --paginate, which prints records; or request fewer with $top or limit",
                ),
        );
    }
    if session.globals.dry_run {
        return describe(session.console, &request, client.base(), &[]);
    }
    allow(session, operation, std::slice::from_ref(&request)).await?;
    if call.pages {
        return Box::pin(print_rows(
            session,
            client.rows(request),
            Selection::default(),
        ))
        .await;
    }
    if is_query(&request) && !with_head {
        return print_table(session, &client, request).await;
    }
    let sent = client.send_response(request.clone());
    let answer = session.wait(sent).await??;
    if with_head {
        session.console.bytes(head(&answer).as_bytes())?;
    }
    match operation.answer.kind {
        AnswerKind::File => session.console.bytes(answer.body())?,
        _ if with_head && answer.body().is_empty() => {}
        _ => print_page(session, operation, answer.body())?,
    }
    report_failed(session, &request, answer.body())?;
    report_mended(session, &client)
}

/// Status and headers, a line each, and an empty line.
fn head(answer: &Response) -> String {
    let mut text = format!("{}\n", answer.status());
    for (name, value) in answer.headers() {
        let value = String::from_utf8_lossy(value.as_bytes());
        text.push_str(&format!("{name}: {value}\n"));
    }
    text.push('\n');
    text
}
