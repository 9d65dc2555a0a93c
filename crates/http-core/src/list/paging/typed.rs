//! Streams of pages and items with a type, on top of raw rows.
//!
//! Three views of one list: [`Pager`] for callers that need the members beside the rows, [`Items`]
//! for typed records, [`RawItems`] for records as bytes, which are decoded on demand or stored as
//! they are. All are lazy, hold one batch of rows, and are cancel safe: a dropped future of
//! `next_*` loses no row.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use futures_util::stream::{self, BoxStream, Fuse, FusedStream};
use futures_util::{Stream, StreamExt};
use serde::de::DeserializeOwned;

use super::Gaps;
use crate::client::Client;
use crate::error::{Error, Result};
use crate::list::continuation::Continuation;
use crate::list::rows::{RowBatch, Rows};
use crate::operation::Operation;
use crate::request::Request;
use crate::snapshot::{Snapshot, Tally};
use crate::wire::{Extra, Raw};

/// One page of a list.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Page<T> {
    /// The rows, in the order of the service.
    pub items: Vec<T>,
    /// The members of the answer beside the rows, such as `@odata.count`.
    pub members: Extra,
    /// Where the list continues. `None` on the last page.
    pub continuation: Option<Continuation>,
}

/// The pages of a list as a stream. See [`Rows`] for what ends it.
///
/// ```
/// # use http_core::{Client, Request, Result, Value};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let mut pages = client.rows(request).into_pager::<Value>();
/// while let Some(page) = pages.next_page().await {
///     let page = page?;
///     println!("{} rows, next at {:?}", page.items.len(), page.continuation);
/// }
/// # Ok(())
/// # }
/// ```
pub struct Pager<T> {
    pages: Fuse<BoxStream<'static, Result<Page<T>>>>,
}

/// The items of a list as a stream, decoded one by one.
///
/// Lazy; in the order of the service; an empty page does not end it; dropping it stops fetching. A
/// row that does not decode is an error in its place ([`Error::row`]), and the stream continues.
/// Any other error ends it.
///
/// ```
/// # use http_core::{Client, Request, Result, Value};
/// # async fn run(client: Client, request: Request) -> Result<()> {
/// let mut items = client.rows(request).into_items::<Value>();
/// let gaps = items.gaps();
/// while let Some(item) = items.next_item().await {
///     match item {
///         Ok(item) => println!("{}", item["id"]),
///         Err(error) if error.row().is_some() => eprintln!("skipped: {error}"),
///         Err(error) => return Err(error),
///     }
/// }
/// for gap in gaps.get() {
///     eprintln!("warning: {gap}");
/// }
/// # Ok(())
/// # }
/// ```
pub struct Items<T> {
    raw: RawItems<T>,
}

/// The items of a list as a stream of [`Raw`] values, each the bytes that the service sent.
///
/// Lazy; in the order of the service; an empty page does not end it; dropping it stops fetching. A
/// row that is not JSON is an error in its place ([`Error::row`](crate::Error::row)), and the
/// stream continues. Any other error ends it.
pub struct RawItems<T> {
    rows: Fuse<BoxStream<'static, Result<Raw<T>>>>,
    gaps: Gaps,
    /// The state of the export, if the rows come from files.
    tally: Tally,
    /// Where the list continues.
    place: Place,
    /// The operation that errors of single rows name.
    operation: Option<&'static Operation>,
    /// Rows read so far, invalid ones included.
    count: u64,
}

/// Where a stream continues, shared by the code that reads it and the handle that shows it.
#[derive(Clone, Debug, Default)]
struct Place(Arc<Mutex<Option<Continuation>>>);

impl Place {
    fn set(&self, continuation: Option<Continuation>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = continuation;
    }

    fn get(&self) -> Option<Continuation> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Rows {
    /// The rows as a stream of [`Raw`] values.
    pub fn into_raw_items<T>(self) -> RawItems<T> {
        let gaps = self.gaps();
        let operation = self.operation();
        let place = Place::default();
        place.set(self.continuation());
        let state = (self, RowBatch::default().into_iter(), place.clone());
        let rows = stream::unfold(state, |(mut rows, mut batch, place)| async move {
            loop {
                if let Some(row) = batch.next() {
                    return Some((Ok(Raw::new(row)), (rows, batch, place)));
                }
                let next = rows.next_batch().await;
                // All earlier rows were read; the new ones belong to the page after the
                // continuation.
                place.set(rows.continuation());
                match next? {
                    Ok(next) => batch = next.into_iter(),
                    Err(error) => return Some((Err(error), (rows, batch, place))),
                }
            }
        });
        RawItems {
            rows: rows.boxed().fuse(),
            gaps,
            tally: Tally::default(),
            place,
            operation,
            count: 0,
        }
    }

    /// The rows as a stream of decoded items.
    pub fn into_items<T: DeserializeOwned>(self) -> Items<T> {
        Items {
            raw: self.into_raw_items(),
        }
    }

    /// The rows as a stream of pages. One row that does not decode makes its whole page an error;
    /// use [`Items`] to skip single rows.
    pub fn into_pager<T: DeserializeOwned + Send + 'static>(self) -> Pager<T> {
        let pages = stream::unfold(self, |mut rows| async move {
            let page = rows.next_page().await?;
            let page = page.and_then(|items| {
                let items = items.into_iter().map(|row| Raw::<T>::new(row).decode());
                Ok(Page {
                    items: items.collect::<Result<_>>()?,
                    members: rows.members().clone(),
                    continuation: rows.continuation(),
                })
            });
            Some((page, rows))
        });
        Pager {
            pages: pages.boxed().fuse(),
        }
    }
}

