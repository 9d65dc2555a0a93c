//! One connection to the redirect address: reads the authorization response and shows a page.
//!
//! The request comes from any program of this machine, so its size, time and number of headers are bounded, its `Host`
//! must be the loopback address, and its `state` must be the one of this sign-in. `httparse` reads the head.
//!
//! Source: RFC 8252, section 7.3; OAuth 2.0 Form Post Response Mode 1.0.

use std::collections::HashMap;
use std::time::Duration;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use crate::random::is_same;

/// How long a browser may take to send a request, and to take the page. Browsers open connections that stay silent.
const PATIENCE: Duration = Duration::from_secs(30);

/// Most bytes of a head, and of a body. An authorization code has a few kilobytes.
const LARGEST: usize = 64 * 1024;

/// Most headers of a request. Browsers send about twenty.
const MOST_HEADERS: usize = 100;

/// The values that a genuine authorization response has.
pub(super) struct Expected<'a> {
    /// The port of the listener, which `Host` must name.
    pub(super) port: u16,
    /// The path of the redirect URI; other paths are answered with 404.
    pub(super) path: &'a str,
    /// The state of this sign-in, compared in constant time.
    pub(super) state: &'a SecretString,
}

/// An authorization response.
pub(super) enum Answer {
    Code(SecretString),
    /// The `error` and the `error_description`.
    Refused(String, String),
}

/// A page: status, and the one sentence it shows. Nothing of the request is repeated on it.
type Page = (&'static str, &'static str);

const DONE: Page = (
    "200 OK",
    "The sign-in was handed to the program. You can close this page.",
);
const REFUSED: Page = (
    "200 OK",
    "The sign-in failed. The program shows the reason; you can close this page.",
);
const UNREADABLE: Page = (
    "400 Bad Request",
    "This request is not the answer to a sign-in.",
);
const FOREIGN: Page = (
    "400 Bad Request",
    "This answer belongs to another sign-in. Continue in the page that was opened last.",
);
const NOTHING: Page = ("404 Not Found", "There is nothing here.");
const WRONG_VERB: Page = (
    "405 Method Not Allowed",
    "This address only takes the answer to a sign-in.",
);
const TOO_LARGE: Page = (
    "413 Content Too Large",
    "This request is too large for the answer to a sign-in.",
);

/// Reads one request, shows a page, and returns the authorization response if the request was one.
pub(super) async fn talk<S>(mut stream: S, expected: &Expected<'_>) -> Option<Answer>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (page, answer) = match timeout(PATIENCE, read(&mut stream)).await {
        Ok(Ok(message)) => judge(&message, expected),
        Ok(Err(Some(page))) => (page, None),
        Ok(Err(None)) | Err(_) => return None,
    };
    // The answer counts even if the browser closed the connection before the page was sent.
    let _ = timeout(PATIENCE, show(&mut stream, page)).await;
    answer
}

/// The parts of a request that are used.
struct Message {
    method: String,
    path: String,
    host: Option<String>,
    /// The query of a GET, the body of a POST.
    form: Zeroizing<String>,
}

/// The head of a request, where its body begins, and how long it is.
struct Head {
    message: Message,
    end: usize,
    length: usize,
}

/// Reads one request. The error is the page that explains it, or `None` if the peer is gone.
async fn read<S: AsyncRead + Unpin>(stream: &mut S) -> Result<Message, Option<Page>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    let head = loop {
        more(stream, &mut bytes).await?;
        if let Some(head) = parse_head(&bytes)? {
            break head;
        }
    };
    let mut message = head.message;
    if message.method == "POST" {
        if head.length > LARGEST {
            return Err(Some(TOO_LARGE));
        }
        let end = head.end + head.length;
        while bytes.len() < end {
            more(stream, &mut bytes).await?;
        }
        let body = std::str::from_utf8(&bytes[head.end..end]).map_err(|_| UNREADABLE)?;
        message.form = Zeroizing::new(body.to_owned());
    }
    Ok(message)
}

/// Reads the next bytes; fails if the request is too large or the peer is gone.
async fn more<S: AsyncRead + Unpin>(
    stream: &mut S,
    bytes: &mut Zeroizing<Vec<u8>>,
) -> Result<(), Option<Page>> {
    if bytes.len() > 2 * LARGEST {
        return Err(Some(TOO_LARGE));
    }
    let mut chunk = Zeroizing::new([0; 4096]);
    match stream.read(&mut *chunk).await {
        Ok(0) | Err(_) => Err(None),
        Ok(count) => {
            bytes.extend_from_slice(&chunk[..count]);
            Ok(())
        }
    }
}

