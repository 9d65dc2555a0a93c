//! What will be sent, put together and checked without any I/O.

mod ask;
mod check;
pub(crate) mod content;
mod encode;
mod multipart;
pub mod odata;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;
use serde_json::{Map, Value};
use url::Url;

use crate::error::{Error, Result};
use crate::list::paging::Continuation;
use crate::operation::{BodyKind, Method, Operation};
use crate::operation::{Kind, Param, Place};
use crate::request::odata::Filter;

/// One call of an [`Operation`]: the row and the values of its inputs.
///
/// Setters keep the first mistake and [`to_http`](Request::to_http) reports it, so chains need no `?`.
#[derive(Clone)]
pub struct Request {
    operation: &'static Operation,
    path: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Map<String, Value>,
    content: Option<Bytes>,
    file_name: Option<String>,
    address: Option<String>,
    idempotent: bool,
    allow_retired: bool,
    continuation: Option<Continuation>,
    mistake: Option<String>,
}

impl Request {
    /// A call of an operation. Inputs that can have one value only have it; nothing else is set.
    pub fn new(operation: &'static Operation) -> Self {
        let request = Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: HeaderMap::new(),
            body: Map::new(),
            content: None,
            file_name: None,
            address: None,
            idempotent: operation.idempotent,
            allow_retired: false,
            continuation: None,
            mistake: None,
        };
        let constants = operation.params.iter();
        let constants = constants.filter(|param| !param.constant.is_empty());
        constants.fold(request, |request, param| {
            request.set_text(param.name, param.constant)
        })
    }

    /// The operation that is called.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the call may be repeated when its outcome is unknown.
    pub fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Overrides whether the call may be repeated when its outcome is unknown.
    #[must_use]
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }

    /// Sends the request although the vendor has [retired](Operation::retired) the operation, where some cloud still answers.
    #[must_use]
    pub fn allow_retired(mut self) -> Self {
        self.allow_retired = true;
        self
    }

    /// Begins a list where another reading of it stopped. The request must be made as the first one was. Without effect on
    /// operations that answer no list.
    #[must_use]
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.continuation = Some(continuation.clone());
        self
    }

    /// Where a list begins, if not with its first page.
    pub(crate) fn take_continuation(&mut self) -> Option<Continuation> {
        self.continuation.take()
    }

    /// Gives an input its value; setting it again replaces the value.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.put(name, value.into());
        self
    }

    /// Gives an input a value that is first written as JSON.
    #[must_use]
    pub fn set_json(mut self, name: &str, value: &impl Serialize) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => self.put(name, value),
            Err(error) => self.blame(format!("`{name}` cannot be written as JSON: {error}")),
        }
        self
    }

    /// Gives a binary input its bytes, with the file name that a form wants.
    #[must_use]
    pub fn set_bytes(
        mut self,
        name: &str,
        bytes: impl Into<Bytes>,
        file_name: Option<&str>,
    ) -> Self {
        let Some(param) = self.param(name) else {
            return self;
        };
        if param.kind != Kind::Bytes {
            self.blame(format!("`{name}` takes no bytes"));
            return self;
        }
        let bytes = bytes.into();
        if param.max_bytes > 0 && bytes.len() > param.max_bytes {
            self.blame(format!(
                "`{name}` takes {} bytes at most, not {}",
                param.max_bytes,
                bytes.len()
            ));
        }
        self.content = Some(bytes);
        self.file_name = file_name.map(str::to_owned);
        self
    }

    /// Gives an input its value as a person wrote it: numbers, booleans, times, known words and JSON are recognised
    /// by what the row says.
    #[must_use]
    pub fn set_text(mut self, name: &str, text: &str) -> Self {
        if let Some(param) = self.param(name) {
            match param.parse(text) {
                Ok(value) => self.put(param.name, value),
                Err(mistake) => self.blame(mistake),
            }
        }
        self
    }

    /// Adds a member to the body of an operation that takes members no page lists.
    #[must_use]
    pub fn set_open(mut self, name: &str, value: impl Into<Value>) -> Self {
        if self.operation.param(name).is_some() {
            self.put(name, value.into());
        } else if self.operation.open_body {
            self.body.insert(name.to_owned(), value.into());
        } else {
            self.blame(self.unknown(name));
        }
        self
    }

    /// Takes a whole JSON body; each member is checked against the row.
    #[must_use]
    pub fn set_body(mut self, body: &Value) -> Self {
        let Some(members) = body.as_object() else {
            self.blame("the body must be a JSON object".to_owned());
            return self;
        };
        for (name, value) in members {
            let known = self
                .operation
                .param(name)
                .is_some_and(|param| param.place == Place::Body);
            let filters = self
                .operation
                .param(name)
                .map(|param| self.check_filters(param, value));
            if let Some(Err(mistake)) = filters {
                self.blame(mistake);
            } else if known || self.operation.open_body {
                let value = match self.operation.param(name) {
                    Some(param) => param.normal(value.clone()),
                    None => value.clone(),
                };
                self.body.insert(name.clone(), value);
                self.note_append(name);
            } else {
                self.blame(self.unknown(name));
            }
        }
        self
    }

    /// Sets `$filter`.
    ///
    /// A property that the row does not call filterable is a mistake, and so is one that is no name: the service
    /// would refuse the call or, worse, read something else. The documents do not list every property that works;
    /// [`Filter::raw`] goes past the check.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter = filter.into();
        let known = self.operation.filterable;
        for property in filter.properties() {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '@');
            let is_known = known.is_empty()
                || known
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(property));
            if property.is_empty() || !property.chars().all(is_name) {
                self.blame(format!("`{property}` is no property's name"));
            } else if !is_known {
                self.blame(format!(
                    "`{property}` is not documented as filterable; {} filters by {}. A raw filter is not checked",
                    self.operation.id,
                    known.join(", ")
                ));
            }
        }
        self.set("$filter", filter)
    }

    /// Adds a request header; those the pipeline sets itself are refused.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let parsed = (HeaderName::try_from(name), HeaderValue::try_from(value));
        match parsed {
            (Ok(name), _) if RESERVED.contains(&name.as_str()) => {
                self.blame(format!("the header `{name}` is set by the client itself"));
            }
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => self.blame(format!("`{name}` is no valid header")),
        }
        self
    }

    /// Asks for the answer as it is stored, not packed for the way.
    pub(crate) fn unpacked(mut self) -> Self {
        let identity = HeaderValue::from_static("identity");
        self.headers.insert(http::header::ACCEPT_ENCODING, identity);
        self
    }

    /// Goes to this path and query of the base, already encoded, instead of the row's path.
    pub(crate) fn at(mut self, path_and_query: String) -> Self {
        self.address = Some(path_and_query);
        self
    }

    /// The value a part of the path has, if it was set.
    pub fn path_value(&self, name: &str) -> Option<&str> {
        let mut values = self.path.iter();
        let found = values.find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The value a query option has, if it was set.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The value a member of the JSON body has, if it was set.
    pub fn body_value(&self, name: &str) -> Option<&Value> {
        self.body.get(name)
    }

    /// The request as it goes over the wire, put on a base URL. Pure: the same input gives the same bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input that is missing or cannot be right, or what took
    /// the place of an operation that is [retired](Operation::retired).
    pub fn to_http(&self, base: &Url) -> Result<http::Request<Bytes>> {
        self.check()?;
        self.check_retired()?;
        let target = self
            .target(base)
            .map_err(|error| error.with_operation(self.operation))?;
        let (content_type, body) = self.content()?;
        let mut request = http::Request::new(body);
        *request.method_mut() = method(self.operation.method);
        *request.uri_mut() = target.as_str().parse().map_err(|error| {
            Error::usage("the inputs make no valid address")
                .with_source(error)
                .with_operation(self.operation)
        })?;
        let headers = request.headers_mut();
        for header in self.operation.headers {
            headers.insert(
                HeaderName::from_static(header.name),
                HeaderValue::from_static(header.value),
            );
        }
        headers.extend(self.headers.clone());
        if let Some(content_type) = content_type {
            headers
                .entry(http::header::CONTENT_TYPE)
                .or_insert(content_type);
        }
        Ok(request)
    }

    /// Where the request goes: path and query on the base, or the caller's whole URL.
    pub(crate) fn target(&self, base: &Url) -> Result<Url> {
        if self.is_absolute() {
            let text = self.path.first().map_or("", |(_, value)| value.as_str());
            return Url::parse(text)
                .map_err(|error| Error::usage("that is no valid URL").with_source(error));
        }
        let encoded;
        let (path, given) = match &self.address {
            Some(address) => address.split_once('?').unwrap_or((address.as_str(), "")),
            None => {
                encoded = encode::path(self.operation.path, &self.path)?;
                (encoded.as_str(), "")
            }
        };
        let mut target = base.clone();
        let prefix = base.path().trim_end_matches('/').to_owned();
        target.set_path(&format!("{prefix}{path}"));
        let set = encode::query(&self.query);
        let query = match (given.is_empty(), set.is_empty()) {
            (false, false) => format!("{given}&{set}"),
            (false, true) => given.to_owned(),
            (true, _) => set,
        };
        target.set_query((!query.is_empty()).then_some(query.as_str()));
        Ok(target)
    }

    /// Whether the caller gives the whole URL, so that no base and no credential apply.
    pub(crate) fn is_absolute(&self) -> bool {
        self.operation.path.starts_with('{')
    }

    fn content(&self) -> Result<(Option<HeaderValue>, Bytes)> {
        match self.operation.body {
            BodyKind::None => Ok((None, Bytes::new())),
            BodyKind::Json => {
                let text = serde_json::to_vec(&self.body).map_err(|error| {
                    Error::usage("the body cannot be written").with_source(error)
                })?;
                Ok((
                    Some(HeaderValue::from_static("application/json")),
                    text.into(),
                ))
            }
            BodyKind::Form => {
                let fields = self.body.clone().into_iter();
                let fields: Vec<_> = fields.map(|(name, value)| (name, plain(value))).collect();
                Ok((
                    Some(HeaderValue::from_static(
                        "application/x-www-form-urlencoded",
                    )),
                    encode::form(&fields).into(),
                ))
            }
            BodyKind::Binary => {
                let content = self.content.clone().unwrap_or_default();
                Ok((
                    Some(HeaderValue::from_static("application/octet-stream")),
                    content,
                ))
            }
            BodyKind::Multipart => {
                let file = self.content.as_ref().map(|bytes| multipart::File {
                    part: self
                        .operation
                        .params
                        .iter()
                        .find(|p| p.kind == Kind::Bytes)
                        .map_or("file", |p| p.name),
                    name: self.file_name.as_deref().unwrap_or("file"),
                    bytes,
                });
                multipart::encode(&self.body, file)
            }
        }
    }

    fn put(&mut self, name: &str, value: Value) {
        let Some(param) = self.param(name) else {
            return;
        };
        if value.is_null() {
            return self.clear(param);
        }
        let value = param.normal(value);
        if let Err(mistake) = self.check_filters(param, &value) {
            return self.blame(mistake);
        }
        if let (Kind::Time, Some(Err(error))) = (
            param.kind,
            value.as_str().map(str::parse::<crate::wire::Timestamp>),
        ) {
            return self.blame(format!("`{name}`: {error}"));
        }
        match param.place {
            Place::Body | Place::Part => {
                self.note_append(param.name);
                self.body.insert(param.name.to_owned(), value);
            }
            Place::Path => replace(&mut self.path, param.name, plain(value)),
            Place::Query => replace(&mut self.query, param.name.to_owned(), plain(value)),
            Place::Header => match HeaderValue::try_from(plain(value)) {
                Ok(value) => {
                    self.headers
                        .insert(HeaderName::from_static(param.name), value);
                }
                Err(_) => self.blame(format!("`{name}` holds characters a header cannot carry")),
            },
        }
    }

    /// What would be ignored, or refused without a reason, is refused here; so is a change without any condition,
    /// which would act on everything.
    fn check_filters(&self, param: &Param, value: &Value) -> Result<(), String> {
        let fields = self.operation.filter_fields;
        if fields.is_empty() || param.name != "filters" {
            return Ok(());
        }
        crate::filters::check(fields, value)?;
        if param.required && value.as_object().is_some_and(Map::is_empty) {
            return Err(
                "`filters` must say what is meant: without a condition everything is".to_owned(),
            );
        }
        Ok(())
    }

    /// Takes a body member that the service itself gave, unchecked.
    pub(crate) fn set_as_served(mut self, name: &str, value: Value) -> Self {
        self.body.insert(name.to_owned(), value);
        self
    }

    fn clear(&mut self, param: &'static Param) {
        self.path.retain(|(name, _)| *name != param.name);
        self.query.retain(|(name, _)| name != param.name);
        self.body.remove(param.name);
    }

    /// What the service appends makes the call one that must not be repeated.
    fn note_append(&mut self, name: &str) {
        if self.operation.appends.contains(&name) {
            self.idempotent = false;
        }
    }

    fn param(&mut self, name: &str) -> Option<&'static Param> {
        let found = self.operation.param(name);
        if found.is_none() {
            self.blame(self.unknown(name));
        }
        found
    }

    fn unknown(&self, name: &str) -> String {
        let known: Vec<_> = self
            .operation
            .params
            .iter()
            .map(|param| param.name)
            .collect();
        if known.is_empty() {
            return format!(
                "there is no input `{name}`: {} takes none",
                self.operation.id
            );
        }
        format!(
            "there is no input `{name}`; {} takes {}",
            self.operation.id,
            known.join(", ")
        )
    }

    fn blame(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }
}

