//! Parsed arguments to requests. Nothing is sent here; files named on the command line are read.

mod default_filter;
mod filter;
mod parts;
pub(crate) mod several;

use std::borrow::Cow;
use std::io;
use std::path::Path;

use auth_core::http_core::odata::properties;
use auth_core::http_core::{DefaultFilter, Kind, Operation, Param, Place, Request, Value};
use clap::ArgMatches;
use jiff::Timestamp;

use crate::command::{self, PAGE_SIZE, Way};
use crate::failure::{Failure, Result};
use crate::signals::blocking;
use crate::{text, time};

/// Where values come from that the command line only names.
pub(crate) struct Source<'a> {
    /// Reads a file; `-` is standard input.
    pub(crate) read: &'a dyn Fn(&str) -> io::Result<Vec<u8>>,
    /// What ages are counted from.
    pub(crate) now: Timestamp,
}

/// Requests and what is to be said about them.
#[derive(Debug)]
pub(crate) struct Filled {
    /// One, or one for each record that is asked for by name.
    pub(crate) requests: Vec<Request>,
    /// Whether more than one record was asked for, however many there turn out to be.
    pub(crate) is_list: bool,
    pub(crate) warnings: Vec<String>,
    /// Times as they were understood.
    pub(crate) times: Vec<String>,
    /// Days, whose midnight is not that of the caller's clock.
    pub(crate) days: Vec<String>,
    /// What was added because nobody asked for everything.
    pub(crate) default_filter: Option<&'static DefaultFilter>,
}

/// The requests that the arguments of a row's command describe.
pub(crate) fn requests(
    row: &'static Operation,
    matches: &ArgMatches,
    source: &Source<'_>,
) -> Result<Filled> {
    let mut filled = Filling {
        request: Request::new(row),
        warnings: Vec::new(),
        times: Vec::new(),
        days: Vec::new(),
    };
    let named = several::param(row);
    if let Some(text) = optional::<String>(matches, "body") {
        let body = json("--body", text, source)?;
        check_body(row, &body)?;
        filled.request = filled.request.set_body(&body);
    }
    for (param, way) in command::ways(row) {
        if named.is_some_and(|named| named.name == param.name) {
            continue;
        }
        let name = match way {
            Way::Option(name) => format!("--{name}"),
            _ => format!("<{}>", param.name),
        };
        filled = filled.fill(param, &name, matches, source)?;
    }
    let (request, days) = filter::add(row, filled.request, matches, source)?;
    filled.request = request;
    filled.days.extend(days);
    let (request, default_filter) = default_filter::add(row, filled.request, matches);
    filled.request = request;
    if let Some(size) = optional::<i64>(matches, PAGE_SIZE)
        && let Some(param) = command::page_size(row)
    {
        filled.request = filled.request.set(param.name, *size);
    }
    let requests = match named {
        Some(param) => {
            let ids = several::ids(param, matches, source)?;
            let with = |id: String| filled.request.clone().set(param.name, id);
            ids.into_iter().map(with).collect()
        }
        None => parts::of(filled.request),
    };
    requests
        .iter()
        .try_for_each(|request: &Request| request.check_at(source.now.into()))?;
    Ok(Filled {
        is_list: named.is_some_and(|param| several::are_named(param, matches)),
        requests,
        warnings: filled.warnings,
        times: filled.times,
        days: filled.days,
        default_filter,
    })
}

/// A request that is being put together.
struct Filling {
    request: Request,
    warnings: Vec<String>,
    times: Vec<String>,
    days: Vec<String>,
}

