//! Faults that tests script.
//!
//! The effects are failures that were observed at the services or in front of them: gateways that
//! answer in HTML, bodies that end early, links that lose their options, records that make every
//! page with them fail.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use crate::answer::{Answer, Body, gateway_page};
use crate::clock;

/// A fault on one operation: which of its calls are affected, and how.
///
/// Set with [`Sandbox::fault`](crate::Sandbox::fault). By default the next call is affected
/// and no other; [`nth`](Fault::nth), [`times`](Fault::times) and [`always`](Fault::always)
/// change that. Calls are counted from the moment the fault is set. Effects can be
/// combined.
///
/// | effect | methods | the call is carried out |
/// | --- | --- | --- |
/// | another response | `status`, `body`, `html_502`, `expire_token` | no |
/// | a later response | `delay` | yes |
/// | a broken response | `truncate`, `short`, `disconnect`, `empty_body`, `raw_control_characters` | yes |
/// | broken pages | `foreign_next_link`, `repeated_next_link`, `nameless_next_link`, `without_next_link` | yes |
/// | a record that fails | `poison`, `poison_expanded` | yes |
/// | further headers or members | `header`, `retry_after`, `retry_after_date`, `unknown_fields` | yes |
/// | another end of an action | `action_ends`, `command_fails` | yes |
///
/// The last column matters for calls that must not be repeated: after a broken response the
/// client cannot know whether the call had an effect, and here it had.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use sandbox::Fault;
///
/// // The second page fails once, and asks for a pause.
/// let busy = Fault::on("mde.alerts.list").nth(2).status(503).retry_after(7);
/// // The isolation is carried out, but its response is lost.
/// let lost = Fault::on("mde.machines.isolate").disconnect();
/// // Every token request is slow.
/// let slow = Fault::on("token").always().delay(Duration::from_secs(2));
/// # let _ = (busy, lost, slow);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a fault does nothing until it is set"]
pub struct Fault {
    operation: String,
    first: usize,
    last: usize,
    pub(crate) effect: Effect,
}

/// What happens to an affected call.
#[derive(Clone, Debug, Default)]
pub(crate) struct Effect {
    status: Option<u16>,
    body: Option<Vec<u8>>,
    headers: Vec<(String, String)>,
    retry_at: Option<Duration>,
    html: Option<u16>,
    empty: bool,
    pub(crate) delay: Option<Duration>,
    /// Bytes of the body after which the connection is dropped.
    pub(crate) truncate: Option<usize>,
    /// Bytes of the body that are sent. The rest is missing without a sign.
    pub(crate) short: Option<usize>,
    pub(crate) disconnect: bool,
    foreign_link: Option<String>,
    repeat_link: bool,
    nameless_link: bool,
    no_link: bool,
    poison: Option<Poison>,
    unknown_fields: bool,
    raw_controls: bool,
    pub(crate) expire_token: bool,
    pub(crate) action_ends: Option<String>,
    pub(crate) command_fails: Option<usize>,
}

/// A record that makes responses fail.
#[derive(Clone, Debug)]
struct Poison {
    id: String,
    /// Only in responses with `$expand`.
    only_expanded: bool,
}

impl Fault {
    /// Creates a fault on the next call of an operation.
    ///
    /// `operation` is an id of the tables (`mde.alerts.list`), the path of a mounted service, or
    /// another name that [`Received::operation`](crate::Received::operation) lists, such as `token`
    /// or `download`. An unknown name has no effect.
    pub fn on(operation: impl Into<String>) -> Fault {
        Fault {
            operation: operation.into(),
            first: 1,
            last: 1,
            effect: Effect::default(),
        }
    }

    /// Affects the n-th call only, counted from 1.
    pub fn nth(mut self, call: usize) -> Fault {
        (self.first, self.last) = (call, call);
        self
    }

