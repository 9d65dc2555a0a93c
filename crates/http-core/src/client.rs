//! The client of one base URL: product crates are built on it.
//!
//! A client is a base address, the hosts that links may name, and a [`Pipeline`] that every call goes
//! through. [`send`] turns requests into answers, [`builder`] sets a client up. Lists, files and
//! actions add their methods to [`Client`] in their own modules, so that this one depends on none of
//! them.
//!
//! The base is the boundary of trust: a credential is sent to it and to no other address. Links in
//! answers contribute their path and query only (see [`Base`]), which keeps a token from leaking to a
//! host that a tampered answer names.

mod builder;
mod send;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use url::Url;

pub use self::builder::ClientBuilder;
use crate::base::Base;
use crate::limits::Limits;
use crate::list::paging::Gap;
use crate::operation::Operation;
use crate::pipeline::Pipeline;
use crate::pipeline::retry::RetryConfig;
use crate::pipeline::throttle::Throttle;
use crate::request::Request;

/// Sends requests to one base URL, with rate limits, credential, retries, errors and paging.
///
/// Cloning is cheap: clones share connections, credential, budgets and counters. One client per
/// service and tenant is enough for a whole program; calls may run concurrently.
///
/// All methods that send are futures of a tokio runtime with timers and I/O. Outside one they return
/// [`ErrorKind::Usage`](crate::ErrorKind::Usage). Dropping a future cancels the call: a request that
/// was already sent may still be carried out by the service.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "testing")] {
/// use http_core::testing::Script;
/// use http_core::{Operation, Param, Request, Value};
///
/// static GET: Operation = Operation::get("example.things.get", "/things/{thing_id}")
///     .inputs(&[Param::path("thing_id")]);
///
/// # async fn run() -> http_core::Result<()> {
/// // In place of the network; `Client::builder` makes a client that calls a service.
/// let client = Script::new([r#"{"id": "t-1", "name": "one"}"#]).client()?;
/// let thing: Value = client.send(Request::new(&GET).set("thing_id", "t-1")).await?;
/// assert_eq!(thing["name"], "one");
/// # Ok(())
/// # }
/// # tokio::runtime::Runtime::new().unwrap().block_on(run()).unwrap();
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    base: Arc<Base>,
    pipeline: Arc<Pipeline>,
}

impl Client {
    /// Starts a client of the service under `base`.
    ///
    /// The path of each operation is appended to the path of `base`, so a gateway that serves an API
    /// below a prefix works without further settings.
    pub fn builder(base: Url) -> ClientBuilder {
        ClientBuilder::new(base)
    }

    /// The base URL of all requests.
    pub fn base(&self) -> &Url {
        self.base.url()
    }

    /// The base with the host names that links may carry.
    pub(crate) fn addresses(&self) -> &Arc<Base> {
        &self.base
    }

    /// The rate-limit budgets of this client, shared by its clones.
    pub fn throttle(&self) -> &Throttle {
        &self.pipeline.throttle
    }

    /// The size limits for answers.
    pub fn limits(&self) -> &Limits {
        &self.pipeline.limits
    }

    /// The retries and the deadline of each call.
    pub fn retry(&self) -> &RetryConfig {
        &self.pipeline.retry
    }

    /// A copy of this client that sends no credential.
    ///
    /// For addresses that carry their own proof, such as signed storage URLs: Azure Storage rejects a
    /// request that has both a signature and an `Authorization` header.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        self.with(|pipeline| pipeline.authorizer = None)
    }

    /// A copy of this client with other retries and another deadline. Budgets, connections and
    /// credential are shared.
    ///
    /// ```
    /// use std::time::Duration;
    /// use http_core::{Client, RetryConfig, Url};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let client = Client::builder(Url::parse("https://api.example.com")?).build()?;
    /// let quick = client.with_retry(RetryConfig::default().with_total(Duration::from_secs(10)));
    /// assert_eq!(quick.retry().total, Duration::from_secs(10));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn with_retry(&self, retry: RetryConfig) -> Self {
        self.with(|pipeline| pipeline.retry = retry)
    }

    fn with(&self, change: impl FnOnce(&mut Pipeline)) -> Self {
        let mut pipeline = (*self.pipeline).clone();
        change(&mut pipeline);
        Self {
            base: Arc::clone(&self.base),
            pipeline: Arc::new(pipeline),
        }
    }

    /// A copy of this client with the options of a request, for everything that is sent on its behalf,
    /// such as the pages of a list.
    pub(crate) fn for_request(&self, request: &Request) -> Self {
        if request.options.is_default() {
            return self.clone();
        }
        self.with(|pipeline| {
            if let Some(timeout) = request.options.timeout {
                pipeline.timeout = timeout;
            }
            if let Some(retry) = &request.options.retry {
                pipeline.retry = retry.clone();
            }
        })
    }

    /// Pauses the budget of an operation for `delay`.
    ///
    /// For services that report throttling inside another answer: Microsoft Graph answers a batch
    /// with 200 although parts of it were answered with 429. A plain 429 needs no such call.
    pub fn note_throttled(&self, operation: &'static Operation, delay: Duration) {
        let pipeline = &self.pipeline;
        pipeline
            .throttle
            .throttled(&pipeline.budget_owner, operation, delay, None);
    }

    /// Number of answers that came after a 404 for the same call.
    ///
    /// Defender for Endpoint sometimes answers 404 for the missing updates of a device that it has
    /// just listed. Operations marked [`NotFound::Again`](crate::NotFound::Again) retry such a 404.
    /// Clones count together.
    pub fn reappeared(&self) -> u64 {
        self.pipeline.reappeared.load(Ordering::Relaxed)
    }

    /// Number of whole answers whose text was mended, `None` if there were none.
    ///
    /// Bytes that are not UTF-8 and halves of surrogate pairs become U+FFFD; control characters and
    /// stray backslashes are escaped. Records of lists are counted by their own
    /// [`Gaps`](crate::Gaps). Clones count together.
    pub fn mended(&self) -> Option<Gap> {
        let answers = self.pipeline.mended.load(Ordering::Relaxed);
        (answers > 0).then_some(Gap::MendedAnswers { answers })
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
