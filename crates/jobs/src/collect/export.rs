//! One whole reading of a list, or of an export by files.

use std::pin::pin;

use http_core::{Client, Error, Request};

use super::copy::Copy;
use super::cursor::Cursor;
use super::error::{CollectError, Present};
use super::receipt::Receipt;
use super::sink::Sink;
use super::source::{Source, name};
use crate::fanout::Rows;

/// Reads a [`Source`] once and whole into a sink: all rows become visible together, or none.
///
/// A store takes one export of a name and tenant. A second one, and a collector, are refused: they would write rows twice. So two devices
/// whose alerts are exported go to two places.
///
/// | it ends with | what is in the store |
/// | --- | --- |
/// | a receipt, [`End::Done`](super::End::Done) | all rows |
/// | a receipt, [`End::Partial`](super::End::Partial) | all rows that could be read; the receipt says what is missing |
/// | an error | nothing |
///
/// ```
/// use http_core::testing::Script;
/// use http_core::{Operation, Param, Request};
/// use jobs::collect::{CollectError, End, Export, Spool};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// static ALERTS: Operation = Operation::get("x.machines.list_alerts", "/machines/{id}/alerts")
///     .collection("value")
///     .inputs(&[Param::path("id")]);
///
/// # let folder = tempfile::tempdir()?;
/// let client = Script::new([r#"{"value":[{"id":"a"},{"id":"b"}]}"#]).client()?;
/// let request = Request::new(&ALERTS).set("id", "m1");
/// let export = Export::new(client, request, "52eaad04-13a2-4a2f-9ce8-93a294fadf36")?;
///
/// let spool = Spool::new(folder.path());
/// let receipt = export.run(&spool, std::future::pending()).await?;
/// assert_eq!((receipt.stream.as_str(), receipt.rows_written, receipt.end), ("x.machines.list_alerts", 2, End::Done));
///
/// // The rows are there, so nothing is asked for a second time.
/// let again = export.run(&spool, std::future::pending()).await;
/// assert!(matches!(again, Err(CollectError::Present(_))));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Export {
    client: Client,
    request: Request,
    tenant: String,
    rows: Rows,
}

impl Export {
    /// An export of what a request answers with. `client` is that of the tenant whose id is written into each row.
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) if the operation is no [`Source`], and if an input is missing or invalid.
    pub fn new(client: Client, request: Request, tenant: impl Into<String>) -> Result<Self, Error> {
        let operation = request.operation();
        if Source::of(operation).is_none() {
            let message = "it returns no records that could be exported";
            return Err(Error::usage(message).with_operation(operation));
        }
        request.check()?;
        Ok(Self {
            client,
            request,
            tenant: tenant.into(),
            rows: Rows::default(),
        })
    }

    /// Counts the rows that are written.
    #[must_use]
    pub fn counting(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// The name of the rows in a store: that of the [`Source`].
    pub fn name(&self) -> &'static str {
        name(self.request.operation())
    }

    /// Reads all rows, and commits them. `stop` ends it early.
    ///
    /// Rows are never kept in memory. `_version` is the time of a row's last change, or else of its creation; of a row of a file it is
    /// the time at which the service generated the files.
    ///
    /// A receipt with [`End::Partial`](super::End::Partial) is about all the rows that are to be had: some could not be read, or the service says that it has
    /// left some out.
    ///
    /// # Errors
    /// If nothing was written: the request or the store failed, the rows broke off, a file is missing, `stop` came first, or the store
    /// holds rows of this name and tenant ([`CollectError::Present`]; nothing is sent then).
    pub async fn run(
        &self,
        sink: &dyn Sink,
        stop: impl Future<Output = ()> + Send,
    ) -> Result<Receipt, CollectError> {
        let (cursor, mut writer) = sink.open(&self.tenant, self.name()).await?;
        if let Some(cursor) = cursor {
            return Err(CollectError::Present(Present {
                tenant: self.tenant.clone(),
                stream: self.name().to_owned(),
                is_export: cursor.is_export(),
            }));
        }
        let request = self.request.clone();
        let mut copy = Copy::new(&self.client, request, &self.tenant, &self.rows);
        copy.run(&mut *writer, &mut pin!(stop)).await?;
        let receipt = copy.finish(&*writer);
        writer.commit(&Cursor::of_export(), &receipt).await?;
        Ok(receipt)
    }
}
