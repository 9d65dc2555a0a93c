//! What the next page is, decided from the end of the one before.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use serde_json::Value;
use url::Url;

use super::boundary::{Sweep, Turn};
use super::loss::Losses;
use super::unique::Unique;
use super::{Continuation, Next};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{Operation, Paging};
use crate::request::Request;
use crate::rows::RowBatch;
use crate::rows::stream::Fingerprint;
use crate::wire::Extra;

/// The most rows Defender for Cloud Apps gives at once; a larger limit is cut without a word.
const MOST_CLOUD_APPS_ROWS: u64 = 100;

/// The end of a page.
pub(crate) struct PageEnd<'a> {
    pub(crate) members: &'a Extra,
    pub(crate) rows: u64,
    pub(crate) total: u64,
    pub(crate) fingerprint: Fingerprint,
}

/// The request of the next page and what has been seen so far.
#[derive(Debug)]
pub(crate) struct PagePlan {
    request: Request,
    target: Option<Target>,
    /// How many rows lie before the page at hand; unknown after a stored link was taken up.
    before: Option<u64>,
    links: HashSet<u64>,
    hasher: RandomState,
    last: Option<Fingerprint>,
    next: Option<Next>,
    sweep: Option<Sweep>,
    unique: Option<Unique>,
}

/// Path and query to ask for, on the client's own base.
#[derive(Clone, Debug)]
pub(crate) struct Target(pub(crate) String);

impl PagePlan {
    pub(crate) fn new(request: Request) -> Self {
        let request = sized(request);
        let sweep = Sweep::of(&request);
        let unique = sweep.is_none().then(|| Unique::of(request.operation()));
        let request = match &sweep {
            Some(sweep) => sweep.apply(request),
            None => request,
        };
        let before = number(&request, "$skip").or_else(|| number(&request, "skip"));
        Self {
            request,
            target: None,
            before: Some(before.unwrap_or(0)),
            links: HashSet::new(),
            hasher: RandomState::new(),
            last: None,
            next: None,
            sweep,
            unique: unique.flatten(),
        }
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.request.operation()
    }

    pub(crate) fn is_idempotent(&self) -> bool {
        self.request.is_idempotent()
    }

    pub(crate) fn next(&self) -> (&Request, Option<&Target>) {
        (&self.request, self.target.as_ref())
    }

    pub(crate) fn continuation(&self) -> Option<Continuation> {
        self.next.clone().map(Continuation)
    }

    /// What was lost so far, shared with the one who asks.
    pub(crate) fn losses(&self) -> Losses {
        self.sweep.as_ref().map(Sweep::losses).unwrap_or_default()
    }

    /// Leaves only rows that were not handed on before.
    pub(crate) fn admit(&mut self, batch: &mut RowBatch) -> Result<()> {
        let operation = self.operation();
        if let Some(unique) = &mut self.unique {
            unique.admit(batch);
        }
        match &mut self.sweep {
            Some(sweep) => sweep
                .admit(batch)
                .map_err(|error| error.with_operation(operation)),
            None => Ok(()),
        }
    }

    /// Asks for less after a failure; gives the failure back where that is no help.
    pub(crate) fn give_way(&mut self, error: Error) -> Result<()> {
        let Some(sweep) = &mut self.sweep else {
            return Err(error);
        };
        sweep.give_way(error)?;
        self.request = sweep.apply(self.request.clone());
        self.target = None;
        Ok(())
    }

    pub(crate) fn resume(&mut self, continuation: &Continuation) {
        self.before = None;
        self.go(continuation.0.clone());
    }

