//! A call of a path, from the command line and the table of the path's operation.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use auth_core::http_core::{
    AnswerKind, BodyKind, Kind, Method, Operation, Paging, Param, Place, Request, Value,
};
use clap::ArgMatches;

use super::path::{host_of_path, split, template};
use crate::environment::family;
use crate::failure::{Failure, Result};
use crate::inputs;
use crate::session::Session;
use crate::text;

/// The inputs by which rows ask for their pages.
const PAGES: [&str; 6] = ["$top", "$skip", "skip", "limit", "filters", "pageSize"];

const METHODS: [(&str, Method); 5] = [
    ("GET", Method::Get),
    ("POST", Method::Post),
    ("PATCH", Method::Patch),
    ("PUT", Method::Put),
    ("DELETE", Method::Delete),
];

/// A call as the command line gives it.
pub(super) struct Call {
    method: Method,
    pub(super) address: String,
    fields: Vec<(String, Value)>,
    headers: Vec<(String, String)>,
    input: Option<Vec<u8>>,
    /// Whether all pages are asked for.
    pub(super) pages: bool,
}

impl Call {
    pub(super) fn read(matches: &ArgMatches) -> Result<Self> {
        let source = inputs::Source {
            read: &inputs::read_file,
            now: std::time::SystemTime::now(),
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
        let input = match matches.get_one::<PathBuf>("input") {
            Some(path) => Some(input(path, is_json, &source)?),
            None => None,
        };
        let (method, address) = asked(matches)?;
        Ok(Self {
            method,
            address,
            fields,
            headers,
            input,
            pages: matches.get_flag("paginate"),
        })
    }

    /// The row that describes the path, where there is one, and the host family that answers.
    pub(super) fn target(
        &self,
        session: &Session<'_>,
        product: Option<&String>,
    ) -> Result<(Option<&'static Operation>, &'static str)> {
        let hosts: Vec<&'static str> = session
            .context
            .services()
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
                        "unknown product `{product}`; there are {}",
                        known()
                    ))
                })?)
            }
            (None, Some(name)) => Some(host_of(session, &hosts, name).ok_or_else(|| {
                Failure::usage(format!(
                    "`{name}` is not a configured host; nothing was sent"
                ))
                .with_hint("a token is sent to the configured hosts only")
            })?),
            (None, None) => None,
        };
        let template = template(session.context.catalog(), self.method, wanted, path);
        let host = wanted
            .or(template.map(|row| row.http.host))
            .or_else(|| host_of_path(session.context.catalog(), &hosts, path));
        match host {
            Some(host) => Ok((template, host)),
            None => Err(
                Failure::usage("no operation has such a path, so its service is unknown")
                    .with_hint(format!("name it with --product: {}", known())),
            ),
        }
    }

    /// Takes a body apart whose pages are asked for by members of it.
    pub(super) fn open_input(&mut self, template: Option<&'static Operation>) -> Result<()> {
        let in_body = template.is_some_and(|row| {
            row.http.body == BodyKind::Json
                && matches!(row.list.paging, Paging::SkipLimit | Paging::Scan)
        });
        let Some(input) = self.input.take_if(|_| self.pages && in_body) else {
            return Ok(());
        };
        let members: serde_json::Map<String, Value> = serde_json::from_slice(&input)
            .map_err(|error| Failure::usage(format!("--input takes a JSON object: {error}")))?;
        self.fields.extend(members);
        Ok(())
    }

    /// The operation of this call: what is known of the operation of its path, with the inputs that were given.
    ///
    /// A request refers to its operation for as long as the process lives. The process makes one such call, so the first
    /// one is described, and any other gets the same description.
    pub(super) fn described(
        &self,
        template: Option<&'static Operation>,
        host: &'static str,
    ) -> &'static Operation {
        static NAMES: OnceLock<Vec<String>> = OnceLock::new();
        static PARAMS: OnceLock<Vec<Param>> = OnceLock::new();
        static OPERATION: OnceLock<Operation> = OnceLock::new();
        let known = template.copied().unwrap_or_else(|| self.undescribed(host));
        let names = self.fields.iter().map(|(name, _)| name.clone());
        let names = NAMES.get_or_init(|| names.collect());
        let params = PARAMS.get_or_init(|| self.params(names, &known));
        OPERATION.get_or_init(|| {
            let mut operation = known;
            operation.http.path = "/";
            operation.inputs = params;
            operation.http.body = self.body_kind(params);
            operation.http.open_body = false;
            operation.conduct.idempotent = self.is_idempotent(&known);
            operation.conduct.appends = &[];
            // These describe inputs that the call of a bare path does not have.
            operation.http.checks = None;
            operation.action.target = None;
            operation
        })
    }

    /// The operation of a path that no table describes. The services speak JSON; nothing else is known.
    fn undescribed(&self, host: &'static str) -> Operation {
        let row = Operation::new("api", self.method, "/")
            .host(host)
            .paging(Paging::NextLink);
        match self.pages {
            true => row.collection("value"),
            false => row.answer(AnswerKind::Scalar),
        }
    }

    fn params(&self, names: &'static [String], known: &Operation) -> Vec<Param> {
        let fields = names.iter().map(|name| {
            let param = match self.method {
                Method::Get => Param::query(name),
                _ => Param::body(name),
            };
            param.kind(Kind::Json)
        });
        let content = self
            .input
            .as_ref()
            .map(|_| Param::body("content").kind(Kind::Bytes));
        fields
            .chain(self.inputs_of_pages(known))
            .chain(content)
            .collect()
    }

    fn body_kind(&self, params: &[Param]) -> BodyKind {
        if self.input.is_some() {
            BodyKind::Binary
        } else if self.method == Method::Get || params.is_empty() {
            BodyKind::None
        } else {
            BodyKind::Json
        }
    }

    /// Whether the call may be repeated when its outcome is unknown.
    fn is_idempotent(&self, known: &Operation) -> bool {
        known.conduct.idempotent && !self.may_append(known)
    }

    /// The inputs by which the pages of the path's own row are asked for.
    fn inputs_of_pages(&self, known: &Operation) -> Vec<Param> {
        let given = |name: &str| self.fields.iter().any(|(known, _)| known == name);
        let mut params = known.inputs.to_vec();
        params.retain(|param| {
            let is_of_page = PAGES.contains(&param.name) && !given(param.name);
            self.pages && is_of_page && matches!(param.place, Place::Query | Place::Body)
        });
        params
    }

    /// Whether sending the call twice may act twice although its row may be repeated: the service appends a member of
    /// it, or it has one that the row does not describe. Services take names in any case.
    fn may_append(&self, known: &Operation) -> bool {
        if matches!(self.method, Method::Get | Method::Post) {
            return false;
        }
        let is_harmless = |name: &str| {
            let same = |other: &&str| other.eq_ignore_ascii_case(name);
            known.inputs.iter().any(|param| same(&param.name))
                && !known.conduct.appends.iter().any(same)
        };
        if !self.fields.iter().all(|(name, _)| is_harmless(name)) {
            return true;
        }
        self.input.as_ref().is_some_and(|input| {
            let members = serde_json::from_slice::<serde_json::Map<String, Value>>(input);
            !members.is_ok_and(|members| members.keys().all(|name| is_harmless(name)))
        })
    }

    pub(super) fn request(&self, row: &'static Operation) -> Result<Request> {
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
        request.check_at(std::time::SystemTime::now())?;
        Ok(request)
    }
}

