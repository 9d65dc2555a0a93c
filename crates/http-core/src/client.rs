//! The client of one base URL: what product crates are built on.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

use http::HeaderValue;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use crate::base::{self, Base};
use crate::error::{Error, ErrorKind, Result};
use crate::limits::Limits;
use crate::list::paging::Gap;
use crate::operation::Operation;
use crate::pipeline::Pipeline;
use crate::pipeline::authorize::Authorize;
use crate::pipeline::call::{Call, Reading};
use crate::pipeline::retry::RetryConfig;
use crate::pipeline::throttle::{Caller, Throttle};
use crate::request::Request;
use crate::response::Response;
use crate::response::documented;
use crate::response::wording::{ErrorWording, ServiceCode};
use crate::transport::body::Body;
use crate::transport::{ReqwestTransport, Transport};
use crate::verdicts::{check_parts, check_whole};
use crate::wire::without_value;

/// Sends requests to one base URL: budgets, credential, retries, errors and paging included. Clones share everything.
#[derive(Clone)]
pub struct Client {
    base: Arc<Base>,
    pipeline: Arc<Pipeline>,
}

/// Sets up a [`Client`].
#[derive(Debug)]
pub struct ClientBuilder {
    base: Url,
    hosts: Vec<String>,
    authorizer: Option<Arc<dyn Authorize>>,
    transport: Option<Arc<dyn Transport>>,
    retry: RetryConfig,
    throttle: Throttle,
    caller: Caller,
    timeout: Duration,
    user_agent: Option<String>,
    limits: Limits,
    wording: ErrorWording,
}

impl Client {
    /// A client of the services under `base`.
    pub fn builder(base: Url) -> ClientBuilder {
        ClientBuilder {
            base,
            hosts: Vec::new(),
            authorizer: None,
            transport: None,
            retry: RetryConfig::default(),
            throttle: Throttle::new(),
            caller: Caller::default(),
            timeout: Duration::from_secs(180),
            user_agent: None,
            limits: Limits::default(),
            wording: ErrorWording::default(),
        }
    }

    /// The base URL every request is put on.
    pub fn base(&self) -> &Url {
        self.base.url()
    }

    /// The base with the host names of links.
    pub(crate) fn addresses(&self) -> &Arc<Base> {
        &self.base
    }

    /// The budgets of this client.
    pub fn throttle(&self) -> &Throttle {
        &self.pipeline.throttle
    }

    /// How much of an answer is read.
    pub fn limits(&self) -> &Limits {
        &self.pipeline.limits
    }

    /// How often a call is repeated, and after which delays.
    pub fn retry(&self) -> &RetryConfig {
        &self.pipeline.retry
    }

