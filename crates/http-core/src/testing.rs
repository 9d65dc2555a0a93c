//! Tests without a network: a transport that answers from a script.
//!
//! Behind the feature `testing`:
//!
//! ```toml
//! [dev-dependencies]
//! http-core = { version = "0.1", features = ["testing"] }
//! ```
//!
//! A [`Script`] replaces the network. Everything above it is real: encoding,
//! retries, rate limits, paging, errors.
//!
//! ```
//! use http_core::testing::{Script, Step};
//! use http_core::{Operation, Request, Value};
//!
//! static GET: Operation = Operation::get("example.things.get", "/things/1");
//!
//! # async fn run() -> http_core::Result<()> {
//! let script = Script::new([
//!     Step::new(429, "").header("Retry-After", "2"),
//!     Step::new(200, r#"{"name": "one"}"#),
//! ]);
//! let thing: Value = script.client()?.send(Request::new(&GET)).await?;
//! assert_eq!(thing["name"], "one");
//! assert_eq!(script.requests().len(), 2);
//! # Ok(())
//! # }
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
//! # runtime.block_on(run()).unwrap();
//! ```
//!
//! For a client of a product, pass the script to its connector:
//! `Connector::new(credential).with_transport(Arc::new(script.clone()))`.
//!
//! Retries and rate limits sleep on tokio's clock. Pause it, as `start_paused` does above, or with
//! `#[tokio::test(start_paused = true)]`, and no test waits. For answers that follow the service's rules
//! rather than a script, use the crate `defender-sandbox`.

mod samples;
pub(crate) mod script;

#[doc(hidden)]
pub use samples::{Sample, check, check_cases, list, one};
pub use script::{Script, Step};
