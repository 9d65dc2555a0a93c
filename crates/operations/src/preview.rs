//! A request as it would be sent, for a dry run.
//!
//! A preview is made of the same [`Request`] that would be sent, with the same path, query and body. It has no headers:
//! those hold the token. Nothing is sent and no token is requested, so a preview works without a sign-in.

use std::path::Path;

use http_core::{Request, Result, Url, Value};
use serde_json::json;

/// A request as it would be sent, for a dry run. Printed as [JSON](Self::to_json) or as [lines](Self::lines).
///
/// ```
/// use http_core::{Operation, Param, Request, Url};
/// use operations::Preview;
///
/// static GET: Operation = Operation::get("x.alerts.get", "/api/alerts/{id}").inputs(&[Param::path("id")]);
///
/// let base = Url::parse("https://x.example").expect("a URL");
/// let preview = Preview::of(&Request::new(&GET).set("id", "7"), &base, &[])?;
/// assert_eq!(preview.lines(), ["GET https://x.example/api/alerts/7"]);
/// # Ok::<(), http_core::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Preview {
    /// The method in capitals, such as `POST`.
    pub method: String,
    /// The whole URL with its query, percent-encoded as on the wire.
    pub url: String,
    /// The body as it is sent: JSON, a form or a file. Empty if there is none.
    pub body: Vec<u8>,
    /// The paths of the files that the answer would be written to.
    pub writes: Vec<String>,
}

impl Preview {
    /// The request at a base URL, and the files that its answer is written to.
    ///
    /// # Errors
    /// Returns the errors of [`Request::to_http`], for example for a missing input.
    pub fn of(request: &Request, base: &Url, writes: &[&Path]) -> Result<Self> {
        let http = request.to_http(base)?;
        let writes = writes.iter().map(|path| path.display().to_string());
        Ok(Self {
            method: http.method().as_str().to_owned(),
            url: http.uri().to_string(),
            body: http.body().to_vec(),
            writes: writes.collect(),
        })
    }

    /// An object with `method`, `url`, `body` and, if there are any, `writes`. A body that is not JSON is given by its
    /// size.
    pub fn to_json(&self) -> Value {
        let body = match &self.body[..] {
            [] => Value::Null,
            body => serde_json::from_slice(body).unwrap_or_else(|_| Value::from(size(body))),
        };
        let mut object = json!({"method": self.method, "url": self.url, "body": body});
        if !self.writes.is_empty() {
            object["writes"] = self.writes.clone().into();
        }
        object
    }

    /// Lines for a person. A body that is not UTF-8 is given by its size.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("{} {}", self.method, self.url)];
        match std::str::from_utf8(&self.body) {
            Ok("") => {}
            Ok(text) => lines.push(text.to_owned()),
            Err(_) => lines.push(size(&self.body)),
        }
        lines.extend(self.writes.iter().map(|path| format!("writes {path}")));
        lines
    }
}

/// Stands for a body that cannot be shown.
fn size(body: &[u8]) -> String {
    format!("({} bytes)", body.len())
}
