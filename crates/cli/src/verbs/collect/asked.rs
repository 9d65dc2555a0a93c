//! What is asked for, and what a store is opened for.

use auth_core::http_core::jiff::Timestamp;
use auth_core::http_core::{Operation, Request};
use commands::collect::Target;
use jobs::collect::{Source, Stream};

use crate::context::Context;

/// The rows that are wanted.
pub(super) enum Wanted {
    /// What is new in these streams, from this time on.
    New(Vec<Stream>, Option<Timestamp>),
    /// All that a request answers with.
    Whole(Box<Request>),
}

/// Rows of one name in a store.
pub(super) struct Rows<'a> {
    /// The folder, table or Singer stream of them.
    pub(super) name: &'a str,
    /// What reads them. Queries share one.
    pub(super) operation: &'static Operation,
    /// `None`: they are exported.
    pub(super) stream: Option<&'a Stream>,
}

impl Wanted {
    /// The rows by their names, in the order in which they are read.
    pub(super) fn rows(&self) -> Vec<Rows<'_>> {
        match self {
            Self::New(streams, _) => streams.iter().map(Rows::of_stream).collect(),
            Self::Whole(request) => vec![Rows::of_export(request.operation())],
        }
    }
}

impl<'a> Rows<'a> {
    /// The rows that passes over a stream write.
    pub(super) fn of_stream(stream: &'a Stream) -> Self {
        Self {
            name: stream.name(),
            operation: stream.operation(),
            stream: Some(stream),
        }
    }

    /// The rows of an export, named as a stream of the same list would be.
    pub(super) fn of_export(operation: &'static Operation) -> Self {
        Self {
            name: Source::of(operation).map_or(operation.id, |source| source.name()),
            operation,
            stream: None,
        }
    }
}

/// What is known of the rows before they are read.
pub(super) struct Asked<'a> {
    pub(super) target: &'a Target,
    pub(super) rows: &'a [Rows<'a>],
    pub(super) context: &'a Context,
    /// Whether the rows are those of one tenant: a store with rows of others alone is refused then.
    pub(super) is_single: bool,
}
