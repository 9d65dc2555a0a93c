//! `mdca.files.get`: Fetch one file record.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::files::File;

/// `mdca.files.get`: Fetch one file record.
pub static GET: Operation = Operation::get("mdca.files.get", "/api/v1/files/{file_id}/")
    .host("mdca_portal")
    .summary("Fetch one file record")
    .help(
        "Not available to tenants that have only Microsoft 365 (Office 365) Cloud \
App Security. No permission scope covers files: an Entra application gets \
\"Insufficient role based permissions\" even with every permission \
(MicrosoftDocs/CloudAppSecurityDocs#605, demisto/content#21709); use a \
legacy API token (a user reports Microsoft support confirming this in \
2022-07). File monitoring must be on in the portal, and switches itself off \
without policies. The example line says POST, the request line GET.",
    )
    .inputs(&[Param::path("file_id")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .denied(
        "no permission opens files to an application: use a legacy API token of the \
portal (DEFENDER_MDCA_API_TOKEN, or StaticToken::with_scheme(\"Token\", \
…))",
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-fetch.md");

/// Fetch one file record.
///
/// Not available to tenants that have only Microsoft 365 (Office 365) Cloud App Security. No
/// permission scope covers files: an Entra application gets "Insufficient role based
/// permissions" even with every permission (MicrosoftDocs/CloudAppSecurityDocs#605,
/// demisto/content#21709); use a legacy API token (a user reports Microsoft support confirming
/// this in 2022-07). File monitoring must be on in the portal, and switches itself off without
/// policies. The example line says POST, the request line GET.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-files-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.files().get("file-id").send().await?;
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