impl Filling {
    fn fill(
        mut self,
        param: &'static Param,
        name: &str,
        matches: &ArgMatches,
        source: &Source<'_>,
    ) -> Result<Self> {
        let id = command::id(param);
        match param.kind {
            Kind::Integer => {
                if let Some(number) = optional::<i64>(matches, &id) {
                    self.request = self.request.set(param.name, *number);
                }
                return Ok(self);
            }
            Kind::Bool => {
                if let Some(yes) = optional::<bool>(matches, &id) {
                    self.request = self.request.set(param.name, *yes);
                }
                return Ok(self);
            }
            Kind::List => {
                if let Some(items) = list(matches, &id, name)? {
                    self.request = self.request.set(param.name, items);
                }
                return Ok(self);
            }
            _ => {}
        }
        let Some(text) = optional::<String>(matches, &id) else {
            return Ok(self);
        };
        self.fill_text(param, name, text, source)
    }

    fn fill_text(
        mut self,
        param: &'static Param,
        name: &str,
        text: &str,
        source: &Source<'_>,
    ) -> Result<Self> {
        self.request = match param.kind {
            Kind::Time => {
                let time = match param.until {
                    true => time::ahead(text, source.now),
                    false => time::absolute(text, source.now),
                };
                let time = time.map_err(|message| Failure::usage(format!("{name}: {message}")))?;
                if time::is_day(text) {
                    self.days.push(time::understood(name, text, &time));
                } else if time != text {
                    self.times.push(time::understood(name, text, &time));
                }
                self.request.set(param.name, time)
            }
            Kind::Enum(known) => {
                if !known.iter().any(|word| word.eq_ignore_ascii_case(text)) {
                    self.warnings.push(format!(
                        "{name}: `{text}` is not documented and is sent as it is; documented are {}",
                        known.join(", ")
                    ));
                }
                self.request.set_text(param.name, text)
            }
            Kind::Json => self.request.set(param.name, json(name, text, source)?),
            Kind::Bytes => {
                let bytes = read(name, text, source)?;
                let file_name = text.rsplit(['/', '\\']).next().filter(|name| *name != "-");
                self.request.set_bytes(param.name, bytes, file_name)
            }
            _ => {
                if param.name == "$filter" {
                    self.warnings
                        .extend(unfilterable(self.request.operation(), name, text));
                }
                self.request.set(param.name, text)
            }
        };
        Ok(self)
    }
}

/// What there is to say about a filter. The documents do not list every property that works, so nothing is refused.
fn unfilterable(row: &'static Operation, name: &str, filter: &str) -> Option<String> {
    let is_known = |property: &&str| {
        row.filterable
            .iter()
            .any(|known| known.eq_ignore_ascii_case(property))
    };
    let mut unknown = properties(filter);
    unknown.retain(|property| !is_known(property));
    if row.filterable.is_empty() || unknown.is_empty() {
        return None;
    }
    Some(format!(
        "{name}: {} not documented as filterable, sent as it is; documented are {}",
        match unknown[..] {
            [one] => format!("`{one}` is"),
            _ => format!("`{}` are", unknown.join("`, `")),
        },
        row.filterable.join(", ")
    ))
}

/// An argument that this command may not have.
fn optional<'a, T: Clone + Send + Sync + 'static>(
    matches: &'a ArgMatches,
    id: &str,
) -> Option<&'a T> {
    matches.try_get_one::<T>(id).ok().flatten()
}

/// Items given one by one, with commas, or as a JSON array.
fn list(matches: &ArgMatches, id: &str, name: &str) -> Result<Option<Value>> {
    let Some(texts) = matches.try_get_many::<String>(id).ok().flatten() else {
        return Ok(None);
    };
    let mut items = Vec::new();
    for text in texts {
        if text.trim_start().starts_with('[') {
            let parsed: Vec<Value> = serde_json::from_str(text)
                .map_err(|error| Failure::usage(format!("{name}: {error}")))?;
            items.extend(parsed);
        } else {
            let words = text
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty());
            items.extend(words.map(Value::from));
        }
    }
    Ok(Some(Value::from(items)))
}

