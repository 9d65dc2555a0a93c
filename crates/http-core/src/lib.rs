#![doc = include_str!("../README.md")]

mod action;
pub mod atomic_file;
mod base;
mod checks;
mod client;
mod error;
mod files;
pub mod filters;
mod limits;
mod list;
mod operation;
mod param;
mod pipeline;
mod redact;
mod request;
mod response;
mod snapshot;
pub mod text;
mod transport;
mod undo;
mod verdicts;
pub mod wire;

pub use action::{ActionResult, Finished, Poller, RefusedItem, ResolvedTarget, SentItems, Started};
pub use base::is_host_of;
pub use client::{Client, ClientBuilder};
pub use error::{Error, ErrorKind, Result};
pub use files::FileRows;
pub use files::download::{Download, Linked};
pub use files::received::Received;
pub use limits::{LimitExceeded, Limits};
pub use list::continuation::Continuation;
pub use list::paging::{Gap, Gaps, Items, Page, Pager, RawItems};
pub use list::rows;
pub use operation::{
    Access, Action, ActionSpec, Answer, AnswerKind, Batch, BodyKind, Cell, Checks, Column,
    Completion, Conduct, DefaultFilter, Doc, Each, Effect, EffectKind, Enrichment, Fetch,
    FilterProperty, Fits, Form, Header, Http, ItemFailed, Kind, Listing, Method, NameForm, Named,
    Newest, NotFound, Operation, Paging, Param, Pause, Place, Progress, RateLimit, Record,
    RecordKind, Since, SinceForm, Status, Target, Undo, Users, Verdicts,
};
pub use pipeline::authorize::{AuthRetry, Authorize};
pub use pipeline::retry::{Attempts, RetryConfig};
pub use pipeline::throttle::{Budget, BudgetRecord, Throttle};
pub use pipeline::time;
pub use redact::text as redacted;
pub use request::content::Content;
pub use request::{Request, odata};
pub use response::Response;
pub use response::retry_after::{retry_after, retry_after_text};
pub use response::wording::{ErrorWording, ServiceCode};
pub use snapshot::{MissingFile, Snapshot};
pub use transport::body::Body;
pub use transport::{
    OriginTransport, ReqwestTransport, TLS, TimelyTransport, Transport, TransportError,
    TransportErrorKind,
};
pub use verdicts::{FailedItem, Judged, Outcome};
pub use wire::id::Id;
pub use wire::{Extra, Flags, Integer, Raw, Secret, Timestamp};

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
    pub use crate::wire::entity::{Key, Known, Member, Reading, number_of};
    pub use serde;
    pub use serde_json;
}
