#![doc = include_str!("../README.md")]

mod attempt;
mod authorize;
mod begin;
mod body;
mod checks;
mod client;
mod content;
mod documented;
mod download;
mod error;
mod files;
pub mod filters;
mod id;
mod limits;
mod looks;
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
pub mod text;
mod throttle;
mod transport;
mod undo;
mod verdicts;
pub mod wire;

pub use authorize::{Authorize, Renewed};
pub use begin::{Begins, Begun, Taken};
pub use body::Body;
pub use client::{Client, ClientBuilder};
pub use content::Content;
pub use download::{Download, Linked};
pub use error::{Error, ErrorKind, Result};
pub use files::{FileRows, MissingFile, Snapshot};
pub use id::Id;
pub use limits::{LimitExceeded, Limits};
pub use looks::Looks;
pub use operation::{
    Answer, Batch, BodyKind, Cell, Checks, Column, DefaultFilter, Effect, EffectKind, Fits, Form,
    Header, ItemFailed, Joins, Kind, Method, Named, Newest, NotFound, Operation, Paging, Param,
    Place, RateLimit, Record, RecordKind, Since, SinceForm, Status, Target, Undo, Verdicts,
};
pub use paging::{Continuation, Items, Loss, Losses, Page, Pager, RawItems, is_host_of};
pub use redact::text as redacted;
pub use request::Request;
pub use response::Response;
pub use retry::{Attempts, RetryConfig};
pub use retry_after::{retry_after, retry_after_text};
pub use throttle::{Budget, Throttle};
pub use transport::{
    OriginTransport, ReqwestTransport, TimelyTransport, Transport, TransportError,
    TransportErrorKind,
};
pub use verdicts::{FailedItem, Judged, Outcome};
pub use wire::{Extra, Flags, Raw, Secret, Timestamp};

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