/// Method and address.
fn asked(matches: &ArgMatches) -> Result<(Method, String)> {
    let texts = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let mut words: Vec<&String> = texts("address").collect();
    let address = words.pop().cloned().unwrap_or_default();
    let named = words.pop().or_else(|| matches.get_one("method"));
    let sends = [
        matches.contains_id("input"),
        matches.contains_id("raw-field"),
        matches.contains_id("field"),
    ];
    let method = match named {
        Some(name) => method(name)?,
        None if sends.contains(&true) => Method::Post,
        None => Method::Get,
    };
    Ok((method, address))
}

fn method(name: &str) -> Result<Method> {
    let found = METHODS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map(|(_, method)| *method).ok_or_else(|| {
        let known: Vec<_> = METHODS.iter().map(|(name, _)| *name).collect();
        Failure::usage(format!(
            "unknown method `{name}`; there are {}",
            known.join(", ")
        ))
    })
}

fn pair(text: &str, between: char) -> Result<(&str, &str)> {
    text.split_once(between)
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| Failure::usage(format!("expected NAME{between}VALUE, not `{text}`")))
}

/// The bytes of a file, whatever its name is, or of standard input.
fn input(path: &Path, is_json: bool, source: &inputs::Source<'_>) -> Result<Vec<u8>> {
    let bytes = match path.to_str() {
        Some(path) => inputs::read("--input", path, source)?,
        None => inputs::read_path(path).map_err(|error| {
            Failure::usage(format!(
                "--input: `{}` cannot be read: {error}",
                path.display()
            ))
        })?,
    };
    if !is_json {
        return Ok(bytes);
    }
    let name = format!("--input: `{}`", path.display());
    text::decoded(&name, bytes).map(String::into_bytes)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn call(line: &[&str]) -> Call {
        let line = std::iter::once("api").chain(line.iter().copied());
        Call::read(
            &super::super::command(&operations::Catalog::default())
                .try_get_matches_from(line)
                .unwrap(),
        )
        .unwrap()
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
    #[test]
    fn a_change_is_repeated_only_where_the_row_of_its_path_may_be() {
        let catalog = crate::app::App::built_in().catalog();
        let is_idempotent = |line: &[&str]| {
            let call = call(line);
            let (_, path) = split(&call.address);
            let known = template(&catalog, call.method, None, path);
            let known = known.copied().unwrap_or_else(|| call.undescribed("mde"));
            call.is_idempotent(&known)
        };
        let body = |text: &str| {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(file.path(), text).unwrap();
            file
        };
        let (plain, appended, cased, list) = (
            body(r#"{"status":"Resolved"}"#),
            body(r#"{"status":"Resolved","comment":"x"}"#),
            body(r#"{"Comment":"x"}"#),
            body("[1]"),
        );
        let name = |file: &tempfile::NamedTempFile| file.path().to_str().unwrap().to_owned();
        for (line, expected) in [
            (vec!["/api/alerts/a"], true),
            (
                vec!["PATCH", "/api/alerts/a", "-f", "status=Resolved"],
                true,
            ),
            (vec!["PATCH", "/api/alerts/a", "-f", "comment=x"], false),
            (vec!["PATCH", "/api/alerts/a", "-f", "Comment=x"], false),
            (vec!["PATCH", "/api/alerts/a", "-f", "unheardOf=x"], false),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&plain)],
                true,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&appended)],
                false,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&cased)],
                false,
            ),
            (
                vec!["PATCH", "/api/alerts/a", "--input", &name(&list)],
                false,
            ),
            (vec!["PATCH", "/api/unheardOf/a", "-f", "a=b"], false),
            (vec!["PUT", "/api/unheardOf/a"], true),
            (vec!["DELETE", "/api/unheardOf/a"], true),
            (vec!["POST", "/api/unheardOf", "-f", "a=b"], false),
            (
                vec!["POST", "/api/advancedqueries/run", "-f", "Query=x"],
                true,
            ),
            (
                vec!["POST", "/api/machines/a/isolate", "-f", "Comment=x"],
                false,
            ),
        ] {
            assert_eq!(is_idempotent(&line), expected, "{line:?}");
        }
    }
}