    /// Turns to the next page; `false` where there is none.
    pub(crate) fn turn(&mut self, client: &Client, end: &PageEnd<'_>) -> Result<bool> {
        let link = text(end.members, "@odata.nextLink");
        if let Some(sweep) = &mut self.sweep {
            let next = match sweep.turn(end.rows, link.is_some())? {
                Turn::Over => None,
                Turn::Next(next) => Some(next),
                Turn::Link => link.map(|link| self.link(client, link)).transpose()?,
            };
            return Ok(self.go_or_end(next, end.rows));
        }
        let next = match self.operation().paging {
            Paging::None | Paging::NextLink | Paging::Skip | Paging::TimeBoundary { .. } => {
                match link {
                    Some(link) => self.follow(client, link, end)?,
                    None => self.step(end),
                }
            }
            Paging::SkipLimit => self.more_by_limit(end)?,
            Paging::Scan => more_by_filters(end)?,
        };
        self.refuse_repetition(&next, end)?;
        Ok(self.go_or_end(next, end.rows))
    }

    fn go_or_end(&mut self, next: Option<Next>, rows: u64) -> bool {
        match next {
            Some(next) => {
                self.before = self.before.map(|before| before + rows);
                self.go(next);
                true
            }
            None => {
                self.next = None;
                false
            }
        }
    }

    /// The service's link on our own base, unless it leads back.
    fn link(&mut self, client: &Client, link: &str) -> Result<Next> {
        let link = client.reroot(link)?;
        let hash = self.hasher.hash_one(&link);
        if !self.links.insert(hash) {
            return Err(paging(
                "the service links back to a page that was read already",
            ));
        }
        Ok(Next::Link(link))
    }

    /// The service's link, put on our own base; a link that lost its options is replaced by our own counting.
    fn follow(&mut self, client: &Client, link: &str, end: &PageEnd<'_>) -> Result<Option<Next>> {
        if self.is_degraded(&client.reroot(link)?) {
            if end.rows == 0 {
                return Ok(None);
            }
            let counts = self.operation().param("$skip").is_some();
            return match self.before.filter(|_| counts) {
                Some(before) => Ok(Some(Next::Skip(before + end.rows))),
                None => Err(paging("the next link has lost the options that were sent")),
            };
        }
        self.link(client, link).map(Some)
    }

    /// Whether a link would lead to other rows than those asked for: Defender for Endpoint was seen to drop the names
    /// of the options and then to answer with the first page, unfiltered.
    fn is_degraded(&self, link: &str) -> bool {
        let lost_filter = self.request.query_value("$filter").is_some()
            && !names(link, &["$filter", "$skiptoken"]);
        lost_filter || names(link, &[""])
    }

    /// No link: where a page size is known and the page was full, more rows may follow.
    fn step(&self, end: &PageEnd<'_>) -> Option<Next> {
        if self.operation().paging == Paging::None
            || self.operation().param("$skip").is_none()
            || end.rows == 0
        {
            return None;
        }
        let full = match (number(&self.request, "$top"), self.operation().paging) {
            (Some(top), _) => end.rows >= top,
            (None, Paging::Skip) => true,
            (None, _) => false,
        };
        // Taken up from a link, the list ends with the links: nobody knows how many rows lie before it.
        full.then_some(Next::Skip(self.before? + end.rows))
    }

    fn more_by_limit(&self, end: &PageEnd<'_>) -> Result<Option<Next>> {
        let limit = number(&self.request, "limit").unwrap_or(MOST_CLOUD_APPS_ROWS);
        let more = match end.members.get("hasNext").and_then(Value::as_bool) {
            Some(more) => more,
            None => end.rows >= limit,
        };
        if more && end.rows == 0 {
            return Err(paging(
                "the service says that there is more and sends nothing",
            ));
        }
        Ok(more.then_some(Next::Skip(self.before.unwrap_or(0) + end.rows)))
    }

    fn refuse_repetition(&mut self, next: &Option<Next>, end: &PageEnd<'_>) -> Result<()> {
        let repeated = end.rows > 0 && self.last == Some(end.fingerprint);
        self.last = Some(end.fingerprint);
        // One page of one row may well be like the last one; a whole page of them is not.
        if repeated && end.rows > 1 && next.is_some() {
            return Err(paging(format!(
                "the service sent the same page again ({} rows so far, the last {} of them twice)",
                end.total, end.rows
            )));
        }
        Ok(())
    }