impl Client {
    /// Requests the first page of a list and decodes it.
    ///
    /// # Errors
    /// Errors of [`send`](Client::send), and [`ErrorKind::Decode`](crate::ErrorKind::Decode) if a
    /// row does not fit `T`.
    pub async fn page<T: DeserializeOwned + Send + 'static>(
        &self,
        request: Request,
    ) -> Result<Page<T>> {
        let operation = request.operation();
        let page = self.rows(request).into_pager().next_page().await;
        page.unwrap_or_else(|| {
            Err(Error::decode("the answer has no page").with_operation(operation))
        })
    }
}

impl<T> Pager<T> {
    /// The next page, `None` after the last. Cancel safe.
    pub async fn next_page(&mut self) -> Option<Result<Page<T>>> {
        self.pages.next().await
    }
}

impl<T> RawItems<T> {
    /// Rows from another source than a list, such as files or a test.
    pub fn of_rows(rows: impl Stream<Item = Result<bytes::Bytes>> + Send + 'static) -> Self {
        Self {
            rows: rows.map(|row| row.map(Raw::new)).boxed().fuse(),
            gaps: Gaps::default(),
            tally: Tally::default(),
            place: Place::default(),
            operation: None,
            count: 0,
        }
    }

    /// Sets the operation that errors of single rows name.
    #[must_use]
    pub fn of_operation(mut self, operation: &'static Operation) -> Self {
        self.operation = Some(operation);
        self
    }

    /// Attaches the state and the gaps of the export that the rows belong to.
    pub(crate) fn of_export(mut self, tally: Tally, gaps: Gaps) -> Self {
        (self.tally, self.gaps) = (tally, gaps);
        self
    }

    /// Adds the number of the last row and the operation to an error.
    fn row_error(&self, error: Error) -> Error {
        let error = error.with_row(self.count);
        match self.operation {
            Some(operation) => error.with_operation(operation),
            None => error,
        }
    }

    /// The same rows, decoded.
    pub fn into_items(self) -> Items<T> {
        Items { raw: self }
    }

    /// Records that are missing or incomplete. Complete once the stream has ended.
    pub fn gaps(&self) -> Gaps {
        self.gaps.clone()
    }

    /// State of an export: how fresh it is, how much was read and, once the stream has ended,
    /// whether that is all. `None` for the rows of a list, and before the first row was requested.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.tally.get()
    }

    /// Where to continue with [`Request::resume`](crate::Request::resume): after the last page
    /// whose rows have all been read. Rows of the current page come again then. `None` on the first
    /// page, and after the end.
    pub fn continuation(&self) -> Option<Continuation> {
        self.place.get()
    }

    /// The next row, `None` after the last. Cancel safe.
    pub async fn next_row(&mut self) -> Option<Result<Raw<T>>> {
        self.next().await
    }
}

impl<T: DeserializeOwned> Items<T> {
    /// Records that are missing or incomplete. Complete once the stream has ended.
    pub fn gaps(&self) -> Gaps {
        self.raw.gaps()
    }

    /// State of an export. See [`RawItems::snapshot`]. A row that did not decode counts as returned.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.raw.snapshot()
    }

    /// Where to continue with [`Request::resume`](crate::Request::resume). See
    /// [`RawItems::continuation`].
    pub fn continuation(&self) -> Option<Continuation> {
        self.raw.continuation()
    }

    /// The next item, `None` after the last. Cancel safe.
    pub async fn next_item(&mut self) -> Option<Result<T>> {
        self.next().await
    }

    /// Reads all items into memory. The first error ends it.
    ///
    /// # Errors
    /// The first error of the stream, that of a single row included. Items read before it are
    /// dropped; use [`next_item`](Self::next_item) to keep them.
    pub async fn collect_all(mut self) -> Result<Vec<T>> {
        let mut items = Vec::new();
        while let Some(item) = self.next().await {
            items.push(item?);
        }
        Ok(items)
    }
}

impl<T> Stream for Pager<T> {
    type Item = Result<Page<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.pages.poll_next_unpin(cx)
    }
}

impl<T> Stream for RawItems<T> {
    type Item = Result<Raw<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let row = self.rows.poll_next_unpin(cx);
        self.count += u64::from(matches!(row, Poll::Ready(Some(_))));
        row
    }
}

impl<T: DeserializeOwned> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let raw = &mut self.raw;
        raw.poll_next_unpin(cx).map(|row| {
            row.map(|row| row.and_then(|row| row.decode().map_err(|error| raw.row_error(error))))
        })
    }
}

impl<T> FusedStream for Pager<T> {
    fn is_terminated(&self) -> bool {
        self.pages.is_terminated()
    }
}

impl<T> FusedStream for RawItems<T> {
    fn is_terminated(&self) -> bool {
        self.rows.is_terminated()
    }
}

impl<T: DeserializeOwned> FusedStream for Items<T> {
    fn is_terminated(&self) -> bool {
        self.raw.is_terminated()
    }
}

macro_rules! opaque_debug {
    ($($name:ident)*) => { $(
        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )* };
}

opaque_debug!(Pager Items RawItems);

#[expect(
    dead_code,
    reason = "fails to compile if a stream could not cross threads"
)]
fn streams_are_send<T: Send + 'static>(
    items: Items<T>,
    raw: RawItems<T>,
    pager: Pager<T>,
) -> impl Send + 'static {
    (items, raw, pager, PhantomData::<T>)
}
