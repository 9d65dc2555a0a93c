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

use auth_core::http_core::{AnswerKind, Method, Operation, Response};
use clap::ArgMatches;
use commands::path_call;

use crate::invoke::{
    allow, describe, is_query, print_page, print_rows, print_table, report_failed, report_mended,
};
use crate::session::Session;
use operations::{PathCall, Selection};
use terminal::{Failure, Result};

/// Whether the call is a GET whose answer is printed as records. Other methods may change something.
pub(super) fn is_read(matches: &ArgMatches) -> Result<bool> {
    Ok(path_call::method(matches)? == Method::Get && !matches.get_flag("include"))
}

/// Sends the call and prints the answer by its shape.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let mut call = path_call::read(matches)?;
    let (template, host) = target(&call, session, matches.get_one::<String>("product"))?;
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

/// The operation that describes the path, if a table has one, and the host family that answers.
///
/// Fails for a URL of a host that is not configured: a token is sent to configured hosts only.
fn target(
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
