//! `mde.library_files.delete`: Delete a live response library file.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Status, Target,
};

use crate::library_files::LibraryFile;

/// `mde.library_files.delete`: Delete a live response library file. Status: preview.
pub static DELETE: Operation =
    Operation::delete("mde.library_files.delete", "/api/libraryfiles/{file_name}")
        .host("mde")
        .summary("Delete a live response library file")
        .help("The role must cover all device groups.")
        .status(Status::Preview)
        .inputs(&[Param::path("file_name").example("collect-logs.ps1")])
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Library.Manage"], &["Library.Manage"])
        .role("Manage security settings")
        .target(
            &Target::new("file_name", "mde.library_files.list")
                .key("fileName")
                .name(&["fileName"])
                .shows(&["description", "createdBy", "lastUpdatedTime"]),
        )
        .effect(Effect::new(EffectKind::Irreversible))
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/delete-library.md");

/// Delete a live response library file.
///
/// The role must cover all device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/delete-library.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.library_files().delete("collect-logs.ps1").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteLibraryFile {
    client: Client,
    request: Request,
}

impl DeleteLibraryFile {
    pub(super) fn new(client: &Client, file_name: impl Into<Id<LibraryFile>>) -> Self {
        let file_name: Id<LibraryFile> = file_name.into();
        let request = Request::new(&DELETE).set("file_name", file_name);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteLibraryFile);
