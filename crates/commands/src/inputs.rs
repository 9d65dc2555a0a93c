//! From parsed arguments to requests.
//!
//! Files named on the command line and standard input are read here; nothing is sent. A value is checked against its operation
//! before the first request, so a wrong argument ends with exit code 2 and no call. The crate `operations` fills the requests;
//! this module finds and reads the values.
//!
//! | kind of the input | value on the command line |
//! | --- | --- |
//! | text, id | as it is |
//! | time | RFC 3339, a date, or an age such as `24h`; relative times are printed as absolute ones with `-v` |
//! | integer, page size | a whole number |
//! | switch | `--name`, `--name=true`, `--name=false` |
//! | list, flags | `A,B`, or the option repeated |
//! | JSON, body | the text, `@FILE`, or `-` for standard input |
//! | bytes | a path, or `-`; the file name is sent too |
//! | id of the record that is read or changed | one or more, or `-` for one id a line or the JSON of a list |
//! | ids in a list | the same, between commas |
//! | time, number and order of the records of a list | as `operations::Asked` says |

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use auth_core::http_core::text::decode;
use auth_core::http_core::{Kind, Operation, Param, Place, Request, Value};
use clap::ArgMatches;
use operations::items::{self, Items, one_of};
use operations::{Asked, Filling, Note, Selection, SortKey, page_size, record_input};

use crate::spelling;
use operations::command_line::{FILTER, PAGE_SIZE, Way};
use terminal::signals::blocking;
use terminal::{Failure, Result};

/// The outside world of the arguments, replaceable in tests.
pub struct Source<'a> {
    /// Reads a file. `-` is standard input.
    pub read: &'a dyn Fn(&Path) -> io::Result<Vec<u8>>,
    /// The time that ages such as `7d` are counted from.
    pub now: SystemTime,
    /// Whether a person reads the output. Lists begin with the newest record then, where the service allows it.
    pub is_watched: bool,
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source")
            .field("now", &self.now)
            .field("is_watched", &self.is_watched)
            .finish_non_exhaustive()
    }
}

impl Source<'static> {
    /// The file system, standard input and the clock.
    pub fn of_process() -> Self {
        Self {
            read: &read_file,
            now: SystemTime::now(),
            is_watched: false,
        }
    }
}

/// The requests of a command, with the notes to print.
#[derive(Clone, Debug)]
pub struct Filled {
    /// One, one for each id, or one for each part of a change that is larger than a call.
    pub requests: Vec<Request>,
    /// Whether a list of records is printed. Decided by the arguments: `-` with one line still prints a list.
    pub is_list: bool,
    /// The file of items. Those that can be sent are in the requests as well.
    pub items: Option<Items>,
    /// Interpreted times, undocumented inputs, default filters.
    pub notes: Vec<Note>,
    /// Which records of a list are printed, as far as the service cannot be asked.
    pub selection: Selection,
}

/// The requests for the arguments of an operation's command.
///
/// Fails with exit code 2 for a value that the operation does not take, and for a file that cannot be read.
pub fn requests(
    operation: &'static Operation,
    matches: &ArgMatches,
    source: &Source<'_>,
) -> Result<Filled> {
    let mut filling = Filling::new(operation, source.now);
    if let Some(text) = optional::<String>(matches, "body") {
        filling.body("--body", json("--body", text, source)?)?;
    }
    // A change of one record is filled as any other call: it may have more items than one call takes.
    let named = record_input(operation);
    let named = named.filter(|param| operation.is_read() || are_several(param, matches));
    let given = Given { matches, source };
    for (param, way) in spelling::inputs_of(operation) {
        if named.is_some_and(|named| named.name == param.name) {
            continue;
        }
        let label = match way {
            Way::Option(name) => format!("--{name}"),
            _ => format!("<{}>", param.name),
        };
        given.fill(&mut filling, param, &label)?;
    }
    let items = match one_of(operation) {
        Some((one, param)) => file_of_items(&mut filling, one, param, &given)?,
        None => None,
    };
    for text in several_of(matches, FILTER) {
        filling.condition("--filter", text)?;
    }
    for (filter, name) in spelling::word_filters(operation) {
        filling.words(filter, &format!("--{name}"), several_of(matches, &name))?;
    }
    let selection = match operation.is_read() {
        true => filling.select(&asked(matches, source))?,
        false => Selection::default(),
    };
    let everything = |flag| optional::<bool>(matches, flag) == Some(&true);
    if !operation
        .list
        .default_filter
        .is_some_and(|default| everything(default.flag))
    {
        filling.default_filter();
    }
    if let (Some(size), Some(param)) = (optional::<i64>(matches, PAGE_SIZE), page_size(operation)) {
        filling.value(param, "--page-size", (*size).into())?;
    }
    let filled = match named {
        // No line of the file can be sent, so no request is made.
        _ if items.as_ref().is_some_and(has_no_item) => operations::Filled::default(),
        Some(param) => filling.finish_each(param, ids(param, matches, source)?)?,
        None => filling.finish()?,
    };
    let mut notes = filled.notes;
    let top = operation
        .input("$top")
        .filter(|_| page_size(operation).is_some_and(|size| size.name == "$top"));
    if top.is_some_and(|top| is_given(matches, &spelling::id(top))) {
        notes.push(Note::Advice(TOP));
    }
    Ok(Filled {
        is_list: named.is_some_and(|param| are_several(param, matches)),
        requests: filled.requests,
        items,
        notes,
        selection,
    })
}

