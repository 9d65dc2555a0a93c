//! Lists: rows, pages, next links, and the envelope of each service.
//!
//! - Defender for Endpoint and XDR: `@odata.nextLink` with `$skip`. A request with `$top` gets no
//!   next link; the client steps with `$skip`.
//! - Exports with `pageSize`, and Graph: `@odata.nextLink` with an opaque `$skiptoken`.
//! - Guests may also page by `skip` and `limit`.
//!
//! A next link names a position, so rows may repeat or be missing if records change between
//! two pages, as at the services.

use serde_json::{Map, Value, json};

use super::{body, exists, expand, related};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::odata::{Options, Page, skip_token};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::Operation;
use crate::values::key_text;

/// Page size of Defender for Endpoint and XDR if the operation documents none.
const MDE_PAGE: usize = 10_000;
/// Page size of Graph.
const GRAPH_PAGE: usize = 100;
/// Page size of the JSON exports without `pageSize`.
const EXPORT_PAGE: usize = 50_000;

/// Answers a list from the table of its entity.
pub(crate) fn answer(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    if operation.method != "GET" {
        body::check(call)?;
    }
    if let Some(param) = operation.params_in("path").last()
        && let Some(entity) = &param.id_of
    {
        exists(call, entity, &param.name)?;
        let parent = call.path(&param.name);
        let rows = related(call, &parent);
        return of_rows(call, &rows);
    }
    let entity = operation.response.entity.clone().unwrap_or_default();
    if operation.paging.kind == "skip_limit" {
        return skip_limit(call, &entity);
    }
    of_table(call, &entity)
}

/// A list paged by the inputs `skip` and `limit`, from the query or the body, while the answer says `hasNext`.
///
/// Defender for Cloud Apps has lists of its own with this paging, in `products::mdca`.
fn skip_limit(call: &mut Call<'_>, entity: &str) -> Outcome {
    let members = body::check(call)?;
    let number = |name: &str| -> Result<Option<usize>, Refusal> {
        let in_query = call.query.get(name).cloned();
        let Some(text) = in_query.or_else(|| members.get(name).map(key_text)) else {
            return Ok(None);
        };
        let invalid = || Refusal::invalid_input(format!("'{text}' is not a valid {name}"));
        text.parse().map(Some).map_err(|_| invalid())
    };
    let (skip, limit) = (number("skip")?.unwrap_or(0), number("limit")?);
    let (options, size) = read(call)?;
    let limit = limit.unwrap_or(size).min(size);
    let met: Vec<Value> = call
        .table(entity)
        .rows()
        .filter(|row| options.meets(row))
        .map(|row| options.project(row))
        .collect();
    let total = met.len();
    let rows: Vec<Value> = met.into_iter().skip(skip).take(limit).collect();
    let has_next = skip + rows.len() < total;
    let list = call.operation.response.list.as_deref().unwrap_or("value");
    Ok(Answer::json(
        call.operation.response.status,
        json!({list: rows, "hasNext": has_next, "total": total}),
    ))
}

/// A list of all records of an entity, or of the records of a data folder.
pub(crate) fn of_table(call: &mut Call<'_>, entity: &str) -> Outcome {
    let (options, size) = read(call)?;
    let data = call.store.data.clone();
    let page = match data.as_ref().and_then(|data| data.list(&call.operation.id)) {
        Some(rows) => options.page(rows.iter(), size),
        None if options.expands().is_empty() => options.page(call.table(entity).rows(), size),
        None => {
            let mut rows: Vec<Value> = call.table(entity).rows().cloned().collect();
            expand::fill(call, &options, &mut rows);
            options.page(rows.iter(), size)
        }
    };
    Ok(envelope(call, &options, page))
}

/// A list of given records, or of the records of a data folder.
pub(crate) fn of_rows(call: &mut Call<'_>, rows: &[Value]) -> Outcome {
    let (options, size) = read(call)?;
    let data = call.store.data.clone();
    let page = match data.as_ref().and_then(|data| data.list(&call.operation.id)) {
        Some(rows) => options.page(rows.iter(), size),
        None if options.expands().is_empty() => options.page(rows.iter(), size),
        None => {
            let mut rows = rows.to_vec();
            expand::fill(call, &options, &mut rows);
            options.page(rows.iter(), size)
        }
    };
    Ok(envelope(call, &options, page))
}

