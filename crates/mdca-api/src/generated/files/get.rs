//! `mdca.files.get`: Get one file.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::files::File;

/// `mdca.files.get`: Get one file.
pub static GET: Operation = Operation::get("mdca.files.get", "/api/v1/files/{file_id}/")
    .host("mdca_portal")
    .summary("Get one file")
    .help(
        "Needs a legacy API token: no permission covers files. File monitoring must \
be on in the portal.",
    )
    .inputs(&[Param::path("file_id").example("c3dfc72eef33aeac836b6f1a")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .denied(
        "no permission opens files to an application: use a legacy API token of the \
portal (DEFENDER_MDCA_API_TOKEN, or StaticToken::with_scheme(\"Token\", \
…))",
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-fetch.md");

/// Get one file.
///
/// Needs a legacy API token: no permission covers files. File monitoring must be on in the
/// portal.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.files().get("c3dfc72eef33aeac836b6f1a").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetFile {
    client: Client,
    request: Request,
}

impl GetFile {
    pub(super) fn new(client: &Client, file_id: impl Into<Id<File>>) -> Self {
        let file_id: Id<File> = file_id.into();
        let request = Request::new(&GET).set("file_id", file_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<File> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetFile);
