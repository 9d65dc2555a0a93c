//! `mde.library_files.upload`: Upload a live response library file.

use http_core::{
    AnswerKind, BodyKind, Bytes, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit,
    Request, Result, Status, Undo,
};

use crate::library_files::LibraryFile;

/// `mde.library_files.upload`: Upload a live response library file. Status: preview.
pub static UPLOAD: Operation = Operation::post("mde.library_files.upload", "/api/libraryfiles")
    .host("mde")
    .summary("Upload a live response library file")
    .help("The role must cover all device groups.")
    .status(Status::Preview)
    .inputs(&[
        Param::part("File")
            .kind(Kind::Bytes)
            .required()
            .max_bytes(20971520)
            .help("File to upload; 20 MB at most."),
        Param::part("Description").help("Description of the file."),
        Param::part("ParametersDescription").help("Description of the parameters of the script."),
        Param::part("HasParameters")
            .kind(Kind::Bool)
            .help("Whether the script takes parameters."),
        Param::part("OverrideIfExists")
            .kind(Kind::Bool)
            .help("Whether to replace a file of the same name."),
    ])
    .body(BodyKind::Multipart)
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Library.Manage"], &["Library.Manage"])
    .role("Manage security settings")
    .effect(
        Effect::new(EffectKind::Additive).undo(
            &Undo::by("mde.library_files.delete")
                .created("file_name", "fileName")
                .lost("a file of the same name that `OverrideIfExists` replaced is not restored"),
        ),
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/upload-library.md");

/// Upload a live response library file.
///
/// The role must cover all device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/upload-library.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.library_files().upload("file.bin", &b"bytes"[..]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UploadLibraryFile {
    client: Client,
    request: Request,
}

impl UploadLibraryFile {
    pub(super) fn new(client: &Client, file_name: &str, file: impl Into<Bytes>) -> Self {
        let request = Request::new(&UPLOAD).set_bytes("File", file, Some(file_name));
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Description of the file.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("Description", description);
        self
    }

    /// Description of the parameters of the script.
    pub fn parameters_description(mut self, parameters_description: impl Into<String>) -> Self {
        let parameters_description: String = parameters_description.into();
        self.request = self
            .request
            .set("ParametersDescription", parameters_description);
        self
    }

    /// Whether the script takes parameters.
    pub fn has_parameters(mut self, has_parameters: bool) -> Self {
        self.request = self.request.set("HasParameters", has_parameters);
        self
    }

    /// Whether to replace a file of the same name.
    pub fn override_if_exists(mut self, override_if_exists: bool) -> Self {
        self.request = self.request.set("OverrideIfExists", override_if_exists);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<LibraryFile> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UploadLibraryFile);