/// Up to five records of the list that belong to a parent.
fn related(call: &mut Call<'_>, parent: &str) -> Vec<Value> {
    let entity = call.operation.response.entity.clone().unwrap_or_default();
    related::rows_of(call, &entity, parent)
}

/// The query options of a list, and the maximum number of rows of its page.
pub(crate) fn read(call: &Call<'_>) -> Result<(Options, usize), Refusal> {
    let operation = call.operation;
    let mut options = Options::read(operation, call.request.service, &call.query)?;
    check_ceilings(operation, &options)?;
    if let Some((property, descending)) = default_order(operation) {
        options.order_by_default(property, descending);
    }
    let size = page_size(call, &options)?;
    Ok((options, size))
}

/// Refuses `$top` and `$skip` above the maximum of a list.
///
/// Sources: `api-list-incidents.md` (100), `security-list-incidents.md` (50); the maxima of
/// `$skip` were reported by users.
fn check_ceilings(operation: &Operation, options: &Options) -> Result<(), Refusal> {
    let (top, skip) = match operation.id.as_str() {
        "graph.incidents.list" => (Some(50), Some(500)),
        "xdr.incidents.list" => (Some(100), None),
        "graph.alerts.list" | "graph.legacy_alerts.list" => (None, Some(500)),
        _ => (None, None),
    };
    if let (Some(most), Some(top)) = (top, options.top)
        && top > most
    {
        return Err(Refusal::odata(&format!(
            "The limit of '{most}' for Top query has been exceeded. The value from the incoming request is '{top}'."
        )));
    }
    if let (Some(most), Some(asked)) = (skip, options.asked_skip)
        && asked > most
    {
        return Err(Refusal::odata(&format!(
            "The limit of '{most}' for Skip query has been exceeded."
        )));
    }
    Ok(())
}

/// The order of lists that are documented to be newest first.
fn default_order(operation: &Operation) -> Option<(&'static str, bool)> {
    match operation.id.as_str() {
        "xdr.incidents.list" => Some(("createdTime", true)),
        "graph.alerts.list"
        | "graph.incidents.list"
        | "graph.secure_scores.list"
        | "graph.threat_assessment.list" => Some(("createdDateTime", true)),
        _ => None,
    }
}

/// Maximum number of rows of a page. A larger `$top` is cut to the maximum of the operation
/// without an error.
fn page_size(call: &Call<'_>, options: &Options) -> Result<usize, Refusal> {
    let operation = call.operation;
    let most = operation.max_page_size.unwrap_or(usize::MAX);
    if operation.takes("pageSize") {
        let asked = match call.option("pageSize") {
            Some(text) => Some(
                text.trim()
                    .parse()
                    .map_err(|_| Refusal::odata("The value of pageSize is not valid."))?,
            ),
            None => options.top,
        };
        return Ok(asked
            .or(call.page_size)
            .unwrap_or(EXPORT_PAGE)
            .clamp(1, most));
    }
    if let Some(top) = options.top {
        return Ok(top.min(most));
    }
    if let Some(wanted) = preferred_size(call) {
        return Ok(wanted.min(most));
    }
    if operation.paging.kind == "none" {
        return Ok(most);
    }
    let usual = match call.request.service {
        Service::Graph => GRAPH_PAGE,
        _ => operation.max_page_size.unwrap_or(MDE_PAGE),
    };
    Ok(call.page_size.unwrap_or(usual).min(most))
}

/// The page size that a caller of Graph asks for in the header `Prefer`. `$top` counts more, and a
/// list without pages has none.
///
/// Source: OData 4.01 part 1, section 8.2.8.6; `paging.md` of Graph.
fn preferred_size(call: &Call<'_>) -> Option<usize> {
    let header = call
        .request
        .header("prefer")
        .filter(|_| call.request.service == Service::Graph)
        .filter(|_| has_links(call.operation))?;
    let size = header.split([',', ';']).find_map(|one| {
        let (name, value) = one.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        ["odata.maxpagesize", "maxpagesize"]
            .contains(&name.as_str())
            .then(|| value.trim().trim_matches('"').parse().ok())?
    });
    size.filter(|size| *size > 0)
}

