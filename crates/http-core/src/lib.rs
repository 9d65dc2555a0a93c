#![doc = include_str!("../README.md")]

mod action;
mod attempt;
mod authorize;
mod body;
mod checks;
mod client;
mod content;
mod default_filter;
mod documented;
mod download;
mod error;
mod files;
pub mod filters;
mod id;
mod joins;
mod limits;
pub mod odata;
mod operation;
mod paging;
mod param;
mod patience;
mod redact;
mod request;
mod response;
mod retry;
mod retry_after;
pub mod rows;
#[cfg(test)]
mod script;
mod service_codes;
mod target;
pub mod text;
mod throttle;
mod transport;
mod verdicts;
pub mod wire;

pub use action::{
    ActionResult, ActionSpec, Completion, Each, Fetch, Finished, Pause, Poller, Progress, Started,
    Taken,
};
pub use authorize::{Authorize, Renewed};
pub use body::Body;
pub use checks::{Checks, Fits, Form};
pub use client::{Client, ClientBuilder};
pub use content::Content;
pub use default_filter::DefaultFilter;
pub use download::{Download, Linked};
pub use error::{Error, ErrorKind, Result};
pub use files::{FileRows, MissingFile, Snapshot};
pub use id::Id;
pub use joins::Joins;
pub use limits::{LimitExceeded, Limits};
pub use operation::{
    Answer, BodyKind, Header, Method, NotFound, Operation, Paging, RateLimit, Status,
};
pub use paging::{Continuation, Items, Loss, Losses, Page, Pager, RawItems, is_host_of};
pub use param::{Kind, Param, Place};
pub use redact::text as redacted;
pub use request::Request;
pub use response::Response;
pub use retry::{Attempts, RetryConfig};
pub use retry_after::{retry_after, retry_after_text};
pub use target::{Effect, Named, Target};
pub use throttle::{Budget, Throttle};
pub use transport::{
    OriginTransport, ReqwestTransport, TimelyTransport, Transport, TransportError,
    TransportErrorKind,
};
pub use verdicts::{FailedItem, ItemFailed, Judged, Outcome, Verdicts};
pub use wire::{Extra, Raw, Secret, Timestamp};

#[doc(hidden)]
pub mod testing;

pub mod time;

pub use bytes::Bytes;
pub use futures_util::future::BoxFuture;
pub use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
pub use serde_json::Value;
pub use url::Url;

/// What the macros of this crate expand to. Not for direct use.
#[doc(hidden)]
pub mod macros {
    pub use crate::wire::entity::{Key, Known, Member};
    pub use serde;
    pub use serde_json;
}
