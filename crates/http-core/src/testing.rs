//! For tests: a transport that answers from a script, and the check of documentation samples.
//!
//! Behind the feature `testing`:
//!
//! ```toml
//! [dev-dependencies]
//! http-core = { version = "0.1", features = ["testing"] }
//! ```
//!
//! A [`Script`](crate::testing::Script) takes the place of the network:
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
//! For a client of a product, give the script to its connector: `Connector::new(credential).with_transport(Arc::new(script.clone()))`.

mod samples;
pub(crate) mod script;

#[doc(hidden)]
pub use samples::{Sample, check, list, one};
pub use script::{Script, Step};
