//! Reads answers: ids, delays, and errors in every shape that services and gateways send.
//!
//! | sender | error body |
//! | --- | --- |
//! | Defender for Endpoint, Defender XDR | `{"error": {"code", "message", "target"}}`; `target` is the id |
//! | their OData parsers | the same with an empty `code` and without `target` |
//! | Microsoft Graph | `{"error": {"code", "message", "innerError": {"request-id"}}}` |
//! | Defender for Cloud Apps | `{"detail", "correlation_id"}`, or `{"error": true, "filters": [...]}` |
//! | Microsoft Entra ID | `{"error", "error_description", "correlation_id"}` |
//! | RFC 9457 | `{"title", "detail"}` |
//! | Azure Storage | XML with `Code`, `Message`, `AuthenticationErrorDetail` |
//! | gateways and proxies | HTML, or nothing |
//!
//! One lenient reader takes them all. It looks at the members made for codes, messages and ids, and at
//! nothing else: the rest of a body may be customer data. If it finds no message, the error describes the
//! body by type and size without quoting it.
//!
//! | module | holds |
//! | --- | --- |
//! | `retry_after` | the delay that an answer asks for |
//! | `advice` | hints for errors |
//! | `documented` | whether a successful answer is one |
//! | `syntax` | a JSON checker, and the mending of text |
//! | `other_text` | what an answer is that is not JSON |
//! | `wording` | how a service words its errors, as data |

mod advice;
pub(crate) mod documented;
pub(crate) mod other_text;
pub(crate) mod retry_after;
pub(crate) mod syntax;
pub(crate) mod wording;

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::Instant;

use self::advice::{hint, redirected_to};
use crate::error::{Error, ErrorKind, Result};
use crate::operation::Operation;
use crate::redact;
use crate::response::retry_after::{delay_in_words, retry_after};
use crate::response::wording::ErrorWording;
use crate::transport::body::Body;
use crate::wire::decode;

/// An answer with its whole body. `Debug` shows its size only.
///
/// ```
/// # #[cfg(feature = "testing")] {
/// use http_core::testing::{Script, Step};
/// use http_core::{Operation, Request, Value};
///
/// static GET: Operation = Operation::get("example.things.get", "/things/1");
///
/// # async fn run() -> http_core::Result<()> {
/// let step = Step::new(200, r#"{"name": "one"}"#).header("request-id", "5f0c");
/// let response = Script::new([step]).client()?.send_response(Request::new(&GET)).await?;
/// assert_eq!(response.request_id().as_deref(), Some("5f0c"));
/// assert_eq!(response.decode::<Value>()?["name"], "one");
/// # Ok(())
/// # }
/// # tokio::runtime::Runtime::new().unwrap().block_on(run()).unwrap();
/// # }
/// ```
#[derive(Clone)]
pub struct Response {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Response {
    pub(crate) fn new(head: http::response::Parts, body: Bytes) -> Self {
        Self {
            status: head.status,
            headers: head.headers,
            body,
        }
    }

    /// The HTTP status. From [`Client::send_any`](crate::Client::send_any) it may be any.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers. `Content-Encoding` describes the bytes on the wire, not [`body`](Self::body).
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The id to quote to the service's support, from the headers.
    pub fn request_id(&self) -> Option<String> {
        request_id(&self.headers)
    }

    /// The delay that `Retry-After` asks for; see [`retry_after`](crate::retry_after).
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.headers)
    }

    /// The body after gzip is undone. Text that JSON does not allow may have been mended.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Decodes the body as JSON.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] with the path of the member that has another type, or for an empty body.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T> {
        if self.body.is_empty() {
            return Err(Error::decode("the answer has no body").with_request_id(self.request_id()));
        }
        decode(&self.body).map_err(|error| error.with_request_id(self.request_id()))
    }
}

impl fmt::Debug for Response {
    /// Shows the size of the body only: it is customer data and may hold signed addresses.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Headers with the id of a call, the most useful first.
const REQUEST_IDS: &[&str] = &[
    "request-id",
    "x-ms-request-id",
    "client-request-id",
    "x-correlation-id",
];

/// The header `Date`.
pub(crate) fn date(headers: &HeaderMap) -> Option<SystemTime> {
    let text = headers.get(header::DATE)?.to_str().ok()?;
    httpdate::parse_http_date(text).ok()
}

/// The id of a call by its headers.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<String> {
    let found = REQUEST_IDS.iter().find_map(|name| headers.get(*name))?;
    found.to_str().ok().map(str::to_owned)
}

