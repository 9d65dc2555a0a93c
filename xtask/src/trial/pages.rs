//! The pages of the server: one for each request, correct except for its fault.

use std::ops::Range;

use super::fault::{FOREIGN, Fault, Link};
use super::schedule::Schedule;
use super::subject::Kind;

/// The parts of a request that the pages depend on.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageRequest {
    /// Path and query as received.
    pub(crate) target: String,
    pub(crate) body: String,
}

impl PageRequest {
    fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The decoded value of a query option.
    fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.target.split_once('?')?;
        query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=')?;
            decode(key)
                .eq_ignore_ascii_case(name)
                .then(|| decode(value))
        })
    }

    fn number(&self, name: &str) -> Option<usize> {
        self.query(name)?.parse().ok()
    }
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(match (code, bytes[at]) {
            (Some(code), _) => code,
            (None, b'+') => b' ',
            (None, byte) => byte,
        });
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Host and port of the three servers.
#[derive(Clone, Debug)]
pub(crate) struct Hosts {
    pub(crate) here: String,
    pub(crate) storage: String,
    pub(crate) there: String,
}

/// A body in preparation.
#[derive(Debug)]
pub(crate) struct Pages<'a> {
    pub(crate) schedule: &'a Schedule,
    pub(crate) hosts: &'a Hosts,
    /// Number of rows.
    pub(crate) rows: usize,
}