    /// Affects this many calls, starting with the next one or with the one of [`nth`](Fault::nth).
    pub fn times(mut self, calls: usize) -> Fault {
        self.last = self.first.saturating_add(calls).saturating_sub(1);
        self
    }

    /// Affects every call, from the next one or from the one of [`nth`](Fault::nth) on.
    pub fn always(mut self) -> Fault {
        self.last = usize::MAX;
        self
    }

    /// Replaces the response with this status and the error body of the service.
    pub fn status(mut self, status: u16) -> Fault {
        self.effect.status = Some(status);
        self
    }

    /// Body of the response that [`status`](Fault::status) sends. Sent as JSON if it is JSON, else
    /// as text. Has no effect without `status`.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Fault {
        self.effect.body = Some(body.into());
        self
    }

    /// Adds a header to the response. The name must be in lower case.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Fault {
        self.effect.headers.push((name.into(), value.into()));
        self
    }

    /// Adds `Retry-After` with a number of seconds.
    pub fn retry_after(self, seconds: u64) -> Fault {
        self.header("retry-after", seconds.to_string())
    }

    /// Adds `Retry-After` as an HTTP date, this long after the virtual time of the response.
    pub fn retry_after_date(mut self, after: Duration) -> Fault {
        self.effect.retry_at = Some(after);
        self
    }

    /// Replaces the response with the HTML page of a gateway and status 502.
    pub fn html_502(mut self) -> Fault {
        self.effect.html = Some(502);
        self
    }

    /// Keeps the status and removes the body.
    pub fn empty_body(mut self) -> Fault {
        self.effect.empty = true;
        self
    }

    /// Waits before the request is handled. The time is that of tokio, not of the virtual clock.
    pub fn delay(mut self, by: Duration) -> Fault {
        self.effect.delay = Some(by);
        self
    }

    /// Drops the connection after this many bytes of the body. The `Content-Length` names the whole
    /// body.
    pub fn truncate(mut self, bytes: usize) -> Fault {
        self.effect.truncate = Some(bytes);
        self
    }

    /// Ends the body after this many bytes, with a matching `Content-Length`. The client can notice
    /// it by the content only.
    pub fn short(mut self, bytes: usize) -> Fault {
        self.effect.short = Some(bytes);
        self
    }

    /// Drops the connection without a response.
    pub fn disconnect(mut self) -> Fault {
        self.effect.disconnect = true;
        self
    }

    /// Replaces the origin of the next link, such as `https://elsewhere.example`.
    pub fn foreign_next_link(mut self, origin: impl Into<String>) -> Fault {
        self.effect.foreign_link = Some(origin.into());
        self
    }

    /// Makes the next link lead to the page just requested, which is a loop.
    pub fn repeated_next_link(mut self) -> Fault {
        self.effect.repeat_link = true;
        self
    }

    /// Removes the names of the query options from the next link (`?=...&=...`), as was observed at
    /// the service.
    pub fn nameless_next_link(mut self) -> Fault {
        self.effect.nameless_link = true;
        self
    }

    /// Removes the next link although there are more rows, as was observed with alerts of Graph
    /// (elastic/integrations#20234).
    pub fn without_next_link(mut self) -> Fault {
        self.effect.no_link = true;
        self
    }

    /// Answers 500 if the response would contain the record with this id.
    pub fn poison(mut self, id: impl Into<String>) -> Fault {
        let id = id.into();
        self.effect.poison = Some(Poison {
            id,
            only_expanded: false,
        });
        self
    }

    /// Answers 500 if the request has `$expand` and the response would contain the record with this
    /// id (elastic/integrations#18144).
    pub fn poison_expanded(mut self, id: impl Into<String>) -> Fault {
        let id = id.into();
        self.effect.poison = Some(Poison {
            id,
            only_expanded: true,
        });
        self
    }

    /// Sends the control characters of a JSON file unescaped, so that it is not valid JSON.
    ///
    /// The documentation shows such a result of a live response script (`get-live-response-result.md`).
    /// Set it on `download`.
    pub fn raw_control_characters(mut self) -> Fault {
        self.effect.raw_controls = true;
        self
    }

    /// Adds members that are not documented, to the response and to each of its rows.
    pub fn unknown_fields(mut self) -> Fault {
        self.effect.unknown_fields = true;
        self
    }

    /// Refuses the token as expired: 401 with `error="invalid_token"`. A client is expected
    /// to get a new token and to repeat the call once.
    pub fn expire_token(mut self) -> Fault {
        self.effect.expire_token = true;
        self
    }

    /// Sets the final state of the action that the call starts: `Failed`, `TimeOut` or
    /// `Cancelled` for machine actions. The state is not checked.
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::Fault;
    ///
    /// let fault = Fault::on("mde.machines.isolate").action_ends("TimeOut");
    /// # let _ = fault;
    /// ```
    pub fn action_ends(mut self, status: impl Into<String>) -> Fault {
        self.effect.action_ends = Some(status.into());
        self
    }

    /// Makes a command of the live response that the call starts fail. `index` counts from 0. Later
    /// commands are not run, and the action ends as `Failed`.
    pub fn command_fails(mut self, index: usize) -> Fault {
        self.effect.command_fails = Some(index);
        self.action_ends("Failed")
    }
}