impl std::fmt::Debug for Request {
    /// The operation and the names of what was set; values may be secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.query.iter().map(|(name, _)| name.as_str());
        let names: Vec<_> = names.chain(self.body.keys().map(String::as_str)).collect();
        write!(f, "Request({} {names:?})", self.operation.id)
    }
}

/// Headers that belong to the pipeline.
const RESERVED: &[&str] = &[
    "authorization",
    "host",
    "content-length",
    "transfer-encoding",
    "connection",
    "accept-encoding",
    "user-agent",
    "cookie",
];

fn method(method: Method) -> http::Method {
    match method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Patch => http::Method::PATCH,
        Method::Put => http::Method::PUT,
        Method::Delete => http::Method::DELETE,
    }
}

fn replace<K: PartialEq>(values: &mut Vec<(K, String)>, name: K, value: String) {
    match values.iter_mut().find(|(known, _)| *known == name) {
        Some(entry) => entry.1 = value,
        None => values.push((name, value)),
    }
}

/// A value outside a JSON body: text without quotes, lists joined by commas.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Array(values) => values.into_iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static UPDATE: Operation = Operation::patch("t.things.update", "/api/things/{thing_id}")
        .body(BodyKind::Json)
        .idempotent()
        .appends(&["comment"])
        .params(&[
            Param::path("thing_id"),
            Param::query("$top").kind(Kind::Integer),
            Param::body("status").kind(Kind::Enum(&["New", "InProgress"])),
            Param::body("comment"),
            Param::body("tags").kind(Kind::List),
            Param::body("since").kind(Kind::Time),
        ]);

    fn base() -> Url {
        Url::parse("https://api.example/root/").unwrap()
    }

    fn mistake(request: &Request) -> String {
        request.to_http(&base()).unwrap_err().message().to_owned()
    }

    fn update() -> Request {
        Request::new(&UPDATE).set("thing_id", "a b/c")
    }

    #[test]
    fn a_request_is_the_row_with_its_values() {
        let http = update()
            .set("status", "New")
            .set("$top", 5)
            .to_http(&base())
            .unwrap();
        assert_eq!(http.method(), "PATCH");
        assert_eq!(
            http.uri(),
            "https://api.example/root/api/things/a%20b%2Fc?$top=5"
        );
        assert_eq!(http.headers()["content-type"], "application/json");
        assert_eq!(&http.body()[..], br#"{"status":"New"}"#);
    }

    #[test]
    fn a_name_the_row_lacks_is_refused_with_those_it_has() {
        let text = mistake(&update().set("statsu", "New"));
        assert!(
            text.contains("`statsu`") && text.contains("status, comment"),
            "{text}"
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(
            mistake(&Request::new(&UPDATE).set("status", "New")),
            "`thing_id` is required"
        );
        assert!(mistake(&update()).contains("nothing to change"));
    }

    #[test]
    fn a_comment_takes_back_that_the_call_may_be_repeated() {
        assert!(update().set("status", "New").is_idempotent());
        assert!(!update().set("comment", "seen").is_idempotent());
    }

    #[test]
    fn text_is_read_as_the_row_says() {
        let request = update()
            .set_text("status", "inprogress")
            .set_text("tags", "a, b")
            .set_text("$top", "7");
        assert_eq!(
            request.body_value("status"),
            Some(&Value::from("InProgress"))
        );
        assert_eq!(
            request.body_value("tags"),
            Some(&Value::from(vec!["a", "b"]))
        );
        assert!(mistake(&update().set_text("$top", "many")).contains("whole number"));
    }

    #[test]
    fn an_undocumented_word_is_sent_as_it_is() {
        let request = update().set_text("status", "Paused");
        assert_eq!(request.body_value("status"), Some(&Value::from("Paused")));
    }

    #[test]
    fn what_is_no_time_is_refused_however_it_was_set() {
        assert!(mistake(&update().set("since", "soon")).contains("`soon` is not a time"));
        assert!(
            mistake(&update().set("since", crate::wire::Timestamp::from("soon")))
                .contains("not a time")
        );
        assert!(
            update()
                .set("since", "2026-01-31T09:30:00Z")
                .check()
                .is_ok()
        );
    }

    #[test]
    fn headers_of_the_pipeline_cannot_be_set() {
        assert!(mistake(&update().header("Authorization", "Bearer x")).contains("client itself"));
        assert!(mistake(&update().header("x", "a\nb")).contains("no valid header"));
    }

    #[test]
    fn a_form_is_made_of_the_body_inputs() {
        static SIGN_IN: Operation = Operation::post("t.sign_in", "/token")
            .body(BodyKind::Form)
            .params(&[Param::body("secret"), Param::body("days")]);
        let request = Request::new(&SIGN_IN).set("secret", "a+b").set("days", 5);
        let http = request.to_http(&base()).unwrap();
        let kind = &http.headers()["content-type"];
        assert_eq!(kind, "application/x-www-form-urlencoded");
        assert_eq!(&http.body()[..], b"days=5&secret=a%2Bb");
    }

    #[test]
    fn a_property_that_cannot_be_filtered_by_is_refused_unless_the_filter_is_raw() {
        static LIST: Operation = Operation::get("t.things.list", "/things")
            .filterable(&["riskScore", "lastSeen"])
            .params(&[Param::query("$filter")]);
        let list = |filter: Filter| Request::new(&LIST).filter(filter);
        let text = mistake(&list(
            Filter::eq("riskscore", "High").and(Filter::eq("title", "x")),
        ));
        assert!(
            text.contains("`title`") && text.contains("riskScore, lastSeen"),
            "{text}"
        );
        let text = mistake(&list(Filter::eq("riskScore eq 'a' or 1", 1)));
        assert!(text.contains("no property's name"), "{text}");
        let raw = list(Filter::raw("title eq 'a&b'").and(Filter::eq("lastSeen", 1)));
        let http = raw.to_http(&base()).unwrap();
        assert_eq!(
            http.uri().query(),
            Some("$filter=title%20eq%20%27a%26b%27%20and%20lastSeen%20eq%201")
        );
    }

    #[test]
    fn debug_shows_no_values() {
        let shown = format!("{:?}", update().set("comment", "canary"));
        assert!(!shown.contains("canary"), "{shown}");
    }

    #[test]
    fn an_operation_that_has_ended_names_its_successor() {
        static GONE: Operation = Operation::get("t.old.list", "/old").retired("use t.new.list");
        let error = Request::new(&GONE).to_http(&base()).unwrap_err();
        assert_eq!(error.kind(), crate::error::ErrorKind::Usage);
        assert_eq!(error.hint(), Some("use t.new.list"));
        assert!(Request::new(&GONE).allow_retired().to_http(&base()).is_ok());
    }
}
