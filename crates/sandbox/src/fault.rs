//! Scripted faults.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use crate::answer::{Answer, Body, gateway_page};
use crate::clock;

/// A fault on one operation: which calls it meets, and what happens to them.
///
/// Made with [`Fault::on`] and handed to [`Sandbox::fault`](crate::Sandbox::fault). Without
/// [`nth`](Fault::nth), [`times`](Fault::times) or [`always`](Fault::always) it meets the next call
/// only. Calls are counted from the moment the fault is set. Effects may be joined.
///
/// What replaces the answer (`status`, `html`, `expire_token`) keeps the call from acting; what
/// spoils it (`truncate`, `disconnect`, `empty_body`, the next-link faults) lets the call act first.
///
/// ```
/// use sandbox::Fault;
///
/// let fault = Fault::on("mde.alerts.list").nth(2).status(503).retry_after(7);
/// # let _ = fault;
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until it is set"]
pub struct Fault {
    operation: String,
    first: usize,
    last: usize,
    pub(crate) effect: Effect,
}

/// What happens to a call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Effect {
    status: Option<u16>,
    body: Option<Vec<u8>>,
    headers: Vec<(String, String)>,
    retry_at: Option<Duration>,
    html: Option<u16>,
    empty: bool,
    pub(crate) delay: Option<Duration>,
    pub(crate) truncate: Option<usize>,
    pub(crate) short: Option<usize>,
    pub(crate) disconnect: bool,
    foreign_link: Option<String>,
    repeat_link: bool,
    nameless_link: bool,
    no_link: bool,
    poison: Option<Poison>,
    unknown_fields: bool,
    pub(crate) expire_token: bool,
    pub(crate) action_ends: Option<String>,
    pub(crate) command_fails: Option<usize>,
}

/// A record that the service fails on.
#[derive(Clone, Debug)]
struct Poison {
    id: String,
    only_expanded: bool,
}

impl Fault {
    /// A fault on the next call of an operation: the id of a row (`mde.alerts.list`), or `token`,
    /// `keys`, `metadata`, `download`, or the path of a mounted service.
    pub fn on(operation: impl Into<String>) -> Fault {
        Fault {
            operation: operation.into(),
            first: 1,
            last: 1,
            effect: Effect::default(),
        }
    }

    /// Meets the n-th call only, counted from one.
    pub fn nth(mut self, call: usize) -> Fault {
        (self.first, self.last) = (call, call);
        self
    }

    /// Meets this many calls, beginning with the next one (or, after `nth`, with that one).
    pub fn times(mut self, calls: usize) -> Fault {
        self.last = self.first.saturating_add(calls).saturating_sub(1);
        self
    }

    /// Meets every call (after `nth`: every call from that one on).
    pub fn always(mut self) -> Fault {
        self.last = usize::MAX;
        self
    }

    /// Answers with this status; the body is the service's own error body unless one is given.
    pub fn status(mut self, status: u16) -> Fault {
        self.effect.status = Some(status);
        self
    }

