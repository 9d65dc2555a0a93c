//! Operations and types of files.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetFile`] | `GET /api/v1/files/{file_id}/` | not documented |
//! | [`ListFiles`] | `GET /api/v1/files/` | not documented |
//! | [`QueryFiles`] | `POST /api/v1/files/` | not documented |

mod get;
mod list;
mod model;
mod query;

use http_core::{Client, Id};

pub use get::{GET, GetFile};
pub use list::{LIST, ListFiles};
pub use model::{File, FileFilters, FilePage};
pub use query::{QUERY, QueryFiles};

/// The operations of files; each method begins a request.
#[derive(Clone, Debug)]
pub struct Files {
    pub(crate) client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one file. See [`GetFile`].
    pub fn get(&self, file_id: impl Into<Id<File>>) -> GetFile {
        GetFile::new(&self.client, file_id)
    }

    /// List files and folders, with filters in the query. See [`ListFiles`].
    pub fn list(&self) -> ListFiles {
        ListFiles::new(&self.client)
    }

    /// List files and folders, with filters in the body. See [`QueryFiles`].
    pub fn query(&self) -> QueryFiles {
        QueryFiles::new(&self.client)
    }
}
