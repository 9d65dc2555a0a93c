//! A traffic log for Cloud Discovery, uploaded as one operation.

use http_core::{
    BodyKind, Bytes, Content, Error, ErrorKind, Kind, Operation, Param, Request, Result, Value,
};

use crate::Client;
use crate::discovery::{FINALIZE_UPLOAD, UploadSourceSource};

/// How much of a log is in memory at a time. A log of one piece goes up in one call; the vendor's page wants blocks above
/// 64 MB, and the storage service takes them at any length, 50,000 to a log.
///
/// Source: CloudAppSecurityDocs, `api-discovery-perform.md`.
const BLOCK: usize = 8 * 1024 * 1024;

/// The largest log.
const MOST: u64 = 5 * 1024 * 1024 * 1024;

/// A piece of a log, or the list of its pieces: the storage service's own calls, at the address that the portal gave.
static PUT_BLOCK: Operation = Operation::put("mdca.discovery.perform_upload", "{upload_url}")
    .host("absolute_url")
    .inputs(&[
        Param::path("upload_url"),
        Param::body("content").kind(Kind::Bytes).required(),
    ])
    .body(BodyKind::Binary);

/// How far an upload has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Progress {
    /// The portal gave an address.
    Begun {
        /// Bytes to be sent.
        total: u64,
    },
    /// So much has arrived.
    Sent {
        /// Bytes that were taken.
        sent: u64,
        /// Bytes in all.
        total: u64,
    },
    /// The portal has been told; parsing goes on there.
    Finished,
}

/// A log that the portal has and has not parsed yet.
///
/// Whether the log could be read is decided later, and no operation tells it of one upload: ask
/// [`list_streams`](crate::discovery::Discovery::list_streams) for the data source's `lastDataReceived` and
/// `logFilesFailsCount`, or look into the governance log of the portal. A data source that does not exist drops the log.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Uploaded {
    /// Bytes of the log.
    pub bytes: u64,
    /// The data source, or the name of the snapshot report, as it was given.
    pub data_source: String,
    /// What the portal answered, as JSON; `null` for the empty answer that is usual.
    pub answer: Value,
}

/// Uploads a traffic log: asks the portal for an address, puts the log there, tells the portal.
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
/// The log is read as it goes up, 8 MiB at a time; a piece that has to be sent again is still at hand, so what it is read
/// from need not be able to go back.
///
/// The storage address carries its own proof: no token goes there, and the address is in no log of ours. A name of a
/// data source that does not exist is not refused by the service, which drops the log then: write it exactly as the
/// portal shows it. Source: CloudAppSecurityDocs, `api-discovery.md` and its three calls.
#[must_use = "nothing is uploaded until sent"]
pub struct LogUpload {
    client: Client,
    file_name: String,
    source: UploadSourceSource,
    stream: String,
    snapshot: bool,
    progress: Box<dyn FnMut(Progress) + Send>,
}

impl std::fmt::Debug for LogUpload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogUpload")
            .field("source", &self.source)
            .field("snapshot", &self.snapshot)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// An upload of a log in the format of a firewall or proxy (`source`), to a data source of the portal.
    pub fn upload_log(
        &self,
        file_name: impl Into<String>,
        source: impl Into<UploadSourceSource>,
        data_source: impl Into<String>,
    ) -> LogUpload {
        LogUpload {
            client: self.clone(),
            file_name: file_name.into(),
            source: source.into(),
            stream: data_source.into(),
            snapshot: false,
            progress: Box::new(|_| {}),
        }
    }
}

impl LogUpload {
    /// Makes a snapshot report of the log; the name of the data source becomes the report's name.
    pub fn as_snapshot(mut self) -> Self {
        self.snapshot = true;
        self
    }

    /// Is told how far the upload has come.
    pub fn on_progress(mut self, progress: impl FnMut(Progress) + Send + 'static) -> Self {
        self.progress = Box::new(progress);
        self
    }

    /// Uploads the log: a file ([`Content::file`]), a reader of known length ([`Content::reader`]), or bytes. A failure
    /// leaves nothing behind that has to be undone: begin again.
    ///
    /// The log is in the portal then, and not parsed: [`Uploaded`] says where the outcome can be seen.
    ///
    /// # Errors
    /// Those of the three calls and of reading; [`ErrorKind::Refused`](crate::ErrorKind::Refused) where the portal answers
    /// that it does not take the log, whatever the status; [`ErrorKind::Usage`](crate::ErrorKind::Usage) for a log that is empty or
    /// larger than 5 GB, with nothing sent.
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
        let upload = discovery
            .initiate_upload(&self.file_name, self.source.clone())
            .send()
            .await?;
        (self.progress)(Progress::Begun { total });
        let url = upload.url.to_string();
        let first = log.piece(BLOCK).await?.unwrap_or_default();
        if first.len() as u64 == total {
            discovery.perform_upload(&url, first).send().await?;
            (self.progress)(Progress::Sent { sent: total, total });
        } else {
            self.send_blocks(&url, first, log).await?;
        }
        let done = discovery.finalize_upload(url, &self.stream);
        let done = done.upload_as_snapshot(self.snapshot);
        let portal = self.client.host("mdca_portal");
        let answer = portal.send_response(done.request().clone()).await?;
        let named_failures = done.request().judge(answer.body()).failed;
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

    async fn send_blocks(&mut self, url: &str, first: Bytes, mut log: Content) -> Result<()> {
        let storage = self.client.host("mdca_portal").anonymous();
        let put = |what: String, content: Bytes| {
            let between = if url.contains('?') { '&' } else { '?' };
            Request::new(&PUT_BLOCK)
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

/// The name of a block: any base64 text, all of one length.
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
