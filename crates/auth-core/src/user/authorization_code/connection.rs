//! One connection of a browser: as much HTTP as it takes to read an answer and to show a page.

use std::collections::HashMap;
use std::time::Duration;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

use crate::random::is_same;

/// How long a browser may take over a request. A connection that was opened on suspicion sends none.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most that a request may have. A code has some kilobytes at most.
const LARGEST: usize = 64 * 1024;

/// What the browser's answer has to fit.
pub(super) struct Expected<'a> {
    pub(super) port: u16,
    pub(super) path: &'a str,
    pub(super) state: &'a SecretString,
}

/// What the sign-in page has to say.
pub(super) enum Answer {
    Code(SecretString),
    /// The OAuth word, and its description.
    Refused(String, String),
}

/// A page: status, and the one sentence it shows. Nothing that came in is repeated on it.
type Page = (&'static str, &'static str);

const DONE: Page = (
    "200 OK",
    "The sign-in was handed to the program. You can close this page.",
);
const REFUSED: Page = (
    "200 OK",
    "The sign-in did not take place. The program says why; you can close this page.",
);
const UNREADABLE: Page = ("400 Bad Request", "This is no answer to a sign-in.");
const FOREIGN: Page = (
    "400 Bad Request",
    "This answer belongs to another sign-in. Go on in the page that was opened last.",
);
const NOTHING: Page = ("404 Not Found", "There is nothing here.");
const WRONG_VERB: Page = (
    "405 Method Not Allowed",
    "This address is for the answer of a sign-in.",
);
const TOO_LARGE: Page = (
    "413 Content Too Large",
    "This is too much for an answer to a sign-in.",
);

/// Reads a request, shows a page, and hands on the answer if it was one.
pub(super) async fn talk<S>(mut stream: S, expected: &Expected<'_>) -> Option<Answer>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (page, answer) = match timeout(PATIENCE, read(&mut stream)).await {
        Ok(Ok(message)) => judge(&message, expected),
        Ok(Err(Some(page))) => (page, None),
        Ok(Err(None)) | Err(_) => return None,
    };
    // An answer counts even where the browser has gone without waiting for its page.
    let _ = timeout(PATIENCE, show(&mut stream, page)).await;
    answer
}

/// A request, as far as it matters.
struct Message {
    method: String,
    path: String,
    host: Option<String>,
    /// The query of a GET, the body of a POST.
    form: Zeroizing<String>,
}

/// Reads one request; the page that says what is wrong with it, or nothing where nobody is there to see one.
async fn read<S: AsyncRead + Unpin>(stream: &mut S) -> Result<Message, Option<Page>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    let head_end = loop {
        if let Some(end) = find(&bytes, b"\r\n\r\n") {
            break end;
        }
        more(stream, &mut bytes).await?;
    };
    let (mut message, length) = {
        let head = std::str::from_utf8(&bytes[..head_end]).map_err(|_| UNREADABLE)?;
        head_of(head).ok_or(UNREADABLE)?
    };
    if message.method == "POST" {
        let begin = head_end + 4;
        if length > LARGEST {
            return Err(Some(TOO_LARGE));
        }
        while bytes.len() < begin + length {
            more(stream, &mut bytes).await?;
        }
        let body = std::str::from_utf8(&bytes[begin..begin + length]).map_err(|_| UNREADABLE)?;
        message.form = Zeroizing::new(body.to_owned());
    }
    Ok(message)
}

async fn more<S: AsyncRead + Unpin>(
    stream: &mut S,
    bytes: &mut Zeroizing<Vec<u8>>,
) -> Result<(), Option<Page>> {
    if bytes.len() > LARGEST {
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

/// The first line and the headers, and how long the body is.
fn head_of(head: &str) -> Option<(Message, usize)> {
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !version.starts_with("HTTP/1.") || !target.starts_with('/') {
        return None;
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut message = Message {
        method: method.to_owned(),
        path: path.to_owned(),
        host: None,
        form: Zeroizing::new(query.to_owned()),
    };
    let mut length = 0;
    for line in lines {
        let (name, value) = line.split_once(':')?;
        match name.to_ascii_lowercase().as_str() {
            "host" => message.host = Some(value.trim().to_ascii_lowercase()),
            "content-length" => length = value.trim().parse().ok()?,
            // No browser sends a form in pieces.
            "transfer-encoding" => return None,
            _ => {}
        }
    }
    Some((message, length))
}

/// What to show, and the answer if it is one that belongs here.
fn judge(message: &Message, expected: &Expected<'_>) -> (Page, Option<Answer>) {
    let port = expected.port;
    // A page elsewhere that has made its own name mean this machine sends that name.
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
        tracing::warn!("an answer to another sign-in was passed over");
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

/// The fields of a form, of which each may be there once.
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

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