/// Maximum number of bytes of an error body; the page of a gateway may have any size.
const MAX_ERROR_BYTES: usize = 64 * 1024;

/// An answer outside 2xx, read and parsed.
///
/// Not an [`Error`] yet: the call decides by status and delay whether to retry, and most never become one.
pub(crate) struct ErrorResponse {
    pub(crate) status: StatusCode,
    /// The delay that the answer asks for, in a header or in words.
    pub(crate) delay: Option<Duration>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// Text to search for delays and quotas. May be a whole body: never show it.
    pub(crate) text: String,
    code: Option<String>,
    /// Hint for the code, from the wording of the service.
    meaning: Option<String>,
    message: String,
    /// The id in the body, used if no header has one.
    target: Option<String>,
}

impl ErrorResponse {
    /// Reads the body up to the deadline and [`MAX_ERROR_BYTES`]. A body that breaks off is used as far
    /// as it came: the status is the answer.
    pub(crate) async fn read(
        head: http::response::Parts,
        mut body: Body,
        deadline: Instant,
        wording: &ErrorWording,
    ) -> Self {
        let mut text = Vec::new();
        while let Ok(Some(Ok(chunk))) = tokio::time::timeout_at(deadline, body.chunk()).await {
            text.extend_from_slice(&chunk);
            if text.len() > MAX_ERROR_BYTES {
                text.truncate(MAX_ERROR_BYTES);
                break;
            }
        }
        Self::new(head, text, wording)
    }

    fn new(head: http::response::Parts, text: Vec<u8>, wording: &ErrorWording) -> Self {
        let parsed = ParsedError::from_body(&text);
        let message = parsed.message.as_deref().map(redact::text);
        let words = message
            .clone()
            .unwrap_or_else(|| shorten(&String::from_utf8_lossy(&text)));
        let delay = retry_after(&head.headers).or_else(|| {
            (head.status == StatusCode::TOO_MANY_REQUESTS)
                .then(|| delay_in_words(&words, wording.delay_before))
                .flatten()
        });
        let message = match redirected_to(head.status, &head.headers) {
            Some(place) => format!("the answer leads to `{}`", redact::url(&place)),
            None => message.unwrap_or_else(|| undisclosed(&head.headers, &text)),
        };
        Self {
            status: head.status,
            delay,
            headers: head.headers,
            body: text.into(),
            text: words,
            meaning: wording.hint(parsed.code.as_deref()),
            code: parsed.code.as_deref().map(redact::text),
            message,
            target: parsed.request_id,
        }
    }

    /// The answer as it came, for a caller that reads answers of any status.
    pub(crate) fn into_answer(self) -> (http::response::Parts, Body) {
        let mut answer = http::Response::new(self.body.into());
        *answer.status_mut() = self.status;
        *answer.headers_mut() = self.headers;
        answer.into_parts()
    }

    /// The error for the caller. `identity` is the description of the credential in use.
    pub(crate) fn into_error(self, operation: &'static Operation, identity: Option<&str>) -> Error {
        let kind = kind(self.status);
        let hint = hint(&self, kind, operation, identity);
        let error = Error::new(kind, self.message)
            .with_operation(operation)
            .with_status(self.status)
            .with_code(self.code)
            .with_retry_after(self.delay)
            .with_date(date(&self.headers))
            .with_request_id(request_id(&self.headers).or(self.target));
        match hint {
            Some(hint) => error.with_hint(hint),
            None => error,
        }
    }
}

/// The kind of error for a status. Redirects count as refused: none is followed.
fn kind(status: StatusCode) -> ErrorKind {
    match status.as_u16() {
        401 => ErrorKind::Unauthenticated,
        403 => ErrorKind::Denied,
        404 => ErrorKind::NotFound,
        429 => ErrorKind::Throttled,
        500.. => ErrorKind::Service,
        _ => ErrorKind::Refused,
    }
}

/// Code, message and id of an error body.
#[derive(Default)]
struct ParsedError {
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
}

