//! Operations and types of library files.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`DeleteLibraryFile`] | `DELETE /api/libraryfiles/{file_name}` | `Library.Manage` |
//! | [`ListLibraryFiles`] | `GET /api/libraryfiles` | `Library.Manage` |
//! | [`UploadLibraryFile`] | `POST /api/libraryfiles` | `Library.Manage` |

mod delete;
mod list;
mod model;
mod upload;

use http_core::{Answer, BodyKind, Bytes, Client, Kind, Operation, Param, RateLimit, Status};

pub use delete::DeleteLibraryFile;
pub use list::ListLibraryFiles;
pub use model::LibraryFile;
pub use upload::UploadLibraryFile;

/// `mde.library_files.delete`: Delete a live response library file. Status: preview.
pub static DELETE: Operation =
    Operation::delete("mde.library_files.delete", "/api/libraryfiles/{file_name}")
        .host("mde")
        .summary("Delete a live response library file")
        .help("The path part is a file name with a dot: percent-encode the rest.")
        .status(Status::Preview)
        .params(&[Param::path("file_name")])
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Library.Manage"], &["Library.Manage"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/delete-library.md");

/// `mde.library_files.list`: List live response library files. Status: preview.
pub static LIST: Operation = Operation::get("mde.library_files.list", "/api/libraryfiles")
    .host("mde")
    .summary("List live response library files")
    .status(Status::Preview)
    .collection("value")
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Library.Manage"], &["Library.Manage"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/list-library-files.md");

/// `mde.library_files.upload`: Upload a live response library file. Status: preview.
pub static UPLOAD: Operation = Operation::post("mde.library_files.upload", "/api/libraryfiles")
    .host("mde")
    .summary("Upload a live response library file")
    .help(
        "multipart/form-data with a file name on the file part; let the HTTP \
library set the boundary, do not send application/json \
(demisto/content#29300).",
    )
    .status(Status::Preview)
    .params(&[
        Param::part("File")
            .kind(Kind::Bytes)
            .required()
            .help("at most 20 MB; the table says File, the curl example file"),
        Param::part("Description"),
        Param::part("ParametersDescription"),
        Param::part("HasParameters")
            .kind(Kind::Bool)
            .help("only in the curl example"),
        Param::part("OverrideIfExists")
            .kind(Kind::Bool)
            .help("the page gives an empty string as default"),
    ])
    .body(BodyKind::Multipart)
    .answer(Answer::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Library.Manage"], &["Library.Manage"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/upload-library.md");

/// The operations of library files; each method begins a request.
#[derive(Clone, Debug)]
pub struct LibraryFiles {
    client: Client,
}

impl LibraryFiles {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete a live response library file. See [`DeleteLibraryFile`].
    pub fn delete(&self, file_name: impl Into<String>) -> DeleteLibraryFile {
        DeleteLibraryFile::new(&self.client, file_name)
    }

    /// List live response library files. See [`ListLibraryFiles`].
    pub fn list(&self) -> ListLibraryFiles {
        ListLibraryFiles::new(&self.client)
    }

    /// Upload a live response library file. See [`UploadLibraryFile`].
    pub fn upload(&self, file_name: &str, file: impl Into<Bytes>) -> UploadLibraryFile {
        UploadLibraryFile::new(&self.client, file_name, file)
    }
}