/// Which records of a list the options ask for.
///
/// The newest come first where a person reads them or a limit cuts the list; a script that reads all of it keeps the order it knows.
fn asked(matches: &ArgMatches, source: &Source<'_>) -> Asked {
    let mut asked = Asked::default();
    asked.since = optional::<String>(matches, spelling::SINCE).cloned();
    asked.until = optional::<String>(matches, spelling::UNTIL).cloned();
    asked.latest = optional::<u64>(matches, spelling::LATEST).copied();
    let sort = optional::<Vec<SortKey>>(matches, spelling::SORT);
    asked.sort = sort.cloned().unwrap_or_default();
    asked.limit = optional::<u64>(matches, "limit").copied();
    asked.newest_first = source.is_watched || asked.limit.is_some();
    asked
}

/// The note for `--top`, which reads like a limit.
const TOP: &str =
    "--top is the number of records of a page, and all pages are read; --limit N prints N records";

/// The arguments of a command and the source of their values.
struct Given<'a> {
    matches: &'a ArgMatches,
    source: &'a Source<'a>,
}

impl Given<'_> {
    /// Sets one input if it was given. `label` is how errors name it.
    fn fill(&self, filling: &mut Filling, param: &'static Param, label: &str) -> Result<()> {
        let matches = self.matches;
        let id = match is_given(matches, &spelling::named_id(param)) {
            true => spelling::named_id(param),
            false => spelling::id(param),
        };
        let value = match (param.kind, optional::<String>(matches, &id)) {
            (Kind::Integer, _) => optional::<i64>(matches, &id).map(|number| (*number).into()),
            (Kind::Bool, _) => optional::<bool>(matches, &id).map(|yes| (*yes).into()),
            (Kind::List, _) => {
                let texts = self.items(param, label)?;
                filling.texts(param, label, texts.iter().map(String::as_str))?;
                None
            }
            (Kind::Text, Some(text)) if text == "-" && param.place == Place::Path => {
                return Err(Failure::usage(format!(
                    "{label} takes one value here, and `-` stands for many: give the value itself"
                )));
            }
            (_, None) => None,
            (Kind::Json, Some(text)) => Some(json(label, text, self.source)?),
            (Kind::Bytes, Some(text)) => {
                let file_name = text.rsplit(['/', '\\']).next().filter(|name| *name != "-");
                filling.bytes(param, read(label, text, self.source)?, file_name);
                None
            }
            (_, Some(text)) => {
                filling.text(param, label, text)?;
                None
            }
        };
        if let Some(value) = value {
            filling.value(param, label, value)?;
        }
        Ok(())
    }

    /// The items of a list. `-` stands for the ids on standard input.
    fn items(&self, param: &'static Param, label: &str) -> Result<Vec<String>> {
        let mut items = Vec::new();
        for text in several_of(self.matches, &spelling::id(param)) {
            if text == "-" {
                let text = read_text(label, text, self.source)?;
                items.extend(operations::record_ids(param, &text).map_err(Failure::usage)?);
            } else {
                items.push(text.to_owned());
            }
        }
        Ok(items)
    }
}