impl ParsedError {
    /// Reads a body of any type. A byte order mark is skipped.
    fn from_body(body: &[u8]) -> Self {
        let text = String::from_utf8_lossy(body);
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Self::default();
        }
        match serde_json::from_str::<Value>(text) {
            Ok(value) => Self::from_json(&value),
            Err(_) if text.starts_with('<') => Self::from_markup(text),
            Err(_) => Self::default(),
        }
    }

    /// Reads JSON in all shapes of the table at the head of this module.
    fn from_json(value: &Value) -> Self {
        let error = value
            .get("error")
            .filter(|error| error.is_object())
            .unwrap_or(value);
        let member = |names: &[&str]| {
            let found = names
                .iter()
                .find_map(|name| error.get(*name))
                .and_then(Value::as_str);
            found.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let inner = error.get("innerError").or_else(|| error.get("innererror"));
        let inner_id = inner
            .and_then(|inner| inner.get("request-id").or_else(|| inner.get("requestId")))
            .and_then(Value::as_str)
            .map(str::to_owned);
        let message = member(&[
            "message",
            "error_description",
            "detail",
            "Message",
            "title",
            "error",
        ]);
        Self {
            code: member(&["code", "errorMessageCode", "Code"]).map(|code| shorten(&code)),
            message: message.as_deref().map(shorten),
            request_id: inner_id.or_else(|| member(&["target", "correlation_id"])),
        }
    }

    /// Reads the page of a gateway, or the XML of a storage host. Of a page only the title is taken.
    fn from_markup(text: &str) -> Self {
        let element = |name: &str| {
            let (_, after) = text.split_once(&format!("<{name}>"))?;
            let (inner, _) = after.split_once(&format!("</{name}>"))?;
            Some(shorten(inner.trim())).filter(|inner| !inner.is_empty())
        };
        let message = element("AuthenticationErrorDetail")
            .or_else(|| element("Message"))
            .or_else(|| element("title"))
            .or_else(|| element("h1"));
        let message = message.map(|message| format!("not JSON but a page: {message}"));
        Self {
            code: element("Code"),
            message,
            request_id: element("RequestId"),
        }
    }
}

/// Describes a body without a message by type and size, or by the names of its members. Quotes no value.
fn undisclosed(headers: &HeaderMap, body: &[u8]) -> String {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if text.trim_ascii().is_empty() {
        return "the answer has no body".to_owned();
    }
    if let Ok(Value::Object(members)) = serde_json::from_slice(text) {
        let is_plain = |name: &&String| {
            name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        };
        let names: Vec<_> = members.keys().filter(is_plain).take(5).collect();
        let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        return format!(
            "the answer holds no message, only the members {}",
            names.join(", ")
        );
    }
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b"/.+-".contains(&b);
    let kind = match kind {
        "" => "an unnamed type",
        kind if kind.len() <= 60 && kind.bytes().all(is_name) => kind,
        _ => "an odd type",
    };
    format!("the answer is not JSON but {} bytes of {kind}", body.len())
}