    /// The same client without a credential, for addresses that carry their own proof, such as signed storage URLs.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        Self {
            base: Arc::clone(&self.base),
            pipeline: Arc::new(Pipeline {
                authorizer: None,
                ..(*self.pipeline).clone()
            }),
        }
    }

    /// The same client with other retries and another deadline, for a call that needs its own. Budgets, connections and
    /// credential are shared.
    #[must_use]
    pub fn with_retry(&self, retry: RetryConfig) -> Self {
        Self {
            base: Arc::clone(&self.base),
            pipeline: Arc::new(Pipeline {
                retry,
                ..(*self.pipeline).clone()
            }),
        }
    }

    /// Has the budget of an operation wait, for services that refuse inside of another answer.
    pub fn note_refusal(&self, operation: &'static Operation, delay: Duration) {
        let pipeline = &self.pipeline;
        pipeline
            .throttle
            .refused(&pipeline.caller, operation, delay, None);
    }

    /// How many answers came only after the service had said that there is no such record, which it does now and then
    /// of records that it has just listed. Clones count together.
    pub fn reappeared(&self) -> u64 {
        self.pipeline.reappeared.load(Ordering::Relaxed)
    }

    /// How many answers held text that JSON does not allow and were mended: bytes that are no UTF-8 and halves of
    /// surrogate pairs became U+FFFD, control characters and backslashes were escaped. Rows of lists are counted by
    /// their own [`Gaps`](crate::Gaps). Clones count together.
    pub fn mended(&self) -> Option<Gap> {
        let answers = self.pipeline.mended.load(Ordering::Relaxed);
        (answers > 0).then_some(Gap::MendedAnswers { answers })
    }

    /// Sends a request and decodes the answer.
    ///
    /// # Errors
    /// Everything that can keep a call from succeeding; see [`ErrorKind`](crate::ErrorKind).
    pub async fn send<T: DeserializeOwned>(&self, request: Request) -> Result<T> {
        let operation = request.operation();
        let response = self.send_response(request).await?;
        check_parts(operation, &response)?;
        response
            .decode()
            .map_err(|error| error.with_operation(operation))
    }

    /// Sends a request whose answer is a single value, bare or in `value`.
    ///
    /// # Errors
    /// As [`send`](Client::send).
    pub async fn send_scalar<T: DeserializeOwned>(&self, request: Request) -> Result<T> {
        let operation = request.operation();
        let mut value: Value = self.send(request).await?;
        if let Some(inner) = value.get_mut("value") {
            value = inner.take();
        }
        serde_json::from_value(value)
            .map_err(|error| Error::decode(without_value(&error)).with_operation(operation))
    }

    /// Sends a request and gives status, headers and body of the answer. A body that says that nothing was done, such as
    /// `{"success": false}`, is an error whatever the status.
    ///
    /// # Errors
    /// As [`send`](Client::send), but for decoding.
    pub async fn send_response(&self, request: Request) -> Result<Response> {
        let response = self.whole(&request, Reading::Whole).await?;
        check_whole(request.operation(), &response)?;
        Ok(response)
    }

    /// Sends a request and gives the answer of whatever status, for services whose refusals are data of their own.
    ///
    /// Retries are as ever. `transient` is shown the body of a refusal that would otherwise be final and says
    /// whether another attempt may help all the same; at most 64 KiB of such a body are read.
    ///
    /// # Errors
    /// Those of a call that had no answer, and [`ErrorKind::Usage`](crate::ErrorKind::Usage).
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

    /// Sends a request whose answer holds nothing of interest.
    ///
    /// # Errors
    /// As [`send`](Client::send), but for decoding.
    pub async fn send_empty(&self, request: Request) -> Result<()> {
        let operation = request.operation();
        let response = self.send_response(request).await?;
        check_parts(operation, &response)
    }

    /// Sends a request and gives the answer's body as it comes, for files.
    ///
    /// # Errors
    /// As [`send`](Client::send), but for decoding; a body that breaks off later is an error of its stream.
    pub async fn download(&self, request: Request) -> Result<(http::response::Parts, Body)> {
        self.call(&request, None, Reading::Stream).await
    }

    /// Sends a request to a path (with or without query, already encoded) or to a whole URL instead of the row's path,
    /// for callers who know the address of something that no row describes.
    ///
    /// A URL is put on this client's own base; one of a host that is not this service's is refused, since the
    /// credential would travel with it.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for a URL of another host.
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
        // A URL without a scheme, `//host/path`, takes that of the base.
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

    /// Sends a request, to `path` on the base instead of the operation's own where that is given.
    pub(crate) async fn call(
        &self,
        request: &Request,
        path: Option<&str>,
        reading: Reading,
    ) -> Result<(http::response::Parts, Body)> {
        if request.is_absolute() && self.pipeline.authorizer.is_some() {
            return Err(
                Error::usage("a whole URL is asked for without a credential only")
                    .with_operation(request.operation()),
            );
        }
        request.check_at(SystemTime::now())?;
        let mut http = request.to_http(self.base.url())?;
        if let Some(path) = path {
            let url = self.base.on(path)?;
            *http.uri_mut() = url.as_str().parse().map_err(|error| {
                Error::usage("the next link makes no valid address").with_source(error)
            })?;
        }
        Call::new(&self.pipeline, request, http).run(reading).await
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.base.url().as_str())
            .field("authorizer", &self.pipeline.authorizer)
            .finish_non_exhaustive()
    }
}

