//! Uploads a traffic log for Cloud Discovery as one operation.
//!
//! The service needs three calls: the portal returns a signed storage address, the log is put there, and the portal is
//! notified. A log of several gigabytes is sent in blocks, which are joined by a list at the end. Until the portal is
//! notified nothing is visible, so an upload that fails can be repeated.

use http_core::{
    BodyKind, Bytes, Content, Error, ErrorKind, Kind, Operation, Param, Request, Result, Value,
};

use crate::Client;
use crate::discovery::{DiscoveryUpload, FINALIZE_UPLOAD, UploadSourceSource};

/// Bytes of a log that are in memory at a time. A log of at most this length is sent in one call; the vendor's page
/// asks for blocks above 64 MB, and the storage service takes them at any length, 50,000 for each log.
///
/// Source: CloudAppSecurityDocs, `api-discovery-perform.md`.
const BLOCK: usize = 8 * 1024 * 1024;

/// The largest log that the service takes, in bytes.
const MOST: u64 = 5 * 1024 * 1024 * 1024;

/// Puts a block of a log, or the list of its blocks, at the signed address from the portal.
static PUT_BLOCK: Operation = Operation::put("mdca.discovery.perform_upload", "{upload_url}")
    .host("absolute_url")
    .inputs(&[
        Param::path("upload_url"),
        Param::body("content").kind(Kind::Bytes).required(),
    ])
    .body(BodyKind::Binary);

/// The progress of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The portal returned an address; the log is sent next.
    Begun {
        /// Bytes to be sent.
        total: u64,
    },
    /// A block has arrived. Comes once for a log of one block.
    Sent {
        /// Bytes that have arrived so far.
        sent: u64,
        /// Bytes in all.
        total: u64,
    },
    /// The portal was notified and parses the log from now on.
    Finished,
}

/// A log that the portal has received and not parsed yet.
///
/// The portal decides later whether the log can be read, and no operation reports that for one upload:
/// [`list_streams`](crate::discovery::Discovery::list_streams) has `lastDataReceived` and `logFilesFailsCount` of the
/// data source, and the [governance log](crate::governance::Governance::query) an entry `DiscoveryParseLogTask`, whose
/// status comes with the end. A log for a data source that does not exist is dropped.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Uploaded {
    /// Length of the log in bytes.
    pub bytes: u64,
    /// The data source, or the name of the snapshot report, as it was given.
    pub data_source: String,
    /// The portal's answer as JSON. Usually the answer is empty, which is `null` here.
    pub answer: Value,
}

/// Uploads a traffic log: requests an address from the portal, puts the log there, and notifies the portal.
///
/// ```
/// # use mdca_api::{Client, Content, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let uploaded = client
///     .upload_log("proxy.log", "ZSCALER", "Branch offices")
///     .on_progress(|progress| println!("{progress:?}"))
///     .send(Content::file("/var/log/proxy.log").await?)
///     .await?;
/// println!("{} bytes wait to be parsed", uploaded.bytes);
/// # Ok(())
/// # }
/// ```
///
/// The log is read as it goes up, 8 MiB at a time. A block that fails is sent again from memory, so a reader that
/// cannot seek will do.
///
/// The storage address is signed: no token is sent to it, and it is never logged. The service does not refuse a name of
/// a data source that does not exist, it drops the log: write the name exactly as the portal shows it.
///
/// `timeout`, `retry` and `header` apply to each call: those to the portal and those to the storage service.
///
/// Source: CloudAppSecurityDocs, `api-discovery.md` and its three calls.
#[must_use = "nothing is uploaded until sent"]
pub struct LogUpload {
    client: Client,
    /// The first call. Its options are those of every call.
    request: Request,
    stream: String,
    snapshot: bool,
    progress: Box<dyn FnMut(Progress) + Send>,
}

impl std::fmt::Debug for LogUpload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogUpload")
            .field("request", &self.request)
            .field("snapshot", &self.snapshot)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// Prepares the upload of a log to a data source of the portal. `source` is the format of the log: the firewall or
    /// proxy that wrote it.
    pub fn upload_log(
        &self,
        file_name: impl Into<String>,
        source: impl Into<UploadSourceSource>,
        data_source: impl Into<String>,
    ) -> LogUpload {
        let initiate = self.discovery().initiate_upload(file_name, source);
        LogUpload {
            client: self.clone(),
            request: initiate.request().clone(),
            stream: data_source.into(),
            snapshot: false,
            progress: Box::new(|_| {}),
        }
    }
}