    fn go(&mut self, next: Next) {
        self.next = Some(next.clone());
        self.target = None;
        let request = self.request.clone();
        match next {
            Next::Link(link) => {
                self.target = Some(Target(link));
            }
            Next::Skip(rows) => {
                self.before = Some(rows);
                let name = if request.operation().param("$skip").is_some() {
                    "$skip"
                } else {
                    "skip"
                };
                self.request = request.set(name, rows);
            }
            Next::Filters(filters) => {
                let filters: Value = serde_json::from_str(&filters).unwrap_or_default();
                self.request = request.set_as_served("filters", filters);
            }
            Next::From(boundary) => {
                if let Some(sweep) = &mut self.sweep {
                    sweep.arrive(boundary);
                    self.request = sweep.apply(request);
                }
            }
        }
    }
}

/// Where pages are counted, the page size must be known: it is sent, and cut to what the service honours.
fn sized(request: Request) -> Request {
    let operation = request.operation();
    let most = u64::from(operation.page_size);
    let request = match number(&request, "$top") {
        Some(top) if most > 0 && top > most => request.set("$top", most),
        _ => request,
    };
    match operation.paging {
        Paging::Skip if operation.page_size > 0 && operation.param("$top").is_some() => {
            match number(&request, "$top") {
                Some(_) => request,
                None => request.set("$top", operation.page_size),
            }
        }
        Paging::SkipLimit => match number(&request, "limit") {
            Some(limit) if limit > MOST_CLOUD_APPS_ROWS => {
                request.set("limit", MOST_CLOUD_APPS_ROWS)
            }
            _ => request,
        },
        _ => request,
    }
}

fn more_by_filters(end: &PageEnd<'_>) -> Result<Option<Next>> {
    if end.members.get("hasNext").and_then(Value::as_bool) != Some(true) {
        return Ok(None);
    }
    match end.members.get("nextQueryFilters") {
        Some(filters) if filters.is_object() => Ok(Some(Next::Filters(filters.to_string()))),
        _ => Err(paging(
            "the service says that there is more and not how to get it",
        )),
    }
}

fn paging(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Paging, message).with_hint(
        "the rows before it are whole, but the list is not: narrow the filter and ask again",
    )
}

fn number(request: &Request, name: &str) -> Option<u64> {
    let in_query = request.query_value(name).and_then(|text| text.parse().ok());
    in_query.or_else(|| request.body_value(name).and_then(Value::as_u64))
}

fn text<'a>(members: &'a Extra, name: &str) -> Option<&'a str> {
    members
        .get(name)
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty())
}

/// Whether the query of a link has one of the options, however it is encoded.
fn names(link: &str, options: &[&str]) -> bool {
    let query = link.split_once('?').map_or("", |(_, query)| query);
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    pairs.any(|(name, _)| {
        options
            .iter()
            .any(|option| name.eq_ignore_ascii_case(option))
    })
}

/// The link as path and query, if it may be followed.
pub(crate) fn reroot(link: &str, base: &Url, hosts: &[String]) -> Result<String> {
    let absolute = base
        .join(link)
        .map_err(|error| paging("the next link is no URL").with_source(error))?;
    let host = absolute.host_str().unwrap_or_default();
    let known = absolute.origin() == base.origin()
        || base.host_str() == Some(host)
        || hosts.iter().any(|known| known.eq_ignore_ascii_case(host));
    if !known {
        return Err(paging(format!(
            "the next link leads to another host, {host}: not followed"
        ))
        .with_hint("a token is sent to the configured host only"));
    }
    Ok(match absolute.query() {
        Some(query) => format!("{}?{query}", absolute.path()),
        None => absolute.path().to_owned(),
    })
}
