#![doc = include_str!("../README.md")]

mod action;
mod base;
mod checks;
mod client;
mod default_filter;
mod error;
mod files;
pub mod filters;
mod joins;
mod limits;
mod list;
mod operation;
mod param;
mod pipeline;
mod redact;
mod request;
mod response;
mod target;
pub mod text;
mod transport;
mod verdicts;
pub mod wire;

pub use action::{
    ActionResult, ActionSpec, Completion, Each, Fetch, Finished, Pause, Poller, Progress, Started,
    Taken,
};
pub use base::is_host_of;
pub use checks::{Checks, Fits, Form};
pub use client::{Client, ClientBuilder};
pub use default_filter::DefaultFilter;
pub use error::{Error, ErrorKind, Result};
pub use files::download::{Download, Linked};
pub use files::{FileRows, MissingFile, Snapshot};
pub use joins::Joins;
pub use limits::{LimitExceeded, Limits};
pub use list::paging::{Continuation, Items, Loss, Losses, Page, Pager, RawItems};
pub use list::rows;
pub use operation::{
    Answer, BodyKind, Header, Method, NotFound, Operation, Paging, RateLimit, Status,
};
pub use param::{Kind, Param, Place};
pub use pipeline::authorize::{Authorize, Renewed};
pub use pipeline::retry::{Attempts, RetryConfig};
pub use pipeline::throttle::{Budget, Throttle};
pub use pipeline::time;
pub use redact::text as redacted;
pub use request::content::Content;
pub use request::{Request, odata};
pub use response::Response;
pub use response::retry_after::{retry_after, retry_after_text};
pub use response::wording::{ErrorWording, ServiceCode};
pub use target::{Effect, Named, Target};
pub use transport::body::Body;
pub use transport::{
    OriginTransport, ReqwestTransport, TimelyTransport, Transport, TransportError,
    TransportErrorKind,
};
pub use verdicts::{FailedItem, ItemFailed, Judged, Outcome, Verdicts};
pub use wire::id::Id;
pub use wire::{Extra, Raw, Secret, Timestamp};

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use bytes::Bytes;
pub use futures_util::future::BoxFuture;
pub use http;
pub use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
pub use jiff;
pub use serde_json::Value;
pub use url::Url;

/// What the macros of this crate expand to. Not for direct use.
#[doc(hidden)]
pub mod macros {
    pub use crate::wire::entity::{Key, Known, Member};
    pub use serde;
    pub use serde_json;
}
