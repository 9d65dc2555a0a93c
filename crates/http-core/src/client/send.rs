//! Sending a request, by what the caller needs of the answer.
//!
//! | method | answer |
//! | --- | --- |
//! | [`send`](Client::send) | decoded from JSON |
//! | [`send_scalar`](Client::send_scalar) | a single value, decoded |
//! | [`send_response`](Client::send_response) | status, headers and body |
//! | [`send_empty`](Client::send_empty) | dropped after the checks |
//! | [`send_any`](Client::send_any) | any status, unchecked |
//! | [`download`](Client::download) | body as a stream, unchecked |
//!
//! All but the last two check a successful answer before they return it. Proxies answer with sign-in
//! pages and status 200, and bulk changes answer 200 although items failed; a caller that trusts the
//! status would report a device as isolated although it is not.

use std::sync::atomic::Ordering;
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::pipeline::call::{Call, Reading};
use crate::request::Request;
use crate::response::{Response, documented};
use crate::transport::body::Body;
use crate::verdicts::{check_parts, check_whole};
use crate::wire::without_value;

impl Client {
    /// Sends a request and decodes the answer.
    ///
    /// # Errors
    /// Any [`ErrorKind`] but `Paging`. Before anything is sent: `Usage`, `Credential`, `Unsent`,
    /// `Untrusted`, or `Throttled` for a budget that stays empty. By the answer: `Unauthenticated`,
    /// `Denied`, `NotFound`, `Throttled`, `Refused`, `Partial`, `Service`, `Decode`, `TooLarge`.
    /// Without an answer: `Timeout`, `Interrupted`.
    ///
    /// [`Error::may_have_acted`] tells whether a change that failed may have been carried out.
    pub async fn send<T: DeserializeOwned>(&self, request: Request) -> Result<T> {
        let operation = request.operation();
        let response = self.send_response(request).await?;
        check_parts(operation, &response)?;
        response
            .decode()
            .map_err(|error| error.with_operation(operation))
    }

    /// Sends a request whose answer is a single value, either bare or as `{"value": ...}`.
    ///
    /// `/alerts/$count` answers with a bare number, `getPackageUri` with an object around a string.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send).
    pub async fn send_scalar<T: DeserializeOwned>(&self, request: Request) -> Result<T> {
        let operation = request.operation();
        let mut value: Value = self.send(request).await?;
        if let Some(inner) = value.get_mut("value") {
            value = inner.take();
        }
        serde_json::from_value(value)
            .map_err(|error| Error::decode(without_value(&error)).with_operation(operation))
    }

    /// Sends a request and returns status, headers and body of the answer.
    ///
    /// A body that reports a failure, such as `{"success": false}`, is an error whatever the status.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send). `Decode` means that the body is not JSON; it is
    /// not decoded into a type here.
    pub async fn send_response(&self, request: Request) -> Result<Response> {
        let response = self.whole(&request, Reading::Whole).await?;
        check_whole(request.operation(), &response)?;
        Ok(response)
    }

    /// Sends a request and returns the answer whatever its status, for services whose error answers
    /// are data. The OAuth token endpoint is one: `authorization_pending` is a 400.
    ///
    /// Retries apply as usual. `transient` receives the body of an error answer that would be final
    /// and returns whether to retry it; at most 64 KiB of such a body are read. It is asked for
    /// idempotent requests only. The answer is neither checked nor mended.
    ///
    /// # Errors
    /// Errors without an answer: `Usage`, `Credential`, `Unsent`, `Untrusted`, `Timeout`,
    /// `Interrupted`, `Throttled` for an empty budget, and `TooLarge`.
    pub async fn send_any(
        &self,
        request: Request,
        transient: fn(&[u8]) -> bool,
    ) -> Result<Response> {
        self.whole(&request, Reading::Any { transient }).await
    }