impl LogUpload {
    /// Makes a snapshot report of the log. The name of the data source becomes the name of the report.
    pub fn as_snapshot(mut self) -> Self {
        self.snapshot = true;
        self
    }

    /// Called with the progress of the upload: at its beginning, after each block, and at its end. It runs between two
    /// blocks, so it should return soon.
    pub fn on_progress(mut self, progress: impl FnMut(Progress) + Send + 'static) -> Self {
        self.progress = Box::new(progress);
        self
    }

    /// Uploads the log: a file ([`Content::file`]), a reader of known length ([`Content::reader`]), or bytes. A failed
    /// upload leaves nothing behind and can be begun again.
    ///
    /// The portal parses the log afterwards; [`Uploaded`] says where the outcome can be seen.
    ///
    /// # Errors
    /// Returns the errors of the three calls and of reading the log; [`ErrorKind::Refused`](crate::ErrorKind::Refused)
    /// if the portal answers that it does not take the log, whatever the status;
    /// [`ErrorKind::Usage`](crate::ErrorKind::Usage) for a log that is empty or larger than 5 GB, with nothing sent.
    pub async fn send(mut self, log: impl Into<Content>) -> Result<Uploaded> {
        let mut log: Content = log.into();
        let total = log.length();
        if total == 0 || total > MOST {
            return Err(Error::usage(format!(
                "a log of {total} bytes cannot be uploaded: 1 byte to 5 GB"
            ))
            .with_hint("split larger logs into several uploads"));
        }
        let discovery = self.client.discovery();
        let portal = self.client.host("mdca_portal").clone();
        let upload: DiscoveryUpload = portal.send(self.request.clone()).await?;
        (self.progress)(Progress::Begun { total });
        let url = upload.url.to_string();
        let first = log.piece(BLOCK).await?.unwrap_or_default();
        if first.len() as u64 == total {
            let put = discovery.perform_upload(&url, first);
            let put = put.request().clone().options_of(&self.request);
            portal.anonymous().send_empty(put).await?;
            (self.progress)(Progress::Sent { sent: total, total });
        } else {
            self.send_blocks(&url, first, log).await?;
        }
        let done = discovery.finalize_upload(url, &self.stream);
        let done = done.upload_as_snapshot(self.snapshot);
        let done = done.request().clone().options_of(&self.request);
        let answer = portal.send_response(done.clone()).await?;
        let named_failures = done.judge(answer.body()).failed;
        if let Some(failed) = named_failures.first() {
            return Err(
                Error::new(ErrorKind::Refused, failed.to_string()).with_operation(&FINALIZE_UPLOAD)
            );
        }
        (self.progress)(Progress::Finished);
        Ok(Uploaded {
            bytes: total,
            data_source: self.stream,
            answer: serde_json::from_slice(answer.body()).unwrap_or_default(),
        })
    }

    /// Puts the blocks one after the other, then the list that joins them to one file.
    async fn send_blocks(&mut self, url: &str, first: Bytes, mut log: Content) -> Result<()> {
        let storage = self.client.host("mdca_portal").anonymous();
        let options = self.request.clone();
        let put = |what: String, content: Bytes| {
            let between = if url.contains('?') { '&' } else { '?' };
            Request::new(&PUT_BLOCK)
                .options_of(&options)
                .set("upload_url", format!("{url}{between}{what}"))
                .set_bytes("content", content, None)
        };
        let mut list = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        let (mut sent, total) = (0, log.length());
        let mut block = Some(first);
        for number in 0.. {
            let Some(bytes) = block else { break };
            sent += bytes.len() as u64;
            let id = block_id(number);
            storage
                .send_empty(put(format!("comp=block&blockid={id}"), bytes))
                .await?;
            list.push_str(&format!("<Latest>{id}</Latest>"));
            (self.progress)(Progress::Sent { sent, total });
            block = log.piece(BLOCK).await?;
        }
        list.push_str("</BlockList>");
        storage
            .send_empty(put("comp=blocklist".to_owned(), list.into()))
            .await
    }
}

http_core::call_options!(LogUpload);

/// The name of a block. The storage service requires base64 texts of one length.
fn block_id(number: usize) -> String {
    // Eight decimal digits are themselves valid base64.
    format!("{number:08}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_blocks_are_of_one_length() {
        assert_eq!([block_id(0), block_id(639)], ["00000000", "00000639"]);
    }
}