/// Whether an argument was given.
fn is_given(matches: &ArgMatches, id: &str) -> bool {
    matches.try_contains_id(id).unwrap_or(false)
}

/// Reads the file of items, and sets the input that takes them. `None` if no file is given.
fn file_of_items(
    filling: &mut Filling,
    one: &'static Operation,
    param: &'static Param,
    given: &Given<'_>,
) -> Result<Option<Items>> {
    let Some(path) = optional::<PathBuf>(given.matches, spelling::ITEMS) else {
        return Ok(None);
    };
    let text = read_text("<FILE>", path, given.source)?;
    let items = items::read(one, &text, given.source.now)?;
    let good = items
        .lines
        .iter()
        .filter_map(|line| line.item.as_ref().ok());
    let good: Vec<Value> = good.cloned().collect();
    if !good.is_empty() {
        filling.value(param, "<FILE>", good.into())?;
    }
    Ok(Some(items))
}

fn has_no_item(items: &Items) -> bool {
    items.lines.iter().all(|line| line.item.is_err())
}

/// The value of an argument. `None` too if the command has no such argument.
pub fn optional<'a, T: Clone + Send + Sync + 'static>(
    matches: &'a ArgMatches,
    id: &str,
) -> Option<&'a T> {
    matches.try_get_one::<T>(id).ok().flatten()
}

/// The values of an argument that may be repeated. Empty too if the command has no such argument.
fn several_of<'a>(matches: &'a ArgMatches, id: &str) -> impl Iterator<Item = &'a str> {
    let texts = matches.try_get_many::<String>(id).ok().flatten();
    texts.into_iter().flatten().map(String::as_str)
}

/// Whether several ids, or `-`, were given.
fn are_several(param: &'static Param, matches: &ArgMatches) -> bool {
    let id = spelling::id(param);
    let mut given = several_of(matches, &id);
    let first = given.next();
    first == Some("-") || given.next().is_some()
}

/// The ids without duplicates, in the order given. `-` stands for standard input: one id a line, or the JSON of a list.
fn ids(param: &'static Param, matches: &ArgMatches, source: &Source<'_>) -> Result<Vec<String>> {
    let mut ids: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for text in several_of(matches, &spelling::id(param)) {
        let found = if text == "-" {
            let text = read_text(&format!("<{}>", param.name), text, source)?;
            operations::record_ids(param, &text).map_err(Failure::usage)?
        } else {
            vec![text.to_owned()]
        };
        ids.extend(found.into_iter().filter(|id| seen.insert(id.clone())));
    }
    Ok(ids)
}

/// JSON from the command line, from `@FILE`, or from standard input for `-`.
pub fn json(name: &str, text: &str, source: &Source<'_>) -> Result<Value> {
    let text = match text.strip_prefix('@') {
        Some(path) => Cow::Owned(read_text(name, path, source)?),
        None if text == "-" => Cow::Owned(read_text(name, text, source)?),
        None => Cow::Borrowed(text),
    };
    serde_json::from_str(&text)
        .map_err(|error| Failure::usage(format!("{name} takes JSON: {error}")))
}

/// The text of a file or of standard input, in UTF-8 or UTF-16: PowerShell writes the latter.
pub fn read_text(name: &str, path: impl AsRef<Path>, source: &Source<'_>) -> Result<String> {
    let path = path.as_ref();
    let bytes = read(name, path, source)?;
    decode(bytes).map_err(|error| Failure::usage(format!("{name}: `{}`: {error}", path.display())))
}

/// A text with the line ends of Unix, whatever system wrote it.
pub fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The bytes of a file or of standard input. Fails with exit code 2, and names the option.
pub fn read(name: &str, path: impl AsRef<Path>, source: &Source<'_>) -> Result<Vec<u8>> {
    let path = path.as_ref();
    (source.read)(path).map_err(|error| {
        Failure::usage(format!(
            "{name}: `{}` cannot be read: {error}",
            path.display()
        ))
    })
}

/// Reads a file, or standard input for `-`. A signal ends the process meanwhile: a pipe may never end.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    blocking(|| {
        if path.as_os_str() == "-" {
            return standard_input();
        }
        std::fs::read(path)
    })
}