    async fn whole(&self, request: &Request, reading: Reading) -> Result<Response> {
        let (head, body) = self.call(request, None, reading).await?;
        let whole = body.collect().await.map_err(|error| {
            Error::new(ErrorKind::Interrupted, error.to_string()).with_source(error)
        })?;
        if matches!(reading, Reading::Any { .. }) {
            return Ok(Response::new(head, whole));
        }
        let checked = documented::check(request, &head, whole)?;
        if checked.mended {
            self.pipeline.mended.fetch_add(1, Ordering::Relaxed);
        }
        Ok(Response::new(head, checked.body))
    }

    /// Sends a request and drops the answer once it is checked.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send), including `Partial` for an answer that lists
    /// failed items.
    pub async fn send_empty(&self, request: Request) -> Result<()> {
        let operation = request.operation();
        let response = self.send_response(request).await?;
        check_parts(operation, &response)
    }

    /// Sends a request and returns the body as a stream, for files.
    ///
    /// [`RetryConfig::total`](crate::RetryConfig::total) covers the call up to the head of the answer;
    /// the body has no overall deadline, but it must keep making progress. There is no size limit.
    ///
    /// # Errors
    /// Returns the errors of [`send`](Client::send) except `Decode`, `Partial` and `TooLarge`. A body
    /// that breaks off later yields an error as an item of the stream.
    pub async fn download(&self, request: Request) -> Result<(http::response::Parts, Body)> {
        self.call(&request, None, Reading::Stream).await
    }

    /// Directs a request to a path or URL instead of the operation's own path, for addresses that no
    /// operation describes. A path may have a query; it must already be percent-encoded.
    ///
    /// A URL must name the base or one of the configured hosts; its path and query are then put on
    /// the base. `//host/path` takes the scheme of the base.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for a URL of another host: the credential would be sent there.
    ///
    /// ```
    /// use http_core::{Client, Operation, Request, Url};
    ///
    /// static GET: Operation = Operation::get("example.any.get", "/");
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = Client::builder(Url::parse("https://api.example.com")?).build()?;
    /// let request = client.request_at(Request::new(&GET), "/beta/things?$top=1")?;
    /// let http = request.to_http(client.base())?;
    /// assert_eq!(http.uri(), "https://api.example.com/beta/things?$top=1");
    /// assert!(client.request_at(Request::new(&GET), "https://other.example").is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn request_at(&self, request: Request, path_or_url: &str) -> Result<Request> {
        let is_url = path_or_url.contains("://") || path_or_url.starts_with("//");
        if !is_url {
            let slash = if path_or_url.starts_with('/') {
                ""
            } else {
                "/"
            };
            return Ok(request.at(format!("{slash}{path_or_url}")));
        }
        let address = self.base.url().join(path_or_url.trim()).ok();
        let address = address.and_then(|address| self.base.relative(&address));
        let Some(address) = address else {
            return Err(Error::usage(
                "that URL belongs to no configured host of this service: not sent",
            )
            .with_hint("a token is sent to the configured hosts only"));
        };
        Ok(request.at(self.base.strip(&address).to_owned()))
    }

    /// Runs one call. `path` replaces the path and query of the operation; lists pass next links here.
    ///
    /// # Errors
    /// `Usage` if a whole URL would be called with a credential, or `path` leads off the base; else
    /// the errors of the call.
    pub(crate) async fn call(
        &self,
        request: &Request,
        path: Option<&str>,
        reading: Reading,
    ) -> Result<(http::response::Parts, Body)> {
        if request.is_absolute() && self.pipeline.authorizer.is_some() {
            return Err(
                Error::usage("a whole URL is called without a credential only")
                    .with_operation(request.operation()),
            );
        }
        request.check_at(SystemTime::now())?;
        let mut http = request.to_http(self.base.url())?;
        if let Some(path) = path {
            let url = self.base.on(path)?;
            *http.uri_mut() = url.as_str().parse().map_err(|error| {
                Error::usage("the next link is not a valid address").with_source(error)
            })?;
        }
        let client = self.for_request(request);
        Call::new(&client.pipeline, request, http)
            .run(reading)
            .await
    }
}