/// JSON as text, as `@FILE`, or as `-` for standard input.
pub(crate) fn json(name: &str, text: &str, source: &Source<'_>) -> Result<Value> {
    let text = match text.strip_prefix('@') {
        Some(path) => Cow::Owned(read_text(name, path, source)?),
        None if text == "-" => Cow::Owned(read_text(name, text, source)?),
        None => Cow::Borrowed(text),
    };
    serde_json::from_str(&text)
        .map_err(|error| Failure::usage(format!("{name} takes JSON: {error}")))
}

/// The text of a file or of standard input, in whatever encoding an editor or a shell wrote it.
pub(crate) fn read_text(name: &str, path: &str, source: &Source<'_>) -> Result<String> {
    let bytes = read(name, path, source)?;
    text::decoded(&format!("{name}: `{path}`"), bytes)
}

/// The bytes of a file or of standard input.
pub(crate) fn read(name: &str, path: &str, source: &Source<'_>) -> Result<Vec<u8>> {
    (source.read)(path)
        .map_err(|error| Failure::usage(format!("{name}: `{path}` cannot be read: {error}")))
}

/// The file system, and standard input for `-`.
pub(crate) fn read_file(path: &str) -> io::Result<Vec<u8>> {
    read_path(path.as_ref())
}

/// The same for a path that is not text. A pipe may never end, whether it has a name or not.
pub(crate) fn read_path(path: &Path) -> io::Result<Vec<u8>> {
    blocking(|| {
        if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
            return Ok(bytes);
        }
        std::fs::read(path)
    })
}