/// Standard input up to its end. It is read once and kept, because a command in many tenants reads it for each.
fn standard_input() -> io::Result<Vec<u8>> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(bytes) = READ.get() {
        return Ok(bytes.clone());
    }
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes)?;
    Ok(READ.get_or_init(|| bytes).clone())
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{BodyKind, Url};

    use super::*;

    static ROW: Operation = Operation::patch("t.things.update", "/things/{thing_id}")
        .body(BodyKind::Json)
        .inputs(&[
            Param::path("thing_id"),
            Param::query("$top").kind(Kind::Integer),
            Param::body("status").kind(Kind::Enum(&["New", "InProgress"])),
            Param::body("isActive").kind(Kind::Bool),
            Param::body("tags").kind(Kind::List),
            Param::body("begin").kind(Kind::Time),
            Param::body("title").required(),
            Param::body("rule").kind(Kind::Json),
        ]);

    fn fill(arguments: &[&str]) -> Result<Filled, String> {
        let line = std::iter::once("update").chain(arguments.iter().copied());
        let matches = crate::tree::leaf(&ROW)
            .try_get_matches_from(line)
            .map_err(|error| error.to_string())?;
        let read = |path: &Path| match path.to_str().unwrap() {
            "body.json" => Ok(br#"{"title":"from a file","isActive":false}"#.to_vec()),
            "-" => Ok(br#"{"a":1}"#.to_vec()),
            _ => Err(io::Error::from(io::ErrorKind::NotFound)),
        };
        let source = Source {
            read: &read,
            now: "2026-03-02T10:20:30Z"
                .parse::<jiff::Timestamp>()
                .unwrap()
                .into(),
            is_watched: false,
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
            "--begin",
            "1d",
            "--page-size",
            "7",
        ]);
        assert_eq!(
            line,
            "https://h.example/things/t1?$top=7 \
             {\"begin\":\"2026-03-01T10:20:30Z\",\"isActive\":true,\"status\":\"InProgress\",\
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
    fn two_ways_to_say_the_page_size_are_one_too_many() {
        let message = fill(&["t1", "--title", "x", "--top", "1", "--page-size", "2"]).unwrap_err();
        assert!(message.contains("cannot be used with"), "{message}");
    }

    static GET: Operation = Operation::get(
        "t.machines.get",
        "/streams/{stream_id}/machines/{machine_id}",
    )
    .inputs(&[Param::path("machine_id"), Param::path("stream_id")])
    .answer(auth_core::http_core::AnswerKind::Entity);

    fn given(line: &[&str], input: &'static str) -> Result<Vec<String>, String> {
        let words = std::iter::once("get").chain(line.iter().copied());
        let matches = crate::tree::leaf(&GET).try_get_matches_from(words).unwrap();
        let read = |_: &Path| Ok(input.as_bytes().to_vec());
        let source = Source {
            read: &read,
            now: std::time::SystemTime::UNIX_EPOCH,
            is_watched: false,
        };
        let filled = requests(&GET, &matches, &source);
        let base = auth_core::http_core::Url::parse("https://h.example").unwrap();
        let paths = filled
            .map_err(|failure| failure.message().to_owned())?
            .requests;
        Ok(paths
            .iter()
            .map(|request| request.to_http(&base).unwrap().uri().path().to_owned())
            .collect())
    }

    #[test]
    fn several_records_are_several_requests() {
        assert_eq!(
            given(&["s1", "a", "b", "a"], "").unwrap(),
            ["/streams/s1/machines/a", "/streams/s1/machines/b"]
        );
    }

    #[test]
    fn names_come_from_the_lines_of_any_list() {
        let input = "a\n\n {\"id\":\"alert\",\"machineId\":\"b\"}\n{\"id\":7}\n";
        let paths = given(&["s1", "-"], input).unwrap();
        assert_eq!(
            paths,
            [
                "/streams/s1/machines/a",
                "/streams/s1/machines/b",
                "/streams/s1/machines/7"
            ]
        );
        let message = given(&["s1", "-"], "{\"name\":\"x\"}").unwrap_err();
        assert_eq!(
            message,
            "line 1 of the input has no `machineId`, no `deviceId` and no `id`"
        );
        assert!(given(&["s1", "-"], "").unwrap().is_empty());
    }
}