/// Parses the request line and the headers; `None` while they are incomplete.
fn parse_head(bytes: &[u8]) -> Result<Option<Head>, Page> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let end = match request.parse(bytes) {
        Ok(httparse::Status::Complete(end)) => end,
        Ok(httparse::Status::Partial) if bytes.len() > LARGEST => return Err(TOO_LARGE),
        Ok(httparse::Status::Partial) => return Ok(None),
        Err(httparse::Error::TooManyHeaders) => return Err(TOO_LARGE),
        Err(_) => return Err(UNREADABLE),
    };
    let head = head_of(&request, end).ok_or(UNREADABLE)?;
    Ok(Some(head))
}

/// Takes the used parts out of a complete head; `None` if it is not a request that a browser sends.
fn head_of(request: &httparse::Request<'_, '_>, end: usize) -> Option<Head> {
    let (method, target) = (request.method?, request.path?);
    if !target.starts_with('/') {
        return None;
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let (mut host, mut length) = (None, None);
    for header in request.headers.iter() {
        match header.name.to_ascii_lowercase().as_str() {
            "host" => {
                let value = std::str::from_utf8(header.value).ok()?;
                if host.replace(value.to_ascii_lowercase()).is_some() {
                    return None;
                }
            }
            "content-length" => {
                let digits = std::str::from_utf8(header.value).ok()?;
                if length.replace(digits.parse().ok()?).is_some() {
                    return None;
                }
            }
            // Browsers do not send forms in chunks.
            "transfer-encoding" => return None,
            _ => {}
        }
    }
    let message = Message {
        method: method.to_owned(),
        path: path.to_owned(),
        host,
        form: Zeroizing::new(query.to_owned()),
    };
    let length = length.unwrap_or(0);
    Some(Head {
        message,
        end,
        length,
    })
}

/// Chooses the page, and returns the authorization response if the request is the one of this sign-in.
fn judge(message: &Message, expected: &Expected<'_>) -> (Page, Option<Answer>) {
    let port = expected.port;
    // Against DNS rebinding: a foreign page whose name resolves to this machine sends its own name.
    let names = ["localhost", "127.0.0.1", "[::1]"];
    let is_here = |name| message.host.as_deref() == Some(&*format!("{name}:{port}"));
    if !names.into_iter().any(is_here) {
        return (UNREADABLE, None);
    }
    if message.path != expected.path {
        return (NOTHING, None);
    }
    if !matches!(message.method.as_str(), "GET" | "POST") {
        return (WRONG_VERB, None);
    }
    let Some(fields) = fields(&message.form) else {
        return (UNREADABLE, None);
    };
    let get = |name: &str| fields.get(name).map(|value| value.as_str());
    let Some(state) = get("state") else {
        return (UNREADABLE, None);
    };
    if !is_same(state, secrecy::ExposeSecret::expose_secret(expected.state)) {
        tracing::warn!("ignored the answer to another sign-in");
        return (FOREIGN, None);
    }
    match (get("error"), get("code")) {
        (Some(word), _) => {
            let description = get("error_description").unwrap_or_default();
            let refused = Answer::Refused(word.to_owned(), description.to_owned());
            (REFUSED, Some(refused))
        }
        (None, Some(code)) if !code.is_empty() => (DONE, Some(Answer::Code(code.into()))),
        _ => (UNREADABLE, None),
    }
}

/// The fields of a form; `None` if one is repeated, which RFC 6749 forbids.
fn fields(form: &str) -> Option<HashMap<String, Zeroizing<String>>> {
    let mut fields = HashMap::new();
    for (name, value) in url::form_urlencoded::parse(form.as_bytes()) {
        let value = Zeroizing::new(value.into_owned());
        if fields.insert(name.into_owned(), value).is_some() {
            return None;
        }
    }
    Some(fields)
}

/// Sends a page that is not cached and runs no scripts, and closes the connection.
async fn show<S: AsyncWrite + Unpin>(stream: &mut S, (status, text): Page) -> std::io::Result<()> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sign-in</title><p>{text}</p></html>\n"
    );
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
         cache-control: no-store\r\nreferrer-policy: no-referrer\r\ncontent-security-policy: default-src 'none'\r\n\
         x-content-type-options: nosniff\r\nconnection: close\r\n\r\n",
        page.len()
    );
    stream.write_all(format!("{head}{page}").as_bytes()).await?;
    stream.shutdown().await
}
