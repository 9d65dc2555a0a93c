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

use http_core::{Bytes, Client, Id};

pub use delete::{DELETE, DeleteLibraryFile};
pub use list::{LIST, ListLibraryFiles};
pub use model::LibraryFile;
pub use upload::{UPLOAD, UploadLibraryFile};

/// The operations of library files; each method begins a request.
#[derive(Clone, Debug)]
pub struct LibraryFiles {
    pub(crate) client: Client,
}

impl LibraryFiles {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete a live response library file. See [`DeleteLibraryFile`].
    pub fn delete(&self, file_name: impl Into<Id<LibraryFile>>) -> DeleteLibraryFile {
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