    /// The body that goes with [`status`](Fault::status); JSON where it parses as such.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Fault {
        self.effect.body = Some(body.into());
        self
    }

    /// One more header on the answer.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Fault {
        self.effect.headers.push((name.into(), value.into()));
        self
    }

    /// `Retry-After` in seconds.
    pub fn retry_after(self, seconds: u64) -> Fault {
        self.header("retry-after", seconds.to_string())
    }

    /// `Retry-After` as an HTTP date, this long after the answer's own `Date`.
    pub fn retry_after_date(mut self, after: Duration) -> Fault {
        self.effect.retry_at = Some(after);
        self
    }

    /// A gateway's HTML page with status 502.
    pub fn html_502(mut self) -> Fault {
        self.effect.html = Some(502);
        self
    }

    /// The right status with nothing in the body.
    pub fn empty_body(mut self) -> Fault {
        self.effect.empty = true;
        self
    }

    /// Answers this much later (on tokio's clock).
    pub fn delay(mut self, by: Duration) -> Fault {
        self.effect.delay = Some(by);
        self
    }

    /// Drops the connection after so many bytes of the body. The call has acted.
    pub fn truncate(mut self, bytes: usize) -> Fault {
        self.effect.truncate = Some(bytes);
        self
    }

    /// Leaves out all of the body after so many bytes; nothing else tells of it.
    pub fn short(mut self, bytes: usize) -> Fault {
        self.effect.short = Some(bytes);
        self
    }

    /// Drops the connection without an answer. The call has acted.
    pub fn disconnect(mut self) -> Fault {
        self.effect.disconnect = true;
        self
    }

    /// Lets the next link name this origin (`https://elsewhere.example`) in place of the service's.
    pub fn foreign_next_link(mut self, origin: impl Into<String>) -> Fault {
        self.effect.foreign_link = Some(origin.into());
        self
    }

    /// Lets the next link name the page that was just asked for: a loop.
    pub fn repeated_next_link(mut self) -> Fault {
        self.effect.repeat_link = true;
        self
    }

    /// Lets the next link lose the names of its options (`?=…&=…`), as the service was seen to do.
    pub fn nameless_next_link(mut self) -> Fault {
        self.effect.nameless_link = true;
        self
    }

    /// Leaves the next link out although there is more, as Graph's alerts were seen to do
    /// (elastic/integrations#20234).
    pub fn without_next_link(mut self) -> Fault {
        self.effect.no_link = true;
        self
    }

    /// Fails with 500 whenever this record would be in the answer.
    pub fn poison(mut self, id: impl Into<String>) -> Fault {
        let id = id.into();
        self.effect.poison = Some(Poison {
            id,
            only_expanded: false,
        });
        self
    }

    /// The same when the answer would hold it with what `$expand` asks for (elastic/integrations#18144).
    pub fn poison_expanded(mut self, id: impl Into<String>) -> Fault {
        let id = id.into();
        self.effect.poison = Some(Poison {
            id,
            only_expanded: true,
        });
        self
    }

    /// Adds members that no page documents, to the answer and to each of its rows.
    pub fn unknown_fields(mut self) -> Fault {
        self.effect.unknown_fields = true;
        self
    }

    /// Refuses the token as expired: 401 with `error="invalid_token"`.
    pub fn expire_token(mut self) -> Fault {
        self.effect.expire_token = true;
        self
    }

    /// On an operation that starts a machine action: the action ends in this state (`Failed`,
    /// `TimeOut`, `Cancelled`).
    pub fn action_ends(mut self, status: impl Into<String>) -> Fault {
        self.effect.action_ends = Some(status.into());
        self
    }

    /// On the operation that starts a live response: the command of this index fails, those behind it are not run, and
    /// the action ends as `Failed`.
    pub fn command_fails(mut self, index: usize) -> Fault {
        self.effect.command_fails = Some(index);
        self.action_ends("Failed")
    }
}

impl Effect {
    /// The answer that stands in for the service's, if the fault has one. `own_error` makes the
    /// service's usual body for a status.
    pub(crate) fn replacement(&self, own_error: impl Fn(u16) -> Answer) -> Option<Answer> {
        if let Some(status) = self.html {
            return Some(gateway_page(status));
        }
        let status = self.status?;
        Some(match &self.body {
            None => own_error(status),
            Some(bytes) => match serde_json::from_slice::<Value>(bytes) {
                Ok(body) => Answer::json(status, body),
                Err(_) => Answer::bytes(status, "text/plain; charset=utf-8", bytes.clone()),
            },
        })
    }

    /// Whether the service fails on this answer because of a record in it.
    pub(crate) fn is_poisoned(&self, answer: &Answer, asked: &str) -> bool {
        let (Some(poison), Body::Json(body)) = (&self.poison, &answer.body) else {
            return false;
        };
        let expanded = asked.contains("$expand=") || asked.contains("%24expand=");
        let holds = |row: &Value| row["id"] == *poison.id || row["_id"] == *poison.id;
        (expanded || !poison.only_expanded)
            && ["value", "data"]
                .iter()
                .filter_map(|list| body[*list].as_array())
                .any(|rows| rows.iter().any(holds))
    }

    /// Spoils an answer: links, fields, body, headers.
    pub(crate) fn apply(&self, answer: &mut Answer, asked: &str, now: Timestamp) {
        if self.empty {
            answer.body = Body::Empty;
        }
        if let Body::Json(body) = &mut answer.body {
            if self.no_link
                && let Value::Object(members) = body
            {
                members.remove("@odata.nextLink");
            }
            if let Some(Value::String(link)) = body.get_mut("@odata.nextLink") {
                self.change_link(link, asked);
            }
            if self.unknown_fields {
                add_fields(body);
            }
        }
        answer.headers.extend(self.headers.iter().cloned());
        if let Some(after) = self.retry_at {
            let at = std::time::SystemTime::from(clock::later(now, after));
            answer
                .headers
                .push(("retry-after".to_owned(), httpdate::fmt_http_date(at)));
        }
    }