impl Effect {
    /// The response that replaces the one of the service. `own_error` makes the error body of the
    /// service for a status.
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

    /// Whether a record of the response makes it fail. `asked` is the path and query of the
    /// request.
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

    /// Changes the response of the service: body, links, members, headers.
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
        if let Body::Bytes {
            content_type,
            bytes,
        } = &mut answer.body
            && self.raw_controls
            && content_type.starts_with("application/json")
        {
            *bytes = with_raw_controls(bytes);
        }
        answer.headers.extend(self.headers.iter().cloned());
        if let Some(after) = self.retry_at {
            let at = std::time::SystemTime::from(clock::later(now, after));
            answer
                .headers
                .push(("retry-after".to_owned(), httpdate::fmt_http_date(at)));
        }
    }

    /// Changes a next link. `asked` is the path and query of the request.
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

/// JSON with `\r`, `\n` and NUL in place of their escapes.
fn with_raw_controls(json: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(json);
    let mut raw = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(at) = rest.find('\\') {
        raw.push_str(&rest[..at]);
        let escape = &rest[at..];
        let (text, length) = match escape.as_bytes().get(1) {
            Some(b'n') => ("\n", 2),
            Some(b'r') => ("\r", 2),
            Some(b'u') if escape.starts_with("\\u0000") => ("\0", 6),
            // Also of an escaped backslash, whose second half begins no escape.
            Some(_) => (escape.get(..2).unwrap_or(escape), 2),
            None => (escape, 1),
        };
        raw.push_str(text);
        rest = escape.get(length..).unwrap_or("");
    }
    raw.push_str(rest);
    raw.into_bytes()
}

/// Adds members that are not documented, also to the rows of a list.
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

/// The faults that are set, each with the number of calls it has seen.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(Fault, usize)>);

impl Faults {
    pub(crate) fn set(&mut self, fault: Fault) {
        self.0.push((fault, 0));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Counts a call on every fault of the operation, and returns the effect of the first that
    /// affects it. Faults that can affect no further call are removed.
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

    #[test]
    fn control_characters_may_be_sent_unescaped() {
        let file = |json: &str| {
            let mut answer = Answer::bytes(200, "application/json", json);
            let fault = Fault::on("download").raw_control_characters();
            fault.effect.apply(&mut answer, "/f", Timestamp::UNIX_EPOCH);
            match answer.body {
                Body::Bytes { bytes, .. } => String::from_utf8(bytes).unwrap(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(
            file(r#"{"a":"x\r\n\u0000\\n\t\""}"#),
            "{\"a\":\"x\r\n\0\\\\n\\t\\\"\"}"
        );
    }
}