impl Pages<'_> {
    /// The body that answers a request, with the fault of a page in it.
    pub(crate) fn body(&self, asked: &PageRequest, fault: Option<Fault>) -> Vec<u8> {
        match self.schedule.subject.kind {
            Kind::Change => br#"{"id":"a1","type":"Isolate","status":"Pending"}"#.to_vec(),
            Kind::Files => self.addresses(),
            Kind::Hunt => self.hunt(fault),
            _ => self.page(asked, fault),
        }
    }

    /// A file of rows, one a line.
    pub(crate) fn file(&self, number: usize, fault: Option<Fault>) -> Vec<u8> {
        let mut file = Vec::new();
        for row in self.rows_of(number * self.schedule.page) {
            file.extend(self.row(row, text_of(fault, row == number * self.schedule.page)));
            file.push(b'\n');
        }
        file
    }

    fn addresses(&self) -> Vec<u8> {
        let files = 0..self.rows.div_ceil(self.schedule.page);
        let addresses: Vec<String> = files
            .map(|at| format!("\"http://{}/f/{at}?sig=SECRET\"", self.hosts.storage))
            .collect();
        let addresses = addresses.join(",");
        format!("{{\"exportFiles\":[{addresses}],\"generatedTime\":\"2026-01-01T00:00:00Z\"}}")
            .into_bytes()
    }

    fn hunt(&self, fault: Option<Fault>) -> Vec<u8> {
        let upper = self.schedule.subject.list == "Results";
        let head = if upper {
            r#"{"Schema":[{"Name":"id","Type":"String"}],"#
        } else {
            r#"{"schema":[{"name":"id","type":"String"}],"#
        };
        let mut body = head.as_bytes().to_vec();
        body.extend(self.list(0..self.rows, fault));
        body.push(b'}');
        body
    }

    fn page(&self, asked: &PageRequest, fault: Option<Fault>) -> Vec<u8> {
        // With `$skip`, an empty page is the end.
        let is_end = self.schedule.subject.kind == Kind::Skip;
        let fault = fault.filter(|fault| !(is_end && *fault == Fault::Empty));
        let (start, size) = (self.start(asked), self.size(asked));
        let end = (start + size).min(self.rows);
        let is_full = size == end - start;
        let rows = match fault {
            Some(Fault::Repeat) => start.saturating_sub(size)..start.max(end.min(size)),
            Some(Fault::Empty) => 0..0,
            _ => start..end,
        };
        let more = end < self.rows || fault == Some(Fault::Empty);
        // The next page has the rows that an empty page leaves out.
        let end = if fault == Some(Fault::Empty) {
            start
        } else {
            end
        };
        let mut body = b"{".to_vec();
        body.extend(self.list(rows, fault));
        let tail = match self.schedule.subject.kind {
            Kind::SkipLimit => format!(",\"hasNext\":{more},\"total\":{}", self.rows),
            Kind::Scan if more => {
                format!(",\"hasNext\":true,\"nextQueryFilters\":{{\"at\":{end}}}")
            }
            Kind::Scan => ",\"hasNext\":false".to_owned(),
            Kind::Skip => String::new(),
            _ => self.link(asked, (end, more), is_full, fault),
        };
        body.extend(tail.into_bytes());
        body.push(b'}');
        body
    }

    /// The member with the next link, if any.
    fn link(
        &self,
        asked: &PageRequest,
        (end, more): (usize, bool),
        is_full: bool,
        fault: Option<Fault>,
    ) -> String {
        let here = &self.hosts.here;
        let link = match fault {
            Some(Fault::Link(Link::Itself)) => {
                format!("\"http://{here}{}\"", asked.target.replace('"', "%22"))
            }
            Some(Fault::Link(Link::Foreign(form))) => {
                let form = FOREIGN[form % FOREIGN.len()];
                format!(
                    "\"{}\"",
                    form.replace("THERE", &self.hosts.there)
                        .replace("HERE", here)
                )
            }
            Some(Fault::Link(Link::NoText(value))) => value.to_owned(),
            Some(Fault::Link(Link::Nothing(value))) if !more => value.to_owned(),
            Some(Fault::Link(Link::Missing)) if is_full && self.names_a_size(asked) => {
                return String::new();
            }
            // Each link is different, so that only a count of such pages ends the list.
            Some(Fault::Empty) => self.next(asked, &format!("more=1&$skiptoken={end}")),
            _ if more => self.next(asked, &format!("$skiptoken={end}")),
            _ => return String::new(),
        };
        format!(",\"@odata.nextLink\":{link}")
    }

    fn next(&self, asked: &PageRequest, last: &str) -> String {
        let query = asked.target.split_once('?').map_or("", |(_, query)| query);
        let kept = query
            .split('&')
            .filter(|pair| !pair.is_empty() && !decode(pair).starts_with("$skip"));
        let pairs: Vec<String> = kept.map(str::to_owned).chain([last.to_owned()]).collect();
        format!(
            "\"http://{}{}?{}\"",
            self.hosts.here,
            asked.path(),
            pairs.join("&")
        )
    }

    fn start(&self, asked: &PageRequest) -> usize {
        let filtered = match self.schedule.subject.kind {
            Kind::Boundary => self.since(asked),
            Kind::Scan => number_behind(&asked.body, "\"at\":").unwrap_or(0),
            _ => 0,
        };
        let skip = || asked.number("$skip").or_else(|| asked.number("skip"));
        let place = match asked.number("$skiptoken") {
            Some(token) => token,
            None => filtered + skip().unwrap_or(0),
        };
        place.min(self.rows)
    }

    /// The first row of the time that the filter names.
    fn since(&self, asked: &PageRequest) -> usize {
        let filter = asked.query("$filter").unwrap_or_default();
        let Some((_, time)) = filter.split_once("lastUpdateDateTime ge ") else {
            return 0;
        };
        let time = time.split([' ', ')']).next().unwrap_or_default();
        let mut rows = 0..self.rows;
        rows.position(|row| self.time(row).as_str() >= time)
            .unwrap_or(self.rows)
    }

    fn size(&self, asked: &PageRequest) -> usize {
        let names = ["$top", "limit", "pageSize"];
        let size = names.iter().find_map(|name| asked.number(name));
        size.unwrap_or(self.schedule.page).max(1)
    }

    fn names_a_size(&self, asked: &PageRequest) -> bool {
        ["$top", "pageSize"]
            .iter()
            .any(|name| asked.number(name).is_some())
    }

    fn rows_of(&self, start: usize) -> Range<usize> {
        start..(start + self.schedule.page).min(self.rows)
    }

    /// The member with the rows.
    fn list(&self, rows: Range<usize>, fault: Option<Fault>) -> Vec<u8> {
        let name = self.schedule.subject.list;
        match fault {
            Some(Fault::Rows("")) => return format!("\"{name}x\":[]").into_bytes(),
            Some(Fault::Rows(value)) => return format!("\"{name}\":{value}").into_bytes(),
            _ => {}
        }
        let middle = rows.start + rows.len() / 2;
        let mut order: Vec<usize> = rows.collect();
        if fault == Some(Fault::Reverse) {
            order.reverse();
        }
        let mut body = format!("\"{name}\":[").into_bytes();
        for (place, row) in order.iter().enumerate() {
            if place > 0 {
                body.push(b',');
            }
            body.extend(self.row(*row, text_of(fault, *row == middle)));
        }
        body.push(b']');
        body
    }

    fn row(&self, row: usize, text: &[u8]) -> Vec<u8> {
        let key = self.schedule.subject.key;
        let id = if key == "incidentId" {
            row.to_string()
        } else {
            format!("\"r{row:05}\"")
        };
        let mut bytes = format!("{{\"{key}\":{id},\"n\":{row},\"title\":\"a row ").into_bytes();
        bytes.extend(text);
        let tail = format!(
            "of the trial\",\"lastUpdateDateTime\":\"{}\"}}",
            self.time(row)
        );
        bytes.extend(tail.into_bytes());
        bytes
    }

    fn time(&self, row: usize) -> String {
        let at = row / self.schedule.same_time;
        format!(
            "2026-01-01T{:02}:{:02}:{:02}Z",
            at / 3600 % 24,
            at / 60 % 60,
            at % 60
        )
    }
}

/// The bytes that a fault puts into a row.
fn text_of(fault: Option<Fault>, is_meant: bool) -> &'static [u8] {
    match fault {
        Some(Fault::Text(bytes)) if is_meant => bytes,
        _ => b"",
    }
}

fn number_behind(text: &str, mark: &str) -> Option<usize> {
    let (_, rest) = text.split_once(mark)?;
    let end = rest.find(|letter: char| !letter.is_ascii_digit());
    rest[..end.unwrap_or(rest.len())].parse().ok()
}