impl ClientBuilder {
    /// Host names that next links of this service may carry; they are never called, their paths are. A name that
    /// begins with a dot stands for every host below it.
    #[must_use]
    pub fn hosts<'a>(mut self, hosts: impl IntoIterator<Item = &'a str>) -> Self {
        self.hosts = hosts.into_iter().map(str::to_owned).collect();
        self
    }

    /// What proves who is calling.
    #[must_use]
    pub fn authorize(mut self, authorizer: Arc<dyn Authorize>) -> Self {
        self.authorizer = Some(authorizer);
        self
    }

    /// What sends; reqwest over rustls with the system's authorities unless told.
    #[must_use]
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// How often and how long a call is repeated.
    #[must_use]
    pub fn retry(mut self, retry: RetryConfig) -> Self {
        self.retry = retry;
        self
    }

    /// The budgets and the tenant they are counted for.
    #[must_use]
    pub fn throttle(mut self, throttle: Throttle, tenant: impl Into<String>) -> Self {
        self.throttle = throttle;
        self.caller.tenant = tenant.into().into();
        self
    }

    /// The application that calls: the services count calls per application and tenant. Empty (default) counts the
    /// clients of a tenant together.
    #[must_use]
    pub fn application(mut self, application: impl Into<String>) -> Self {
        self.caller.application = application.into().into();
        self
    }

    /// How long to wait for a token, for the beginning of an answer, and for each further piece of one. Default: three
    /// minutes, the longest a hunting query may take. A body that drips fails as well: in each such time that is spent
    /// waiting for it, it has to bring 100 bytes a second, or its end.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How much of an answer is read.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// How the service words its errors. Default: in statuses and headers alone.
    #[must_use]
    pub fn wording(mut self, wording: ErrorWording) -> Self {
        self.wording = wording;
        self
    }

    /// The error codes of the service that have a meaning of their own.
    #[must_use]
    pub fn codes(mut self, codes: &'static [ServiceCode]) -> Self {
        self.wording.codes = codes;
        self
    }

    /// The product and version to name in `User-Agent`.
    #[must_use]
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// The client.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for a base that is neither https nor http to loopback, a user
    /// agent with characters a header cannot carry, or a TLS set-up that fails.
    pub fn build(self) -> Result<Client> {
        base::check(&self.base)?;
        let user_agent = self
            .user_agent
            .as_deref()
            .unwrap_or(concat!("defender-rs/", env!("CARGO_PKG_VERSION")));
        let user_agent = HeaderValue::try_from(user_agent).map_err(|error| {
            Error::usage("the user agent holds characters a header cannot carry").with_source(error)
        })?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(ReqwestTransport::new()?),
        };
        Ok(Client {
            base: Arc::new(Base::new(self.base, self.hosts)),
            pipeline: Arc::new(Pipeline {
                authorizer: self.authorizer,
                transport,
                retry: self.retry,
                throttle: self.throttle,
                caller: self.caller,
                timeout: self.timeout,
                user_agent,
                limits: self.limits,
                wording: self.wording,
                reappeared: Arc::default(),
                mended: Arc::default(),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use bytes::Bytes;
    use futures_util::future::BoxFuture;

    use super::*;
    use crate::operation::Operation;
    use crate::transport::TransportError;

    static ASK: Operation = Operation::post("t.things.ask", "/ask").idempotent();

    /// Answers with these, last one first.
    #[derive(Debug)]
    struct Answers(Mutex<Vec<(u16, &'static str)>>);

    impl Transport for Answers {
        fn send(
            &self,
            _: http::Request<Bytes>,
        ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
            Box::pin(async {
                let (status, body) = self.0.lock().unwrap().pop().unwrap();
                let answer = http::Response::builder().status(status);
                Ok(answer.body(Body::from(body)).unwrap())
            })
        }
    }

    /// Status and body of the last answer, and how many were not asked for.
    async fn ask(answers: &[(u16, &'static str)]) -> (u16, Bytes, usize) {
        let answers = Arc::new(Answers(Mutex::new(answers.iter().rev().copied().collect())));
        let client = Client::builder(Url::parse("https://host.example").unwrap())
            .transport(Arc::clone(&answers) as Arc<dyn Transport>)
            .build()
            .unwrap();
        let response = client.send_any(Request::new(&ASK), |body| body == b"again");
        let response = response.await.unwrap();
        let left = answers.0.lock().unwrap().len();
        (response.status().as_u16(), response.body().clone(), left)
    }

    #[test]
    fn an_address_of_the_service_is_put_on_the_base_and_any_other_is_refused() {
        let client = Client::builder(Url::parse("http://127.0.0.1:9/root").unwrap())
            .hosts(["api.example"])
            .build()
            .unwrap();
        let at = |address: &str| {
            let request = client.request_at(Request::new(&ASK), address)?;
            let http = request.to_http(client.base())?;
            Ok::<_, Error>(http.uri().to_string())
        };
        let expected = "http://127.0.0.1:9/root/api/things?$top=1";
        assert_eq!(at("api/things?$top=1").unwrap(), expected);
        assert_eq!(
            at("https://api.example/api/things?$top=1").unwrap(),
            expected
        );
        assert_eq!(
            at("http://127.0.0.1:9/root/api/things?$top=1").unwrap(),
            expected
        );
        // A path that merely begins with the same letters is another path.
        assert_eq!(
            at("https://api.example/rooted/things").unwrap(),
            "http://127.0.0.1:9/root/rooted/things"
        );
        assert_eq!(
            client.addresses().on("/rooted?$top=1").unwrap().as_str(),
            "http://127.0.0.1:9/root/rooted?$top=1"
        );
        for foreign in ["https://elsewhere.example/api", "//elsewhere.example/api"] {
            assert_eq!(at(foreign).unwrap_err().kind(), ErrorKind::Usage);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_is_an_answer_where_the_caller_reads_those() {
        assert_eq!(
            ask(&[(400, "no"), (200, "yes")]).await,
            (400, "no".into(), 1)
        );
        assert_eq!(ask(&[(401, "who")]).await, (401, "who".into(), 0));
        assert_eq!(ask(&[(204, "")]).await, (204, "".into(), 0));
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_that_the_caller_calls_transient_is_tried_again() {
        let answers = [(400, "again"), (503, ""), (200, "yes")];
        assert_eq!(ask(&answers).await, (200, "yes".into(), 0));
        assert_eq!(ask(&[(400, "again"); 4]).await, (400, "again".into(), 0));
    }
}