/// The text as one line of at most 300 characters.
fn shorten(text: &str) -> String {
    let line: Vec<_> = text.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::wording::ServiceCode;

    fn said(body: &str) -> (Option<String>, Option<String>, Option<String>) {
        let parsed = ParsedError::from_body(body.as_bytes());
        (parsed.code, parsed.message, parsed.request_id)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn the_documented_shapes_are_read() {
        let endpoint = r#"{"error":{"code":"ResourceNotFound","message":"Machine m was not found","target":"8f2c"}}"#;
        assert_eq!(
            said(endpoint),
            (
                some("ResourceNotFound"),
                some("Machine m was not found"),
                some("8f2c")
            )
        );
        let graph =
            r#"{"error":{"code":"Forbidden","message":"no","innerError":{"request-id":"77"}}}"#;
        assert_eq!(said(graph), (some("Forbidden"), some("no"), some("77")));
        let apps = r#"{"detail":"Insufficient role based permissions","correlation_id":"c1"}"#;
        assert_eq!(
            said(apps),
            (
                None,
                some("Insufficient role based permissions"),
                some("c1")
            )
        );
        let odata = r#"{"error":{"code":"","message":"The query is not valid.","details":[]}}"#;
        assert_eq!(said(odata), (None, some("The query is not valid."), None));
    }

    #[test]
    fn pages_xml_and_nothing_survive() {
        let page = "<html><head><title>502 Bad Gateway</title></head><body>…</body></html>";
        assert_eq!(said(page).1, some("not JSON but a page: 502 Bad Gateway"));
        let xml = "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>Server failed.\nRequestId:1</Message></Error>";
        assert_eq!(said(xml).0, some("AuthenticationFailed"));
        assert_eq!(said("  "), (None, None, None));
        // A member may be text where others have an object.
        assert_eq!(said(r#"{"error":"no such file"}"#).1, some("no such file"));
    }

    #[test]
    fn a_body_of_any_size_becomes_one_short_line() {
        let body = format!("{{\"message\":\"{}\"}}", "lots of text\\n".repeat(10_000));
        let message = said(&body).1.unwrap();
        assert!(message.len() < 400 && !message.contains('\n'));
    }

    fn refused(status: u16, headers: &[(header::HeaderName, &'static str)], body: &str) -> Error {
        static LIST: Operation = Operation::get("t.list", "/t").filterable(&["riskScore"]);
        let mut answer = http::Response::builder().status(status);
        for (name, value) in headers {
            answer = answer.header(name, *value);
        }
        let (head, ()) = answer.body(()).unwrap().into_parts();
        ErrorResponse::new(head, body.as_bytes().to_vec(), &ErrorWording::default())
            .into_error(&LIST, None)
    }

    #[test]
    fn no_error_shows_a_body() {
        let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
        let odd = [(header::CONTENT_TYPE, "canary canary")];
        for (headers, body, expected) in [
            (&text[..], "canary", "not JSON but 6 bytes of text/plain"),
            (&odd[..], "canary", "6 bytes of an odd type"),
            (&[][..], "<html><p>canary", "15 bytes of an unnamed type"),
            (
                &[][..],
                r#"{"name":"canary","x y":1}"#,
                "only the members `name`",
            ),
            (&[][..], r#"["canary"]"#, "10 bytes"),
            (&[][..], r#""canary""#, "8 bytes"),
        ] {
            let error = refused(400, headers, body);
            let shown = format!("{error} {error:?}");
            assert!(shown.contains(expected), "{shown}");
            assert!(!shown.contains("canary"), "{shown}");
        }
    }

    #[test]
    fn advice_fits_the_status() {
        let hint = |status| refused(status, &[], "").hint().map(str::to_owned);
        assert!(hint(400).unwrap().contains("$filter may name riskScore"));
        assert!(hint(407).unwrap().contains("HTTPS_PROXY"));
        assert!(hint(451).unwrap().contains("filter of the network"));
        for status in [
            302, 307, 402, 405, 406, 407, 409, 413, 415, 418, 429, 451, 500,
        ] {
            let hint = hint(status).unwrap_or_default();
            assert!(!hint.contains("$filter"), "{status}: {hint}");
        }
    }

    #[test]
    fn a_redirect_says_where_it_leads_and_what_that_is() {
        let place = "https://login.contoso.example/common/oauth2?code=canary&state=canary";
        let error = refused(
            302,
            &[(header::LOCATION, place)],
            "<title>Object moved</title>",
        );
        let message = error.to_string();
        assert!(message.contains("leads to `https://login.contoso.example/common/oauth2"));
        assert!(!message.contains("canary"), "{message}");
        assert!(error.hint().unwrap().contains("a sign-in page answered"));
        let error = refused(308, &[(header::LOCATION, "https://other.example/api")], "");
        assert!(error.hint().unwrap().contains("redirects are not followed"));
    }

    const WORDING: ErrorWording = ErrorWording::new(&[
        ServiceCode::new("InvalidLicense", "the tenant has no licence", "assign one"),
        ServiceCode::new("InvalidHashValue", "", "give a SHA-1"),
    ]);

    fn hint_of(status: u16, code: &str) -> Option<String> {
        static LIST: Operation = Operation::get("t.list", "/t").permissions(&["T.Read.All"], &[]);
        let response = ErrorResponse {
            status: StatusCode::from_u16(status).unwrap(),
            delay: None,
            headers: HeaderMap::new(),
            body: Bytes::new(),
            code: Some(code.to_owned()),
            meaning: WORDING.hint(Some(code)),
            message: String::new(),
            text: String::new(),
            target: None,
        };
        hint(&response, kind(response.status), &LIST, None)
    }

    #[test]
    fn a_code_that_says_more_than_the_status_is_explained() {
        let licence = hint_of(403, "InvalidLicense").unwrap();
        assert_eq!(licence, "the tenant has no licence: assign one");
        assert_eq!(hint_of(400, "invalidhashvalue").unwrap(), "give a SHA-1");
        assert!(hint_of(403, "Forbidden").unwrap().contains("T.Read.All"));
    }
}
