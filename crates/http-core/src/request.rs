//! A request as data: put together, checked and encoded without I/O.
//!
//! A [`Request`] is an [`Operation`] with the values of its inputs. The operation says where an input
//! goes (path, query, header, body), of which kind it is and which values it takes, so that one set of
//! methods serves every operation, and a mistake is found before anything is sent.
//!
//! | module | holds |
//! | --- | --- |
//! | `set` | the setters of inputs |
//! | `options` | timeout, retries and headers of a single call |
//! | `ask` | which part of a list, in which order |
//! | `check` | missing and invalid inputs |
//! | `encode`, `multipart` | values in paths, queries and forms |
//! | `wire` | the HTTP request |
//! | `odata` | filters that values cannot break out of |
//! | `content` | files read in pieces |
//!
//! The same request on the same base gives the same bytes, except for the boundary of multipart forms.

mod ask;
mod check;
pub(crate) mod content;
mod encode;
mod multipart;
pub mod odata;
mod options;
mod set;
mod wire;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value};

use crate::list::continuation::Continuation;
use crate::operation::Operation;
use crate::request::odata::Filter;
pub(crate) use crate::request::options::CallOptions;

/// One call of an [`Operation`] with the values of its inputs.
///
/// Setters never fail: the first mistake is kept and reported by [`check`](Request::check),
/// [`to_http`](Request::to_http) and by sending, so chains need no `?`. `Debug` shows the names of the
/// inputs that are set, never their values.
///
/// ```
/// use http_core::{Kind, Operation, Param, Request, Url};
///
/// static LIST: Operation = Operation::get("example.things.list", "/api/{owner}/things").inputs(&[
///     Param::path("owner"),
///     Param::query("$filter"),
///     Param::query("$top").kind(Kind::Integer),
/// ]);
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let request = Request::new(&LIST)
///     .set("owner", "a/b")
///     .set("$top", 5)
///     .filter("size gt 1");
/// let http = request.to_http(&Url::parse("https://api.example.com")?)?;
/// assert_eq!(
///     http.uri(),
///     "https://api.example.com/api/a%2Fb/things?$top=5&$filter=size%20gt%201"
/// );
///
/// let error = Request::new(&LIST).set("ownr", "x").check().unwrap_err();
/// assert!(error.message().contains("owner, $filter, $top"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Request {
    operation: &'static Operation,
    /// Values for the braces of the path, not encoded.
    path: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Map<String, Value>,
    /// Bytes of the binary input, sent as the body or as the file of a form.
    content: Option<Bytes>,
    file_name: Option<String>,
    /// Encoded path and query that replace the operation's path.
    address: Option<String>,
    idempotent: bool,
    allow_retired: bool,
    continuation: Option<Continuation>,
    pub(crate) options: CallOptions,
    /// The first mistake of a setter.
    mistake: Option<String>,
}

impl Request {
    /// A call of an operation. Inputs that allow a single value are set to it; nothing else is.
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
            idempotent: operation.conduct.idempotent,
            allow_retired: false,
            continuation: None,
            options: CallOptions::default(),
            mistake: None,
        };
        let constants = operation.inputs.iter();
        let constants = constants.filter(|param| !param.constant.is_empty());
        constants.fold(request, |request, param| {
            request.set_text(param.name, param.constant)
        })
    }

    /// The operation of the call.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the call may be repeated when its outcome is unknown. Defaults to
    /// [`Conduct::idempotent`](crate::Conduct::idempotent); false once an input is set that the service
    /// appends, such as a comment.
    pub fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    /// Overrides whether the call may be repeated when its outcome is unknown. Set it only if repeating
    /// does no harm: isolating a device twice starts two actions.
    #[must_use]
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = yes;
        self
    }

    /// Sends the request although the vendor has [retired](Operation::retired) the operation. Some
    /// clouds keep an operation longer than others.
    #[must_use]
    pub fn allow_retired(mut self) -> Self {
        self.allow_retired = true;
        self
    }

    /// Starts a list where an earlier reading stopped. All other inputs must be set as they were then.
    /// Ignored by operations that return no list.
    #[must_use]
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.continuation = Some(continuation.clone());
        self
    }

    /// Takes the place where the list starts, `None` for its first page.
    pub(crate) fn take_continuation(&mut self) -> Option<Continuation> {
        self.continuation.take()
    }

    /// Sets `$filter`.
    ///
    /// A property that the operation does not document as filterable is a mistake: services ignore some
    /// of them and return everything. The documents are incomplete; [`Filter::raw`] skips the check.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter = filter.into();
        let known = self.operation.list.filterable;
        for property in filter.properties() {
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | '@');
            let is_known = known.is_empty()
                || known
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(property));
            if property.is_empty() || !property.chars().all(is_name) {
                self.blame(format!("invalid property name `{property}`"));
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

    /// Asks for the answer without compression. Downloads need it: ranges count stored bytes.
    pub(crate) fn unpacked(mut self) -> Self {
        let identity = HeaderValue::from_static("identity");
        self.headers.insert(http::header::ACCEPT_ENCODING, identity);
        self
    }

    /// Replaces the operation's path with this path and query, which must be encoded.
    pub(crate) fn at(mut self, path_and_query: String) -> Self {
        self.address = Some(path_and_query);
        self
    }

    /// Value of an input in the path. `None` if it is not set or goes elsewhere.
    pub fn path_value(&self, name: &str) -> Option<&str> {
        let mut values = self.path.iter();
        let found = values.find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Value of an input in the query, as text. `None` if it is not set or goes elsewhere.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Value of a member of the body. `None` if it is not set or goes elsewhere.
    pub fn body_value(&self, name: &str) -> Option<&Value> {
        self.body.get(name)
    }
}

impl std::fmt::Debug for Request {
    /// Shows the operation and the names of the inputs. Values may be secrets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.query.iter().map(|(name, _)| name.as_str());
        let names: Vec<_> = names.chain(self.body.keys().map(String::as_str)).collect();
        write!(f, "Request({} {names:?})", self.operation.id)
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
mod tests;