/// Puts a page into the envelope of its service.
pub(crate) fn envelope(call: &Call<'_>, options: &Options, page: Page) -> Answer {
    let operation = call.operation;
    let mut body = Map::new();
    body.insert("@odata.context".to_owned(), context(call, false).into());
    if options.count {
        body.insert("@odata.count".to_owned(), page.total.into());
    }
    if let Some(next) = page.next.filter(|_| links(call, options)) {
        body.insert("@odata.nextLink".to_owned(), next_link(call, next).into());
    }
    let rows = page
        .rows
        .into_iter()
        .map(|record| without_unexpanded(call, options, record))
        .collect();
    body.insert(
        operation
            .response
            .list
            .clone()
            .unwrap_or_else(|| "value".to_owned()),
        Value::Array(rows),
    );
    let answer = Answer::json(operation.response.status, Value::Object(body));
    match preferred_size(call).filter(|_| options.top.is_none() && !operation.takes("pageSize")) {
        Some(size) => answer.header("preference-applied", format!("odata.maxpagesize={size}")),
        None => answer,
    }
}

/// Whether the response has a next link when there are more rows.
fn links(call: &Call<'_>, options: &Options) -> bool {
    has_links(call.operation) && (call.request.service == Service::Graph || options.top.is_none())
}

/// Whether the pages of a list lead to each other.
fn has_links(operation: &Operation) -> bool {
    ["next_link", "time_boundary"].contains(&operation.paging.kind.as_str())
}

/// The address of the page that starts at a position, with the other options of the
/// request.
fn next_link(call: &Call<'_>, place: usize) -> String {
    let opaque = call.request.service == Service::Graph || call.operation.takes("pageSize");
    let own_options = call.request.query.split('&').filter(|pair| {
        let name = pair
            .split('=')
            .next()
            .unwrap_or("")
            .replace("%24", "$")
            .to_ascii_lowercase();
        let name = name.strip_prefix('$').unwrap_or(&name);
        !pair.is_empty() && name != "skip" && name != "skiptoken"
    });
    let last = if opaque {
        format!("$skiptoken={}", skip_token(place))
    } else {
        format!("$skip={place}")
    };
    let query: Vec<&str> = own_options.chain([last.as_str()]).collect();
    format!("{}{}?{}", call.base(), call.request.path, query.join("&"))
}

/// Empties members that are returned only with `$expand`. Records of a data folder are
/// returned unchanged.
fn without_unexpanded(call: &Call<'_>, options: &Options, mut record: Value) -> Value {
    if call
        .store
        .data
        .as_ref()
        .is_some_and(|data| data.list(&call.operation.id).is_some())
    {
        return record;
    }
    let hidden = match (
        call.operation.product,
        call.operation.response.entity.as_deref(),
        call.request.service,
    ) {
        ("mde", Some("Alert"), _) => Some(("evidence", json!([]))),
        _ => None,
    };
    if let (Some((member, empty)), Value::Object(members)) = (hidden, &mut record)
        && members.contains_key(member)
        && options.expanded(member).is_none()
    {
        members.insert(member.to_owned(), empty);
    }
    record
}

/// The `@odata.context` of a response: the address of the metadata with the name of the set.
pub(crate) fn context(call: &Call<'_>, single: bool) -> String {
    let base = call.base();
    let is_graph = call.request.service == Service::Graph;
    let version = call
        .request
        .path
        .split('/')
        .find(|segment| is_graph && !segment.is_empty())
        .unwrap_or("api");
    format!("{base}/{version}/$metadata#{}", fragment(call, single))
}

/// The part of the context that tells the set or the type.
fn fragment(call: &Call<'_>, single: bool) -> String {
    if let Some(documented) = &call.operation.response.context {
        return call
            .path
            .iter()
            .fold(documented.clone(), |text, (name, value)| {
                text.replace(&format!("{{{name}}}"), value)
            });
    }
    let suffix = if single { "/$entity" } else { "" };
    if call.request.service == Service::Graph {
        let segments = call.operation.path.trim_matches('/').split('/').skip(1);
        let set: Vec<&str> = segments
            .filter(|segment| !segment.starts_with('{'))
            .collect();
        return format!("{}{suffix}", set.join("/"));
    }
    let entity = call.operation.response.entity.as_deref();
    format!("{}{suffix}", plural(entity.unwrap_or("Edm.String")))
}

/// The name of the entity set, formed from the name of the entity.
fn plural(entity: &str) -> String {
    let entity = entity.strip_prefix("Xdr").unwrap_or(entity);
    match entity {
        "Software" | "Edm.String" => entity.to_owned(),
        _ => match entity.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{entity}s"),
        },
    }
}
