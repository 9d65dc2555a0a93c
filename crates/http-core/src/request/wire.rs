//! The HTTP request of a [`Request`].
//!
//! The address is the path of the base, then the operation's path with its values, then the query. The
//! body depends on [`BodyKind`]. Headers of the operation come first, so that those of the caller
//! replace them; the pipeline adds its own later.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use url::Url;

use super::{Request, encode, multipart, plain};
use crate::error::{Error, Result};
use crate::operation::{BodyKind, Kind, Method};

impl Request {
    /// Builds the HTTP request on a base URL, without credential and pipeline headers. Does no I/O.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input that is missing or invalid, or, in
    /// the hint, the successor of a [retired](crate::Operation::retired) operation.
    pub fn to_http(&self, base: &Url) -> Result<http::Request<Bytes>> {
        self.check()?;
        self.check_retired()?;
        let target = self
            .target(base)
            .map_err(|error| error.with_operation(self.operation))?;
        let (content_type, body) = self.content()?;
        let mut request = http::Request::new(body);
        *request.method_mut() = method(self.operation.http.method);
        *request.uri_mut() = target.as_str().parse().map_err(|error| {
            Error::usage("the inputs give an invalid address")
                .with_source(error)
                .with_operation(self.operation)
        })?;
        let headers = request.headers_mut();
        for header in self.operation.http.headers {
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

    /// The address: path and query on the base, or the whole URL that the caller gives.
    ///
    /// # Errors
    /// `Usage` for an invalid value of the path or an invalid URL.
    pub(crate) fn target(&self, base: &Url) -> Result<Url> {
        if self.is_absolute() {
            let text = self.path.first().map_or("", |(_, value)| value.as_str());
            return Url::parse(text)
                .map_err(|error| Error::usage("invalid URL").with_source(error));
        }
        let encoded;
        let (path, given) = match &self.address {
            Some(address) => address.split_once('?').unwrap_or((address.as_str(), "")),
            None => {
                encoded = encode::path(self.operation.http.path, &self.path)?;
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

    /// Whether the caller gives the whole URL: the path of such operations is a single input. The base
    /// does not apply, and a client with a credential rejects the call.
    pub(crate) fn is_absolute(&self) -> bool {
        self.operation.http.path.starts_with('{')
    }

    /// The body with its `Content-Type`.
    fn content(&self) -> Result<(Option<HeaderValue>, Bytes)> {
        match self.operation.http.body {
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
                        .inputs
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
}

fn method(method: Method) -> http::Method {
    match method {
        Method::Get => http::Method::GET,
        Method::Post => http::Method::POST,
        Method::Patch => http::Method::PATCH,
        Method::Put => http::Method::PUT,
        Method::Delete => http::Method::DELETE,
        Method::Head => http::Method::HEAD,
        Method::Options => http::Method::OPTIONS,
    }
}