/// Whether each member of a whole body is of the kind that the row names. Unknown members and missing ones are found by
/// the request itself.
fn check_body(row: &'static Operation, body: &Value) -> Result<()> {
    let Some(members) = body.as_object() else {
        return Ok(());
    };
    for (name, value) in members {
        let Some(param) = row.param(name).filter(|param| param.place == Place::Body) else {
            continue;
        };
        let (fits, wanted) = match param.kind {
            Kind::Text | Kind::Time | Kind::Enum(_) | Kind::Flags(_) | Kind::Bytes => {
                (value.is_string(), "text")
            }
            Kind::Integer => (value.is_i64() || value.is_u64(), "a whole number"),
            Kind::Bool => (value.is_boolean(), "true or false"),
            Kind::List => (value.is_array(), "an array"),
            Kind::Json => (true, ""),
        };
        if !fits && !value.is_null() {
            return Err(
                Failure::usage(format!("--body: `{name}` takes {wanted}, not {value}"))
                    .with_operation(row.id),
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::BodyKind;
    use auth_core::http_core::Url;

    use super::*;

    static ROW: Operation = Operation::patch("t.things.update", "/things/{thing_id}")
        .body(BodyKind::Json)
        .params(&[
            Param::path("thing_id"),
            Param::query("$top").kind(Kind::Integer),
            Param::body("status").kind(Kind::Enum(&["New", "InProgress"])),
            Param::body("isActive").kind(Kind::Bool),
            Param::body("tags").kind(Kind::List),
            Param::body("since").kind(Kind::Time),
            Param::body("title").required(),
            Param::body("rule").kind(Kind::Json),
        ]);

    fn fill(arguments: &[&str]) -> Result<Filled, String> {
        let line = std::iter::once("update").chain(arguments.iter().copied());
        let matches = command::leaf(&ROW)
            .try_get_matches_from(line)
            .map_err(|error| error.to_string())?;
        let read = |path: &str| match path {
            "body.json" => Ok(br#"{"title":"from a file","isActive":false}"#.to_vec()),
            "-" => Ok(br#"{"a":1}"#.to_vec()),
            _ => Err(io::Error::from(io::ErrorKind::NotFound)),
        };
        let source = Source {
            read: &read,
            now: "2026-03-02T10:20:30Z".parse().unwrap(),
        };
        requests(&ROW, &matches, &source).map_err(|failure| failure.message().to_owned())
    }

    fn sent(arguments: &[&str]) -> String {
        let filled = fill(arguments).unwrap();
        let base = Url::parse("https://h.example").unwrap();
        let http = filled.requests[0].to_http(&base).unwrap();
        format!("{} {}", http.uri(), String::from_utf8_lossy(http.body()))
    }

    #[test]
    fn arguments_become_the_request() {
        let line = sent(&[
            "t1",
            "--title",
            "x",
            "--status",
            "inprogress",
            "--is-active",
            "--tags",
            "a, b",
            "--tags",
            "[\"c,d\"]",
            "--since",
            "1d",
            "--page-size",
            "7",
        ]);
        assert_eq!(
            line,
            "https://h.example/things/t1?$top=7 \
             {\"isActive\":true,\"since\":\"2026-03-01T10:20:30Z\",\"status\":\"InProgress\",\
             \"tags\":[\"a\",\"b\",\"c,d\"],\"title\":\"x\"}"
        );
        assert!(sent(&["t1", "--title", "x", "--is-active=false"]).contains("\"isActive\":false"));
        assert!(sent(&["t1", "--title", "7"]).contains("\"title\":\"7\""));
        assert!(sent(&["t1", "--title", "x", "--rule", "-"]).contains("\"rule\":{\"a\":1}"));
    }

    #[test]
    fn options_win_over_a_whole_body() {
        let line = sent(&["t1", "--body", "@body.json", "--is-active"]);
        assert!(
            line.ends_with("{\"isActive\":true,\"title\":\"from a file\"}"),
            "{line}"
        );
    }

    #[test]
    fn a_body_is_checked_before_anything_is_sent() {
        for (body, complaint) in [
            (r#"{"title":1}"#, "`title` takes text"),
            (
                r#"{"title":"x","isActive":"yes"}"#,
                "`isActive` takes true or false",
            ),
            (r#"{"title":"x","titel":"y"}"#, "`titel`"),
            (r#"{"isActive":true}"#, "`title` is required"),
            ("[]", "must be a JSON object"),
            ("{", "takes JSON"),
            ("@nowhere", "cannot be read"),
        ] {
            let message = fill(&["t1", "--body", body]).unwrap_err();
            assert!(message.contains(complaint), "{body}: {message}");
        }
    }

    #[test]
    fn an_undocumented_word_passes_with_a_warning() {
        let filled = fill(&["t1", "--title", "x", "--status", "Paused"]).unwrap();
        assert_eq!(
            filled.requests[0].body_value("status"),
            Some(&Value::from("Paused"))
        );
        assert!(
            filled.warnings[0].contains("New, InProgress"),
            "{:?}",
            filled.warnings
        );
    }

    #[test]
    fn a_property_that_no_page_calls_filterable_passes_with_a_warning() {
        static LIST: Operation = Operation::get("t.things.list", "/things").filterable(&["status"]);
        let said = |filter: &str| unfilterable(&LIST, "--filter", filter);
        assert_eq!(said("Status eq 'x' and status ne 'title'"), None);
        let warning = said("title eq 'x' or owner eq 'y'").unwrap();
        assert!(
            warning.starts_with("--filter: `title`, `owner` are not documented")
                && warning.ends_with("documented are status"),
            "{warning}"
        );
    }

    #[test]
    fn two_ways_to_say_the_page_size_are_one_too_many() {
        let message = fill(&["t1", "--title", "x", "--top", "1", "--page-size", "2"]).unwrap_err();
        assert!(message.contains("cannot be used with"), "{message}");
    }

    #[test]
    fn times_are_told_as_they_were_understood() {
        let filled = fill(&["t1", "--title", "x", "--since", "24h"]).unwrap();
        assert_eq!(filled.times, ["--since 24h is 2026-03-01T10:20:30Z"]);
        let message = fill(&["t1", "--title", "x", "--since", "soon"]).unwrap_err();
        assert!(message.starts_with("--since: `soon`"), "{message}");
    }
}
