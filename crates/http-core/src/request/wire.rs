//! A request as it goes over the wire.

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use url::Url;

use super::{Request, encode, multipart, plain};
use crate::error::{Error, Result};
use crate::operation::{BodyKind, Kind, Method};

impl Request {
    /// The request as it goes over the wire, put on a base URL. Pure: the same input gives the same bytes.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) naming the input that is missing or cannot be right, or what took
    /// the place of an operation that is [retired](crate::Operation::retired).
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
            Error::usage("the inputs make no valid address")
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

    /// Whether the caller gives the whole URL, so that no base and no credential apply.
    pub(crate) fn is_absolute(&self) -> bool {
        self.operation.http.path.starts_with('{')
    }

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
    }
}