    fn change_link(&self, link: &mut String, asked: &str) {
        if self.repeat_link {
            let origin = link.split('/').take(3).collect::<Vec<_>>().join("/");
            *link = format!("{origin}{asked}");
        }
        if let Some(origin) = &self.foreign_link {
            let path = link.splitn(4, '/').nth(3).unwrap_or("").to_owned();
            *link = format!("{}/{path}", origin.trim_end_matches('/'));
        }
        if self.nameless_link
            && let Some((path, query)) = link.clone().split_once('?')
        {
            let nameless: Vec<String> = query
                .split('&')
                .map(|pair| {
                    pair.split_once('=')
                        .map_or_else(String::new, |(_, value)| format!("={value}"))
                })
                .collect();
            *link = format!("{path}?{}", nameless.join("&"));
        }
    }
}

fn add_fields(body: &mut Value) {
    if let Value::Object(members) = body {
        for list in ["value", "data"] {
            if let Some(Value::Array(rows)) = members.get_mut(list) {
                rows.iter_mut().for_each(add_to_row);
            }
        }
    }
    add_to_row(body);
}

fn add_to_row(row: &mut Value) {
    if let Value::Object(members) = row {
        members.insert("undocumentedText".to_owned(), "sandbox".into());
        members.insert(
            "undocumentedObject".to_owned(),
            serde_json::json!({"depth": [1, 2.5, null, true]}),
        );
    }
}

/// The faults that are set, with the calls each has seen.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(Fault, usize)>);

impl Faults {
    pub(crate) fn set(&mut self, fault: Fault) {
        self.0.push((fault, 0));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Counts a call on every fault of the operation; the first that meets it takes effect.
    pub(crate) fn next_effect(&mut self, operation: &str) -> Option<Effect> {
        let mut effect = None;
        for (fault, seen) in self
            .0
            .iter_mut()
            .filter(|(fault, _)| fault.operation == operation)
        {
            *seen += 1;
            if effect.is_none() && (fault.first..=fault.last).contains(seen) {
                effect = Some(fault.effect.clone());
            }
        }
        self.0.retain(|(fault, seen)| *seen < fault.last);
        effect
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(faults: &mut Faults, calls: usize) -> Vec<bool> {
        (0..calls)
            .map(|_| faults.next_effect("x").is_some())
            .collect()
    }

    #[test]
    fn counts_calls() {
        let mut faults = Faults::default();
        faults.set(Fault::on("x").nth(2).status(500));
        assert_eq!(met(&mut faults, 4), [false, true, false, false]);
        faults.set(Fault::on("x").nth(2).times(2).status(500));
        assert_eq!(met(&mut faults, 4), [false, true, true, false]);
        faults.set(Fault::on("x").always().status(500));
        assert_eq!(met(&mut faults, 3), [true, true, true]);
        assert!(faults.next_effect("y").is_none());
    }

    #[test]
    fn links_are_spoiled() {
        let now = Timestamp::UNIX_EPOCH;
        let link = "http://127.0.0.1:1/api/alerts?$filter=a&$skip=5";
        let spoiled = |fault: Fault| {
            let mut answer = Answer::json(
                200,
                serde_json::json!({"@odata.nextLink": link, "value": [{}]}),
            );
            fault
                .effect
                .apply(&mut answer, "/api/alerts?$filter=a", now);
            match answer.body {
                Body::Json(body) => body,
                other => panic!("{other:?}"),
            }
        };
        let foreign = spoiled(Fault::on("x").foreign_next_link("https://evil.example/"));
        assert_eq!(
            foreign["@odata.nextLink"],
            "https://evil.example/api/alerts?$filter=a&$skip=5"
        );
        let repeated = spoiled(Fault::on("x").repeated_next_link());
        assert_eq!(
            repeated["@odata.nextLink"],
            "http://127.0.0.1:1/api/alerts?$filter=a"
        );
        let nameless = spoiled(Fault::on("x").nameless_next_link());
        assert_eq!(
            nameless["@odata.nextLink"],
            "http://127.0.0.1:1/api/alerts?=a&=5"
        );
        assert!(
            spoiled(Fault::on("x").unknown_fields())["value"][0]["undocumentedText"].is_string()
        );
    }
}
